import {localeOf} from '../../../model/formats/language.js'

/**
 * An ISO date as the NHS content guide writes dates: 6 August 2018.
 *
 * @param iso - `2018-08-06`, with or without a time. What is no date comes back as it is
 */
export function longDate(iso: string, lang: string): string {
  return written(iso, lang, 'numeric')
}

/** An ISO date without its day: August 2018. */
export function monthAndYear(iso: string, lang: string): string {
  return written(iso, lang)
}

function written(iso: string, lang: string, day?: 'numeric'): string {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  return formatFor(lang, day).format(date)
}

/** By language and form: one takes longer to make than a hundred dates to write. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(lang: string, day?: 'numeric'): Intl.DateTimeFormat {
  const key = `${lang} ${day}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(localeOf(lang), {day, month: 'long', year: 'numeric', timeZone: 'UTC'})
  formats.set(key, format)
  return format
}
