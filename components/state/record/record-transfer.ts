import {withChecksum} from '../../model/ids/checksum.js'
import type {GuideManifest} from '../../model/pack/files.js'
import {MAX_RECORD_FILE_BYTES, readRecordFile, RECORD_FILE_VERSION, tooLarge, type RecordFile} from '../../model/record/file.js'
import {aheadProblems} from '../../model/log/too-far-ahead.js'
import {fileText} from '../log/file-text.js'
import type {RecordStore} from './record.js'

/** What came of bringing a file back. When it was refused, nothing has changed. */
export type Import =
  /** How many of its events are new here, and how many were here already. */
  | {added: number; known: number}
  /** Why the file was refused, in plain words with what to do; at least one sentence. */
  | {refused: string[]}

/** The learner's record as a file. @param now - milliseconds since 1970 */
export function exportRecord(
  {events}: Pick<RecordStore, 'events'>, {id, edition}: Pick<GuideManifest, 'id' | 'edition'>, now = Date.now(),
): RecordFile {
  return withChecksum<RecordFile>({
    format: 'dsg-record', version: RECORD_FILE_VERSION, guide: id, edition, exported: new Date(now).toISOString(),
    events: [...events],
  })
}

/** Such as `digital-skills-record-2026-11-23.json`. */
export function recordFileName({exported}: Pick<RecordFile, 'exported'>): string {
  return `digital-skills-record-${exported.slice(0, 10)}.json`
}

/**
 * Brings a record back: adds the events of a file that are not here yet. They keep their ids and times.
 *
 * @param guide - the guide that `record` is about. Ids mean nothing in another guide, so its records are refused
 * @param now - milliseconds since 1970
 * @returns resolves when the events are on the device, or it is clear that they cannot be: see `record.saving`
 */
export async function importRecord(
  record: RecordStore, guide: Pick<GuideManifest, 'id' | 'title'>, file: Blob, now = Date.now(),
): Promise<Import> {
  if (file.size > MAX_RECORD_FILE_BYTES) return {refused: [tooLarge()]}
  const opened = await fileText(file)
  const read = 'text' in opened ? readRecordFile(opened.text) : opened
  if ('problems' in read) return {refused: read.problems}
  const {guide: origin, events} = read.file
  if (origin !== guide.id) {
    return {refused: [`The record is from another guide ("${origin}"). This guide is "${guide.title}" ("${guide.id}"). `
      + 'Bring the record back where you took it away.']}
  }
  const here = new Set(record.events.map(({id}) => id))
  const ahead = aheadProblems(events.filter(({id}) => !here.has(id)), now, 'record')
  if (ahead.length) return {refused: ahead}
  const added = new Set(events.map(({id}) => id).filter(id => !here.has(id)))
  await record.bring(events)
  return {added: added.size, known: events.length - added.size}
}
