import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {byPlace, compileRead, hasErrors, type CompiledContent} from '../content/compile-content.js'
import {checkWords} from './check-words.js'
import {readLayers} from '../content/read-layers.js'
import {wordsBeside} from './words-beside.js'

export interface ContentToPublish extends Omit<CompiledContent, 'diagnostics'> {
  /** False when there are errors already, whatever its words need. */
  compiles: boolean
  /** Those of its words among them; by file, then by line. Words take longest: ask when there is nothing else to do. */
  diagnostics(): Promise<Diagnostic[]>
}

/** From so many files on it pays to check words beside the rest: a process takes half a second to begin. */
const MANY_FILES = 300

/**
 * A content folder compiled as it is published: with what its words need. The preview leaves that out, to be quick.
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
