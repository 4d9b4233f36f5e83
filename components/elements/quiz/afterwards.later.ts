/**
 * What `dsg-quiz` needs from the first answer on to the result: fetched while the learner reads the first question, so that a
 * page that asks one weighs half. All of it, since the network may be gone by then; and with it the rarer kinds of question,
 * where a module has one (`kinds/index.ts`).
 */
import {html, nothing, type TemplateResult} from 'lit'
import type {ScoredQuestion} from '../../model/guide/question.js'
import type {NewEvent} from '../../model/record/record.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {fields} from '../shared/styles/fields.styles.js'
import {heading} from '../shared/document/heading.js'
import {crossIcon, tickIcon} from '../shared/styles/icons.js'
import {renderBlocks, renderInlines} from '../shared/document/render-document.js'
import {errorSummary as problemsOf, type Problem} from '../shared/form/error-summary.js'
import {sharedStrings} from '../shared/words/shared.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {savingPanel} from '../saving/panel.js'
import {eventsOf, learnLink, viewOf, type OpenRound, type QuizHost} from './quiz-view.js'
import {wordsFor} from './words/afterwards.strings.js'
import {styles} from './afterwards.styles.js'
import {answerFacts} from './attempt.js'
import {fetchKindsOf, hasKindsOf, kindOf} from './kinds/index.js'
import type {KindView, MarkLine} from './kinds/kind.js'
import {missingQuestion, toQuiz} from './result.js'

export {result, roundFor} from './result.js'
export {fetchKindsOf, hasKindsOf, kindOf, renderBlocks, renderInlines}

/** The quizzes that had a record, of which something is to be said: also that it is deleted. */
const begun = new WeakSet<QuizHost>()

/** The line that says what is saved, below a question. */
export function panelOf(host: QuizHost, hasRecord: boolean): unknown {
  if (hasRecord) begun.add(host)
  return begun.has(host) ? savingPanel(host, true) : nothing
}

export const afterwardsStyles = [fields, ...documentStyles, styles]

/**
 * A question after it was answered: right or not, and why.
 *
 * @param title - its own words, as they were asked
 * @returns undefined until it is answered
 */
export function answeredQuestion(
  question: ScoredQuestion, title: TemplateResult, view: KindView, open: OpenRound,
): TemplateResult | undefined {
  const quiz = viewOf(open)
  const answer = quiz?.attempt.answers.get(question.id)
  if (!quiz || !answer) return undefined
  const {host, host: {headingLevel}, round: {questions, practice}, attempt: {answers}, goTo} = quiz
  const say = wordsFor(host)
  const {given, right, hash, sure} = answer
  const waiting = questions.findIndex(({id}) => !answers.has(id))
  const following = questions.indexOf(question) + 1
  const isOver = following === questions.length && waiting < 0
  // Somebody who came by a link to one question may have left out those before it.
  const after = following === questions.length && waiting >= 0 ? waiting : following
  const kind = kindOf(question)
  const mark: MarkLine = (isRight, words = say.yourAnswer(isRight)) =>
    html`<div class="mark">${isRight ? tickIcon : crossIcon} ${words}</div>`
  const others = kind.others?.(question, given, view, mark) ?? nothing
  return html`
    ${title}
    ${renderBlocks(question.body, view.context)}
    ${hash === question.hash && right === kind.isRight(question, given) ? nothing : html`<p class="callout local">${say.changed}</p>`}
    <p class="verdict ${right ? 'right' : 'wrong'}" id="verdict" tabindex="-1">
      ${right ? tickIcon : crossIcon} ${right ? say.right : say.wrong}${sure ? `. ${say.surely[sure]}.` : nothing}
    </p>
    ${kind.answered(question, given, view, mark)}
    ${question.why ? html`
      ${heading(headingLevel + 1, say.why, {size: 's'})}
      <div class="sentence">${renderBlocks(question.why, view.context)}</div>` : nothing}
    <dsg-keep .guide=${host.guide}></dsg-keep>
    ${others === nothing ? nothing : html`<details>
      <summary>${say.others}</summary>
      <div class="details-text">${others}</div>
    </details>`}
    ${right ? nothing : learnLink(question, quiz)}
    ${practice ? toQuiz(quiz)
      : html`<button type="button" @click=${() => goTo(after)}>${isOver ? say.seeResult : stringsFor(host, sharedStrings).continue}</button>`}`
}

/** What is missing from an answer as it was sent; and what it adds to the record, where nothing is. */
export function checked(
  question: ScoredQuestion, form: FormData, view: KindView, open: OpenRound,
): {problems: readonly Problem[]; facts: readonly NewEvent[]} {
  const kind = kindOf(question)
  const problems = kind.problems(question, form, view)
  if (problems.length) return {problems, facts: []}
  const sure = Number(form.get('sure') ?? 0) as 0 | 1 | 2 | 3
  const given = kind.read(question, form)
  return {problems, facts: answerFacts(open.module, open.round, question, given, sure || undefined, eventsOf(open))}
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

/** What stands above a question: what is wrong with its answer, or that a link asked for another that is gone. */
export const errorSummary: typeof problemsOf = (host, problems, level) => {
  const wrong = problemsOf(host, problems, level)
  // Nothing where there is nothing to say: a question that is being read is not touched as this code comes.
  return (host as QuizHost).round?.isLost ? html`${missingQuestion(host)}${wrong}` : wrong
}

export function noQuestions(host: HTMLElement): TemplateResult {
  return html`<p>${wordsFor(host).noQuestions}</p>`
}
