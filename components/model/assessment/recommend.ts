import {isLevel, isMyRole, statementsOf} from './assessment.js'
import type {Sitting} from './assessment.js'
import type {Framework} from '../guide/framework.js'
import type {ModuleFacts} from '../guide/module.js'
import type {ProgressIndex} from '../record/progress.js'
import {isDone, moduleProgress} from '../record/progress.js'
import type {RateStatement} from '../guide/question.js'
import type {RatedEvent, Rating} from '../record/record.js'

/** A module to do next, and why. Suggestions steer: they never open or close anything. */
export interface Suggestion {
  /** Id of the module. */
  module: string
  /** Largest gap first, then in the framework's order. There is always at least one. */
  reasons: Reason[]
  /** The largest gap, which is that of the first reason, in levels. */
  gap: number
  /** True when a statement names the module; false when it only belongs to the same domain as the reasons. */
  isNamed: boolean
}

/** A statement on which the role needs more than the learner has now. */
export interface Reason {
  statement: RateStatement
  /** Where the learner is: a level, or `unsure`. */
  now: Rating
  /** What the role needs: always a level. */
  needed: Rating
}

/**
 * The gap, in levels, that is assumed when the learner is not sure of their level and the role needs at least level 2. It is
 * smaller than most gaps that learners are sure of, and enough for a module to be suggested.
 */
const UNSURE_GAP = 1
/** The share of a module that has the statement's domain and is not on its list: less than that of any of nine on a list. */
const DOMAIN_SHARE = 1 / 10

/**
 * The modules that most close the largest gaps.
 *
 * A statement's *gap* is `needed` minus `now`, where both are levels and `now` is lower. It is `UNSURE_GAP` where `now` is
 * "I am not sure" and `needed` is above 1. Otherwise there is no gap. To a module, each gap is worth
 *
 *     gap x share x 4 / (4 + |stage - now|)
 *
 * where the share is 1, 1/2, 1/3 ... by the module's place on the statement's own list, or `DOMAIN_SHARE` when it is
 * of the same domain and not on the list. The last factor prefers the stage that fits: stage 1 (getting started) for
 * level 1, and so on; "I am not sure" counts as level 1. It is weak: of one list, the first place always beats the
 * second.
 *
 * Order: first the modules that stand first on the lists of the statements with the largest gap; then the others that
 * a statement with a gap names; then those of the same domain only. Inside each, the highest worth first, then the
 * guide's own order. The first rule is what makes the list follow the answers: when the largest gaps call for other
 * modules, the list begins with other modules, whatever the smaller gaps add up to.
 *
 * Left out are modules that are done, modules for another audience, and modules that are named only by statements which are
 * not part of the learner's role.
 *
 * @param modules - facts of the guide's modules, in the guide's order
 * @param audience - missing for any audience; a module for everyone fits every audience
 * @param limit - at most so many
 */
export function recommend({framework, sitting, modules, index, audience, limit = 5}: {
  framework: Framework
  sitting: Sitting
  modules: readonly ModuleFacts[]
  index: ProgressIndex
  audience?: string
  limit?: number
}): Suggestion[] {
  const statements = statementsOf(framework, sitting)
  const gaps = statements.flatMap(statement => gapAt(statement, sitting.ratings.get(statement.id)) ?? [])
  const outside = outsideRole(statements, sitting)
  const open = modules.filter(module =>
    fits(module, audience) && !outside.has(module.id) && !isDone(moduleProgress(module, index).status))
  const first = firstForLargest(gaps, new Set(open.map(({id}) => id)))
  return open
    .flatMap(module => candidateOf(module, gaps, first) ?? [])
    // Sorting keeps the order of equals, so modules of equal worth stay in the guide's order.
    .sort((a, b) => a.tier - b.tier || b.worth - a.worth)
    .slice(0, limit)
    .map(({suggestion}) => suggestion)
}

interface Gap extends Reason { size: number; domain: string }

interface Candidate { suggestion: Suggestion; tier: 0 | 1 | 2; worth: number }

function gapAt(statement: RateStatement, rating: RatedEvent | undefined): Gap | undefined {
  if (!rating || !isLevel(rating.needed)) return undefined
  const {now, needed} = rating
  const size = isLevel(now) ? needed - now : now === 'unsure' && needed > 1 ? UNSURE_GAP : 0
  return size > 0 ? {statement, now, needed, size, domain: statement.domain} : undefined
}

/** Modules named by statements that the learner said are not part of the role, and by no statement that is. */
function outsideRole(statements: readonly RateStatement[], {ratings}: Sitting): Set<string> {
  const inside = new Set<string>()
  const outside = new Set<string>()
  for (const {id, suggest} of statements) {
    const rating = ratings.get(id)
    if (!rating) continue
    for (const module of suggest) (isMyRole(rating) ? inside : outside).add(module)
  }
  for (const module of inside) outside.delete(module)
  return outside
}

function fits({audience: fitted}: ModuleFacts, audience: string | undefined): boolean {
  return audience === undefined || fitted.includes(audience) || fitted.includes('everyone')
}

/** For each statement with the largest gap, the first module on its list that may be suggested. */
function firstForLargest(gaps: readonly Gap[], open: ReadonlySet<string>): Set<string> {
  const largest = Math.max(...gaps.map(({size}) => size))
  return new Set(gaps
    .filter(({size}) => size === largest)
    .flatMap(({statement}) => statement.suggest.find(id => open.has(id)) ?? []))
}

function candidateOf(module: ModuleFacts, gaps: readonly Gap[], first: ReadonlySet<string>): Candidate | undefined {
  const naming = gaps.filter(({statement}) => statement.suggest.includes(module.id))
  const near = gaps.filter(gap => !naming.includes(gap) && module.domains.includes(gap.domain))
  const isNamed = naming.length > 0
  const because = [...isNamed ? naming : near].sort((a, b) => b.size - a.size)
  if (!because[0]) return undefined
  const worth = [...naming, ...near].reduce((sum, gap) => sum + worthOf(gap, module), 0)
  return {
    suggestion: {
      module: module.id,
      reasons: because.map(({statement, now, needed}) => ({statement, now, needed})),
      gap: because[0].size,
      isNamed,
    },
    tier: first.has(module.id) ? 0 : isNamed ? 1 : 2,
    // Rounded, because sums of thirds and tenths differ by a hair in binary, and equals must be equal for the guide's order.
    worth: Math.round(worth * 1e6),
  }
}

function worthOf({statement, now, size}: Gap, {id, stage}: ModuleFacts): number {
  const place = statement.suggest.indexOf(id)
  const share = place < 0 ? DOMAIN_SHARE : 1 / (place + 1)
  return size * share * 4 / (4 + Math.abs(stage - (isLevel(now) ? now : 1)))
}
