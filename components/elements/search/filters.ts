import {html, nothing, type TemplateResult} from 'lit'
import {catalogueChoices} from '../../model/guide/catalogue.js'
import type {GuideManifest} from '../../model/pack/files.js'
import {isDone, moduleProgress, progressIndex} from '../../model/record/progress.js'
import type {LearnerEvent} from '../../model/record/record.js'
import {modulesFor, type Facets} from '../../search/facets.js'
import type {catalogueStrings} from '../shared/words/catalogue.strings.js'
import type {foundStrings} from './found.strings.js'

/** What the learner narrows a search by. */
export interface SearchFilter extends Omit<Facets, 'isLeftOut'> {
  /** Only modules that are not done. */
  isNotDone?: boolean
}

type FilterName = 'pathway' | 'audience' | 'stage' | 'domain'

/** What the filters are drawn from and with. */
export interface FilterView {
  manifest: GuideManifest
  filter: SearchFilter
  /** What the learner did. Until a module is done, "not done yet" would leave out nothing and is not offered. */
  events: readonly LearnerEvent[]
  isOpen: boolean
  words: typeof foundStrings.en
  say: typeof catalogueStrings.en
  change(filter: SearchFilter): void
}

/** Filters as they stand in an address, such as `stage.2~isNotDone.1`. */
export function narrowedBy(filter: SearchFilter): string {
  return Object.entries(filter).flatMap(([name, value]) => value ? [`${name}.${Number(value) || value}`] : []).join('~')
}

/** The filters of an address. What is no filter is left out. */
export function filterOf(narrowed: string): SearchFilter {
  const filter: SearchFilter = {}
  for (const part of narrowed.split('~')) {
    const [, name, value] = /^(\w+)\.(.+)$/.exec(part) ?? []
    if (name === 'stage' && Number(value)) filter.stage = Number(value)
    else if (name === 'isNotDone') filter.isNotDone = true
    else if (name === 'pathway' || name === 'audience' || name === 'domain') filter[name] = value
  }
  return filter
}

/** How many filters are set. */
export function filtersSet(filter: SearchFilter): number {
  return Object.values(filter).filter(Boolean).length
}

/** Ids of the modules that fit; undefined when no filter is set. */
export function filteredModules(
  {modules}: GuideManifest, filter: SearchFilter, events: readonly LearnerEvent[],
): string[] | undefined {
  if (!filtersSet(filter)) return undefined
  const {isNotDone, ...facets} = filter
  const done = isNotDone ? doneModules(modules, events) : new Set<string>()
  return modulesFor(modules, {...facets, isLeftOut: id => done.has(id)})
}

function doneModules(modules: GuideManifest['modules'], events: readonly LearnerEvent[]): Set<string> {
  const index = progressIndex(events)
  return new Set(modules.filter(module => isDone(moduleProgress(module, index).status)).map(({id}) => id))
}

/** The filters, or nothing where there is nothing to choose between. */
export function filters(view: FilterView): TemplateResult | typeof nothing {
  const {filter, words, change, manifest, events, isOpen} = view
  const hasDone = doneModules(manifest.modules, events).size > 0
  const choices = choicesIn(view).filter(({options}) => options.length > 1)
  if (!choices.length && !hasDone) return nothing
  const set = filtersSet(filter)
  return html`<details class="filters" part="filters" ?open=${isOpen}>
    <summary>${words.filter(set)}</summary>
    <div class="details-text">
      <div class="choices">${choices.map(({key, label, options}) => html`<div class="field">
        <label for=${key}>${label}</label>
        <select id=${key} @change=${(event: Event) => change({...filter, ...chosen(key, event)})}>
          <option value="" .selected=${!filter[key]}>${words.all}</option>
          ${options.map(([value, name]) => html`
            <option value=${value} .selected=${value === String(filter[key])}>${name}</option>`)}
        </select>
      </div>`)}</div>
      ${hasDone ? html`<div class="choice">
        <input id="not-done" type="checkbox" .checked=${Boolean(filter.isNotDone)}
          @change=${(event: Event) => change({...filter, isNotDone: (event.target as HTMLInputElement).checked})}>
        <label for="not-done">${words.notDone}</label>
      </div>` : nothing}
      ${set ? html`<button class="link-button" type="button" @click=${() => change({})}>${words.clear}</button>` : nothing}
    </div>
  </details>`
}

function choicesIn(
  {manifest: {modules, pathways, frameworks}, words, say}: FilterView,
): {key: FilterName; label: string; options: [value: string, name: string][]}[] {
  const {audiences, stages, domains} = catalogueChoices(modules)
  const names = new Map(frameworks.flatMap(framework => framework.domains.map(({id, short}) => [id, short])))
  return [
    {key: 'pathway', label: words.pathway, options: pathways.map(({id, title}) => [id, title])},
    {key: 'audience', label: words.audience, options: audiences.map(id => [id, say.audiences[id] ?? id])},
    {key: 'stage', label: words.stage, options: stages.map(stage => [String(stage), say.stages[stage] ?? String(stage)])},
    {key: 'domain', label: words.domain, options: domains.flatMap(id => names.has(id) ? [[id, names.get(id)!]] : [])},
  ]
}

function chosen(key: FilterName, event: Event): SearchFilter {
  const {value} = event.target as HTMLSelectElement
  return {[key]: key === 'stage' ? Number(value) : value}
}
