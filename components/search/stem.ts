/**
 * What English forms of one word have in common: two words with the same stem are forms of each other for search. It
 * is a key, and often no word itself. British and American spellings have the same one.
 *
 * @param word - folded
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  return ending(spelling(singular(word)))
}

/**
 * Other ways to begin the same word, where a stem would not meet: American `pediatric` begins otherwise than British
 * `paediatric`, and `fone` is how "phone" sounds.
 */
export function otherSpellings(word: string): string[] {
  if (word.length < 4) return []
  return [
    word.replace(/[ao]e/, 'e'), word.replace('e', 'ae'), word.replace('e', 'oe'),
    word.replace('f', 'ph'), word.replace('ph', 'f'),
  ].filter(other => other !== word)
}

function singular(word: string): string {
  if (word === 'news') return word
  if (/[^aeiou]ies$/.test(word)) return word.slice(0, -3) + 'y'
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word
}

function spelling(word: string): string {
  if (word.length < 5) return word
  return word.replace(/is(e|es|ed|ing|ation|er)$/, 'iz$1').replace(/ic(e|es|ed|ing)$/, 'iz$1')
    .replace(/yse/, 'yze').replace(/our/, 'or').replace(/tre$/, 'ter').replace(/ogue$/, 'og').replace(/nce$/, 'nse')
    .replace(/mme$/, 'm').replace(/[ao]e(?=[a-z]{3})/, 'e').replace(/ll(?=[eo]r$)/, 'l').replace('dgement', 'dgment')
}

function ending(word: string): string {
  const short = word.replace(/(?:ing|ed)$/, '')
  // "thing" and "need" are words of their own.
  if (short !== word && short.length >= 3 && /[aeiouy]/.test(short)) return undoubled(short.replace(/e$/, ''))
  if (/[st]ion$/.test(word) && word.length > 7) return word.slice(0, -3)
  return undoubled(word.length > 3 ? word.replace(/e$/, '').replace(/y$/, 'i') : word)
}

/** "running" and "run", "travelling" and "traveling". */
function undoubled(word: string): string {
  return word.length > 3 ? word.replace(/([b-df-hj-np-tv-z])\1$/, '$1') : word
}
