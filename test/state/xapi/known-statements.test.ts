import {expect} from 'chai'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {newGuide} from '../device/storage.js'
import {HeardClock, outbox, pages, stopAll, TestStore, testStatement} from './lrs.js'
import type {Behaviours} from './lrs.js'

/** Which of a record's events the store has from another device. */
type Kind = 'all' | 'prefix' | 'suffix' | 'random' | 'none'

const KINDS: Kind[] = ['all', 'prefix', 'suffix', 'random', 'none']
/** New to the store, in each kind that has some. */
const NEW = 7

/** The same numbers each time: what fails can be looked at again. */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = state * 48_271 % 2_147_483_647) / 2_147_483_647
}

describe('a store that has some of a record already', () => {
  afterEach(stopAll)

  /** @param other - the name that the other device sent in, if it is another */
  async function secondDevice(
    kind: Kind, count: number, behave: Behaviours, {other, seed = 1}: {other?: string; seed?: number} = {},
  ) {
    const clock = new HeardClock()
    const record = new RecordLog('e1', {now: () => clock.now()})
    const isNew = kind === 'all' ? 0 : NEW
    await record.append(pages(0, count + isNew))
    const {events} = record
    const next = numbers(seed)
    const places = new Map(events.map(event => [event, next()]))
    const known: readonly LearnerEvent[] = kind === 'none' ? [] : kind === 'suffix' ? events.slice(isNew)
      : kind === 'random' ? [...events].sort((a, b) => places.get(a)! - places.get(b)!).slice(0, count) : events.slice(0, count)
    const store = await TestStore.open()
    await store.keep(known.map(event => testStatement(event, other ?? events[0]!.id)))
    await store.behave({takesAgain: 'no', ...behave})
    const box = outbox(store, {guide: newGuide(), record, clock})
    await clock.untilSent(box)
    const {requests, statements} = await store.seen()
    expect(statements.map(({id}) => id).sort(), 'what the store has').to.deep.equal(events.map(({id}) => id).sort())
    expect(box.refused).to.deep.equal([])
    const newest = events.filter(event => !known.includes(event)).at(-1)
    return {
      requests: requests.length,
      failed: requests.filter(({status}) => status >= 400).length,
      /** How many requests it took until the newest was there. */
      newestAfter: newest ? 1 + requests.findIndex(({status, ids}) => status === 200 && ids.includes(newest.id)) : 0,
    }
  }

  const counts = [1, 2, 3, 7, 18, 25, 26, 49, 51, 99, 100, 101, 200, 350, 1000]
  for (const kind of KINDS) {
    it(`is asked what it has, and sent the rest: ${kind}`, async function () {
      this.timeout(120_000)
      for (const count of counts) {
        const {requests, failed, newestAfter} = await secondDevice(kind, count, {names: count % 2 === 0}, {seed: count})
        const sending = Math.ceil(((kind === 'none' ? count : 0) + (kind === 'all' ? 0 : NEW)) / 25)
        const about = `${count} ${kind}: ${requests} requests, ${failed} failed, the newest after ${newestAfter}`
        // One conflict and one question are the least; a batch of what is new to it is sent in any case.
        expect(requests, about).to.be.at.most(Math.max(4, 2 * Math.log2(count) + count / 50) + sending)
        expect(failed, about).to.be.at.most(1)
        if (count <= 200 && kind !== 'none') expect(newestAfter, about).to.be.at.most(10)
      }
    })
  }

  it('is asked in which name it has them, where that is another', async function () {
    this.timeout(120_000)
    for (const kind of KINDS) {
      for (const count of [60, 200, 1000]) {
        const {requests, failed, newestAfter} = await secondDevice(kind, count, {}, {other: 'somebody', seed: count})
        const about = `${count} ${kind}: ${requests} requests, ${failed} failed, the newest after ${newestAfter}`
        const sending = Math.ceil(((kind === 'none' ? count : 0) + NEW) / 25)
        expect(requests, about).to.be.at.most(2 * Math.log2(count) + count / 50 + sending)
        expect(failed, about).to.be.at.most(2)
        if (count <= 200 && kind !== 'none') expect(newestAfter, about).to.be.at.most(10)
      }
    }
  })

  it('gives few at a time, or breaks off: what it did not say is found one by one', async () => {
    for (const behave of [{page: 25}, {page: 10}, {shows: 'page' as const}]) {
      const {requests, newestAfter} = await secondDevice('prefix', 200, behave)
      expect(newestAfter).to.equal(2)
      expect(requests).to.be.at.most(behave.page === 25 ? 19 : behave.page === 10 ? 30 : 160)
    }
  })

  it('does not let us read: the newest is there in 10 requests, and each known one costs no more than one, and few', async function () {
    this.timeout(60_000)
    for (const names of [true, false]) {
      const {requests, newestAfter} = await secondDevice('prefix', 200, {shows: 403, names})
      expect(newestAfter).to.be.at.most(10)
      // A store that answers for a whole batch, and says no more than that it has something of it, cannot be found out sooner.
      expect(requests).to.be.at.most(200 + 2 * Math.log2(200))
    }
  })

  it('takes part of a batch and answers 409 for the rest', async () => {
    for (const shows of ['all', 403] as const) {
      for (const kind of KINDS) await secondDevice(kind, 60, {isWhole: false, shows}, {seed: 60})
    }
  })

  it('is not asked by a device that sends what it did itself', async () => {
    const {requests} = await secondDevice('none', 10, {})
    expect(requests).to.equal(1)
  })

  it('does not get the token at another site, whatever address it gives', async () => {
    const [store, other] = [await TestStore.open(), await TestStore.open()]
    const elsewhere = other.endpoint.replace('127.0.0.1', 'localhost')
    const clock = new HeardClock()
    const record = new RecordLog('e1', {now: () => clock.now()})
    await record.append(pages(0, 60))
    await store.keep(record.events.slice(0, 55).map(event => testStatement(event, record.events[0]!.id)))
    await store.behave({takesAgain: 'no', more: `${elsewhere}statements`})
    const box = outbox(store, {guide: newGuide(), record, clock})
    await clock.untilSent(box)
    expect((await other.seen()).requests).to.deep.equal([])
    expect((await store.ids()).length).to.equal(60)
  })
})
