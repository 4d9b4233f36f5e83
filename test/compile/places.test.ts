import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import type {Module} from '../../components/model/guide/module.js'
import {pageWith, placesIn} from '../../components/model/guide/places.js'
import {staticSite} from '../../components/site/site.js'
import {frontMatter, smallGuide} from './content.js'
import {linkedGuide, PLACE_LINKS} from './linked-guide.js'
import {moduleNodes} from './tree.js'

const nowhere = (files: Parameters<typeof compileGuide>[0]) =>
  compileGuide(files).diagnostics.filter(({code}) => code === 'link-to-nowhere')

/** A module of these headings, with one more line under the first. */
function moduleOf(headings: readonly string[], line = ''): string {
  return `${frontMatter()}\n# First\n\n${line}\n\n${headings.map((heading, i) => heading.replaceAll('ID', `q-${i}`)).join('\n\n')}\n`
}

/** Headings wherever an author can put one. */
const heading = fc.tuple(
  fc.constantFrom(
    '## NAME', '### NAME', '#### NAME', '##### NAME', '> ### NAME', '> **Example:** Words.\n>\n> #### NAME', '- ### NAME',
    '1. > - #### NAME', '### Do: Something\n<!-- id: ID -->\n\n#### NAME\n\nWords.\n\n---',
    '### Reflect: Why?\n<!-- id: ID -->\n\n> #### NAME\n\n---',
    '### Question: Why?\n<!-- id: ID -->\n\n#### NAME\n\n- [x] Yes\n  > #### NAME in feedback\n- [ ] No\n  > No.\n\n---',
  ),
  fc.constantFrom('Change it', 'Report', 'Start here', 'Ünder', '日本', 'a "b" & *c*', 'first'),
).map(([shape, name]) => shape.replaceAll('NAME', name))

describe('a link to a place in a module', () => {
  it('of every kind and in every kind of text is let through', () => {
    assert.deepEqual(nowhere(linkedGuide()), [])
  })

  it('is let through exactly where elements find the place, whatever the headings', () => {
    fc.assert(fc.property(fc.array(heading, {minLength: 1, maxLength: 8}), headings => {
      const module = moduleNamed(moduleOf(headings))
      const ids = moduleNodes(module).flatMap(node => node.type === 'heading' ? node.id : [])
      for (const id of new Set([...module.pages.map(({id}) => id), ...ids, 'change-it', 'gone'])) {
        const isFound = pageWith(id, module.pages) !== undefined
        for (const url of [`#${id}`, `module:first#${id}`]) {
          const {length} = nowhere(smallGuide({'pathways/basics/first.md': moduleOf(headings, `[here](${url})`)}))
          assert.equal(length === 0, isFound, `${url} among ${JSON.stringify(headings)}`)
        }
      }
    }), {numRuns: 40, seed: 13})
  })

  it('into a question is refused, because nobody can say which question is on screen, and says so', () => {
    const text = moduleOf(['### Question: Why?\n<!-- id: ID -->\n\n#### Deep\n\n- [x] Yes\n  > Yes.\n- [ ] No\n  > No.'], '[here](#deep)')
    const [first, ...others] = nowhere(smallGuide({'pathways/basics/first.md': text}))
    assert.match(first!.message, /in a question/)
    assert.deepEqual(others, [])
  })

  it('is refused in a glossary, a framework or a canvas when it names no module: it would lead out of every page', () => {
    const files = {
      'glossary/terms.md': '## Spam\n<!-- id: spam -->\n\nSee [this](#spam).\n',
      'canvas/one.md': '---\nid: one\ntitle: One\nsources: [{title: A source}]\nlast_reviewed: 2026-11-01\nnext_review: 2027-05-01\n---\n\n'
        + '## Factor: Who\n<!-- id: who -->\n\nSee [this](#who).\n\n1. **A.** a\n2. **B.** b\n3. **C.** c\n4. **D.** d\n\n**Ask:** Who?\n',
      'frameworks/two.md': '---\nid: two\ntitle: Two\nsources: [{title: A source}]\nlast_reviewed: 2026-11-01\nnext_review: 2027-05-01\n---\n\n'
        + '## Domain: Data\n<!-- id: D1 · short: Data -->\n\nSee [this](#d1).\n\n### Rate: I can\n<!-- id: d1-can -->\n\n1. No\n2. Yes\n',
    }
    for (const [path, text] of Object.entries(files)) {
      assert.deepEqual(nowhere(smallGuide({[path]: text})).map(({file}) => file), [path])
    }
  })

  it('to a file of the content folder is refused in a glossary as in a module', () => {
    const files = smallGuide({'glossary/terms.md': '## Spam\n<!-- id: spam -->\n\nSee [this](second.md).\n'})
    assert.equal(nowhere(files).length, 1)
  })
})

describe('in the built pages, without script', () => {
  const {guide} = compileGuide(linkedGuide())
  const pages = new Map(staticSite(guide).map(({path, text}) => [path, text]))
  const idsIn = (path: string) => [...pages.get(path)!.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)

  it('every link to a place leads to an id that is there, once', () => {
    let followed = 0
    for (const [path, text] of pages) {
      if (!path.endsWith('.html')) continue
      for (const [, href] of text.matchAll(/<a [^>]*?href="([^"]*#[^"]*)"/g)) {
        const to = new URL(href!, `https://site.example/${path}`)
        if (to.origin !== 'https://site.example' || to.hash === '#main') continue
        const ids = idsIn(to.pathname.slice(1))
        assert.equal(ids.filter(id => id === to.hash.slice(1)).length, 1, `${path} leads to ${href}`)
        followed++
      }
    }
    assert.ok(followed > PLACE_LINKS.length, `${followed}`)
  })

  it('each place has its heading', () => {
    for (const {url, module, place, heading} of PLACE_LINKS.filter(({place}) => place)) {
      const text = pages.get(`modules/${module}.html`)!
      const [, words] = new RegExp(`<h\\d id="page-${place}"[^>]*>(.*?)</h\\d>`).exec(text) ?? []
      assert.equal(words?.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'), heading, url)
    }
  })

  it('no two ids of a page are the same', () => {
    for (const path of pages.keys()) {
      if (path.endsWith('.html')) assert.equal(new Set(idsIn(path)).size, idsIn(path).length, path)
    }
  })
})

it('places are pages and the headings in their text, however deep', () => {
  const {pages: [page]} = moduleNamed(moduleOf(['## A', '### B', '> - #### C', '### Do: D\n<!-- id: ID -->\n\n#### E']))
  assert.deepEqual(placesIn(page!), ['a', 'b', 'c'])
})

function moduleNamed(text: string): Module {
  const {guide} = compileGuide(smallGuide({'pathways/basics/first.md': text}))
  return guide.modules.find(({id}) => id === 'first')!
}

