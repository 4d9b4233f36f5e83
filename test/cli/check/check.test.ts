import assert from 'node:assert/strict'
import {chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import type {Diagnostic} from '../../../components/model/guide/diagnostic.js'
import {ended, runDsg, startDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, WORDS_LINE, writeGuide} from '../sample-guide.js'

/** As Node prints where an error came from. */
const STACK = /^\s+at .+:\d+:\d+/m

describe('dsg check', () => {
  const root = temporaryFolder()
  const guide = (name: string, files: Record<string, string | Uint8Array> = {}): string =>
    writeGuide(join(root, name), files)
  const withoutIds = moduleText('lock-screen')
    .replaceAll(/<!-- id: .* -->\n/g, '')
    .replace('- [x] Nobody', '- [ X] Nobody')

  it('ends with 0 and one line when all is well', async () => {
    const {code, stdout, stderr} = await runDsg('check', guide('good'))
    const expected = {code: 0, stdout: '5 files checked. Nothing to put right.\n', stderr: ''}
    assert.deepEqual({code, stdout, stderr}, expected)
  })

  it('names every fault of every file at once, with its line, and ends with 1', async () => {
    const folder = guide('bad', {
      [MODULE_PATH]: moduleText('lock-screen', '[Away](module:nowhere) ![](gone.png)').replace('[x] Lock', '[ ] Lock'),
      'settings.yaml': 'it_service_desk: [1, 2\n',
    })
    const {code, stdout} = await runDsg('check', folder)
    assert.equal(code, 1)
    const places = stdout.split('\n').filter(line => line.startsWith(folder))
    for (const place of places) assert.match(place, /^\S+:\d+:\d+ (?:error|warning|note): .+ \[[\w-]+\]$/)
    assert.ok(places.some(place => place.includes('settings.yaml:')), stdout)
    assert.ok(places.some(place => place.includes(`${MODULE_PATH}:${WORDS_LINE}:`)), stdout)
    assert.ok(places.some(place => place.includes('no-right-answer')), stdout)
    assert.match(stdout, /\d+ errors.* in 2 files\./)
  })

  it('prints JSON and nothing else on request', async () => {
    const folder = guide('json', {[MODULE_PATH]: moduleText('lock-screen', '[Away](module:nowhere)')})
    const {code, stdout} = await runDsg('check', folder, '--format', 'json')
    assert.equal(code, 1)
    const {errors, diagnostics} = JSON.parse(stdout) as {errors: number; diagnostics: Diagnostic[]}
    assert.equal(errors, 1)
    assert.deepEqual({...diagnostics[0], code: '', message: '', advice: ''}, {
      file: join(folder, MODULE_PATH), line: WORDS_LINE, column: diagnostics[0]?.column,
      severity: 'error', fixable: false, code: '', message: '', advice: '',
    })
  })

  it('puts right what is safe, once: a second run changes nothing', async () => {
    const folder = guide('fix', {[MODULE_PATH]: withoutIds})
    const file = join(folder, MODULE_PATH)
    const first = await runDsg('check', folder, '--fix')
    assert.equal(first.code, 0, first.stdout)
    assert.match(first.stderr, /^3 changes made in 1 file\.$/m)
    const text = readFileSync(file, 'utf8')
    assert.equal(text.match(/<!-- id: .+ -->/g)?.length, 2)
    assert.match(text, /^- \[x\] Nobody$/m)

    const second = await runDsg('check', folder, '--fix')
    assert.equal(second.code, 0)
    assert.match(second.stderr, /nothing to change/)
    assert.equal(readFileSync(file, 'utf8'), text)
  })

  it('keeps a byte order mark, line ends and permissions when it writes', async () => {
    const folder = guide('keep', {[MODULE_PATH]: `\ufeff${withoutIds.replaceAll('\n', '\r\n')}`})
    const file = join(folder, MODULE_PATH)
    // More than a new file is given, as in a folder that editors share.
    chmodSync(file, 0o666)
    await runDsg('check', folder, '--fix')
    const text = readFileSync(file, 'utf8')
    assert.ok(text.startsWith('\ufeff---\r\n'))
    assert.match(text, /<!-- id: .+ -->\r\n/)
    assert.equal(statSync(file).mode & 0o777, 0o666)
  })

  it('checks one file as part of its guide', async () => {
    const folder = guide('one', {
      [MODULE_PATH]: moduleText('lock-screen', '[Away](module:nowhere)'), 'settings.yaml': 'it_service_desk: [1, 2\n',
    })
    const {code, stdout} = await runDsg('check', join(folder, MODULE_PATH))
    assert.equal(code, 1)
    assert.ok(stdout.includes(`lock-screen.md:${WORDS_LINE}:`), stdout)
    assert.doesNotMatch(stdout, /settings\.yaml/)
  })

  it('checks one file on its own when it is in no guide', async () => {
    const file = join(root, 'alone.md')
    writeFileSync(file, '# Alone\n\nA page.\n\n### Question: Is that so?\n<!-- id: so -->\n\n- [ ] Yes\n- [ ] No\n')
    const {code, stdout} = await runDsg('check', file)
    assert.equal(code, 1)
    assert.match(stdout, /alone\.md:\d+:\d+ error: .+\[no-right-answer\]/)
  })

  it('has a clear line for each hostile file, and no stack trace', async () => {
    const folder = guide('hostile', {
      'pathways/safe-work/binary.md': Buffer.from([0, 1, 2, 255]),
      'pathways/safe-work/empty.md': '',
      'pathways/safe-work/huge.md': Buffer.alloc(10_000_000, '# a\n'),
      'pathways/safe-work/nested.md': `${'> '.repeat(30_000)}deep`,
    })
    symlinkSync(folder, join(folder, 'circle'))
    mkdirSync(join(folder, 'pathways/folder.md'))
    const {code, stdout, stderr} = await runDsg('check', folder)
    assert.equal(code, 1)
    for (const name of ['binary.md', 'empty.md', 'huge.md', 'nested.md', 'circle']) {
      assert.ok(stdout.includes(`${name}:1:`) || stdout.includes(`${name}:`), `${name} is not named:\n${stdout}`)
    }
    assert.doesNotMatch(stdout + stderr, STACK)
  })

  it('shows content in its messages without its control characters', async () => {
    const folder = guide('escape', {[MODULE_PATH]: moduleText('lock-screen', '[Away](module:\u001b[31mnowhere)')})
    const {stdout} = await runDsg('check', folder)
    assert.equal(stdout.includes('\u001b'), false)
  })

  const refusals = [
    {words: ['check', '/nowhere/at/all'], says: /no folder "\/nowhere\/at\/all"/},
    {words: ['check', 'package.json/content'], says: /no folder "package\.json\/content"/},
    {words: ['check', 'package.json'], says: /is no page/},
    {words: ['check', '--quick'], says: /--quick/},
    {words: ['check', '--format', 'xml'], says: /"xml" is not a format/},
    {words: ['check', 'one', 'two'], says: /Name one folder only/},
    {words: ['chekc'], says: /no command "chekc"/},
    {words: ['constructor'], says: /no command "constructor"/},
  ]
  for (const {words, says} of refusals) {
    it(`ends with 2 and one plain line for: dsg ${words.join(' ')}`, async () => {
      const {code, stdout, stderr} = await runDsg(...words)
      assert.deepEqual({code, stdout}, {code: 2, stdout: ''})
      assert.match(stderr, says)
      assert.equal(stderr.trim().split('\n').length, 1, stderr)
    })
  }

  it('prints help', async () => {
    const {code, stdout} = await runDsg('--help')
    assert.equal(code, 0)
    assert.match(stdout, /dsg check/)
  })

  it('says nothing when whoever reads stops reading', async () => {
    const child = startDsg('check', guide('pipe', {[MODULE_PATH]: withoutIds}))
    child.stdout?.destroy()
    assert.equal((await ended(child)).stderr, '')
  })
})
