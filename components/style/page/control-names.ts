import type {Prose} from './prose.js'
import type {Mark} from './block-text.js'

/** What stands before the name of a control. */
const VERBS = 'select|choose|press|tap|click|open|use|type|enter|tick|turn on|turn off|switch on|switch off|go to'
  + '|called|named|find|look for|hold|in|and|or|then|the|,'
const DOES_SOMETHING = new RegExp(`(?:^|\\b|\\s)(?:${VERBS})\\s+(?:the\\s+)?$`, 'i')
const LONGEST_NAME = 6
/** Words that are often made bold for emphasis. */
const STRESSED = /^(?:[Nn]ot|[Nn]ever|[Aa]lways|[Oo]nly|[Mm]ust|[Dd]o not|[Nn]o|[Aa]ll|\p{Lu}{3,})\b/u

/** True when bold words name a button, a key or a level, and are not bold for emphasis. */
export function namesControl(mark: Mark, prose: Prose): boolean {
  const words = markedWords(mark, prose)
  if (words.split(/\s+/).length > LONGEST_NAME) return false
  // The name of a level, or a lead word with its full stop.
  if (mark.from === 0 && /[.:]$/.test(words)) return true
  const isCapital = /^[\p{Lu}\p{N}\p{S}\p{P}\ufffc]/u.test(words)
  const isCalled = DOES_SOMETHING.test(prose.text.slice(Math.max(mark.from - 30, 0), mark.from))
  return STRESSED.test(words) ? isCapital && isCalled && !/^\p{Lu}{3,}\b/u.test(words) : isCapital || isCalled
}

export function markedWords({from, to}: Mark, {text}: Prose): string {
  return text.slice(from, to)
}
