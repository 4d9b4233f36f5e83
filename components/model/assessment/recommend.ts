import {isLevel, isMyRole, statementsOf} from './assessment.js'
import type {Sitting} from './assessment.js'
import {byTime} from '../log/entries.js'
import type {Framework} from '../guide/framework.js'
import type {ModuleFacts} from '../guide/module.js'
import {isSafety} from '../guide/review.js'
import type {ProgressIndex} from '../record/progress.js'
import {isDone, moduleProgress} from '../record/progress.js'
import type {RateStatement} from '../guide/question.js'
import type {AnsweredEvent, RatedEvent, Rating} from '../record/record.js'

/**
 * What to learn next, as a good mentor would say it:
 *
 * 1. You were certain and wrong? Put that right first, as you act on what you are certain of. Then finish what you did not pass.
 * 2. Where does your role need most that you cannot do yet? Begin with the module that the statement names first. Where several
 *    gaps are as large: if you have not done it before, begin at the beginning; then what is made for people like you; then
 *    what fits where you are, rather a step up than a step back.
 * 3. You are not sure where you are? That is a small gap, as far as anybody knows. Begin with the short check of the module.
 *    You know where you are, and not what your role needs? Begin where you are lowest.
 * 4. You have rated nothing yet? Begin with the modules that are for beginners.
 * 5. In between, so that they do not wait until every gap is closed: what is made for your audience, and what everyone
 *    must know and you have not passed, whatever you say of yourself.
 * 6. You can do it all on your own, and your role needs no more, as far as you know? Help others to.
 *
 * So the list takes turns: a need, what is for your audience, a need, what everyone must know. What is done is left out at the
 * very end, which makes sure that to do a module moves no other one.
 */
const TURNS = ['need', 'audience', 'need', 'safety', 'ready'] as const

/** A module to do next, and why. Suggestions steer: they never open or close anything. */
export interface Suggestion {
  /** Id of the module. */
  module: string
  /** The most telling first; of gaps, the largest, then in the framework's order. There is always at least one. */
  reasons: Reason[]
}

/** Why a module is suggested. Each is true by itself. */
export type Reason =
  /** The role needs more than the learner can do now. */
  | {kind: 'gap'; statement: RateStatement; now: Exclude<Rating, string>; needed: Exclude<Rating, string>}
  /** The learner is not sure where they are, or (at level 1 or 2) what the role needs. */
  | {kind: 'unsure'; statement: RateStatement; now: Rating; needed: Rating}
  /** An attempt at its questions ended, and none was passed. */
  | {kind: 'not-passed'}
  /** Ids of the questions that the learner was certain of, and did not get right when last asked; last asked first. */
  | {kind: 'sure-and-wrong'; questions: string[]}
  /** Everyone must know it. */
  | {kind: 'safety'}
  /** It is made for this audience. */
  | {kind: 'audience'; audience: string}
  /** It is for beginners, and so is the learner, as far as anybody knows. */
  | {kind: 'beginning'}
  /** The learner can do it all on their own, and the role needs no more, as far as they know: it is about supporting others. */
  | {kind: 'ready'}

/** The size, in levels, of a gap that nobody knows, from level 1: smaller than most gaps that learners are sure of. */
const UNSURE_GAP = 1
/** The level from which on somebody can do a thing on their own, also when it is new. */
const ON_MY_OWN = 4
/** Stage of the modules for beginners, and of those about supporting others. */
const BEGINNING = 1
const SUPPORTING = 4
/** Stands for "after all others" where places are counted. */
const LAST = 99

/**
 * The modules to suggest, best first; the rule is at the top of this file. The order of events does not matter, and that of
 * `modules` only settles ties.
 *
 * Left out are modules that are done, modules for another audience, and modules that are named only by statements which are
 * not part of the learner's role, unless everyone must know them.
 *
 * @param sitting - the ratings to go by, together with their `framework`; without both, there are none
 * @param modules - facts of the guide's modules, in the guide's order
 * @param audience - missing where nobody knows: then what is for everyone comes before what is for some
 * @param limit - at most so many
 */
export function recommend({framework, sitting, modules, index, audience, limit = 5}: {
  framework?: Framework
  sitting?: Sitting
  modules: readonly ModuleFacts[]
  index: ProgressIndex
  audience?: string
  limit?: number
}): Suggestion[] {
  const rated = framework && sitting ? ratedIn(framework, sitting) : []
  const learner: Standing = {audience, rated, needs: rated.flatMap(needIn), isReady: isReady(rated), outside: outsideRole(rated)}
  const candidates = modules.filter(module => fits(module, audience)).map(module => candidateOf(module, learner, index))
  // Sorting keeps the order of equals: here and everywhere below, so that equals stay in the guide's order.
  return [...new Set([...inTurns(candidates), ...candidates])]
    .filter(({suggestion, isOver}) => suggestion.reasons.length && !isOver)
    .sort((a, b) => a.urgency - b.urgency)
    .slice(0, limit)
    .map(({suggestion}) => suggestion)
}

/** What the answers of a learner come to. */
interface Standing {
  audience: string | undefined
  rated: readonly Rated[]
  needs: readonly Wanted[]
  isReady: boolean
  /** Ids of modules that are not part of the role. */
  outside: ReadonlySet<string>
}

interface Rated { statement: RateStatement; rating: RatedEvent }

/** A gap of so many levels, and where the learner is: 1 where nobody knows. */
interface Wanted { size: number; now: number; statement: RateStatement; reason: Reason }

interface Candidate {
  suggestion: Suggestion
  /** Its place among those of each turn, where it has one: the smaller figure comes first, and the next one settles ties. */
  turns: Partial<Record<typeof TURNS[number], number[]>>
  /** 0 for what comes before all turns, then 1. Of all others 2. */
  urgency: number
  isOver: boolean
}

function ratedIn(framework: Framework, sitting: Sitting): Rated[] {
  return statementsOf(framework, sitting).flatMap(statement => {
    const rating = sitting.ratings.get(statement.id)
    return rating ? {statement, rating} : []
  })
}

function needIn({statement, rating}: Rated): Wanted | [] {
  const {now, needed} = rating
  if (!isMyRole(rating)) return []
  if (isLevel(now) && isLevel(needed)) {
    return needed > now ? {size: needed - now, now, statement, reason: {kind: 'gap', statement, now, needed}} : []
  }
  // Who is well on the way needs no check of what their role needs, and a role that needs level 1 needs nothing.
  const isOpen = isLevel(now) ? now < 3 : needed !== 1
  const at = isLevel(now) ? now : 1
  return isOpen ? {size: UNSURE_GAP / at, now: at, statement, reason: {kind: 'unsure', statement, now, needed}} : []
}

function isReady(rated: readonly Rated[]): boolean {
  const own = rated.filter(({rating}) => isMyRole(rating))
  return own.length > 0 && own.every(({rating: {now}}) => isLevel(now) && now >= ON_MY_OWN) && !own.flatMap(needIn).length
}

/** Modules named by statements that the learner said are not part of the role, and by no statement that is. */
function outsideRole(rated: readonly Rated[]): Set<string> {
  const named = (isMine: boolean) =>
    rated.filter(({rating}) => isMyRole(rating) === isMine).flatMap(({statement}) => statement.suggest)
  const inside = new Set(named(true))
  return new Set(named(false).filter(module => !inside.has(module)))
}

function fits({audience: fitted}: ModuleFacts, audience: string | undefined): boolean {
  return audience === undefined || fitted.includes(audience) || fitted.includes('everyone')
}

function candidateOf(module: ModuleFacts, learner: Standing, index: ProgressIndex): Candidate {
  const {audience, rated, isReady} = learner
  const {id, stage} = module
  const isMine = !learner.outside.has(id)
  const naming = isMine ? learner.needs.filter(({statement}) => statement.suggest.includes(id)) : []
  const near = isMine && !naming.length ? learner.needs.filter(({statement}) => module.domains.includes(statement.domain)) : []
  const needs = [...naming, ...near].sort((a, b) => b.size - a.size)
  const closeness = closenessOf(module, audience)
  const isForThem = closeness < LAST || module.audience.includes('everyone')
  const begins = isMine && isForThem && stage === BEGINNING && (rated.length ? naming.some(({now}) => now === 1) : true)
  const turns: Candidate['turns'] = {}
  const places = needs.map(need => placeOf(need, module, closeness))
  if (places.length) turns.need = places.sort(byFigures)[0]
  else if (begins) turns.need = []
  const reasons = needs.map(({reason}) => reason)
  if (audience !== undefined && audience !== 'everyone' && isMine && closeness < LAST) {
    turns.audience = [closeness]
    reasons.push({kind: 'audience', audience})
  }
  if (module.hasMustKnow && isSafety(module) && isForThem) {
    turns.safety = [stage]
    reasons.push({kind: 'safety'})
  }
  if (begins) reasons.push({kind: 'beginning'})
  if (isReady && isMine && stage === SUPPORTING && isForThem) {
    turns.ready = []
    reasons.push({kind: 'ready'})
  }
  const {status} = moduleProgress(module, index)
  const questions = sureAndWrong(id, index)
  if (status === 'not-passed') reasons.unshift({kind: 'not-passed'})
  if (questions.length) reasons.unshift({kind: 'sure-and-wrong', questions})
  return {
    suggestion: {module: id, reasons},
    turns,
    urgency: questions.length ? 0 : status === 'not-passed' ? 1 : 2,
    isOver: isDone(status),
  }
}

/** How far a module is from being made for an audience alone: how many others it names, or `LAST` where it does not name it. */
function closenessOf({audience: fitted}: ModuleFacts, audience = 'everyone'): number {
  if (!fitted.includes(audience)) return LAST
  return audience === 'everyone' ? 0 : fitted.filter(other => other !== audience && other !== 'everyone').length
}

/** Point 2 of the rule, as figures. */
function placeOf({size, now, statement}: Wanted, {id, stage}: ModuleFacts, closeness: number): number[] {
  const place = statement.suggest.indexOf(id)
  const worth = [place < 0 ? 1 : 0, -size, place]
  return now === 1 && stage === BEGINNING ? [...worth, 0] : [...worth, 1, closeness, stage < now ? LAST - stage : stage - now]
}

/** The questions that the learner was certain of and did not get right, when they were last asked. */
function sureAndWrong(module: string, index: ProgressIndex): string[] {
  const newest = new Map<string, AnsweredEvent>()
  for (const {answers} of index.modules.get(module)?.attempts.values() ?? []) {
    for (const [id, answer] of answers) {
      const held = newest.get(id)
      if (!held || byTime(answer, held) > 0) newest.set(id, answer)
    }
  }
  return [...newest.values()].filter(({right, sure}) => !right && sure === 3).sort(byTime).reverse().map(({about}) => about)
}

/** The candidates that have a turn, turn by turn. */
function inTurns(candidates: readonly Candidate[]): Set<Candidate> {
  const taken = new Set<Candidate>()
  const queues = TURNS.map(turn => candidates
    .flatMap(candidate => candidate.turns[turn] ? {candidate, place: candidate.turns[turn]} : [])
    .sort((a, b) => byFigures(a.place, b.place)))
  for (let before = -1; before < taken.size;) {
    before = taken.size
    for (const queue of queues) {
      const next = queue.find(({candidate}) => !taken.has(candidate))
      if (next) taken.add(next.candidate)
    }
  }
  return taken
}

function byFigures(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((figure, i) => figure !== b[i])
  return differs < 0 ? 0 : a[differs]! - (b[differs] ?? LAST)
}
