import {plainText} from '../guide/document.js'
import type {Domain, Framework} from '../guide/framework.js'
import type {RateStatement} from '../guide/question.js'
import {countOfWords, WORDS_PER_MINUTE} from '../guide/reading-time.js'
import type {AssessedEvent, BeganEvent, LearnerEvent, RatedEvent, Rating} from '../record/record.js'
import {byTime} from '../log/entries.js'
import {clockTime} from '../record/record.js'

/**
 * Self-assessment: each statement is rated twice, where the learner is now and what the role needs. The result is the
 * mean of each of the two ratings by domain, and the gap between them. There is no total, no pass mark and no
 * comparison with other people. A statement that has left the framework stays in the record and counts for nothing here: see
 * `goneRatings`.
 *
 * A sitting can begin with the short form, one statement a domain, and go deeper in some domains: it stays one sitting.
 */

/** To choose between levels once they are read, and to go on; our estimate. */
const SECONDS_A_CHOICE = 5

/** One self-assessment, from its beginning to its end. */
export interface Sitting {
  id: string
  /** Id of the framework. */
  framework: string
  /** Ids of the domains to be rated: all that the framework had then, or some of them. */
  domains: string[]
  /** For a sitting that began with the short form: what of its domains is rated. Missing where all of them is. */
  scope?: Scope
  /** When it began, in the order of the record. */
  at: string
  /** When it began, by the clock. */
  date: string
  edition: string
  /** True when it also asks where the learner stood before. */
  looksBack: boolean
  /** The newest rating of each statement, by the statement's id. */
  ratings: ReadonlyMap<string, RatedEvent>
  /** The event of when it was first finished; missing while it is open. Ratings may still be changed afterwards. */
  finished?: AssessedEvent
  /** True when more statements were added after it was last finished. */
  isDeepened?: true
}

/** Of which domains all statements are rated, and which statements beside. Both are ids. */
export interface Scope { whole: string[]; statements: string[] }

/**
 * Means from 1 to 5, not rounded, over the statements where both ratings are levels: so the gap is always the difference
 * of the two figures beside it, as a reader expects. All are missing when there is no such statement.
 */
export interface Means {
  now?: number
  /** What the role needs. */
  needed?: number
  /** `needed` less `now`; under 0 when now is above what is needed. */
  gap?: number
  /** Where the learner stood before, as they see it looking back: over the statements that were asked this too. */
  before?: number
}

/**
 * What is known of one side alone: means from 1 to 5 over the statements of the role where the other side is "I am not sure". A
 * learner who knows where they are need not know what their role needs, nor the other way about; there is no gap between these.
 */
export type OneSided = Pick<Means, 'now' | 'needed' | 'before'>

/** The result for one domain. */
export interface DomainProfile extends Means {
  /** Id of the domain. */
  domain: string
  /** How many of its statements have a rating of any kind. */
  rated: number
  /** How many statements it has. */
  of: number
  /** How many have "I am not sure" for now or for needed. Statements that are not part of the role are not counted. */
  unsure: number
  /** How many are not part of the role. */
  notMyRole: number
}

/** Two means over the same statements. */
export interface Shift { from: number; to: number }

/** What is different in one domain. Each shift compares only the statements that have levels on both occasions. */
export interface DomainChange {
  /** Id of the domain. */
  domain: string
  now?: Shift
  needed?: Shift
  gap?: Shift
  /** How many statements `now` compares. */
  compared: number
  /** Ids of the statements rated on both occasions whose words were changed in between. */
  reworded: string[]
}

/**
 * The self-assessments by one framework, oldest first. The order of `events` does not matter.
 *
 * @param framework - its id
 */
export function sittings(framework: string, events: readonly LearnerEvent[]): Sitting[] {
  const traces = new Map<string, Trace>()
  const traceOf = (id: string): Trace => {
    const trace = traces.get(id) ?? {began: [], ratings: new Map(), assessed: []}
    traces.set(id, trace)
    return trace
  }
  for (const event of events) {
    if (event.type === 'began' && event.about === framework) {
      traceOf(event.assessment).began.push(event)
    } else if (event.type === 'rated' && event.framework === framework) {
      const {ratings} = traceOf(event.assessment)
      const held = ratings.get(event.about)
      if (!held || byTime(event, held) > 0) ratings.set(event.about, event)
    } else if (event.type === 'assessed' && event.about === framework) {
      traceOf(event.assessment).assessed.push(event)
    }
  }
  return [...traces].flatMap(([id, trace]) => sittingOf(id, framework, trace) ?? []).sort(byBeginning)
}

/**
 * The self-assessment that the learner can go on with: the newest, if it is not finished, or was added to since.
 *
 * @param framework - its id
 */
export function openSitting(framework: string, events: readonly LearnerEvent[]): Sitting | undefined {
  const newest = sittings(framework, events).at(-1)
  return newest?.finished && !newest.isDeepened ? undefined : newest
}

/** The statements to rate, in the framework's order. */
export function statementsOf(framework: Framework, sitting: Pick<Sitting, 'domains' | 'scope'>): RateStatement[] {
  const {scope} = sitting
  return domainsOf(framework, sitting).flatMap(({id, statements}) =>
    !scope || scope.whole.includes(id) ? statements : statements.filter(({id}) => scope.statements.includes(id)))
}

/** The statements of the short form: of each domain, the one that speaks for it. */
export function shortForm({domains}: Pick<Framework, 'domains'>): RateStatement[] {
  return domains.flatMap(({first, statements}) => statements.find(({id}) => id === first) ?? statements[0] ?? [])
}

/**
 * How long it takes to rate some statements: to read each with its levels, and once what a role can need, and to choose.
 *
 * @param asks - how often each is rated
 * @returns whole minutes, at least 1
 */
export function minutesToRate({needed = []}: Pick<Framework, 'needed'>, statements: readonly RateStatement[], asks = 2): number {
  const texts = statements.flatMap(({prompt, body, levels}) => [prompt, body, ...levels].map(textOf))
  const words = [...texts, ...needed].reduce((sum, text) => sum + countOfWords(text), 0)
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + statements.length * asks * SECONDS_A_CHOICE / 60))
}

/** What cannot be read costs a screen that part of it, and not the screen. */
function textOf(nodes: Parameters<typeof plainText>[0]): string {
  try {
    return plainText(nodes)
  } catch {
    return ''
  }
}

/** The domains of a sitting that have statements it does not ask, in the framework's order. */
export function shallowDomains(framework: Framework, sitting: Pick<Sitting, 'domains' | 'scope'>): Domain[] {
  const asked = new Set(statementsOf(framework, sitting))
  return framework.domains.filter(({statements}) => statements.some(statement => !asked.has(statement)))
}

/** The result by domain, in the framework's order: the domains of this sitting that the framework still has. */
export function profileOf(framework: Framework, sitting: Sitting): DomainProfile[] {
  return domainsOf(framework, sitting).map(({id, statements}) => {
    const ratings = ratingsOf(statements, sitting)
    const own = ratings.filter(isMyRole)
    return {
      domain: id,
      ...meansOf(ratings),
      rated: ratings.length,
      of: statements.length,
      unsure: own.filter(({now, needed}) => now === 'unsure' || needed === 'unsure').length,
      notMyRole: ratings.length - own.length,
    }
  })
}

/** What was rated and is no longer in the framework, in the order of the ratings. It is counted in no profile. */
export function goneRatings(framework: Pick<Framework, 'domains'>, {ratings}: Pick<Sitting, 'ratings'>): RatedEvent[] {
  const known = new Set(framework.domains.flatMap(({statements}) => statements.map(({id}) => id)))
  return [...ratings.values()].filter(({about}) => !known.has(about)).sort(byTime)
}

/** The means of some ratings, such as those of one domain. */
export function meansOf(ratings: readonly RatedEvent[]): Means {
  const counted = ratings.filter(({now, needed}) => isLevel(now) && isLevel(needed))
  if (!counted.length) return {}
  const now = mean(counted.flatMap(rating => level(rating.now) ?? []))
  const needed = mean(counted.flatMap(rating => level(rating.needed) ?? []))
  const before = counted.flatMap(rating => level(rating.before) ?? [])
  return {now, needed, gap: needed - now, ...(before.length && {before: mean(before)})}
}

/** What some ratings say of one side alone. `before` is of the same statements as `now`. */
export function oneSidedOf(ratings: readonly RatedEvent[]): OneSided {
  const ofNow = ratings.filter(({now, needed}) => isLevel(now) && needed === 'unsure')
  const ofNeeded = ratings.filter(({now, needed}) => now === 'unsure' && isLevel(needed))
  const sides: [keyof OneSided, number[]][] = [
    ['now', ofNow.flatMap(({now}) => level(now) ?? [])], ['needed', ofNeeded.flatMap(({needed}) => level(needed) ?? [])],
    ['before', ofNow.flatMap(({before}) => level(before) ?? [])],
  ]
  return Object.fromEntries(sides.flatMap(([side, levels]) => levels.length ? [[side, mean(levels)]] : []))
}

/** The ratings of one domain, in the framework's order. */
export function ratingsIn({domains}: Pick<Framework, 'domains'>, sitting: Pick<Sitting, 'ratings'>, domain: string): RatedEvent[] {
  return ratingsOf(domains.find(({id}) => id === domain)?.statements ?? [], sitting)
}

/** What is different between two sittings, by domain, for the domains that both have. */
export function changeBetween(framework: Framework, earlier: Sitting, later: Sitting): DomainChange[] {
  return domainsOf(framework, later).filter(({id}) => earlier.domains.includes(id)).map(({id, statements}) => {
    const pairs = statements.flatMap(statement => {
      const from = earlier.ratings.get(statement.id)
      const to = later.ratings.get(statement.id)
      return from && to ? {from, to} : []
    })
    const own = pairs.filter(({from, to}) => isMyRole(from) && isMyRole(to))
    return changeOf(id, own, pairs.filter(({from, to}) => from.hash !== to.hash).map(({to}) => to.about))
  })
}

/**
 * What is different, by the learner's own view, between before and now: both asked in one sitting. People who have learned
 * what they did not know rate their past self lower than they did at the time.
 */
export function changeLookingBack(framework: Framework, sitting: Sitting): DomainChange[] {
  return domainsOf(framework, sitting).map(({id, statements}) => {
    const own = ratingsOf(statements, sitting).filter(isMyRole)
    const pairs = own.flatMap(to => to.before === undefined ? [] : {from: {...to, now: to.before}, to})
    return changeOf(id, pairs, [])
  })
}

/** What a level of a statement is called: the framework's name for it, or else the statement's own words without a full stop. */
export function levelWords({levels}: Pick<Framework, 'levels'>, statement: RateStatement, level: number): string {
  return levels?.[level - 1] ?? plainText(statement.levels[level - 1] ?? []).trim().replace(/\.$/, '')
}

/** A figure with one decimal, for display only. Halves are rounded away from zero, and it is never "-0.0". */
export function oneDecimal(value: number): string {
  // In binary, decimals can be a hair below a half (1.15 is stored as a little less), so a hair is added before rounding.
  const tenths = Math.round(Math.abs(value) * 10 + 1e-9)
  return ((value < 0 && tenths > 0 ? -tenths : tenths) / 10).toFixed(1)
}

/** True for 1 to 5: neither "I am not sure" nor "not part of my role". */
export function isLevel(rating: Rating | undefined): rating is 1 | 2 | 3 | 4 | 5 {
  return typeof rating === 'number'
}

/** False when either of the two says that the statement is not part of the role. */
export function isMyRole({now, needed}: Pick<RatedEvent, 'now' | 'needed'>): boolean {
  return now !== 'not-my-role' && needed !== 'not-my-role'
}

interface Trace { began: BeganEvent[]; ratings: Map<string, RatedEvent>; assessed: AssessedEvent[] }

interface Pair { from: RatedEvent; to: RatedEvent }

function sittingOf(id: string, framework: string, trace: Trace): Sitting | undefined {
  const {ratings} = trace
  const all = [...trace.began].sort(byTime)
  const [began] = all
  const [finished, ...again] = [...trace.assessed].sort(byTime)
  const first = began ?? [...ratings.values()].sort(byTime)[0]
  if (!first) return undefined
  const sitting: Sitting = {
    id,
    framework,
    // The event of the beginning may be missing, from a damaged or partial record. The answers must count all the same.
    domains: [...new Set(began ? all.flatMap(({domains}) => domains)
      : [...ratings.values()].sort(byTime).map(({domain}) => domain))],
    at: first.at,
    date: clockTime(first),
    edition: first.edition,
    looksBack: began ? began.looksBack === true : [...ratings.values()].some(({before}) => before !== undefined),
    ratings,
  }
  if (all.some(({statements}) => statements)) sitting.scope = scopeOf(all)
  if (finished) {
    sitting.finished = finished
    if (all.length > 1 && byTime(all.at(-1)!, again.at(-1) ?? finished) > 0) sitting.isDeepened = true
  }
  return sitting
}

function scopeOf(all: readonly BeganEvent[]): Scope {
  return {
    whole: all.flatMap(({domains, statements}) => statements ? [] : domains),
    statements: all.flatMap(({statements}) => statements ?? []),
  }
}

function byBeginning(a: Sitting, b: Sitting): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1
}

function domainsOf(framework: Framework, {domains}: Pick<Sitting, 'domains'>): Domain[] {
  return framework.domains.filter(({id}) => domains.includes(id))
}

function ratingsOf(statements: readonly RateStatement[], sitting: Pick<Sitting, 'ratings'>): RatedEvent[] {
  return statements.flatMap(({id}) => sitting.ratings.get(id) ?? [])
}

function changeOf(domain: string, pairs: readonly Pair[], reworded: string[]): DomainChange {
  const now = levelsOf(pairs, rating => level(rating.now))
  const needed = levelsOf(pairs, rating => level(rating.needed))
  const gap = levelsOf(pairs, gapOf)
  const change: DomainChange = {domain, compared: now.length, reworded}
  if (now.length) change.now = shift(now)
  if (needed.length) change.needed = shift(needed)
  if (gap.length) change.gap = shift(gap)
  return change
}

/** The figures of each pair of ratings, for the pairs where both have one. */
function levelsOf(pairs: readonly Pair[], figure: (rating: RatedEvent) => number | undefined): Shift[] {
  return pairs.flatMap(pair => {
    const from = figure(pair.from)
    const to = figure(pair.to)
    return from === undefined || to === undefined ? [] : {from, to}
  })
}

function shift(shifts: readonly Shift[]): Shift {
  return {from: mean(shifts.map(({from}) => from)), to: mean(shifts.map(({to}) => to))}
}

function level(rating: Rating | undefined): number | undefined {
  return isLevel(rating) ? rating : undefined
}

function gapOf({now, needed}: RatedEvent): number | undefined {
  return isLevel(now) && isLevel(needed) ? needed - now : undefined
}

/** @param figures - at least one */
function mean(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length
}
