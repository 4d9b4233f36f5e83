import type {LearnerEvent} from '../record.js'
import {leaner} from './leaner.js'
import {moduleOf, PREFIX, VERSION, type Known} from './names.js'
import {EventReader} from './read.js'
import {CompactReader, CutShort} from './text.js'
import {written} from './write.js'

/**
 * Characters that a compact record may have. SCORM 1.2 lets a learning system cut off what is beyond 4,096 characters. We stay
 * well below, because some systems count bytes, in an encoding of their own.
 */
export const COMPACT_LIMIT = 3600

/**
 * A learner's record about some modules as a short text, for a place that keeps little. To read it, one needs those modules,
 * of the same edition or of another.
 *
 * It leaves out what such a place is not told (what the learner wrote in their own words, self-assessments, opinions of
 * the guide), fractions of a second, and the events' own ids. When the rest is too long, more is left out, in the order that
 * `leaner.ts` says: the result of each module is the last to go.
 *
 * @param limit - how many characters there may be
 */
export function compactRecord(
  events: readonly LearnerEvent[], modules: readonly Known[], limit = COMPACT_LIMIT,
): string {
  const ids = new Set(modules.map(({id}) => id))
  const about = events.filter(event => ids.has(moduleOf(event) ?? ''))
  const all = written(about, modules)
  if (all.length <= limit) return all
  return longestWithin(limit, [...leaner(about)].map(fewer => () => written(fewer, modules)))
}

/** The first text that fits. @param texts - each as long as the one before it, or shorter; the last fits */
function longestWithin(limit: number, texts: readonly (() => string)[]): string {
  let [fits, tooLong] = [texts.length - 1, -1]
  while (fits - tooLong > 1) {
    const middle = Math.floor((fits + tooLong) / 2)
    if (texts[middle]!().length <= limit) fits = middle
    else tooLong = middle
  }
  return texts[fits]!()
}

/**
 * The events in a text that `compactRecord` wrote, oldest first. Answers to a question that has changed since still say whether
 * they were right, but no longer what was chosen. Events about something that is gone are left out. A text that was cut off is
 * read as far as it goes.
 *
 * @returns `newer` when a newer version of this program wrote the text; undefined when this program did not write it
 */
export function readCompactRecord(text: string, modules: readonly Known[]): LearnerEvent[] | 'newer' | undefined {
  if (!text.startsWith(PREFIX)) return undefined
  if (!text.startsWith(PREFIX + VERSION)) return 'newer'
  const reader = new EventReader(new CompactReader(text, PREFIX.length + VERSION.length), modules)
  try {
    while (!reader.isAtEnd) reader.next()
  } catch (error) {
    if (!(error instanceof CutShort)) throw error
  }
  return reader.events
}
