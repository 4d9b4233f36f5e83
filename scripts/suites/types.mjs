import {start} from './processes.mjs'

const PROJECTS = [
  {project: '.', what: 'everything'},
  {project: 'components', what: 'the library, without Node'},
  {project: 'components/model', what: 'model, compile, style and search, without the DOM'},
]

/** The type checks, one for each project. */
export const types = {
  name: 'types',
  async run() {
    const results = await Promise.all(PROJECTS.map(check))
    const passed = results.filter(Boolean).length
    return [{passed, failed: results.length - passed}]
  },
}

/** @param {typeof PROJECTS[number]} project */
async function check({project, what}) {
  const tsc = start(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false'])
  let output = ''
  for (const stream of [tsc.stdout, tsc.stderr]) stream?.on('data', chunk => output += chunk)
  const code = await new Promise(resolve => tsc.on('close', resolve))
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  tsc -p ${project} (${what})`)
  if (code !== 0) console.log(output)
  return code === 0
}
