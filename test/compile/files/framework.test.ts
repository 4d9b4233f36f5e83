import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {applyFixes} from '../../../components/compile/source/apply-fixes.js'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {packFiles} from '../../../components/compile/pack/pack.js'
import {frameworkFileProblems, manifestProblems} from '../../../components/model/pack/check-pack.js'
import type {Framework} from '../../../components/model/guide/framework.js'
import type {FrameworkFile, GuideManifest} from '../../../components/model/pack/files.js'
import {isSafeLink, plainText, type Inline} from '../../../components/model/guide/document.js'
import {smallGuide} from '../content.js'
import {DOMAIN, frameworkText, LEVELS, STATEMENT} from './framework-text.js'
import {markdownSoup} from '../markdown-soup.js'
import {addresses, nodesOf, unknownNodes} from '../tree.js'

const compile = (text = frameworkText()) => compileGuide(smallGuide({'frameworks/skills.md': text}))
const read = (text?: string): Framework => compile(text).guide.frameworks[0]!
const words = (value: string): Inline[] => [{type: 'text', value}]

describe('a framework', () => {
  it('is read as it is written, with nothing to report', () => {
    const {guide, diagnostics} = compile(frameworkText(`Words for editors.

${DOMAIN}What you do with *data*.

${STATEMENT}---

More about the domain.

## Domain: Well: being
<!-- id: W-2; short: You -->

### Rate: I can take a break
<!-- id: rate-break -->

When you can.

> **Hint:** every hour.

${LEVELS}
**Why:** eyes tire.
`, {lang: 'en-GB', publisher: 'Us', note: '"Our own words."'}))
    assert.deepEqual(diagnostics, [])
    const levels = ['Not yet.', 'With help.', 'Alone.', 'Anywhere.', 'I help others.'].map(words)
    const [send, rest] = guide.frameworks[0]!.domains.flatMap(({statements}) => statements)
    assert.deepEqual(guide.frameworks, [{
      id: 'skills', title: 'Skills', lang: 'en-GB', publisher: 'Us', note: 'Our own words.',
      sources: [{title: 'A source'}], lastReviewed: '2026-11-01', nextReview: '2027-05-01',
      domains: [
        {
          id: 'D6', name: 'Data and content', short: 'Data',
          summary: [
            {type: 'paragraph', children: [
              ...words('What you do with '), {type: 'emphasis', children: words('data')}, ...words('.'),
            ]},
            {type: 'paragraph', children: words('More about the domain.')},
          ],
          statements: [{
            type: 'rate', id: 'rate-send', hash: send!.hash, prompt: words('I can send it safely'), body: [],
            domain: 'D6', suggest: ['second', 'first'], levels,
          }],
        },
        {
          id: 'W-2', name: 'Well: being', short: 'You', summary: [],
          statements: [{
            type: 'rate', id: 'rate-break', hash: rest!.hash, prompt: words('I can take a break'),
            body: [{type: 'paragraph', children: words('When you can.')}],
            hint: [{type: 'paragraph', children: words('every hour.')}],
            why: [{type: 'paragraph', children: words('eyes tire.')}],
            domain: 'W-2', suggest: [], levels,
          }],
        },
      ],
    }])
  })

  it('tells by its hash that a statement or one of its levels has changed, and nothing else', () => {
    const hash = (content: string): string => read(frameworkText(content)).domains[0]!.statements[0]!.hash
    const before = hash(DOMAIN + STATEMENT)
    assert.equal(hash(DOMAIN.replace('Data', 'Other') + STATEMENT.replace('second, ', '')), before)
    assert.notEqual(hash(DOMAIN + STATEMENT.replace('send', 'sent')), before)
    assert.notEqual(hash(DOMAIN + STATEMENT.replace('Alone', 'By myself')), before)
  })

  it('says what its levels are called, what a role can need, and which statement speaks for a domain', () => {
    const text = frameworkText(DOMAIN.replace('short: Data', 'short: Data · first: rate-send') + STATEMENT,
      {levels: '[dim eto, gyda help, bron, ar fy mhen fy hun, helpu eraill]', needed: '[a, b, c, d, e]'})
    const {levels, needed, domains} = read(text)
    assert.deepEqual({levels, needed, first: domains[0]!.first}, {
      levels: ['dim eto', 'gyda help', 'bron', 'ar fy mhen fy hun', 'helpu eraill'], needed: ['a', 'b', 'c', 'd', 'e'], first: 'rate-send',
    })
    assert.deepEqual(compile(text).diagnostics, [])
  })

  it('has the language of its guide, unless it says another', () => {
    assert.equal(read().lang, 'en-GB')
    assert.equal(read(frameworkText(undefined, {lang: 'cy'})).lang, 'cy')
  })

  it('is read with Welsh words, and suggests them in Welsh', () => {
    const welsh = (DOMAIN + STATEMENT).replace('Domain:', 'Maes:').replace('Rate:', 'Sgorio:')
    assert.deepEqual(compile(frameworkText(welsh)).guide.frameworks, compile().guide.frameworks)
    const {diagnostics} = compile(frameworkText(welsh.replace('Maes: ', ''), {lang: 'cy'}))
    assert.deepEqual(diagnostics.map(({code, advice}) => [code, advice]), [['not-a-domain', 'Begin it with "Maes:".']])
  })

  it('is not searched: search leads to pages', () => {
    assert.deepEqual(compile().guide.sections, compileGuide(smallGuide()).guide.sections)
  })

  it('makes another edition when one of its words changes', () => {
    assert.notEqual(compile(frameworkText(undefined, {note: 'Other'})).guide.edition, compile().guide.edition)
  })

  it('has at most the 5 levels that a rating can have', () => {
    const six = frameworkText(DOMAIN + STATEMENT.replace(LEVELS, `${LEVELS}6. Six.\n`))
    assert.equal(read(six).domains[0]!.statements[0]!.levels.length, 5)
  })

  it('asks nothing of domains in a guide that has no framework', () => {
    assert.deepEqual(compileGuide(smallGuide()).diagnostics, [])
  })
})

describe('the fixes of a framework', () => {
  const slips: [string, string, string][] = [
    ['a misspelt domain', 'Domain:', 'Doman:'],
    ['a misspelt statement', 'Rate:', 'Rat:'],
    ['a domain of another rank', '## Domain', '# Domain'],
    ['a statement of another rank', '### Rate', '## Rate'],
  ]
  for (const [what, right, wrong] of slips) {
    it(`mend ${what}`, () => {
      const good = frameworkText()
      const bad = good.replace(right, wrong)
      assert.notEqual(bad, good)
      assert.equal(applyFixes(bad, compile(bad).diagnostics).text, good)
    })
  }

  it('leave a note alone that looks like a slip', () => {
    const text = frameworkText(`${DOMAIN}### Note: for us\n<!-- id: note -->\n\nWords.\n\n${STATEMENT}`)
    assert.equal(applyFixes(text, compile(text).diagnostics).text, text)
  })

  it('write ids that no module has', () => {
    const unnamed = STATEMENT.replace('id: rate-send · ', '').replace('I can send it safely', 'Second safe')
    const text = frameworkText(DOMAIN + unnamed)
    const [missing] = compile(text).diagnostics
    assert.equal(missing?.fix?.text, '\n<!-- id: second-safe-2 -->')
  })
})

describe('any text as a framework', () => {
  const lines = fc.array(fc.constantFrom(
    '## Domain: a', '## Doman: b', '### Rate: c', '#### Rate:', '# Domain: d', '## e', '### f', '### Rat: n',
    '1. g', LEVELS,
    '<!-- id: h -->', '<!-- id: D6 · short: i -->', '<!-- suggest: j, k#l, <m> -->', '---',
  ), {maxLength: 20}).map(pieces => pieces.join('\n'))
  const both = fc.tuple(lines, markdownSoup).map(two => two.join('\n'))
  const anyText = fc.oneof(markdownSoup, lines, both).map(text => frameworkText(text))

  it('is fixed in one go: nothing is left to fix', () => {
    fc.assert(fc.property(anyText, text => {
      const ours = (source: string) => compile(source).diagnostics.filter(({file}) => file === 'frameworks/skills.md')
      assert.deepEqual(ours(applyFixes(text, ours(text)).text).filter(({fix}) => fix), [])
    }), {numRuns: 300})
  })

  it('is read without a fault of ours, into known nodes and safe addresses, as a loader accepts it', () => {
    fc.assert(fc.property(anyText, text => {
      const {guide, diagnostics} = compile(text)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [])
      const [framework] = guide.frameworks
      // What is no text at all makes no framework.
      if (!framework) return
      const nodes = framework.domains.flatMap(({summary, statements}) => [
        ...nodesOf(summary),
        ...statements.flatMap(({prompt, body, hint = [], why = [], levels}) =>
          nodesOf([...prompt, ...body, ...hint, ...why, ...levels.flat()])),
      ])
      assert.deepEqual(unknownNodes(nodes), [])
      assert.deepEqual(addresses(nodes).filter(url => !isSafeLink(url)), [])
      assert.deepEqual(frameworkFileProblems({format: 'dsg-framework', version: 1, framework}), [])
      const ids = framework.domains.flatMap(({id, statements}) => [id, ...statements.map(statement => statement.id)])
      assert.equal(new Set(ids).size, ids.length)
    }), {numRuns: 300})
  })
})

describe('64,000 characters as a framework', () => {
  const pieces = [
    '## Domain: a\n', '### Rate: a\n', '### a\n', '## a\n', '---\n', '1. a\n', '<!-- id: a -->\n',
    '<!-- suggest: a, b -->\n', `${DOMAIN}${STATEMENT}`, `### Rate: a\n<!-- suggest: ${'a, '.repeat(1_000)} -->\n`,
  ]
  for (const piece of pieces) {
    it(`take less than 2 seconds: ${JSON.stringify(piece.slice(0, 40))}`, () => {
      const text = frameworkText(DOMAIN + STATEMENT + piece.repeat(Math.ceil(64_000 / piece.length)))
      const before = process.cpuUsage()
      const {diagnostics} = compile(text)
      const {user, system} = process.cpuUsage(before)
      assert.ok(user + system < 2_000_000, `${user + system} microseconds`)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [])
    })
  }
})

describe('a framework in a pack', () => {
  const {guide} = compile()
  const files = packFiles(guide)
  const manifest = JSON.parse(files.at(-1)!.text) as GuideManifest
  const [entry] = manifest.frameworks

  it('is a file that the catalogue names, and that a loader accepts', () => {
    assert.deepEqual(manifestProblems(manifest), [])
    assert.match(entry!.file, /^frameworks\/skills\.[a-z0-9]{11}\.json$/)
    const file = JSON.parse(files.find(({path}) => path === entry!.file)!.text) as FrameworkFile
    assert.deepEqual(frameworkFileProblems(file), [])
    assert.equal(plainText(file.framework.domains[0]!.statements[0]!.prompt), 'I can send it safely')
  })

  it('has its statements counted in the catalogue, and kept out of it', () => {
    assert.deepEqual({...entry, file: ''}, {
      id: 'skills', title: 'Skills', file: '',
      domains: [{id: 'D6', name: 'Data and content', short: 'Data', statements: 1}],
    })
    assert.doesNotMatch(files.at(-1)!.text, /I can send it/)
  })

  it('has another name when one word changes', () => {
    const changed = packFiles(compile(frameworkText().replace('Alone', 'alone')).guide).map(({path}) => path)
    assert.equal(changed.includes(entry!.file), false)
    assert.equal(changed.includes(manifest.modules[0]!.file), true)
  })
})
