import {RULES} from '../../components/style/rules/index.js'
import {readStylePage} from '../../components/style/page/read-style-page.js'
import {checkPage} from '../../components/style/style-diagnostics.js'
import {readStyleData} from '../../components/style/page/style-data.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import type {GlossaryTerm} from '../../components/model/guide/glossary.js'

const GLOSSARY: GlossaryTerm[] = [
  {id: 'artificial-intelligence', term: 'Artificial intelligence', also: ['AI'], meaning: []},
  {id: 'caldicott-guardian', term: 'Caldicott Guardian', also: [], meaning: []},
]

/** A module's text, checked by every rule. Without front matter of its own it gets some in which nothing is wrong. */
export function checkWords(text: string, styleYaml = ''): {text: string; found: Diagnostic[]} {
  const whole = text.startsWith('---\n') ? text : `---\nid: x\nreviewers: [{role: editor}]\n---\n${text}`
  const {data} = readStyleData(styleYaml ? [{path: 'style.yaml', text: styleYaml}] : [])
  const page = readStylePage({path: 'pathways/basics/x.md', text: whole}, 'module')
  return {text: whole, found: checkPage(page, RULES, {data, glossary: GLOSSARY, publisher: 'Us'})}
}

/** What stands in a text where a diagnostic points. */
export function pointedAt(text: string, {line, column}: Diagnostic): string {
  return (text.split('\n')[line - 1] ?? '').slice(column - 1)
}
