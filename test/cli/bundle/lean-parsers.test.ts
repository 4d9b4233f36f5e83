import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'node:test'
import {pathToFileURL} from 'node:url'
import fc from 'fast-check'
import {build} from 'vite'
import {leanLit} from '../../../cli/bundle/lean-lit.js'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {parseMarkdown} from '../../../components/compile/markdown/markdown.js'
import {readYaml} from '../../../components/compile/yaml/yaml-map.js'
import {Report} from '../../../components/compile/source/report.js'
import {SourceText} from '../../../components/compile/source/source-text.js'
import {markdownSoup} from '../../compile/markdown-soup.js'
import {temporaryFolder} from '../run-dsg.js'

const CONTENT = join(REPOSITORY, 'content')
const FILES = readdirSync(CONTENT, {recursive: true, encoding: 'utf8'}).filter(name => /\.(?:md|ya?ml)$/.test(name))
  .map(name => readFileSync(join(CONTENT, name), 'utf8'))

/** Marks that the parts of markdown-it mean something by which are left out. */
const LEFT_OUT = ['~~gone~~', 'https://a.b', 'www.a.b', 'a@b.c', '<https://a.b/%20?x=%zz>', '<a@b.c>', '(c)', '"q"', '\'q\'', '...', '--',
  '<div>', '</div>', '<!DOCTYPE x>', '<?x?>', '<b title="x">', '<!-- c -->', '&nbsp;', '*em*', '`code`', '[l](<a b> "t")', '\n', ' ']

/** What front matter is made of, and much that it cannot be. */
const YAML = ['id', 'title', ': ', ':', '- ', '\n', '\n  ', '\n    ', '\n\t', ' ', '"', "'", '"a\\x1bb"', "'it''s'", '[', ']', '{', '}', ', ',
  '&a ', '*a', '!tag ', '!!str ', '!<x> ', '|', '>-', '|2', '# note', ' #', '? ', '<<: ', '%YAML 1.1\n---\n', '%TAG ! x\n', '---', '...',
  '0x1f', '1e3', '.inf', 'null', '~', 'yes', 'true', 'words', '__proto__', '@', '`', '\u00e9', '\u0085', '😀']

describe('the parsers in dsg-all.js', () => {
  let lean: {parseMarkdown: typeof parseMarkdown; readYaml: typeof readYaml}
  before(async () => {
    const root = temporaryFolder()
    const sources = ['compile/markdown/markdown', 'compile/yaml/yaml-map'].map(name => join(REPOSITORY, `components/${name}.ts`))
    const entry = 'virtual-parsers'
    await build({
      root, configFile: false, logLevel: 'silent',
      plugins: [leanLit, {
        name: entry, enforce: 'pre', resolveId: id => id === entry ? id : undefined,
        load: id => id === entry ? sources.map(path => `export * from ${JSON.stringify(path)}`).join('\n') : undefined,
      }],
      build: {outDir: root, target: 'es2022', minify: false, lib: {entry, formats: ['es'], fileName: () => 'parsers.mjs'},
        rolldownOptions: {input: entry}},
    })
    lean = await import(pathToFileURL(join(root, 'parsers.mjs')).href) as typeof lean
  })

  const markdownIsSame = (text: string) => {
    assert.deepEqual(plain(lean.parseMarkdown(text)), plain(parseMarkdown(text)))
  }
  const yamlIsSame = (text: string) => {
    const read = (by: typeof readYaml) => {
      const report = new Report('a.md', new SourceText(text))
      return {map: by(text, 0, report), diagnostics: report.diagnostics()}
    }
    assert.deepEqual(read(lean.readYaml), read(readYaml))
  }

  it('read all of the content as the whole ones do', () => {
    assert.ok(FILES.length > 40)
    for (const text of FILES) {
      markdownIsSame(text)
      yamlIsSame(/^---\n([^]*?)\n---/.exec(text)?.[1] ?? text)
    }
  })

  it('read what authors may type as markdown', () => {
    const marks = fc.array(fc.constantFrom(...LEFT_OUT), {maxLength: 12}).map(all => all.join(''))
    fc.assert(fc.property(fc.oneof(markdownSoup, marks), markdownIsSame), {numRuns: 3000, seed: 18})
  })

  it('read what authors may type as front matter', () => {
    const marks = fc.array(fc.constantFrom(...YAML), {maxLength: 14}).map(all => all.join(''))
    fc.assert(fc.property(marks, yamlIsSame), {numRuns: 6000, seed: 18})
  })
})

/** Tokens are of a class, of which each parser has its own. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
