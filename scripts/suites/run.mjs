import {once} from 'node:events'
import {namesOf} from '../needs/needs.mjs'
import {testFiles} from './files.mjs'
import {endAll} from './processes.mjs'

/**
 * @typedef {import('./suites.mjs').Suite} Suite
 * @typedef {import('./suites.mjs').Row} Row
 * @typedef {Suite & {files: string[]}} Chosen
 * @typedef {Chosen & {here: string[]}} Ready
 * @typedef {Required<Row>} NamedRow
 */

/** The limit for all suites together: three times what they take on 2 cores. Anything that still runs by then is hanging. */
const LIMIT_MINUTES = 45

/**
 * The suites that have something to do, each with its test files.
 *
 * @param {Suite[][]} groups
 * @param {{patterns?: string[], names?: string[], ci?: boolean}} options - with patterns, only test files whose path contains
 *   one of them; with names, only these suites
 * @returns {Chosen[][]}
 */
export function chosen(groups, {patterns = [], names, ci = false}) {
  /** @param {Chosen} suite */
  const hasWork = ({name, tests, files, byHand}) =>
    (tests ? files.length > 0 : patterns.length === 0) && (names ? names.includes(name) : ci || !byHand)
  return groups.map(group =>
    group.map(suite => ({...suite, files: testFiles(suite.tests ?? [], patterns)})).filter(hasWork))
}

/**
 * The suites that can run on this machine, each with those of its needs that are here; and a line about each that cannot run.
 *
 * @param {Chosen[][]} groups
 * @param {Set<string>} missing - names in `NEEDS`
 * @returns {{suites: Ready[][], leftOut: string[]}}
 */
export function onThisMachine(groups, missing) {
  /** @type {string[]} */
  const leftOut = []
  const suites = groups.map(group => group.flatMap(suite => {
    const {name, needs = [], inEach = false} = suite
    const here = needs.filter(need => !missing.has(need))
    const lacking = needs.filter(need => missing.has(need))
    if (lacking.length === 0) return {...suite, here}
    const goesOn = inEach && here.length > 0
    leftOut.push(`${name}: left out${goesOn ? ` in ${lacking.join(' and ')}` : ''}, for want of ${namesOf(lacking)}`)
    return goesOn ? {...suite, here} : []
  }))
  return {suites, leftOut}
}

/**
 * Runs lists of suites one after another. The suites of one list run side by side.
 *
 * @param {Ready[][]} groups
 * @returns {Promise<NamedRow[]>} a suite that cannot start, or is not done when its time is over, is a row
 *   with a failure
 */
export async function runSuites(groups, {limitMinutes = LIMIT_MINUTES} = {}) {
  const over = new AbortController()
  const clock = setTimeout(() => over.abort(), limitMinutes * 60_000)
  /** @type {NamedRow[]} */
  const rows = []
  for (const group of groups.filter(group => group.length > 0)) {
    if (over.signal.aborted) {
      rows.push(...group.flatMap(({name}) => failure(name, `the run was stopped after ${limitMinutes} minutes, before its turn`)))
      continue
    }
    console.log(`\n${group.map(({name}) => name).join(' and ')}`)
    rows.push(...(await Promise.all(group.map(suite => rowsOf(suite, over.signal, limitMinutes)))).flat())
    if (over.signal.aborted) await endAll()
  }
  clearTimeout(clock)
  return rows
}

/**
 * @param {Ready} suite
 * @param {AbortSignal} over
 * @param {number} limitMinutes
 * @returns {Promise<NamedRow[]>}
 */
async function rowsOf(suite, over, limitMinutes) {
  const begun = Date.now()
  /** @type {string[]} */
  let busyWith = []
  const hung = once(over, 'abort').then(() => {
    const where = busyWith.length > 0 ? `, and was busy with ${busyWith.join('; ')}` : ''
    throw new Error(`it had not ended when the run was stopped after ${limitMinutes} minutes${where}`)
  })
  const run = suite.run({...suite, at: what => busyWith = what})
  const rows = await Promise.race([run, hung]).then(atLeastOne(suite), error => failure(suite.name, error.message))
  console.log(`${suite.name} took ${Math.round((Date.now() - begun) / 1000)} seconds.`)
  return rows.map(row => ({name: suite.name, skipped: 0, ...row}))
}

/**
 * Adds a failure when a suite ran no test: it has checked nothing.
 *
 * @param {Suite} suite
 * @returns {(rows: Row[]) => Row[]}
 */
function atLeastOne({name}) {
  return rows => {
    const empty = rows.find(({passed, failed}) => passed + failed === 0)
    if (!empty && rows.length > 0) return rows
    return [...rows.filter(row => row !== empty), ...failure(empty?.name ?? name, 'it ran no test')]
  }
}

/**
 * @param {string} name
 * @param {string} problem
 */
function failure(name, problem) {
  console.log(`FAILED  ${name}: ${problem}`)
  return [{name, passed: 0, failed: 1, skipped: 0}]
}
