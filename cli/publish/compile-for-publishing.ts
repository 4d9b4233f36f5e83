import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {byPlace, compileRead, hasErrors, type CompiledContent} from '../content/compile-content.js'
import {checkWords} from './check-words.js'
import {readLayers} from '../content/read-layers.js'
import {wordsBeside} from './words-beside.js'

export interface ContentToPublish extends Omit<CompiledContent, 'diagnostics'> {
  /** False when the content has errors. Its words may not have been checked by then. */
  compiles: boolean
  /** All diagnostics, by file, then by line. Words take longest to check, so ask when there is nothing else left to do. */
  diagnostics(): Promise<Diagnostic[]>
}

/** From this many files on, words are checked in a process of their own: for fewer, starting one (half a second) costs more. */
const MANY_FILES = 300

/**
 * A content folder compiled for publishing: its words are checked as well. The preview leaves that out, to be quick.
 *
 * @param locals - folders of an organisation's own, each laid over those before it
 * @throws CommandError when a folder cannot be read at all
 */
export function compileForPublishing(root: string, locals: readonly string[] = []): ContentToPublish {
  const content = readLayers(root, locals)
  const wordDiagnostics = content.files.length < MANY_FILES ? checkWords : wordsBeside(root, locals)
  const {diagnostics, ...compiled} = compileRead(content, locals)
  return {
    ...compiled,
    compiles: !hasErrors(diagnostics),
    diagnostics: async () => [...diagnostics, ...await wordDiagnostics(content.files)].sort(byPlace),
  }
}
