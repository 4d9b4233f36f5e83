import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, writeGuide} from '../sample-guide.js'
import {treeOf} from '../tree.js'

const FACTOR = '---\nid: test-canvas\ntitle: A canvas\nlang: en-GB\npublisher: Test team\nsources:\n'
  + '  - title: A source of this test, 2024\n    year: 2024\nlast_reviewed: 2026-11-01\nnext_review: 2029-05-01\n'
  + '---\n\n## Factor: Voice\n<!-- id: voice -->\n\n'
  + '1. **Not yet started.** Nobody is asked.\n2. **Emerging.** Some people are asked.\n'
  + '3. **Established.** People help from the start.\n4. **Embedded.** It is the normal way to begin.\n\n'
  + '**Ask:** whose voice is this rating based on?\n'

describe('dsg new', () => {
  const root = temporaryFolder()
  const guide = (name: string, files: Record<string, string> = {}): string =>
    writeGuide(join(root, name), {'canvas/factors.md': FACTOR, ...files})
  const isClean = async (...words: string[]): Promise<void> => {
    const {code, stdout} = await runDsg('check', ...words)
    assert.deepEqual([code, /Nothing to put right\.$/m.test(stdout)], [0, true], stdout)
  }

  it('writes a module that passes the check, lists it, and says what to do next', async () => {
    const folder = guide('module')
    await isClean(folder)
    const {code, stdout, stderr} = await runDsg('new', 'module', 'use-a-badge', folder, '--pathway', 'safe-work')
    assert.equal(code, 0, stderr)
    assert.ok(stdout.includes(join(folder, 'pathways/safe-work/use-a-badge.md')), stdout)
    assert.ok(stdout.includes(`npm run dsg -- check ${folder}`), stdout)
    assert.match(readFileSync(join(folder, 'pathways/safe-work/pathway.md'), 'utf8'), /\[lock-screen, use-a-badge\]/)
    await isClean(folder)
  })

  it('takes any title', async () => {
    const folder = guide('title')
    const title = 'Say "no": who, when & why #1'
    assert.equal((await runDsg('new', 'module', 'say-no', folder, '--pathway', 'safe-work', '--title', title)).code, 0)
    const {diagnostics} = JSON.parse((await runDsg('check', folder, '--format', 'json')).stdout) as
      {diagnostics: {code: string; severity: string}[]}
    assert.deepEqual(diagnostics.filter(({severity}) => severity === 'error'), [])
    assert.match(readFileSync(join(folder, 'pathways/safe-work/say-no.md'), 'utf8'), /^# Say "no": who, when & why #1$/m)
  })

  it('writes a pathway with its first page, in the order of the catalogue', async () => {
    const folder = guide('pathway', {
      'guide.yaml': 'id: g\ntitle: A guide\nlang: en-GB\npublisher: Test team\npathways:\n  - safe-work\n',
    })
    assert.equal((await runDsg('new', 'pathway', 'on-the-ward', folder)).code, 0)
    assert.match(readFileSync(join(folder, 'guide.yaml'), 'utf8'), / {2}- safe-work\n {2}- on-the-ward\n$/)
    await isClean(folder)
  })

  it('adds a question after the last one, in the file\'s own line ends', async () => {
    const folder = guide('question')
    const file = join(folder, MODULE_PATH)
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n## Who to ask\n\nYour manager.\n`.replaceAll('\n', '\r\n'))
    const words = ['new', 'question', 'lock-when', folder, '--module', 'lock-screen', '--title', 'When do you lock it?']
    assert.equal((await runDsg(...words)).code, 0)
    const text = readFileSync(file, 'utf8')
    assert.doesNotMatch(text, /[^\r]\n/)
    assert.ok(text.indexOf('lock-screen-who') < text.indexOf('id: lock-when'))
    assert.ok(text.indexOf('id: lock-when') < text.indexOf('## Who to ask'))
    assert.match(text, /^### Question: When do you lock it\?\r$/m)
    await isClean(folder)
  })

  it('adds a factor at the end of the canvas', async () => {
    const folder = guide('factor')
    assert.equal((await runDsg('new', 'factor', 'funding', folder, '--title', 'Lasting funding')).code, 0)
    assert.match(readFileSync(join(folder, 'canvas/factors.md'), 'utf8'), /## Factor: Lasting funding\n<!-- id: funding -->/)
    await isClean(folder)
  })

  it('writes into a local folder, which needs no list for a pathway of the guide', async () => {
    const folder = guide('base')
    const before = treeOf(folder)
    const own = join(root, 'own')
    mkdirSync(own)
    assert.equal((await runDsg('new', 'pathway', 'our-way', folder, '--with', own)).code, 0)
    assert.equal((await runDsg('new', 'module', 'our-page', folder, '--pathway', 'safe-work', '--with', own)).code, 0)
    assert.ok(existsSync(join(own, 'pathways/safe-work/our-page.md')))
    assert.deepEqual(treeOf(folder), before)
    await isClean(folder, '--with', own)
  })

  const refusals = [
    {words: ['module', 'lock-screen', '--pathway', 'safe-work'], says: /"lock-screen" is in use, in \S+lock-screen\.md:2\./},
    {words: ['module', 'lock-screen-who', '--pathway', 'safe-work'], says: /is in use, in \S+lock-screen\.md:\d+\./},
    {words: ['factor', 'lock-screen'], says: /is in use/},
    {words: ['module', 'new-page'], says: /such as --pathway safe-work/},
    {words: ['module', 'new-page', '--pathway', 'safe-wrk'], says: /Did you mean "safe-work"\?/},
    {words: ['module', 'taken', '--pathway', 'safe-work'], says: /is there already/},
    {words: ['module', 'My page', '--pathway', 'safe-work'], says: /such as my-page/},
    {words: ['module', 'con', '--pathway', 'safe-work'], says: /"con" cannot be an id. Windows keeps .+ such as con-page/},
    {words: ['pathway', 'shelf', '--module', 'lpt1'], says: /"lpt1" cannot be an id. Windows/},
    {words: ['module', '../../evil', '--pathway', 'safe-work'], says: /cannot be an id/},
    {words: ['question', 'new-question', '--module', 'lock-scren'], says: /Did you mean "lock-screen"\?/},
    {words: ['question', 'new-question', '--module', '.*'], says: /no module ".\*"/},
    {words: ['question', 'new-question'], says: /such as --module lock-screen/},
    {words: ['page', 'new-page'], says: /module\|pathway\|factor\|question/},
    {words: ['module', 'new-page', '--pathway', 'safe-work', '--title', 'Two\nlines'], says: /title/},
  ]
  for (const {words, says} of refusals) {
    it(`refuses ${words.join(' ')}, and writes nothing`, async () => {
      const folder = guide('refuse', {'pathways/safe-work/taken.md': 'A page that somebody has begun.'})
      const before = treeOf(folder)
      const [sort = '', id = '', ...rest] = words
      const {code, stderr} = await runDsg('new', sort, id, folder, ...rest)
      assert.equal(code, 2, stderr)
      assert.match(stderr, says)
      assert.equal(stderr.trim().split('\n').length, 1, stderr)
      assert.deepEqual(treeOf(folder), before)
    })
  }
})
