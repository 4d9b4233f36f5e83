/**
 * An ISO date as the NHS content guide writes dates: 6 August 2018.
 *
 * @param iso - `2018-08-06`, with or without a time. What is no date comes back as it is
 */
export function longDate(iso: string, lang: string): string {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(lang || 'en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}).format(date)
}
