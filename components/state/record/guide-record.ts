import type {GuideManifest} from '../../model/guide/guide.js'
import type {KeptNames} from '../device/known-absent.js'
import {PageRecord} from './page-record.js'
import type {RecordStore} from './record-store.js'

/** By guide id: two addresses of one guide on a page share what the learner did, saved or not. */
const records = new Map<string, PageRecord>()

/**
 * The learner's record for a guide on this page.
 *
 * @param kept - what is on this device, where that was asked ahead
 */
export function recordOf({id, edition}: Pick<GuideManifest, 'id' | 'edition'>, kept?: Promise<KeptNames>): RecordStore {
  const record = records.get(id) ?? new PageRecord(id, edition, kept)
  records.set(id, record)
  record.edition = edition
  return record
}

/** Fetches what keeps the records of this page on the device, so that saving waits for no network. */
export function keepRecords(): void {
  for (const record of records.values()) void record.keep()
}
