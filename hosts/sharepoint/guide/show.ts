import type {DsgElement} from '../../../components/elements/shared/base/element.js'
import {PART_NAMES, PARTS} from '../../../components/model/guide/parts.js'
import {loadGuide} from '../../../components/state/guide/load-guide.js'
import {loadDetails, withDetails} from './local-details.js'

/** What an editor chose in the web part's settings. */
export interface Wanted {
  /** An element's tag without its prefix. */
  show: string
  /** Id; only where `show` is `pathway`. */
  pathway?: string
  /** Id; only where `show` is `module` or `quiz`. */
  module?: string
  /** Of the guide's guide.json. */
  address: string
  /** Of a JSON file with the organisation's own details; empty for those in the guide. */
  localDetails?: string
  sharedComputer?: boolean
}

/** What can stand by itself. */
const SHOWN = PART_NAMES.filter(name => PARTS[name].show)

/** For each place, what was asked for last: an answer that comes late must not take its place. */
const latest = new WeakMap<Element, Wanted>()

/** Shows what is wanted in `place`, in place of what was there. */
export async function showGuide(place: Element, wanted: Wanted): Promise<void> {
  latest.set(place, wanted)
  const {address, localDetails} = wanted
  if (!localDetails) return place.replaceChildren(elementFor(wanted, {src: address}))
  try {
    const [guide, details] = await Promise.all([loadGuide(address), loadDetails(localDetails)])
    if (latest.get(place) !== wanted) return
    const own = withDetails(guide, details)
    // An element that is given its guide leaves the question whether to save to whoever gave it.
    const saving = Object.assign(document.createElement('dsg-saving'), {guide: own, headingLevel: 3})
    place.replaceChildren(elementFor(wanted, {guide: own}), saving)
  } catch (error) {
    console.error(`<dsg-${wanted.show}> ${(error as Error).message}`)
    // The guide's general advice is better than none; and where it is the guide that fails, its element says so.
    if (latest.get(place) === wanted) place.replaceChildren(elementFor(wanted, {src: address}))
  }
}

function elementFor(wanted: Wanted, from: Pick<DsgElement, 'src' | 'guide'>): HTMLElement {
  const show = SHOWN.find(name => name === wanted.show) ?? 'guide'
  const element = document.createElement(`dsg-${show}`) as DsgElement
  const {names} = PARTS[show]
  const id = names === 'pathway' || names === 'module' ? wanted[names] : undefined
  if (names && id) element.setAttribute(names, id)
  return Object.assign(element, {...from, sharedComputer: Boolean(wanted.sharedComputer)})
}
