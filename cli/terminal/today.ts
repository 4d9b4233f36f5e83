import {CommandError} from './command-error.js'

/** The option `--on`, whose value `dayOf` reads. */
export const ON = {value: '2026-11-23', says: 'as it will be on another day'} as const

/**
 * The day that `--on` names, or today's where this computer is, as 2026-11-23.
 *
 * @throws CommandError when it is no day of the calendar
 */
export function dayOf(words: string | undefined, now = new Date()): string {
  if (words === undefined) {
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(words) ? new Date(`${words}T00:00:00Z`) : undefined
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(words)) return words
  throw new CommandError(`"${words}" is not a day. Write the year, month and day, such as --on 2026-11-23.`)
}
