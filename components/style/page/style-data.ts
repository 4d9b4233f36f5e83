import type {Diagnostic} from '../../model/guide/diagnostic.js'
import {didYouMean} from '../../compile/source/did-you-mean.js'
import {Report} from '../../compile/source/report.js'
import type {SourceFile} from '../../compile/source/source-file.js'
import {SourceText} from '../../compile/source/source-text.js'
import {readYaml, type YamlMap, type YamlValue} from '../../compile/yaml/yaml-map.js'
import {ABBREVIATIONS} from '../data/abbreviations.js'
import {PROPER_NAMES} from '../data/proper-names.js'
import {TERMS, type StyleTerm} from '../data/terms.js'
import {EXTRA_WORDS} from '../data/words.js'

/** What the rules know of words: ours, and what the content folder's `style.yaml` adds. */
export interface StyleData {
  terms: readonly StyleTerm[]
  /** Used without being explained. */
  abbreviations: ReadonlySet<string>
  /** As they are written, longest first. */
  properNames: readonly string[]
  /** Right, though no dictionary knows them; lower case. */
  words: ReadonlySet<string>
}

export const STYLE_FILE = 'style.yaml'
const NAMES = ['terms', 'abbreviations', 'proper_names', 'words']

/** Reads `style.yaml`, if the folder has one. What cannot be read in it is reported, and the rest is used. */
export function readStyleData(files: readonly SourceFile[]): {data: StyleData; diagnostics: Diagnostic[]} {
  const file = files.find(({path}) => path === STYLE_FILE)
  const report = new Report(STYLE_FILE, new SourceText(file?.text ?? ''))
  const {text} = report.source
  const entries: YamlMap = text.trim() ? readYaml(text, 0, report) : new Map()
  for (const [name, {keyAt}] of entries) {
    if (NAMES.includes(name)) continue
    report.warning('unknown-field', keyAt, `"${name}" is not known here, so it does nothing.`,
      `Use one of: ${NAMES.join(', ')}.${didYouMean(name, NAMES)}`)
  }
  const own = {
    terms: termsOf(entries, report), abbreviations: textsOf('abbreviations', entries, report),
    names: textsOf('proper_names', entries, report), words: textsOf('words', entries, report),
  }
  return {data: styleData(own), diagnostics: report.diagnostics()}
}

function styleData(own: {terms: StyleTerm[]; abbreviations: string[]; names: string[]; words: string[]}): StyleData {
  const replaced = new Set(own.terms.map(({use}) => use))
  return {
    terms: [...TERMS.filter(({use}) => !replaced.has(use)), ...own.terms],
    abbreviations: new Set([...ABBREVIATIONS, ...own.abbreviations]),
    properNames: [...PROPER_NAMES, ...own.names].sort((a, b) => b.length - a.length),
    words: new Set([...EXTRA_WORDS, ...own.words].map(word => word.toLowerCase())),
  }
}

function textsOf(name: string, entries: YamlMap, report: Report): string[] {
  const value = entries.get(name)?.value
  if (!value || value.kind === 'empty') return []
  if (value.kind === 'text') return [value.text]
  if (value.kind === 'list' && value.items.every(({kind}) => kind === 'text')) {
    return value.items.flatMap(item => item.kind === 'text' ? [item.text] : [])
  }
  report.error('bad-value', value.at, `The ${name} must be a list of words.`, `Write ${name}: [one, other].`)
  return []
}

function termsOf(entries: YamlMap, report: Report): StyleTerm[] {
  const value = entries.get('terms')?.value
  if (!value || value.kind === 'empty') return []
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap(item => termOf(item) ?? reportTerm(item, report))
}

function termOf(value: YamlValue): StyleTerm | undefined {
  if (value.kind !== 'map') return undefined
  const use = value.entries.get('use')?.value
  const not = value.entries.get('not')?.value
  const advice = value.entries.get('advice')?.value
  const wrong = not?.kind === 'text' ? [not] : not?.kind === 'list' ? not.items : []
  const texts = wrong.flatMap(item => item.kind === 'text' ? [item.text] : [])
  if (use?.kind !== 'text' || !texts.length) return undefined
  return {
    use: use.text, not: texts, severity: 'warning', isSafe: false,
    ...(advice?.kind === 'text' && {advice: advice.text}),
  }
}

function reportTerm({at}: YamlValue, report: Report): StyleTerm[] {
  report.error('bad-value', at, 'This term does not say what to write and what not.',
    'Write: - {use: care record, not: [patient file]}.')
  return []
}
