import assert from 'node:assert/strict'
import {once} from 'node:events'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {describe, it} from 'node:test'
import {runFiles} from '../../scripts/suites/node-tests.mjs'
import {start} from '../../scripts/suites/processes.mjs'
import {chosen, onThisMachine, runSuites} from '../../scripts/suites/run.mjs'
import {suitesIn} from '../../scripts/suites/suites.mjs'
import {temporaryFolder} from '../cli/run-dsg.js'

const folder = temporaryFolder()
const PASSED = [{passed: 1, failed: 0}]

interface Part {
  name: string
  needs?: string[]
  inEach?: boolean
  run?: (job: {here: string[]; at: (what: string[]) => void}) => Promise<object[]>
}

const suite = ({run = async () => PASSED, ...rest}: Part) => ({files: [], run, ...rest}) as never

describe('a run of suites', () => {
  it('counts one that cannot start as failed, with its reason, and goes on with the next', async t => {
    const said = t.mock.method(console, 'log', () => {})
    const rows = await runSuites([
      [suite({name: 'one', run: async () => { throw new Error('no such database') }}), suite({name: 'two', run: async () => []})],
      [suite({name: 'three'})],
    ])
    assert.deepEqual(rows.map(({name, passed, failed}) => `${name} ${passed} ${failed}`), ['one 0 1', 'two 0 1', 'three 1 0'])
    const lines = said.mock.calls.map(({arguments: [line]}) => String(line))
    assert.ok(lines.includes('FAILED  one: no such database'), lines.join('\n'))
    assert.ok(lines.includes('FAILED  two: it ran no test'), lines.join('\n'))
  })

  it('is stopped when its time is over, with all that it started, and names what hung and what never began', async t => {
    const said = t.mock.method(console, 'log', () => {})
    const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => console.log('I live'), 20)"
    const left: {output?: Readable} = {}
    const rows = await runSuites([
      [
        suite({name: 'quick'}),
        suite({name: 'hung', run: async ({at}) => {
          at(['WebKit, test/elements/quiz.test.ts'])
          // It has a child that would live on by itself, and keep its output open.
          const hung = start(process.execPath,
            ['-e', `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], {stdio: 'inherit'})`],
            {stdio: ['ignore', 'pipe', 'inherit']})
          assert.ok(hung.stdout)
          left.output = hung.stdout
          await once(hung.stdout, 'data')
          return new Promise(() => {})
        }}),
      ],
      [suite({name: 'next'})],
    ], {limitMinutes: 1 / 60})
    assert.deepEqual(rows.map(({name, passed, failed}) => `${name} ${passed} ${failed}`), ['quick 1 0', 'hung 0 1', 'next 0 1'])
    const lines = said.mock.calls.map(({arguments: [line]}) => String(line)).join('\n')
    assert.match(lines, /FAILED {2}hung: it had not ended when the run was stopped .*busy with WebKit, test\/elements\/quiz\.test\.ts/)
    assert.match(lines, /FAILED {2}next: the run was stopped .*before its turn/)
    assert.ok(left.output)
    left.output.resume()
    if (!left.output.closed) await once(left.output, 'close')
  })
})

describe('the suites on a machine that lacks something', () => {
  const left = (missing: string[], ...parts: Part[]) => {
    const {suites, leftOut} = onThisMachine([parts.map(suite)] as never, new Set(missing))
    return {runs: suites.flat().map(({name, here}) => [name, ...here].join(' ')), leftOut}
  }

  it('leaves out by name what cannot run, and no other', () => {
    const {runs, leftOut} = left(['php', 'mariadb'], {name: 'types'}, {name: 'wordpress', needs: ['chromium', 'php', 'mariadb']})
    assert.deepEqual(runs, ['types'])
    assert.deepEqual(leftOut, ['wordpress: left out, for want of PHP (with MySQL, XML and mbstring) and MariaDB'])
  })

  it('goes on in the engines that are here', () => {
    const browsers = {name: 'browsers', needs: ['chromium', 'firefox', 'webkit'], inEach: true}
    assert.deepEqual(left(['webkit'], browsers).runs, ['browsers chromium firefox'])
    assert.match(left(['webkit'], browsers).leftOut.join(), /^browsers: left out in webkit, for want of WebKitGTK/)
    assert.deepEqual(left(['chromium', 'firefox', 'webkit'], browsers).runs, [])
  })

  it('takes the files that were asked for, and then no suite without files', () => {
    const names = (patterns: string[], ci = false) => chosen(suitesIn(), {patterns, ci}).flat().map(({name}) => name)
    assert.deepEqual(names([]), ['types', 'lint', 'node', 'package', 'size', 'crash', 'storybook', 'browsers'])
    assert.deepEqual(names([], true),
      ['types', 'lint', 'node', 'package', 'size', 'crash', 'sharepoint', 'wordpress', 'storybook', 'browsers'])
    assert.deepEqual(names(['quiz.test']), ['browsers'])
    assert.deepEqual(chosen(suitesIn(), {names: ['wordpress']}).flat().map(({name}) => name), ['wordpress'])
    assert.deepEqual(names(['no such file']), [])
  })
})

describe('test files under Node', () => {
  const file = (name: string, text: string): string => {
    const path = join(folder, `${name}.test.mjs`)
    writeFileSync(path, text)
    return path
  }
  const run = async (file: string, limitMs?: number) => {
    let said = ''
    const [counts] = await runFiles({files: [file]}, {limitMs, say: text => { said += text }})
    return {...counts, said}
  }

  it('end when a set-up fails and leaves its server open, and say why', async () => {
    const left = file('left-open', `
      import {createServer} from 'node:http'
      import {before, describe, it} from 'node:test'
      describe('a suite', () => {
        before(() => { createServer().listen(0); throw new Error('no browser here') })
        it('has a test', () => {})
      })`)
    const {failed, said} = await run(left)
    assert.ok(failed > 0)
    assert.match(said, /no browser here/)
  })

  it('fail when all passed and something stays open', async () => {
    const open = file('stays-open', `
      import {createServer} from 'node:http'
      import {it} from 'node:test'
      it('passes', () => { createServer().listen(0) })`)
    const {passed, failed} = await run(open)
    assert.deepEqual([passed, failed], [1, 1])
  })

  it('lose none that is defined later', async () => {
    const later = file('later', `
      import {it} from 'node:test'
      import {setTimeout} from 'node:timers/promises'
      it('one', () => {})
      await setTimeout(100)
      it('two', () => {})`)
    assert.equal((await run(later)).passed, 2)
  })

  it('are named when they hang', async () => {
    const hangs = file('hangs', `
      import {it} from 'node:test'
      it('waits for ever', () => new Promise(() => setInterval(() => {}, 1000)))`)
    const {failed, said} = await run(hangs, 1000)
    assert.ok(failed > 0)
    assert.match(said, /hangs\.test\.mjs[^]*timed out after 1000ms/)
  })
})
