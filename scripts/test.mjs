/**
 * `npm test`: every check there is, with the set-up it needs. The last line counts them.
 *
 *     npm test                          everything
 *     npm test -- quiz record           only test files whose path contains "quiz" or "record"
 *     npm test -- --browser chromium    browser tests in this engine; may be given more than once
 */
import {parseArgs} from 'node:util'
import {ENGINES} from './browsers.mjs'
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
const {suites} = await import('./suites/suites.mjs')
const rows = []
for (const sideBySide of suites) {
  console.log(`\n${sideBySide.map(({name}) => name).join(' and ')}`)
  rows.push(...(await Promise.all(sideBySide.map(rowsOf))).flat())
}
if (rows.length === 0) console.log(`No test file's path contains ${options.patterns.join(' or ')}.`)

const total = {passed: sum('passed'), failed: sum('failed')}
console.log(`\nIn ${Math.round((Date.now() - started) / 1000)} seconds:`)
for (const {name, passed, failed, skipped} of rows) {
  console.log(`  ${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function rowsOf({name, run}) {
  const begun = Date.now()
  const rows = await run(options).then(atLeastOne(name), error => failure(name, error.message))
  console.log(`${name} took ${Math.round((Date.now() - begun) / 1000)} seconds.`)
  return rows
}

/** A suite that ran nothing has checked nothing, unless only some files were asked for. */
function atLeastOne(name) {
  return rows => {
    const empty = rows.find(({passed, failed}) => passed + failed === 0)
    if (empty || (rows.length === 0 && options.patterns.length === 0)) {
      return [...rows.filter(row => row !== empty), ...failure(empty?.name ?? name, 'It ran no test.')]
    }
    return rows
  }
}

function failure(name, problem) {
  console.log(`FAILED  ${name}: ${problem}`)
  return [{name, passed: 0, failed: 1, skipped: 0}]
}

function sum(key) {
  return rows.reduce((count, row) => count + row[key], 0)
}

function readArguments() {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {browser: {type: 'string', multiple: true}},
  })
  const unknown = values.browser?.find(engine => !ENGINES.includes(engine))
  if (unknown) throw new Error(`--browser ${unknown}: no such engine. Use ${ENGINES.join(', ')}.`)
  return {patterns: positionals, engines: values.browser, ci: process.env.CI === 'true'}
}
