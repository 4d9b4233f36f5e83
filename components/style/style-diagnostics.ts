import type {Diagnostic} from '../model/guide/diagnostic.js'
import type {Guide} from '../model/guide/guide.js'
import {Report} from '../compile/source/report.js'
import type {SourceFile} from '../compile/source/source-file.js'
import {excused} from './excuses.js'
import {RULES} from './rules/index.js'
import {pageKind, readStylePage} from './page/read-style-page.js'
import type {StyleContext, StyleRule} from './page/rule.js'
import {spellingRule, type Dictionary} from './rules/spelling.js'
import {readStyleData} from './page/style-data.js'
import type {StylePage} from './page/style-page.js'

export interface StyleOptions {
  /** Without one, spelling is not checked. */
  dictionary?: Dictionary
}

/** What a guide says of itself that rules ask for. */
type CheckedGuide = Pick<Guide, 'glossary' | 'lang' | 'publisher'>

/**
 * Where the words of a guide differ from NHS content style. The rules are for English: a guide or a page in another
 * language is passed over. For whoever checks and builds: the rules and their data do not belong on a learner's page.
 *
 * @param files - the content folder, as it was compiled
 */
export function styleDiagnostics(files: readonly SourceFile[], guide: CheckedGuide, options: StyleOptions = {}): Diagnostic[] {
  if (!isEnglish(guide.lang)) return []
  const {data, diagnostics} = readStyleData(files)
  const about = {data, glossary: guide.glossary, publisher: guide.publisher}
  const rules = options.dictionary ? [...RULES, spellingRule(options.dictionary, about)] : RULES
  return [...diagnostics, ...files.flatMap(file => {
    const kind = pageKind(file.path)
    return kind ? checkPage(readStylePage(file, kind), rules, about) : []
  })]
}

/** One page that stands by itself. */
export function checkPage(
  page: StylePage, rules: readonly StyleRule[], about: Omit<StyleContext, 'page'>,
): Diagnostic[] {
  const lang = page.front.get('lang')?.value
  if (lang?.kind === 'text' && !isEnglish(lang.text)) return []
  const report = new Report(page.path, page.source)
  const found = rules.flatMap(rule => rule.check({...about, page}).map(finding => (
    {severity: rule.severity, ...finding, code: rule.id, line: page.source.position(finding.at).line})))
  const ids = [...RULES.map(({id}) => id), 'spelling']
  const {kept, faults} = excused(found, page, ids)
  for (const {severity, code, at, message, advice, fix} of kept) {
    report.add(severity, code, at, message, typeof advice === 'string' ? advice : advice(), fix)
  }
  return [...report.diagnostics(), ...faults].sort((a, b) => a.line - b.line || a.column - b.column)
}

function isEnglish(lang: string): boolean {
  return /^en\b/i.test(lang)
}
