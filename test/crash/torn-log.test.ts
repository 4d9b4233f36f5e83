import assert from 'node:assert/strict'
import {appendFileSync, readFileSync, statSync} from 'node:fs'
import {describe, it} from 'node:test'
import {Device} from './device.js'

/** The length of what stands before each record of a LevelDB log: its checksum, length and kind. */
const HEADER_BYTES = 7

/** What each kill in turn tears: it comes when the header of a record is written, and the record is not. */
const kills: ('database' | 'copy')[][] = [['database'], ['copy'], ['database', 'copy'], ['copy', 'database']]

describe('Chromium, killed between the two halves of a write', {timeout: 180_000}, () => {
  for (const tears of kills) {
    it(`throws the ${tears.join(' and then the ')} away, and nothing that was shown as saved is lost`, async () => {
      const device = new Device()
      const visit = async () => {
        const {lost} = await device.visit()
        await device.kill()
        assert.deepEqual(lost, [])
      }
      try {
        await visit()
        const made = {database: born(device.logs().database), copy: born(device.logs().copy)}
        for (const torn of tears) {
          const log = device.logs()[torn]
          appendFileSync(log, readFileSync(log).subarray(0, HEADER_BYTES))
          // This one goes on after the torn record, and the next does not accept that.
          await visit()
        }
        await visit()
        for (const torn of tears) {
          const isNew = born(device.logs()[torn]) > made[torn]
          assert.ok(isNew, `Chromium has kept the ${torn}. Then this shows nothing, and perhaps no copy is needed any more.`)
        }
        await visit()
      } finally {
        await device.forget()
      }
    })
  }
})

function born(path: string): number {
  return statSync(path).birthtimeMs
}
