import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'

export interface Ran { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

/** The real command, in a process of its own, as `npm run dsg --` starts it. */
export function startDsg(...words: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx/esm', 'cli/dsg.ts', ...words], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined},
  })
}

export function runDsg(...words: string[]): Promise<Ran> {
  return ended(startDsg(...words))
}

/** What a process printed and how it ended. */
export function ended(child: ChildProcess): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { stdout += text })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { stderr += text })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({code, signal, stdout, stderr}))
  })
}

/** A folder of its own for a test file, gone when its tests are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dsg-cli-'))
  after(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}
