import type {LitElement} from 'lit'
import {newId} from '../../state/log/ids.js'
import {entries} from '../../state/visit/entries.js'
import {focusedIn} from '../shared/page/focused-in.js'

/**
 * On a shared computer the next person begins where everybody does. What the last one read is not only on the screen: each
 * entry of the browser's history says a place, and Back leads there. No script can take entries away. So each is marked with
 * whose visit it was, and one of an earlier visit says the beginning instead, from the moment somebody comes to it.
 */

/** Under this name an entry says whose visit it was. */
const NAME = 'dsgVisit'
/** Missing until the first entry is marked: a page that was loaded again is in the visit that it says. */
let visit: string | undefined

let followers = 0

/** Marks the entries of a shared visit for as long as an element is there. @returns stops that */
export function followEntries(): () => void {
  if (followers++ === 0) addEventListener('popstate', markEntry)
  entries.check = markEntry
  markEntry()
  return () => {
    if (--followers === 0) removeEventListener('popstate', markEntry)
  }
}

/** What is on the page when a shared visit is cleared. */
interface Cleared {
  /** The element that showed what is gone. */
  around: LitElement
  /** Elements whose next update may move the focus, such as one that closes a dialogue. */
  waits: readonly (LitElement | null)[]
  /** Nobody was there: whoever comes is not told by what they did. */
  wasIdle: boolean
  /** Moves the focus to the heading where the next person begins. */
  focus(): void
}

/**
 * A shared visit was cleared. The entry that is shown says the beginning, and those before it are somebody else's. When nobody
 * was there, the focus goes to the heading, if it was in the element or nowhere: never away from a field of the host's.
 */
export async function beginAnew({around, waits, wasIdle, focus}: Cleared): Promise<void> {
  visit = newId()
  entries.atFirst = undefined
  markEntry()
  if (!wasIdle) return
  for (const each of [around, ...waits]) await each?.updateComplete
  const focused = focusedIn(around.ownerDocument)
  if (!focused || focused === around.ownerDocument.body || isIn(around, focused)) focus()
}

function markEntry(): void {
  const {state} = history
  const whose = visitOf(state)
  visit ??= whose ?? newId()
  // A host may keep something there that nothing can be added to, such as a text.
  if (whose === visit || Object.getPrototypeOf(state ?? {}) !== Object.prototype) return
  const isOthers = whose !== undefined
  try {
    history.replaceState({...isOthers ? beginningOf(state) : state, [NAME]: visit}, '',
      isOthers ? beginningAt(location.href) : undefined)
  } catch {
    // Safari refuses more than 100 changes in 10 seconds. The next entry is marked again.
  }
}

function visitOf(state: unknown): string | undefined {
  return (state as Record<string, string> | null)?.[NAME]
}

/** What an entry says of places in our elements, each at its beginning. What the host keeps there stays. */
function beginningOf(state: object): object {
  return Object.fromEntries(Object.entries(state).map(([name, place]) => [
    name,
    name === 'dsgCanvas' ? {screen: 'home'} : name.startsWith('dsg-guide') ? '#dsg/home' : name.includes('#dsg/module/') ? '' : place,
  ]))
}

/** An address that says a place in our elements, at its beginning. */
function beginningAt(address: string): string {
  const [page, place = ''] = address.split('#')
  // In a page that was built with the guide, the text of a module is in its element's slot.
  const isOfModule = place.startsWith('page-') && document.querySelector('dsg-module [id^="page-"]')
  return isOfModule ? page! : place.startsWith('dsg/') ? `${page}#dsg/home` : address
}

/** However deep in shadow roots. */
function isIn(element: Element, focused: Element): boolean {
  for (let at: Node | null = focused; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (at === element) return true
  }
  return false
}
