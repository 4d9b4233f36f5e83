/**
 * The known word that was most likely meant, or undefined when none is near: at most one slip in three letters, two
 * for short words. Case does not count.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 40) return undefined
  const most = Math.min(Math.max(2, Math.floor(word.length / 3)), word.length - 1)
  let best: string | undefined
  let fewest = most + 1
  for (const candidate of known) {
    const slips = distance(word.toLowerCase(), candidate.toLowerCase())
    if (slips < fewest) {
      best = candidate
      fewest = slips
    }
  }
  return best
}

/** Letters to add, drop or change to get from one word to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change))
    }
    row = next
  }
  return row[b.length]!
}
