import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {compileModule} from '../../components/compile/files/module.js'
import {aloneFile, packFiles} from '../../components/compile/pack/pack.js'
import {staticSite} from '../../components/site/site.js'
import {frontMatter, smallGuide} from './content.js'

/** The most that a character of a source may become: in a pack as data, on pages as tags, and in what a page shows by itself. */
const MOST = 250
/** And a small guide by itself, pages and all. */
const ANY = 200_000

/** Bytes of all files of a guide, whatever is wrong with it. */
function sizeOf(changes: Record<string, string>): number {
  const {guide} = compileGuide(smallGuide(changes))
  const files = [...packFiles(guide), ...guide.modules.map(module => aloneFile(guide, module)), ...staticSite(guide)]
  return files.reduce((sum, {text}) => sum + text.length, 0)
}

const filler = fc.constantFrom('a', '|', '>', '- ', '*a* ', '\\\n', '\n', 'a\n\n', '### a\n', '## a\n\nb\n\n', '# a\n', '&', '<', '"', '`a` ',
  '😀', '[x] ', '![x] ', '[a][x] ', '<https://a.b> ', '[a](glossary:spam) ', '[a](module:second) ', '{{it_service_desk|b}} ', '|\n',
  '|a', '|a\n', '|-', '> **Tip:** a\n\n', '### Do: a\n', '### Question: a\n- [x] b\n  > c\n', '[[b|c]]', '1. a\n', '    a\n', '~~~\n')
const run = fc.record({piece: filler, times: fc.integer({min: 1, max: 400})}).map(({piece, times}) => piece.repeat(times))
/** A table of any width, whose rows may be shorter or longer. */
const table = fc.tuple(fc.integer({min: 1, max: 300}), fc.integer({min: 0, max: 300}), fc.integer({min: 0, max: 300}))
  .map(([columns, row, rows]) => {
    const cells = 'b|'.repeat(row % 9 ? row % 3 : row)
    return `\n\n|${'a|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n${`|${cells}\n`.repeat(rows)}\n`
  })
/** An address or a title that is written once and named often. */
const reference = fc.integer({min: 1, max: 20_000})
  .map(length => `\n\n[x]: https://a.example/${'y'.repeat(length)} "${'z'.repeat(length % 500)}"\n\n`)
const body = fc.array(fc.oneof({arbitrary: run, weight: 4}, table, reference), {minLength: 1, maxLength: 6}).map(parts => parts.join(''))
const long = fc.integer({min: 1, max: 20_000}).map(length => 'y'.repeat(length))
const hostile = fc.record({
  body, title: long, setting: long, meaning: fc.oneof(long, run), guide: long, items: fc.integer({min: 1, max: 2_000}),
})

describe('a small source', () => {
  it('makes no huge pack and no huge page', () => {
    fc.assert(fc.property(hostile, ({body, title, setting, meaning, guide, items}) => {
      const changes = {
        'guide.yaml': `id: small\ntitle: ${guide}\nlang: en-GB\npublisher: ${guide}\n`,
        'settings.yaml': `it_service_desk: ${setting}\n`,
        'glossary/terms.md': `## Spam\n<!-- id: spam -->\n\n${meaning}\n`,
        'pathways/basics/first.md': `${frontMatter({title, outcomes: `[${'a, '.repeat(items)}b]`})}# First\n\n${body}`,
      }
      const source = Object.values(changes).join('').length
      const made = sizeOf(changes)
      assert.ok(made <= MOST * source + ANY, `${made} of ${source}`)
    }), {seed: 14, numRuns: 20})
  })

  it('makes no huge module where a page shows one file by itself', () => {
    fc.assert(fc.property(body, long, (body, title) => {
      const text = `# ${title}\n\n${body}`
      const made = JSON.stringify(compileModule({path: 'page.md', text}, {standalone: true}).module ?? '').length
      assert.ok(made <= MOST * text.length + ANY, `${made} of ${text.length}`)
    }), {seed: 14, numRuns: 40})
  })

  it('is refused with words where it would: a table of 1.5 kB that made a page of megabytes', () => {
    const text = `${frontMatter()}# First\n\n|${'a|'.repeat(250)}\n|${'-|'.repeat(250)}\n${'|\n'.repeat(260)}`
    const {guide, diagnostics} = compileGuide(smallGuide({'pathways/basics/first.md': text}))
    assert.ok(diagnostics.some(({code, message}) => code === 'table-cells-missing' && message.includes('250 columns')))
    assert.ok(JSON.stringify(guide).length < 100_000)
  })

  it('may have a table whose rows leave the last cells out', () => {
    const text = `${frontMatter()}# First\n\n|a|b|c|d|\n|-|-|-|-|\n${'| a |\n'.repeat(200)}`
    const {guide, diagnostics} = compileGuide(smallGuide({'pathways/basics/first.md': text}))
    assert.ok(!diagnostics.some(({code}) => code === 'table-cells-missing'))
    const table = guide.modules[0]!.pages[0]!.children[0]!
    assert.ok(table.type === 'table' && table.children.every(({children}) => children.length === 4))
  })
})
