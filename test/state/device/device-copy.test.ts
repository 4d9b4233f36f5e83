import {expect} from 'chai'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import {keptCanvas} from './kept.js'
import {canvasDatabaseName} from '../../../components/state/canvas/keep-canvas.later.js'
import {atRisk} from '../../../components/state/log/log.js'
import {DeviceDatabase} from '../../../components/state/device/device-database.js'
import {bucketCopies} from '../../../components/state/device/bucket-copies.js'
import {fileCopies} from '../../../components/state/device/file-copies.js'
import {recordDatabase} from '../../../components/state/device/known-absent.js'
import type {StorageBuckets} from '../../../components/state/device/storage-bucket.js'
import {isLearnerEvent} from '../../../components/model/record/event-shape.js'
import {deleteDatabase, filesHere, keptHere, storageBuckets} from '../../kept-here.js'
import {titled} from '../canvas/storage.js'
import {becomes, closeAll, newGuide, onDisk, openRaw, pages, read, replace, tab} from './storage.js'

const places = {
  'in a bucket': {place: bucketCopies, called: 'bucket'},
  // As on plain http, where Chromium has no buckets.
  'in a file': {place: fileCopies, called: 'file'},
}

/** What becomes of the answers when Chromium throws a database away: see `DeviceDatabase`. */
for (const [where, {place, called}] of Object.entries(places)) {
  describe(`DeviceKeeper, where the browser needs a copy, and has it ${where}`, () => {
    let guide: string
    const restores: (() => void)[] = []
    before(function () {
      if (!storageBuckets) this.skip() // Firefox and WebKit need none, and keep their databases in SQLite.
    })
    beforeEach(() => {
      guide = newGuide()
      if (called === 'file') restores.push(replace(navigator as {storageBuckets?: unknown}, 'storageBuckets', {value: undefined}))
    })
    afterEach(() => {
      for (const restore of restores.splice(0).reverse()) restore()
      closeAll()
    })

    const kind = {list: 'events' as const, isEntry: isLearnerEvent}
    const hasCopy = async () => (await keptHere()).includes(`${called} ${recordDatabase(guide)}`)
    const openCopy = () => place.open(recordDatabase(guide), kind)
    const inCopy = async () => {
      const copy = (await openCopy())!
      const entries = await copy.rows(new Set())
      copy.close()
      return pages(entries.sort((a, b) => a.at < b.at ? -1 : 1))
    }
    /** As Chromium does with a log that it finds damaged. */
    const throwAway = () => deleteDatabase(recordDatabase(guide))
    const kept = async (...said: string[]) => {
      const store = tab(guide)
      await store.save()
      for (const page of said) await store.append([read(page)])
      store.close()
    }

    it('makes none before the learner agrees', async () => {
      const store = tab(guide)
      await store.append([read('p1')])
      expect(await hasCopy()).to.equal(false)
    })

    it('has in the copy what it shows as saved', async () => {
      const store = tab(guide)
      await store.append([read('p1')])
      await store.save()
      expect(await inCopy()).to.deep.equal(['p1'])
      await store.append([read('p2')])
      expect(await inCopy()).to.deep.equal(['p1', 'p2'])
    })

    it('shows all of it on the visit after the database was thrown away, and saves it again', async () => {
      await kept('p1', 'p2')
      await throwAway()
      const store = tab(guide)
      await store.ready
      expect(pages(store.events)).to.deep.equal(['p1', 'p2'])
      expect(await store.append([read('p3')])).to.equal('saved')
      expect(pages((await onDisk(guide))!)).to.deep.equal(['p1', 'p2', 'p3'])
      expect(await inCopy()).to.deep.equal(['p1', 'p2', 'p3'])
    })

    it('has what was written anew as it is now, and nothing that was deleted', async () => {
      const [changed, stays, gone] = ['changed', 'stays', 'gone'].map((page, i): LearnerEvent => ({
        ...read(page) as LearnerEvent, id: page, at: `2026-11-23T09:00:0${i}.000Z`, edition: 'e',
      })) as [LearnerEvent, LearnerEvent, LearnerEvent]
      const name = recordDatabase(guide)
      const watcher = {cleared() {}, upgraded() {}, lost() {}, alone() {}}
      const database = await DeviceDatabase.create<LearnerEvent>(name, kind, watcher, {at: stays.at, series: ''})
      await database.write([changed, stays, gone], '')
      await database.write([{...changed, edition: 'anew'}], '')
      await database.remove([gone.id])
      database.close()
      await throwAway()
      const store = tab(guide)
      await store.ready
      expect(store.events.map(({id, edition}) => `${id} ${edition}`)).to.deep.equal(['changed anew', 'stays e'])
    })

    it('brings back records that it cannot read as they were', async () => {
      await kept('p1')
      const damaged = {id: 'z-shape', type: 'answered', about: 'q1'}
      const database = (await openRaw(guide))!
      const putting = database.transaction('events', 'readwrite')
      putting.objectStore('events').put(damaged)
      await new Promise(resolve => putting.addEventListener('complete', resolve))
      database.close()
      await kept('p2') // This visit brings the copy up to date.
      await throwAway()
      const store = tab(guide)
      await store.ready
      expect(store.unreadable).to.equal(1)
      expect(await onDisk(guide)).to.deep.include(damaged)
    })

    it('does so for a canvas, however long the names', async () => {
      const [long, canvas] = [`${guide}-${'long'.repeat(20)}`, 'inclusive-digital-transformation']
      const visit = async () => {
        const store = keptCanvas(long, canvas)
        await store.ready
        return store
      }
      const first = await visit()
      await first.append([titled('A'), titled('B')])
      await first.save()
      const {file} = first
      first.close()
      await deleteDatabase(canvasDatabaseName(long, canvas))
      const second = await visit()
      expect(second.file).to.deep.equal(file)
      expect(await second.clear()).to.equal(true)
      expect((await keptHere()).filter(name => name.includes(canvas))).to.deep.equal([])
    })

    it('makes the copy again when that was thrown away, and for a learner who agreed before there were any', async () => {
      await kept('p1')
      await place.delete(recordDatabase(guide))
      expect(await hasCopy()).to.equal(false)
      await kept('p2')
      expect(await inCopy()).to.deep.equal(['p1', 'p2'])
    })

    it('leaves none behind when the learner clears, whatever another tab is doing', async () => {
      await kept('p1')
      const [one, other] = [tab(guide), tab(guide)]
      await one.ready // Both are still making sure that the copy has everything.
      const appending = other.append([read('p2')])
      expect(await one.clear()).to.equal(true)
      await appending
      await becomes(other, 'off')
      expect(await hasCopy()).to.equal(false)
      expect(await onDisk(guide)).to.equal(undefined)
      const next = tab(guide)
      await next.ready
      expect(next.saving).to.equal('off')
      expect(next.events).to.deep.equal([])
    })

    it('does not bring back what was cleared when the clearing was cut short', async () => {
      await kept('p1')
      // The first thing that a clearing does.
      const copy = (await openCopy())!
      await copy.empty()
      copy.close()
      await throwAway()
      const store = tab(guide)
      await store.ready
      expect(store.events).to.deep.equal([])
      expect(store.saving).to.equal('off')
      expect(await hasCopy()).to.equal(false)
    })

    const refusals: {why: string; refuse(): void}[] = [
      {why: 'refuses it', refuse: () => breakPlace(() => Promise.reject(new DOMException('Denied', 'SecurityError')))},
      {why: 'never answers', refuse: () => breakPlace(() => new Promise(() => {}))},
    ]
    const breakPlace = (open: () => Promise<never>) => {
      if (called === 'bucket') restores.push(replace(Object.getPrototypeOf(storageBuckets) as StorageBuckets, 'open', {value: open}))
      else {
        const value = (...[, , , failed]: Parameters<typeof webkitRequestFileSystem>) => { open().catch(failed) }
        restores.push(replace(window, 'webkitRequestFileSystem', {value}))
      }
    }
    for (const {why, refuse} of refusals) {
      it(`saves without a copy where the browser ${why}, and says that it is at risk`, async () => {
        refuse()
        const store = tab(guide)
        const told: boolean[] = []
        store.subscribe(() => told.push(atRisk.has(store)))
        await store.save()
        expect(await store.append([read('p1')])).to.equal('saved')
        expect(await store.append([read('p2')])).to.equal('saved')
        expect(pages((await onDisk(guide))!)).to.deep.equal(['p1', 'p2'])
        expect(told.at(-1)).to.equal(true)
        expect(await store.clear()).to.equal(true)
        expect(atRisk.has(store)).to.equal(false)
      })
    }

    it('is at no risk with a copy', async () => {
      const store = tab(guide)
      await store.save()
      await store.append([read('p1')])
      expect(atRisk.has(store)).to.equal(false)
    })

    it('writes no copy in a shared visit, and reads none', async () => {
      await kept('p1')
      await throwAway()
      const store = tab(guide)
      store.shareThisVisit()
      await store.append([read('theirs')])
      expect(await store.save()).to.equal('off')
      expect(pages(store.events)).to.deep.equal(['theirs'])
      expect(await inCopy()).to.deep.equal(['p1'])
    })
  })
}

describe('a copy in a file', () => {
  const restores: (() => void)[] = []
  let guide: string
  before(function () {
    if (!storageBuckets) this.skip()
  })
  beforeEach(() => {
    guide = newGuide()
    restores.push(replace(navigator as {storageBuckets?: unknown}, 'storageBuckets', {value: undefined}))
  })
  afterEach(() => {
    for (const restore of restores.splice(0).reverse()) restore()
    closeAll()
  })

  const kind = {list: 'events' as const, isEntry: isLearnerEvent}
  const consent = {at: '2026-11-23T09:00:00.000Z', series: ''}
  const event = (page: string, i = 0): LearnerEvent => ({
    type: 'read', id: `${page}-${i}`, at: new Date(Date.UTC(2026, 10, 23, 9, 0, i)).toISOString(), edition: 'e', about: 'm',
    hash: '', page,
  })
  const ids = (events: readonly LearnerEvent[]) => events.map(({id}) => id).sort()
  const write = async (text: string) => {
    const file = (await filesHere()).find(({name}) => name === recordDatabase(guide)) as unknown as WritableEntry
    const writer = await new Promise<Writer>((resolve, reject) => file.createWriter(resolve, reject))
    await new Promise<void>(resolve => {
      writer.onwriteend = () => resolve()
      writer.seek(writer.length)
      writer.write(new Blob([text]))
    })
  }
  interface Writer { length: number; onwriteend(): void; seek(to: number): void; write(what: Blob): void }
  interface WritableEntry { createWriter(made: (writer: Writer) => void, failed: (error: unknown) => void): void }

  it('has all that many tabs wrote in the same moments', async () => {
    const open = () => fileCopies.create<LearnerEvent>(recordDatabase(guide), kind, consent)
    const copies = await Promise.all(Array.from({length: 6}, open))
    await copies[0]!.write([], '')
    const said = copies.map((_, tab) => Array.from({length: 30}, (_, i) => event(`tab ${tab} ${'x'.repeat(tab * 9)}`, i)))
    await Promise.all(copies.map(async (copy, tab) => {
      for (const one of said[tab]!) await copy.write([one], '')
    }))
    // Should two have written over each other, the database has it, and the next opening brings it into the copy.
    const opened = await open()
    await opened.takeFrom({consent: async () => consent, rows: async known => said.flat().filter(({id}) => !known.has(id))})
    expect(ids(await opened.rows(new Set()))).to.deep.equal(ids(said.flat()))
    await fileCopies.delete(recordDatabase(guide))
  })

  for (const torn of ['\n', '\n{"name"', '\0\0\0\0', '}\n{"at', '\n[]', '\nnull', '\n{"name":"other","entries":[{"id":"x"}]}']) {
    it(`is read as far as it is whole: after ${JSON.stringify(torn)}`, async () => {
      const store = tab(guide)
      await store.append([read('p1')])
      await store.save()
      await write(torn)
      await store.append([read('p2')])
      store.close()
      await deleteDatabase(recordDatabase(guide))
      const again = tab(guide)
      await again.ready
      expect([again.saving, pages(again.events)]).to.deep.equal(['saved', ['p1', 'p2']])
    })
  }

  it('comes back without what is damaged in it', async () => {
    const store = tab(guide)
    await store.append([read('p1')])
    await store.save()
    await write(`\n${JSON.stringify({name: recordDatabase(guide), ...consent, entries: [{id: 'damaged', type: 'read'}, event('whole')]})}\n`)
    store.close()
    await deleteDatabase(recordDatabase(guide))
    const again = tab(guide)
    await again.ready
    expect(pages(again.events).sort()).to.deep.equal(['p1', 'whole'])
    expect(again.unreadable).to.equal(1)
  })

  it('goes with the rest when the browser has come to have buckets', async () => {
    const store = tab(guide)
    await store.append([read('p1')])
    await store.save()
    store.close()
    for (const restore of restores.splice(0)) restore()
    const later = tab(guide)
    await later.append([read('p2')])
    expect(await later.clear()).to.equal(true)
    expect((await keptHere()).filter(name => name.includes(guide))).to.deep.equal([])
  })
})
