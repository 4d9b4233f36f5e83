/**
 * A whole `dsg build` of 1,000 modules, over VitePress on the same files: `npm run bench:build`. VitePress is installed in
 * the computer's folder for temporary files, once. README.md says how to read the figures.
 */
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {copiedGuide} from './lib/copied-guide.js'
import {quantile, short, spread, table} from './lib/figures.js'
import {report} from './lib/report.js'

const MODULES = 1_000
/** The shipped guide has 7 other files for each 38 modules, and the copies one for each pathway. */
const FILES = Math.round(MODULES * 46 / 38) + 10
const RUNS = 3
const GOAL = 0.25
const VITEPRESS = '1.6.4'

const installed = join(tmpdir(), `dsg-bench-vitepress-${VITEPRESS}`)
const guide = copiedGuide(FILES)
const site = join(installed, 'site')

function run(command: string, words: string[], cwd: string): void {
  const {status, stderr} = spawnSync(command, words, {cwd, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'ignore', 'pipe']})
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}:\n${stderr.slice(-2_000)}`)
}

function install(): void {
  if (existsSync(join(installed, 'node_modules/vitepress'))) return
  mkdirSync(installed, {recursive: true})
  writeFileSync(join(installed, 'package.json'), '{"private": true, "type": "module"}\n')
  run('npm', ['install', '--no-audit', '--no-fund', `vitepress@${VITEPRESS}`], installed)
}

/** The same pages and pictures, with the local details filled in: between their brackets Vue would look for a program. */
function writeSite(): number {
  rmSync(site, {recursive: true, force: true})
  cpSync(guide, site, {recursive: true, filter: path => !path.endsWith('.yaml')})
  const pages = readdirSync(site, {recursive: true, encoding: 'utf8'}).filter(path => path.endsWith('.md'))
  for (const page of pages) {
    const text = readFileSync(join(site, page), 'utf8')
    writeFileSync(join(site, page), text.replace(/\{\{[^{}|]*\|([^{}]*)\}\}/g, '$1'))
  }
  mkdirSync(join(site, '.vitepress'))
  writeFileSync(join(site, '.vitepress/config.mjs'), 'export default {title: "Bench", ignoreDeadLinks: true}\n')
  return pages.length
}

/** Seconds of the processor that ended programs took, those that they started among them. Linux tells it, in hundredths. */
function processorSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

const out = join(installed, 'out')
const builds: [name: string, build: () => void][] = [
  ['dsg build', () => run(process.execPath, ['--import', 'tsx/esm', 'cli/dsg.ts', 'build', guide, '--out', out], process.cwd())],
  [`VitePress ${VITEPRESS}`, () => run('npx', ['--no-install', 'vitepress', 'build', 'site'], installed)],
]

try {
  install()
  const pages = writeSite()
  const modules = readdirSync(join(guide, 'pathways'), {recursive: true, encoding: 'utf8'})
    .filter(path => path.endsWith('.md') && !path.endsWith('pathway.md')).length
  const {say, end} = report('build', `${modules} modules, ${pages} markdown files, ${RUNS} runs each`)
  // In a clone the elements are built when they have changed. That is no part of a guide's build.
  run(process.execPath, ['--import', 'tsx/esm', 'cli/dsg.ts', 'build', 'content', '--out', join(installed, 'first')], process.cwd())
  const times = builds.map((): number[] => [])
  const efforts = builds.map((): number[] => [])
  for (let round = 0; round < RUNS; round++) {
    builds.forEach(([, build], i) => {
      rmSync(out, {recursive: true, force: true})
      const [began, before] = [performance.now(), processorSeconds()]
      build()
      times[i]!.push((performance.now() - began) / 1000)
      efforts[i]!.push(processorSeconds() - before)
    })
  }
  const over = (figures: number[][], i: number): string => short(quantile(figures[i]!, 0.5) / quantile(figures[1]!, 0.5))
  const columns = ['build', 's on the clock', 'least to most', 'over VitePress', 's of the processor', 'least to most', 'over']
  say(table(columns, builds.map(([name], i) => [
    name, ...[times, efforts].flatMap(figures => [short(quantile(figures[i]!, 0.5)), spread(figures[i]!), over(figures, i)]),
  ])))
  say(`Goal: at most ${GOAL} of VitePress, by the clock.`)
  end()
} finally {
  for (const folder of [guide, site, out, join(installed, 'first')]) rmSync(folder, {recursive: true, force: true})
}
