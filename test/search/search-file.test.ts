import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {packFiles} from '../../components/compile/pack/pack.js'
import {searchFileProblems} from '../../components/model/pack/check-pack.js'
import type {SearchFile} from '../../components/model/pack/files.js'
import {buildIndex, openSections} from '../../components/search/build-index.js'
import {openIndex} from '../../components/search/open-index.js'
import {synonymsOf} from '../../components/search/synonyms.js'
import {golden, guide} from './shipped.js'

const fileIn = (files: ReturnType<typeof packFiles>): SearchFile =>
  JSON.parse(files.find(({path}) => path.startsWith('search.'))!.text) as SearchFile

describe('the search file of a pack', () => {
  const file = fileIn(packFiles(guide, buildIndex(guide.sections)))

  it('is what a loader accepts, and finds what the guide in memory finds', () => {
    assert.deepEqual(searchFileProblems(file), [])
    const synonyms = synonymsOf({glossary: guide.glossary, synonyms: file.synonyms})
    const [built, inMemory] = [openIndex(file.index!, file.sections, synonyms), openSections(guide.sections, synonyms)]
    for (const {query} of golden.slice(0, 30)) assert.deepEqual(built.search(query), inMemory.search(query), query)
  })

  it('of an older build has neither synonyms nor an index, and is accepted', () => {
    const {synonyms, index, ...older} = file
    assert.deepEqual(searchFileProblems(older), [])
  })

  it('may be written without an index', () => {
    assert.deepEqual(searchFileProblems(fileIn(packFiles(guide))), [])
    assert.equal(fileIn(packFiles(guide)).index, undefined)
  })

  const broken: [string, (it: any) => void, string][] = [
    ['sections that are no list', it => { it.sections = {} }, 'search.sections: expected a list'],
    ['a section with an address for an id', it => { it.sections[0].page = 'javascript:x' }, 'search.sections[0].page: expected an id'],
    ['a section without text', it => { delete it.sections[3].text }, 'search.sections[3].text: expected text, found undefined'],
    ['a synonym that is a word', it => { it.synonyms = ['spam'] }, 'search.synonyms[0]: expected an object, found "spam"'],
    ['a synonym without a meaning', it => { it.synonyms = [{says: ['a']}] }, 'search.synonyms[0].means: expected a list'],
    ['an index that is text', it => { it.index = 'words' }, 'search.index: expected an object, found "words"'],
    ['an index with figures', it => { it.index.counts = [1, 2] }, 'search.index.counts: expected text, found a list'],
    ['an index of nothing', it => { it.index = null }, 'search.index: expected an object, found null'],
  ]
  for (const [what, breakIt, problem] of broken) {
    it(`is refused in words: ${what}`, () => {
      const copy = structuredClone(file)
      breakIt(copy)
      assert.ok(searchFileProblems(copy).some(line => line.startsWith(problem)), searchFileProblems(copy).join())
    })
  }
})
