/**
 * `npm run lint`: what the compiler does not see. oxlint reads every script, by the rules in `.oxlintrc.json`; actionlint
 * reads the workflows.
 *
 *     npm run lint                      all of it, in some 5 seconds
 *     npm run lint -- --fix             mends what can be mended without judgement first
 *     npm run lint -- cli components    only these folders or files, and the workflows
 */
import {parseArgs} from 'node:util'
import {stopWith} from '../setup/setup.mjs'
import {scriptFindings} from './scripts.mjs'
import {workflowFindings} from './workflows.mjs'

try {
  const {values, positionals} = parseArgs({allowPositionals: true, options: {fix: {type: 'boolean', default: false}}})
  const [scripts, workflows] = [scriptFindings(positionals, values), await workflowFindings()]
  report([...scripts.findings, ...workflows.findings], scripts.files + workflows.files)
} catch (error) {
  stopWith(error)
}

/**
 * @param {import('./scripts.mjs').Finding[]} findings
 * @param {number} files - how many files were read
 */
function report(findings, files) {
  for (const {path, line, column, problem, rule} of findings) console.error(`${path}:${line}:${column}: ${problem} [${rule}]`)
  const failed = new Set(findings.map(({path}) => path)).size
  console.log(`${files} files read, ${findings.length || 'no'} findings${failed ? ` in ${failed}` : ''}.`)
  if (failed) console.error('`npm run lint -- --fix` mends what needs no judgement.')
  process.exitCode = failed ? 1 : 0
  // Sent to `npm test`, which counts each file as a check.
  process.send?.({passed: files - failed, failed})
}
