import {html, nothing, type TemplateResult} from 'lit'
import {aloneFile} from '../compile/pack/pack.js'
import type {Address} from '../model/guide/document.js'
import type {Guide} from '../model/guide/guide.js'
import {hasOwnTitle, type Module, type Source} from '../model/guide/module.js'
import {isScored} from '../model/guide/question.js'
import {moduleStrings} from '../elements/module/module.strings.js'
import {reviewWords} from '../elements/module/review-words.js'
import {longDate} from '../elements/shared/words/dates.js'
import {heading} from '../elements/shared/document/heading.js'
import {sourceLink} from '../elements/shared/document/source-link.js'
import {renderBlocks, type RenderContext} from '../elements/shared/document/render-document.js'
import {catalogueStrings} from '../elements/shared/words/catalogue.strings.js'
import {sharedStrings} from '../elements/shared/words/shared.strings.js'
import {linkTo, modulePlace, pathwayPlace, staticAddress, type PageAddress} from './addresses.js'
import {PACK_BASE, type Drawing, type StaticPage} from './page.js'
import {answerOnPaper, questionOnPaper} from './questions.js'
import {staticStrings} from './site.strings.js'

const say = staticStrings.en
const words = moduleStrings.en

/** A module as one page: all of its text, with its questions where they stand in it, and their answers at the end. */
export function modulePage(module: Module, guide: Guide, drawing: Drawing = {}): StaticPage {
  const place = modulePlace(module.id)
  const pathway = guide.pathways.find(({id}) => id === module.pathway)
  // A page without a heading of its own stands under the title: links to that page lead there.
  const untitled = module.pages.find(page => !hasOwnTitle(page, module))
  return {
    place,
    title: module.title,
    description: say.canDo(module.outcomes),
    element: {tag: 'dsg-module', attributes: {module: module.id}},
    data: () => aloneFile(guide, module),
    before: pathway && html`<nav aria-label=${say.breadcrumb}>
      <ol class="crumbs"><li>
        <a href=${linkTo(pathwayPlace(pathway.id), place.root)}>${pathway.title}</a></li></ol></nav>`,
    content: html`
      ${heading(1, module.title, {id: untitled && `page-${untitled.id}`, size: 'xl'})}
      ${about(module, guide)}
      <div class="reading">
        ${contents(module)}
        <div>
          ${pages(module, guide, place, drawing)}
          ${answers(module, guide, place, drawing)}
        </div>
      </div>`,
    after: neighbours(module, guide, place),
  }
}

/** @param module - id of the module that the text is in */
export function pageContext(
  guide: Guide, {root, path}: PageAddress, idPrefix: string, {allowImages, guard, tell = console.warn}: Drawing, module?: string,
): RenderContext {
  return {
    level: 2,
    allowImages,
    guard,
    where: path,
    tell: line => tell(line, path),
    settings: guide.settings,
    base: PACK_BASE,
    idPrefix,
    callouts: sharedStrings.en.callouts,
    module,
    href: route => route.view === 'module' && route.module === module && route.page
      ? `#page-${route.page}` as Address : staticAddress(route, root, guide),
  }
}

export function sourceList(sources: readonly Source[]): TemplateResult {
  const yearOf = ({title, year}: Source) => year && !title.includes(String(year)) ? `, ${year}` : nothing
  return html`<ul>${sources.map(source => html`<li>
    ${sourceLink(source)}${yearOf(source)}</li>`)}</ul>`
}

function contents({pages}: Module): unknown {
  if (pages.length < 2) return nothing
  return html`<nav class="contents" aria-label=${words.pages}>
    <details>
      <summary>${say.pages(pages.length)}</summary>
      <ol>${pages.map(({id, title}) => html`<li><a href="#page-${id}">${title}</a></li>`)}</ol>
    </details>
  </nav>`
}

function pages(module: Module, guide: Guide, place: PageAddress, drawing: Drawing): unknown {
  const questions = new Map(module.questions.map(question => [question.id, question]))
  return module.pages.map(page => {
    const context = pageContext(guide, place, 'page-', drawing, module.id)
    const activity = (ids: readonly string[]): unknown => ids.map(id => {
      const question = questions.get(id)
      return question && questionOnPaper(question, context, say)
    })
    return html`<section class="page">
      ${hasOwnTitle(page, module)
        ? heading(2, page.title, {id: `page-${page.id}`, size: 'l'}) : nothing}
      ${renderBlocks(page.children, {...context, activity})}
    </section>`
  })
}

/** The answers to the questions. They come last, so that nobody sees them while reading. */
function answers({id, questions}: Module, guide: Guide, place: PageAddress, drawing: Drawing): unknown {
  const scored = questions.filter(isScored)
  if (!scored.length) return nothing
  return html`<section class="answers">
    ${heading(2, say.answers, {id: 'answers', size: 'l'})}
    ${scored.map(question => answerOnPaper(question, pageContext(guide, place, `answer-${question.id}-`, drawing, id), say))}
  </section>`
}

function about(module: Module, {lang}: Guide): TemplateResult {
  const row = (term: string, detail: unknown) => detail ? html`<dt>${term}</dt><dd>${detail}</dd>` : nothing
  const {short, more, isWarning} = reviewWords(module, module.reviewed ? 'current' : 'never-reviewed', lang, words)
  return html`<details class="about">
    <summary>
      <span>${catalogueStrings.en.minutes(module.minutes)}</span>
      <span class=${isWarning ? 'warned' : nothing}>${short}</span>
      <span>${words.about}</span>
    </summary>
    <div class="details-text">
      ${more ? html`<p class=${isWarning ? 'warned' : nothing}>${more}</p>` : nothing}
      ${module.outcomes.length ? html`
        <p>${words.outcomes}</p>
        <ul>${module.outcomes.map(outcome => html`<li>${outcome}</li>`)}</ul>` : nothing}
      <dl>
        ${row(words.stage, catalogueStrings.en.stages[module.stage])}
        ${row(words.sources, module.sources.length && sourceList(module.sources))}
        ${row(words.author, module.author)}
        ${row(words.publisher, module.publisher)}
        ${row(words.reviewers, module.reviewers.length && html`<ul>${module.reviewers.map(({role, date}) => html`<li>
          ${date ? words.reviewedBy(role, longDate(date, lang)) : words.awaited(role)}</li>`)}</ul>`)}
        ${row(module.reviewed ? words.lastReviewed : words.lastChecked, module.lastReviewed && longDate(module.lastReviewed, lang))}
        ${row(words.nextReview, module.nextReview && longDate(module.nextReview, lang))}
      </dl>
    </div>
  </details>`
}

/** The modules before and after it in its pathway. */
function neighbours(module: Module, guide: Guide, {root}: PageAddress): TemplateResult | undefined {
  const inOrder = guide.pathways.find(({id}) => id === module.pathway)?.modules ?? []
  const at = inOrder.indexOf(module.id)
  const link = (id: string | undefined, way: string, name: string) => {
    const other = guide.modules.find(each => each.id === id)
    return other && html`<a class=${name} href=${linkTo(modulePlace(other.id), root)}>
      <span class="way">${way}</span> <span class="name">${other.title}</span></a>`
  }
  const [previous, next] = at < 0 ? [] : [
    link(inOrder[at - 1], say.previousModule, 'previous'), link(inOrder[at + 1], say.nextModule, 'next'),
  ]
  return previous || next
    ? html`<nav class="neighbours" aria-label=${say.modulesOfPathway}>${previous ?? nothing} ${next ?? nothing}</nav>`
    : undefined
}
