import {html, nothing, type TemplateResult} from 'lit'
import type {Address, Block} from '../../model/guide/document.js'
import type {GuideManifest} from '../../model/pack/files.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {forgetSearches, recentSearches} from '../../state/search/recent-searches.js'
import type {Hit, SearchResult} from '../../search/open-index.js'
import type {Piece} from '../../search/show.js'
import {answerPart, type AnswerPart} from '../../search/answer-blocks.js'
import {heading} from '../shared/document/heading.js'
import {renderBlocks} from '../shared/document/render-document.js'
import type {Route} from '../shared/page/route.js'
import {withLocalFacts} from '../local-fact/local-context.js'
import {renderContext} from '../term/render-context.js'
import type {foundStrings} from './found.strings.js'

import {searchOf} from '../../state/search/guide-search.js'
import {filteredModules, type SearchFilter} from './filters.js'
export {searchOf}
export {rememberSearch} from '../../state/search/recent-searches.js'
export {filterOf, filters, filtersSet, narrowedBy} from './filters.js'
export {foundStrings} from './found.strings.js'
export {foundStyles} from './found.styles.js'

/** What is on screen, and what was asked for it. */
export interface FoundResults extends SearchResult {
  query: string
  /** How many results there are without the filters, when there are none with them; else 0. */
  elsewhere: number
  /** What is shown of the section that answers; undefined while its module is coming. */
  blocks?: Block[]
  /** It says more than these blocks. */
  isCut?: boolean
}

/** Searches a guide. @throws LoadError */
export async function resultsOf(guide: LoadedGuide, query: string, filter: SearchFilter, limit: number): Promise<FoundResults> {
  const search = await searchOf(guide)
  const modules = filteredModules(guide.manifest, filter, guide.record.events)
  const found = await search.search(query, {modules, limit})
  const elsewhere = modules && !found.total ? (await search.search(query, {limit: 0})).total : 0
  return {...found, query: query.trim(), elsewhere}
}

/** What is shown of the section that answers a question. Its module is fetched once. @throws LoadError */
export async function partOfAnswer(guide: LoadedGuide, {answer, query}: FoundResults): Promise<AnswerPart> {
  return answer ? answerPart(await guide.module(answer.module), answer, query) : {blocks: [], isCut: false}
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

/** What a screen reader is told: what came of the search, and that the answer stands first. */
export function told(found: FoundResults, words: FoundStrings): string {
  const said = outcome(found, words)
  return found.answer ? `${said}. ${words.answer(found.answer.heading)}` : said
}

/** What the results are drawn from and with. */
export interface FoundView {
  found: FoundResults
  guide: LoadedGuide
  host: HTMLElement & {href(route: Route): Address}
  /** Rank of the answer's heading. */
  level: number
  manifest: GuideManifest
  words: FoundStrings
  href(route: Route): Address
  ask(query: string): void
  clearFilters(): void
  showMore(): void
  /** A result was chosen. */
  remember(): void
}

export function foundView(view: FoundView): TemplateResult {
  const {found, manifest, words, href, ask, clearFilters, showMore, remember} = view
  const {hits, total, elsewhere, didYouMean} = found
  return html`
    ${elsewhere ? html`<p><button class="link-button" type="button" @click=${clearFilters}>${words.clear}</button></p>` : nothing}
    ${didYouMean ? html`<p class="meant">
      ${words.didYouMean} <button class="link-button" type="button" @click=${() => ask(didYouMean)}>${didYouMean}</button>?</p>` : nothing}
    ${answerView(view)}
    ${hits.length ? html`<ol class="results" part="results" role="list" aria-label=${words.results} @click=${remember}>
      ${byModule(hits).map(group => result(group, manifest, href, words))}</ol>` : nothing}
    ${total > hits.length ? html`<button class="secondary" type="button" @click=${showMore}>${words.showMore}</button>` : nothing}
    ${total || elsewhere ? nothing : instead(view)}`
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

/** The section that answers the question: its steps and the organisation's own details. */
function answerView(
  {found: {answer, blocks, isCut}, guide, host, level, href, words, remember}: FoundView,
): TemplateResult | typeof nothing {
  if (!answer || blocks && !blocks.length) return nothing
  const {module, title, heading: name} = answer
  const to = href(routeTo(answer))
  return html`<div class="answer ${blocks ? '' : 'coming'}" part="answer" role="region" aria-labelledby="answer" @click=${remember}>
    ${heading(level, name, {id: 'answer', size: 's'})}
    ${blocks ? renderBlocks(blocks, withLocalFacts(renderContext(host, guide, level, module), guide.manifest)) : nothing}
    <p>${isCut ? html`${words.more} <a href=${to}>${words.readAllOf(name)}</a>`
      : html`<a href=${to}>${words.readAll}<span class="visually-hidden">: ${name}</span></a>`}
      ${name === title ? nothing : html`<span class="place">${words.from} ${title}</span>`}</p>
  </div>`
}

/** Where nothing was found: questions like it that the guide answers, or one of each pathway; and who may know. */
function instead({found: {common = []}, guide, host, level, words, ask}: FoundView): unknown {
  const {settings, pathways} = guide.manifest
  const first = pathways.flatMap(({modules}) => common.find(({module}) => modules.includes(module)) ?? [])
  const questions = (common[0]?.isAlike ? common : first).map(({question}) => sentence(question))
  const desk = settings.it_service_desk
  return html`${questions.length ? html`<p id="common">${words.common}</p>
    <ul role="list" aria-labelledby="common">${questions.map(question => html`<li>
      <button class="link-button" type="button" @click=${() => ask(question)}>${question}</button></li>`)}</ul>` : nothing}
    <p>${words.whom} ${desk ? withLocalFacts(renderContext(host, guide, level), guide.manifest).local!(desk, desk) : words.desk}</p>`
}

/** As editors type questions, they begin small and lack their mark. */
function sentence(question: string): string {
  return `${question[0]!.toUpperCase()}${question.slice(1)}?`
}

/** Hits of one module together, where its best stands. */
function byModule(hits: readonly Hit[]): Hit[][] {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) groups.set(hit.section.module, [...groups.get(hit.section.module) ?? [], hit])
  return [...groups.values()]
}

function routeTo({module, page, anchor}: Hit['section']): Route {
  return {view: 'module', module, page: anchor || page}
}

function result(
  group: readonly Hit[], {pathways}: GuideManifest, href: FoundView['href'], words: FoundStrings,
): TemplateResult {
  const [{section, title, heading: part, excerpt}, ...others] = group as [Hit, ...Hit[]]
  const isOpening = section.heading === section.title
  const pathway = pathways.find(({modules}) => modules.includes(section.module))
  return html`<li>
    <a href=${href(routeTo(section))}>${marked(title)}${isOpening ? nothing : html`: ${marked(part)}`}</a>
    <p>${marked(excerpt)}</p>
    ${pathway ? html`<p class="place">${pathway.title}</p>` : nothing}
    ${others.length ? html`<ul class="also" aria-label=${words.alsoHere}>${others.map(hit => html`<li>
      <a href=${href(routeTo(hit.section))}>${marked(hit.heading)}</a></li>`)}</ul>` : nothing}
  </li>`
}

/** `b`, and not `mark`: screen readers say where each of those begins and ends. */
function marked(pieces: readonly Piece[]): unknown[] {
  return pieces.map(({text, isHit}) => isHit ? html`<b>${text}</b>` : text)
}
