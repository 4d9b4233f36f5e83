/**
 * `npm test`: every check there is, with the set-up it needs. The last line counts them.
 *
 *     npm test                          everything
 *     npm test -- quiz record           only test files whose path contains "quiz" or "record"
 *     npm test -- --browser chromium    browser tests in this engine; may be given more than once
 *     npm test -- --suite wordpress     only this suite; may be given more than once
 */
import {parseArgs} from 'node:util'
import {ENGINES} from './browsers/browsers.mjs'
import {ensureDependencies, stopWith} from './setup.mjs'

const started = Date.now()
let options
try {
  options = readArguments()
  ensureDependencies()
} catch (error) {
  stopWith(error)
}

// Not before the set-up: the suites import what it installs.
const [{suitesIn}, {chosen, onThisMachine, runSuites}, {ensureNeeds}] = await Promise.all(
  [import('./suites/suites.mjs'), import('./suites/run.mjs'), import('./needs/needs.mjs')])
const all = suitesIn(options.engines)
const unknown = options.names?.find(each => !all.flat().some(({name}) => name === each))
if (unknown) stopWith(new Error(`--suite ${unknown}: no such suite. Use ${all.flat().map(({name}) => name).join(', ')}.`))
const wanted = chosen(all, options)
if (wanted.flat().length === 0) console.log(`No test file's path contains ${options.patterns.join(' or ')}.`)
const missing = await ensureNeeds(wanted.flat().flatMap(({needs = []}) => needs), options).catch(stopWith)
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
const sum = key => rows.reduce((count, row) => count + row[key], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') > 0 || sum('passed') === 0 ? 1 : 0)

function readArguments() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {browser: {type: 'string', multiple: true}, suite: {type: 'string', multiple: true}},
  })
  const unknown = values.browser?.find(engine => !ENGINES.includes(engine))
  if (unknown) throw new Error(`--browser ${unknown}: no such engine. Use ${ENGINES.join(', ')}.`)
  return {patterns: positionals, engines: values.browser, names: values.suite, ci: process.env.CI === 'true'}
}
