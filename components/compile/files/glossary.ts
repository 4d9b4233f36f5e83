import {plainText} from '../../model/guide/document.js'
import type {GlossaryTerm} from '../../model/guide/glossary.js'
import type {Branch} from '../markdown/branch.js'
import {optionId, readOptions} from '../markdown/comment-options.js'
import {blocks, depthOf, reportEmptyHeading} from '../markdown/document.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import {inlines} from '../markdown/inline.js'
import {parsed} from '../markdown/parsed.js'
import {Reading, type ReadOptions} from '../markdown/reading.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'

export interface ReadGlossary { terms: GlossaryTerm[]; reading: Reading }

/** The terms of one glossary file: each `##` with what stands under it. Words above the first are for editors. */
export function readGlossary(report: Report, options: ReadOptions): ReadGlossary | undefined {
  return guarded(report, () => {
    if (!isReadable(report)) return undefined
    const {bodyLine} = readFrontMatter(report, 'optional')
    const reading = new Reading(report.source, report, bodyLine, options)
    const tree = parsed(reading)
    const starts = tree.flatMap((branch, i) => depthOf(branch) === 2 ? [i] : [])
    const terms = starts.flatMap((start, n) => readTerm(tree.slice(start, starts[n + 1]), reading))
    if (!terms.length) {
      report.warning('no-terms', reading.source.offset(bodyLine), 'This glossary file has no terms.',
        'Begin each term with ## and write what it means under it.')
    }
    reading.reportTidying()
    return {terms, reading}
  })
}

/** Of a meaning as data: some 300 words. A sentence has 200. */
const LONGEST_MEANING = 5_000

function readTerm([heading, ...content]: Branch[], reading: Reading): GlossaryTerm[] {
  if (!heading) return []
  const term = plainText(inlines(heading, reading)).trim()
  if (!term) {
    reportEmptyHeading(heading, reading)
    return []
  }
  const options = readOptions(heading, content, ['id', 'also'], reading)
  const meaning = blocks(content, reading)
  // An organisation's folder may only add names to a term below it: `lay-guide.ts` sees both.
  if (!meaning.length && !reading.report.layer) reportNoMeaning(term, reading.startOf(heading), reading)
  if (JSON.stringify(meaning).length > LONGEST_MEANING) {
    reading.report.error('meaning-too-long', reading.startOf(heading), `What "${term.slice(0, 60)}" means takes too many words.`,
      'Say it in a sentence or two, and link to a page that says more: the meaning is sent with each page that uses the term.')
    meaning.length = 0
  }
  const also = (options.get('also')?.value ?? '').split(',').map(name => name.trim()).filter(Boolean)
  const written = optionId(options, reading)
  if (written !== undefined) return [{id: reading.claimId(written, options.get('id')!.at), term, also, meaning}]
  const id = reading.options.taken.claim(term)
  if (!options.has('id')) reading.reportMissingId(heading, id, `The term "${term}"`)
  return [{id, term, also, meaning}]
}

export function reportNoMeaning(term: string, at: number, {report}: Reading): void {
  report.error('no-meaning', at, `"${term}" is not explained.`, 'Write what it means under it, in a sentence or two.')
}
