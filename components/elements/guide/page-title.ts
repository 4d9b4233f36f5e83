/**
 * The title of the page around, which belongs to the host: it is kept behind ours, and put back when the guide goes. One guide at
 * a time writes it, the one that moved last.
 */
let writer: object | undefined
/** What we wrote, and the host's own title, behind it. */
let written: string | undefined
let hosts = ''

/** @param titles - what the screen is called, the most particular first */
export function writeTitle(guide: object, titles: readonly string[]): void {
  // A host with pages of its own writes a new title when it likes, and the next screen then has that behind it.
  if (document.title !== written) hosts = document.title
  writer = guide
  written = [...titles, hosts].filter((title, at, all) => title && !all.slice(0, at).includes(title)).join(' – ')
  document.title = written
}

/** Gives the host its title back, if it has not taken it already. */
export function giveTitleBack(guide: object): void {
  if (writer !== guide) return
  if (document.title === written) document.title = hosts
  writer = written = undefined
}
