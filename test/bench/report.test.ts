import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {withBlock} from '../../bench/lib/report.js'
import {REPOSITORY} from '../../cli/terminal/paths.js'

const README = readFileSync(join(REPOSITORY, 'bench/README.md'), 'utf8')
const {scripts} = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as {scripts: Record<string, string>}
const names = Object.keys(scripts).flatMap(name => name.startsWith('bench:') ? [name.slice('bench:'.length)] : [])

describe('the figures of a bench', () => {
  it('have one block in README.md for each command, and no other', () => {
    const blocks = [...README.matchAll(/^<!-- (\/?)bench:(.+) -->$/gm)].map(([, end, name]) => `${end}${name}`)
    assert.deepEqual(blocks.sort(), names.flatMap(name => [name, `/${name}`]).sort())
  })

  it('are written by the command of that name', () => {
    const strange = names.filter(name => !readFileSync(join(REPOSITORY, `bench/${name}.ts`), 'utf8').includes(`report('${name}',`))
    assert.deepEqual(strange, [])
  })

  for (const name of names) {
    it(`of ${name} take the place of the old ones and of nothing else`, () => {
      const [before, old, after] = README.split(new RegExp(`(?<=<!-- bench:${name} -->\\n)([^]*?)(?=<!-- /bench:${name} -->)`))
      assert.ok(old)
      assert.equal(withBlock(README, name, 'New $& figures'), `${before}New $& figures\n${after}`)
    })
  }

  it('are not written where there is no block, or where there are two', () => {
    const block = '<!-- bench:search -->\nold\n<!-- /bench:search -->\n'
    assert.throws(() => withBlock('# Measurements\n', 'search', 'new'), /README\.md needs one block for bench:search, between <!--/)
    assert.throws(() => withBlock(block + block, 'search', 'new'), /needs one block/)
    assert.throws(() => withBlock(block.replace('/', ''), 'search', 'new'), /needs one block/)
  })

  it('of a part of a run are not kept', () => {
    const {status, stderr} = spawnSync(process.execPath, ['--import', 'tsx', 'bench/search.ts', 'guide', '--keep'],
      {cwd: REPOSITORY, encoding: 'utf8'})
    assert.equal(status, 1)
    assert.match(stderr, /bench:search: README\.md keeps whole runs only\. Leave out --keep, or ask for everything\./)
    assert.equal(readFileSync(join(REPOSITORY, 'bench/README.md'), 'utf8'), README)
  })
})
