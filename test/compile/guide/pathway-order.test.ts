import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import type {SourceFile} from '../../../components/compile/guide/compile-guide.js'
import {frontMatter, smallGuide} from '../content.js'

/** A guide of the pathways `basics`, `after` and `then`; the last two have one module each. */
function guideOf(pathways: string): SourceFile[] {
  const files: Record<string, string> = {'guide.yaml': `id: small\ntitle: Small\nlang: en\n${pathways}`}
  for (const id of ['after', 'then']) {
    files[`pathways/${id}/pathway.md`] =
      `---\nid: ${id}\ntitle: a\nsummary: b\naudience: [c]\nmodules: [m-${id}]\n---\n`
    files[`pathways/${id}/m-${id}.md`] = `${frontMatter({id: `m-${id}`, title: 'M', pathway: id})}\n# M\n`
  }
  return smallGuide(files)
}

describe('the order of pathways', () => {
  const cases: {pathways: string; order: string[]; faults: string[]; why: string}[] = [
    {pathways: '', order: ['after', 'basics', 'then'], faults: [], why: 'by folder, when the guide does not say'},
    {
      pathways: 'pathways: [then, basics, after]\n', order: ['then', 'basics', 'after'], faults: [],
      why: 'as the guide says',
    },
    {
      pathways: 'pathways: [then]\n', order: ['then', 'after', 'basics'],
      faults: ['pathway-not-listed', 'pathway-not-listed'], why: 'those left out come last, by folder, and are named',
    },
    {
      pathways: 'pathways: [then, befor, basics, after]\n', order: ['then', 'basics', 'after'],
      faults: ['pathway-not-found'], why: 'one that is not there is named, and changes nothing',
    },
  ]
  for (const {pathways, order, faults, why} of cases) {
    it(why, () => {
      const {guide, diagnostics} = compileGuide(guideOf(pathways))
      assert.deepEqual(guide.pathways.map(({id}) => id), order)
      assert.deepEqual(diagnostics.map(({code}) => code), faults)
    })
  }

  it('is the order of their modules, too', () => {
    const {guide} = compileGuide(guideOf('pathways: [then, basics, after]\n'))
    assert.deepEqual(guide.modules.map(({id}) => id), ['m-then', 'first', 'second', 'm-after'])
  })
})
