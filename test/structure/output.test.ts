import assert from 'node:assert/strict'
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {fileURLToPath} from 'node:url'

const CLI = fileURLToPath(new URL('../../cli', import.meta.url))
/** Where text may be written down as it is: the one place, and a script that runs by itself. */
const ALLOWED = ['terminal/output.ts', 'build/swap-folders.mjs']

describe('what dsg prints', () => {
  const files = readdirSync(CLI, {recursive: true, encoding: 'utf8'}).map(path => path.replaceAll('\\', '/'))
    .filter(path => /\.m?[jt]s$/.test(path))

  it('goes through one place, which takes out what would steer a terminal', () => {
    const others = files.filter(path => !ALLOWED.includes(path))
      .filter(path => /\bconsole\s*\.|\bstd(?:out|err)\s*\.\s*write\b/.test(readFileSync(join(CLI, path), 'utf8')))
    assert.deepEqual(others, [])
    assert.ok(files.length > 50)
  })
})
