/**
 * How long the compiler takes for a file, over markdown-it rendering it to HTML: `npm run bench:compile`.
 *
 * Ours makes the model of a module, its diagnostics and its part of the search index, without style rules. README.md says
 * how to read the figures.
 */
import MarkdownIt from 'markdown-it'
import {compileModule} from '../components/compile/files/module.js'
import {searchSections} from '../components/compile/pack/sections.js'
import type {SourceFile} from '../components/compile/source/source-file.js'
import {buildIndex} from '../components/search/build-index.js'
import {documentationFiles, shippedModules} from './lib/markdown-files.js'
import {quantile, short, spread, table, versionOf} from './lib/figures.js'
import {report} from './lib/report.js'

/** The first rounds run code that is not optimised yet: they are left out. */
const WARM_UP = 2
const ROUNDS = 9

/** Fair to markdown-it: tables and all that a guide's pages use, and nothing more. */
const markdownIt = new MarkdownIt()

/** Does all of its work for some files; a figure that depends on the result keeps it from being optimised away. */
type Work = (files: readonly SourceFile[]) => number

const WORKS: [name: string, work: Work][] = [
  ['markdown-it, to HTML', files => files.reduce((sum, {text}) => sum + markdownIt.render(text).length, 0)],
  ['ours, to model and diagnostics', files => files.reduce((sum, file) => sum + compiled(file).diagnostics.length, 0)],
  ['ours, to model, diagnostics and index', files => {
    const sections = files.flatMap(file => compiled(file).sections)
    return JSON.stringify(buildIndex(sections)).length
  }],
]

function compiled(file: SourceFile) {
  // A page from elsewhere is no module of ours: what our front matter asks for is not asked of it.
  const {module, diagnostics} = compileModule(file, {standalone: !file.path.startsWith('pathways/')})
  return {diagnostics, sections: module ? searchSections(module) : []}
}

const {say, end} = report('compile', `${ROUNDS} rounds after ${WARM_UP} to warm up; markdown-it ${versionOf('markdown-it')}`)

function measure(name: string, files: readonly SourceFile[]): void {
  const characters = files.reduce((sum, {text}) => sum + text.length, 0)
  const times = WORKS.map((): number[] => [])
  // Turn by turn, so that whatever else the computer does falls on each alike.
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    WORKS.forEach(([, work], i) => {
      const before = process.cpuUsage()
      work(files)
      const {user, system} = process.cpuUsage(before)
      if (round >= WARM_UP) times[i]!.push((user + system) / 1000)
    })
  }
  say(`${name}: ${files.length} files, ${short(characters / 1000)} kB`)
  const ratios = times.map(own => own.map((ms, round) => ms / times[0]![round]!))
  say(table(['work', 'ms of the processor', 'least to most', 'MB/s', 'over markdown-it', 'least to most'],
    WORKS.map(([work], i) => [
      work, short(quantile(times[i]!, 0.5)), spread(times[i]!), short(characters / 1000 / quantile(times[i]!, 0.5)),
      short(quantile(ratios[i]!, 0.5)), spread(ratios[i]!),
    ])))
}

measure('The shipped guide', shippedModules())
measure('Documentation of node_modules', documentationFiles())
end()
