import {nearest} from '../../model/formats/nearest.js'
import {plainText, type Activity, type Block} from '../../model/guide/document.js'
import type {Page} from '../../model/guide/module.js'
import {isScored, type Question} from '../../model/guide/question.js'
import {inlineOf, type Branch} from '../markdown/branch.js'
import {blocks, depthOf, isTaskList, reportEmptyHeading} from '../markdown/document.js'
import {inlines} from '../markdown/inline.js'
import {questionKind, questionWords, splitPrefix, type QuestionKind} from '../markdown/prefixes.js'
import {readQuestion} from '../questions/questions.js'
import type {Reading} from '../markdown/reading.js'

export interface ModuleContent {
  /** The words of the `#` heading; undefined when there is none. */
  title?: string
  titleAt: number
  pages: Page[]
  questions: Question[]
}

/** A module's content: a page for each `##`, with its questions where they stand. */
export function readPages(branches: readonly Branch[], fallbackTitle: string, reading: Reading): ModuleContent {
  const content: ModuleContent = {titleAt: 0, pages: [], questions: []}
  const outline = outlineOf(branches)
  const opening: Block[] = []
  let page: Page | undefined
  for (let i = 0; i < branches.length;) {
    const branch = branches[i]!
    const children = page?.children ?? opening
    const kind = questionAt(outline[i]!, branch, reading)
    const depth = depthOf(branch)
    const isPageTop = !kind && (depth === 1 || depth === 2)
    const end = kind ? outline[i]!.questionEnd : isPageTop ? i + 1 : outline[i]!.nextHeading
    if (kind) {
      reading.isInQuestion = true
      const question = readQuestion({kind, heading: branch, content: branches.slice(i + 1, end)}, reading)
      reading.isInQuestion = false
      content.questions.push(question)
      addToActivity(children, question, content.questions)
    } else if (depth === 1 && content.title === undefined) {
      content.title = plainText(inlines(branch, reading)).trim()
      content.titleAt = reading.startOf(branch)
    } else if (isPageTop) {
      const started = startPage(branch, reading)
      if (started) content.pages.push(page = started)
    } else for (const block of blocks(branches.slice(i, end), reading)) children.push(block)
    // The line `---` that ends a question is not shown.
    i = kind && branches[end]?.type === 'hr' ? end + 1 : end
  }
  if (!content.pages.length) {
    const title = content.title || fallbackTitle
    content.pages.push({id: reading.anchorFor(title), title, children: opening})
  } else content.pages[0]!.children = [...opening, ...content.pages[0]!.children]
  return content
}

/** What a block needs to know of those after it, worked out once from the end. */
interface OutlineEntry {
  prefix: ReturnType<typeof splitPrefix>
  kind: QuestionKind | undefined
  /** Index of the next heading, or one past the last block. */
  nextHeading: number
  /** Where a question ends that begins here: at a heading of its rank or above, the next question, or a line `---`. */
  questionEnd: number
  /** True when a list with boxes stands before `questionEnd`. */
  hasAnswers: boolean
}

function outlineOf(branches: readonly Branch[]): OutlineEntry[] {
  const outline: OutlineEntry[] = []
  let nextHeading = branches.length
  let questionEnd = branches.length
  let nextTasks = branches.length
  for (let i = branches.length - 1; i >= 0; i--) {
    const branch = branches[i]!
    const prefix = branch.type === 'heading' ? splitPrefix(inlineOf(branch)?.token.content ?? '') : undefined
    const kind = prefix && questionKind(prefix.word)
    outline.push({prefix, kind, nextHeading, questionEnd, hasAnswers: nextTasks < questionEnd})
    if (branch.type === 'heading') nextHeading = i
    const isEnd = branch.type === 'hr' || (branch.type === 'heading' && (depthOf(branch) <= 3 || kind !== undefined))
    if (isEnd) questionEnd = i
    if (isTaskList(branch)) nextTasks = i
  }
  return outline.reverse()
}

function startPage(heading: Branch, reading: Reading): Page | undefined {
  if (depthOf(heading) === 1) {
    reading.report.warning('second-title', reading.startOf(heading), 'This is the second heading with a single #.',
      'Use one # for the title of the module, and ## for each page.',
      reading.changeLine(heading.line, line => line.replace(/^( {0,3})#(?!#)/, '$1##')))
  }
  const title = plainText(inlines(heading, reading)).trim()
  if (title) return {id: reading.anchorFor(title), title, children: []}
  reportEmptyHeading(heading, reading)
  return undefined
}

/** The kind of question that begins at a block, if one does. */
function questionAt({prefix, kind, hasAnswers}: OutlineEntry, heading: Branch, reading: Reading): QuestionKind | undefined {
  const depth = depthOf(heading)
  if (depth < 2 || !prefix) return undefined
  if (kind === undefined) return hasAnswers ? misspelt(prefix.word, heading, reading) : undefined
  // "Scenario: the night shift" may well be the name of a page.
  if (depth === 2 && !hasAnswers) return undefined
  if (depth !== 3) {
    reading.report.warning('question-level', reading.startOf(heading),
      `A question begins with ###, and this has ${depth} # signs.`,
      'Write ### before it.', reading.changeLine(heading.line, line => line.replace(/^( {0,3})#+/, '$1###')))
  }
  return kind
}

function misspelt(word: string, heading: Branch, reading: Reading): QuestionKind {
  const meant = nearest(word, questionWords(reading.options.lang))
  const suggested = meant ?? questionWords(reading.options.lang)[0]!
  // Without a near word the change is a guess: it is offered in words only.
  const fix = meant === undefined ? undefined
    : reading.changeLine(heading.line, line => line.replace(word, () => meant))
  reading.report.error('unknown-prefix', reading.startOf(heading), `"${word}" is not a kind of question.`,
    `Did you mean "${suggested}"?`, fix)
  return questionKind(suggested)!
}

type ActivityKind = 'scored' | 'do' | 'reflect' | 'rate'

function activityKind(question: Question): ActivityKind {
  return isScored(question) ? 'scored' : question.type
}

/** Questions of one kind that follow each other stand together. */
function addToActivity(children: Block[], question: Question, all: readonly Question[]): void {
  const last = children.at(-1)
  const before = all.at(-2)
  if (last?.type === 'activity' && before && activityKind(before) === activityKind(question)) last.questions.push(question.id)
  else children.push({type: 'activity', questions: [question.id]} satisfies Activity)
}
