import {html, nothing, type TemplateResult} from 'lit'
import {shuffle} from '../model/record/draw.js'
import {isScored, type Item, type Question, type ScoredQuestion} from '../model/guide/question.js'
import {renderBlocks, renderInlines, type RenderContext} from '../elements/shared/document/render-document.js'
import {heading} from '../elements/shared/document/heading.js'
import type {staticStrings} from './site.strings.js'

type Say = (typeof staticStrings)['en']

/** A question as it reads on paper: what is asked and what there is to choose from. */
export function questionOnPaper(question: Question, context: RenderContext, say: Say): TemplateResult {
  const prompt = renderInlines(question.prompt, context)
  return html`<section class="question" id=${`question-${question.id}`}>
    ${heading(context.level + 1, question.type === 'rate' ? prompt : html`${say.kinds[question.type]}: ${prompt}`)}
    ${renderBlocks(question.body, context)}
    ${question.hint ? html`<p><strong>${say.hint}</strong></p><div class="sentence">${renderBlocks(question.hint, context)}</div>` : nothing}
    ${whatToChoose(question, context, say)}
    ${question.why && !isScored(question) ? html`<div class="sentence">${renderBlocks(question.why, context)}</div>` : nothing}
    ${isScored(question) ? html`<p><a href="#answer-${question.id}">${say.toAnswer}</a></p>` : nothing}
  </section>`
}

/** The answer to a question, for the end of the page. */
export function answerOnPaper(question: ScoredQuestion, context: RenderContext, say: Say): TemplateResult {
  return html`<section class="answer" id=${`answer-${question.id}`}>
    ${heading(context.level + 1, renderInlines(question.prompt, context))}
    ${rightAnswer(question, context, say)}
    ${question.why ? html`<div class="sentence">${renderBlocks(question.why, context)}</div>` : nothing}
    <p><a href="#question-${question.id}">${say.toQuestion}</a></p>
  </section>`
}

function whatToChoose(question: Question, context: RenderContext, say: Say): unknown {
  switch (question.type) {
    case 'choice': return html`<ul class="choices">
      ${question.answers.map(answer => html`<li>${renderInlines(answer.content, context)}</li>`)}</ul>`
    case 'order': return html`<ul class="choices">
      ${shuffle(question.items, question.id).map(item => html`<li>${renderInlines(item.content, context)}</li>`)}</ul>`
    case 'match': {
      const rights = shuffle(question.pairs.map(pair => pair.right), question.id)
      const list = (items: Item[]): unknown => items.map(item => html`<li>${renderInlines(item.content, context)}</li>`)
      return html`<ul class="choices">${list(question.pairs.map(pair => pair.left))}</ul>
        <p>${say.goesWith}</p>
        <ul class="choices">${list(rights)}</ul>`
    }
    case 'fill': return html`<p>${question.parts.map(part => typeof part === 'string' ? part : '________')}</p>`
    case 'rate': return html`<ol>${question.levels.map(level => html`<li>${renderInlines(level, context)}</li>`)}</ol>`
    case 'do': case 'reflect': return nothing
  }
}

function rightAnswer(question: ScoredQuestion, context: RenderContext, say: Say): unknown {
  switch (question.type) {
    case 'choice': return html`<ul>${question.answers.map(answer => html`<li>
      ${renderInlines(answer.content, context)}${answer.right ? html` <strong>(${say.right})</strong>` : nothing}
      ${renderBlocks(answer.feedback, context)}
    </li>`)}</ul>`
    case 'order': return html`<ol>
      ${question.items.map(item => html`<li>${renderInlines(item.content, context)}</li>`)}</ol>`
    case 'match': return html`<ul>${question.pairs.map(({left, right}) => html`<li>
      ${renderInlines(left.content, context)}: ${renderInlines(right.content, context)}</li>`)}</ul>`
    case 'fill': return html`<p>${question.parts.map(part =>
      typeof part === 'string' ? part : html`<strong>${part.accepts.join(` ${say.or} `)}</strong>`)}</p>`
  }
}
