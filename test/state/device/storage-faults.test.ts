import {expect} from 'chai'
import {becomes, closeAll, finished, makeRaw, newGuide, onDisk, openRaw, pages, read, replace, tab} from './storage.js'

/** The guide works on whatever the browser's storage does, and says what is not saved. */
describe('DeviceKeeper, when storage fails', () => {
  let guide: string
  const restores: (() => void)[] = []
  const fake: typeof replace = (...args) => {
    const restore = replace(...args)
    restores.push(restore)
    return restore
  }
  beforeEach(() => { guide = newGuide() })
  afterEach(() => {
    for (const restore of restores.splice(0)) restore()
    closeAll()
  })

  describe('a database of a newer version', () => {
    const makeNewer = () => makeRaw(guide, 2, (db, transaction) => {
      db.createObjectStore('facts', {keyPath: 'id'})
      transaction.objectStore('facts').put({id: 'theirs'})
    })
    const theirs = async () => {
      const database = (await openRaw(guide))!
      const facts = await finished(database.transaction('facts').objectStore('facts').getAll())
      database.close()
      return {version: database.version, stores: [...database.objectStoreNames], facts}
    }

    it('is left as it is, whatever the learner does', async () => {
      (await makeNewer()).close()
      const before = await theirs()
      const store = tab(guide)
      await store.ready
      expect(store.saving).to.equal('newer')
      expect(await store.append([read('p1')])).to.equal('newer')
      expect(await store.save()).to.equal('newer')
      expect(pages(store.events)).to.deep.equal(['p1'])
      expect(await theirs()).to.deep.equal(before)
      expect(before).to.deep.equal({version: 2, stores: ['facts'], facts: [{id: 'theirs'}]})
    })

    it('can be made while we have ours open: we let go, and say so', async () => {
      const store = tab(guide)
      await store.append([read('p1')])
      await store.save()
      const newer = await makeRaw(guide, 2, () => undefined)
      expect(store.saving).to.equal('newer')
      expect(await store.append([read('p2')])).to.equal('newer')
      expect(pages(store.events)).to.deep.equal(['p1', 'p2'])
      newer.close()
      expect(pages((await onDisk(guide))!)).to.deep.equal(['p1'])
    })

    it('goes when the learner clears', async () => {
      (await makeNewer()).close()
      const store = tab(guide)
      await store.ready
      expect(await store.clear()).to.equal(true)
      expect(await openRaw(guide)).to.equal(undefined)
    })
  })

  it('skips records it cannot read, keeps them, and reads their neighbours', async () => {
    const first = tab(guide)
    await first.append([read('p1'), read('p2')])
    await first.save()
    first.close()
    const damaged = [
      {id: '0-kind', type: 'teleported', about: 'm1', at: first.events[0]!.at, edition: '1', hash: ''},
      {id: 'z-shape', type: 'answered', about: 'q1'},
    ]
    const database = (await openRaw(guide))!
    const store = database.transaction('events', 'readwrite').objectStore('events')
    await Promise.all(damaged.map(record => finished(store.put(record))))
    database.close()

    const second = tab(guide)
    await second.ready
    expect(pages(second.events)).to.deep.equal(['p1', 'p2'])
    expect(second.unreadable).to.equal(2)
    expect(await second.append([read('p3')])).to.equal('saved')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await second.append([])).to.equal('saved')
    expect(second.unreadable).to.equal(2)
    expect(await onDisk(guide)).to.deep.include.members(damaged).and.have.length(5)
  })

  it('reads the others when the browser cannot decode one of them', async () => {
    const first = tab(guide)
    await first.append([read('p1'), read('p2'), read('p3')])
    await first.save()
    first.close()
    const spoilt = first.events[1]!.id
    const decodeError = () => { throw new DOMException('Failed to read large IndexedDB value', 'DataError') }
    fake(IDBObjectStore.prototype, 'getAll', {value: decodeError})
    const get = IDBObjectStore.prototype.get
    fake(IDBObjectStore.prototype, 'get', {
      value(this: IDBObjectStore, key: string) { return key === spoilt ? decodeError() : get.call(this, key) },
    })
    const second = tab(guide)
    await second.ready
    expect(pages(second.events)).to.deep.equal(['p1', 'p3'])
    expect(second.unreadable).to.equal(1)
    expect(second.saving).to.equal('saved')
  })

  const refusals: {why: string; descriptor: PropertyDescriptor}[] = [
    {why: 'is missing', descriptor: {value: undefined}},
    {why: 'throws when it is touched', descriptor: {get() { throw new DOMException('Denied', 'SecurityError') }}},
    {why: 'fails every request', descriptor: {value: {open() { throw new DOMException('Failed', 'UnknownError') }}}},
  ]
  for (const {why, descriptor} of refusals) {
    it(`works in memory when IndexedDB ${why}`, async () => {
      fake(globalThis, 'indexedDB', descriptor)
      const store = tab(guide)
      await store.ready
      expect(store.saving).to.equal('blocked')
      expect(await store.append([read('p1')])).to.equal('blocked')
      expect(await store.save()).to.equal('blocked')
      expect(pages(store.events)).to.deep.equal(['p1'])
    })
  }

  it('is not sure that nothing is left when the browser does not let it look', async () => {
    fake(globalThis, 'indexedDB', refusals[1]!.descriptor)
    const store = tab(guide)
    expect(await store.clear()).to.equal(false)
  })

  it('does without a channel where the browser forbids it', async () => {
    fake(globalThis, 'BroadcastChannel', {value: class { constructor() { throw new DOMException('Denied', 'SecurityError') } }})
    const store = tab(guide)
    await store.append([read('p1')])
    expect(await store.save()).to.equal('saved')
  })

  describe('a browser that does not answer', () => {
    let answer: () => void
    let asked: Promise<void>
    beforeEach(async () => {
      const before = tab(guide)
      await before.append([read('earlier')])
      await before.save()
      before.close()
      const waiting = new Promise<void>(resolve => { answer = resolve })
      const databases = indexedDB.databases.bind(indexedDB)
      asked = new Promise(resolve => fake(IDBFactory.prototype, 'databases', {
        value() {
          resolve()
          return waiting.then(databases)
        },
      }))
    })

    it('is not waited for longer than the limit, and a late answer is taken', async () => {
      const store = tab(guide, {answerWithinMs: 50})
      await store.ready
      expect(store.saving).to.equal('blocked')
      expect(await store.append([read('meanwhile')])).to.equal('blocked')
      answer()
      await becomes(store, 'saved')
      expect(pages(store.events)).to.deep.equal(['earlier', 'meanwhile'])
      expect(pages((await onDisk(guide))!)).to.deep.equal(['earlier', 'meanwhile'])
    })

    it('opens nothing for a store that was closed in the meantime', async () => {
      const store = tab(guide)
      await asked
      store.close()
      answer()
      await store.ready
      expect(store.events).to.deep.equal([])
    })
  })

  const quota = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  const put = IDBObjectStore.prototype.put
  const fullDisks: {why: string; fill: () => void}[] = [
    {why: 'the write throws', fill: () => fake(IDBObjectStore.prototype, 'put', {value() { throw quota() }})},
    {
      why: 'the transaction is aborted and its error says so',
      fill() {
        fake(IDBTransaction.prototype, 'error', {get: quota})
        fake(IDBObjectStore.prototype, 'put', {
          value(this: IDBObjectStore, value: unknown) {
            const request = put.call(this, value)
            this.transaction.abort()
            return request
          },
        })
      },
    },
    {
      why: 'an AbortError holds the reason',
      fill: () => fake(IDBObjectStore.prototype, 'put', {
        value() { throw Object.assign(new DOMException('Aborted', 'AbortError'), {cause: quota()}) },
      }),
    },
  ]
  for (const {why, fill} of fullDisks) {
    it(`says that the device is full, and saves it all when there is room again: ${why}`, async () => {
      const store = tab(guide)
      await store.append([read('p1')])
      await store.save()
      fill()
      expect(await store.append([read('p2')])).to.equal('full')
      expect(pages(store.events)).to.deep.equal(['p1', 'p2'])
      for (const restore of restores.splice(0)) restore()
      expect(pages((await onDisk(guide))!)).to.deep.equal(['p1'])
      expect(await store.append([read('p3')])).to.equal('saved')
      expect(pages((await onDisk(guide))!)).to.deep.equal(['p1', 'p2', 'p3'])
    })
  }

  it('tries again on save() when there was no room to begin', async () => {
    const store = tab(guide)
    await store.ready
    const restore = fake(IDBFactory.prototype, 'open', {value() { throw quota() }})
    expect(await store.save()).to.equal('full')
    restore()
    await store.append([read('p1')])
    expect(await store.save()).to.equal('saved')
  })

  it('connects again when the browser dropped the connection', async () => {
    const store = tab(guide)
    await store.save()
    const transaction = IDBDatabase.prototype.transaction
    const restore = fake(IDBDatabase.prototype, 'transaction', {
      value() {
        restore()
        throw new DOMException('The database connection is closing.', 'InvalidStateError')
      },
    })
    expect(await store.append([read('p1')])).to.equal('saved')
    expect(IDBDatabase.prototype.transaction).to.equal(transaction)
    expect(pages((await onDisk(guide))!)).to.deep.equal(['p1'])
  })

  it('says that it is blocked when writing fails again and again, and keeps the answers in memory', async () => {
    const store = tab(guide)
    await store.save()
    const restore = fake(IDBObjectStore.prototype, 'put', {value() { throw new DOMException('Disk', 'UnknownError') }})
    expect(await store.append([read('p1')])).to.equal('blocked')
    expect(pages(store.events)).to.deep.equal(['p1'])
    restore()
    expect(await store.append([read('p2')])).to.equal('saved')
    expect(pages((await onDisk(guide))!)).to.deep.equal(['p1', 'p2'])
  })
})
