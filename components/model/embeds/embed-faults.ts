import {addressNotes} from './addresses.js'
import {frameFaults} from './frame-faults.js'
import {pageFaults} from './page-faults.js'
import {meantPart, partFaults} from './part-faults.js'
import {scriptFaults} from './script-faults.js'
import {isHidden, type EmbedFault, type KeeperPage, type WrittenElement} from './written.js'

/**
 * What keeps the guide from showing on somebody's page, or shows something else than its keeper meant. Pure: who calls it says
 * what is on the page, from its text (`read-page.ts`) or from the page itself as it runs.
 *
 * @param elements - the page's elements in order; those that have nothing to do with the guide are passed over. A caller that
 *   looks at a running page may leave out all but `script`, `link`, `base`, `meta`, `iframe` and what is named like a part
 * @returns each mistake once, at its cause, in the order of the page
 */
export function embedFaults(elements: readonly WrittenElement[], page: KeeperPage): EmbedFault[] {
  const at = addressNotes(elements, page)
  const faults = [
    ...partFaults(elements, at), ...scriptFaults(elements, at), ...frameFaults(elements, at), ...pageFaults(elements, at),
  ]
  const order = new Map(elements.map((element, i) => [element, i]))
  return faults.sort((a, b) => order.get(a.element)! - order.get(b.element)!)
}

/** How many parts and frames of the guide a page has, right or wrong. */
export function countEmbeds(elements: readonly WrittenElement[], page: KeeperPage): number {
  const at = addressNotes(elements, page)
  return elements.filter(element => !isHidden(element) && (meantPart(element) !== undefined || at.isFrame(element))).length
}
