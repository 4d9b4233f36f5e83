/**
 * `npm test`: every check there is, with the set-up it needs. The last line counts them.
 *
 *     npm test                          everything
 *     npm test -- quiz record           only test files whose path contains "quiz" or "record"
 *     npm test -- --browser chromium    browser tests in this engine; may be given more than once
 *     npm test -- --suite wordpress     only this suite; may be given more than once
 *     npm test -- --list                run nothing, and say which suites and files there are; takes the others too
 */
import {parseArgs} from 'node:util'
// These modules import only Node's own: this may run before any package is installed.
import {ENGINES} from './browsers/browsers.mjs'
import {ensureNeeds} from './needs/needs.mjs'
import {ensureDependencies, stopWith} from './setup/setup.mjs'
import {listOf} from './suites/list.mjs'
import {chosen, onThisMachine, runSuites} from './suites/run.mjs'
import {suitesIn} from './suites/suites.mjs'

const started = Date.now()
const options = orStop(readArguments)
const all = suitesIn(options.engines)
// `--list` also lists the suites that only CI runs.
const wanted = chosen(all, {...options, ci: options.ci || options.list})
if (wanted.flat().length === 0) console.log(`No test file's path contains ${options.patterns.join(' or ')}.`)
if (options.list) {
  console.log(listOf(wanted.flat()))
  process.exit(wanted.flat().length > 0 ? 0 : 1)
}
orStop(ensureDependencies)
const missing = await ensureNeeds(wanted.flat().flatMap(({needs = []}) => needs), options).catch(error => stopWith(error))
const {suites, leftOut} = onThisMachine(wanted, missing)
const rows = await runSuites(suites)

console.log(`\nIn ${Math.round((Date.now() - started) / 1000)} seconds:`)
for (const {name, passed, failed, skipped} of rows) {
  console.log(`  ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
}
for (const line of leftOut) console.log(`  ${line}`)
if (!options.ci && !options.names && options.patterns.length === 0) {
  for (const {name, byHand} of all.flat()) if (byHand) console.log(`  ${name}: only in CI, or by hand with ${byHand}`)
}
/** @param {'passed' | 'failed'} key */
const sum = key => rows.reduce((count, row) => count + row[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') > 0 || sum('passed') === 0 ? 1 : 0)

function readArguments() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      browser: {type: 'string', multiple: true}, suite: {type: 'string', multiple: true}, list: {type: 'boolean', default: false},
    },
  })
  const unknown = values.browser?.find(name => !ENGINES.some(engine => engine === name))
  if (unknown) throw new Error(`--browser ${unknown}: no such engine. Use ${ENGINES.join(', ')}.`)
  const suites = suitesIn(values.browser).flat().map(({name}) => name)
  const strange = values.suite?.find(name => !suites.includes(name))
  if (strange) throw new Error(`--suite ${strange}: no such suite. Use ${suites.join(', ')}.`)
  const ci = process.env.CI === 'true'
  return {patterns: positionals, engines: values.browser, names: values.suite, list: values.list, ci}
}

/**
 * @template T
 * @param {() => T} does
 */
function orStop(does) {
  try {
    return does()
  } catch (error) {
    return stopWith(error)
  }
}
