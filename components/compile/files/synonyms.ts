import type {SearchSection} from '../../model/guide/guide.js'
import type {Synonym} from '../../model/guide/glossary.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'
import {readYaml} from '../yaml/yaml-map.js'

/** A line of a `synonyms.yaml`, and its offset. */
interface SynonymLine { synonym: Synonym; at: number }

/** One `synonyms.yaml`, read. */
export interface ReadSynonyms { lines: SynonymLine[]; report: Report }

/** As much of a query as search reads: longer words before a colon are never found. */
const LONGEST = 64

/** Reads `synonyms.yaml`: a line each, such as `2 factor, 2fa: multi-factor authentication, MFA`. Never throws. */
export function readSynonymsFile(report: Report): ReadSynonyms {
  const lines = guarded(report, () => {
    if (!report.source.text.trim() || !isReadable(report)) return []
    return [...readYaml(report.source.text, 0, report)].flatMap(([name, {value, keyAt}]): SynonymLine[] => {
      const synonym = {says: listOf(name), means: value.kind === 'text' ? listOf(value.text) : []}
      const long = synonym.says.find(said => said.length > LONGEST)
      if (!synonym.says.length || !synonym.means.length) {
        report.error('bad-synonym', keyAt, `"${name.slice(0, LONGEST)}" does not say what the guide calls it.`,
          'Write what people type, a colon, and words of the guide on the same line, such as dongle: USB stick.')
        return []
      }
      if (long) {
        report.error('bad-synonym', keyAt, `"${long.slice(0, LONGEST)}…" is longer than what search reads.`,
          `Use at most ${LONGEST} characters between 2 commas.`)
        return []
      }
      return [{synonym, at: keyAt}]
    })
  }) ?? []
  return {lines, report}
}

/**
 * Reports lines that find nothing, because the guide has none of their words.
 *
 * @param top - the highest layer. Lines of layers below it are not looked at: their words may stand in a page that is
 *   switched off
 */
export function reportSynonyms(files: readonly ReadSynonyms[], sections: readonly SearchSection[], top: number): void {
  const own = files.filter(({report, lines}) => report.layer === top && lines.length)
  if (!own.length) return
  const known = new Set(sections.flatMap(({title, heading, keywords, text}) =>
    lowerCaseWords([title, heading, ...keywords, text].join(' '))))
  for (const {lines, report} of own) {
    for (const {synonym: {means}, at} of lines) {
      if (means.some(name => lowerCaseWords(name).every(word => isIn(known, word)))) continue
      report.warning('synonym-finds-nothing', at, `No page says ${means.map(name => `"${name}"`).join(' or ')}.`,
        'After the colon, write words that stand in the page people look for.')
    }
  }
}

/** Search finds other forms of a word as well. */
function isIn(known: ReadonlySet<string>, word: string): boolean {
  if (known.has(word)) return true
  const start = word.slice(0, Math.max(4, word.length - 3))
  return word.length > 4 && [...known].some(other => other.startsWith(start))
}

function lowerCaseWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function listOf(text: string): string[] {
  return text.split(',').map(name => name.trim()).filter(Boolean)
}
