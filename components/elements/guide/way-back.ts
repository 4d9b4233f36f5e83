/**
 * Where somebody was on a screen that they left, for when they come back with Back or Forward: what had the focus, and how far
 * down the page it stood.
 */
export interface Spot {
  /** The address of a link, and which of the links with it; missing for anything else. */
  href?: string
  nth: number
  /** Which of the links into its module. */
  nthInto: number
  /** From the top of the window, in CSS pixels. */
  top: number
}

/** How long to look for a link on a screen whose content comes from the network. */
const LONGEST_MS = 2000
const STEP_MS = 50

/** @param place - what was clicked, or has the focus */
export function spotOf(root: ParentNode, place: Element): Spot {
  const href = place.getAttribute('href') ?? undefined
  const nthOf = (links: Element[]) => links.indexOf(place)
  return {href, nth: nthOf(linksTo(root, href)), nthInto: nthOf(linksInto(root, href)), top: place.getBoundingClientRect().top}
}

/**
 * Puts the focus on the link of a spot, where that stood before.
 *
 * @param isOver - true once the person has gone on
 * @returns false when there is no such link
 */
export async function goToSpot(root: ParentNode, {href, nth, nthInto, top}: Spot, isOver: () => boolean): Promise<boolean> {
  for (let waited = 0; href !== undefined && waited < LONGEST_MS && !isOver(); waited += STEP_MS) {
    // A link into a module leads on from where it was left, and so has another address now.
    const link = linksTo(root, href)[nth] ?? linksInto(root, href)[nthInto]
    if (link) {
      link.focus({preventScroll: true})
      // Twice, because WebKit scrolls a frame after it has gone back, to where the page was long enough for it.
      for (const frame of [undefined, new Promise(requestAnimationFrame)]) {
        await frame
        if (isOver()) break
        scrollerOf(link).scrollBy({top: link.getBoundingClientRect().top - top, behavior: 'instant'})
        // The page may be shorter now, or the window smaller.
        link.scrollIntoView({block: 'nearest', behavior: 'instant'})
      }
      return true
    }
    await new Promise(done => { setTimeout(done, STEP_MS) })
  }
  return false
}

/** What has the focus, through all shadow roots. */
export function focused(): Element | undefined {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at ?? undefined
}

function linksTo(root: ParentNode, href: string | undefined): HTMLElement[] {
  return links(root).filter(link => link.getAttribute('href') === href)
}

/** Links to any place in the module that an address leads to. */
function linksInto(root: ParentNode, href: string | undefined): HTMLElement[] {
  const module = moduleIn(href)
  return module ? links(root).filter(link => moduleIn(link.getAttribute('href')) === module) : []
}

function moduleIn(href?: string | null): string | undefined {
  return /dsg\/module\/[^/?&]+/.exec(href ?? '')?.[0]
}

/** Through all shadow roots. */
function links(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => [
    ...element.localName === 'a' ? [element] : [], ...element.shadowRoot ? links(element.shadowRoot) : [],
  ])
}

/** What scrolls around an element: some hosts scroll a part of their page. */
function scrollerOf(element: Element): Element {
  let at: Element | null | undefined = element
  while (at) {
    const parent: Node | null = at.assignedSlot ?? at.parentNode
    at = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : undefined
    if (at && at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)
      && at !== document.body && at !== document.documentElement) return at
  }
  return document.scrollingElement ?? document.documentElement
}
