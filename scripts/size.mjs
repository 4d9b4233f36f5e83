/**
 * `npm run size`: what a page fetches of our scripts before it shows something, compressed as servers do. It fails when
 * that has grown past `size-budget.json`. Content is not counted: it is the editors'.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {elementsBundle} from '../cli/bundle/built-elements.js'
import {stopWith} from './setup.mjs'

const BUDGET = new URL('size-budget.json', import.meta.url)

try {
  const folder = await elementsBundle(line => console.log(line))
  const asking = filesFor('dsg-quiz', folder)
  const rows = [
    {name: 'dsg-quiz, to ask a question', files: asking},
    {name: 'dsg-quiz, fetched while it is read', files: fetchedAhead(folder).filter(file => !asking.includes(file))},
    {name: 'dsg-guide, to show its first page', files: filesFor('dsg-guide', folder)},
    {name: 'dsg-all.js', files: ['dsg-all.js']},
  ].map(({name, files}) => ({name, files: files.length, ...sizesOf(files.map(file => readFileSync(join(folder, file))))}))
  report(rows, JSON.parse(readFileSync(BUDGET, 'utf8')))
} catch (error) {
  stopWith(error)
}

/** The script tag's own file, the one it loads for an element, and all that these cannot run without. */
function filesFor(tag, folder) {
  const start = 'dsg.js'
  const script = readFileSync(join(folder, start), 'utf8')
  const [, path] = new RegExp(`"${tag}":\\(\\)=>import\\(.(\\./[^)]+).\\)`).exec(script) ?? []
  if (!path) throw new Error(`dsg.js loads no file for <${tag}>. Is it in components/embed/dsg.ts?`)
  return closureOf([start, path], folder)
}

/** What a quiz asks for when its first question is on screen; with these, it can be answered without a network. */
function fetchedAhead(folder) {
  const chunks = readdirSync(join(folder, 'chunks'))
  return closureOf(['afterwards', 'keep-record.later'].map(name => {
    const file = chunks.find(each => each.startsWith(`${name}.`))
    if (!file) throw new Error(`There is no ${name} among the chunks. What does a quiz fetch ahead now?`)
    return join('chunks', file)
  }), folder)
}

/** Those files and all that they cannot run without. */
function closureOf(paths, folder) {
  const files = new Set()
  const waiting = paths.map(path => join(path))
  for (const file of waiting) {
    if (files.has(file)) continue
    files.add(file)
    const text = readFileSync(join(folder, file), 'utf8')
    for (const [, next] of text.matchAll(/\b(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g)) waiting.push(join(dirname(file), next))
  }
  return [...files]
}

/** Each file is compressed by itself, as it is sent. */
function sizesOf(bodies) {
  const sum = compress => bodies.reduce((bytes, body) => bytes + compress(body).length, 0)
  return {gzip: sum(gzipSync), brotli: sum(brotliCompressSync)}
}

function report(rows, budget) {
  console.log(`${'bytes'.padEnd(36)}${['files', 'gzip', 'brotli', 'gzip budget'].map(title => title.padStart(12)).join('')}`)
  for (const {name, files, gzip, brotli} of rows) {
    const cells = [files, gzip, brotli, budget[name] ?? 'none']
    console.log(`${name.padEnd(36)}${cells.map(cell => cell.toLocaleString('en-GB').padStart(12)).join('')}`)
  }
  const over = rows.filter(({name, gzip}) => !(gzip <= budget[name]))
  for (const {name, gzip} of over) {
    const by = name in budget ? `is ${(gzip - budget[name]).toLocaleString('en-GB')} bytes over its budget` : 'has no budget'
    console.error(`${name} ${by}. Make it smaller, or say in the commit why it is worth it and change size-budget.json.`)
  }
  process.exitCode = over.length ? 1 : 0
  // To `npm test`, which counts each row as a check.
  process.send?.({passed: rows.length - over.length, failed: over.length})
}
