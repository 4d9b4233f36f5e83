import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {applyFixes} from '../../../components/compile/source/apply-fixes.js'
import {compileModule} from '../../../components/compile/files/module.js'

const TIDY = `# Sending

## Check

### Question: What do you do "first"?
<!-- id: first -->

> **Hint:** don't hurry.

- [ ] Reply and ask
  > It tells the sender that it works.
- [x] Report it
  > Yes.
  > That is right.
- [ ] Forward it
  > It spreads.

**Why:** it spreads.

- one
- two
`

const MESSY: Record<string, (tidy: string) => string> = {
  'boxes without a space': text => text.replaceAll('[ ]', '[]'),
  'boxes with too many spaces': text => text.replaceAll('[ ]', '[   ]').replaceAll('[x]', '[ X]'),
  'ticks in brackets': text => text.replaceAll('[x]', '[✓]'),
  'boxes that are characters': text => text.replaceAll('[ ]', '☐').replaceAll('[x]', '☑'),
  'a crossed box, as Word ticks': text => text.replaceAll('[ ]', '☐').replaceAll('[x]', '☒'),
  'boxes without a bullet': text => text.replaceAll('- [ ]', '☐').replaceAll('- [x]', '☒'),
  'brackets without a bullet': text => text.replaceAll('- [', '['),
  'round bullets and tabs': text => text.replace(/^- /gm, '•\t'),
  'bullets of the Symbol font': text => text.replace(/^- /gm, '\uf0b7\u00a0'),
  'bullets that became dashes': text => text.replaceAll('- [', '– ['),
  'curly quotes': text => text.replace(/"(.*?)"/g, '\u201c$1\u201d').replaceAll('\'', '\u2019'),
  'hard spaces': text =>
    text.replace('Reply and', 'Reply\u00a0and').replace('### ', '###\u00a0').replaceAll('- [', '-\u00a0['),
  'feedback at the margin': text => text.replaceAll('  > ', '> '),
  'feedback after a blank line': text => text.replaceAll('\n  > It', '\n\n  > It').replace('\n  > Yes', '\n\n  > Yes'),
  'feedback at the margin after a blank line': text =>
    text.replaceAll('\n  > It', '\n\n> It').replace('\n  > Yes.\n  >', '\n\n> Yes.\n>'),
  'feedback far to the right': text => text.replaceAll('  > ', '        > '),
  'feedback behind a tab': text => text.replaceAll('  > ', '\t> '),
  'Why right under the feedback': text => text.replace('\n\n**Why', '\n**Why'),
  'no space after ###': text => text.replace('### ', '###'),
  'Windows line ends': text => text.replaceAll('\n', '\r\n'),
  'a byte order mark': text => `\ufeff${text}`,
}

describe('text pasted from Word', () => {
  const tidy = compileModule({path: 'a.md', text: TIDY}, {standalone: true})
  assert.deepEqual(tidy.diagnostics, [])

  for (const [what, mess] of Object.entries(MESSY)) {
    it(`is read as it was meant, and can be tidied: ${what}`, () => {
      const messy = mess(TIDY)
      assert.notEqual(messy, TIDY)
      const {module, diagnostics} = compileModule({path: 'a.md', text: messy}, {standalone: true})
      assert.deepEqual(module, tidy.module)
      assert.deepEqual(diagnostics.filter(({code}) => code !== 'word-paste'), [])
      const fixed = compileModule({path: 'a.md', text: applyFixes(messy, diagnostics).text}, {standalone: true})
      assert.deepEqual(fixed, {module: tidy.module, diagnostics: []})
    })
  }

  it('is left alone in code', () => {
    const code = '```\n• ☐ \u201cas it is\u201d\n```\n\n    \u2022 indented\n\n`\u2019` stays\n'
    const {module} = compileModule({path: 'a.md', text: code}, {standalone: true})
    assert.match(JSON.stringify(module!.pages), /• ☐ \u201cas it is\u201d.*\u2019/)
  })

  it('says what was found, in the line it is in', () => {
    const {diagnostics} = compileModule({path: 'a.md', text: '# A\n\n\u2022 it\u2019s'}, {standalone: true})
    assert.deepEqual(diagnostics.map(({line, column, code, message}) => [line, column, code, message]),
      [[3, 1, 'word-paste', 'This line has curly quotes, a bullet that is not "-".']])
  })
})
