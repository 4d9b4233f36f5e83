/**
 * Runs the given test files in the browsers that the config names, and prints failures. It sends its parent process what is
 * running, `{running: ["WebKit, test/…"]}`, whenever that changes, and the counts at the end, `{rows: […]}`.
 */
import {relative} from 'node:path'
import {inspect} from 'node:util'
import {startTestRunner} from '@web/test-runner'
import {slashed} from '../../cli/terminal/slashed.mjs'
import config from '../../web-test-runner.config.mjs'
import {ROOT} from '../setup/setup.mjs'

/** @typedef {import('@web/test-runner-core').TestSession} TestSession */

/** How many files are named at the end, with the time they took. */
const SLOWEST = 10

const runner = await startTestRunner({
  config: {...config, files: process.argv.slice(2), reporters: [{reportTestFileResults}], staticLogging: true},
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
})
runner?.sessions.on('session-status-updated', () => {
  const running = [...runner.sessions.all()].filter(({status}) => !['SCHEDULED', 'FINISHED'].includes(status))
  process.send?.({running: running.map(({browser, testFile}) => `${browser.name}, ${slashed(relative(ROOT, testFile))}`)})
})
// The first files began before anybody could listen.
const started = Date.now()
/** When each file began in each engine, and how long it took. @type {Map<string, {begun: number, ms: number}>} */
const times = new Map()
runner?.sessions.on('session-status-updated', ({status, browser, testFile}) => {
  const where = `${browser.name}, ${slashed(relative(ROOT, testFile))}`
  if (status === 'INITIALIZING') times.set(where, {begun: Date.now(), ms: 0})
  const {begun = started} = times.get(where) ?? {}
  if (status === 'FINISHED') times.set(where, {begun, ms: Date.now() - begun})
})
runner?.on('stopped', () => {
  const slowest = [...times].sort(([, a], [, b]) => b.ms - a.ms).slice(0, SLOWEST)
  console.log(`The slowest files:\n${slowest.map(([where, {ms}]) => `  ${Math.round(ms / 1000)} s  ${where}`).join('\n')}`)
  process.send?.({rows: rows([...runner.sessions.all()])}, () => process.exit(0))
})

/** @param {Parameters<NonNullable<import('@web/test-runner-core').Reporter['reportTestFileResults']>>[0]} results */
function reportTestFileResults({logger, sessionsForTestFile}) {
  for (const {browser, testFile, testResults, errors, logs, request404s} of sessionsForTestFile) {
    const file = slashed(relative(ROOT, testFile))
    for (const {name, error} of tests(testResults).filter(test => !test.passed && !test.skipped)) {
      logger.log(`FAILED  ${browser.name}, ${file}: ${name}\n${indent(explain(error))}\n`)
    }
    for (const error of errors) logger.log(`FAILED  ${browser.name}, ${file}\n${indent(explain(error))}\n`)
    for (const {name} of tests(testResults).filter(test => test.skipped)) {
      logger.log(`skipped  ${browser.name}, ${file}: ${name}`)
    }
    for (const log of logs) logger.log(`${browser.name}, ${file} logged:`, ...log)
    for (const url of request404s) logger.log(`${browser.name}, ${file} asked for something that is not there: ${url}`)
  }
}

/**
 * @param {TestSession[]} sessions
 * @returns {import('./suites.mjs').Row[]}
 */
function rows(sessions) {
  return (config.browsers ?? []).map(({name}) => {
    const row = {name, passed: 0, failed: 0, skipped: 0}
    for (const session of sessions.filter(session => session.browser.name === name)) {
      const all = tests(session.testResults)
      const passed = all.filter(test => test.passed).length
      const skipped = all.filter(test => test.skipped).length
      const failed = all.length - passed - skipped + session.errors.length
      row.passed += passed
      row.skipped += skipped
      // A file that does not load, or that has no tests, counts as one failure, though none of its tests has failed.
      row.failed += failed === 0 && (!session.passed || all.length === 0) ? 1 : failed
    }
    return row
  })
}

/**
 * The tests of a file in one list, each named with the suites around it.
 *
 * @param {import('@web/test-runner-core').TestSuiteResult | undefined} suite
 * @param {string[]} path
 * @returns {import('@web/test-runner-core').TestResult[]}
 */
function tests(suite, path = []) {
  if (!suite) return []
  const here = suite.name ? [...path, suite.name] : path
  return [
    ...suite.tests.map(test => ({...test, name: [...here, test.name].join(' > ')})),
    ...suite.suites.flatMap(inner => tests(inner, here)),
  ]
}

/** @param {import('@web/test-runner-core').TestResultError | undefined} error */
function explain(error) {
  if (!error) return 'It failed without an error.'
  const {name, message, stack, expected, actual} = error
  /** @param {unknown} value */
  const show = value => typeof value === 'string' ? value : inspect(value, {depth: 8})
  const diff = expected === undefined ? '' : `\nexpected: ${show(expected)}\nactual:   ${show(actual)}`
  return `${name ? `${name}: ` : ''}${message}${diff}${stack ? `\n${stack.replace(/https?:\/\/[^/]+\//g, '')}` : ''}`
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, '    ')
}
