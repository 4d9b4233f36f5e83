import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {layFiles} from '../../../components/compile/guide/layers.js'
import {plainText} from '../../../components/model/guide/document.js'
import {smallGuide} from '../content.js'
import {layeredGuide, localModule} from './layer-examples.js'

const PATHWAY = '---\nid: ours\ntitle: Ours\nsummary: Ours.\naudience: [everyone]\nmodules: [our-page]\n---\n'

/** What is wrong, but for notes. */
function faults(files: ReturnType<typeof layeredGuide>): string[] {
  return compileGuide(files).diagnostics.filter(({severity}) => severity !== 'info').map(({code}) => code)
}

describe('folders laid over a guide', () => {
  it('change nothing when there are none', () => {
    const files = smallGuide()
    assert.deepEqual(layFiles(files).files, files)
    assert.deepEqual(layFiles(files).diagnostics(), [])
  })

  it('fill in local details, and leave the others as they were', () => {
    const {guide} = compileGuide(layeredGuide({'settings.yaml': 'it_service_desk: ext 9\n'}))
    assert.deepEqual(guide.settings, {it_service_desk: 'ext 9'})
    const empty = compileGuide(layeredGuide({'settings.yaml': "it_service_desk: ''\n"}))
    assert.deepEqual(empty.guide.settings, {it_service_desk: 'ext 4444'})
  })

  it('add a page to a pathway of the guide: it comes last, and no list has to name it', () => {
    const files = layeredGuide({
      'pathways/basics/b-page.md': localModule('b-page'), 'pathways/basics/a-page.md': localModule('a-page'),
    })
    assert.deepEqual(faults(files), [])
    assert.deepEqual(compileGuide(files).guide.pathways[0]?.modules, ['first', 'second', 'a-page', 'b-page'])
  })

  it('add a pathway, last unless local.yaml orders them', () => {
    const own = {'pathways/ours/pathway.md': PATHWAY, 'pathways/ours/our-page.md': localModule('our-page', {pathway: 'ours'})}
    const order = (files: ReturnType<typeof layeredGuide>): string[] => compileGuide(files).guide.pathways.map(({id}) => id)
    assert.deepEqual(faults(layeredGuide(own)), [])
    assert.deepEqual(order(layeredGuide(own)), ['basics', 'ours'])
    const first = layeredGuide({...own, 'local.yaml': 'pathways: [ours, basics]\n'})
    assert.deepEqual([order(first), faults(first)], [['ours', 'basics'], []])
  })

  it('replace a page by its id, in its place in the pathway', () => {
    const files = layeredGuide({
      'local.yaml': 'replace: {modules: [second]}\n',
      'pathways/basics/second.md': localModule('second', {}, '## More\n\nOur words.'),
    })
    const {guide} = compileGuide(files)
    assert.deepEqual(faults(files), [])
    assert.deepEqual(guide.modules.map(({id, title}) => [id, title]), [['first', 'First'], ['second', 'Ours']])
    assert.equal(guide.modules[1]?.questions.length, 0)
  })

  it('switch a page off: it leaves lists and links, and the words of a link stay', () => {
    const {guide} = compileGuide(layeredGuide({'local.yaml': 'without: {modules: [second]}\n'}))
    assert.deepEqual(guide.pathways[0]?.modules, ['first'])
    assert.deepEqual(guide.modules.map(({id}) => id), ['first'])
    const text = guide.modules[0]!.pages.flatMap(({children}) => children)
    assert.match(plainText(text), /See the second about spam/)
    assert.doesNotMatch(JSON.stringify(guide), /module:second/)
    assert.match(JSON.stringify(guide), /glossary:spam/)
  })

  it('switch a pathway off with its pages', () => {
    const own = {'pathways/ours/pathway.md': PATHWAY, 'pathways/ours/our-page.md': localModule('our-page', {pathway: 'ours'})}
    const files = layeredGuide({...own, 'local.yaml': 'without: {pathways: [basics]}\n'})
    const {guide} = compileGuide(files)
    assert.deepEqual(faults(files), [])
    assert.deepEqual([guide.pathways.map(({id}) => id), guide.modules.map(({id}) => id)], [['ours'], ['our-page']])
  })

  it('give a term more names, and another meaning only where one is written', () => {
    const term = (text: string) => compileGuide(layeredGuide({'glossary/terms.md': text})).guide.glossary
    const [named, ...others] = term('## Spam\n<!-- id: spam · also: dodgy mail, UCE -->\n\n## Desk\n<!-- id: desk -->\n\nOurs.\n')
    assert.deepEqual(named?.also, ['junk mail', 'UCE', 'dodgy mail'])
    assert.match(plainText(named?.meaning ?? []), /Mail nobody asked for/)
    assert.deepEqual(others.map(({id}) => id), ['desk'])
    const [changed] = term('## Spam\n<!-- id: spam -->\n\nWhat our filter stops.\n')
    assert.equal(plainText(changed?.meaning ?? []).trim(), 'What our filter stops.')
    assert.deepEqual(changed?.also, ['junk mail', 'UCE'])
  })

  it('take a title and a publisher of their own, and keep the id that records are kept under', () => {
    const {guide} = compileGuide(layeredGuide({'local.yaml': 'title: Our guide\npublisher: Our trust\n'}))
    assert.deepEqual([guide.id, guide.title, guide.publisher], ['small', 'Our guide', 'Our trust'])
  })

  it('lie over each other in their order', () => {
    const files = layeredGuide(
      {'settings.yaml': 'it_service_desk: ext 1\n', 'pathways/basics/ours.md': localModule('ours')},
      {'settings.yaml': 'it_service_desk: ext 2\n', 'local.yaml': 'without: {modules: [ours]}\n'},
    )
    const {guide} = compileGuide(files)
    assert.equal(guide.settings.it_service_desk, 'ext 2')
    assert.deepEqual(guide.modules.map(({id}) => id), ['first', 'second'])
    assert.deepEqual(compileGuide([...files].reverse()).guide, guide, 'whatever order the files are read in')
  })

  it('show images of their own layer first, then of those below', () => {
    const asked: [string, number][] = []
    const files = layeredGuide({'pathways/basics/ours.md': localModule('ours', {}, '![a](a.png)')})
    compileGuide(files, {asset: (path, layer) => { asked.push([path, layer]); return {url: path} }})
    assert.deepEqual(asked, [['pathways/basics/a.png', 1]])
  })
})
