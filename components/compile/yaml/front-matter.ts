import {readYaml, type YamlMap} from './yaml-map.js'
import type {Report} from '../source/report.js'
import type {SourceText} from '../source/source-text.js'
import {reportUnseen} from '../source/unseen.js'

/** Front matter is some 40 lines. More characters than this is a page that lost its second `---`. */
const LONGEST = 30_000

export interface FrontMatter {
  entries: YamlMap
  /** Offset of the first `---`, or of the file. */
  at: number
  /** 0-based line at which the content begins. */
  bodyLine: number
}

/**
 * Several passes read every file, and YAML takes a fifth of a page's time, so it is parsed once. Only where nothing was wrong:
 * a fault has to be found again for each report.
 */
const FAULTLESS = new WeakMap<SourceText, FrontMatter>()

/**
 * What stands between the two `---` lines at the top of a file.
 *
 * @param need - `required` reports a file that has none
 */
export function readFrontMatter(report: Report, need: 'required' | 'optional'): FrontMatter {
  const {source} = report
  const known = FAULTLESS.get(source)
  if (known) return known
  const before = report.count
  const first = source.lines.findIndex(line => line.trim() !== '')
  const at = source.offset(Math.max(first, 0))
  if (first < 0 || source.lines[first]!.trimEnd() !== '---') {
    if (need === 'required') {
      report.error('no-front-matter', at, 'This file does not begin with its details.',
        'Begin it with a line "---", then id: and title: and the other details, then a second line "---".')
    }
    return {entries: new Map(), at, bodyLine: 0}
  }
  const close = source.lines.findIndex((line, i) => i > first && line.trimEnd() === '---')
  if (close < 0) {
    report.error('front-matter-not-closed', at, 'The details at the top of this file do not end.',
      'Write a line "---" after the last of them.')
  }
  const bodyLine = close < 0 ? firstProse(source.lines, first + 1) : close + 1
  const start = source.offset(first + 1)
  const end = source.offset(close < 0 ? bodyLine : close)
  // Those below it are YAML's.
  reportUnseen(report, 0, first + 1)
  const front = {entries: readEntries(source.text.slice(start, end), start, report), at, bodyLine}
  if (report.count === before) FAULTLESS.set(source, front)
  return front
}

function readEntries(text: string, start: number, report: Report): YamlMap {
  if (text.length <= LONGEST) return readYaml(text, start, report)
  report.error('bad-front-matter', start, 'These settings are too long to be read.', 'Check that the line "---" closes them.')
  return new Map()
}

/** Where the content most likely begins when nothing says so: at a heading, or after a blank line. */
function firstProse(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, i) => i >= from && (line.trim() === '' || line.startsWith('# ')))
  return found < 0 ? lines.length : found
}
