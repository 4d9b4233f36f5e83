import type {LearnerEvent} from './record.js'

/**
 * The event alone, where a device keeps with it whose it is. That leaves no device, and is taken from none: see
 * `state/record/marks.ts`.
 */
export function plainEvent(row: LearnerEvent & {actor?: unknown}): LearnerEvent {
  const {actor: _, ...event} = row
  return event
}
