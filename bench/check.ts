/**
 * How long `dsg check` takes: `npm run bench:check`. On the shipped guide as a whole command, started anew each time; and on
 * copies of it, 5,000 files over 250. README.md says how to read the figures.
 */
import {spawnSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {checkWords} from '../cli/publish/check-words.js'
import {compileContent} from '../cli/content/compile-content.js'
import {copiedGuide} from './lib/copied-guide.js'
import {quantile, short, spread, table} from './lib/figures.js'
import {report} from './lib/report.js'

const [FEW, MANY] = [250, 5_000]
const RUNS = 5
const GOAL_SECONDS = 2
const GOAL_TIMES = 20

/** Seconds of the clock: what somebody waits for. */
function command(): number {
  const began = performance.now()
  const {status} = spawnSync('npm', ['run', '--silent', 'dsg', '--', 'check', 'content'], {stdio: 'ignore'})
  if (status !== 0) throw new Error('The shipped guide has errors, so the command says nothing of speed.')
  return (performance.now() - began) / 1000
}

/** Seconds of the processor to compile copies and check their words. It counts what other programs do the least. */
function copies(files: number): () => number {
  return () => {
    const folder = copiedGuide(files)
    try {
      const before = process.cpuUsage()
      checkWords(compileContent(folder).content.files)
      const {user, system} = process.cpuUsage(before)
      return (user + system) / 1_000_000
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  }
}

const works: [name: string, measure: () => number][] = [
  ['npm run dsg -- check content, s on the clock', command],
  [`${FEW} files, s of the processor`, copies(FEW)],
  [`${MANY} files, s of the processor`, copies(MANY)],
]

const {say, end} = report('check', `${RUNS} runs each`)
const times = works.map((): number[] => [])
for (let run = 0; run < RUNS; run++) works.forEach(([, measure], i) => times[i]!.push(measure()))
const [few, many] = times.slice(1).map(own => quantile(own, 0.5))
say(table(['what', 'median', 'least to most', 'goal'], [
  ...works.map(([name], i) => [name, short(quantile(times[i]!, 0.5)), spread(times[i]!), i === 0 ? `under ${GOAL_SECONDS}` : '']),
  [`${MANY} files over ${FEW}, times`, short(many! / few!), '', `under ${GOAL_TIMES}`],
]))
end()
