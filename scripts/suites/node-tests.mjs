import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {relative} from 'node:path'
import {createInterface} from 'node:readline'
import {ROOT} from '../setup.mjs'
import {testFiles} from './files.mjs'

/** The layers without a browser, under Node's own runner. */
export const nodeTests = suiteOf('node', ['model', 'compile', 'search', 'cli', 'content'])

/** What is published, as somebody who installs it finds it. */
export const packageTests = suiteOf('package', ['package'])

/** Browsers and disks that fail at any moment: by itself, because it starts a browser again and again. */
export const crashTests = suiteOf('crash', ['crash'])

function suiteOf(name, folders) {
  return {name, run: ({patterns}) => runFiles(name, testFiles(folders, patterns))}
}

/** As many files at once as there are processors: Node's own choice leaves one idle, which is half of a small machine. */
export async function runFiles(suite, files) {
  if (files.length === 0) return []
  const counts = {name: suite, passed: 0, failed: 0, skipped: 0}
  const node = spawn(process.execPath,
    ['--import', 'tsx/esm', '--test', `--test-concurrency=${availableParallelism()}`, '--test-reporter=./scripts/suites/node-reporter.mjs',
      '--test-reporter-destination=stdout', ...files],
    {cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit']})
  const ended = once(node, 'close')
  for await (const line of createInterface({input: node.stdout})) {
    const {outcome, name, file, problem} = JSON.parse(line)
    if (outcome === 'said') process.stdout.write(problem)
    else counts[outcome] += 1
    if (outcome === 'failed') console.log(`FAILED  ${relative(ROOT, file ?? '')}: ${name}\n${problem}\n`)
    if (outcome === 'skipped') console.log(`skipped  ${relative(ROOT, file ?? '')}: ${name}`)
  }
  const [code] = await ended
  if (code !== 0 && counts.failed === 0) {
    console.log(`FAILED  Node's test runner ended with ${code} and named no failed test. Run it by hand to see why.`)
    counts.failed = 1
  }
  return [counts]
}
