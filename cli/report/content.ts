import {plainText, type Node} from '../../components/model/guide/document.js'
import type {Module} from '../../components/model/guide/module.js'
import type {Question} from '../../components/model/guide/question.js'
import {guideToReport} from './guide.js'
import {textTable} from '../terminal/text-table.js'
import {say} from '../terminal/output.js'

/** The kinds of question, named by the words that headings in the content begin with. */
const KINDS = [
  'question', 'must know', 'scenario', 'put in order', 'match', 'fill in', 'do', 'reflect', 'rate',
] as const
type NodeKind = typeof KINDS[number]

/** `dsg report content`: how much there is, by pathway and in all. */
export async function reportContent(target: string, {with: locals}: {with: string[]}): Promise<number> {
  const {guide: {pathways, modules, frameworks, canvases, glossary}} = guideToReport(target, locals)
  const groups = pathways.map(({id, title}) => ({title, modules: modules.filter(({pathway}) => pathway === id)}))
  const asked = new Set(modules.flatMap(({questions}) => questions.map(kindOf)))
  const used = KINDS.filter(kind => asked.has(kind))
  const row = (title: string, modules: readonly Module[]): (string | number)[] => {
    const questions = modules.flatMap(({questions}) => questions)
    const ofKind = (kind: NodeKind): number => questions.filter(question => kindOf(question) === kind).length
    return [
      title, modules.length, modules.reduce((sum, module) => sum + wordsIn(module), 0),
      modules.reduce((sum, {minutes}) => sum + minutes, 0), ...used.map(ofKind),
    ]
  }
  say(textTable([
    ['Pathway', 'Modules', 'Words', 'Minutes', ...used.map(kind => kind[0]!.toUpperCase() + kind.slice(1))],
    ...groups.map(({title, modules}) => row(title, modules)),
    row('In all', modules),
  ]))
  const statements = frameworks.flatMap(({domains}) => domains.flatMap(({statements}) => statements))
  const factors = canvases.flatMap(({factors}) => factors)
  say(textTable([
    ['Besides', 'Number'],
    ['Pathways', pathways.length],
    ['Statements to rate', statements.length],
    ['Canvas factors', factors.length],
    ['Glossary terms', glossary.length],
  ]))
  return 0
}

/** What a learner reads in a module: its pages and its questions with their answers and feedback. */
function wordsIn({pages, questions}: Module): number {
  const texts = [
    ...pages.flatMap(({title, children}) => [title, plainText(children)]),
    ...questions.flatMap(nodesOf).map(nodes => plainText(nodes)),
  ]
  return texts.join(' ').split(/\s+/).filter(Boolean).length
}

function nodesOf(question: Question): (readonly Node[])[] {
  return [question.prompt, question.body, question.hint ?? [], question.why ?? [], ...partsOf(question)]
}

function partsOf(question: Question): (readonly Node[])[] {
  switch (question.type) {
    case 'choice': return question.answers.flatMap(({content, feedback}) => [content, feedback])
    case 'order': return question.items.map(({content}) => content)
    case 'match': return question.pairs.flatMap(({left, right}) => [left.content, right.content])
    case 'fill': return [question.parts.map(part => (
      {type: 'text', value: typeof part === 'string' ? part : part.accepts[0] ?? ''}))]
    case 'rate': return question.levels
    case 'do': case 'reflect': return []
  }
}

function kindOf(question: Question): NodeKind {
  switch (question.type) {
    case 'choice': return question.mustKnow ? 'must know' : question.kind
    case 'order': return 'put in order'
    case 'match': return 'match'
    case 'fill': return 'fill in'
    default: return question.type
  }
}
