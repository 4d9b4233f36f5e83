import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {slug} from '../../components/compile/source/ids.js'
import {RULES} from '../../components/style/rules/index.js'
import {frontMatter, smallGuide} from '../compile/content.js'
import {IN_THE_FILE, IN_THE_GUIDE, IN_THE_TEXT} from '../compile/diagnostic-examples.js'
import {layeredGuide} from '../compile/guide/layer-examples.js'

const manual = readFileSync(join(REPOSITORY, 'content/README.md'), 'utf8')
/** The text of each fenced example, in order. */
const examples = [...manual.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({language, text: text!}))
const markdown = (has: string): string => examples.find(({text}) => text.includes(has))!.text

describe('the editors\' manual', () => {
  it('explains every code that a message can have, and none that there is not', () => {
    const explained = manual.slice(manual.indexOf('## What the messages mean'))
      .split('\n').filter(line => line.startsWith('| `'))
      .flatMap(line => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, code]) => code!))
    assert.deepEqual(explained.filter((code, n) => explained.indexOf(code) !== n), [], 'explained twice')
    assert.deepEqual(codes().filter(code => !explained.includes(code)), [], 'not explained')
    assert.deepEqual(explained.filter(code => !codes().includes(code)), [], 'not there any more')
  })

  it('has examples of a page, its questions and callouts that compile without a fault', () => {
    const page = ['# Lock', '**Warning:**', '### Question: An email', '### Put in order'].map(markdown)
    const [first = '', callouts = '', question = '', kinds = ''] = page
    const text = `${frontMatter({title: 'Lock your screen'})}${first}\n${callouts}\n## Check\n\n${question}\n${kinds}`
    const {guide, diagnostics} = compileGuide(smallGuide({'pathways/basics/first.md': text}))
    // What it links to is in the shipped guide, and not in this small one.
    assert.deepEqual(diagnostics.filter(({code}) => code !== 'link-to-nowhere'), [])
    const kindsSeen = new Set(guide.modules[0]?.questions.map(({type}) => type))
    assert.deepEqual([...kindsSeen].sort(), ['choice', 'do', 'fill', 'match', 'order', 'reflect'])
  })

  it('has examples of a term, a statement and a factor that compile without a fault', () => {
    const dates = 'sources: [{title: A source, year: 2024}]\npublisher: Us\nlast_reviewed: 2026-11-01\nnext_review: 2027-05-01\n'
    const {guide, diagnostics} = compileGuide(smallGuide({
      'glossary/more.md': markdown('## Multi-factor'),
      'frameworks/f.md': `---\nid: f\ntitle: F\n${dates}---\n\n## Domain: D\n<!-- id: D6 · short: Safety -->\n\n${markdown('### Rate:')}`,
      'canvas/c.md': `---\nid: c\ntitle: C\n${dates}---\n\n${markdown('## Factor:')}`,
    }))
    assert.deepEqual(diagnostics.filter(({code}) => !['link-to-nowhere', 'file-name'].includes(code)), [])
    assert.deepEqual([guide.glossary.length, guide.frameworks[0]?.domains[0]?.statements.length], [2, 1])
    assert.equal(guide.canvases[0]?.factors[0]?.levels.length, 4)
  })

  it('has an example of local.yaml in which every name is known', () => {
    const {diagnostics} = compileGuide(layeredGuide({'local.yaml': markdown('replace:')}))
    // It names pages of the shipped guide.
    const expected = ['local-nothing-to-replace', 'local-nothing-to-switch-off', 'pathway-not-found', 'pathway-not-listed']
    assert.deepEqual(diagnostics.filter(({code}) => !expected.includes(code)), [])
  })

  it('has links to headings and files that are there', () => {
    const headings = [...manual.matchAll(/^#{2,3} (.+)$/gm)].map(([, words]) => slug(words!))
    for (const [, target = ''] of manual.replace(/^```[\s\S]*?^```$|`[^`\n]*`/gm, '').matchAll(/\]\(#([^)]+)\)/g)) {
      assert.ok(headings.includes(target), `#${target}`)
    }
    for (const [, path = ''] of manual.matchAll(/`((?:pathways|glossary|frameworks|canvas)\/[\w/-]+\.\w+)`/g)) {
      assert.ok(existsSync(join(REPOSITORY, 'content', path)), path)
    }
  })
})

/** Every code in the sources: of the compiler, of the style rules and of files that cannot be read. */
function codes(): string[] {
  const files = ['compile', 'style'].map(layer => join(REPOSITORY, 'components', layer)).flatMap(folder =>
    readdirSync(folder, {recursive: true}).map(String).filter(name => name.endsWith('.ts')).map(name => join(folder, name)))
  const sources = files.map(file => readFileSync(file, 'utf8')).join('\n')
  const reported = sources.matchAll(/\b(?:error|warning|add|report\w*)\([^)]{0,90}?'([a-z]+(?:-[a-z]+)+)'/g)
  const written = sources.matchAll(/\bcode: '([\w-]+)'/g)
  const faults = readFileSync(join(REPOSITORY, 'cli/content/content-faults.ts'), 'utf8')
    .matchAll(/^ {2}'?([a-z0-9-]+)'?: (?:\(\)|detail) =>/gm)
  const shown = [...IN_THE_TEXT, ...IN_THE_FILE, ...IN_THE_GUIDE].map(({code}) => code)
  return [...new Set([
    ...[...reported, ...written, ...faults].map(([, code]) => code!),
    ...shown, ...RULES.map(({id}) => id), 'C33', 'spelling', 'internal',
  ])].filter(code => code !== 'must-know')
}
