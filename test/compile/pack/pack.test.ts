import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {aloneFile, packFiles} from '../../../components/compile/pack/pack.js'
import {aloneFileProblems, manifestProblems, moduleFileProblems, searchFileProblems} from '../../../components/model/pack/check-pack.js'
import type {AloneFile, GuideManifest} from '../../../components/model/pack/files.js'
import {exactHash} from '../../../components/model/ids/text-hash.js'
import {smallGuide} from '../content.js'

describe('a pack', () => {
  const {guide} = compileGuide(smallGuide())
  const files = packFiles(guide)
  const manifest = JSON.parse(files.at(-1)!.text) as GuideManifest

  it('ends with guide.json, which names every other file', () => {
    assert.equal(files.at(-1)!.path, 'guide.json')
    const named = [...manifest.modules.map(({file}) => file), manifest.search].sort()
    assert.deepEqual(files.slice(0, -1).map(({path}) => path).sort(), named)
  })

  it('is what a loader accepts', () => {
    assert.deepEqual(manifestProblems(manifest), [])
    for (const {path, text} of files) {
      if (path.startsWith('modules/')) assert.deepEqual(moduleFileProblems(JSON.parse(text)), [])
      if (path.startsWith('search.')) assert.deepEqual(searchFileProblems(JSON.parse(text)), [])
    }
  })

  it('is the same every time', () => assert.deepEqual(packFiles(compileGuide(smallGuide()).guide), files))

  it('gives a file another name when one capital in it changes', () => {
    const changed = smallGuide().map(file => ({...file, text: file.text.replace('Words.', 'words.')}))
    const names = packFiles(compileGuide(changed).guide).map(({path}) => path)
    assert.equal(names[0], files[0]!.path)
    assert.notEqual(names[1], files[1]!.path)
  })

  it('keeps the pages of a module out of the catalogue', () => {
    assert.deepEqual(manifest.modules[1]!.pages, [{id: 'more', title: 'More'}])
    assert.equal('questions' in manifest.modules[1]!, false)
  })
})

describe('a module by itself', () => {
  const term = (name: string, words: string) => `## ${name}\n\n${words}\n\n`
  const files = [...smallGuide(), {path: 'glossary/more.md', text: '# More\n\n' + term('Ward', 'A [bed](glossary:bed).')
    + term('Bed', 'To [sleep](glossary:sleep).') + term('Sleep', 'Not a [ward](glossary:ward).') + term('Tea', 'Hot.')}]
  const {guide} = compileGuide(files.map(file => ({...file, text: file.text.replace('Words.', 'Words on a [ward](glossary:ward).')})))
  const module = guide.modules.find(each => JSON.stringify(each).includes('glossary:ward'))!
  const other = guide.modules.find(each => each !== module)!
  const fileOf = (it: typeof module) => JSON.parse(aloneFile(guide, it).text) as AloneFile

  it('is what a loader accepts', () => {
    for (const each of guide.modules) assert.deepEqual(aloneFileProblems(fileOf(each)), [])
  })

  it('has what guide.json and its own file say of it', () => {
    const pack = packFiles(guide)
    const manifest = JSON.parse(pack.at(-1)!.text) as GuideManifest
    const own = fileOf(module)
    const entry = manifest.modules.find(({id}) => id === module.id)!
    assert.deepEqual(own.guide.modules, [entry])
    const file = JSON.parse(pack.find(({path}) => path === entry.file)!.text) as AloneFile
    assert.deepEqual({module: own.module}, {module: file.module})
    for (const key of ['id', 'title', 'lang', 'publisher', 'edition', 'settings'] as const) {
      assert.deepEqual(own.guide[key], manifest[key])
    }
  })

  it('has the terms that it links to, those that explain them, and no others', () => {
    assert.deepEqual(fileOf(module).guide.glossary.map(({id}) => id), ['ward', 'bed', 'sleep'])
    assert.deepEqual(fileOf(other).guide.glossary.map(({id}) => id), ['spam'])
  })
})

describe('a fingerprint of a file', () => {
  const pairs = [
    ['a', 'A'], ['a b', 'a  b'], ['a b', 'a\nb'], ['é', 'É'], ['ⅷ', 'Ⅷ'], [' a', 'a'], ['\\20;', ' '],
  ] as const
  for (const [one, other] of pairs) {
    it(`tells ${JSON.stringify(one)} from ${JSON.stringify(other)}`, () => {
      assert.notEqual(exactHash(one), exactHash(other))
    })
  }
})
