import {spawn} from 'node:child_process'
import {ROOT} from '../setup.mjs'

const PROJECTS = [
  {project: '.', what: 'everything'},
  {project: 'components/model', what: 'model, compile and search, without the DOM'},
]

/** The type checks, one for each project. Left out when only some test files are asked for. */
export const types = {
  name: 'types',
  async run({patterns}) {
    if (patterns.length > 0) return []
    const results = await Promise.all(PROJECTS.map(check))
    const passed = results.filter(Boolean).length
    return [{name: 'types', passed, failed: results.length - passed, skipped: 0}]
  },
}

async function check({project, what}) {
  const tsc = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false'],
    {cwd: ROOT})
  let output = ''
  for (const stream of [tsc.stdout, tsc.stderr]) stream.on('data', chunk => output += chunk)
  const code = await new Promise(resolve => tsc.on('close', resolve))
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  tsc -p ${project} (${what})`)
  if (code !== 0) console.log(output)
  return code === 0
}
