import {expect} from 'chai'
import {keptCanvas} from './kept.js'
import {canvasDatabaseName} from '../../../components/state/canvas/keep-canvas.later.js'
import {EntryDatabase} from '../../../components/state/device/entry-database.js'
import {recordDatabase} from '../../../components/state/device/known-absent.js'
import type {StorageBuckets} from '../../../components/state/device/storage-bucket.js'
import {isLearnerEvent} from '../../../components/model/record/event-shape.js'
import {deleteDatabase, keptHere, storageBuckets} from '../../kept-here.js'
import {titled} from '../canvas/storage.js'
import {becomes, closeAll, newGuide, onDisk, openRaw, pages, read, replace, tab} from './storage.js'

/** What becomes of the answers when Chromium throws a database away: see `DeviceDatabase`. */
describe('DeviceKeeper, where the browser needs a copy', () => {
  let guide: string
  const restores: (() => void)[] = []
  before(function () {
    if (!storageBuckets) this.skip() // Firefox and WebKit have none, and keep their databases in SQLite.
  })
  beforeEach(() => { guide = newGuide() })
  afterEach(() => {
    for (const restore of restores.splice(0)) restore()
    closeAll()
  })

  const hasCopy = async () => (await keptHere()).includes(`bucket ${recordDatabase(guide)}`)
  const unwatched = {cleared() {}, upgraded() {}, lost() {}}
  const openCopy = async () => {
    const bucket = await storageBuckets!.open(recordDatabase(guide))
    return EntryDatabase.open(bucket.indexedDB, recordDatabase(guide), {list: 'events', isEntry: isLearnerEvent}, unwatched)
  }
  const inCopy = async () => {
    const copy = (await openCopy())!
    const {entries} = (await copy.read(new Set()))!
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
    const bucket = await storageBuckets!.open(recordDatabase(guide))
    await deleteDatabase(recordDatabase(guide), bucket.indexedDB)
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

  const refusals: {why: string; open(): Promise<never>}[] = [
    {why: 'refuses it', open: () => Promise.reject(new DOMException('Denied', 'SecurityError'))},
    {why: 'never answers', open: () => new Promise(() => {})},
  ]
  for (const {why, open} of refusals) {
    it(`saves without a copy where the browser ${why}`, async () => {
      restores.push(replace(Object.getPrototypeOf(storageBuckets) as StorageBuckets, 'open', {value: open}))
      const store = tab(guide)
      await store.save()
      expect(await store.append([read('p1')])).to.equal('saved')
      expect(await store.append([read('p2')])).to.equal('saved')
      expect(pages((await onDisk(guide))!)).to.deep.equal(['p1', 'p2'])
      expect(await store.clear()).to.equal(true)
    })
  }
})
