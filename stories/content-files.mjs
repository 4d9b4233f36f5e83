/**
 * Hands the shipped content to the browser as modules, so that stories and element tests compile the same words that learners
 * read: once for Vite (Storybook), once for the test runner. `stories/content-files.js` has all of it, and
 * `stories/first-files.js` one pathway, for the page that opens first.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {slashed} from '../cli/terminal/slashed.mjs'

const CONTENT = fileURLToPath(new URL('../content/', import.meta.url))

/** The modules, and which files of the content folder each has. @type {Record<string, RegExp>} */
const MODULES = {
  '/stories/content-files.js': /\.(md|yaml)$/,
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
  return {
    name: 'content-files',
    serve({path}) {
      const wanted = MODULES[path]
      return wanted && {body: moduleText(wanted), type: 'js'}
    },
  }
}

/** @param {RegExp} wanted @returns {string[]} paths in the content folder */
function contentFiles(wanted) {
  return readdirSync(CONTENT, {recursive: true, encoding: 'utf8'}).map(path => slashed(path)).filter(path => wanted.test(path)).sort()
}

/** @param {RegExp} wanted */
function moduleText(wanted) {
  const files = contentFiles(wanted).map(path => ({path, text: readFileSync(join(CONTENT, path), 'utf8')}))
  return `export const files = ${JSON.stringify(files)}`
}
