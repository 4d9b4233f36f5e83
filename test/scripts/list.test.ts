import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {slashed} from '../../cli/terminal/slashed.mjs'
import {suitesIn} from '../../scripts/suites/suites.mjs'

describe('npm test -- --list', () => {
  const list = (...words: string[]) => {
    const {status, stdout} = spawnSync(process.execPath, ['scripts/test.mjs', '--list', ...words],
      {cwd: REPOSITORY, encoding: 'utf8'})
    const lines = stdout.split('\n')
    return {status, lines, files: lines.filter(line => line.startsWith('  ')).map(line => line.trim())}
  }

  it('names every suite with how to run it, and every test file once', () => {
    const {status, lines, files} = list()
    assert.equal(status, 0)
    for (const {name, byHand} of suitesIn().flat()) {
      assert.ok(lines.includes(`${name}: ${byHand ? `${byHand}, or in CI` : `npm test -- --suite ${name}`}`), name)
    }
    const there = readdirSync(join(REPOSITORY, 'test'), {recursive: true, encoding: 'utf8'})
      .map(path => `test/${slashed(path)}`).filter(path => path.endsWith('.test.ts'))
    assert.deepEqual([...files].sort(), there.sort())
  })

  it('names only what the other words ask for', () => {
    assert.deepEqual(list('--suite', 'node', 'scripts/list').files, ['test/scripts/list.test.ts'])
    const {status, lines} = list('no-such-file')
    assert.equal(status, 1)
    assert.equal(lines[0], "No test file's path contains no-such-file.")
  })

  it('finds a file by its path as Windows writes it', () => {
    assert.deepEqual(list('test\\scripts\\list').files, ['test/scripts/list.test.ts'])
  })
})
