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
  /** The gap of the first reason, in levels. */
  gap: number
  /** False when no statement names the module, and it is only of the same domain as the reasons. */
  isNamed: boolean
}

/** A statement that the role asks more of. */
export interface Reason {
  statement: RateStatement
  /** A level, or `unsure`. */
  now: Rating
  /** Always a level. */
  needed: Rating
}

/**
 * What "I am not sure" now counts as, where the role needs at least level 2: less than most gaps that a learner is sure
 * of, and enough for a first look.
 */
const UNSURE_GAP = 1
/** The share of a module that is of the domain and not on the list: less than any place on a list of nine. */
const DOMAIN_SHARE = 1 / 10

/**
 * The modules that most close the largest gaps.
 *
 * A statement's *gap* is needed less now where both are levels and now is lower; `UNSURE_GAP` for "I am not sure" now;
 * else nothing. Each gap is worth to a module
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
 * Left out: what is done; what is for another audience; and what only statements name that are not part of the role.
 *
 * @param modules - facts of the guide's modules, in the guide's order
 * @param audience - missing for any; a module for everyone fits every audience
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
    // A sort keeps the order of equals, so the guide's order settles what is left.
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

/** The modules that only statements name which the learner said are not part of the role. */
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

/** For each of the largest gaps, the first module on its list that is open to suggest. */
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
    // Sums of thirds and tenths differ by a hair in binary; equals must stay equal for the guide's order to decide.
    worth: Math.round(worth * 1e6),
  }
}

function worthOf({statement, now, size}: Gap, {id, stage}: ModuleFacts): number {
  const place = statement.suggest.indexOf(id)
  const share = place < 0 ? DOMAIN_SHARE : 1 / (place + 1)
  return size * share * 4 / (4 + Math.abs(stage - (isLevel(now) ? now : 1)))
}
