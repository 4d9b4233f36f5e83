import {isLearnerEvent} from '../../model/record/event-shape.js'
import type {LearnerEvent} from '../../model/record/record.js'
import {DeviceKeeper, type KeptLog} from '../device/keeper.js'
import {recordDatabase} from '../device/known-absent.js'
import {marksOf} from './marks.js'
import {forgetNotes} from './notes.js'

/**
 * Keeps a record on this device. When a learner clears their answers, what they searched for is cleared as well, and so are the
 * notes of what was sent.
 *
 * @param name - of the record on this device, as `recordDatabase` takes it
 * @param answerWithinMs - how long the browser may take to open the database. After that, we say that it does not answer
 */
export function keepRecord(record: KeptLog<LearnerEvent>, name: string, answerWithinMs?: number): DeviceKeeper<LearnerEvent> {
  const {rowOf, eventOf} = marksOf(record)
  return new DeviceKeeper(record, {
    name: recordDatabase(name),
    list: 'events',
    isEntry: isLearnerEvent,
    rowOf,
    entryOf: eventOf,
    answerWithinMs,
    alsoClear: () => forgetNotes(name),
  })
}
