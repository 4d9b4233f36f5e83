import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {formatText} from '../../../cli/content/format-diagnostics.js'
import {printable} from '../../../cli/terminal/output.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'

/** What a terminal obeys: C0 but for line ends, DEL, C1, lines of Unicode, and what turns the order of letters round. */
const OBEYED = /[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
/** One of each kind: a colour, a title of the window, a cursor, a bell, C1's own "CSI" and "OSC", an override, an isolate. */
const HOSTILE = [
  '\u001b[31mred', '\u001b]0;title\u0007', '\u001b[2J', 'bell\u0007', '\u009b31mred', '\u009d0;title\u009c', 'txt\u202egpj',
  '\u2066in\u2069', '\u007f', 'over\rwritten', '\u2028line', '\u0008\u0008back',
]

const root = temporaryFolder()

describe('what somebody else wrote, as dsg prints it', () => {
  const all = HOSTILE.join(' ')
  const yaml = (text: string) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, sign => (
    `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))
  const content = writeGuide(join(root, 'content'), {
    'guide.yaml': `id: guide\ntitle: ${yaml(`Guide ${all}`)}\nlang: en-GB\npublisher: ${yaml(all)}\n`,
    'settings.yaml': `it_service_desk: ${yaml(all)}\n${yaml(`odd ${all}`)}: words\n`,
    [MODULE_PATH]: moduleText('lock-screen', `${all}\n\n[${all}](module:nowhere) {{${all} | words}} ![${all}](${all}.png)`)
      .replace('title: Keep a screen to yourself', `title: ${yaml(`Keep ${all}`)}`)
      .replace('  - lock a screen', `  - ${yaml(all)}`)
      .replace('How to do it', `How ${all}`),
    'glossary/terms.md': `## A term ${all}\n<!-- id: ${all} -->\n\n${all}\n`,
    'canvas/canvas.md': `---\nid: canvas\ntitle: ${yaml(all)}\n---\n\n## ${all}\n`,
  })
  // Names of files as far as this system takes them.
  const names = HOSTILE.map((text, n) => join(content, 'pathways', 'safe-work', `${text.replaceAll('/', '')}${n}.md`))
  for (const name of names) writeFileSync(name, moduleText('other'))
  const clean = writeGuide(join(root, 'clean'))
  const records = join(root, 'records')
  mkdirSync(records)
  for (const text of HOSTILE) writeFileSync(join(records, `${text.replaceAll('/', '')}.json`), JSON.stringify({guide: text}))

  const hostile = HOSTILE.join('')
  const commands: {words: string[]; isPrinted?: RegExp}[] = [
    {words: ['check', content], isPrinted: /red/},
    {words: ['check', content, '--format', 'json'], isPrinted: /u001b|\\u009b/},
    {words: ['build', content, '--out', join(root, 'built')]},
    {words: ['export', 'html', content, '--module', 'lock-screen', '--out', join(root, 'module.zip')]},
    {words: ['export', 'm365', content, '--site', 'https://www.example.org/', '--out', join(root, 'pack.zip')]},
    {words: ['export', 'scorm12', clean, '--module', hostile, '--out', join(root, 'none.zip')]},
    {words: ['report', 'content', content]},
    {words: ['report', 'settings', content]},
    {words: ['report', 'review', content], isPrinted: /Keep/},
    {words: ['report', 'review', content, '--format', 'csv'], isPrinted: /Keep/},
    {words: ['report', 'review', content, '--format', 'ical'], isPrinted: /Keep/},
    {words: ['report', records]},
    {words: ['new', 'module', 'a-page', clean, '--pathway', hostile]},
    {words: ['new', 'pathway', hostile, clean]},
    {words: [hostile]},
    {words: ['help', hostile]},
    {words: ['check', hostile]},
    {words: ['check', clean, `--${hostile}`]},
    {words: ['check', clean, '--format', hostile]},
    {words: ['report', 'review', clean, '--on', hostile]},
  ]
  for (const {words, isPrinted} of commands) {
    it(`dsg ${words.map(word => word === hostile ? '…' : word.replace(root, '')).join(' ')}`, async () => {
      const {stdout, stderr} = await runDsg(...words)
      const printed = (stdout + stderr).replaceAll('\r\n', '\n')
      assert.ok(printed.length > 20)
      assert.doesNotMatch(printed, OBEYED)
      if (isPrinted) assert.match(printed, isPrinted)
    })
  }

  it('dsg build of a guide that is in order', async () => {
    const {code, stdout} = await runDsg('build', clean, '--out', join(root, 'clean-built'))
    assert.equal(code, 0)
    assert.doesNotMatch(stdout, OBEYED)
    assert.ok(readFileSync(join(root, 'clean-built/guide.json'), 'utf8'))
  })

  it('is still painted in our own colours', () => {
    const diagnostic = {file: 'a\u001b[2Jb.md', line: 1, column: 1, code: 'x', severity: 'error' as const, message: all, advice: all}
    const text = formatText([diagnostic], '', true)
    assert.match(text, /\u001b\[31merror/)
    assert.doesNotMatch(text.replace(/\u001b\[(?:1|2|22|31|39)m/g, ''), OBEYED)
    assert.equal(printable('a\u001b[31mb\nc\td'), 'ab c d')
  })
})
