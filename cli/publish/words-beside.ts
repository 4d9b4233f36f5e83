import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {checkWords, fingerprint} from './check-words.js'
import {CODE} from '../terminal/paths.js'

/** What the process sends: the fingerprint of the files it read, and the diagnostics of their words. */
interface WordsFound { of: string; diagnostics: Diagnostic[] }

/**
 * Begins to check the words of a content folder in a process of its own: it takes as long as all the rest of a check, and needs
 * nothing of the rest. The process reads the folder itself: files could be handed over only once the process runs.
 *
 * @param here - checks words in this process
 * @returns a function to call with the files that were compiled. It gives what the process found; if the process failed or
 *   read other files, because somebody saved one meanwhile, the words are checked in this process.
 */
export function wordsBeside(
  root: string, locals: readonly string[], here: typeof checkWords = checkWords,
): (files: readonly SourceFile[]) => Promise<Diagnostic[]> {
  const found = new Promise<WordsFound>((resolve, reject) => {
    const script = fileURLToPath(new URL(`words-process${CODE}`, import.meta.url))
    const child = fork(script, [root, ...locals], {stdio: 'ignore'})
    child.once('message', message => resolve(message as WordsFound))
    child.once('error', reject)
    // Not "exit": when this process is busy, the message can arrive after that.
    child.once('close', reject)
  }).catch(() => undefined)
  return async files => {
    const beside = await found
    return beside?.of === fingerprint(files) ? beside.diagnostics : here(files)
  }
}
