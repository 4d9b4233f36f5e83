import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {checkWords, fingerprint} from './check-words.js'
import {CODE} from '../terminal/paths.js'

/** What the process says: of which files, and what their words need. */
interface WordsFound { of: string; diagnostics: Diagnostic[] }

/**
 * Begins to check the words of a content folder in a process of its own: they take as long as all the rest of a check and
 * need none of it. The process reads the folder itself, because handing files over would wait until it has begun.
 *
 * @param here - checks them in this process
 * @returns to be called with the files that were compiled. If the process read others, as somebody saved one meanwhile,
 * or could not be had, their words are checked here.
 */
export function wordsBeside(
  root: string, locals: readonly string[], here: typeof checkWords = checkWords,
): (files: readonly SourceFile[]) => Promise<Diagnostic[]> {
  const found = new Promise<WordsFound>((resolve, reject) => {
    const script = fileURLToPath(new URL(`words-process${CODE}`, import.meta.url))
    const child = fork(script, [root, ...locals], {stdio: 'ignore'})
    child.once('message', message => resolve(message as WordsFound))
    child.once('error', reject)
    // Not "exit": what it said can come after that, when this process was busy.
    child.once('close', reject)
  }).catch(() => undefined)
  return async files => {
    const beside = await found
    return beside?.of === fingerprint(files) ? beside.diagnostics : here(files)
  }
}
