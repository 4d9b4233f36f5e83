import type {Block, Inline} from './document.js'

/** What every question has. Its `id` is written in the content and never changes; see design.md, "Ids are for ever". */
interface Base {
  id: string
  /** Fingerprint of prompt and answers (`textHash`), kept with each answer so that a later edit can be told. */
  hash: string
  /** The heading's words after its prefix. */
  prompt: Inline[]
  /** What stands between the heading and the answers: a scenario's story, an instruction. */
  body: Block[]
  hint?: Block[]
  /** Shown after answering, whatever was chosen. */
  why?: Block[]
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
  /** Fingerprint of the answer's text: the same answer keeps its id when the order changes. */
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

/** A task the learner declares done: never "passed". */
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

export {isScored} from './scored.js'

/**
 * Is this the right answer?
 *
 * @param given - choice: ids of the answers chosen, in any order. order: item ids in the learner's order. match: the
 *   right-hand ids, in the order of `pairs`. fill: the text of each gap, in order; case, outer white space and a closing
 *   full stop are forgiven
 */
export function isRight(question: ScoredQuestion, given: readonly string[]): boolean {
  switch (question.type) {
    case 'choice': {
      const right = question.answers.filter(answer => answer.right).map(answer => answer.id)
      return right.length === new Set(given).size && right.every(id => given.includes(id))
    }
    case 'order':
      return sameList(question.items.map(item => item.id), given)
    case 'match':
      return sameList(question.pairs.map(pair => pair.right.id), given)
    case 'fill': {
      const gaps = question.parts.filter(part => typeof part !== 'string')
      return gaps.length === given.length
        && gaps.every((gap, i) => gap.accepts.some(answer => fold(answer) === fold(given[i] ?? '')))
    }
  }
}

function sameList(expected: readonly string[], given: readonly string[]): boolean {
  return expected.length === given.length && expected.every((id, i) => id === given[i])
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase()
}
