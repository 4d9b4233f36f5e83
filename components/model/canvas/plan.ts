import {calendarText, type CalendarDay} from '../formats/calendar.js'
import type {ActionItem} from './items.js'
import {noLongerIn} from './factors.js'
import {latestSnapshot, type CanvasState} from './state.js'

/** An action, and how it stands on a day. */
export interface PlannedAction {
  action: ActionItem
  /** The name of its factor, as `factorNames` has it; the factor's id where nothing has its name. */
  factor: string
  /** True when it is neither done nor stopped. */
  isOpen: boolean
  /** True when it is open and its due day is over. */
  isLate: boolean
}

/** All actions by due day, those without one last. @param today - such as `2026-11-23` */
export function planOf(state: CanvasState, today: string, gone = noLongerIn): PlannedAction[] {
  const names = factorNames(state, gone)
  return state.actions
    .map((action): PlannedAction => {
      const isOpen = action.status === 'not-started' || action.status === 'in-progress'
      const isLate = isOpen && action.due !== undefined && action.due < today
      return {action, factor: names.get(action.factor) ?? action.factor, isOpen, isLate}
    })
    .sort((a, b) => compare(a.action.due ?? '9', b.action.due ?? '9'))
}

/**
 * Names of factors by id: the names that the team uses, or else those in the last snapshot that has the factor.
 *
 * @param marked - the name of a factor that the guide does not have any more, as it is to be shown
 */
export function factorNames({factors, unused, gone, snapshots}: CanvasState, marked = noLongerIn): ReadonlyMap<string, string> {
  return new Map([
    ...snapshots.flatMap(snapshot => snapshot.factors.map(({factor, name}) => [factor, name] as const)),
    ...[...gone, ...unused, ...factors].map(({id, name, isGone}) => [id, isGone ? marked(name) : name] as const),
  ])
}

/** The name that a factor has in a snapshot, marked where the guide does not have the factor any more. */
export function asInSnapshot({gone, unused}: Pick<CanvasState, 'gone' | 'unused'>, marked = noLongerIn): (factor: {factor: string; name: string}) => string {
  const ids = new Set([...gone, ...unused].filter(({isGone}) => isGone).map(({id}) => id))
  return ({factor, name}) => ids.has(factor) ? marked(name) : name
}

/** The words of a calendar file. A caller can pass those of another language instead. */
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
