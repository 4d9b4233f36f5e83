/**
 * How much has to be right, in per cent, in a module that names no pass mark: as in the adult social care competency quiz.
 * Content-plan.md section 1.
 */
export const DEFAULT_PASS_PERCENT = 80

/** How many of `of` must be right to pass. @param passPercent - 1 to 100 */
export function neededToPass(of: number, passPercent: number): number {
  return Math.ceil(of * passPercent / 100)
}
