/** The pass mark, in per cent, of a module that says no other. It is that of the adult social care competency quiz. */
export const DEFAULT_PASS_PERCENT = 80

/** How many of `of` must be right to pass. @param passPercent - 1 to 100 */
export function neededToPass(of: number, passPercent: number): number {
  return Math.ceil(of * passPercent / 100)
}
