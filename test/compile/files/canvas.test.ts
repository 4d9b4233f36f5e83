import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {applyFixes} from '../../../components/compile/source/apply-fixes.js'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {packFiles} from '../../../components/compile/pack/pack.js'
import {canvasFileProblems, manifestProblems} from '../../../components/model/pack/check-pack.js'
import type {Canvas} from '../../../components/model/guide/canvas.js'
import type {CanvasPackFile, GuideManifest} from '../../../components/model/pack/files.js'
import {isSafeLink, plainText, type Inline} from '../../../components/model/guide/document.js'
import {ASK, canvasText, FACTORS, factorText, LEVELS} from './canvas-text.js'
import {smallGuide} from '../content.js'
import {markdownSoup} from '../markdown-soup.js'
import {addresses, nodesOf, unknownNodes} from '../tree.js'

const FILE = 'canvas/factors.md'
const VOICE = factorText('Voice', 'voice')
const compile = (text = canvasText(), changes: Record<string, string> = {}) =>
  compileGuide(smallGuide({[FILE]: text, ...changes}))
const read = (text?: string): Canvas => compile(text).guide.canvases[0]!
const words = (value: string): Inline[] => [{type: 'text', value}]

describe('a canvas', () => {
  it('is read as it is written, with nothing to report', () => {
    const {guide, diagnostics} = compile(canvasText(`<!--
Words for editors.
-->

## Factor: Voice: and co-design
<!-- id: voice · group: People, and trust · learn: second, first -->

Who *shapes* it.

${LEVELS}
**Ask:** whose voice? See [this](module:second).

- And who is missing?
`, {lang: 'en-GB', publisher: 'Us', basis: '"Our own words."'}))
    assert.deepEqual(diagnostics, [])
    const {factors, ...facts} = guide.canvases[0]!
    assert.deepEqual(facts, {
      id: 'canvas-1', title: 'Canvas 1', lang: 'en-GB', publisher: 'Us', basis: 'Our own words.', sources: [{title: 'A source'}],
      lastReviewed: '2026-11-01', nextReview: '2027-05-01',
    })
    assert.deepEqual(factors, [{
      id: 'voice', group: 'People, and trust', name: 'Voice: and co-design', hash: factors[0]!.hash, learn: ['second', 'first'],
      intro: [{type: 'paragraph', children: [
        ...words('Who '), {type: 'emphasis', children: words('shapes')}, ...words(' it.'),
      ]}],
      levels: [
        {name: 'Not yet started', text: words('Nobody is asked.')},
        {name: 'Emerging', text: words('Some are asked.')},
        {name: 'Established', text: words('People help to shape it.')},
        {name: 'Embedded', text: words('It is the normal way.')},
      ],
      ask: [
        {type: 'paragraph', children: [
          ...words('whose voice? See '), {type: 'link', url: 'module:second', children: words('this')}, ...words('.'),
        ]},
        {type: 'list', ordered: false, children: [
          {type: 'listItem', children: [{type: 'paragraph', children: words('And who is missing?')}]},
        ]},
      ],
    }])
  })

  it('tells by the hash of a factor that its name or a word of a level has changed, and nothing else', () => {
    const hash = (content: string): string => read(canvasText(content)).factors[0]!.hash
    const before = hash(VOICE)
    assert.equal(hash(VOICE.replace('whose voice', 'who').replace('-->', '-->\n\nMore words.')), before)
    assert.notEqual(hash(VOICE.replace('Factor: Voice', 'Factor: Voices')), before)
    assert.notEqual(hash(VOICE.replace('Emerging', 'Beginning')), before)
    assert.notEqual(hash(VOICE.replace('Some are', 'A few are')), before)
  })

  it('is read with Welsh words, and suggests them in Welsh', () => {
    const welsh = FACTORS.replaceAll('Factor:', 'Ffactor:').replaceAll('**Ask:**', '**Gofynnwch:**')
    assert.deepEqual(compile(canvasText(welsh)).guide.canvases, compile().guide.canvases)
    const {diagnostics} = compile(canvasText(VOICE.replace('Factor: ', '').replace(ASK, ''), {lang: 'cy'}))
    assert.deepEqual(diagnostics.map(({code}) => code), ['not-a-factor', 'no-ask'])
    assert.equal(diagnostics[0]!.advice, 'Begin it with "Ffactor:".')
    assert.match(diagnostics[1]!.advice, /"\*\*Gofynnwch:\*\*"/)
  })

  it('may have factors without groups, when none has one', () => {
    assert.deepEqual(compile(canvasText(VOICE)).diagnostics, [])
    assert.equal(read(canvasText(VOICE)).factors[0]!.group, '')
  })

  it('makes another edition when one of its words changes, and is not searched', () => {
    assert.notEqual(compile(canvasText(undefined, {basis: 'Other'})).guide.edition, compile().guide.edition)
    assert.deepEqual(compile().guide.sections, compileGuide(smallGuide()).guide.sections)
  })

  it('is carried into a pack as it is, under a name that changes with its words', () => {
    const files = packFiles(compile().guide)
    const entry = (JSON.parse(files.at(-1)!.text) as GuideManifest).canvases[0]!
    assert.deepEqual(manifestProblems(JSON.parse(files.at(-1)!.text)), [])
    assert.equal(entry.factors, 4)
    const packed = JSON.parse(files.find(({path}) => path === entry.file)!.text) as CanvasPackFile
    assert.deepEqual(packed.canvas, JSON.parse(JSON.stringify(read())))
    const other = packFiles(compile(canvasText(FACTORS.replace('Some are asked', 'Some are heard'))).guide)
    assert.notEqual((JSON.parse(other.at(-1)!.text) as GuideManifest).canvases[0]!.file, entry.file)
  })

  it('of the shipped guide has 12 factors with four levels and a question each, and nothing to report', () => {
    const text = readFileSync(new URL('../../../content/canvas/factors.md', import.meta.url), 'utf8')
    const {guide, diagnostics} = compile(text)
    // The modules that it leads to are not in this small guide.
    assert.deepEqual(diagnostics.filter(({code}) => code !== 'link-to-nowhere'), [])
    const {factors} = guide.canvases[0]!
    assert.equal(factors.length, 12)
    for (const {name, levels, ask, group} of factors) {
      assert.deepEqual(levels.map(level => level.name), ['Not yet started', 'Emerging', 'Established', 'Embedded'], name)
      assert.match(plainText(ask), /whose voice is this rating based on\?/, name)
      assert.notEqual(group, '', name)
    }
  })
})

describe('a fault in a canvas', () => {
  for (const [what, right, wrong] of [['a misspelt factor', 'Factor:', 'Facter:'], ['a factor of another rank', '## Factor', '### Factor']] as const) {
    it(`is mended: ${what}`, () => {
      const good = canvasText(VOICE)
      const bad = good.replace(right, wrong)
      assert.equal(applyFixes(bad, compile(bad).diagnostics).text, good)
    })
  }

  it('is not mended where a heading may be a note', () => {
    const text = canvasText(`${VOICE}## Factors: a note\n<!-- id: note -->\n\nWords.\n`)
    assert.equal(applyFixes(text, compile(text).diagnostics).text, text)
  })

  it('leaves at most four levels to be rated', () => {
    assert.equal(read(canvasText(VOICE.replace(LEVELS, `${LEVELS}5. **More.** Still more.\n`))).factors[0]!.levels.length, 4)
  })
})

describe("a canvas in an organisation's folder", () => {
  const lay = (path: string, text: string, localFile = '') => {
    const {guide, diagnostics} = compileGuide([
      ...smallGuide({[FILE]: canvasText()}),
      ...[{path, text}, {path: 'local.yaml', text: localFile}].map(file => ({...file, layer: 1, shown: `local/${file.path}`})),
    ])
    return {canvases: guide.canvases, faults: diagnostics.filter(({severity}) => severity === 'error')}
  }
  const ours = (id: string) => canvasText(factorText('Ours', 'ours'), {id, title: 'Ours'})

  it('stands beside that of the guide', () => {
    const {canvases, faults} = lay('canvas/ours.md', ours('our-canvas'))
    assert.deepEqual([canvases.map(({id}) => id), faults], [['canvas-1', 'our-canvas'], []])
  })

  it('takes the place of that of the guide when local.yaml says so, whatever its file is called', () => {
    const {canvases, faults} = lay('canvas/ours.md', ours('canvas-1'), 'replace: {canvases: [canvas-1]}\n')
    assert.deepEqual([canvases.map(({title}) => title), faults], [['Ours'], []])
  })

  it('with the same id is a conflict, and says how to settle it', () => {
    const {canvases, faults} = lay('canvas/ours.md', ours('canvas-1'))
    assert.deepEqual(canvases.map(({title}) => title), ['Canvas 1'])
    assert.deepEqual(faults.map(({code}) => code), ['local-clash'])
    assert.match(faults[0]!.advice, /add replace: \{canvases: \[canvas-1\]\} to local\.yaml\. Else give yours another id/)
  })

  it('has no factor of the guide twice', () => {
    const {faults} = lay('canvas/ours.md', canvasText(VOICE, {id: 'our-canvas'}))
    assert.deepEqual(faults.map(({code}) => code), ['duplicate-id'])
  })
})

describe('any text as a canvas', () => {
  const lines = fc.array(fc.constantFrom(
    '## Factor: a', '## Facter: b', '### Factor: c', '# Factor:', '## d', '### e', '1. **f.** g', LEVELS, ASK, '**Ask:**',
    '<!-- id: h -->', '<!-- group: i · learn: j, k#l, <m> -->', '---',
  ), {maxLength: 20}).map(pieces => pieces.join('\n'))
  const anyText = fc.oneof(markdownSoup, lines, fc.tuple(lines, markdownSoup).map(two => two.join('\n'))).map(text => canvasText(text))

  it('is fixed in one go: nothing is left to fix', () => {
    fc.assert(fc.property(anyText, text => {
      const ours = (source: string) => compile(source).diagnostics.filter(({file}) => file === FILE)
      assert.deepEqual(ours(applyFixes(text, ours(text)).text).filter(({fix}) => fix), [])
    }), {numRuns: 200})
  })

  it('is read without a fault of ours, into known nodes and safe addresses; without errors, as a loader accepts it', () => {
    fc.assert(fc.property(anyText, text => {
      const {guide, diagnostics} = compile(text)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [])
      const [canvas] = guide.canvases
      if (!canvas) return assert.ok(diagnostics.some(({code}) => code === 'not-text'))
      const nodes = canvas.factors.flatMap(({intro, levels, ask}) =>
        nodesOf([...intro, ...levels.flatMap(level => level.text), ...ask]))
      assert.deepEqual(unknownNodes(nodes), [])
      assert.deepEqual(addresses(nodes).filter(url => !isSafeLink(url)), [])
      if (diagnostics.some(({severity}) => severity === 'error')) return
      assert.deepEqual(canvasFileProblems({format: 'dsg-canvas-factors', version: 1, canvas}), [])
    }), {numRuns: 200})
  })
})
