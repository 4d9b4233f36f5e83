import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {readContent} from '../../../cli/content/read-content.js'
import {compileModule} from '../../../components/compile/files/module.js'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import {aloneFile, packFiles} from '../../../components/compile/pack/pack.js'
import {
  aloneFileProblems, canvasFileProblems, frameworkFileProblems, manifestProblems, moduleFileProblems, searchFileProblems,
} from '../../../components/model/pack/check-pack.js'

/** Every file of the shipped guide, with a module more for each fixture: between them they have every kind of thing. */
function realFiles(): {path: string; text: string}[] {
  const {guide} = compileGuide(readContent(fileURLToPath(new URL('../../../content', import.meta.url))).files)
  const folder = new URL('../../fixtures/compile/', import.meta.url)
  for (const name of readdirSync(folder).filter(name => name.endsWith('.md'))) {
    const {module} = compileModule({path: name, text: readFileSync(new URL(name, folder), 'utf8')}, {standalone: true})
    guide.modules.push({...module!, id: `fixture-${name.replace('.md', '')}`, author: 'Us', safety: true, publisher: 'Us'})
  }
  const local = {...guide, settings: {it_service_desk: 'ext 4444'}}
  return [...packFiles(local, INDEX), ...guide.modules.map(module => aloneFile(local, module))]
}

const INDEX = {terms: '', counts: '', sections: '', marks: ''}

/** By the `format` of a file. */
const CHECKS: Record<string, (data: unknown) => string[]> = {
  'dsg-guide': manifestProblems, 'dsg-module': moduleFileProblems, 'dsg-alone': aloneFileProblems,
  'dsg-framework': frameworkFileProblems, 'dsg-canvas-factors': canvasFileProblems, 'dsg-search': searchFileProblems,
}

type Step = string | number
/** `file`: which of `files`: a file itself would fill the screen when the test fails */
interface Place { file: number; path: Step[] }

const files = realFiles().map(({text}) => JSON.parse(text) as {format: string})

/** Places of fields that are alike, such as the titles of all modules, by what is common to them. */
const places = new Map<string, Place[]>()
for (const [file, data] of files.entries()) for (const path of pathsIn(data)) {
  const kind = `${data.format} ${path.map(step => typeof step === 'number' ? '[]' : step).join('.')} ${kindAt(data, path)}`
  const alike = places.get(kind) ?? []
  places.set(kind, alike)
  alike.push({file, path})
}

function pathsIn(value: unknown, at: Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null) return [at]
  const steps: Step[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [...at.length ? [at] : [], ...steps.flatMap(step => pathsIn((value as Record<Step, unknown>)[step], [...at, step]))]
}

/** The `type` of what holds the field, so that the fields of every kind of node and question are asked about. */
function kindAt(data: unknown, path: Step[]): string {
  return (at(data, path.slice(0, -1)) as {type?: string}).type ?? ''
}

function at(data: unknown, path: Step[]): unknown {
  return path.reduce((value, step) => (value as Record<Step, unknown>)[step], data)
}

/** None of these is ever the right kind: no text in the place of an object, as a gap of a text may be either. */
function wrongFor(value: unknown): unknown[] {
  if (typeof value === 'string') return [7, true, [], {a: 1}]
  if (typeof value === 'number') return ['7', true, null, [], {a: 1}]
  if (typeof value === 'boolean') return ['true', 1, null, [], {a: 1}]
  return Array.isArray(value) ? [7, 'text', true, null, {a: 1}] : value === null ? [7, true, [], {a: 1}] : [7, true, null, []]
}

/** As the words for a fault name a place, without the file's own name at the start. */
function named(path: Step[]): string {
  return path.map(step => typeof step === 'number' ? `[${step}]` : `.${step}`).join('').slice(1)
}

/** What a check says of a file with one wrong value in it. */
function problemsWith(wrong: unknown, data: unknown, path: Step[], check: (data: unknown) => string[]): string[] {
  const holder = at(data, path.slice(0, -1)) as Record<Step, unknown>
  const step = path.at(-1)!
  const right = holder[step]
  holder[step] = wrong
  try {
    return check(data)
  } finally {
    holder[step] = right
  }
}

describe('a file of a pack', () => {
  it('is taken as it was compiled', () => {
    for (const data of files) assert.deepEqual(CHECKS[data.format]!(data), [], data.format)
  })

  it('is refused for one value of a wrong kind, wherever it is, in words that name the place', () => {
    const kinds = [...places.keys()]
    const anyWrong = fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.nat()).map(([kind, which, what]) => {
      const alike = places.get(kind)!
      const {file, path} = alike[which % alike.length]!
      const wrong = wrongFor(at(files[file], path))
      return {file, path, wrong: wrong[what % wrong.length]}
    })
    fc.assert(fc.property(anyWrong, ({file, path, wrong}) => {
      const data = files[file]!
      const {format} = data
      const problems = problemsWith(wrong, data, path, CHECKS[format]!).join('\n')
      assert.match(problems, /expected .+, found /, `${format}: ${named(path)} was taken`)
      assert.doesNotMatch(problems, /something else/)
      // What is told apart by its type is named as a whole: it might be any other.
      const place = path.at(-1) === 'type' && !problems.includes('.type: ') ? path.slice(0, -1) : path
      const says = ['format', 'version'].includes(named(path)) ? [`expected "${named(path)}"`]
        // An object in the place of a text may be a gap, which has a field too few.
        : [`.${named(place)}: expected`, `.${named(place)}.accepts: expected`]
      assert.ok(says.some(words => `.${problems}`.includes(words)), `${says[0]} - ${problems}`)
    }), {seed: 1, numRuns: 4_000})
  })
})
