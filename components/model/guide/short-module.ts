import type {ModuleFacts} from './module.js'

/** "I have 10 minutes." */
export const SHORT_MINUTES = 10

/**
 * What to offer somebody new who has ten minutes: a module for everyone with questions that everyone must know, at the lowest
 * stage. It is of use tomorrow, whatever their job. Where there is none, the lowest stage of what is left.
 *
 * @returns the first in the guide's order of those that fit best; none when every module takes longer
 */
export function shortModule<M extends ModuleFacts>(modules: readonly M[]): M | undefined {
  const cost = ({stage, hasMustKnow, audience}: ModuleFacts) =>
    stage + (hasMustKnow ? 0 : 10) + (audience.includes('everyone') ? 0 : 100)
  return modules.filter(({minutes}) => minutes <= SHORT_MINUTES).sort((a, b) => cost(a) - cost(b))[0]
}
