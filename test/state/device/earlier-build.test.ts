import {expect} from 'chai'
import type {CanvasItem} from '../../../components/model/canvas/items.js'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import {canvasOf} from '../../../components/state/canvas/canvas.js'
import {storageBuckets} from '../../../components/state/device/storage-bucket.js'
import {recordOf} from '../../../components/state/record/record.js'
import {recentSearches} from '../../../components/state/search/recent-searches.js'
import {canvasOnDisk, CANVAS} from '../canvas/storage.js'
import {finished, newGuide, onDisk, read} from './storage.js'

/** A database as the browser had it: its stores, and all that is in them. */
interface Dumped {
  name: string
  version: number
  stores: Record<string, {keyPath: string; entries: object[]}>
}

/** What the build of commit 9f6ab99 left in Chromium: a record and a canvas that were saved, with their copies. */
interface Left { databases: Dumped[]; buckets: (Dumped & {bucket: string})[]; localStorage: Record<string, string> }

/** The names that build used, for this test alone. */
const ids: [from: string, to: string][] = []

function renamed(name: string): string {
  return ids.reduce((name, [from, to]) => name.replace(from, to), name)
}

/** Makes it again, by the browser's own calls, so that a change of ours cannot change what an earlier build left. */
async function make(where: IDBFactory, {name, version, stores}: Dumped): Promise<void> {
  const request = where.open(renamed(name), version)
  request.onupgradeneeded = () => {
    for (const [store, {keyPath, entries}] of Object.entries(stores)) {
      const made = request.result.createObjectStore(store, {keyPath})
      for (const entry of entries) made.put(entry)
    }
  }
  (await finished(request)).close()
}

describe('what the build of 9f6ab99 kept on a device', () => {
  let left: Left
  let guide: string

  beforeEach(async () => {
    left = await (await fetch(new URL('../../fixtures/device/9f6ab99.json', import.meta.url))).json() as Left
    guide = newGuide()
    ids.splice(0, ids.length, ['digital-skills', guide], ['canvas-1', CANVAS])
  })

  function kept<E>(store: 'events' | 'items'): E[] {
    return left.databases.flatMap(({stores}) => stores[store]?.entries ?? []) as E[]
  }

  async function opensWithEverything(): Promise<void> {
    const record = recordOf({id: guide, edition: 'newest'})
    await record.ready
    expect([record.saving, record.unreadable]).to.deep.equal(['saved', 0])
    expect(kept<LearnerEvent>('events')).to.have.length.greaterThan(15)
    expect(record.events).to.have.deep.members(kept<LearnerEvent>('events'))
    expect(await record.append([read('new')])).to.equal('saved')
    expect(await onDisk(guide)).to.have.length(kept('events').length + 1)

    const canvas = canvasOf({id: guide}, CANVAS)
    await canvas.ready
    expect([canvas.saving, canvas.unreadable]).to.deep.equal(['saved', 0])
    expect(kept<CanvasItem>('items')).to.have.length.greaterThan(10)
    expect(canvas.file.items).to.have.deep.members(kept<CanvasItem>('items'))
    expect(await canvas.append([{type: 'titled', title: 'New'}])).to.equal('saved')
    expect((await canvasOnDisk(guide))!.items).to.have.length(kept('items').length + 1)

    expect(await record.clear()).to.equal(true)
    expect(await canvas.clear()).to.equal(true)
    record.close()
    canvas.close()
  }

  it('opens with everything in it, goes on, and can be cleared', async () => {
    for (const database of left.databases) await make(indexedDB, database)
    for (const [key, value] of Object.entries(left.localStorage)) localStorage.setItem(renamed(key), value)
    expect(recentSearches(guide, {visit: 'own', saving: 'saved'})).to.deep.equal(['phishing'])
    await opensWithEverything()
    expect(Object.keys(localStorage).filter(key => key.includes(guide))).to.deep.equal([])
  })

  it('opens from the copies, where the browser threw the databases away', async function () {
    const buckets = storageBuckets()
    if (!buckets) return this.skip()
    for (const {bucket, ...database} of left.buckets) {
      await make((await buckets.open(renamed(bucket).replace(/[^a-z0-9-]/g, '_'))).indexedDB, database)
    }
    await opensWithEverything()
  })
})
