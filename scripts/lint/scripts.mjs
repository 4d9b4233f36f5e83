import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {ROOT} from '../setup/setup.mjs'

/**
 * @typedef {object} Finding
 * @property {string} path - from the root
 * @property {number} line
 * @property {number} column
 * @property {string} problem - with what to do
 * @property {string} rule
 */

/**
 * What is wrong in the scripts, by `.oxlintrc.json`.
 *
 * @param {string[]} paths - folders or files, from the root; none for everything
 * @param {{fix?: boolean, root?: string}} [options] - with `fix`, what needs no judgement is mended first
 * @returns {{files: number, findings: Finding[]}}
 * @throws when the configuration is not as oxlint takes it
 */
export function scriptFindings(paths, {fix = false, root = ROOT} = {}) {
  const {stdout, stderr} = spawnSync(process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', ...fix ? ['--fix'] : [], ...paths],
    {cwd: root, encoding: 'utf8', maxBuffer: 1e9})
  const {diagnostics, number_of_files: files} = answerOf(stdout, stderr)
  return {
    files,
    findings: diagnostics.map(({filename, labels: [label], message, help, code}) => ({
      path: filename, line: label?.span.line ?? 1, column: label?.span.column ?? 1,
      problem: [message, help].filter(Boolean).join(' '), rule: code ?? 'oxlint',
    })),
  }
}

/**
 * What oxlint found. It tells of a wrong configuration in words and not in JSON: then this throws.
 *
 * @typedef {{line: number, column: number}} Span
 * @typedef {{filename: string, labels: {span: Span}[], message: string, help?: string, code?: string}} Told
 *
 * @param {string} stdout
 * @param {string} stderr
 * @returns {{diagnostics: Told[], number_of_files: number}}
 */
function answerOf(stdout, stderr) {
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(`oxlint did not run. Is .oxlintrc.json as it takes it?\n${stdout}${stderr}`)
  }
}
