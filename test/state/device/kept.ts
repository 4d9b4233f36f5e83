import {CanvasLog} from '../../../components/state/canvas/canvas.js'
import {keepCanvas} from '../../../components/state/canvas/keep-canvas.later.js'
import type {LogSurroundings} from '../../../components/state/log/log.js'
import {keepRecord} from '../../../components/state/record/keep-record.later.js'
import {RecordLog} from '../../../components/state/record/record.js'

/** How long the browser may take to open the database before we say that it does not answer. */
export type KeptSurroundings = LogSurroundings & {answerWithinMs?: number}

/** A tab's record as pages have it: kept on this device once the learner agrees. Each call is another tab. */
export function keptRecord(guide: string, edition: string, {answerWithinMs, ...rest}: KeptSurroundings = {}): RecordLog {
  const record = new RecordLog(edition, rest)
  return record.attach(async () => keepRecord(record, guide, answerWithinMs))
}

/** The same for a team's canvas. */
export function keptCanvas(guide: string, canvas: string, {answerWithinMs, ...rest}: KeptSurroundings = {}): CanvasLog {
  const log = new CanvasLog(canvas, rest)
  return log.attach(async () => keepCanvas(log, guide, canvas, answerWithinMs))
}
