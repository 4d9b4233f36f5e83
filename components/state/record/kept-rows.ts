import {isLearnerEvent} from '../../model/record/event-shape.js'
import type {LearnerEvent} from '../../model/record/record.js'
import type {DeviceDatabase} from '../device/device-database.js'
import {databases} from '../device/keeper.js'
import {recordDatabase} from '../device/known-absent.js'

/**
 * Works on a record that the device has and that no page shows. Makes none.
 *
 * @param name - as `recordDatabase` takes it
 * @returns what the work comes to; undefined when there is no such record, or the browser does not let us
 */
export async function inKeptRecord<T>(
  name: string, work: (database: DeviceDatabase<LearnerEvent>) => Promise<T>,
): Promise<T | undefined> {
  try {
    const DeviceDatabase = await databases()
    const kind = {list: 'events', isEntry: isLearnerEvent} as const
    const database = await DeviceDatabase.open(recordDatabase(name), kind, {cleared() {}, upgraded() {}, lost() {}, alone() {}})
    return database && await work(database).finally(() => database.close())
  } catch {
    return undefined
  }
}

/** Deletes a record that no page shows. */
export async function deleteKeptRecord(name: string): Promise<void> {
  await (await databases()).delete(recordDatabase(name))
}
