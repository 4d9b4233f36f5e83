import type {TemplateResult} from 'lit'
import type {Inline} from '../../../model/guide/document.js'
import type {ScoredQuestion} from '../../../model/guide/question.js'
import type {RenderContext} from '../../shared/document/render-inline.js'
import type {Problem} from '../../shared/form/error-summary.js'

/** How one sort of question is asked. Only native inputs, so that the browser handles the keyboard. */
export interface QuestionForm<Q extends ScoredQuestion = ScoredQuestion> {
  /** What to do, said under the question. */
  instruction(question: Q, view: KindView): string
  /** The inputs. They keep what the learner put in while the page around them renders again. */
  inputs(question: Q, view: KindView): TemplateResult
}

/** How one sort of question is asked, how its answer is read, and how it is shown once answered. */
export interface AnsweredKind<Q extends ScoredQuestion = ScoredQuestion> extends QuestionForm<Q> {
  /** What was put in, as `model/record/marking.ts` takes it. */
  read(question: Q, form: FormData): string[]
  /** What is missing, field by field as they stand on screen; none when the answer can be read. `answer` is the whole group. */
  problems(question: Q, form: FormData, view: KindView): Problem[]
  isRight(question: Q, given: readonly string[]): boolean
  /** The answer once given: what was chosen, what was right, and why, in words and not by colour alone. */
  answered(question: Q, given: readonly string[], view: KindView, mark: MarkLine): TemplateResult
  /** What else could have been answered, and why it is not right: folded away under it. */
  others?(question: Q, given: readonly string[], view: KindView, mark: MarkLine): unknown
}

/** Says whether something is right, beside a sign. @param words - default: that the learner's answer is, or is not */
export type MarkLine = (isRight: boolean, words?: string) => TemplateResult

export interface KindView {
  /** Answers are shuffled by it: the same seed gives the same order, each time the question of a try is shown. */
  seed: string
  /** By that seed. */
  shuffled<T>(items: readonly T[]): T[]
  context: RenderContext
  /** Shows the words of a prompt or an answer. */
  words(nodes: readonly Inline[], context: RenderContext): unknown
  /** The element that shows it; words are in its language. */
  host: HTMLElement
  /** What was missing when the answer was last checked. The fields say so themselves. */
  problems: readonly Problem[]
}
