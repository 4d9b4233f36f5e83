import assert from 'node:assert/strict'
import {join} from 'node:path'
import {before, describe, it} from 'node:test'
import {HtmlValidate} from 'html-validate'
import {compileContent} from '../../cli/content/compile-content.js'
import {guideStyles} from '../../components/site/guide.styles.js'
import {escapeHtml} from '../../components/site/page.js'
import {staticSite, type StaticFile} from '../../components/site/site.js'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {aloneFile, packFiles} from '../../components/compile/pack/pack.js'
import {plainText, type Block} from '../../components/model/guide/document.js'
import type {Guide} from '../../components/model/guide/guide.js'

const SITE = new URL('https://guide.example.nhs.uk/skills/')

/** As it stands in the page, where it is a paragraph of plain words. */
function blockText(block: Block): string {
  return block.type === 'paragraph' ? escapeHtml(plainText(block.children)).replaceAll("'", '&#39;') : ''
}

/** Of scripts that do not exist, but for the names of those that pages start with. */
const CHUNKS = Object.fromEntries([
  ...['canvas', 'embed-builder', 'glossary', 'guide', 'module', 'pathway', 'quiz', 'self-assessment'].map(name => [
    `elements/${name}/define`, [`chunks/${name}.js`, 'chunks/shared.js'],
  ] as const),
  ['model/pack/check-parts', ['chunks/check-parts.js', 'chunks/shared.js']],
])

let guide: Guide
let pages: StaticFile[]
let files: StaticFile[]

before(() => {
  guide = compileContent(join(REPOSITORY, 'content')).guide
  files = staticSite(guide, SITE)
  pages = files.filter(({path}) => path.endsWith('.html'))
})

describe('the shipped guide as a site', () => {
  it('has a page for each pathway, module, framework and canvas, and for the glossary', () => {
    const wanted = [
      'index.html', 'glossary.html', 'embed-this.html',
      ...guide.pathways.map(({id}) => `pathways/${id}.html`), ...guide.modules.map(({id}) => `modules/${id}.html`),
      ...guide.frameworks.map(({id}) => `frameworks/${id}.html`),
      ...guide.canvases.map(({id}) => `canvases/${id}.html`),
    ]
    assert.deepEqual(pages.map(({path}) => path).sort(), wanted.sort())
  })

  it('is valid HTML that assistive technology can rely on', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      // Browsers forget the roles of a table that a narrow screen shows as cards, so the renderer writes them out.
      rules: {'no-redundant-role': 'off', 'heading-level': 'error', 'no-dup-id': 'error'},
    })
    const faults: string[] = []
    for (const {path, text} of pages) {
      const {results} = await validator.validateString(text, path)
      faults.push(...results.flatMap(({messages}) => messages.map(({line, message}) => `${path}:${line} ${message}`)))
    }
    assert.deepEqual(faults, [])
  })

  it('names each page once: a title, a description and one address', () => {
    const of = (pattern: RegExp) => pages.map(({path, text}) => {
      const found = [...text.matchAll(pattern)]
      assert.equal(found.length, 1, `${path} has ${found.length} of ${pattern}`)
      return found[0]![1]!
    })
    for (const found of [of(/<title>(.+)<\/title>/g), of(/<meta name="description" content="([^"]+)">/g)]) {
      assert.equal(new Set(found).size, pages.length, 'two pages say the same')
    }
    const addresses = of(/<link rel="canonical" href="([^"]+)">/g)
    const sitemap = files.find(({path}) => path === 'sitemap.xml')!.text
    assert.deepEqual([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(match => match[1]), addresses)
    assert.equal(addresses[0], SITE.href)
    assert.ok(addresses.every((address, i) => i === 0 || address === new URL(pages[i]!.path, SITE).href))
    for (const {path, text} of pages) assert.match(text, /^<!doctype html>\n<html lang="en-GB">/, path)
  })

  it('has a style sheet that makes room for each of its elements', () => {
    const [, tags = ''] = /^(dsg-[^{]+)\.site-header, \.site-footer, main \{/m.exec(guideStyles()) ?? []
    const shown = new Set(pages.map(({text}) => /<main[^]*?<(dsg-[a-z-]+)/.exec(text)![1]!))
    assert.deepEqual([...new Set(tags.match(/dsg-[a-z-]+/g))].sort(), [...shown].sort())
  })

  it('claims no address when nobody has said where it will be', () => {
    const unplaced = staticSite(guide)
    assert.ok(unplaced.every(({path, text}) => path !== 'sitemap.xml' && !text.includes('rel="canonical"')))
  })

  it('has no inline script or style, and nothing from another origin', () => {
    for (const {path, text} of pages) {
      assert.doesNotMatch(text, /<script(?![^>]*\ssrc=| type="application\/json">[^<]*<\/script>)|<style|\sstyle=|\son\w+=|pack\.invalid/i, path)
      assert.doesNotMatch(text, /<(?:script|link rel="stylesheet"|img)[^>]+(?:src|href)="(?:https?:)?\/\//, path)
    }
  })

  it('asks ahead for what its element starts with, and for nothing else', () => {
    const ahead = new Map(staticSite(guide, SITE, CHUNKS).map(({path, text}) => [
      path, [...text.matchAll(/(?:<link rel="modulepreload" href|data-part)="([^"]+)"/g)].map(match => match[1]),
    ]))
    const wanted = (name: string, root = '') => [`${root}chunks/${name}.js`, `${root}chunks/shared.js`]
    assert.deepEqual(ahead.get('index.html'), wanted('guide'))
    assert.deepEqual(ahead.get('glossary.html'), wanted('glossary'))
    assert.deepEqual(ahead.get('embed-this.html'), wanted('embed-builder'))
    assert.deepEqual(ahead.get(`pathways/${guide.pathways[0]!.id}.html`), wanted('pathway', '../'))
    const fileOf = new Map(packFiles(guide).map(({path}) => [path.replace(/\.\w+\.json$/, ''), path]))
    for (const {id} of guide.modules) assert.deepEqual(ahead.get(`modules/${id}.html`), wanted('module', '../'))
    for (const [kind, name, parts] of [
      ['frameworks', 'self-assessment', guide.frameworks], ['canvases', 'canvas', guide.canvases],
    ] as const) {
      for (const {id} of parts) {
        assert.deepEqual(ahead.get(`${kind}/${id}.html`),
          [...wanted(name, '../'), '../chunks/check-parts.js', `../${fileOf.get(`${kind}/${id}`)}`])
      }
    }
  })

  it('has in a module\'s page what its element would ask for', () => {
    const texts = new Map(staticSite(guide, SITE, CHUNKS).map(({path, text}) => [path, text]))
    for (const module of guide.modules) {
      const blocks = [...texts.get(`modules/${module.id}.html`)!.matchAll(/<script type="application\/json">([^<]*)<\/script>/g)]
      assert.deepEqual(blocks.map(([, data]) => JSON.parse(data!) as unknown), [JSON.parse(aloneFile(guide, module).text)])
    }
  })

  it('asks for nothing ahead in a preview, which has no such files', () => {
    for (const {path, text} of pages) assert.doesNotMatch(text, /preload|data-part|application\/json/, path)
  })

  it('says which scripts are missing', () => {
    assert.throws(() => staticSite(guide, SITE, {}).map(({text}) => text), /no file for elements\/guide\/define/)
  })

  it('puts no answer before the last question', () => {
    for (const {path, text} of pages.filter(({path}) => path.startsWith('modules/'))) {
      const end = text.indexOf('<section class="answers">')
      const module = guide.modules.find(({id}) => path === `modules/${id}.html`)!
      const scored = module.questions.filter(({type}) => type === 'choice')
      assert.equal(end >= 0, scored.length > 0, path)
      if (end < 0) continue
      const before = text.slice(0, end)
      assert.ok(scored.every(({id}) => before.includes(`id="question-${id}"`)), path)
      assert.doesNotMatch(before, /right answer/, path)
      for (const question of scored) {
        if (question.type !== 'choice') continue
        for (const words of question.answers.flatMap(({feedback}) => feedback).map(blockText)) {
          assert.ok(words && !before.includes(words), `${path} gives away "${words}"`)
        }
      }
    }
  })
})
