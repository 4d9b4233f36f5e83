import {html, nothing, type TemplateResult} from 'lit'
import {canvasFile, frameworkFile} from '../compile/pack/pack.js'
import type {Canvas} from '../model/guide/canvas.js'
import {localeOf} from '../model/formats/language.js'
import {scriptCode} from '../model/guide/embed-code.js'
import type {Framework} from '../model/guide/framework.js'
import type {Guide} from '../model/guide/guide.js'
import type {Module} from '../model/guide/module.js'
import type {Pathway} from '../model/guide/pathway.js'
import {glossaryStrings} from '../elements/glossary/glossary.strings.js'
import {moduleStrings} from '../elements/module/module.strings.js'
import {pathwayStrings} from '../elements/pathway/pathway.strings.js'
import {selfAssessmentStrings} from '../elements/self-assessment/self-assessment.strings.js'
import {heading} from '../elements/shared/document/heading.js'
import {renderBlocks, renderInlines} from '../elements/shared/document/render-document.js'
import {catalogueStrings} from '../elements/shared/words/catalogue.strings.js'
import {
  canvasPlace, EMBED_THIS, frameworkPlace, GLOSSARY, HOME, linkTo, modulePlace, pathwayPlace, type PageAddress,
} from './addresses.js'
import {siteNavigation} from './html.js'
import {modulePage, pageContext, sourceList} from './module-page.js'
import type {Drawing, StaticPage} from './page.js'
import {questionOnPaper} from './questions.js'
import {staticStrings} from './site.strings.js'

const say = staticStrings.en
/** The code that checks parts of a guide which few pages show. */
const RARE_CODE = 'model/pack/check-parts'

/** Makes each page of the site. They read without script; where script runs, the page's element takes over. */
export function staticPages(guide: Guide): ((drawing: Drawing) => StaticPage)[] {
  return [
    () => homePage(guide),
    ...guide.pathways.map(pathway => () => pathwayPage(pathway, guide)),
    ...guide.modules.map(module => (drawing: Drawing) => modulePage(module, guide, drawing)),
    ...guide.glossary.length ? [(drawing: Drawing) => glossaryPage(guide, drawing)] : [],
    ...guide.frameworks.map(framework => (drawing: Drawing) => frameworkPage(framework, guide, drawing)),
    ...guide.canvases.map(canvas => (drawing: Drawing) => canvasPage(canvas, guide, drawing)),
    () => embedPage(guide),
  ]
}

function homePage(guide: Guide): StaticPage {
  return {
    place: HOME,
    title: guide.title,
    description: say.guideDescription(guide.pathways.map(({title}) => title)),
    // The page has a link to its own main part, whose hash is not to stand in the way of the guide's.
    element: {tag: 'dsg-guide', attributes: {address: 'hash'}},
    content: html`
      ${siteNavigation(guide, HOME)}
      ${heading(1, guide.title, {size: 'xl'})}
      ${guide.pathways.map(pathway => html`
        ${heading(2, html`<a href=${linkTo(pathwayPlace(pathway.id), HOME.root)}>${pathway.title}</a>`)}
        <p>${pathway.summary}</p>
        ${moduleList(pathway, guide, HOME)}`)}`,
  }
}

function pathwayPage(pathway: Pathway, guide: Guide): StaticPage {
  const place = pathwayPlace(pathway.id)
  return {
    place,
    title: pathway.title,
    description: pathway.summary,
    element: {tag: 'dsg-pathway', attributes: {pathway: pathway.id}},
    content: html`
      ${heading(1, pathway.title, {size: 'xl'})}
      <p class="lede">${pathway.summary}</p>
      ${heading(2, pathwayStrings.en.modules)}
      ${moduleList(pathway, guide, place)}`,
  }
}

function moduleList(pathway: Pathway, {modules}: Guide, {root}: PageAddress): TemplateResult {
  const byId = new Map(modules.map(module => [module.id, module]))
  const row = ({id, title, minutes}: Module) => html`
    <li><a href=${linkTo(modulePlace(id), root)}>${title}</a> (${catalogueStrings.en.minutes(minutes)})</li>`
  return html`<ol>${pathway.modules.flatMap(id => byId.get(id) ?? []).map(row)}</ol>`
}

function glossaryPage(guide: Guide, drawing: Drawing): StaticPage {
  const {title, also} = glossaryStrings.en
  const terms = [...guide.glossary].sort((a, b) => a.term.localeCompare(b.term, localeOf(guide.lang)))
  return {
    place: GLOSSARY,
    title,
    description: say.glossaryDescription(terms.length),
    element: {tag: 'dsg-glossary'},
    content: html`
      ${heading(1, title, {size: 'l'})}
      <dl class="terms">${terms.map(({id, term, also: others, meaning}) => html`
        <dt id="term-${id}">${term}</dt>
        <dd>
          ${others.length ? html`<p class="also">${also}: ${others.join(', ')}</p>` : nothing}
          ${renderBlocks(meaning, pageContext(guide, GLOSSARY, `${id}-`, drawing))}
        </dd>`)}</dl>`,
  }
}

function frameworkPage(framework: Framework, guide: Guide, drawing: Drawing): StaticPage {
  const place = frameworkPlace(framework.id)
  const {title, intro} = selfAssessmentStrings.en
  return {
    place,
    title,
    description: intro,
    element: {tag: 'dsg-self-assessment', attributes: {framework: framework.id}},
    needs: {part: () => frameworkFile(framework), code: RARE_CODE},
    content: html`
      ${heading(1, title, {size: 'xl'})}
      <p class="lede">${say.onPaper}</p>
      <p>${framework.title}</p>
      ${framework.domains.map(domain => html`
        ${heading(2, domain.name, {id: domain.id, size: 'l'})}
        ${renderBlocks(domain.summary, pageContext(guide, place, `${domain.id}-`, drawing))}
        ${domain.statements.map(statement =>
          questionOnPaper(statement, pageContext(guide, place, `${statement.id}-`, drawing), say))}`)}
      ${framework.note ? html`<p>${framework.note}</p>` : nothing}
      ${sources(framework)}`,
  }
}

function canvasPage(canvas: Canvas, guide: Guide, drawing: Drawing): StaticPage {
  const place = canvasPlace(canvas.id)
  const titles = new Map(guide.modules.map(({id, title}) => [id, title]))
  return {
    place,
    title: canvas.title,
    description: say.canvasDescription(canvas.factors.map(({name}) => name)),
    element: {tag: 'dsg-canvas', attributes: {canvas: canvas.id}},
    needs: {part: () => canvasFile(canvas), code: RARE_CODE},
    content: html`
      ${heading(1, canvas.title, {size: 'xl'})}
      ${canvas.basis ? html`<p class="lede">${canvas.basis}</p>` : nothing}
      ${canvas.factors.map(factor => {
        const context = pageContext(guide, place, `${factor.id}-`, drawing)
        return html`
          ${heading(2, factor.name, {id: factor.id, size: 'l'})}
          ${renderBlocks(factor.intro, context)}
          <ol>${factor.levels.map(({name, text}) => html`<li>
            <strong>${name}</strong> ${renderInlines(text, context)}</li>`)}</ol>
          ${factor.ask.length ? html`<p><strong>${say.ask}</strong></p>${renderBlocks(factor.ask, context)}` : nothing}
          ${factor.learn.length ? html`<p>${say.learn}</p><ul>${factor.learn.map(id => html`<li>
            <a href=${linkTo(modulePlace(id), place.root)}>${titles.get(id)}</a></li>`)}</ul>` : nothing}`
      })}
      ${sources(canvas)}`,
  }
}

function embedPage(guide: Guide): StaticPage {
  return {
    place: EMBED_THIS,
    title: say.embedThis,
    description: say.embedDescription,
    element: {tag: 'dsg-embed-builder'},
    content: html`
      ${heading(1, say.embedThis, {size: 'xl'})}
      <p>${say.embedNeedsScript}</p>
      <p>${say.embedGuide}</p>
      <pre><code>${scriptCode({show: 'guide', title: guide.title}, 'ADDRESS/')}</code></pre>
      <p>${say.embedModule}</p>
      <pre><code>${scriptCode({show: 'module', id: 'MODULE', title: guide.title}, 'ADDRESS/')}</code></pre>`,
  }
}

function sources({sources, publisher}: Framework | Canvas): unknown {
  return html`
    ${sources.length ? html`${heading(2, moduleStrings.en.sources)}${sourceList(sources)}` : nothing}
    ${publisher ? html`<p>${say.publishedBy(publisher)}</p>` : nothing}`
}
