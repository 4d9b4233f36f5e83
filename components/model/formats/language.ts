/** True for a language tag that dates and alphabets can be asked for (BCP 47): `en-GB`, and not `en_GB` or `en-12`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** The language to write dates and sort words in: English where a guide, or the page around it, names none that there can be. */
export function localeOf(lang: string): string {
  return isLanguage(lang) ? lang : 'en-GB'
}
