import {calendarText, type CalendarDay} from '../formats/calendar.js'
import type {ActionItem} from './items.js'
import {latestSnapshot, type CanvasState} from './state.js'

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
 * The days to remember as a calendar file: open actions that have a due day, and the next review.
 *
 * @param now - milliseconds since 1970
 */
export function calendarFile(state: CanvasState, now: number, words = CALENDAR_WORDS): string {
  const actions = planOf(state, '').flatMap(({action, factor, isOpen}): CalendarDay[] => isOpen && action.due ? [{
    id: action.action, day: action.due, summary: action.what.replace(/\s+/g, ' '),
    description: `${words.owner(action.owner)}\n${words.factor(factor)}`,
  }] : [])
  const latest = latestSnapshot(state)
  const reviews: CalendarDay[] = latest?.nextReview
    ? [{id: latest.id, day: latest.nextReview, summary: words.review(state.title), description: latest.name}] : []
  return calendarText(words.product, new Date(now).toISOString(), [...actions, ...reviews])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
