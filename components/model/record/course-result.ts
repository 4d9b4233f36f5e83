import type {ModuleFacts} from '../guide/module.js'
import {isDone, moduleProgress, type ModuleStatus, type ProgressIndex} from './progress.js'

/**
 * - `incomplete`: there is a module that is not done here. What learners say of elsewhere, a course cannot speak for.
 * - `failed`: every module came to an end, and at least one was not passed: only where `NotPassed` says so.
 * - `passed`: every module is done, and there were questions.
 * - `completed`: every module is done, and none had questions.
 */
export type CourseStatus = 'incomplete' | 'failed' | 'passed' | 'completed'

/**
 * What a course is whose modules all came to an end, but not all passed. Learners can try again as often as they like, so that
 * is how it stands so far. Learning systems take `failed` for the end: some open the course only for looking at it from then
 * on, others forget what was done in it.
 */
export type NotPassed = Extract<CourseStatus, 'incomplete' | 'failed'>

export interface CourseResult {
  status: CourseStatus
  /**
   * Whole percent, rounded down so that 100 means all: the mean of the best attempts at the modules with questions. A module
   * without an attempt counts as 0. Missing until the first attempt has ended.
   */
  score?: number
}

/** What a learning system is told about some modules: one module, or those of a pathway. */
export function courseResult(
  modules: readonly ModuleFacts[], index: ProgressIndex, notPassed: NotPassed = 'incomplete',
): CourseResult {
  const progress = modules.map(facts => ({facts, ...moduleProgress(facts, index)}))
  const scored = progress.filter(({facts}) => facts.show > 0)
  const hasEnded = progress.every(({status}) => isDoneHere(status) || status === 'not-passed')
  const status = !hasEnded ? 'incomplete'
    : progress.some(({status}) => status === 'not-passed') ? notPassed
    : scored.length ? 'passed' : 'completed'
  if (!scored.some(({best}) => best)) return {status}
  const sum = scored.reduce((sum, {best}) => sum + (best ? best.right * 100 / best.of : 0), 0)
  return {status, score: Math.floor(sum / scored.length)}
}

/** True for passed, completed and declared: what a course or a certificate can speak for. */
export function isDoneHere(status: ModuleStatus): boolean {
  return isDone(status) && status !== 'elsewhere'
}
