import {CommandError} from '../terminal/command-error.js'

/**
 * The address the folder will have on the web, with a slash at its end.
 *
 * @param written - what was given as `--site`
 * @throws CommandError when it is no such address
 */
export function siteAddress(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new CommandError(`"${written}" cannot be the address of a site. Write the whole address of the folder the `
      + 'guide will be in, such as --site https://www.example.nhs.uk/guide/')
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}
