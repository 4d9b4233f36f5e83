import {branches, isList, type Branch} from '../../compile/markdown/branch.js'
import {labelOf} from '../../compile/markdown/callouts.js'
import {alignOf, cellsOf, depthOf, isTaskList} from '../../compile/markdown/document.js'
import {readFrontMatter} from '../../compile/yaml/front-matter.js'
import {Ids} from '../../compile/source/ids.js'
import {parseMarkdown} from '../../compile/markdown/markdown.js'
import {questionKind, sectionKind, splitPrefix, type QuestionKind} from '../../compile/markdown/prefixes.js'
import {Reading} from '../../compile/markdown/reading.js'
import {reportOn, type SourceFile} from '../../compile/source/source-file.js'
import type {SourceText} from '../../compile/source/source-text.js'
import {readYaml, type YamlMap} from '../../compile/yaml/yaml-map.js'
import {frontWords} from './front-words.js'
import {Prose, type ProseFacts} from './prose.js'
import type {ListRole, PageKind, StylePage} from './style-page.js'
import {readBlock, type BlockText} from './block-text.js'

const KINDS: readonly (readonly [RegExp, PageKind])[] = [
  [/^guide\.yaml$/, 'guide'],
  [/^pathways\/[^/]+\/pathway\.md$/, 'pathway'],
  [/^pathways\/[^/]+\/[^/]+\.md$/, 'module'],
  [/^frameworks\/[^/]+\.md$/, 'framework'],
  [/^glossary\/[^/]+\.md$/, 'glossary'],
  [/^canvas\/[^/]+\.md$/, 'canvas'],
]

/** What a file is to the style rules; undefined for one whose words no learner reads. */
export function pageKind(path: string): PageKind | undefined {
  if (/(?:^|\/)readme\.md$/i.test(path)) return undefined
  return KINDS.find(([pattern]) => pattern.test(path))?.[1]
}

/** Reports nothing: the compiler reports what is wrong with the markdown itself. */
export function readStylePage(file: SourceFile, kind: PageKind): StylePage {
  const {path} = file
  const report = reportOn(file)
  const {source} = report
  const isYaml = kind === 'guide'
  const {entries, at, bodyLine} = isYaml
    ? {entries: readYaml(source.text, 0, report), at: 0, bodyLine: source.lines.length}
    : readFrontMatter(report, 'optional')
  const page = emptyPage(path, kind, source, entries, at, bodyLine)
  page.all.push(...frontWords(entries, source.text))
  // The body of a pathway is for editors.
  if (!isYaml && kind !== 'pathway') {
    const reading = new Reading(source, report, bodyLine, {lang: 'en', standalone: true, taken: new Ids()})
    new BodyReader(page, reading).read(branches(parseMarkdown(reading.lines.join('\n')).tokens))
  }
  page.prose = page.all.filter(({isShown}) => !isShown)
  return page
}

function emptyPage(
  path: string, kind: PageKind, source: SourceText, front: YamlMap, frontAt: number, bodyLine: number,
): StylePage {
  return {path, kind, source, front, frontAt, bodyLine, all: [], prose: [], lists: [], tables: [], images: [],
    codeLines: new Set()}
}

/** What is known of the blocks around a block. */
interface BlockContext { question?: QuestionKind; isShown: boolean; isAnswer?: boolean; inItem?: boolean; leadIn?: Prose }

const LABEL = /^([^:]{1,30}):\s*|^([^:]{1,30})\s*:\s*/
const BOX = /^\[[ xX]\]\s+/

class BodyReader {
  readonly #codeLines = new Set<number>()

  constructor(readonly page: StylePage, readonly reading: Reading) {
    page.codeLines = this.#codeLines
  }

  read(tree: readonly Branch[]): void {
    let question: QuestionKind | undefined
    // Words above the first section of a glossary or framework are for editors.
    let isRead = this.page.kind === 'module'
    let leadIn: Prose | undefined
    for (const branch of tree) {
      const depth = depthOf(branch)
      if (depth) {
        isRead ||= depth === 2
        const kind = this.#questionAt(branch, depth)
        if (kind || depth <= 3) question = kind
      }
      if (branch.type === 'hr') question = undefined
      if (isRead) leadIn = this.#block(branch, {question, isShown: false, leadIn})
    }
  }

  #questionAt(heading: Branch, depth: number): QuestionKind | undefined {
    const prefix = depth >= 2 ? splitPrefix(heading.children[0]?.token.content ?? '') : undefined
    return prefix && questionKind(prefix.word)
  }

  /** Reads a block and gives the paragraph that leads into the next one. */
  #block(branch: Branch, context: BlockContext): Prose | undefined {
    switch (branch.type) {
      case 'heading': this.#heading(branch, context); return undefined
      case 'paragraph': return this.#paragraph(branch, context) ?? context.leadIn
      case 'comment': return context.leadIn
      case 'bullet_list': case 'ordered_list': this.#list(branch, context); return undefined
      case 'blockquote': this.#quote(branch, context); return undefined
      case 'table': this.#table(branch, context); return undefined
      case 'fence': case 'code_block':
        for (let line = branch.line; line < branch.end; line++) this.#codeLines.add(line)
        return undefined
      default: return undefined
    }
  }

  #blocks(children: readonly Branch[], context: BlockContext): void {
    let leadIn = context.leadIn
    for (const branch of children) leadIn = this.#block(branch, {...context, leadIn})
  }

  #add(words: BlockText, facts: ProseFacts): Prose {
    const prose = new Prose(words, facts)
    this.page.all.push(prose)
    this.page.images.push(...words.images)
    return prose
  }

  #heading(branch: Branch, {isShown}: BlockContext): void {
    const words = readBlock(branch, this.reading)
    const prefix = splitPrefix(words.text)
    const isQuestion = prefix !== undefined && questionKind(prefix.word) !== undefined
    const isSection = prefix !== undefined && sectionKind(prefix.word) !== undefined
    if (!words.text.trim()) return
    const depth = depthOf(branch)
    this.#add(isQuestion || isSection ? cut(words, words.text.indexOf(':') + 1) : words,
      {kind: isQuestion ? 'prompt' : 'heading', depth, inQuestion: isQuestion, isShown})
  }

  #paragraph(branch: Branch, context: BlockContext): Prose | undefined {
    let words = readBlock(branch, this.reading)
    if (context.isAnswer) words = cut(words, BOX.exec(words.text)?.[0].length ?? 0)
    words = cut(words, labelLength(words))
    if (!words.text.trim()) return undefined
    const kind = context.isAnswer ? 'answer' : context.inItem ? 'item' : 'paragraph'
    return this.#add(words, {kind, inQuestion: context.question !== undefined, isShown: context.isShown})
  }

  #quote(branch: Branch, context: BlockContext): void {
    const label = labelOf(branch)
    const isShown = context.isShown || label === 'example' || label === 'voice'
    this.#blocks(branch.children, {...context, isShown, isAnswer: false, inItem: false, leadIn: undefined})
  }

  #list(branch: Branch, context: BlockContext): void {
    const role = roleOf(branch, context)
    const items = branch.children.map(item => {
      const before = this.page.all.length
      const isAnswer = role === 'answers' || role === 'order'
      this.#blocks(item.children, {...context, isAnswer, inItem: true, leadIn: undefined})
      const first = item.children.find(({type}) => type === 'paragraph')
      const end = this.#firstListIn(item)
      const words = this.page.all.slice(before)
        .filter(prose => (prose.kind === 'item' || prose.kind === 'answer') && prose.offset(0) < end)
      return {words, hasLabel: first !== undefined && labelLength(readBlock(first, this.reading)) > 0}
    })
    this.page.lists.push({ordered: branch.type === 'ordered_list', role, at: this.reading.startOf(branch),
      ...(context.leadIn && {leadIn: context.leadIn}), items, isShown: context.isShown})
  }

  /** Offset of the first list that stands in an item: what follows is not the item's own. */
  #firstListIn(item: Branch): number {
    const list = item.children.find(isList)
    return list ? this.reading.startOf(list) : Infinity
  }

  #table(branch: Branch, context: BlockContext): void {
    const rows = branch.children.flatMap(({children}) => children)
    const align = (rows[0]?.children ?? []).map(alignOf)
    this.page.tables.push({
      at: this.reading.startOf(branch), align, ...(context.leadIn && {leadIn: context.leadIn}),
      rows: rows.map(row => this.#cells(row, context)),
    })
  }

  #cells(row: Branch, {question, isShown}: BlockContext): Prose[] {
    return cellsOf(row, this.reading).map(cell => (
      this.#add(readBlock(cell, this.reading), {kind: 'cell', inQuestion: question !== undefined, isShown})))
  }
}

function roleOf(list: Branch, {question, inItem}: BlockContext): ListRole {
  if (inItem) return 'list'
  switch (question) {
    case 'question': case 'must-know': case 'scenario': return isTaskList(list) ? 'answers' : 'list'
    case 'order': return 'order'
    case 'rate': return 'levels'
    default: return isTaskList(list) ? 'answers' : 'list'
  }
}

/** Length of a label such as `**Hint:** ` at the start; 0 when there is none. */
function labelLength({text, marks}: BlockText): number {
  const first = marks.find(({type, from}) => type === 'strong' && from === 0)
  if (!first || first.to > 30) return 0
  const found = LABEL.exec(text)?.[0].length ?? 0
  return found >= first.to && text.slice(0, first.to + 2).includes(':') ? found : 0
}

/** A text without its first characters. */
function cut({text, offsets, marks, images}: BlockText, length: number): BlockText {
  const skip = length + (text.slice(length).length - text.slice(length).trimStart().length)
  if (!skip) return {text, offsets, marks, images}
  return {
    text: text.slice(skip), offsets: offsets.slice(skip), images,
    marks: marks.filter(({to}) => to > skip)
      .map(mark => ({...mark, from: Math.max(mark.from - skip, 0), to: mark.to - skip})),
  }
}
