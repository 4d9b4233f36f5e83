/**
 * `npm run size`: what a page fetches of our scripts at each of the stages of `cli/bundle/chunks.ts`, compressed as servers
 * do. It fails when a stage is over its budget. Content is not counted: its size is the editors' choice.
 */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import {elementsBundle, readChunks} from '../cli/bundle/built-elements.js'
import {STAGES} from '../cli/bundle/chunks.js'
import {stopWith} from './setup/setup.mjs'

/**
 * @typedef {import('../cli/bundle/chunks.js').Stage} Stage
 * @typedef {Stage & {files: number, gzip: number, brotli: number}} Row
 */

try {
  const folder = await elementsBundle(line => console.log(line))
  const chunks = readChunks(folder)
  /** @type {(stage: Stage) => string[]} */
  const filesOf = ({scripts = [], modules = [], after}) => {
    const before = STAGES.filter(({name}) => name === after).flatMap(filesOf)
    const files = [...scripts, ...modules.flatMap(module => chunks[module] ?? missing(module))]
    return [...new Set(files)].filter(file => !before.includes(file))
  }
  report(STAGES.map(stage => {
    const files = filesOf(stage)
    return {...stage, files: files.length, ...sizesOf(files.map(file => readFileSync(join(folder, file))))}
  }))
} catch (error) {
  stopWith(error)
}

/**
 * @param {string} module
 * @returns {never}
 */
function missing(module) {
  throw new Error(`${module} has no file of its own. What is it called now in cli/bundle/chunks.ts?`)
}

/**
 * Each file is compressed by itself, as it is sent.
 *
 * @param {Buffer[]} bodies
 */
function sizesOf(bodies) {
  /** @param {(body: Buffer) => Buffer} compress */
  const sum = compress => bodies.reduce((bytes, body) => bytes + compress(body).length, 0)
  return {gzip: sum(body => gzipSync(body)), brotli: sum(body => brotliCompressSync(body))}
}

/** @param {Row[]} rows */
function report(rows) {
  console.log(`${'bytes'.padEnd(36)}${['files', 'gzip', 'brotli', 'gzip budget'].map(title => title.padStart(12)).join('')}`)
  for (const {name, files, gzip, brotli, bytes} of rows) {
    const cells = [files, gzip, brotli, bytes]
    console.log(`${name.padEnd(36)}${cells.map(cell => cell.toLocaleString('en-GB').padStart(12)).join('')}`)
  }
  const over = rows.filter(({gzip, bytes}) => gzip > bytes)
  for (const {name, gzip, bytes} of over) {
    console.error(`${name} is ${(gzip - bytes).toLocaleString('en-GB')} bytes over its budget. Make it smaller, or say in the `
      + 'commit why it is worth it and change cli/bundle/chunks.ts.')
  }
  process.exitCode = over.length ? 1 : 0
  // Sent to `npm test`, which counts each row as a check.
  process.send?.({passed: rows.length - over.length, failed: over.length})
}
