import type {Fix} from '../../model/guide/diagnostic.js'
import {matches} from './matches.js'
import {sentences, type Sentence} from './sentences.js'
import type {Mark, BlockText} from './block-text.js'
import {THING} from './block-text.js'

/** What a text is to its reader. A `prompt` is the heading of a question, without `Question:`. */
export type ProseKind =
  | 'title' | 'outcome' | 'summary' | 'heading' | 'prompt' | 'paragraph' | 'item' | 'answer' | 'cell'

export interface ProseFacts {
  kind: ProseKind
  /** Of a heading, as its author wrote it: 1 to 6. */
  depth?: number
  /** True of all that stands between a question's heading and its end. */
  inQuestion?: boolean
  /** BlockText of somebody else, shown as they are: an example callout or a voice. */
  isShown?: boolean
  /** In the front matter, where some characters mean something to YAML. */
  inFrontMatter?: boolean
}

const DOMAINS = 'uk|com|org|net|gov|io|eu|edu|int|co|wales|scot|info|example|test|invalid'
const FILES = 'md|pdf|docx?|xlsx?|pptx?|html?|js|mjs|ts|json|css|scss|ya?ml|csv|png|jpe?g|svg|txt|zip|njk'
const ADDRESS = new RegExp('(?:https?:\\/\\/|www\\.)[^\\s<>)"]*[^\\s<>)".,;:!?]|[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+'
  + `|\\b[\\w-]{1,60}(?:\\.[\\w-]{1,60}){0,5}\\.(?:${DOMAINS})\\b(?:\\/[^\\s<>)"]*[^\\s<>)".,;:!?])?`
  + `|\\b[\\w./-]{1,80}\\.(?:${FILES})\\b`, 'g')
/** A quick test that every address passes, and few other texts. */
const IN_ADDRESS = /:\/\/|\.\S/

/** One stretch of words that is read as a whole: a paragraph, a heading, an item, a cell. */
export class Prose {
  readonly kind: ProseKind
  readonly depth: number
  readonly inQuestion: boolean
  readonly isShown: boolean
  readonly inFrontMatter: boolean
  /** Addresses and names of files are no prose: each of their characters is a THING. */
  readonly text: string
  /** The same, and what stands in double quotes is no prose either: it is named, not said. Same length as `text`. */
  readonly unquoted: string
  readonly marks: readonly Mark[]
  readonly #offsets: readonly number[]
  #sentences: readonly Sentence[] | undefined
  #ownSentences: readonly Sentence[] | undefined

  constructor({text, offsets, marks}: Pick<BlockText, 'text' | 'offsets' | 'marks'>, facts: ProseFacts) {
    this.kind = facts.kind
    this.depth = facts.depth ?? 0
    this.inQuestion = facts.inQuestion ?? false
    this.isShown = facts.isShown ?? false
    this.inFrontMatter = facts.inFrontMatter ?? false
    this.text = IN_ADDRESS.test(text) ? text.replace(ADDRESS, thingsFor) : text
    this.unquoted = this.text.replace(/"[^"]*"|\u201c[^\u201d]*\u201d/g, thingsFor)
    this.marks = marks
    this.#offsets = offsets
  }

  /** Of `text`. */
  get sentences(): readonly Sentence[] {
    return this.#sentences ??= sentences(this.text)
  }

  /** Of `unquoted`: a full stop inside quotes ends none of them. */
  get ownSentences(): readonly Sentence[] {
    return this.#ownSentences ??= this.unquoted === this.text ? this.sentences : sentences(this.unquoted)
  }

  /** Offset in the file of a character of the text; one past the last is allowed. */
  offset(index: number): number {
    if (index < this.#offsets.length) return this.#offsets[index]!
    return (this.#offsets.at(-1) ?? -1) + 1
  }

  /** Matches of a global pattern in the words that are the author's own. */
  own(pattern: RegExp): RegExpExecArray[] {
    return matches(pattern, this.unquoted)
  }

  /** True when a character stands inside a mark of this type. */
  isIn(type: Mark['type'], index: number): boolean {
    return this.marks.some(mark => mark.type === type && index >= mark.from && index < mark.to)
  }

  /** A fix that replaces some characters by `text`; undefined where that would cut through marks, or break YAML. */
  replacing(from: number, to: number, text: string): Fix | undefined {
    const start = this.offset(from)
    const end = to > from ? this.offset(to - 1) + 1 : start
    if (end - start !== to - from) return undefined
    if (this.inFrontMatter && /['":#]/.test(text)) return undefined
    return {start, end, text}
  }
}

function thingsFor(text: string): string {
  return THING.repeat(text.length)
}
