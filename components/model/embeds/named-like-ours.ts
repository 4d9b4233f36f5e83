/** True for the name of an element of ours, and for what may have been meant for one. */
export function isNamedLikeOurs(tag: string): boolean {
  return /^dsg|^\w?[dsg]{2}\w*-/.test(tag)
}
