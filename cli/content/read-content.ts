import {readdirSync, readFileSync, statSync, type Dirent} from 'node:fs'
import {join} from 'node:path'
import type {SourceFile} from '../../components/compile/guide/compile-guide.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {fileFault} from './content-faults.js'
import {CommandError, reason} from '../terminal/command-error.js'
import {statsAt} from '../terminal/paths.js'

/** What a content folder holds that the compiler reads, and what is wrong with the rest. */
export interface Content {
  /** The folder, as it was given. */
  root: string
  /** Sorted by path, so that every machine compiles the same guide. */
  files: SourceFile[]
  /** One for each file that could not be read as text. The compiler never sees those files. */
  diagnostics: Diagnostic[]
}

/** A module is about 1,000 words; 2 MB is 300 of them. Anything larger is not a page. */
export const MAX_FILE_BYTES = 2_000_000
/** A guide has some hundreds of files. Far more means that the wrong folder was named, such as a home folder. */
const MAX_FILES = 5_000
const MAX_ENTRIES = 50_000
const MAX_DEPTH = 12

const READ = /\.(?:md|yaml)$/i

/**
 * Reads the markdown and YAML files of a folder and of those inside it. Names that begin with a dot and `node_modules`
 * are left out. A link to another place is not followed: it could run in circles, or publish what nobody meant to.
 *
 * @throws CommandError when the folder is missing, is no folder, cannot be read or is far too big to be a guide
 */
export function readContent(root: string): Content {
  const stats = statsAt(root)
  if (!stats) throw new CommandError(`There is no folder "${root}". Check the spelling and where you are.`)
  if (!stats.isDirectory()) throw new CommandError(`"${root}" is not a folder. Name the folder that holds guide.yaml.`)

  const content: Content = {root, files: [], diagnostics: []}
  for (const path of listFiles(root, content.diagnostics)) {
    const read = readText(join(root, path), path)
    if ('diagnostic' in read) content.diagnostics.push(read.diagnostic)
    else content.files.push({path, text: read.text})
  }
  return content
}

/**
 * One file as text, without its byte order mark.
 *
 * @param shown - the path as diagnostics name it
 */
export function readText(path: string, shown: string): {text: string} | {diagnostic: Diagnostic} {
  let bytes: Buffer
  try {
    const stats = statSync(path)
    // Reading a pipe or a device would wait for ever.
    if (!stats.isFile()) return {diagnostic: fileFault('not-a-file', shown)}
    if (stats.size > MAX_FILE_BYTES) return {diagnostic: fileFault('too-large', shown, megabytes(stats.size))}
    bytes = readFileSync(path)
  } catch (error) {
    return {diagnostic: fileFault('unreadable', shown, reason(error))}
  }
  if (isUtf16(bytes)) return {diagnostic: fileFault('not-utf-8', shown, 'UTF-16')}
  if (bytes.includes(0)) return {diagnostic: fileFault('not-text', shown)}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)}
  } catch {
    return {diagnostic: {...fileFault('not-utf-8', shown, 'another encoding'), ...firstBadByte(bytes)}}
  }
}

function listFiles(root: string, diagnostics: Diagnostic[]): string[] {
  const found: string[] = []
  let seen = 0
  const walk = (folder: string, depth: number): void => {
    for (const entry of entriesOf(root, folder, diagnostics)) {
      if (++seen > MAX_ENTRIES) throw tooBig(root)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.isSymbolicLink()) diagnostics.push(fileFault('link-not-followed', path))
      else if (entry.isDirectory() && depth < MAX_DEPTH) walk(path, depth + 1)
      else if (entry.isDirectory()) diagnostics.push(fileFault('too-deep', path, String(MAX_DEPTH)))
      else if (READ.test(entry.name)) found.push(path)
    }
    if (found.length > MAX_FILES) throw tooBig(root)
  }
  walk('', 1)
  return found.sort()
}

function entriesOf(root: string, folder: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(join(root, folder), {withFileTypes: true})
  } catch (error) {
    if (!folder) throw new CommandError(`The folder "${root}" cannot be read: ${reason(error)}.`)
    diagnostics.push(fileFault('unreadable', folder, reason(error)))
    return []
  }
}

function tooBig(root: string): CommandError {
  return new CommandError(`"${root}" holds too many files to be a guide. Name the folder that holds guide.yaml.`)
}

/** Windows calls this "Unicode": it begins with a byte order mark. */
function isUtf16(bytes: Buffer): boolean {
  return bytes.length >= 2 && (bytes.readUInt16BE(0) === 0xfeff || bytes.readUInt16BE(0) === 0xfffe)
}

/** Where the first character stands that is not UTF-8. */
function firstBadByte(bytes: Buffer): {line: number; column: number} {
  // A replacement character could also have been typed, but then a UTF-8 file would have decoded above.
  const before = bytes.toString('utf8').split('\ufffd', 1)[0] ?? ''
  const lines = before.split(/\r\n|\r|\n/)
  return {line: lines.length, column: (lines.at(-1) ?? '').length + 1}
}

/** Such as "10.0 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
