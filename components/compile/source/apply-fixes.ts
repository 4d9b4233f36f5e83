import type {Diagnostic, Fix} from '../../model/guide/diagnostic.js'

/**
 * A source with the machine fixes of its diagnostics made. Two diagnostics of one line may carry the same fix: it is
 * made once. Of two that overlap the earlier one is made, and a second run finds the other.
 *
 * @param diagnostics - of this source only; those without a fix are passed over
 * @returns the new text, and how many fixes were made
 */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): {text: string; applied: number} {
  const fixes = diagnostics.flatMap(({fix}) => fix && isWithin(fix, text) ? [fix] : [])
  fixes.sort((a, b) => a.start - b.start || a.end - b.end)

  let fixed = ''
  let done = 0
  let applied = 0
  let last: Fix | undefined
  for (const fix of fixes) {
    const clashes = last && (fix.start < last.end || (fix.start === last.start && fix.end === last.end))
    if (clashes) continue
    fixed += text.slice(done, fix.start) + fix.text
    done = fix.end
    last = fix
    applied++
  }
  return {text: fixed + text.slice(done), applied}
}

function isWithin({start, end}: Fix, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length
}
