import type {SearchSection} from '../../components/model/guide/guide.js'
import {words} from '../../components/search/words.js'
import {randomFrom} from '../../components/model/record/draw.js'

/** A query made of words that stand in one section, which ought to be found by it. */
export interface KnownItem { section: number; query: string; misspelt: string }

/**
 * Queries of 3 words drawn from a section's heading and text, and the same with one slip of the fingers. Words in more
 * than a twentieth of the sections are left out, as a person leaves them out.
 */
export function knownItems(sections: readonly SearchSection[], count: number): KnownItem[] {
  const random = randomFrom(`items ${sections.length} ${count}`)
  const own = sections.map(({heading, text}) =>
    [...new Set(words(`${heading} ${text}`).map(({word}) => word).filter(word => /^[a-z]{4,}$/.test(word)))])
  const holders = new Map<string, number>()
  for (const list of own) for (const word of list) holders.set(word, (holders.get(word) ?? 0) + 1)
  const items: KnownItem[] = []
  for (let tries = 0; items.length < count && tries < count * 50; tries++) {
    const section = Math.floor(random() * sections.length)
    const rare = own[section]!.filter(word => holders.get(word)! <= Math.max(2, sections.length / 20))
    if (rare.length < 6) continue
    const chosen = Array.from({length: 3}, () => rare.splice(Math.floor(random() * rare.length), 1)[0]!)
    const longest = chosen.reduce((best, word) => word.length > best.length ? word : best)
    if (longest.length < 6) continue
    const misspelt = chosen.map(word => word === longest ? slip(word, random) : word)
    items.push({section, query: chosen.join(' '), misspelt: misspelt.join(' ')})
  }
  return items
}

/** A letter missing, doubled, wrong or swapped with the next; never the first. */
function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)]
  switch (Math.floor(random() * 4)) {
    case 0: return before + after
    case 1: return before + letter + letter + after
    case 2: return before + (letter === 'e' ? 'a' : 'e') + after
    default: return before + after[0] + letter + after.slice(1)
  }
}
