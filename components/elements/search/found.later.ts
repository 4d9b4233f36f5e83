import {html, nothing, type TemplateResult} from 'lit'
import type {Address} from '../../model/guide/document.js'
import type {GuideManifest} from '../../model/pack/files.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {forgetSearches, recentSearches} from '../../state/search/recent-searches.js'
import type {Hit, SearchResult} from '../../search/open-index.js'
import type {Piece} from '../../search/show.js'
import {heading} from '../shared/document/heading.js'
import type {Route} from '../shared/page/route.js'
import type {foundStrings} from './found.strings.js'

export {searchOf} from '../../state/search/guide-search.js'
export {rememberSearch} from '../../state/search/recent-searches.js'
export {filteredModules, filters, filtersSet} from './filters.js'
export {foundStrings} from './found.strings.js'
export {foundStyles} from './found.styles.js'

/** What is on screen, and what was asked for it. */
export interface FoundResults extends SearchResult {
  query: string
  /** How many results there are without the filters, when there are none with them; else 0. */
  elsewhere: number
}

type FoundStrings = typeof foundStrings.en

/** What came of a search, in a sentence. */
export function outcome({total, query, elsewhere}: FoundResults, words: FoundStrings): string {
  if (total) return words.count(total, query)
  return elsewhere ? words.nothingHere(query, elsewhere) : words.nothing(query)
}

/** The same to look at. Over results it is their heading. @param level - its rank */
export function status(found: FoundResults, words: FoundStrings, level: number): TemplateResult {
  const said = outcome(found, words)
  return found.total ? html`<div class="status">${heading(level, said, {size: 's'})}</div>`
    : html`<p class="status" aria-hidden="true">${said}</p>`
}

/** What the results are drawn from and with. */
export interface FoundView {
  found: FoundResults
  manifest: GuideManifest
  words: FoundStrings
  href(route: Route): Address
  ask(query: string): void
  clearFilters(): void
  showMore(): void
  /** A result was chosen. */
  remember(): void
}

export function foundView({found, manifest, words, href, ask, clearFilters, showMore, remember}: FoundView): TemplateResult {
  const {hits, total, elsewhere, didYouMean} = found
  return html`
    ${elsewhere ? html`<p><button class="link-button" type="button" @click=${clearFilters}>${words.clear}</button></p>` : nothing}
    ${didYouMean ? html`<p class="meant">
      ${words.didYouMean} <button class="link-button" type="button" @click=${() => ask(didYouMean)}>${didYouMean}</button>?</p>` : nothing}
    ${hits.length ? html`<ol class="results" part="results" role="list" aria-label=${words.results} @click=${remember}>
      ${hits.map(hit => result(hit, manifest, href))}</ol>` : nothing}
    ${total > hits.length ? html`<button class="secondary" type="button" @click=${showMore}>${words.more}</button>` : nothing}`
}

/** What was searched for before, to be searched for again. */
export function recentView(
  {manifest: {id}, record}: LoadedGuide, words: FoundStrings, ask: (query: string) => void, forgot: () => void,
): TemplateResult | typeof nothing {
  const queries = recentSearches(id, record)
  const forget = () => {
    forgetSearches(id, record)
    forgot()
  }
  if (!queries.length) return nothing
  return html`<div class="recent">
    <p id="recent">${words.recent}</p>
    <ul role="list" aria-labelledby="recent">${queries.map(query => html`<li>
      <button class="link-button" type="button" @click=${() => ask(query)}>${query}</button></li>`)}</ul>
    <button class="link-button" type="button" @click=${forget}>${words.forget}</button>
  </div>`
}

function result({section, title, heading: part, excerpt}: Hit, {pathways}: GuideManifest, href: FoundView['href']): TemplateResult {
  const route = {view: 'module', module: section.module, page: section.page} as const
  const isOpening = section.heading === section.title
  const pathway = pathways.find(({modules}) => modules.includes(section.module))
  return html`<li>
    <a href=${href(route)}>${marked(title)}${isOpening ? nothing : html`: ${marked(part)}`}</a>
    <p>${marked(excerpt)}</p>
    ${pathway ? html`<p class="place">${pathway.title}</p>` : nothing}
  </li>`
}

function marked(pieces: readonly Piece[]): unknown[] {
  return pieces.map(({text, isHit}) => isHit ? html`<mark>${text}</mark>` : text)
}
