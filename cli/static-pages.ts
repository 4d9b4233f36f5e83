import {html, nothing, type TemplateResult} from 'lit'
import type {Guide} from '../components/model/guide.js'
import type {Module} from '../components/model/module.js'
import {isScored} from '../components/model/question.js'
import {heading} from '../components/elements/shared/heading.js'
import {renderBlocks, type RenderContext} from '../components/elements/shared/render-document.js'
import type {Route} from '../components/elements/shared/route.js'
import {sharedStrings} from '../components/elements/shared/shared.strings.js'
import {answerOnPaper, questionOnPaper} from './static-questions.js'
import {escapeHtml, htmlPage, htmlText, PACK_BASE} from './static-html.js'
import {staticStrings} from './static.strings.js'

const say = staticStrings.en

/**
 * The pages of a pack that read without script: a contents list, and one page a module with its questions' answers at
 * the end. Where script runs, the elements put themselves in their place.
 */
export function staticPages(guide: Guide): {path: string; text: string}[] {
  return [
    ...guide.modules.map(module => ({path: `modules/${module.id}.html`, text: modulePage(module, guide)})),
    {path: 'index.html', text: indexPage(guide)},
  ]
}

function indexPage(guide: Guide): string {
  const byId = new Map(guide.modules.map(module => [module.id, module]))
  const body = html`
    ${heading(1, guide.title)}
    <nav aria-label=${say.contents}>${guide.pathways.map(pathway => html`
      ${heading(2, pathway.title)}
      <p>${pathway.summary}</p>
      <ol>${pathway.modules.map(id => byId.get(id)).map(module => module && html`
        <li><a href="modules/${module.id}.html">${module.title}</a> (${say.minutes(module.minutes)})</li>`)}</ol>`)}
    </nav>
    ${guide.glossary.length ? glossary(guide) : nothing}`
  return htmlPage({
    guide,
    title: guide.title,
    root: '',
    main: `<dsg-guide src="guide.json" heading-level="1">\n${htmlText(body)}\n</dsg-guide>`,
  })
}

function glossary(guide: Guide): TemplateResult {
  const context = pageContext(guide, '', 2)
  return html`${heading(2, say.glossary)}<dl>${guide.glossary.map(({id, term, also, meaning}) => html`
    <dt id=${`glossary-${id}`}>${term}</dt>
    <dd>
      ${renderBlocks(meaning, context)}
      ${also.length ? html`<p>${say.alsoCalled} ${also.join(', ')}</p>` : nothing}
    </dd>`)}</dl>`
}

function modulePage(module: Module, guide: Guide): string {
  const context = pageContext(guide, '../', 2)
  const questions = new Map(module.questions.map(question => [question.id, question]))
  const activity = (ids: readonly string[]): unknown => ids.map(id => {
    const question = questions.get(id)
    return question && questionOnPaper(question, context, say)
  })
  const scored = module.questions.filter(isScored)
  const body = html`
    ${heading(1, module.title)}
    <p>${say.minutes(module.minutes)}</p>
    <p>${say.outcomes}</p>
    <ul>${module.outcomes.map(outcome => html`<li>${outcome}</li>`)}</ul>
    ${module.reviewed ? nothing : html`<p>${say.notReviewed}</p>`}
    ${module.pages.map(page => html`<section>
      ${heading(2, page.title, {id: `page-${page.id}`})}
      ${renderBlocks(page.children, {...context, activity})}
    </section>`)}
    ${scored.length ? html`<section>
      ${heading(2, say.answers)}
      ${scored.map(question => answerOnPaper(question, context, say))}
    </section>` : nothing}
    ${about(module)}`
  return htmlPage({
    guide,
    title: `${module.title} - ${guide.title}`,
    root: '../',
    main: `<dsg-module src="../guide.json" module="${escapeHtml(module.id)}" heading-level="1">
${htmlText(body, '../')}
</dsg-module>`,
  })
}

function about(module: Module): TemplateResult {
  return html`<section>
    ${module.sources.length ? html`${heading(2, say.sources)}<ul>${module.sources.map(({title, url, year}) => html`
      <li>${url ? html`<a href=${url}>${title}</a>` : title}${year ? ` (${year})` : nothing}</li>`)}</ul>` : nothing}
    ${module.lastReviewed ? html`<p>${say.lastReviewed(say.date(module.lastReviewed))}</p>` : nothing}
    ${module.nextReview ? html`<p>${say.nextReview(say.date(module.nextReview))}</p>` : nothing}
  </section>`
}

function pageContext(guide: Guide, root: string, level: number): RenderContext {
  return {
    level,
    settings: guide.settings,
    base: PACK_BASE,
    idPrefix: 'dsg-',
    callouts: sharedStrings.en.callouts,
    href: route => staticAddress(route, root),
  }
}

function staticAddress(route: Route, root: string): string {
  switch (route.view) {
    case 'module': return `${root}modules/${route.module}.html${route.page ? `#page-${route.page}` : ''}`
    case 'glossary': return `${root}index.html${route.term ? `#glossary-${route.term}` : ''}`
    default: return `${root}index.html`
  }
}
