/**
 * Words a minute behind every "5 min" label. Adults read English non-fiction silently at 238 on average, 175-300 for most
 * (Brysbaert 2019, doi:10.1016/j.jml.2019.104047); low end, for new readers.
 */
export const WORDS_PER_MINUTE = 175

export function countOfWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
