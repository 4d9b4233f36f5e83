import type {NewEvent} from '../../../model/record/record.js'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'

/** What is typed or chosen in one shadow root, and not in a record yet. Plain data. */
interface Draft {
  /** Where the root is: names of the elements around it and its own, each with its place among those of its name in its root. */
  path: string
  /** The heading over it: another one asks for something else. */
  title: string
  /** See `Carrying`. */
  carried?: unknown
  fields: {field: string; value: string; isChecked: boolean}[]
}

/** An element that shows one of several steps keeps in this property which, as plain data. */
interface Carrying extends Element { carried?: unknown }

/** An element that asks questions shows those of its `round`. */
interface Asking extends Element {
  guide?: LoadedGuide
  module?: string
  round?: {id: string; questions: readonly {id: string}[]; carried: string[]}
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const FIELDS = 'input:not([type="file"], [type="password"], [type="hidden"]), textarea, select'
/** A slow network may take as long to bring what a draft belongs to. */
const LIMIT_MS = 30_000

/**
 * All that is typed or chosen in our elements on a page.
 *
 * @returns undefined where there is nothing
 */
export function draftsIn(page: Document): unknown {
  const drafts: Draft[] = []
  for (const {path, host, root} of rootsIn(page, '')) {
    const fields = fieldsIn(root).filter(({field}) => isTouched(field))
      .map(({field, name}) => ({field: name, value: field.value, isChecked: isChecked(field)}))
    const {carried} = host as Carrying
    if (fields.length) beginRound(host)
    if (fields.length || carried !== undefined) drafts.push({path, title: titleIn(root), carried, fields})
  }
  return drafts.length ? drafts : undefined
}

/**
 * Puts drafts back as what they belong to comes on screen. What does not come, or now asks for something else, is forgotten.
 *
 * @param drafts - of `draftsIn`; another script may have changed them
 */
export function putBack(drafts: unknown, page: Document): void {
  const waiting = new Set(Array.isArray(drafts) ? drafts as Partial<Draft>[] : [])
  const end = Date.now() + LIMIT_MS
  const look = (): void => {
    for (const {path, host, root} of rootsIn(page, '')) {
      for (const draft of waiting) if (draft?.path === path && hasCome(draft, host, root)) waiting.delete(draft)
    }
    if (waiting.size && Date.now() < end) requestAnimationFrame(look)
  }
  look()
}

/** @returns true when the draft is put back */
function hasCome(draft: Partial<Draft>, host: Carrying, root: ShadowRoot): boolean {
  if (draft.carried !== undefined) {
    // An element without a title has nothing to show yet.
    if (!root.querySelector('#title')) return false
    host.carried = draft.carried
    draft.carried = undefined
    // What it shows comes with its next update.
    return !draft.fields?.length
  }
  if (titleIn(root) !== draft.title) return false
  const fields = new Map(fieldsIn(root).map(({field, name}) => [name, field]))
  const said = draft.fields ?? []
  if (!said.every(({field}) => fields.has(field))) return false
  for (const {field: name, value, isChecked} of said) {
    const field = fields.get(name)!
    if (field instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(field.type)) field.checked = isChecked
    else field.value = value
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true, composed: true}))
  }
  return true
}

/** Every open shadow root below, in other components of the page too. */
function* rootsIn(scope: Document | ShadowRoot, above: string): Generator<{path: string; host: Element; root: ShadowRoot}> {
  const counts = new Map<string, number>()
  for (const host of scope.querySelectorAll('*')) {
    const {localName, shadowRoot: root} = host
    if (!root) continue
    const place = counts.get(localName) ?? 0
    counts.set(localName, place + 1)
    const path = `${above}/${localName}:${place}`
    if (localName.startsWith('dsg-')) yield {path, host, root}
    yield* rootsIn(root, path)
  }
}

/** Fields of a root by names that are the same after the page is loaded again. */
function fieldsIn(root: ShadowRoot): {field: Input; name: string}[] {
  return [...root.querySelectorAll<Input>(FIELDS)].map(field => {
    const isChoice = field instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(field.type)
    return {field, name: `${field.name || field.id} ${isChoice ? field.value : ''}`}
  })
}

function isTouched(field: Input): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].some(option => option.selected !== option.defaultSelected)
  return field.value !== field.defaultValue || isChecked(field) !== (field instanceof HTMLInputElement && field.defaultChecked)
}

function isChecked(field: Input): boolean {
  return field instanceof HTMLInputElement && field.checked
}

function titleIn(root: ShadowRoot): string {
  return root.querySelector('#title')?.textContent?.trim() ?? ''
}

/** With half an answer a try has begun: it is in the record, so that the same questions come back in the same order. */
function beginRound({guide, module, round}: Asking): void {
  // Only a guide of one module needs no name of it.
  const about = module ?? guide?.manifest.modules[0]?.id
  if (!guide || !round || about === undefined || guide.record.events.some(event => 'attempt' in event && event.attempt === round.id)) return
  const {id: attempt, questions, carried} = round
  const started: NewEvent = {
    type: 'started', about, hash: '', attempt, questions: questions.map(({id}) => id), ...(carried.length && {carried}),
  }
  void guide.record.append([started])
}
