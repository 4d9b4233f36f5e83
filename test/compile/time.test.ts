import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileModule} from '../../components/compile/files/module.js'

const LENGTH = 64_000
const LIMIT_MS = 2_000

const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)
const lines = (line: (i: number) => string): string => {
  let text = ''
  for (let i = 0; text.length < LENGTH; i++) text += `${line(i)}\n`
  return text
}

/** Repeated without end. Each has cost some markdown reader its linear time. */
const PIECES = [
  '*', '**', '*a ', 'a*', '**a ', '_', '_a ', '__a', '*_', '[', '[a', '[](', '[a](', '[a](<', '![', '![a](', '!',
  '`', '``a', '`a\n\n',
  '<!--', '<!--\n', '> <!--\n\n', '<!-- id: a -->\n', '{{', '{{a', '{{a|', '{{a|b}} ', '{{|{{}}', '[[', '[[a',
  '[[a|b]] ', '[[a]]',
  '>', '> ', '> - ', '- ', '- - ', '1. ', '- a\n', '- a\n\n', '> a\n\n', '+ a\n- b\n', '&', '&#', '&amp', '|', '|a',
  'a|b\n',
  'a|b\n-|-\n', '<', '<a ', '<a>', '<a@', '<http:', '\\', '#\n', '# ', '## a\n', '#### a: b\n', '### Question: a\n',
  '### Question: a\n☐ a\n> b\n', '### Do: a\n<!-- id: a -->\n', '**Why:** a\n', '> **Hint:** a\n', '[a]: b\n',
  '[a]: b "', '[b]: c\n[b] ',
  '```\n', '---\n', 'a\n===\n', 'a\n', '\t', '\u00a0', '\u2019 ', '•', '☐', '\ud800', '[x](#a) ', '[a](b "c\n', '~',
  '\r', ' ',
]

const SHAPES: Record<string, string> = {
  'brackets, half open and half closed': '['.repeat(LENGTH / 2) + ']'.repeat(LENGTH / 2),
  'links in links': '['.repeat(LENGTH / 6) + '](a)'.repeat(LENGTH / 8),
  'images in images': '!['.repeat(LENGTH / 6) + '](a)'.repeat(LENGTH / 8),
  'emphasis in emphasis': '*a '.repeat(LENGTH / 6) + 'a* '.repeat(LENGTH / 6),
  'backticks of every length': lines(i => `${'`'.repeat(i % 300)}a`),
  'lists in lists': lines(i => `${' '.repeat(Math.min(i * 2, 900))}- a`),
  'quotes in quotes': lines(i => `${'>'.repeat(i % 400)} a`),
  'a table of 2,000 columns': `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n${'|x\n'.repeat(LENGTH / 4)}`,
  'a question of thousands of answers': `### Question: q\n${lines(i => `- [ ] answer ${i}`)}`,
  'a comment of thousands of options': `### Question: q\n<!-- ${'must-know: yes\n'.repeat(LENGTH / 15)}-->\n`,
  'front matter of thousands of keys': `---\n${lines(i => `k${i}: v`).slice(0, 29_000)}\n---\n`,
  'front matter of brackets': `---\na: ${'['.repeat(29_000)}\n---\n`,
  'front matter of dashes': `---\n${'- '.repeat(14_000)}\n---\n`,
  'front matter without end': `---\n${filled('a: b\n')}`,
  'front matter of anchors': `---\n${lines(i => `k${i}: &a${i} [*a${i - 1}, *a${i - 1}]`).slice(0, 29_000)}\n---\n`,
}

describe('64,000 characters', () => {
  const cases = {...Object.fromEntries(PIECES.map(piece => [JSON.stringify(piece), filled(piece)])), ...SHAPES}
  for (const [name, text] of Object.entries(cases)) {
    it(`take less than 2 seconds: ${name}`, () => {
      // Processor time, not the clock's: other tests run beside this one.
      const before = process.cpuUsage()
      const {diagnostics} = compileModule({path: 'pathways/a/b.md', text})
      const {user, system} = process.cpuUsage(before)
      assert.ok((user + system) / 1000 < LIMIT_MS, `${(user + system) / 1000} ms`)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [])
    })
  }
})
