import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {fileURLToPath} from 'node:url'
import {readLayers} from '../../../cli/content/read-layers.js'
import {compileGuide, type SourceFile} from '../../../components/compile/guide/compile-guide.js'
import type {KeptModules} from '../../../components/compile/guide/kept-modules.js'
import type {Asset} from '../../../components/compile/markdown/reading.js'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const EMAIL = 'pathways/staying-safe-with-data/spot-suspicious-email.md'

/** Files after an edit of those that a pattern names; the others are the same objects. */
const edited = (files: readonly SourceFile[], path: RegExp, edit: (text: string) => string): SourceFile[] =>
  files.map(file => path.test(file.path) ? {...file, text: edit(file.text)} : file)
const without = (files: readonly SourceFile[], path: RegExp): SourceFile[] => files.filter(file => !path.test(file.path))

describe('a guide compiled again after each edit', () => {
  const shipped = readLayers(join(ROOT, 'content'), []).files
  const layered = readLayers(join(ROOT, 'content'), [join(ROOT, 'hosts/example-trust/local')]).files
  const image = (): Asset => ({url: 'images/a.png', width: 10, height: 10})
  const steps: {name: string; files: SourceFile[]; asset?: () => Asset | undefined}[] = [
    {name: 'as it is', files: shipped},
    {name: 'with a sentence more in a page', files: edited(shipped, /spot-suspicious/, text => `${text}\nOne more.\n`)},
    {name: 'with a page that others link to gone', files: without(shipped, /send-information-safely\.md$/)},
    {name: 'with that page back', files: shipped},
    {name: 'with an id that stands in two pages', files: edited(shipped, /passwords-and-safe/, text => `${text}
### Do: Once more
<!-- id: phishing-do-route -->
`)},
    {name: 'with a fault that a fix can mend', files: edited(shipped, /spot-suspicious/, text => text.replace('# Spot', '#Spot'))},
    {name: 'with another language', files: edited(shipped, /^guide\.yaml$/, text => text.replace(/^lang: .*$/m, 'lang: cy'))},
    {name: 'with other images', files: shipped, asset: image},
    {name: 'with the images gone', files: shipped, asset: () => undefined},
    {name: 'with an organisation\'s folder over it', files: layered},
    {name: 'with nothing switched off', files: edited(layered, /^local\.yaml$/, text => text.replace(/^without:\n.*$/m, ''))},
    {name: 'with a glossary of no terms', files: without(shipped, /^glossary\//)},
    {name: 'as it was at first', files: shipped},
  ]
  const kept: KeptModules = new WeakMap()

  for (const {name, files, asset} of steps) {
    it(`is what it would be the first time: ${name}`, () => {
      const again = compileGuide(files, {asset}, kept)
      const anew = compileGuide(files.map(file => ({...file})), {asset})
      assert.deepEqual(again.diagnostics, anew.diagnostics)
      assert.deepEqual(again.guide, anew.guide)
    })
  }

  it('reads only the page that was edited', () => {
    const before = compileGuide(shipped, {}, kept).guide.modules
    const after = compileGuide(edited(shipped, /spot-suspicious/, text => `${text}\nAnother.\n`), {}, kept).guide.modules
    const read = after.filter((module, i) => module !== before[i])
    assert.deepEqual(read.map(({id, pathway}) => `pathways/${pathway}/${id}.md`), [EMAIL])
  })
})
