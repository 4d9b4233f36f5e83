import assert from 'node:assert/strict'
import {setTimeout as after} from 'node:timers/promises'
import {describe, it} from 'node:test'
import {Device, missing, type SiteKind} from './device.js'

/** On plain http, the copy is the only part that differs. */
const KILLS: Record<SiteKind, number> = {'a secure site': 24, 'plain http': 12}
/** The browser is killed within so long of the first answer that was shown as saved. */
const LIVES_MS = 300

describe('Chromium on a device of a learner who agreed', {timeout: 300_000}, () => {
  for (const [site, kills] of Object.entries(KILLS) as [SiteKind, number][]) {
    it(`loses nothing that the page showed as saved when it is killed ${kills} times while it writes: ${site}`, async () => {
      const device = new Device(site)
      try {
        for (let i = 0; i <= kills; i++) {
          const {found, lost} = await device.visit()
          assert.equal(new Set(found).size, found.length, 'an event is there twice')
          assert.deepEqual(lost, [], `lost in kill ${i} of ${kills}`)
          await after(Math.random() * LIVES_MS)
          await device.kill()
        }
        assert.ok(device.shown.size > kills * 5, `only ${device.shown.size} events were shown as saved`)
      } finally {
        await device.forget()
      }
    })
  }

  for (const site of Object.keys(KILLS) as SiteKind[]) {
    it(`loses nothing that the page showed as saved when the disk is really full: ${site}`, async () => {
      const device = new Device(site)
      try {
        const [address, browser] = [await device.address(), await device.start()]
        const page = await browser.newPage()
        const session = await page.createCDPSession()
        await session.send('Storage.overrideQuotaForOrigin', {origin: address, quotaSize: 3_000_000})
        const stopped = device.says('saving')
        await page.goto(`${address}?text=100000`)
        assert.equal(await stopped, 'full')
        const opened = device.says('found')
        await page.reload()
        const found = await opened
        assert.equal(new Set(found).size, found.length)
        assert.deepEqual(missing(device.shown, found), [])
        assert.ok(device.shown.size > 3, `only ${device.shown.size} events were shown as saved`)
      } finally {
        await device.forget()
      }
    })
  }
})
