import type {GuideManifest} from '../model/guide.js'
import {DeviceStore} from './device-store.js'
import type {RecordStore} from './record-store.js'

/** By guide id: two addresses of one guide on a page share what the learner did, saved or not. */
const records = new Map<string, RecordStore>()

/** The learner's record for a guide on this page. */
export function recordOf({id, edition}: Pick<GuideManifest, 'id' | 'edition'>): RecordStore {
  const record = records.get(id) ?? new DeviceStore(id, edition)
  records.set(id, record)
  record.edition = edition
  return record
}
