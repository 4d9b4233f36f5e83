import type {CalloutKind} from '../../model/guide/document.js'

export type QuestionKind =
  | 'question' | 'must-know' | 'scenario' | 'rate' | 'order' | 'match' | 'fill' | 'do' | 'reflect'
/** Headings that divide a framework, or a canvas. */
export type SectionKind = 'domain' | 'factor'
export type LabelKind = CalloutKind | 'hint' | 'why'

/** The words that steer the compiler in one language. The first of each list is the one we suggest. */
interface SteeringWords {
  questions: Record<QuestionKind, string[]>
  sections: Record<SectionKind, string[]>
  /** Opens what to ask before a factor is rated. */
  ask: string[]
  labels: Record<LabelKind, string[]>
  /** Says in the question that more than one answer may be right. */
  chooseAll: RegExp
  /** An answer that gives the game away. */
  allOfTheAbove: RegExp
}

const ENGLISH: SteeringWords = {
  questions: {
    question: ['Question'],
    'must-know': ['Must know'],
    scenario: ['Scenario'],
    rate: ['Rate'],
    order: ['Put in order'],
    match: ['Match'],
    fill: ['Fill in'],
    do: ['Do'],
    reflect: ['Reflect'],
  },
  sections: {domain: ['Domain'], factor: ['Factor']},
  ask: ['Ask'],
  labels: {
    warning: ['Warning'], example: ['Example'], local: ['Local'], voice: ['Voice'], hint: ['Hint'], why: ['Why'],
  },
  chooseAll: /\b(?:choose|select|tick) all (?:that|which) apply\b/i,
  allOfTheAbove: /^\W*(?:all|none|both|any) of (?:the above|these)\b/i,
}

const WELSH: SteeringWords = {
  questions: {
    question: ['Cwestiwn'],
    'must-know': ['Rhaid gwybod'],
    scenario: ['Senario', 'Sefyllfa'],
    rate: ['Sgorio', 'Graddio'],
    order: ['Rhowch mewn trefn'],
    match: ['Cyfatebwch', 'Parwch'],
    fill: ['Llenwch y bwlch', 'Llenwch'],
    do: ['Gwnewch'],
    reflect: ['Myfyriwch'],
  },
  sections: {domain: ['Maes', 'Parth'], factor: ['Ffactor']},
  ask: ['Gofynnwch'],
  labels: {
    warning: ['Rhybudd'], example: ['Enghraifft'], local: ['Lleol'], voice: ['Llais'], hint: ['Awgrym'], why: ['Pam'],
  },
  chooseAll: /\bdewiswch (?:bob un|pob un|y cyfan) (?:sy'n|sydd yn) (?:berthnasol|gymwys)\b/i,
  allOfTheAbove: /^\W*(?:pob un|yr un|dim un) o'r uchod\b/i,
}

const LANGUAGES: Record<string, SteeringWords> = {en: ENGLISH, cy: WELSH}

/** Every language's words are read everywhere, so that a page may move between guides. */
const QUESTIONS = byWord<QuestionKind>(words => words.questions)
const SECTIONS = byWord<SectionKind>(words => words.sections)
/** "Choose all that apply" at the end of a text, with the punctuation before it. Group 1 ends the sentence before, and stays. */
const CLOSINGS = Object.values(LANGUAGES).map(({chooseAll: {source}}) =>
  new RegExp(`(?:^|([.?!\u2026])\\s+|\\s\\(|[:;,]\\s+|\\s[-\u2013\u2014]\\s+)${source}\\s*[.!]?\\s*\\)?[.!]?$`, 'i'))
/** Longer than the phrase in any language. */
const LONGEST_CLOSING = 100
const LABELS = byWord<LabelKind>(words => words.labels)

/** The kind a heading's first word stands for: `Must know`, `must-know` and `Rhaid gwybod` are one. */
export function questionKind(word: string): QuestionKind | undefined {
  return QUESTIONS.get(fold(word))
}

export function sectionKind(word: string): SectionKind | undefined {
  return SECTIONS.get(fold(word))
}

export function labelKind(word: string): LabelKind | undefined {
  return LABELS.get(fold(word))
}

/** The words to suggest in a guide of this language (BCP 47); English where there is no table. */
export function questionWords(lang: string): string[] {
  return Object.values(steeringWords(lang).questions).map(words => words[0]!)
}

/** The word to suggest for one kind of question. */
export function questionWord(kind: QuestionKind, lang: string): string {
  return steeringWords(lang).questions[kind][0]!
}

export function sectionWord(kind: SectionKind, lang: string): string {
  return steeringWords(lang).sections[kind][0]!
}

/** The word to suggest for what to ask. */
export function askWord(lang: string): string {
  return steeringWords(lang).ask[0]!
}

export function isAskWord(word: string): boolean {
  return Object.values(LANGUAGES).some(({ask}) => ask.some(name => fold(name) === fold(word)))
}

export function labelWords(lang: string): string[] {
  return Object.values(steeringWords(lang).labels).map(words => words[0]!)
}

export function asksForAll(text: string): boolean {
  return Object.values(LANGUAGES).some(({chooseAll}) => chooseAll.test(text))
}

/** A text without a closing "Choose all that apply.", if it stands apart from the words before. */
export function withoutAskingForAll(text: string): string {
  const whole = text.trimEnd()
  // Only so much is looked at, because a line may be of any length.
  const from = Math.max(whole.length - LONGEST_CLOSING, 0)
  for (const closing of CLOSINGS) {
    const found = closing.exec(whole.slice(from))
    if (found) return whole.slice(0, from + found.index + (found[1]?.length ?? 0)).trimEnd()
  }
  return text
}

export function isAllOfTheAbove(answer: string): boolean {
  return Object.values(LANGUAGES).some(({allOfTheAbove}) => allOfTheAbove.test(answer))
}

/** `Word: the rest` of a heading line; undefined when no short word stands before a colon. */
export function splitPrefix(text: string): {word: string; rest: string} | undefined {
  const colon = text.slice(0, 40).indexOf(':')
  if (colon < 1) return undefined
  const word = text.slice(0, colon).trim()
  return /^\p{L}[\p{L} '-]*$/u.test(word) ? {word, rest: text.slice(colon + 1).trim()} : undefined
}

function steeringWords(lang: string): SteeringWords {
  return LANGUAGES[lang.slice(0, 2).toLowerCase()] ?? ENGLISH
}

function byWord<K extends string>(pick: (words: SteeringWords) => Record<K, string[]>): Map<string, K> {
  const kinds = new Map<string, K>()
  for (const words of Object.values(LANGUAGES)) {
    for (const [kind, names] of Object.entries(pick(words)) as [K, string[]][]) {
      for (const name of names) kinds.set(fold(name), kind)
    }
  }
  return kinds
}

function fold(word: string): string {
  return word.trim().toLowerCase().replace(/[\s-]+/g, ' ')
}
