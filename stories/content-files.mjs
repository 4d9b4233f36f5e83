/**
 * Hands the shipped content to the browser as modules, so that stories and element tests show the same words that learners
 * read: once for Vite (Storybook), once for the test runner. `stories/content-files.js` has all of it, and
 * `stories/first-files.js` one pathway, for the page that opens first.
 *
 * A story compiles it. Some 200 test pages would each take a second for that, so the test runner does it for them all, and
 * `test/embed/site-in-browser.test.ts` shows that a browser would have made the same guide.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {tsImport} from 'tsx/esm/api'
import {slashed} from '../cli/terminal/slashed.mjs'

const CONTENT = fileURLToPath(new URL('../content/', import.meta.url))

const ALL = /\.(md|yaml)$/

/** The compiled guide, for the test runner's pages. */
const COMPILED = '/stories/shipped-guide.js'

/** The modules, and which files of the content folder each has. @type {Record<string, RegExp>} */
const MODULES = {
  '/stories/content-files.js': ALL,
  '/stories/first-files.js': /^(\w+\.yaml|pathways\/staying-safe-with-data\/.+\.md)$/,
}

/** @returns {import('vite').Plugin} */
export function contentForVite() {
  return {
    name: 'content-files',
    enforce: 'pre',
    resolveId: id => Object.keys(MODULES).find(module => module.endsWith(id.replace(/^\.+/, ''))),
    load(id) {
      const wanted = MODULES[id]
      if (!wanted) return undefined
      // Not the folder: Vite takes what is watched for what is imported, and a folder cannot be.
      for (const path of contentFiles(wanted)) this.addWatchFile(join(CONTENT, path))
      return moduleText(wanted)
    },
  }
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function contentForTestRunner() {
  /** @type {Promise<string> | undefined} */
  let compiled
  return {
    name: 'content-files',
    resolveImport: ({source}) => source.endsWith('/shipped-guide.js') ? COMPILED : undefined,
    async serve({path}) {
      const wanted = MODULES[path]
      if (wanted) return {body: moduleText(wanted), type: 'js'}
      return path === COMPILED ? {body: await (compiled ??= compiledText()), type: 'js'} : undefined
    },
  }
}

async function compiledText() {
  /** @type {typeof import('../components/compile/guide/compile-guide.js')} */
  const {compileGuide} = await tsImport('../components/compile/guide/compile-guide.ts', import.meta.url)
  const {guide} = compileGuide(readFiles(ALL))
  // Browsers read data many times faster as JSON than as a script.
  return `export const guide = JSON.parse(${JSON.stringify(JSON.stringify(guide))})`
}

/** @param {RegExp} wanted @returns {string[]} paths in the content folder */
function contentFiles(wanted) {
  return readdirSync(CONTENT, {recursive: true, encoding: 'utf8'}).map(path => slashed(path)).filter(path => wanted.test(path)).sort()
}

/** @param {RegExp} wanted @returns {import('../components/compile/guide/compile-guide.js').SourceFile[]} */
function readFiles(wanted) {
  return contentFiles(wanted).map(path => ({path, text: readFileSync(join(CONTENT, path), 'utf8')}))
}

/** @param {RegExp} wanted */
function moduleText(wanted) {
  return `export const files = ${JSON.stringify(readFiles(wanted))}`
}
