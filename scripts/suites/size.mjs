import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {startModule} from './processes.mjs'

const SIZE = fileURLToPath(new URL('../size.mjs', import.meta.url))

/** What a page loads against what it may weigh, one check a row. The browser tests use the same build of the elements. */
export const size = {
  name: 'size',
  async run() {
    const measuring = startModule(SIZE, [], {execArgv: ['--import', 'tsx']})
    let counts = {passed: 0, failed: 1}
    measuring.on('message', said => counts = /** @type {typeof counts} */ (said))
    await once(measuring, 'close')
    return [counts]
  },
}
