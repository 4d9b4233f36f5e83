import type {ActionItem} from './canvas-items.js'
import {latestSnapshot, type CanvasState} from './canvas-state.js'

/** An action, and how it stands on a day. */
export interface PlannedAction {
  action: ActionItem
  /** The name of its factor; its id when the canvas does not have it (any more). */
  factor: string
  /** Neither done nor stopped. */
  isOpen: boolean
  /** Open, and its day is over. */
  isLate: boolean
}

/** All actions by due day, those without one last. @param today - such as `2026-11-23` */
export function planOf(state: CanvasState, today: string): PlannedAction[] {
  const names = factorNames(state)
  return state.actions
    .map((action): PlannedAction => {
      const isOpen = action.status === 'not-started' || action.status === 'in-progress'
      const isLate = isOpen && action.due !== undefined && action.due < today
      return {action, factor: names.get(action.factor) ?? action.factor, isOpen, isLate}
    })
    .sort((a, b) => compare(a.action.due ?? '9', b.action.due ?? '9'))
}

/** Names by factor id: as they are used here, or else as they last were in a snapshot. */
export function factorNames({factors, unused, snapshots}: CanvasState): ReadonlyMap<string, string> {
  return new Map([
    ...snapshots.flatMap(snapshot => snapshot.factors.map(({factor, name}) => [factor, name] as const)),
    ...[...unused, ...factors].map(({id, name}) => [id, name] as const),
  ])
}

/** The words of a calendar file, so that another language can have its own. */
export const CALENDAR_WORDS = {
  product: 'Digital skills guide canvas',
  owner: (owner: string) => `Owner: ${owner}`,
  factor: (factor: string) => `Factor: ${factor}`,
  review: (title: string) => `Review: ${title}`,
}

/**
 * The days to remember as a calendar file (RFC 5545): open actions that have a due day, and the next review. All are
 * whole days, and leave people free. Brought in again, an entry takes the place of its older self.
 *
 * @param now - milliseconds since 1970
 */
export function calendarFile(state: CanvasState, now: number, words = CALENDAR_WORDS): string {
  const stamp = `${new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '')}`
  const actions = planOf(state, '').flatMap(({action, factor, isOpen}) => isOpen && action.due ? [entry({
    id: action.action, stamp, day: action.due, summary: action.what,
    description: `${words.owner(action.owner)}\n${words.factor(factor)}`,
  })] : [])
  const latest = latestSnapshot(state)
  const review = latest?.nextReview ? [entry({
    id: latest.id, stamp, day: latest.nextReview, summary: words.review(state.title), description: latest.name,
  })] : []
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'CALSCALE:GREGORIAN',
    `PRODID:-//${escaped(words.product).replaceAll('/', ' ')}//EN`,
    ...actions.flat(), ...review.flat(), 'END:VCALENDAR',
  ].map(line => `${folded(line)}\r\n`).join('')
}

interface Entry { id: string; stamp: string; day: string; summary: string; description: string }

function entry({id, stamp, day, summary, description}: Entry): string[] {
  return [
    'BEGIN:VEVENT', `UID:${id}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary.replace(/\s+/g, ' '))}`, `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT', 'END:VEVENT',
  ]
}

/** RFC 5545, section 3.3.11. What is no text is left out, so that no line of ours can be made to end early. */
function escaped(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, '').replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** RFC 5545, section 3.1: at most 75 bytes a line, and no character cut in two. */
function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const character of line) {
    const width = bytesOf(character)
    if (bytes + width > 75) {
      text += '\r\n '
      bytes = 1
    }
    text += character
    bytes += width
  }
  return text
}

/** In UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
