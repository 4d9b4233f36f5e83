/**
 * All matches of a global pattern, none of which is empty. `matchAll` copies its pattern for each text, which for a
 * short one takes longer than to search it.
 */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match?.[0]; match = pattern.exec(text)) found.push(match)
  return found
}
