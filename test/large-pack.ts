/** Writes a pack so large that it is searched in a worker, made of copies of the shipped guide: `large-pack.ts <folder>`. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readContent} from '../cli/content/read-content.js'
import {compileGuide} from '../components/compile/guide/compile-guide.js'
import {packFiles} from '../components/compile/pack/pack.js'
import {buildIndex} from '../components/search/build-index.js'

const COPIES = 12

const out = process.argv[2]
if (!out) throw new Error('Name the folder to write to.')
const {guide} = compileGuide(readContent(fileURLToPath(new URL('../content', import.meta.url))).files)
const numbers = Array.from({length: COPIES}, (_, n) => n)
const modules = numbers.flatMap(n => guide.modules.map(module => ({...module, id: `${module.id}-${n}`})))
const sections = numbers.flatMap(n => guide.sections.map(section => ({...section, module: `${section.module}-${n}`})))
for (const {path, text} of packFiles({...guide, id: 'large', pathways: [], modules, sections}, buildIndex(sections))) {
  mkdirSync(dirname(join(out, path)), {recursive: true})
  writeFileSync(join(out, path), text)
}
