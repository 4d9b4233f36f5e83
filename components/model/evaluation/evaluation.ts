import {meansOf, oneSidedOf, sittings} from '../assessment/assessment.js'
import type {Means, Sitting} from '../assessment/assessment.js'
import type {Cell} from '../formats/csv.js'
import {DEFAULT_PASS_PERCENT} from '../record/pass-mark.js'
import type {ModuleTrace, Score} from '../record/progress.js'
import {progressIndex} from '../record/progress.js'
import {union} from '../log/entries.js'
import {clockTime, type LearnerEvent} from '../record/record.js'
import type {RecordFile} from '../record/file.js'

export {learnerCsv} from './learner-csv.js'

/** What an organisation can learn from record files that people chose to send. */
export interface Evaluation {
  /** Column names, then one row a person. The order of the rows does not tell who sent which file, or when. */
  rows: Cell[][]
  /** How many people have a row. */
  people: number
  /** How many have none, because too few others have the same month, role group and cohort. */
  suppressed: number
  /** How many domains have no columns, because too few people rated them. */
  domainsSuppressed: number
}

/** 5 is common for published health statistics. */
export const DEFAULT_MIN_GROUP = 5

/**
 * One row a person, without names, and with the month in place of the day. The columns begin as the outcome summary of
 * the national tool does (month, year, job group, local fields, status, learning launched and completed, then
 * confidence and relevance by domain), so that the two can be set side by side. Levels here run from 1 to 5 and there
 * from 0 to 10: compare the shape, never the figures.
 *
 * Files that share an event are one person's, sent twice or from two devices, and are counted once. The edition of the
 * guide is left out: it would tell the day more closely than the month does.
 *
 * @param minGroup - how many people at least must be alike in guide, month, role group and cohort to be shown
 */
export function evaluationOf(files: readonly RecordFile[], minGroup: number = DEFAULT_MIN_GROUP): Evaluation {
  const all = peopleOf(files).map(portraitOf)
  const groups = countBy(all.map(groupKey))
  const shown = all.filter(person => (groups.get(groupKey(person)) ?? 0) >= minGroup)
  const rated = countBy(shown.flatMap(({latest}) => [...latest.keys()]))
  const domains = [...rated].filter(([, people]) => people >= minGroup).map(([domain]) => domain).sort(byName)
  return {
    rows: [columnsFor(domains), ...shown.map(person => rowOf(person, domains)).sort(byCells)],
    people: shown.length,
    suppressed: all.length - shown.length,
    domainsSuppressed: rated.size - domains.length,
  }
}

/** One person's files, put together. */
interface Person { guide: string; cohort: string; role: string; events: readonly LearnerEvent[] }

/** What a row tells of one person. */
interface Portrait extends Omit<Person, 'events'> {
  year: number
  month: number
  status: 'Submitted' | 'Incomplete' | 'Not started'
  sittings: number
  launched: number
  completed: number
  attempts: number
  scoreBand: string
  /** Means by framework and domain, such as `england D1`: of the first of several sittings, and of the newest. */
  first: Map<string, Means>
  latest: Map<string, Means>
}

/** The people whose files these are. A file without any event is left out: there is nothing to tell of its person. */
function peopleOf(files: readonly RecordFile[]): Person[] {
  const groups: Set<RecordFile>[] = []
  const groupAt = new Map<string, Set<RecordFile>>()
  for (const file of files.filter(({events}) => events.length)) {
    const keys = file.events.map(({id}) => `${file.guide}\n${id}`)
    const known = new Set(keys.flatMap(key => groupAt.get(key) ?? []))
    const group = new Set([...known].flatMap(other => [...other])).add(file)
    for (const other of known) groups.splice(groups.indexOf(other), 1)
    groups.push(group)
    for (const member of group) for (const {id} of member.events) groupAt.set(`${file.guide}\n${id}`, group)
  }
  return groups.map(group => {
    const newest = [...group].sort((a, b) => a.exported < b.exported ? 1 : -1)
    return {
      guide: newest[0]?.guide ?? '',
      cohort: newest.find(({cohort}) => cohort)?.cohort?.trim() ?? '',
      role: newest.find(({role}) => role)?.role?.trim() ?? '',
      events: union([], newest.flatMap(({events}) => events)),
    }
  })
}

function portraitOf({guide, cohort, role, events}: Person): Portrait {
  const byFramework = frameworksIn(events).map(framework => sittings(framework, events))
  const all = byFramework.flat()
  const [began = ''] = (all.length ? all.map(({date}) => date) : events.map(clockTime)).sort()
  const traces = [...progressIndex(events).modules.values()]
  const tries = traces.map(triesOf)
  return {
    guide,
    cohort,
    role,
    year: Number(began.slice(0, 4)),
    month: Number(began.slice(5, 7)),
    status: all.some(({finished}) => finished) ? 'Submitted' : all.length ? 'Incomplete' : 'Not started',
    sittings: all.length,
    launched: traces.filter(({isBegun}) => isBegun).length,
    completed: traces.filter(isEnded).length,
    attempts: tries.flat().length,
    scoreBand: scoreBand(tries.flatMap(scores => bestOf(scores) ?? [])),
    first: new Map(byFramework.flatMap(list => list.length > 1 ? meansByDomain(list[0]) : [])),
    latest: new Map(byFramework.flatMap(list => meansByDomain(newestOf(list)))),
  }
}

function frameworksIn(events: readonly LearnerEvent[]): string[] {
  return [...new Set(events.flatMap(event =>
    event.type === 'rated' ? event.framework : event.type === 'began' ? event.about : []))]
}

/** The newest finished sitting, or else the newest. */
function newestOf(list: readonly Sitting[]): Sitting | undefined {
  return list.filter(({finished}) => finished).at(-1) ?? list.at(-1)
}

/**
 * Means by domain, of the statements with levels on both sides; where there is none, of each side by itself. A domain without any
 * level has no mean, and is left out.
 */
function meansByDomain(sitting: Sitting | undefined): [string, Means][] {
  const ratings = [...sitting?.ratings.values() ?? []]
  const domains = [...new Set(ratings.map(({domain}) => domain))]
  return domains
    .map((domain): [string, Means] => {
      const own = ratings.filter(rating => rating.domain === domain)
      const means = meansOf(own)
      return [`${sitting?.framework} ${domain}`, means.now === undefined ? oneSidedOf(own) : means]
    })
    .filter(([, {now, needed}]) => now !== undefined || needed !== undefined)
}

/** Like `isDone`, but without the guide at hand: a module that was declared done is not, once a task is taken back. */
function isEnded({completions, tasks}: ModuleTrace): boolean {
  const outcomes = completions.map(({outcome}) => outcome)
  return outcomes.includes('passed') || outcomes.includes('completed')
    || (outcomes.includes('declared') && [...tasks.values()].every(({done}) => done))
}

/** The scores of a module's finished attempts, each attempt once, even if two tabs finished it. */
function triesOf({completions}: ModuleTrace): Score[] {
  const tries = new Map<string, Score>()
  for (const {attempt, right, of} of completions) {
    if (attempt !== undefined && right !== undefined && of) tries.set(attempt, {right, of})
  }
  return [...tries.values()]
}

function bestOf(tries: readonly Score[]): Score | undefined {
  return [...tries].sort((a, b) => b.right * a.of - a.right * b.of)[0]
}

/** The band of a person's best scores, added up over modules. The upper two bands meet at the default pass mark. */
function scoreBand(best: readonly Score[]): string {
  const right = best.reduce((sum, score) => sum + score.right, 0)
  const of = best.reduce((sum, score) => sum + score.of, 0)
  if (!of) return ''
  const percent = 100 * right / of
  if (percent < 50) return '0 to 49%'
  return percent < DEFAULT_PASS_PERCENT ? `50 to ${DEFAULT_PASS_PERCENT - 1}%` : `${DEFAULT_PASS_PERCENT} to 100%`
}

function columnsFor(domains: readonly string[]): Cell[] {
  return [
    'Month started', 'Year started', 'Role group', 'Cohort', 'Status', 'Learning launched', 'Learning completed',
    ...domains.flatMap(domain => [`${domain} confidence`, `${domain} relevance`]),
    ...domains.flatMap(domain => [`${domain} confidence at first`, `${domain} confidence looking back`]),
    'Self-assessments', 'Quiz attempts', 'Score band', 'Guide',
  ]
}

function rowOf(person: Portrait, domains: readonly string[]): Cell[] {
  const {month, year, role, cohort, status, launched, completed, latest, first} = person
  return [
    month, year, role, cohort, status, launched, completed,
    ...domains.flatMap(domain => [latest.get(domain)?.now, latest.get(domain)?.needed].map(twoDecimals)),
    ...domains.flatMap(domain => [first.get(domain)?.now, latest.get(domain)?.before].map(twoDecimals)),
    person.sittings, person.attempts, person.scoreBand, person.guide,
  ]
}

function twoDecimals(mean: number | undefined): number | undefined {
  return mean === undefined ? undefined : Math.round(mean * 100) / 100
}

/** The details by which colleagues could tell who a person is, as one key. */
function groupKey({guide, year, month, role, cohort}: Portrait): string {
  return JSON.stringify([guide, year, month, role, cohort])
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** D2 before D10. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', {numeric: true}) || (a < b ? -1 : 1)
}

function byCells(a: readonly Cell[], b: readonly Cell[]): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
