import assert from 'node:assert/strict'
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'node:test'
import {build} from 'vite'
import {elementsBundle, readChunks} from '../../../cli/bundle/built-elements.js'
import {laterWalls} from '../../../cli/bundle/bundle-elements.js'
import {LOADED, STAGES} from '../../../cli/bundle/chunks.js'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {temporaryFolder} from '../run-dsg.js'

describe('the elements as files for a page', () => {
  let folder: string
  before(async () => { folder = await elementsBundle(() => {}) })
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')

  it('the loader starts with nothing but itself, and no chunk asks for it', () => {
    assert.doesNotMatch(read('dsg.js'), /\bfrom\s*["'`]|\bimport\s*["'`]/)
    for (const path of readdirSync(join(folder, 'chunks'))) assert.doesNotMatch(read(`chunks/${path}`), /\.\.\/\w+\.js/, path)
  })

  it('the loader asks for what all elements need together with any of them', () => {
    const [, shared] = /Promise\.all\(\[\w+\(\),import\(`\.\/([^`]+)`\)\]\)/.exec(read('dsg.js')) ?? []
    const chunks = readChunks(folder)
    for (const module of LOADED.filter(name => name.endsWith('/define'))) assert.ok(chunks[module]!.includes(shared!), module)
  })

  it('has a file for whatever is loaded by its name or measured', () => {
    const chunks = readChunks(folder)
    for (const module of [...LOADED, ...STAGES.flatMap(({modules = []}) => modules)]) assert.ok(chunks[module], module)
  })

  it('a quiz of choices fetches nothing of the kinds of question that few modules have', () => {
    const chunks = readChunks(folder)
    const fetched = new Set(STAGES.filter(({name}) => name.startsWith('dsg-quiz'))
      .flatMap(({scripts = [], modules = []}) => [...scripts, ...modules.flatMap(module => chunks[module]!)]))
    const more = chunks['elements/quiz/kinds/rarer.later']!.filter(file => !fetched.has(file))
    const wordsOf = (module: string) => readFileSync(join(REPOSITORY, `components/elements/quiz/words/${module}.strings.ts`), 'utf8')
      .match(/(?<=: ')[^']{8,}(?=')/g)!
    assert.ok(wordsOf('rarer').length > 3)
    for (const words of wordsOf('rarer')) {
      assert.ok(more.some(file => read(file).includes(words)), words)
      for (const file of fetched) assert.ok(!read(file).includes(words), `${file}: ${words}`)
    }
    for (const words of wordsOf('result')) assert.ok([...fetched].some(file => read(file).includes(words)), words)
  })
})

describe('a module for later', () => {
  /** Builds an entry that imports such a module. */
  const bundled = (entry: string, others: Record<string, string> = {}) => {
    const root = temporaryFolder()
    const files = {'entry.ts': entry, 'words.later.ts': 'export const words = location.href', ...others}
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
    return build({
      root, configFile: false, logLevel: 'silent', plugins: [laterWalls],
      build: {write: false, lib: {entry: join(root, 'entry.ts'), formats: ['es']}},
    })
  }

  it('is not imported at once', async () => {
    await assert.rejects(bundled("import {words} from './words.later.js'; console.log(words)"),
      /words\.later is for later, and \S*entry imports it at once\. Use import\(\)\./)
  })

  it('is imported when it is needed, and by another for later', async () => {
    await bundled("console.log(import('./words.later.js'), import('./more.later.js'))",
      {'more.later.ts': "export {words} from './words.later.js'"})
  })
})
