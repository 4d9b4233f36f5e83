import {fork} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {ROOT} from '../setup.mjs'

const SIZE = fileURLToPath(new URL('../size.mjs', import.meta.url))

/** What a page loads against `size-budget.json`, one check a row. The browser tests use the same build of the elements. */
export const size = {
  name: 'size',
  async run({patterns}) {
    if (patterns.length > 0) return []
    const measuring = fork(SIZE, {cwd: ROOT, execArgv: ['--import', 'tsx']})
    let counts = {passed: 0, failed: 1}
    measuring.on('message', message => counts = message)
    await once(measuring, 'close')
    return [{name: 'size', ...counts, skipped: 0}]
  },
}
