/** Of a module that says no other: after the adult social care competency quiz's 80%. Content-plan.md section 1. */
export const DEFAULT_PASS_PERCENT = 80

/** How many of `of` must be right to pass. @param passPercent - 1 to 100 */
export function neededToPass(of: number, passPercent: number): number {
  return Math.ceil(of * passPercent / 100)
}
