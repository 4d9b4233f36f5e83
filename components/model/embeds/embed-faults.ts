import {addressNotes} from './addresses.js'
import {frameFaults} from './frame-faults.js'
import {pageFaults} from './page-faults.js'
import {meantPart, partFaults} from './part-faults.js'
import {scriptFaults} from './script-faults.js'
import {isHidden, PLUGIN_TAG, type EmbedFault, type HostPage, type WrittenElement} from './written.js'

/**
 * What keeps the guide from showing on somebody's page, or shows something else than was meant. Pure: who calls it says what
 * is on the page, from its text (`read-page.ts`) or from the page itself as it runs.
 *
 * @param elements - the page's elements in order; those that have nothing to do with the guide are passed over. A caller that
 *   looks at a running page may leave out all but `script`, `link`, `base`, `meta`, `iframe` and what is named like a part
 * @returns each mistake once, at its cause, in the order of the page
 */
export function embedFaults(elements: readonly WrittenElement[], page: HostPage): EmbedFault[] {
  const at = addressNotes(elements, page)
  const near = elements.filter(mayMatter)
  const faults = [
    ...partFaults(near, at), ...scriptFaults(near, at), ...frameFaults(near, at), ...pageFaults(near, at),
  ]
  const order = new Map(elements.map((element, i) => [element, i]))
  return faults.sort((a, b) => order.get(a.element)! - order.get(b.element)!)
}

/** False for most of any page, so that each rule need not look at it. */
function mayMatter({tag, attributes}: WrittenElement): boolean {
  return tag.startsWith('dsg') || attributes.has('src') || attributes.has('href')
    || ['script', 'iframe', 'link', 'a', 'meta'].includes(tag)
}

/** What of the guide is on a page, right or wrong. */
export interface EmbedCount {
  /** Elements and frames. */
  parts: number
  /** Links to its pages. */
  links: number
}

/** Counts what is on a page. */
export function countEmbeds(elements: readonly WrittenElement[], page: HostPage): EmbedCount {
  const at = addressNotes(elements, page)
  const live = elements.filter(element => mayMatter(element) && !isHidden(element) || element.tag === PLUGIN_TAG)
  return {
    parts: live.filter(element =>
      element.tag === PLUGIN_TAG || meantPart(element) !== undefined || at.isFrame(element)).length,
    links: live.filter(({tag, attributes}) => tag === 'a' && at.isOfSite(attributes.get('href') ?? '')).length,
  }
}
