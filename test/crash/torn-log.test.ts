import assert from 'node:assert/strict'
import {appendFileSync, readFileSync, statSync} from 'node:fs'
import {describe, it} from 'node:test'
import {Device, type SiteKind, type Torn} from './device.js'

/** The length of what stands before each record of a LevelDB log: its checksum, length and kind. */
const HEADER_BYTES = 7

/** What each kill in turn tears: it comes when the header of a record is written, and the record is not. */
const kills: Record<SiteKind, Torn[][]> = {
  'a secure site': [['database'], ['copy'], ['database', 'copy'], ['copy', 'database']],
  'plain http': [['database'], ['copy'], ['database', 'copy'], ['copy', 'database'], ['database', 'database'], ['list', 'database']],
}
/** Chromium makes these anew when it finds them torn. What else there is, it reads as far as it can. */
const thrownAway: Record<SiteKind, Torn[]> = {'a secure site': ['database', 'copy'], 'plain http': ['database']}

describe('Chromium, killed between the two halves of a write', {timeout: 240_000}, () => {
  for (const site of Object.keys(kills) as SiteKind[]) {
    for (const tears of kills[site]) {
      it(`tears the ${tears.join(' and then the ')} of ${site}, and nothing that was shown as saved is lost`, async () => {
        const device = new Device(site)
        const visit = async () => {
          const {lost} = await device.visit()
          await device.kill()
          assert.deepEqual(lost, [])
        }
        try {
          await visit()
          const made = new Map(tears.map(torn => [torn, born(device.path(torn))]))
          for (const torn of tears) {
            const path = device.path(torn)
            appendFileSync(path, readFileSync(path).subarray(0, HEADER_BYTES))
            // This one goes on after the torn record, and the next does not accept that.
            await visit()
          }
          await visit()
          for (const torn of tears.filter(torn => thrownAway[site].includes(torn))) {
            const isNew = born(device.path(torn)) > made.get(torn)!
            assert.ok(isNew, `Chromium has kept the ${torn}. Then this shows nothing, and perhaps no copy is needed any more.`)
          }
          await visit()
        } finally {
          await device.forget()
        }
      })
    }
  }
})

function born(path: string): number {
  return statSync(path).birthtimeMs
}
