import {accessSync, constants, readFileSync} from 'node:fs'
import {applyFixes} from '../../components/compile/source/apply-fixes.js'
import type {Checked} from './check-target.js'
import {reason} from '../terminal/command-error.js'
import {fileAt} from '../terminal/paths.js'
import {writeAtomically} from '../terminal/write-atomically.js'

export interface FixResult {
  fixed: number
  files: number
  /** A line for each file that could not be written. */
  failures: string[]
}

/** One fix can uncover another: answers are checked once they are tidy. If it took more rounds, it would be our bug. */
const MAX_ROUNDS = 5
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Applies the fixes of all diagnostics that have one, file by file. A file that cannot be written keeps its text.
 *
 * @param check - reads and checks everything anew
 */
export async function fixFiles(check: () => Promise<Checked>): Promise<FixResult> {
  let fixed = 0
  const files = new Set<string>()
  const failures = new Map<string, string>()
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const {root, diagnostics, texts} = await check()
    const before = fixed
    for (const [path, text] of texts) {
      const fixable = diagnostics.filter(({file, fix}) => file === path && fix)
      if (!fixable.length || failures.has(path)) continue
      const file = fileAt(root, path)
      const edited = applyFixes(text, fixable)
      try {
        replaceText(file, edited.text)
        fixed += edited.applied
        files.add(path)
      } catch (error) {
        failures.set(path, `${file} was left as it is: ${reason(error)}.`)
      }
    }
    if (fixed === before) break
  }
  return {fixed, files: files.size, failures: [...failures.values()]}
}

function replaceText(file: string, text: string): void {
  // Asked first, because the rename that follows would replace even a file that somebody made read-only on purpose.
  accessSync(file, constants.W_OK)
  const mark = readFileSync(file, 'utf8').startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  writeAtomically(file, mark + text)
}
