import {expect} from 'chai'
import {canvasProblems} from '../../../components/model/canvas/file.js'
import type {CanvasFile, CanvasItem} from '../../../components/model/canvas/items.js'
import {CanvasLog, type CanvasSaving} from '../../../components/state/canvas/canvas.js'
import {canvasOf} from '../../../components/state/canvas/canvas.js'
import {
  CANVAS, canvasBecomes, canvasOnDisk, canvasTab, closeCanvases, makeRawCanvas, openRawCanvas, titled, titles,
} from './storage.js'
import {finished, newGuide, replace, until} from '../device/storage.js'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const fileOf = (series: string, ...said: string[]): CanvasFile => ({
  format: 'dsg-canvas', version: 1, id: series, canvas: CANVAS,
  items: said.map((title, i): CanvasItem => ({type: 'titled', title, id: uuid(900 + i), at: `2026-11-23T09:00:0${i}.000Z`})),
})
const theirs = uuid(77)

describe('a canvas in memory', () => {
  it('says nothing at first, and is a file that can be read all the same', () => {
    const store = new CanvasLog(CANVAS)
    expect(store.file.items).to.deep.equal([])
    expect(canvasProblems(store.file)).to.deep.equal([])
  })

  it('gives each item an id and a time, and tells before it returns', () => {
    const store = new CanvasLog(CANVAS, {now: () => Date.UTC(2026, 10, 23)})
    const before = store.file
    let heard = 0
    store.subscribe(() => { heard += 1 })
    void store.append([titled('A'), titled('B')])
    expect(heard).to.equal(1)
    expect(store.file).not.to.equal(before)
    expect(before.items).to.deep.equal([])
    expect(titles(store)).to.deep.equal(['A', 'B'])
    expect(canvasProblems(store.file)).to.deep.equal([])
  })

  it('refuses an item that no file could hold, and keeps none of its neighbours', async () => {
    const store = new CanvasLog(CANVAS)
    const refusal = await store.append([titled('A'), titled('')]).then(() => undefined, (error: unknown) => error)
    expect(refusal).to.be.instanceOf(RangeError)
    expect(store.file.items).to.deep.equal([])
  })

  it('takes a first file with its series, and then only its own', async () => {
    const store = new CanvasLog(CANVAS)
    await store.bring(fileOf(theirs, 'A'))
    expect(store.file).to.deep.equal(fileOf(theirs, 'A'))
    const same = store.file
    await store.bring(fileOf(theirs, 'A'))
    expect(store.file.items).to.deep.equal(same.items)
    expect(store.bringProblems(fileOf(uuid(78), 'B')).join()).to.include('another series')
    expect(store.bringProblems({...fileOf(theirs, 'B'), canvas: 'other'}).join()).to.include('another canvas ("other")')
    const refusal = await store.bring(fileOf(uuid(78), 'B')).then(() => undefined, (error: unknown) => error)
    expect(refusal).to.be.instanceOf(RangeError)
    expect(titles(store)).to.deep.equal(['A'])
  })

  it('shows a series that is brought only together with its items', async () => {
    const elsewhere = new CanvasLog(CANVAS)
    await elsewhere.append([titled('A')])
    const store = new CanvasLog(CANVAS)
    const heard: [string, number][] = []
    store.subscribe(() => heard.push([store.file.id, store.file.items.length]))
    await store.bring(elsewhere.file)
    expect(heard.length).to.be.greaterThan(0)
    for (const each of heard) expect(each).to.deep.equal([elsewhere.file.id, 1])
  })

  it('is cleared, and what was there can be brought back', async () => {
    const store = new CanvasLog(CANVAS)
    await store.append([titled('A')])
    const before = store.file
    expect(await store.clear()).to.equal(true)
    expect(store.file.items).to.deep.equal([])
    expect(store.file.id).not.to.equal(before.id)
    await store.bring(before)
    expect(store.file).to.deep.equal(before)
  })

  it('goes on when a subscriber breaks', async () => {
    const store = new CanvasLog(CANVAS)
    const reported: unknown[] = []
    const restore = replace(globalThis, 'reportError', {value: (error: unknown) => reported.push(error)})
    store.subscribe(() => { throw new Error('broken') })
    let heard = 0
    store.subscribe(() => { heard += 1 })
    await store.append([titled('A')])
    restore()
    expect([reported.length, heard]).to.deep.equal([1, 1])
  })
})

describe('a canvas on a device', () => {
  let guide: string
  const restores: (() => void)[] = []
  beforeEach(() => { guide = newGuide() })
  afterEach(() => {
    for (const restore of restores.splice(0)) restore()
    closeCanvases()
  })

  it('is in memory only until the team agrees', async () => {
    const store = canvasTab(guide)
    await store.ready
    expect(store.saving).to.equal('off')
    expect(await store.append([titled('A')])).to.equal('off')
    expect(await canvasOnDisk(guide)).to.equal(undefined)
  })

  it('is kept once they agree, one record an item, and says "saved" only then', async () => {
    const store = canvasTab(guide)
    await store.append([titled('A')])
    expect(await store.save()).to.equal('saved')
    expect(await canvasOnDisk(guide)).to.deep.equal({items: store.file.items, series: store.file.id})
    const states: CanvasSaving[] = []
    let atSaved: Promise<unknown> | undefined
    store.subscribe(() => {
      states.push(store.saving)
      if (store.saving === 'saved') atSaved ??= canvasOnDisk(guide)
    })
    expect(await store.append([titled('B')])).to.equal('saved')
    expect(states).to.deep.equal(['saving', 'saved'])
    expect(await atSaved).to.deep.equal({items: store.file.items, series: store.file.id})
  })

  it('is there on the next visit, with its series, and joins what was said before it was found', async () => {
    const first = canvasTab(guide)
    await first.append([titled('A')])
    await first.save()
    first.close()
    const second = canvasTab(guide)
    void second.append([titled('early')])
    await second.ready
    expect(second.file.id).to.equal(first.file.id)
    expect(titles(second)).to.deep.equal(['A', 'early'])
    await canvasBecomes(second, 'saved')
    expect((await canvasOnDisk(guide))!.items).to.deep.equal(second.file.items)
  })

  it('keeps the series of a file that was brought in', async () => {
    const store = canvasTab(guide)
    await store.save()
    await store.bring(fileOf(theirs, 'A'))
    expect(await canvasOnDisk(guide)).to.deep.equal({items: fileOf(theirs, 'A').items, series: theirs})
    const next = canvasTab(guide)
    await next.ready
    expect(next.file).to.deep.equal(fileOf(theirs, 'A'))
  })

  it('never mixes a series from a file with another that is kept', async () => {
    const other = canvasTab(guide)
    await other.ready
    await other.bring(fileOf(theirs, 'Theirs'))
    const store = canvasTab(guide)
    await store.append([titled('Kept')])
    await store.save()
    expect(await other.save()).to.equal('other')
    expect(titles(other)).to.deep.equal(['Theirs'])
    expect(await other.append([titled('More')])).to.equal('other')
    expect((await canvasOnDisk(guide))!.items).to.deep.equal(store.file.items)
    expect(titles(store)).to.deep.equal(['Kept'])
  })

  it('is told to other tabs, both ways', async () => {
    const [a, b] = [canvasTab(guide), canvasTab(guide)]
    await a.append([titled('A')])
    await a.save()
    await until(b, () => b.file.items.length === 1)
    await canvasBecomes(b, 'saved')
    expect(b.file).to.deep.equal(a.file)
    await b.append([titled('B')])
    await until(a, () => a.file.items.length === 2)
    expect(a.file).to.deep.equal(b.file)
  })

  it('takes nothing from a channel that is not an item', async () => {
    const store = canvasTab(guide)
    await store.append([titled('A')])
    await store.save()
    const channel = new BroadcastChannel(`dsg-canvas-${guide}/${CANVAS}`)
    const good = fileOf(store.file.id, 'Good').items[0]!
    for (const message of [null, 7, {type: 'added'}, {type: 'added', series: store.file.id, items: [7, {...good, title: 5}, good]}]) {
      channel.postMessage(message)
    }
    await until(store, () => store.file.items.length === 2)
    channel.close()
    expect(titles(store).sort()).to.deep.equal(['A', 'Good'])
  })

  it('is cleared completely, here, on the device and in other tabs', async () => {
    const [a, b] = [canvasTab(guide), canvasTab(guide)]
    await a.append([titled('A')])
    await a.save()
    await canvasBecomes(b, 'saved')
    expect(await a.clear()).to.equal(true)
    await until(b, () => b.file.items.length === 0)
    expect([a.saving, b.saving]).to.deep.equal(['off', 'off'])
    expect(await openRawCanvas(guide)).to.equal(undefined)
    await a.append([titled('After')])
    expect(await openRawCanvas(guide)).to.equal(undefined)
  })

  it('keeps nothing of a visit on a shared computer, and shows nothing that is kept', async () => {
    const own = canvasTab(guide)
    await own.append([titled('Own')])
    await own.save()
    own.close()
    const store = canvasTab(guide)
    await store.ready
    store.shareThisVisit()
    expect(titles(store)).to.deep.equal([])
    await store.append([titled('Shared')])
    expect(await store.save()).to.equal('off')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await store.append([])).to.equal('off')
    expect(titles(store)).to.deep.equal(['Shared'])
    expect((await canvasOnDisk(guide))!.items).to.deep.equal(own.file.items)
  })

  it('of a newer version is left as it is', async () => {
    (await makeRawCanvas(guide, 2, database => { database.createObjectStore('theirs') })).close()
    const store = canvasTab(guide)
    await store.ready
    expect(store.saving).to.equal('newer')
    expect(await store.append([titled('A')])).to.equal('newer')
    expect(await store.save()).to.equal('newer')
    const database = (await openRawCanvas(guide))!
    expect([database.version, ...database.objectStoreNames]).to.deep.equal([2, 'theirs'])
    database.close()
  })

  it('skips an item it cannot read, keeps it, and reads its neighbours', async () => {
    const first = canvasTab(guide)
    await first.append([titled('A')])
    await first.save()
    first.close()
    const damaged = {id: uuid(1), at: '2026-11-23T09:00:00.000Z', type: 'scored', total: 42}
    const database = (await openRawCanvas(guide))!
    await finished(database.transaction('items', 'readwrite').objectStore('items').put(damaged))
    database.close()
    const second = canvasTab(guide)
    await second.ready
    expect([titles(second), second.unreadable]).to.deep.equal([['A'], 1])
    expect(await second.append([titled('B')])).to.equal('saved')
    expect((await canvasOnDisk(guide))!.items).to.deep.include(damaged).and.have.length(3)
  })

  it('says that the disk is full, and saves again when there is room', async () => {
    const store = canvasTab(guide)
    await store.append([titled('A')])
    await store.save()
    const full = replace(IDBObjectStore.prototype, 'put', {value() { throw new DOMException('No room', 'QuotaExceededError') }})
    restores.push(full)
    expect(await store.append([titled('B')])).to.equal('full')
    expect(titles(store)).to.deep.equal(['A', 'B'])
    full()
    expect(await store.save()).to.equal('saved')
    expect((await canvasOnDisk(guide))!.items).to.deep.equal(store.file.items)
  })

  it('works on in memory where the browser has no storage at all', async () => {
    restores.push(replace(IDBFactory.prototype, 'open', {value() { throw new DOMException('Not allowed', 'SecurityError') }}))
    restores.push(replace(IDBFactory.prototype, 'databases', {value: undefined}))
    const store = canvasTab(guide)
    await store.ready
    expect(await store.append([titled('A')])).to.equal('blocked')
    expect(titles(store)).to.deep.equal(['A'])
  })

  it('is one for a guide and a canvas on a page', () => {
    const store = canvasOf({id: guide}, CANVAS)
    expect(canvasOf({id: guide}, CANVAS)).to.equal(store)
    expect(canvasOf({id: guide}, 'other')).not.to.equal(store)
    store.close()
    canvasOf({id: guide}, 'other').close()
  })
})
