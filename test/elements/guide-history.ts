import {guide} from '../../stories/content.js'
import {press} from '../keys.js'
import {findAll, focused, words} from './screen.js'
import {until} from './settled.js'

export const pathway = guide.pathways[0]!
export const module = guide.modules.find(({id}) => id === pathway.modules[0])!
export const START = location.pathname + location.search

export const heading = () => words(focused() ?? undefined)
/** The heading of the screen that a guide shows, wherever the focus is. */
export const shownTitle = () => [...document.querySelectorAll('dsg-guide')].flatMap(guide => titlesIn(guide.shadowRoot!)).join()
function titlesIn(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap(each => [
    ...each.id === 'title' && each.localName !== 'h6' && !each.closest('form, dsg-saving') ? [words(each)] : [],
    ...each.shadowRoot && each.classList.contains('view') && each.localName !== 'dsg-pathways' ? titlesIn(each.shadowRoot) : [],
  ])
}
/** Only where it is another: WebKit allows 100 changes in 10 seconds. */
export const at = (hash: string, state: unknown = null) => {
  if (location.hash !== hash || history.state !== state) history.replaceState(state, '', START + hash)
}
export const link = (root: Element, hash: string) => findAll<HTMLAnchorElement>('a', root.shadowRoot!).find(each => each.hash === hash)!

export async function follow(root: Element, hash: string, title: string): Promise<void> {
  const its = link(root, hash)
  its.focus()
  await press('Enter')
  await until(() => heading() === title, () => `focus on "${title}", is on "${heading()}"`)
}

/** Goes back or forward, to a screen with this heading. Where the focus is then, `way-back.test.ts` asks. */
export async function travel(way: 'back' | 'forward', title: string): Promise<void> {
  // A screen with this heading may be shown already, and what is asked next must not be while the browser is on its way.
  const arrived = new Promise(resolve => { addEventListener('popstate', resolve, {once: true}) })
  history[way]()
  await arrived
  await until(() => shownTitle() === title, () => `${way} to "${title}", is on "${shownTitle()}"`)
}

export const PATHWAY = `#dsg/pathway/${pathway.id}`
export const MODULE = `#dsg/module/${module.id}`
