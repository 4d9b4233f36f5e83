import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {EDITIONS_FILE, withEarlierFiles} from '../../../cli/build/editions.js'
import type {OutputFile} from '../../../cli/build/output-folder.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'
import {GIF, PNG} from '../sample-images.js'
import {treeOf} from '../tree.js'

const root = temporaryFolder()
let count = 0
const newFolder = (): string => join(root, `folder-${count++}`)
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
const image = (body: string): OutputFile =>
  ({path: `images/lock.${createHash('sha256').update(body).digest('hex').slice(0, 10)}.png`, body})

/** Stands for a build: the folder is replaced as a whole. */
function build(folder: string, files: readonly OutputFile[], today: string, days = 30): string[] {
  const all = withEarlierFiles(folder, files, today, days)
  rmSync(folder, {recursive: true, force: true})
  for (const {path, body} of all) {
    mkdirSync(join(folder, path, '..'), {recursive: true})
    writeFileSync(join(folder, path), body)
  }
  return Object.keys(treeOf(folder)!).filter(path => path !== EDITIONS_FILE)
}

const edition = (n: number, hash: string): OutputFile[] => [
  {path: 'dsg.js', body: `${n}`}, {path: `chunks/define.${hash}.js`, body: `edition ${n}`},
  {path: `modules/a.b${n}.json`, body: '{}'},
]
const one = edition(1, 'AAAAA1')
const two = edition(2, 'B-_BB2')
const WITH_ONE = ['chunks/define.AAAAA1.js', 'chunks/define.B-_BB2.js', 'dsg.js', 'modules/a.b2.json']
const TWO = WITH_ONE.slice(1)

describe('files of earlier builds', () => {
  it('keeps each for so many days after the build that first did without it, through any builds and any days between', () => {
    const names = ['AAAAA1', 'B-_BB2', 'CCCCC3', 'DDDDD4', 'EEEEE5']
    const anyBuild = fc.record({later: fc.nat(12), has: fc.subarray(names), days: fc.constantFrom(0, 1, 7, 30)})
    const builds = fc.array(anyBuild, {maxLength: 12})
    fc.assert(fc.property(builds, builds => {
      const folder = newFolder()
      let now = 0
      // A second opinion, which knows nothing but the days on which builds had a file.
      const left = new Map<string, number>()
      let before: string[] = []
      for (const {later, has, days} of builds) {
        now += later
        for (const name of before) if (!has.includes(name)) left.set(name, left.get(name) ?? now)
        for (const name of has) left.delete(name)
        for (const [name, since] of left) if (days === 0 || now - since > days) left.delete(name)
        before = [...has, ...left.keys()]
        const paths = build(folder, has.map(name => ({path: `chunks/define.${name}.js`, body: name})), day(now), days)
        assert.deepEqual(paths, before.map(name => `chunks/define.${name}.js`).sort())
      }
      rmSync(folder, {recursive: true, force: true})
    }), {numRuns: 60, seed: 17})
  })

  it('keeps scripts and images, and no text: where that is gone, an open page asks for the new one', () => {
    const folder = newFolder()
    build(folder, [...one, image('old')], day(0))
    assert.deepEqual(build(folder, [...two, image('new')], day(1)), [...WITH_ONE, image('old').path, image('new').path].sort())
  })

  it('knows the days when all dates of files are lost, as in a copy', () => {
    const folder = newFolder()
    build(folder, one, day(0))
    build(folder, two, day(1))
    for (const path of Object.keys(treeOf(folder)!)) utimesSync(join(folder, path), 0, 0)
    renameSync(folder, `${folder}-copy`)
    assert.deepEqual(build(`${folder}-copy`, two, day(31)), WITH_ONE)
    assert.deepEqual(build(`${folder}-copy`, two, day(32)), TWO)
  })

  it('takes a file back that is new once more, and counts from the day it goes again', () => {
    const folder = newFolder()
    build(folder, one, day(0))
    build(folder, two, day(1))
    build(folder, one, day(20))
    assert.deepEqual(build(folder, two, day(40)), WITH_ONE)
    assert.deepEqual(build(folder, two, day(70)), WITH_ONE)
    assert.deepEqual(build(folder, two, day(71)), TWO)
  })

  it('is not fooled by a clock that was ahead', () => {
    const folder = newFolder()
    build(folder, one, day(0))
    build(folder, two, day(4000))
    assert.deepEqual(build(folder, two, day(1)), WITH_ONE)
    assert.deepEqual(build(folder, two, day(32)), TWO)
  })

  it('keeps the scripts of a folder that was built before there was a list', () => {
    const folder = newFolder()
    build(folder, [...one, image('old')], day(0))
    rmSync(join(folder, EDITIONS_FILE))
    assert.deepEqual(build(folder, two, day(1)), [...WITH_ONE, image('old').path].sort())
    assert.deepEqual(build(folder, two, day(32)), TWO)
  })

  const faults: [why: string, change: (folder: string) => void][] = [
    ['was changed since', folder => { writeFileSync(join(folder, 'chunks/define.AAAAA1.js'), 'alert(1)') }],
    ['is missing', folder => { rmSync(join(folder, 'chunks/define.AAAAA1.js')) }],
    ['is a link', folder => {
      renameSync(join(folder, 'chunks/define.AAAAA1.js'), join(folder, 'chunks/elsewhere'))
      symlinkSync('elsewhere', join(folder, 'chunks/define.AAAAA1.js'))
    }],
    ['no build wrote', folder => {
      rmSync(join(folder, 'chunks/define.AAAAA1.js'))
      writeFileSync(join(folder, 'chunks/define.FFFFF6.js'), 'alert(1)')
    }],
    ['is an image with another name than its bytes have', folder => {
      rmSync(join(folder, 'chunks/define.AAAAA1.js'))
      rmSync(join(folder, EDITIONS_FILE))
      mkdirSync(join(folder, 'images'))
      writeFileSync(join(folder, 'images/lock.0123456789.png'), 'another')
    }],
  ]
  for (const [why, change] of faults) {
    it(`keeps no file that ${why}`, () => {
      const folder = newFolder()
      build(folder, one, day(0))
      change(folder)
      assert.deepEqual(build(folder, two, day(1)), TWO)
    })
  }

  const lists = [
    '', '[]', 'null', '{"files": null}', '{"files": {"../../guide.json": {"hash": "1"}}}', '{"files": {"chunks/define.AAAAA1.js": null}}',
    '{"files": {"chunks/define.AAAAA1.js": {"hash": 5}}}', '{"files": {"chunks/define.AAAAA1.js": {"hash": "", "until": "soon"}}}',
    '{"files": {"dsg.js": {"hash": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"}}}',
  ]
  for (const list of lists) {
    it(`builds whatever the list has become: ${list || 'nothing'}`, () => {
      const folder = newFolder()
      build(folder, one, day(0))
      writeFileSync(join(folder, EDITIONS_FILE), list)
      assert.deepEqual(build(folder, two, day(1)).filter(path => !WITH_ONE.includes(path)), [])
      assert.equal(readFileSync(join(folder, 'dsg.js'), 'utf8'), '2')
    })
  }

  it('grows no further, through 100 builds that each change every script', () => {
    const folder = newFolder()
    const sizes = Array.from({length: 100}, (_, n) =>
      build(folder, [{path: `chunks/define.${String(n).padStart(6, '0')}.js`, body: 'x'.repeat(1000)}], day(n)).length)
    assert.deepEqual(sizes.slice(0, 3), [1, 2, 3])
    assert.equal(Math.max(...sizes), 32, 'of this build, and of 31 days before')
  })
})

describe('dsg build --keep-days', () => {
  it('keeps an image of the build before, and says so', async () => {
    const content = join(root, 'pictures')
    const out = join(root, 'pictures-site')
    const withPicture = (name: string, bytes: Uint8Array) => writeGuide(content, {
      [MODULE_PATH]: moduleText('lock-screen', `![A lock](${name})`), [`pathways/safe-work/${name}`]: bytes,
    })
    const builds = async (on: string, ...more: string[]) => {
      const {code, stdout, stderr} = await runDsg('build', content, '--out', out, '--on', on, ...more)
      assert.equal(code, 0, stderr)
      return {stdout, images: readdirSync(join(out, 'images')).length}
    }
    withPicture('lock.png', PNG)
    assert.equal((await builds('2026-03-01')).images, 1)
    withPicture('lock.gif', GIF)
    const second = await builds('2026-03-02', '--keep-days', '7')
    assert.match(second.stdout, /for 7 days \(--keep-days\)/)
    assert.equal(second.images, 2)
    assert.equal((await builds('2026-03-09', '--keep-days', '7')).images, 2)
    assert.equal((await builds('2026-03-10', '--keep-days', '7')).images, 1)
  })

  it('removes all at once when it is told to', async () => {
    const content = writeGuide(join(root, 'none'))
    const out = join(root, 'none-site')
    await runDsg('build', content, '--out', out)
    rmSync(join(out, EDITIONS_FILE))
    writeFileSync(join(out, 'chunks/define.AAAAA1.js'), 'old')
    const {stdout} = await runDsg('build', content, '--out', out, '--keep-days', '0')
    assert.ok(!readdirSync(join(out, 'chunks')).includes('define.AAAAA1.js'))
    assert.match(stdout, /may be asked to load it again/)
  })

  for (const wrong of ['soon', '-1', '1.5', '', '1e2', '9999']) {
    it(`refuses "${wrong}"`, async () => {
      const {code, stderr} = await runDsg('build', join(root, 'none'), '--out', join(root, 'refused'), `--keep-days=${wrong}`)
      assert.equal(code, 2)
      assert.match(stderr, /is not a number of days/)
    })
  }
})
