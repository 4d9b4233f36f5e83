/**
 * Hands the shipped content to the browser as a module, `stories/content-files.js`, so that stories and element tests
 * compile the same words that learners read: once for Vite (Storybook), once for the test runner.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {slashed} from '../cli/terminal/slashed.mjs'

const CONTENT = fileURLToPath(new URL('../content/', import.meta.url))
const MODULE = '/stories/content-files.js'

/** @returns {import('vite').Plugin} */
export function contentForVite() {
  return {
    name: 'content-files',
    enforce: 'pre',
    resolveId: id => id.endsWith('content-files.js') ? MODULE : undefined,
    load(id) {
      if (id !== MODULE) return undefined
      // Not the folder: Vite takes what is watched for what is imported, and a folder cannot be.
      for (const file of contentFiles()) this.addWatchFile(file)
      return moduleText()
    },
  }
}

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function contentForTestRunner() {
  return {
    name: 'content-files',
    serve: ({path}) => path === MODULE ? {body: moduleText(), type: 'js'} : undefined,
  }
}

function contentFiles() {
  return readdirSync(CONTENT, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && /\.(md|yaml)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

function moduleText() {
  const files = contentFiles()
    .map(file => ({path: slashed(relative(CONTENT, file)), text: readFileSync(file, 'utf8')}))
  return `export const files = ${JSON.stringify(files)}`
}
