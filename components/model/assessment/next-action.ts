import {monthsLater} from '../formats/days.js'
import type {Framework} from '../guide/framework.js'
import type {ModuleFacts} from '../guide/module.js'
import type {Pathway} from '../guide/pathway.js'
import type {GuideManifest} from '../pack/files.js'
import {isDone, moduleProgress, pathwayProgress, progressIndex, type ProgressIndex} from '../record/progress.js'
import {clockTime, type LearnerEvent} from '../record/record.js'
import {sittings, type Sitting} from './assessment.js'
import {recommend, type Reason} from './recommend.js'

/**
 * The one thing to do next, and why.
 *
 * - `newcomer`: the record says nothing of what is in this guide.
 * - `sitting`: a self-assessment was begun: `rated` of its `of` statements have an answer.
 * - `module`: one that was begun, or was not passed.
 * - `suggestion`: what the ratings call for, or what everyone should know first.
 * - `pathway`: the next module of the pathway under way; without a pathway, the guide's next one.
 * - `rate`: time to rate oneself: again, or for the first time.
 * - `all-done`: every module is done, and it is not time yet to rate again.
 */
export type NextAction =
  | {kind: 'newcomer'}
  | {kind: 'sitting'; rated: number; of: number}
  | {kind: 'module'; module: string; status: 'started' | 'not-passed'}
  | {kind: 'suggestion'; module: string; reasons: Reason[]}
  | {kind: 'pathway'; module: string; pathway?: string}
  | {kind: 'rate'; last?: string}
  | {kind: 'all-done'}

/** What the learner has behind them, and when to rate again. Days are as `2026-11-30`, by the clock of the device. */
export interface SoFar {
  /** How many modules are done. */
  done: number
  of: number
  /** The day when the newest self-assessment was finished; missing when none was. */
  rated?: string
  /** The day from which it is worth doing again. */
  rateAgain?: string
}

/** What is decided from. */
export interface Learner {
  /** Self-assessment is by the first of its frameworks, as in the guide's own page for it. */
  manifest: Pick<GuideManifest, 'modules' | 'pathways' | 'frameworks'>
  events: readonly LearnerEvent[]
}

/**
 * After so many months it is time to rate oneself again. Six is what the teams of a canvas are offered for their next
 * review, too: long enough for a change to show, and short enough to remember what was meant.
 */
export const RATE_AGAIN_MONTHS = 6

/**
 * The first of these that there is:
 *
 * 1. for somebody new: a choice of ways in
 * 2. what is open: the self-assessment or module that was worked on last
 * 3. to rate again, when it is time: what the old ratings call for may be out of date
 * 4. what the newest finished self-assessment calls for
 * 5. the next module of the pathway worked on last
 * 6. what everyone should know, whatever they say of themselves
 * 7. to rate oneself for the first time
 * 8. the first module that is not done
 *
 * What is no longer in the guide is left out of account, and so is what the record says of it.
 *
 * @param today - `2026-11-30`
 * @param framework - the first one with its statements. Without it, ratings call for nothing
 */
export function nextAction({manifest, events, today, framework}: Learner & {today: string; framework?: Framework}): NextAction {
  const {modules, pathways} = manifest
  const index = progressIndex(events)
  const own = sittingsOf({manifest, events})
  if (!own.length && !modules.some(({id}) => index.modules.has(id))) return {kind: 'newcomer'}
  const open = newest([...openModules(modules, index), ...openSittings(manifest, own)])
  if (open) return open.action
  const sitting = own.filter(({finished}) => finished).at(-1)
  const {rateAgain, rated} = soFar({manifest, events})
  if (rateAgain && rateAgain <= today) return {kind: 'rate', last: rated}
  const suggested = (ratings: {framework?: Framework; sitting?: Sitting}) =>
    recommend({...ratings, modules, index, limit: 1}).map((first): NextAction => ({kind: 'suggestion', ...first}))[0]
  const next = modules.find(module => !isDone(moduleProgress(module, index).status))
  return (sitting && framework && suggested({framework, sitting}))
    ?? newest(pathways.flatMap(pathway => pathwayUnderWay(pathway, modules, index) ?? []))?.action
    ?? suggested({})
    ?? (manifest.frameworks.length && !sitting ? {kind: 'rate'} : next ? {kind: 'pathway', module: next.id} : {kind: 'all-done'})
}

/** What to show beside the next action. */
export function soFar({manifest, events}: Learner): SoFar {
  const index = progressIndex(events)
  const finished = sittingsOf({manifest, events}).filter(sitting => sitting.finished).at(-1)?.finished
  const rated = finished && clockTime(finished).slice(0, 10)
  return {
    done: manifest.modules.filter(module => isDone(moduleProgress(module, index).status)).length,
    of: manifest.modules.length,
    ...rated && {rated, rateAgain: monthsLater(rated, RATE_AGAIN_MONTHS)},
  }
}

/** Something to do, and when it was last worked on. */
interface Dated { action: NextAction; at: string }

function newest(all: readonly Dated[]): Dated | undefined {
  return all.reduce<Dated | undefined>((a, b) => a && a.at >= b.at ? a : b, undefined)
}

function sittingsOf({manifest: {frameworks: [framework]}, events}: Learner): Sitting[] {
  return framework ? sittings(framework.id, events) : []
}

function openModules(modules: readonly ModuleFacts[], index: ProgressIndex): Dated[] {
  return modules.flatMap(module => {
    const {status, last = ''} = moduleProgress(module, index)
    return status === 'started' || status === 'not-passed' ? {action: {kind: 'module', module: module.id, status}, at: last} : []
  })
}

/** Only the newest can be gone on with, and only when the framework still has something of what it asks. */
function openSittings({frameworks: [framework]}: Learner['manifest'], own: readonly Sitting[]): Dated[] {
  const sitting = own.at(-1)
  if (!framework || !sitting || sitting.finished) return []
  const asked = framework.domains.filter(({id}) => sitting.domains.includes(id))
  const of = asked.reduce((sum, {statements}) => sum + statements, 0)
  const ratings = [...sitting.ratings.values()].filter(({domain}) => asked.some(({id}) => id === domain))
  const at = ratings.reduce((last, rating) => rating.at > last ? rating.at : last, sitting.at)
  return of ? [{action: {kind: 'sitting', rated: Math.min(ratings.length, of), of}, at}] : []
}

function pathwayUnderWay(pathway: Pathway, modules: readonly ModuleFacts[], index: ProgressIndex): Dated | undefined {
  const own = new Map(modules.map(module => [module.id, module]))
  const {done, next} = pathwayProgress(pathway, own, index)
  const at = pathway.modules.reduce((last, id) => {
    const {last: its = ''} = own.has(id) ? index.modules.get(id) ?? {} : {}
    return its > last ? its : last
  }, '')
  return done && next ? {action: {kind: 'pathway', module: next, pathway: pathway.id}, at} : undefined
}
