import {attemptsAt, progressIndex, type Attempt} from '../progress.js'
import {byTime} from '../../log/entries.js'
import {type CompletedEvent, type LearnerEvent} from '../record.js'

/**
 * A record, then the same record with less and less in it, for a place with little room. These are left out, in this order:
 *
 * 1. pages opened, but for the newest of each module;
 * 2. the answers of finished attempts, oldest attempt first, but for the newest attempt at each module;
 * 3. results that decide nothing (not the newest, the best or the first pass of their module), and ticks that were
 *    changed since;
 * 4. the answers of the newest attempts too, oldest first;
 * 5. what is left of pages opened, ticks and reflections, in modules that have a result;
 * 6. the oldest events, a tenth at a time.
 *
 * So the status and score of a module last longer than the answers that led to them.
 */
export function* leaner(events: readonly LearnerEvent[]): Generator<readonly LearnerEvent[]> {
  let kept: readonly LearnerEvent[] = [...events].sort(byTime)
  const without = (gone: ReadonlySet<LearnerEvent>) => kept = kept.filter(event => !gone.has(event))
  yield kept
  yield without(new Set(pagesBefore(kept)))
  const {ended, newest} = finishedTries(kept)
  for (const attempt of ended) yield without(answersOf(attempt, kept))
  yield without(new Set([...idleResults(kept), ...oldTicks(kept)]))
  for (const attempt of newest) yield without(answersOf(attempt, kept))
  yield without(new Set(besideResults(kept)))
  while (kept.length) yield kept = kept.slice(Math.ceil(kept.length / 10))
}

function pagesBefore(events: readonly LearnerEvent[]): LearnerEvent[] {
  const reads = events.filter(event => event.type === 'read')
  const newest = new Map(reads.map(event => [event.about, event]))
  return reads.filter(event => newest.get(event.about) !== event)
}

/** Finished attempts, both lists oldest first. An open attempt is in neither: the learner is in the middle of it. */
function finishedTries(events: readonly LearnerEvent[]): {ended: Attempt[]; newest: Attempt[]} {
  const index = progressIndex(events)
  const byModule = [...index.modules.keys()].map(module => attemptsAt(module, index))
  const inOrder = (tries: Attempt[]) => tries.filter(({completed}) => completed).sort((a, b) => a.at < b.at ? -1 : 1)
  return {
    ended: inOrder(byModule.flatMap(tries => tries.slice(0, -1))),
    newest: inOrder(byModule.flatMap(tries => tries.slice(-1))),
  }
}

function answersOf({id, module}: Attempt, events: readonly LearnerEvent[]): ReadonlySet<LearnerEvent> {
  return new Set(events.filter(event =>
    (event.type === 'started' && event.about === module && event.attempt === id)
    || (event.type === 'answered' && event.module === module && event.attempt === id)))
}

function idleResults(events: readonly LearnerEvent[]): LearnerEvent[] {
  const results = events.filter(event => event.type === 'completed')
  const telling = new Set<LearnerEvent>()
  for (const module of new Set(results.map(({about}) => about))) {
    const own = results.filter(({about}) => about === module)
    const best = own.reduce((best, result) => shareOf(result) > shareOf(best) ? result : best)
    const firsts = ['passed', 'declared', 'completed'].map(outcome => own.find(result => result.outcome === outcome))
    for (const result of [own.at(-1), best, ...firsts]) if (result) telling.add(result)
  }
  return results.filter(result => !telling.has(result))
}

function oldTicks(events: readonly LearnerEvent[]): LearnerEvent[] {
  const ticks = events.filter(event => event.type === 'did' || event.type === 'elsewhere')
  const newest = new Map(ticks.map(event => [`${event.type} ${event.about}`, event]))
  return ticks.filter(event => newest.get(`${event.type} ${event.about}`) !== event)
}

/** What step 5 leaves out. A tick that was taken back is not among it, because it takes the result back too. */
function besideResults(events: readonly LearnerEvent[]): LearnerEvent[] {
  const decided = new Set(events.filter(({type}) => type === 'completed').map(({about}) => about))
  return events.filter(event => event.type === 'read' ? decided.has(event.about)
    : event.type === 'reflected' || (event.type === 'did' && event.done) ? decided.has(event.module) : false)
}

/** The share that was right. Of equal shares, the one of more questions is a little more, as in `moduleProgress`. */
function shareOf({right, of}: CompletedEvent): number {
  return right === undefined || !of ? -1 : right / of + of * 1e-9
}
