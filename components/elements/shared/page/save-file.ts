import type {Address} from '../../../model/guide/document.js'

/**
 * Hands a file to the person, as a download. Made here and never sent: a link to a blob needs no server, and no policy
 * stands in its way.
 *
 * @param type - media type, such as `text/csv`
 */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], {type})) as Address
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Not at once: some browsers read the blob only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
