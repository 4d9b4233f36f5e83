import {css, html, nothing, type TemplateResult} from 'lit'
import {catalogueChoices, type CatalogueFilter} from '../../model/guide/catalogue.js'
import type {GuideManifest} from '../../model/pack/files.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {filtersStrings} from './filters.strings.js'

export {matchingPathways} from '../../model/guide/catalogue.js'

export const filtersStyles = css`
  .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12em, 100%), 1fr)); gap: 0 1em; align-items: end }
  .filters .field { margin-block-end: 1em }
`

/** What the filters are drawn from, and what they change. */
interface Filtering {
  /** Says in which language. */
  host: HTMLElement
  manifest: GuideManifest
  filter: CatalogueFilter
  narrow(by: CatalogueFilter): void
  clear(): void
}

/** The form that narrows the catalogue. */
export function filtersView({host, manifest: {modules, frameworks}, filter, narrow, clear}: Filtering): TemplateResult {
  const words = stringsFor(host, filtersStrings)
  const say = catalogueWords(host)
  const {audiences, stages, domains} = catalogueChoices(modules)
  const names = new Map(frameworks.flatMap(framework => framework.domains.map(({id, short}) => [id, short])))
  const choice = (key: 'audience' | 'stage' | 'domain', label: string, options: [value: string, words: string][]) => {
    const chosen = String(filter[key] ?? '')
    const choose = ({target}: Event) => {
      const {value} = target as HTMLSelectElement
      narrow({[key]: key === 'stage' ? Number(value) : value})
    }
    return html`<div class="field">
      <label for=${key}>${label}</label>
      <select id=${key} @change=${choose}>
        <option value="" .selected=${!chosen}>${words.any}</option>
        ${options.map(([value, words]) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`)}
      </select>
    </div>`
  }
  return html`<form class="details-text" @submit=${(event: Event) => event.preventDefault()}>
    <div class="filters">
      <div class="field">
        <label for="text">${words.text}</label>
        <input id="text" type="text" autocomplete="off" .value=${filter.text ?? ''}
          @input=${(event: Event) => narrow({text: (event.target as HTMLInputElement).value})}>
      </div>
      ${choice('audience', words.audience, audiences.map(id => [id, say.audiences[id] ?? id]))}
      ${choice('stage', words.stage, stages.map(stage => [String(stage), say.stages[stage] ?? String(stage)]))}
      ${names.size ? choice('domain', words.domain, domains.map(id => [id, names.get(id) ?? id])) : nothing}
    </div>
    ${Object.values(filter).some(Boolean) ? html`<button class="link-button" type="button" @click=${clear}>${words.clear}</button>` : nothing}
  </form>`
}

/** How many fit, for the screen and for screen readers. */
export function filteredWords(host: HTMLElement, shown: number, of: number): string {
  const words = stringsFor(host, filtersStrings)
  return shown ? words.count(shown, of) : words.none
}
