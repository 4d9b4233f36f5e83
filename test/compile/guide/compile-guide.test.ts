import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {compileModule} from '../../../components/compile/files/module.js'
import {frontMatter, smallGuide} from '../content.js'

describe('a guide', () => {
  const {guide, diagnostics} = compileGuide(smallGuide())

  it('has nothing wrong when nothing is', () => assert.deepEqual(diagnostics, []))

  it('has what its files say', () => {
    assert.equal(guide.id, 'small')
    assert.equal(guide.lang, 'en-GB')
    assert.deepEqual(guide.settings, {it_service_desk: 'ext 4444'})
    assert.deepEqual(guide.pathways, [
      {
        id: 'basics', title: 'Basics', summary: 'The first steps.', audience: ['everyone'],
        modules: ['first', 'second'],
      },
    ])
    assert.deepEqual(guide.glossary, [{
      id: 'spam', term: 'Spam', also: ['junk mail', 'UCE'],
      meaning: [{type: 'paragraph', children: [{type: 'text', value: 'Mail nobody asked for.'}]}],
    }])
  })

  it('derives what a catalogue needs to know of a module', () => {
    const [first, second] = guide.modules
    assert.deepEqual([first!.tasks, first!.settings], [['first-desk'], ['it_service_desk']])
    assert.deepEqual([first!.show, first!.hasMustKnow], [0, false])
    assert.deepEqual([second!.tasks, second!.settings], [[], []])
    assert.deepEqual([second!.show, second!.hasMustKnow], [1, true])
    assert.deepEqual([first!.passPercent, first!.reviewed, first!.lastReviewed], [80, false, '2026-11-01'])
    assert.deepEqual(first!.sources, [{title: 'A source', url: 'https://example.org', year: 2024}])
  })

  it('can be searched by heading; keywords speak for a module once, and answers stay hidden', () => {
    assert.deepEqual(guide.sections, [
      {
        module: 'first', page: 'read', anchor: '', title: 'First', heading: 'Read', keywords: [],
        text: 'See the second about spam, or ask your IT team.\nFind the desk', role: 'questions',
      },
      {
        module: 'second', page: 'more', anchor: '', title: 'Second', heading: 'More', keywords: ['smishing'],
        text: 'Words.\nIs it safe?', role: 'questions',
      },
    ])
  })

  it('does not depend on the order of its files', () => {
    assert.deepEqual(compileGuide([...smallGuide()].reverse()).guide, guide)
  })

  it('has another edition when a word or a capital changes, and the same when nothing does', () => {
    const edition = (changes: Record<string, string>): string => compileGuide(smallGuide(changes)).guide.edition
    assert.equal(edition({}), guide.edition)
    assert.notEqual(edition({'settings.yaml': 'it_service_desk: ext 4445\n'}), guide.edition)
    assert.notEqual(edition({'settings.yaml': 'it_service_desk: Ext 4444\n'}), guide.edition)
    assert.equal(edition({'README.md': 'Other words.'}), guide.edition)
  })

  it('goes on when one file cannot be read', () => {
    const broken = compileGuide(smallGuide({'pathways/basics/first.md': 'PNG\0\0\0'}))
    assert.deepEqual(broken.guide.modules.map(({id}) => id), ['second'])
    assert.deepEqual(broken.guide.pathways[0]!.modules, ['second'])
    assert.ok(broken.diagnostics.some(({code, file}) => code === 'not-text' && file === 'pathways/basics/first.md'))
  })

  it('is made of nothing, with one fault', () => {
    const {guide: empty, diagnostics: faults} = compileGuide([])
    assert.deepEqual(empty.modules, [])
    assert.deepEqual(faults.map(({code, file}) => [code, file]), [['no-guide-file', 'guide.yaml']])
  })

  it('makes up ids that no file of the guide has', () => {
    const question = '\n# First\n\n### Do: Second safe\n'
    const {diagnostics: faults} = compileGuide(smallGuide({'pathways/basics/first.md': frontMatter() + question}))
    assert.equal(faults.find(({code}) => code === 'missing-id')?.fix?.text, '\n<!-- id: second-safe-2 -->')
  })
})

describe('images', () => {
  const found = {url: 'images/a.1.png', width: 3, height: 2}
  const compile = (image: string, known: string) => compileGuide(
    smallGuide({'pathways/basics/first.md': `${frontMatter()}\n# First\n\n![A screen](${image})\n`}),
    {asset: path => path === known ? found : undefined})

  for (const [image, path] of Object.entries({
    'a.png': 'pathways/basics/a.png', '../../images/a.png': 'images/a.png', '/images/a.png': 'images/a.png',
    './a%20b.png?x#y': 'pathways/basics/a b.png',
  })) {
    it(`are found from the folder of their file: ${image}`, () => {
      const {guide: {modules}, diagnostics} = compile(image, path)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'image-not-found'), [])
      assert.deepEqual(modules[0]!.pages[0]!.children, [
        {type: 'paragraph', children: [{type: 'image', ...found, alt: 'A screen'}]},
      ])
    })
  }

  for (const image of ['b.png', '../../../a.png', '../../../../etc/passwd']) {
    it(`that are not in the content folder are reported, and their words shown: ${image}`, () => {
      const {guide: {modules}, diagnostics} = compile(image, 'a.png')
      assert.ok(diagnostics.some(({code}) => code === 'image-not-found'))
      assert.deepEqual(modules[0]!.pages[0]!.children, [
        {type: 'paragraph', children: [{type: 'text', value: 'A screen'}]},
      ])
    })
  }
})

describe('a mistake of ours', () => {
  it('costs one file, not the guide, and asks to be reported', () => {
    const files = smallGuide({'pathways/basics/first.md': `${frontMatter()}\n# First\n\n![A screen](a.png)\n`})
    const asset = (): never => {
      throw new Error('out of order')
    }
    const {guide, diagnostics} = compileGuide(files, {asset})
    assert.deepEqual(guide.modules.map(({id}) => id), ['second'])
    const fault = diagnostics.find(({code}) => code === 'internal')
    assert.equal(fault?.file, 'pathways/basics/first.md')
    assert.match(fault?.message ?? '', /out of order/)
  })
})

describe('one file by itself', () => {
  it('takes its id from its name and its title from its heading, and asks for nothing around it', () => {
    const text = '# Renew your smartcard\n\nSee [more](module:elsewhere).\n\n### Do: Try it\n'
    const {module, diagnostics} = compileModule({path: 'local/Smartcard renewal.md', text}, {standalone: true})
    assert.equal(module?.id, 'smartcard-renewal')
    assert.equal(module?.title, 'Renew your smartcard')
    assert.equal(module?.minutes, 1)
    assert.deepEqual(module?.tasks, ['try-it'])
    assert.deepEqual(diagnostics.map(({code, severity}) => [code, severity]), [['missing-id', 'warning']])
  })
})
