import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {isSafeImage, type Block, type Inline} from '../../components/model/guide/document.js'
import {isLanguage} from '../../components/model/formats/language.js'
import type {Guide} from '../../components/model/guide/guide.js'
import {documentProblems} from '../../components/model/pack/check-pack.js'
import type {Drawing} from '../../components/site/page.js'
import {staticSite} from '../../components/site/site.js'
import {moduleText} from '../cli/sample-guide.js'

const GUIDE = 'id: sample\ntitle: Sample\nlang: en-GB\npublisher: Test\n'
const PATHWAY = '---\nid: safe-work\ntitle: Safe\nsummary: x\naudience: [everyone]\nmodules: [lock-screen]\n---\n'
const SENTENCE = 'We could not show this part of the text.'

/** A guide with one module. @param words - in its first page */
function compiled(words: string, about = GUIDE) {
  return compileGuide([
    {path: 'guide.yaml', text: about}, {path: 'pathways/safe-work/pathway.md', text: PATHWAY},
    {path: 'pathways/safe-work/lock-screen.md', text: moduleText('lock-screen', words)},
    {path: 'glossary/terms.md', text: '## Lock\n<!-- id: lock -->\n\nIt keeps others out.\n\n## Key\n<!-- id: key -->\n\nIt opens a lock.\n'},
  ])
}

function modulePageOf(guide: Guide, drawing: Drawing = {}): string {
  return staticSite(guide, undefined, undefined, drawing).find(({path}) => path === 'modules/lock-screen.html')!.text
}

const text = (value: unknown) => ({type: 'text', value}) as Inline
const paragraph = (...children: Inline[]): Block => ({type: 'paragraph', children})
const early = {type: 'text', get value(): string { throw new Error('no value') }} as Inline
const late = text(Object.create(null))

describe('a static page', () => {
  const broken: Record<string, Block> = {
    'that fails when its template is made': paragraph(early),
    'that fails when its text is made': paragraph(late),
    'that holds a list that fails when its text is made': {
      type: 'list', ordered: true, children: [{type: 'listItem', children: [paragraph(text('first')), paragraph(late)]}]},
    'that there is not': {type: 'html'} as unknown as Block,
    'that is nothing': null as unknown as Block,
  }
  for (const [what, block] of Object.entries(broken)) {
    it(`leaves out a block ${what}, keeps all others, and tells of it once`, () => {
      const {guide} = compiled('Words before.')
      guide.modules[0]!.pages[0]!.children.push(block, paragraph(text('Words after.')))
      const told: string[] = []
      const page = modulePageOf(guide, {tell: (line, path) => told.push(`${path}: ${line}`)})
      for (const words of ['Words before.', SENTENCE, 'Words after.', 'How to do it', 'an open screen shows']) assert.ok(page.includes(words), words)
      assert.equal(told.length, 1, told.join('\n'))
      assert.match(told[0]!, /^modules\/lock-screen\.html: .+ is left out of modules\/lock-screen\.html, because it cannot be shown: .*Error: /)
    })
  }

  it('keeps a question whose prompt, text, answer or explanation cannot be shown', () => {
    const {guide} = compiled('Words.')
    const [question] = guide.modules[0]!.questions
    Object.assign(question!, {prompt: [late], body: [paragraph(early)], why: [paragraph(late)]})
    const told: string[] = []
    const page = modulePageOf(guide, {tell: line => told.push(line)})
    assert.equal(page.split(SENTENCE).length, 1 + 4, 'prompt and text, and at the end the prompt again and the explanation')
    assert.ok(page.includes('Close the window'))
    assert.ok(told.length >= 3)
  })

  it('names an image of another site, and shows it where that is allowed, in the element too', () => {
    const {guide, diagnostics} = compiled('![A lock](https://images.example.org/lock.png)')
    assert.deepEqual(diagnostics.map(({code, severity}) => `${severity} ${code}`), ['warning image-elsewhere'])
    const page = modulePageOf(guide)
    assert.doesNotMatch(page, /<img|allow-images/)
    assert.match(page, /A lock\s*<span class="hint">\(This image is on another website, images\.example\.org, so we do not show it\./)
    const allowing = modulePageOf(guide, {allowImages: ['https://images.example.org']})
    assert.match(allowing, /<img src="https:\/\/images\.example\.org\/lock\.png" alt="A lock"/)
    assert.match(allowing, /<dsg-module [^>]*allow-images="https:\/\/images\.example\.org"/)
    assert.doesNotMatch(modulePageOf(guide, {allowImages: ['https://images.example.org.evil.example', 'http://images.example.org']}), /<img/)
  })
})

describe('an address', () => {
  const piece = fc.constantFrom(
    'https://', 'http://', 'https:', 'HTTP:/', 'mailto:', 'a', 'example.org', '[', ']', '[::1', '[::1]', ':', ':99999', ':80', '/', '//', '\\',
    '%', '%zz', '%5b', '@', '?', '#', '..', 'x.png', '1.2.3.999', '0x', 'xn--', 'xn--a', '\u00e9', '\u2024', '\ud83d', '|', '^', '<', '*', '$', '&',
    '{', '}', '\u200b', '\u00ad',
  )
  const address = fc.array(piece, {minLength: 1, maxLength: 6}).map(pieces => pieces.join(''))

  it('of an image that passes the check resolves against any base', () => {
    fc.assert(fc.property(address, url => {
      if (!isSafeImage(url)) return
      for (const base of ['https://a.example/b/', 'http://a.example/', 'https://pack.invalid/']) new URL(url, base)
    }), {numRuns: 20_000, seed: 7})
  })

  it('that no browser can take apart is refused in a pack', () => {
    for (const url of ['https://[bad', 'https:[bad', 'http://a:99999/', 'https://%', 'http://1.2.3.999/']) {
      assert.equal(documentProblems([paragraph({type: 'image', url, alt: 'A picture'})]).length, 1, url)
    }
  })

  it('of any shape in a guide is reported at its line or drawn, and never a fault of ours', () => {
    fc.assert(fc.property(address, address, (image, link) => {
      const {guide, diagnostics} = compiled(`![A picture](${image}) and ![another](<${image}>).\n\nSee [a page](${link}), <${link}>.`)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [])
      const told: string[] = []
      assert.ok(modulePageOf(guide, {tell: line => told.push(line)}).includes('How to do it'))
      assert.deepEqual(told, [], `${image} ${link}`)
    }), {numRuns: 300, seed: 7})
  })

  it('of an image without an asset is reported, or encoded, and never a fault of ours', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 12}), name => {
      const {diagnostics} = compiled(`![A picture](<${name}>)`)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [], JSON.stringify(name))
    }), {numRuns: 500, seed: 7})
  })
})

describe('a language', () => {
  for (const lang of ['en-12', 'en-a', 'de-1996-1996', 'en-GB-GB']) {
    it(`such as ${lang}, which nothing can be written in, is reported where it stands`, () => {
      const {guide, diagnostics} = compiled('Words.', GUIDE.replace('en-GB', lang))
      assert.deepEqual(diagnostics.map(({file, line, code}) => `${file}:${line} ${code}`), ['guide.yaml:3 bad-value'])
      assert.ok(isLanguage(guide.lang))
    })
  }

  it('of a guide that nobody checked is no reason to stop', () => {
    for (const lang of ['en_GB', '', 'en-12', 'x'.repeat(50)]) {
      const {guide} = compiled('Words.')
      for (const {text} of staticSite({...guide, lang})) assert.ok(text)
    }
  })
})
