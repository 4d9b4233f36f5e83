import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {addToList} from '../../components/compile/yaml/add-to-list.js'
import {didYouMean} from '../../components/compile/source/did-you-mean.js'
import {idAdvice, isId, writtenIds} from '../../components/compile/source/ids.js'
import {layFiles} from '../../components/compile/guide/layers.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import type {Guide} from '../../components/model/guide/guide.js'
import {CommandError, reason} from '../terminal/command-error.js'
import {compileContent} from '../content/compile-content.js'
import {factorText, moduleText, pathwayText, questionText, titleOf} from './texts.js'
import {fileAt, IS_CLONE} from '../terminal/paths.js'
import {dayOf} from '../terminal/today.js'
import {writeAtomically} from '../terminal/write-atomically.js'
import {say} from '../terminal/output.js'

interface NewFilePlace {
  /** The content folder, and the folder that new files go into: the same, or the last local one. */
  root: string
  folder: string
  files: readonly SourceFile[]
  guide: Guide
  id: string
  title: string
  pathway: string | undefined
  module: string | undefined
}

const SORTS = {module: newModule, pathway: newPathway, factor: newFactor, question: newQuestion}

interface Wanted { pathway?: string; module?: string; title?: string; with: string[] }

/** `dsg new`: writes a page, pathway, factor or question that passes the checks, to be filled with words. */
export async function begin(sort: keyof typeof SORTS, id: string | undefined, root: string, wanted: Wanted): Promise<number> {
  if (!id) throw new CommandError(`Give the ${sort} an id, such as: dsg new ${sort} lock-your-screen`)
  refuseBadId(id)
  const {title = titleOf(id), with: locals} = wanted
  if (!title.trim() || /\p{Cc}/u.test(title)) {
    throw new CommandError('The title is empty, or has more than one line. Write --title "A few words".')
  }
  const {content, guide} = compileContent(root, locals)
  const {files} = layFiles(content.files)
  refuseUsed(id, root, files)
  const next = SORTS[sort]({
    root, folder: locals.at(-1) ?? root, files, guide, id, title,
    pathway: wanted.pathway, module: wanted.module,
  })
  const dsg = IS_CLONE ? 'npm run dsg --' : 'dsg'
  const check = [dsg, 'check', root, ...locals.map(folder => `--with ${folder}`)].join(' ')
  say([...next, `Then run: ${check}`].join('\n'))
  return 0
}

function newModule(place: NewFilePlace): string[] {
  const {pathway, guide, folder} = place
  const known = guide.pathways.map(({id}) => id)
  if (pathway === undefined) {
    throw new CommandError(`Say which pathway it belongs to, such as --pathway ${known[0] ?? 'first-steps'}.`)
  }
  if (!known.includes(pathway)) {
    throw new CommandError(
      `There is no pathway "${pathway}".${didYouMean(pathway, known)} There are: ${known.join(', ')}.`)
  }
  const list = join(folder, 'pathways', pathway, 'pathway.md')
  // Without this file, the module is an organisation's own in a pathway of the guide. The compiler adds it to that pathway.
  const listed = existsSync(list) ? withEntry(list, 'modules', place.id) : undefined
  const file = writeModule(place, pathway)
  if (listed) writeAtomically(list, listed)
  return [
    `Written: ${file}`, ...listed ? [`Listed last in: ${list}`] : [],
    'Put your own words in the place of ours. The id stays: progress is kept under it.',
  ]
}

function newPathway(place: NewFilePlace): string[] {
  const {id, folder, title, module = `${id}-start`, files, root} = place
  const path = join(folder, 'pathways', id, 'pathway.md')
  refuseBadId(module)
  refuseUsed(module, root, files)
  const order = join(folder, 'guide.yaml')
  const listed = existsSync(order) && /^pathways:/m.test(readFileSync(order, 'utf8'))
    ? withEntry(order, 'pathways', id) : undefined
  writeNew(path, pathwayText(id, title, module))
  const file = writeModule({...place, id: module, title: titleOf(module)}, id)
  if (listed) writeAtomically(order, listed)
  return [
    `Written: ${path}`, `Written: ${file}, its first page`, ...listed ? [`Listed last in: ${order}`] : [],
    'Put your own words in the place of ours. The ids stay: progress is kept under them.',
  ]
}

function newFactor({files, guide, root, id, title}: NewFilePlace): string[] {
  const canvas = files.filter(({path}) => /^canvas\/[^/]+\.md$/.test(path) && !/readme\.md$/i.test(path)).at(-1)
  if (!canvas) throw new CommandError(`There is no file in ${join(root, 'canvas')} to add a factor to.`)
  const file = fileAt(root, canvas.shown ?? canvas.path)
  const group = guide.canvases.at(-1)?.factors.at(-1)?.group
  writeAtomically(file, withEnd(readFileSync(file, 'utf8'), factorText(id, title, group)))
  return [`Added at the end of: ${file}`, 'Write what a team sees at each of the 4 levels. The id stays.']
}

function newQuestion({guide, files, root, id, title, module}: NewFilePlace): string[] {
  const known = guide.modules.map(({id}) => id)
  if (module === undefined) {
    throw new CommandError(`Say which module it belongs to, such as --module ${known[0] ?? 'lock-your-screen'}.`)
  }
  const own = new RegExp(`^id:\\s*["']?${isId(module) ? module : '$'}["']?\\s*$`, 'm')
  const source = files.find(({path, text}) => path.startsWith('pathways/') && own.test(text))
  if (!source) throw new CommandError(`There is no module "${module}".${didYouMean(module, known)}`)
  const file = fileAt(root, source.shown ?? source.path)
  writeAtomically(file, withQuestion(readFileSync(file, 'utf8'), questionText(id, `${title.replace(/\?$/, '')}?`)))
  return [`Added to: ${file}`, 'Write the question and its answers. Tick the right ones with [x]. The id stays.']
}

/** Puts a question after the module's last question, before the next heading; at the end when the module has none. */
function withQuestion(text: string, question: string): string {
  const lineEnd = lineEndOf(text)
  const lines = text.split(lineEnd)
  const last = lines.reduce((last, line, n) => /^### [^:]+: /.test(line) ? n : last, -1)
  const next = last < 0 ? -1 : lines.findIndex((line, n) => n > last && /^##? /.test(line))
  if (next < 0) return withEnd(text, question)
  return [...lines.slice(0, next), ...question.split('\n'), ...lines.slice(next)].join(lineEnd)
}

function writeModule({guide, folder, id, title}: NewFilePlace, pathway: string): string {
  const file = join(folder, 'pathways', pathway, `${id}.md`)
  writeNew(file, moduleText({
    id, title, pathway, publisher: guide.publisher ?? guide.title, today: dayOf(undefined),
    domain: guide.frameworks[0]?.domains[0]?.id ?? 'D1',
  }))
  return file
}

function refuseBadId(id: string): void {
  if (!isId(id)) throw new CommandError(`"${id}" cannot be an id. ${idAdvice(id)}`)
}

/** Refuses an id that is in use. An id is for ever, and for the whole guide; only a glossary term may share one. */
function refuseUsed(id: string, root: string, files: readonly SourceFile[]): void {
  for (const {path, shown = path, text} of files) {
    if (path.startsWith('glossary/') || !writtenIds([text]).has(id)) continue
    const written = new RegExp(`\\bid:\\s*["']?${id}(?![\\w-])`, 'i')
    const line = text.split(/\r\n|\r|\n/).findIndex(line => written.test(line))
    throw new CommandError(`The id "${id}" is in use, in ${fileAt(root, shown)}:${line + 1}. Choose another.`)
  }
}

function withEntry(file: string, name: string, entry: string): string {
  const text = addToList(readFileSync(file, 'utf8'), name, entry)
  if (text === undefined) {
    throw new CommandError(
      `The list ${name}: in ${file} cannot be read, so nothing was written. Write each entry after "- ".`)
  }
  return text
}

function writeNew(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, text, {flag: 'wx'})
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new CommandError(exists ? `"${file}" is there already. Choose another id.` : `"${file}": ${reason(error)}.`)
  }
}

/** A text with more words after an empty line, with the same line ends as the text. */
function withEnd(text: string, more: string): string {
  return `${text.trimEnd()}${`\n\n${more}`.replaceAll('\n', lineEndOf(text))}`
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
