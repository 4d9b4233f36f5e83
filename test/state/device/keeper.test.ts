import {expect} from 'chai'
import {type RecordLog} from '../../../components/state/record/record.js'
import type {SavingState} from '../../../components/state/record/record.js'
import {becomes, closeAll, makeRaw, newGuide, onDisk, openRaw, pages, read, replace, tab, until} from './storage.js'

describe('DeviceKeeper', () => {
  let guide: string
  beforeEach(() => { guide = newGuide() })
  afterEach(closeAll)

  describe('before the learner agrees', () => {
    it('keeps answers in memory and leaves nothing on the device', async () => {
      const keys = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]
      const before = keys()
      const store = tab(guide)
      await store.ready
      expect(store.saving).to.equal('off')
      expect(await store.append([read('p1'), read('p2')])).to.equal('off')
      expect(pages(store.events)).to.deep.equal(['p1', 'p2'])
      expect(await onDisk(guide)).to.equal(undefined)
      expect(keys()).to.deep.equal(before)
    })

    it('does so too where the browser cannot list its databases', async () => {
      const restores = [
        replace(IDBFactory.prototype, 'databases', {value: undefined}),
        // It must not come to this: what needs deleting was on the device.
        replace(IDBFactory.prototype, 'deleteDatabase', {value: undefined}),
      ]
      try {
        const store = tab(guide)
        await store.ready
        expect(store.saving).to.equal('off')
      } finally {
        for (const restore of restores) restore()
      }
      expect(await onDisk(guide)).to.equal(undefined)
    })
  })

  describe('once the learner agrees', () => {
    it('moves what is in memory to the device', async () => {
      const store = tab(guide)
      await store.append([read('p1')])
      expect(await store.save()).to.equal('saved')
      expect(await onDisk(guide)).to.deep.equal(store.events)
    })

    it('says "saved" only when another connection can read it', async () => {
      const store = tab(guide)
      await store.save()
      const states: SavingState[] = []
      let atSaved: Promise<unknown> | undefined
      store.subscribe(() => {
        if (states.at(-1) !== store.saving) states.push(store.saving)
        if (store.saving === 'saved') atSaved ??= onDisk(guide)
      })
      const appended = store.append([read('p1')])
      expect(store.saving, 'before the write has ended').to.equal('saving')
      expect(await appended).to.equal('saved')
      expect(states).to.deep.equal(['saving', 'saved'])
      expect(await atSaved).to.deep.equal(store.events)
    })

    it('saves every event once when many come at once', async () => {
      const store = tab(guide)
      const first = Array.from({length: 20}, (_, i) => store.append([read(`before ${i}`)]))
      const saving = store.save()
      const then = Array.from({length: 50}, (_, i) => store.append([read(`after ${i}`)]))
      await Promise.all([...first, saving, ...then])
      expect(store.saving).to.equal('saved')
      expect(store.events).to.have.length(70)
      expect(await onDisk(guide)).to.deep.equal(store.events)
    })

    it('saves what a subscriber adds while it hears of "saved"', async () => {
      const store = tab(guide)
      await store.save()
      let more: Promise<unknown> | undefined
      const stop = store.subscribe(() => {
        if (store.saving !== 'saved') return
        stop()
        more = store.append([read('p2')])
      })
      await store.append([read('p1')])
      await more
      expect(pages((await onDisk(guide))!)).to.deep.equal(['p1', 'p2'])
    })

    it('takes agreement while it is still looking, and twice', async () => {
      const store = tab(guide)
      void store.append([read('p1')])
      expect(await Promise.all([store.save(), store.save()])).to.deep.equal(['saved', 'saved'])
      expect(pages((await onDisk(guide))!)).to.deep.equal(['p1'])
    })
  })

  describe('on the next visit', () => {
    const visit = async () => {
      const frame = document.createElement('iframe')
      frame.src = new URL(`../visit/visit.html?guide=${guide}`, import.meta.url).href
      document.body.append(frame)
      await new Promise(resolve => frame.addEventListener('load', resolve))
      const {store} = frame.contentWindow as unknown as {store: RecordLog}
      await store.ready
      return {store, leave: () => frame.remove()}
    }

    it('finds the record again, and goes on saving', async () => {
      const first = await visit()
      await first.store.append([read('p1')])
      await first.store.save()
      first.leave()
      const second = await visit()
      expect(pages(second.store.events)).to.deep.equal(['p1'])
      expect(second.store.saving).to.equal('saved')
      await second.store.append([read('p2')])
      second.leave()
      const third = await visit()
      expect(pages(third.store.events)).to.deep.equal(['p1', 'p2'])
      third.leave()
    })

    it('finds nothing when the learner did not agree', async () => {
      const first = await visit()
      await first.store.append([read('p1')])
      first.leave()
      const second = await visit()
      expect(second.store.events).to.deep.equal([])
      expect(second.store.saving).to.equal('off')
      second.leave()
    })

    it('saves what was answered while it was still opening', async () => {
      await tab(guide).save()
      const store = tab(guide)
      expect(await store.append([read('early')])).to.equal('saved')
      expect(pages((await onDisk(guide))!)).to.deep.equal(['early'])
    })
  })

  describe('with two tabs', () => {
    it('shows each what the other saved, once, in one order', async () => {
      const [a, b] = [tab(guide), tab(guide)]
      await a.save()
      await b.save()
      await Promise.all(Array.from({length: 20}, (_, i) => [a.append([read(`a${i}`)]), b.append([read(`b${i}`)])]).flat())
      await until(a, () => a.events.length === 40)
      await until(b, () => b.events.length === 40)
      expect(a.events).to.deep.equal(b.events)
      const ids = (events: readonly {id: string}[]) => events.map(({id}) => id).sort()
      expect(ids((await onDisk(guide))!)).to.deep.equal(ids(a.events))
    })

    it('saves in the other tab too, once one has agreed and the other is looked at', async () => {
      const [a, b] = [tab(guide), tab(guide)]
      await b.append([read('b')])
      await a.save()
      document.dispatchEvent(new Event('visibilitychange'))
      await becomes(b, 'saved')
      expect(pages((await onDisk(guide))!)).to.deep.equal(['b'])
    })

    it('catches up when it comes into view, even if it heard nothing', async () => {
      const restore = replace(globalThis, 'BroadcastChannel', {value: undefined})
      const [a, b] = [tab(guide), tab(guide)]
      restore()
      await b.ready
      await a.save()
      await b.save()
      await a.append([read('a')])
      expect(b.events).to.deep.equal([])
      document.dispatchEvent(new Event('visibilitychange'))
      await until(b, () => b.events.length === 1)
      expect(b.events).to.deep.equal(a.events)
    })

    it('does not take in what a stranger says on the channel', async () => {
      const store = tab(guide)
      await store.save()
      const stranger = new BroadcastChannel(`dsg-record-${guide}`)
      stranger.postMessage({type: 'added', events: [{id: 'x', type: 'answered', about: {}, at: 'now'}, null, 7]})
      stranger.postMessage('nonsense')
      stranger.postMessage(null)
      const other = tab(guide)
      await other.save()
      await other.append([read('honest')])
      await until(store, () => store.events.length > 0)
      stranger.close()
      expect(pages(store.events)).to.deep.equal(['honest'])
    })
  })

  describe('clear', () => {
    it('leaves no database, here or for another tab to bring back', async () => {
      const [a, b] = [tab(guide), tab(guide)]
      await a.save()
      await b.save()
      await b.append([read('b')])
      await until(a, () => a.events.length === 1)
      expect(await a.clear()).to.equal(true)
      expect([a.saving, a.events.length]).to.deep.equal(['off', 0])
      await until(b, () => b.events.length === 0)
      await b.append([read('new')])
      expect(b.saving).to.equal('off')
      expect(await onDisk(guide)).to.equal(undefined)
    })

    it('reaches tabs that never saved', async () => {
      const [a, b] = [tab(guide), tab(guide)]
      await Promise.all([a.ready, b.ready])
      await b.append([read('b')])
      expect(await a.clear()).to.equal(true)
      await until(b, () => b.events.length === 0)
    })

    it('wins over answers that are being written', async () => {
      const store = tab(guide)
      await store.save()
      const put = IDBObjectStore.prototype.put
      let writing: Promise<unknown> | undefined
      await new Promise<void>(resolve => {
        const restore = replace(IDBObjectStore.prototype, 'put', {
          value(this: IDBObjectStore, value: unknown) {
            restore()
            resolve()
            return put.call(this, value)
          },
        })
        writing = store.append([read('p1')])
      })
      expect(await store.clear()).to.equal(true)
      await writing
      expect(store.events).to.deep.equal([])
      expect(store.saving).to.equal('off')
      expect(await onDisk(guide)).to.equal(undefined)
    })

    it('wins over an agreement that has not been acted on yet', async () => {
      const store = tab(guide)
      const saving = store.save()
      expect(await store.clear()).to.equal(true)
      await saving
      expect(store.saving).to.equal('off')
      expect(await onDisk(guide)).to.equal(undefined)
    })

    it('wins over a database that is being made', async () => {
      const store = tab(guide)
      await store.ready
      const open = IDBFactory.prototype.open
      let saving: Promise<unknown> | undefined
      await new Promise<void>(resolve => {
        const restore = replace(IDBFactory.prototype, 'open', {
          value(this: IDBFactory, name: string, version: number) {
            restore()
            resolve()
            return open.call(this, name, version)
          },
        })
        saving = store.save()
      })
      expect(await store.clear()).to.equal(true)
      await saving
      expect(store.saving).to.equal('off')
      expect(await onDisk(guide)).to.equal(undefined)
    })

    it('reaches a tab that hears no messages, when the database goes', async () => {
      const restore = replace(globalThis, 'BroadcastChannel', {value: undefined})
      const [a, b] = [tab(guide), tab(guide)]
      restore()
      await b.ready
      await a.append([read('p1')])
      await a.save()
      await b.save()
      expect(b.events).to.have.length(1)
      expect(await a.clear()).to.equal(true)
      await until(b, () => b.events.length === 0)
      expect(b.saving).to.equal('off')
    })

    it('wins over an opening that has not ended', async () => {
      await tab(guide).save()
      const store = tab(guide)
      expect(await store.clear()).to.equal(true)
      await store.ready
      expect(store.saving).to.equal('off')
      expect(await onDisk(guide)).to.equal(undefined)
    })

    it('can be followed by a fresh start at once', async () => {
      const store = tab(guide)
      await store.append([read('old')])
      await store.save()
      void store.clear()
      void store.append([read('new')])
      expect(await store.save()).to.equal('saved')
      expect(pages((await onDisk(guide))!)).to.deep.equal(['new'])
    })

    it('empties the database when a frozen tab does not let go of it, and says that it is not sure', async () => {
      const store = tab(guide, {answerWithinMs: 300})
      await store.append([read('p1')])
      await store.save()
      const frozen = (await openRaw(guide))!
      expect(await store.clear()).to.equal(false)
      expect(await new Promise(resolve => {
        frozen.transaction('events').objectStore('events').count().onsuccess = e => resolve((e.target as IDBRequest).result)
      })).to.equal(0)
      frozen.close()
      expect(await onDisk(guide)).to.equal(undefined)
    })

    it('is finished at the next visit if it was cut short', async () => {
      const database = await makeRaw(guide, 1, db => {
        db.createObjectStore('events', {keyPath: 'id'})
        db.createObjectStore('consent', {keyPath: 'id'})
      })
      database.close()
      const store = tab(guide)
      await store.ready
      expect(store.saving).to.equal('off')
      expect(await onDisk(guide)).to.equal(undefined)
    })
  })

  it('hears nothing more when it is closed', async () => {
    const [closed, a, b] = [tab(guide), tab(guide), tab(guide)]
    await Promise.all([closed, a, b].map(store => store.save()))
    closed.close()
    await a.append([read('p1')])
    await until(b, () => b.events.length === 1)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await b.append([])).to.equal('saved')
    expect(closed.events).to.deep.equal([])
  })
})
