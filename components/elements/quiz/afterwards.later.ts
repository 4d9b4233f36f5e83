/**
 * What `dsg-quiz` needs from the first answer on, and for the kinds of question that are rare: fetched while the learner
 * reads the first question, so that a page that asks one weighs half.
 */
import {html, nothing, type TemplateResult} from 'lit'
import {plainText} from '../../model/guide/document.js'
import type {Module} from '../../model/guide/module.js'
import {isRight} from '../../model/record/marking.js'
import {neededToPass} from '../../model/record/pass-mark.js'
import {attemptResult, type Attempt} from '../../model/record/progress.js'
import type {ScoredQuestion} from '../../model/guide/question.js'
import type {LearnerEvent} from '../../model/record/record.js'
import {newId} from '../../state/log/ids.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {fields} from '../shared/styles/fields.styles.js'
import {heading} from '../shared/document/heading.js'
import {crossIcon, tickIcon} from '../shared/styles/icons.js'
import {renderBlocks, renderInlines} from '../shared/document/render-document.js'
import type {DsgElement} from '../shared/base/element.js'
import {errorSummary} from '../shared/form/error-summary.js'
import {sharedStrings} from '../shared/words/shared.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {savingPanel} from '../saving/panel.js'
import {wordsFor} from './words/afterwards.strings.js'
import {styles} from './afterwards.styles.js'
import {newRound, retryRound} from './attempt.js'
import {kindOf} from './kinds/index.js'
import type {KindView} from './kinds/kind.js'
import {scoredQuestions, type Round} from './round.js'

export {answerFacts, attemptOf, currentRound} from './attempt.js'
export {errorSummary, kindOf, renderBlocks, renderInlines}

export const afterwardsStyles = [fields, ...documentStyles, styles]

/** A quiz in the middle of a try: what to draw it from, and where it can go. */
export interface QuizView {
  host: DsgElement
  module: Module
  round: Round
  attempt: Attempt
  headingLevel: number
  /** Goes to a question of the round; past its end is the result. */
  goTo(at: number): void
  begin(round: Round): void
}

/** A question after it was answered: right or not, and why. @param title - its own words, as they were asked */
export function answeredQuestion(
  question: ScoredQuestion, title: TemplateResult, next: string, view: KindView, quiz: QuizView,
): TemplateResult {
  const {host, round: {questions}, attempt: {answers}, headingLevel, goTo} = quiz
  const say = wordsFor(host)
  const {given, right, hash, sure} = answers.get(question.id)!
  const after = questions.indexOf(question) + 1
  const isOver = after === questions.length && questions.every(({id}) => answers.has(id))
  return html`
    ${title}
    ${renderBlocks(question.body, view.context)}
    ${hash === question.hash && right === isRight(question, given) ? nothing : html`<p class="callout local">${say.changed}</p>`}
    <p class="verdict ${right ? 'right' : 'wrong'}" id="verdict" tabindex="-1">
      ${right ? tickIcon : crossIcon} ${right ? say.right : say.wrong}${sure ? `. ${say.surely[sure]}.` : nothing}
    </p>
    ${kindOf(question).answered(question, given, view)}
    ${question.why ? html`
      ${heading(headingLevel + 1, say.why, {size: 's'})}
      <div class="sentence">${renderBlocks(question.why, view.context)}</div>` : nothing}
    <dsg-keep .guide=${host.guide}></dsg-keep>
    <button type="button" @click=${() => goTo(after)}>${isOver ? say.seeResult : next}</button>`
}

/** How sure the learner is, asked beside an answer. */
export function sureness(host: HTMLElement): TemplateResult {
  const say = wordsFor(host)
  return html`<fieldset>
    <legend>${say.sure}</legend>
    ${([1, 2, 3] as const).map(sure => html`<div class="choice">
      <input type="radio" name="sure" id="sure-${sure}" value=${sure}>
      <label for="sure-${sure}">${say.sureness[sure]}</label>
    </div>`)}
  </fieldset>`
}

/** @param module - id that the page asks for */
export function missingModule(host: HTMLElement, module: string | undefined): TemplateResult {
  return html`<p>${module ? wordsFor(host).notFound(module) : stringsFor(host, sharedStrings).failed['not-set-up']}</p>`
}

export function noQuestions(host: HTMLElement): TemplateResult {
  return html`<p>${wordsFor(host).noQuestions}</p>`
}

/** What a try came to, with each answer to look at again, and what to do next. */
export function result(events: readonly LearnerEvent[], quiz: QuizView): TemplateResult {
  const {host, module, round, attempt, headingLevel, begin} = quiz
  const say = wordsFor(host)
  const {right, of, passed} = attemptResult(attempt, scoredQuestions(module), module.passPercent)
  const missed = round.questions.filter(({id}) => !attempt.answers.get(id)?.right)
  const gone = attempt.questions.length - round.questions.length
  return html`<div part="result">
    <div class="panel ${passed ? 'passed' : ''}">
      ${heading(headingLevel, say.score(right, of), {id: 'title', size: 'l', focusable: true})}
      <p><span class="tag ${passed ? 'done' : 'attention'}">${passed ? say.passed : say.notPassed}</span></p>
      ${attempt.carried.length ? html`<p>${say.carried(attempt.carried.length)}</p>` : nothing}
      <p>${say.rule(neededToPass(of, module.passPercent), of, module.hasMustKnow)} ${say.practice}</p>
    </div>
    ${heading(headingLevel + 1, say.answers, {size: 'm'})}
    ${missed.some(({id}) => attempt.answers.get(id)?.sure === 3) ? html`<p>${say.sureWrong}</p>` : nothing}
    ${gone > 0 ? html`<p>${say.left(gone)}</p>` : nothing}
    <ol class="results">${sureAndWrongFirst(round.questions, attempt).map(question => outcome(question, quiz))}</ol>
    <div class="button-row">
      ${missed.length ? html`<button type="button" @click=${() => begin(retryRound(module, attempt, newId))}>
        ${say.retry(missed.length)}</button>` : nothing}
      <button class="secondary" type="button" @click=${() => begin(newRound(module, events, newId))}>${say.again}</button>
    </div>
    ${savingPanel(host)}
  </div>`
}

function outcome(question: ScoredQuestion, {host, round, attempt, goTo}: QuizView): TemplateResult {
  const say = wordsFor(host)
  const {right, sure} = attempt.answers.get(question.id) ?? {right: false}
  return html`<li>
    <button class="link-button" type="button" @click=${() => goTo(round.questions.indexOf(question))}>
      ${plainText(question.prompt)}</button>
    <span class="outcome">${right ? tickIcon : crossIcon} ${right ? say.resultRight : say.resultWrong}</span>
    ${sure ? html`<span class="hint">${say.surely[sure]}</span>` : nothing}
  </li>`
}

/** What someone was certain of and got wrong is what they most need to read; the rest as it was asked. */
function sureAndWrongFirst(questions: readonly ScoredQuestion[], {answers}: Attempt): ScoredQuestion[] {
  const rank = ({id}: ScoredQuestion) => {
    const answer = answers.get(id)
    return answer && !answer.right ? -(answer.sure ?? 0) : 0
  }
  return [...questions].sort((a, b) => rank(a) - rank(b))
}
