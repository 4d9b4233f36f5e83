import {CommandError} from '../terminal/command-error.js'

/**
 * The origins of other sites that images may come from.
 *
 * @param written - what was given as `--allow-images`: addresses with spaces between them
 * @throws CommandError when one of them is no web address
 */
export function imageOrigins(written: string): string[] {
  return written.split(/\s+/).filter(Boolean).map(address => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (url && /^https?:$/.test(url.protocol)) return url.origin
    throw new CommandError(`"${address}" cannot be a site that images come from. Write the beginning of its address, such as `
      + '--allow-images https://images.example.nhs.uk')
  })
}
