import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import {plainText} from '../../model/document.js'
import type {Module} from '../../model/module.js'
import {attemptResult, neededToPass, type Attempt} from '../../model/progress.js'
import type {ScoredQuestion} from '../../model/question.js'
import type {AnsweredEvent} from '../../model/record.js'
import {newId} from '../../state/ids.js'
import type {LoadedGuide} from '../../state/guide.js'
import {GuideElement} from '../shared/guide-element.js'
import {GuidePart, onlyModule} from '../shared/guide-part.js'
import {heading} from '../shared/heading.js'
import {crossIcon, tickIcon} from '../shared/icons.js'
import {renderBlocks, renderInlines, type RenderContext} from '../shared/render-document.js'
import {stringsFor} from '../shared/strings.js'
import {answerFacts, attemptOf, currentRound, newRound, retryRound, scoredQuestions, type Round} from './attempt.js'
import {kindOf} from './kinds/index.js'
import type {KindView} from './kinds/kind.js'
import {quizStrings} from './quiz.strings.js'
import {styles} from './quiz.styles.js'

/**
 * The questions of one module: one a page, feedback under each answer, a result, and another try with other questions.
 * It goes on where the learner's record says that they stopped.
 *
 * @tag dsg-quiz
 * @slot - shown until the quiz is ready, and when it cannot be loaded
 * @fires dsg-started - {RecordedEvent} the first answer of a try was given
 * @fires dsg-answered - {RecordedEvent} a question was answered
 * @fires dsg-completed - {RecordedEvent} the last question of a try was answered
 * @csspart question - the question being answered, or looked at again
 * @csspart result - the result of a try
 */
export class DsgQuiz extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, styles]

  /** Id of the module whose questions to ask. A `src` that is one markdown file needs none. */
  @property() module?: string

  /** Also ask "How sure are you?" beside each answer; the learner may leave it out. */
  @property({type: Boolean, attribute: 'with-confidence'}) withConfidence = false

  readonly #module = new GuidePart<Module>(this, {
    list: ({modules}) => modules,
    wanted: manifest => this.module ?? onlyModule(manifest),
    get: (guide, id) => guide.module(id),
    opened: module => this.#show(module, currentRound(module, this.events, newId)),
  })

  @state() private round?: Round
  /** Place in the round; past its end is the result. */
  @state() private at = 0
  /** What is missing from the answer on screen. */
  @state() private problem?: string

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('guide') || changed.has('module')) this.#module.update()
  }

  protected override startAfresh(): void {
    const {value: content} = this.#module
    if (content) this.#show(content, newRound(content, this.events, newId))
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {value: content, isMissing} = this.#module
    const {round} = this
    if (isMissing) return html`<p>${this.module ? this.words.notFound(this.module) : this.words.noModule}</p>`
    if (!content || !round) return html`<p>${this.say.loading}</p>`
    if (!round.questions.length) return html`<p>${this.words.noQuestions}</p>`
    const attempt = attemptOf(content, round, this.events)
    const question = round.questions[this.at]
    return question
      ? keyed(`${round.id} ${question.id}`, this.#question(guide, round, question, attempt?.answers.get(question.id)))
      : keyed(round.id, this.#result(content, round, attempt))
  }

  private get words() { return stringsFor(this, quizStrings) }

  #show(content: Module, round: Round): void {
    const answers = attemptOf(content, round, this.events)?.answers
    const next = round.questions.findIndex(question => !answers?.has(question.id))
    this.round = round
    this.at = next < 0 ? round.questions.length : next
    this.problem = undefined
  }

  #question(guide: LoadedGuide, round: Round, question: ScoredQuestion, answered?: AnsweredEvent): TemplateResult {
    const context = this.renderContext(guide, this.headingLevel + 1)
    return html`<div class="question" part="question">
      ${this.at > 0 ? html`<p class="back">
        <button class="link-button" type="button" @click=${() => this.#goTo(this.at - 1)}>${this.say.back}</button>
      </p>` : nothing}
      ${answered ? this.#answered(question, answered, round, context) : this.#unanswered(question, round, context)}
    </div>`
  }

  #title(question: ScoredQuestion, round: Round, context: RenderContext): TemplateResult {
    return html`
      <div class="caption">
        ${this.words.counter(this.at + 1, round.questions.length)}
        ${question.mustKnow ? html`<span class="tag attention">${this.words.mustKnow}</span>` : nothing}
      </div>
      ${heading(this.headingLevel, renderInlines(question.prompt, context), {id: 'title', size: 'm', focusable: true})}`
  }

  #unanswered(question: ScoredQuestion, round: Round, context: RenderContext): TemplateResult {
    const kind = kindOf(question)
    const view = this.#viewOf(question, round, context)
    const {problem} = this
    return html`<form novalidate @submit=${(event: SubmitEvent) => this.#check(event, question, round, view)}>
      ${problem ? html`<div class="error-summary" tabindex="-1" aria-labelledby="problem">
        ${heading(this.headingLevel, this.say.errorTitle, {id: 'problem', size: 'm'})}
        <ul><li><button class="link-button" type="button" @click=${this.#focusFirst}>${problem}</button></li></ul>
      </div>` : nothing}
      <fieldset class=${problem ? 'has-error' : nothing} aria-describedby="how${problem ? ' error' : ''}">
        <legend>${this.#title(question, round, context)}</legend>
        ${renderBlocks(question.body, context)}
        <p class="hint" id="how">${kind.instruction(question, view)}</p>
        ${problem ? html`<p class="error-message" id="error">${problem}</p>` : nothing}
        ${kind.inputs(question, view)}
      </fieldset>
      ${this.withConfidence ? this.#sureness() : nothing}
      ${question.hint ? html`<details>
        <summary>${this.words.hint}</summary>
        <div class="details-text sentence">${renderBlocks(question.hint, context)}</div>
      </details>` : nothing}
      <button>${this.words.check}</button>
    </form>`
  }

  #answered(question: ScoredQuestion, {given, right, hash, sure}: AnsweredEvent, round: Round, context: RenderContext): TemplateResult {
    const attempt = attemptOf(this.#module.value!, round, this.events)!
    const isOver = round.questions.every(({id}) => attempt.answers.has(id))
    return html`
      ${this.#title(question, round, context)}
      ${renderBlocks(question.body, context)}
      ${hash === question.hash ? nothing : html`<p class="callout local">${this.words.changed}</p>`}
      <p class="verdict ${right ? 'right' : 'wrong'}" id="verdict" tabindex="-1">
        ${right ? tickIcon : crossIcon} ${right ? this.words.right : this.words.wrong}${sure ? `. ${this.words.surely[sure]}.` : nothing}
      </p>
      ${kindOf(question).answered(question, given, this.#viewOf(question, round, context))}
      ${question.why ? html`
        ${heading(this.headingLevel + 1, this.words.why, {size: 's'})}
        <div class="sentence">${renderBlocks(question.why, context)}</div>` : nothing}
      <button type="button" @click=${() => this.#goTo(this.at + 1)}>
        ${isOver && this.at + 1 === round.questions.length ? this.words.seeResult : this.say.continue}
      </button>`
  }

  #sureness(): TemplateResult {
    return html`<fieldset>
      <legend>${this.words.sure}</legend>
      ${([1, 2, 3] as const).map(sure => html`<div class="choice">
        <input type="radio" name="sure" id="sure-${sure}" value=${sure}>
        <label for="sure-${sure}">${this.words.sureness[sure]}</label>
      </div>`)}
    </fieldset>`
  }

  #result(content: Module, round: Round, attempt: Attempt | undefined): TemplateResult {
    if (!attempt) return html`<p>${this.say.loading}</p>`
    const {right, of, passed} = attemptResult(attempt, scoredQuestions(content), content.passPercent)
    const missed = round.questions.filter(({id}) => !attempt.answers.get(id)?.right)
    const gone = attempt.questions.length - round.questions.length
    return html`<div part="result">
      <div class="panel ${passed ? 'passed' : ''}">
        ${heading(this.headingLevel, this.words.score(right, of), {id: 'title', size: 'l', focusable: true})}
        <p><span class="tag ${passed ? 'done' : 'attention'}">${passed ? this.words.passed : this.words.notPassed}</span></p>
        ${attempt.carried.length ? html`<p>${this.words.carried(attempt.carried.length)}</p>` : nothing}
        <p>${this.words.rule(neededToPass(of, content.passPercent), of, content.hasMustKnow)} ${this.words.practice}</p>
      </div>
      ${heading(this.headingLevel + 1, this.words.answers, {size: 'm'})}
      ${missed.some(({id}) => attempt.answers.get(id)?.sure === 3) ? html`<p>${this.words.sureWrong}</p>` : nothing}
      ${gone > 0 ? html`<p>${this.words.left(gone)}</p>` : nothing}
      <ol class="results">${sureAndWrongFirst(round.questions, attempt).map(question => this.#outcome(question, round, attempt))}</ol>
      <div class="button-row">
        ${missed.length ? html`<button type="button" @click=${() => this.#begin(retryRound(content, attempt, newId))}>
          ${this.words.retry(missed.length)}</button>` : nothing}
        <button class="secondary" type="button" @click=${() => this.#begin(newRound(content, this.events, newId))}>
          ${this.words.again}</button>
      </div>
      ${this.savingPanel()}
    </div>`
  }

  #outcome(question: ScoredQuestion, round: Round, attempt: Attempt): TemplateResult {
    const {right, sure} = attempt.answers.get(question.id) ?? {right: false}
    return html`<li>
      <button class="link-button" type="button" @click=${() => this.#goTo(round.questions.indexOf(question))}>
        ${plainText(question.prompt)}</button>
      <span class="outcome">${right ? tickIcon : crossIcon} ${right ? this.words.resultRight : this.words.resultWrong}</span>
      ${sure ? html`<span class="hint">${this.words.surely[sure]}</span>` : nothing}
    </li>`
  }

  #viewOf(question: ScoredQuestion, round: Round, context: RenderContext): KindView {
    return {seed: round.id + question.id, context, say: this.words}
  }

  #focusFirst = () => this.renderRoot.querySelector<HTMLElement>('[id="answer-0"]')?.focus()

  #check(event: SubmitEvent, question: ScoredQuestion, round: Round, view: KindView): void {
    event.preventDefault()
    const kind = kindOf(question)
    const form = event.target as HTMLFormElement
    const given = kind.read(question, form)
    const sure = Number(new FormData(form).get('sure') ?? 0) as 0 | 1 | 2 | 3
    this.problem = kind.problem(question, given, view)
    this.focusNext = this.problem ? '.error-summary' : '#verdict'
    if (this.problem) this.requestUpdate()
    else this.record(...answerFacts(this.#module.value!, round, question, given, sure || undefined, this.events))
  }

  #goTo(at: number): void {
    this.at = at
    this.problem = undefined
    this.focusNext = '#title'
  }

  #begin(round: Round): void {
    this.#show(this.#module.value!, round)
    this.focusNext = '#title'
  }
}

/** What someone was certain of and got wrong is what they most need to read; the rest as it was asked. */
function sureAndWrongFirst(questions: readonly ScoredQuestion[], {answers}: Attempt): ScoredQuestion[] {
  const rank = ({id}: ScoredQuestion) => {
    const answer = answers.get(id)
    return answer && !answer.right ? -(answer.sure ?? 0) : 0
  }
  return [...questions].sort((a, b) => rank(a) - rank(b))
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-quiz': DsgQuiz }
}
