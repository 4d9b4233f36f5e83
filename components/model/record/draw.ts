import {plainText} from '../guide/document.js'
import type {Inline} from '../guide/document.js'

/**
 * Which questions one attempt shows, and in which order. The same arguments always give the same draw: since the seed is the
 * attempt's id, an attempt looks the same after a reload.
 *
 * @param questions - all scored questions of the module
 * @param show - how many to show. More are shown when there are more must-know questions than that, because each of these is
 *   in every attempt; fewer when the module has fewer
 * @param seed - the attempt's id
 * @param avoid - ids to leave out while there are others, such as those of the last attempt
 */
export function draw<T extends {id: string; mustKnow: boolean}>(
  questions: readonly T[], show: number, seed: string, avoid: Iterable<string> = [],
): T[] {
  const avoided = new Set(avoid)
  const mustKnow = questions.filter(question => question.mustKnow)
  const others = shuffle(questions.filter(question => !question.mustKnow), seed + ' pick')
  const fresh = others.filter(question => !avoided.has(question.id))
  const seen = others.filter(question => avoided.has(question.id))
  const room = Math.max(0, show - mustKnow.length)
  // Shuffled once more, or must-know questions would always come first, and learners would notice which these are.
  return shuffle([...mustKnow, ...[...fresh, ...seen].slice(0, room)], seed + ' order')
}

/** The items in an order that depends on nothing but their number and `seed` (Fisher and Yates's shuffle). */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const shuffled = [...items]
  const random = randomFrom(seed)
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = shuffled[i]!
    shuffled[i] = shuffled[j]!
    shuffled[j] = held
  }
  return shuffled
}

/**
 * A choice question's answers in the order to show them. "None of these" and "All of the above" stay last, where they
 * make sense.
 *
 * @param seed - attempt id and question id together, so that the questions of one attempt get different orders
 */
export function shuffleAnswers<T extends {content: Inline[]}>(answers: readonly T[], seed: string): T[] {
  const last = answers.filter(isAboutTheOthers)
  return [...shuffle(answers.filter(answer => !isAboutTheOthers(answer)), seed), ...last]
}

function isAboutTheOthers(answer: {content: Inline[]}): boolean {
  return /^\s*(none|all) of\s+(the|these|them)\b/i.test(plainText(answer.content))
}

/**
 * Numbers from 0 up to but not including 1, always the same for one seed: mulberry32 (Tommy Ettinger, public domain)
 * started from an FNV-1a hash of the seed. Fair enough to draw questions with, and of no use for anything secret.
 */
export function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
