import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import type {Block, Paragraph} from '../../model/guide/document.js'
import type {Module} from '../../model/guide/module.js'
import type {ScoredQuestion} from '../../model/guide/question.js'
import {shuffle} from '../../model/record/draw.js'
import {question as wellFormed} from '../../model/pack/check-alone.js'
import {fits} from '../../model/shape/shape.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {newId} from '../../state/log/ids.js'
import {heading} from '../shared/document/heading.js'
import {ModuleElement} from '../shared/base/module-element.js'
import {renderInlines} from '../shared/document/render-inline.js'
import type {Problem} from '../shared/form/error-summary.js'
import {stringsFor} from '../shared/words/strings.js'
import {renderContext} from '../term/render-context.js'
import {choice} from './kinds/choice.js'
import type {KindView, QuestionForm} from './kinds/kind.js'
import {quizStrings} from './words/quiz.strings.js'
import {styles} from './quiz.styles.js'
import type {NextPlace, OpenRound} from './quiz-view.js'
import {drawRound, type Round} from './round.js'

type Afterwards = typeof import('./afterwards.later.js')

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
export class DsgQuiz extends ModuleElement {
  static override styles: CSSResultGroup = [ModuleElement.styles, styles]

  /** Also ask "How sure are you?" beside each answer; the learner may leave it out. */
  @property({type: Boolean, attribute: 'with-confidence'}) withConfidence = false

  /** Id of a question to show by itself, to try; in an open try, the place where it is asked. */
  @property() question?: string

  /** What comes after the questions, in a module that has them: for the result, which is drawn later. @internal */
  next?: NextPlace

  /** On screen; see `drafts.ts`. @internal */
  @state() round?: Round
  /** Which question of the round is on screen, from 0; past the last is the result. */
  @state() private at = 0
  /** Flips at each step: see `renderGuide`. */
  @state() private isOther = false
  /** What is missing from the answer on screen, field by field. */
  @state() private problems: readonly Problem[] = []
  /** The code of what comes after the first answer, once it is there. */
  @state() private afterwards?: Afterwards

  /** Whose questions the round asks. While another module gets ready, those of the last are not asked in its name. */
  #drawnFrom?: Module

  protected override startAfresh(): void {
    const {content} = this
    if (content) void this.source.load(() => this.opened(content))
  }

  protected override fetchAhead(): void {
    super.fetchAhead()
    // A failure is ignored here: the code is fetched again when it is needed, and then a failure is shown.
    this.#fetchAfterwards().catch(() => undefined)
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {content, round, afterwards} = this
    if (this.isMissing) return afterwards?.missingModule(this, this.module)
    if (!content || !round || this.#drawnFrom !== content) return undefined
    const shown = round.questions.length ? this.#step(guide, content, round) : afterwards?.noQuestions(this)
    // Two places in the template, used in turn. In one place Lit would reuse the inputs, with the answer to the question before.
    return shown && html`${this.isOther ? nothing : shown}${this.isOther ? shown : nothing}
      ${round.questions[this.at] ? afterwards?.panelOf(this, this.record.events.length > 0) : nothing}`
  }

  private get words() { return stringsFor(this, quizStrings) }

  /** Begins a try, or goes on with the one in the record. */
  protected override async opened(module: Module): Promise<void> {
    const isBegun = this.record.events.some(({type, about}) => type === 'started' && about === module.id)
    const drawn = drawRound(module, newId)
    const isReady = !isBegun && !this.question && !this.withConfidence && drawn.questions.slice(0, 1).every(isPlain)
      && this.afterwards?.hasKindsOf(module) !== false
    const round = isReady ? drawn : (await this.#fetchAfterwards()).roundFor(this.question, module, this.record.events, newId)
    if (module === this.content) this.#show(round)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('question')) this.startAfresh()
  }

  #show(round: Round): void {
    const {at = 0} = round
    // A question that is on screen is not drawn anew: somebody may have chosen an answer.
    const isShown = this.#drawnFrom === this.content && this.round?.id === round.id && this.at === at
    this.#drawnFrom = this.content
    this.round = round
    // Whoever was brought to the heading before the question came is brought to its own.
    if (this.renderRoot.querySelector('#title:focus')) this.focusNext('#title')
    if (!isShown) this.#stepTo(at)
  }

  #stepTo(at: number): void {
    this.at = at
    this.isOther = !this.isOther
    this.problems = []
  }

  async #fetchAfterwards(): Promise<Afterwards> {
    const afterwards = await import('./afterwards.later.js')
    await afterwards.fetchKindsOf(this.content)
    if (!this.afterwards) this.addStyles(afterwards.afterwardsStyles)
    this.afterwards = afterwards
    return afterwards
  }

  /** A question, or past the last of them the result. */
  #step(guide: LoadedGuide, content: Module, round: Round): unknown {
    const {at, afterwards} = this
    const question = round.questions[at]
    const open: OpenRound = {host: this, module: content, round, goTo: this.#goTo, begin: this.#begin}
    if (!question) return afterwards!.result(open)
    const seed = round.id + question.id
    const view: KindView = {
      seed, shuffled: items => shuffle(items, seed), host: this, problems: this.problems,
      // Not by what code is there: what somebody reads is not drawn anew when more of it comes.
      words: isPlain(question) ? renderInlines : afterwards!.renderInlines,
      context: renderContext(this, guide, this.headingLevel + 1, content.id),
    }
    const title = this.#title(question, round, view)
    return html`<div class="question" part="question">
      ${at > 0 ? html`<p class="back">
        <button class="link-button" type="button" @click=${() => this.#goTo(at - 1)}>${this.say.back}</button>
      </p>` : nothing}
      ${afterwards?.answeredQuestion(question, title, view, open) ?? this.#unanswered(question, title, view, open)}
    </div>`
  }

  #title(question: ScoredQuestion, round: Round, {words, context}: KindView): TemplateResult {
    return html`
      <div class="caption">
        ${this.words.counter(this.at + 1, round.questions.length)}
        ${question.mustKnow ? html`<span class="tag attention">${this.words.mustKnow}</span>` : nothing}
      </div>
      ${heading(this.headingLevel, words(question.prompt, context), {id: 'title', size: 'm', focusable: true})}`
  }

  #unanswered(question: ScoredQuestion, title: TemplateResult, view: KindView, open: OpenRound): TemplateResult {
    // A question that is not plain is shown only once `afterwards` is there: `opened` waits for it.
    const {problems, afterwards} = this
    const kind = afterwards?.kindOf(question) ?? choice as QuestionForm
    // That of a question with several fields stands at the field.
    const error = problems.find(({id}) => id === 'answer')?.message
    return html`<form novalidate @submit=${(event: SubmitEvent) => this.#check(event, question, view, open)}>
      ${afterwards?.errorSummary(this, problems, this.headingLevel)}
      <fieldset class=${error ? 'has-error' : nothing} aria-describedby="body how${error ? ' error' : ''}">
        <legend>${title}</legend>
        <div id="body">${this.#blocks(question.body, view)}</div>
        <p class="hint" id="how">${kind.instruction(question, view)}</p>
        ${error ? html`<p class="error-message" id="error">${error}</p>` : nothing}
        ${kind.inputs(question, view)}
      </fieldset>
      ${this.withConfidence ? afterwards?.sureness(this) : nothing}
      ${question.hint ? html`<details>
        <summary>${this.words.hint}</summary>
        <div class="details-text sentence">${this.#blocks(question.hint, view)}</div>
      </details>` : nothing}
      <button>${this.words.check}</button>
    </form>`
  }

  #blocks(blocks: readonly Block[], {words, context}: KindView): unknown {
    return words === renderInlines
      ? (blocks as Paragraph[]).map(({children}) => html`<p>${words(children, context)}</p>`)
      : this.afterwards!.renderBlocks(blocks, context)
  }

  #check(event: SubmitEvent, question: ScoredQuestion, view: KindView, open: OpenRound): void {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const answer = ({checked}: Afterwards): void => {
      const {problems, facts} = checked(question, form, view, open)
      this.problems = problems
      this.focusNext(problems.length ? '.error-summary' : '#verdict')
      if (facts.length) this.record.add(...facts)
    }
    // The form is read before the code is fetched, so that "Try again" after a failure still has the answer.
    if (this.afterwards) answer(this.afterwards)
    else void this.source.load(async () => answer(await this.#fetchAfterwards()))
  }

  #goTo = (at: number): void => {
    this.#stepTo(at)
    this.focusNext('#title')
  }

  #begin = (round: Round): void => {
    this.#show(round)
    this.focusNext('#title')
  }
}

/**
 * Can the question be asked without `afterwards.later.ts`? Nearly all can. In a guide that the page sets as a property anything
 * can stand, and to leave out what cannot be drawn takes that code.
 */
function isPlain(question: ScoredQuestion): boolean {
  return fits(question, wellFormed) && !NOT_PLAIN.test(
    JSON.stringify(question, (name, value: unknown) => name === 'why' || name === 'feedback' ? 0 : value))
}

/**
 * Other kinds of question, images, and blocks that are no paragraph. There are backslashes before the quotes of a text, so no
 * text looks like a node.
 */
const NOT_PLAIN = /"type":"(?:order|match|fill|image|heading|list|code|them|block|callout|table|activity)/

declare global {
  interface HTMLElementTagNameMap { 'dsg-quiz': DsgQuiz }
}
