import {isLearnerEvent} from '../../model/record/event-shape.js'
import type {LearnerEvent} from '../../model/record/record.js'
import {DeviceKeeper, type KeptLog} from '../device/keeper.js'
import {recordDatabase} from '../device/known-absent.js'
import {forgetSearches, forgetSent} from './notes.js'

/**
 * Keeps a guide's record on this device. When a learner clears their answers, what they searched for is cleared as well, and so
 * are the notes of what was sent.
 *
 * @param guide - id of the guide
 * @param answerWithinMs - how long the browser may take to open the database. After that, we say that it does not answer
 */
export function keepRecord(record: KeptLog<LearnerEvent>, guide: string, answerWithinMs?: number): DeviceKeeper<LearnerEvent> {
  return new DeviceKeeper(record, {
    name: recordDatabase(guide),
    list: 'events',
    isEntry: isLearnerEvent,
    answerWithinMs,
    alsoClear() {
      forgetSearches(guide)
      forgetSent(guide)
    },
  })
}
