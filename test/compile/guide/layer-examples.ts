import type {SourceFile} from '../../../components/compile/guide/compile-guide.js'
import {frontMatter, smallGuide} from '../content.js'
import type {Example} from '../diagnostic-examples.js'

/** The small guide with a folder laid over it, whose messages name its files `local/…`. */
export function layeredGuide(...locals: Record<string, string>[]): SourceFile[] {
  return [...smallGuide(), ...locals.flatMap((files, n) => Object.entries(files).map(([path, text]) => (
    {path, text, layer: n + 1, shown: `${n ? `local${n + 1}` : 'local'}/${path}`})))]
}

/** A module for a local folder, in which nothing is wrong. */
export function localModule(id: string, changes: Record<string, string> = {}, words = 'Words.'): string {
  return `${frontMatter({id, title: 'Ours', ...changes})}\n# Ours\n\n${words}\n`
}

/** Faults of a folder that is laid over the small guide: where the one diagnostic is. */
export const IN_A_LOCAL_FOLDER: (Omit<Example, 'text'> & {local: Record<string, string>; file: string})[] = [
  {code: 'local-clash', severity: 'error', file: 'local/pathways/basics/first.md', line: 2, column: 5,
    local: {'pathways/basics/first.md': localModule('first')}},
  {code: 'file-name-twice', severity: 'error', file: 'local/pathways/Basics/readme.md', line: 1, column: 1,
    local: {'pathways/Basics/readme.md': '# Notes'}},
  {code: 'file-name-not-portable', severity: 'error', file: 'local/glossary/nul.md', line: 1, column: 1,
    local: {'glossary/nul.md': '## Scam\n<!-- id: scam -->\n\nWords.\n'}},
  {code: 'local-clash', severity: 'error', file: 'local/pathways/basics/pathway.md', line: 1, column: 1,
    local: {'pathways/basics/pathway.md': '---\nid: basics\n---\n'}},
  {code: 'local-clash', severity: 'error', file: 'local/pathways/basics/other-name.md', line: 2, column: 5,
    local: {'pathways/basics/other-name.md': localModule('second')}},
  {code: 'local-other-folder', severity: 'error', file: 'local/pathways/ours/second.md', line: 1, column: 1,
    local: {
      'local.yaml': 'replace: {modules: [second]}\n',
      'pathways/ours/pathway.md': '---\nid: ours\ntitle: Ours\nsummary: Ours.\naudience: [everyone]\nmodules: [more]\n---\n',
      'pathways/ours/more.md': localModule('more', {pathway: 'ours'}),
      'pathways/ours/second.md': localModule('second', {pathway: 'ours'}),
    }},
  {code: 'local-older', severity: 'warning', file: 'local/pathways/basics/second.md', line: 12, column: 16,
    local: {
      'local.yaml': 'replace:\n  modules: second\n',
      'pathways/basics/second.md': localModule('second', {last_reviewed: '2026-10-31'}, '## More\n\nWords.'),
    }},
  {code: 'local-nothing-to-replace', severity: 'error', file: 'local/local.yaml', line: 2, column: 13,
    local: {
      'local.yaml': 'replace:\n  modules: [secnd]\n', 'pathways/basics/secnd.md': localModule('secnd'),
    }},
  {code: 'local-no-replacement', severity: 'error', file: 'local/local.yaml', line: 1, column: 21,
    local: {'local.yaml': 'replace: {modules: [second]}\n'}},
  {code: 'local-nothing-to-switch-off', severity: 'error', file: 'local/local.yaml', line: 1, column: 22,
    local: {'local.yaml': 'without: {pathways: [basic]}\n'}},
  {code: 'local-nothing-to-switch-off', severity: 'error', file: 'local/local.yaml', line: 3, column: 13,
    local: {'local.yaml': 'title: Ours\nwithout:\n  factors: [voice]\n'}},
  {code: 'local-both', severity: 'error', file: 'local/local.yaml', line: 2, column: 21,
    local: {
      'local.yaml': 'replace: {modules: [second]}\nwithout: {modules: [second]}\n',
      'pathways/basics/second.md': localModule('second', {}, '## More\n\nWords.'),
    }},
  {code: 'local-guide-file', severity: 'warning', file: 'local/guide.yaml', line: 1, column: 1,
    local: {'guide.yaml': 'id: ours\ntitle: Ours\nlang: en-GB\n'}},
  {code: 'local-empty-pathway', severity: 'warning', file: 'local/local.yaml', line: 1, column: 1,
    also: ['local-left-out'], local: {'local.yaml': 'without: {modules: [first, second]}\n'}},
  {code: 'local-left-out', severity: 'info', file: 'pathways/basics/pathway.md', line: 6, column: 10,
    also: ['local-link-off'], local: {'local.yaml': 'without: {modules: [second]}\n'}},
  {code: 'local-link-off', severity: 'info', file: 'pathways/basics/first.md', line: 20, column: 5,
    also: ['local-left-out'], local: {'local.yaml': 'without: {modules: [second]}\n'}},
  {code: 'synonym-finds-nothing', severity: 'warning', file: 'local/synonyms.yaml', line: 1, column: 1,
    local: {'synonyms.yaml': 'oracle: staff record system\n'}},
  {code: 'local-term', severity: 'info', file: 'local/glossary/ours.md', line: 2, column: 10,
    local: {'glossary/ours.md': '## Spam\n<!-- id: spam -->\n\nWhat our filter stops.\n'}},
  {code: 'no-meaning', severity: 'error', file: 'local/glossary/ours.md', line: 2, column: 10,
    local: {'glossary/ours.md': '## Desk\n<!-- id: desk -->\n'}},
  {code: 'unknown-setting', severity: 'error', file: 'local/settings.yaml', line: 2, column: 1,
    local: {'settings.yaml': '# ours\nit_servce_desk: ext 1\n'}},
  {code: 'unknown-setting', severity: 'warning', file: 'local/settings.yaml', line: 1, column: 1,
    local: {'settings.yaml': 'canteen: ext 1\n'}},
  {code: 'bad-setting-name', severity: 'error', file: 'local/settings.yaml', line: 1, column: 1,
    local: {'settings.yaml': 'IT desk: ext 1\n'}},
  {code: 'bad-front-matter', severity: 'error', file: 'local/local.yaml', line: 2, column: 8,
    local: {'local.yaml': 'without: {modules: [second]}\ntitle: Ours: theirs\n'}},
  {code: 'unknown-key', severity: 'warning', file: 'local/local.yaml', line: 1, column: 1,
    local: {'local.yaml': 'witout: {modules: [second]}\n'}},
  {code: 'unknown-key', severity: 'warning', file: 'local/local.yaml', line: 1, column: 11,
    local: {'local.yaml': 'without: {questions: [q]}\n'}},
  {code: 'bad-value', severity: 'error', file: 'local/local.yaml', line: 1, column: 10,
    local: {'local.yaml': 'without: second\n'}},
  {code: 'pathway-not-found', severity: 'error', file: 'local/local.yaml', line: 1, column: 11,
    local: {'local.yaml': 'pathways: [basic, basics]\n'}},
  {code: 'duplicate-id', severity: 'error', file: 'local/pathways/basics/ours.md', line: 19, column: 10,
    local: {'pathways/basics/ours.md': localModule('ours', {}, '### Do: Look\n<!-- id: first-desk -->')}},
]
