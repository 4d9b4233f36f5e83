import type {Block, Inline} from './document.js'

/** What every question has. Its `id` is written in the content and never changes: records name questions by it. */
interface Base {
  id: string
  /** `textHash` of prompt and answers. It is kept with each answer given, so that one can tell when the question was edited. */
  hash: string
  /** The heading's words after its prefix. */
  prompt: Inline[]
  /** What stands between the heading and the answers: a scenario's story, an instruction. */
  body: Block[]
  hint?: Block[]
  /** Shown after answering, whatever was chosen. */
  why?: Block[]
  /** Where its module explains it: the id of a page, or of a heading in one. */
  learn?: string
}

/** Radios, or checkboxes when `multiple`. */
export interface ChoiceQuestion extends Base {
  type: 'choice'
  kind: 'question' | 'scenario'
  multiple: boolean
  /** Must be right to pass, whatever the total. */
  mustKnow: boolean
  answers: Answer[]
}

export interface Answer {
  /** A hash of the answer's text, so that an answer keeps its id when the order changes. */
  id: string
  content: Inline[]
  right: boolean
  feedback: Block[]
}

/** Put in order: `items` stand in the right order. */
export interface OrderQuestion extends Base { type: 'order'; mustKnow: boolean; items: Item[] }

/** Match: each pair's `left` goes with its own `right`. */
export interface MatchQuestion extends Base { type: 'match'; mustKnow: boolean; pairs: {left: Item; right: Item}[] }

export interface Item { id: string; content: Inline[] }

/** Fill in: text with gaps. A string is text; a gap lists the answers it accepts, best first. */
export interface FillQuestion extends Base { type: 'fill'; mustKnow: boolean; parts: (string | {accepts: string[]})[] }

/** A task that the learner declares done. It is never "passed", because nobody marks it. */
export interface DoTask extends Base { type: 'do' }

/** A prompt to think about; the answer is not stored unless the learner chooses. */
export interface Reflection extends Base { type: 'reflect' }

/** A confidence statement with its five descriptors, lowest first. */
export interface RateStatement extends Base {
  type: 'rate'
  /** Id of the framework's domain it speaks for. */
  domain: string
  /** Module ids to suggest when the gap is large, best first. */
  suggest: string[]
  levels: Inline[][]
}

export type ScoredQuestion = ChoiceQuestion | OrderQuestion | MatchQuestion | FillQuestion
export type Question = ScoredQuestion | DoTask | Reflection | RateStatement

/** True for the questions that count towards a score. */
export function isScored(question: Question): question is ScoredQuestion {
  return question.type === 'choice' || question.type === 'order' || question.type === 'match' || question.type === 'fill'
}
