import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {Batches, MOST} from '../../../components/model/xapi/batches.js'

interface Item { id: string }

/**
 * @property isNamed - the store says which one it refuses first
 * @property most - it takes so many at once
 * @property mostStatus - how it refuses more
 */
interface TestedStore { bad: ReadonlySet<string>; status: 400 | 409; isNamed?: boolean; most?: number; mostStatus?: 400 | 413 }

/** Sends all of it as an outbox does, until nothing waits. */
function sendAll(items: readonly Item[], {bad, status, isNamed = false, most = MOST, mostStatus = 413}: TestedStore) {
  const batches = new Batches()
  const stored: string[] = []
  const alone: string[] = []
  let requests = 0
  for (let waiting = items; waiting.length > 0; waiting = waiting.filter(({id}) => !stored.includes(id) && !alone.includes(id))) {
    const batch = batches.next(waiting)
    assert.ok(batch.length > 0 && batch.length <= MOST)
    requests++
    const first = batch.find(({id}) => bad.has(id))
    if (batch.length > most) {
      if (mostStatus === 413) batches.tooMany(batch.length)
      else batches.refused(batch)
    } else if (!first) {
      stored.push(...batch.map(({id}) => id))
      batches.stored(batch)
    } else {
      if (status === 409) batches.newestFirst()
      if (batch.length === 1 || (isNamed && status === 409)) {
        alone.push(first.id)
        batches.found(status === 409)
      } else if (isNamed) {
        batches.suspect(first.id)
      } else {
        batches.refused(batch)
      }
    }
  }
  return {stored, alone, requests}
}

const some = (count: number) => Array.from({length: count}, (_, i) => ({id: `e${i}`}))
const idsAt = (places: readonly number[]) => new Set(places.map(i => `e${i}`))

describe('batches for a store that refuses all of one', () => {
  const arbitrary = fc.integer({min: 1, max: 300}).chain(count => fc.record({
    count: fc.constant(count),
    bad: fc.uniqueArray(fc.nat({max: count - 1})),
    status: fc.constantFrom(400 as const, 409 as const),
    isNamed: fc.boolean(),
    most: fc.integer({min: 1, max: MOST}),
    mostStatus: fc.constantFrom(400 as const, 413 as const),
  }))

  it('stores what is good, once, and finds what is not, whatever the store takes at once', () => {
    fc.assert(fc.property(arbitrary, ({count, bad, ...store}) => {
      const {stored, alone, requests} = sendAll(some(count), {...store, bad: idsAt(bad)})
      assert.deepEqual(new Set(alone), idsAt(bad))
      assert.equal(new Set(stored).size, count - bad.length)
      assert.equal(stored.length, count - bad.length)
      assert.ok(requests <= 3 * count + 10, `${requests} requests for ${count}`)
    }), {seed: 16, numRuns: 2000})
  })

  it('asks no more than 9 times for each that is refused, where few are', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat({max: 499}), {maxLength: 20}), bad => {
      const {requests} = sendAll(some(500), {bad: idsAt(bad), status: 400})
      assert.ok(requests <= 500 / MOST + 9 * bad.length, `${requests} requests for ${bad.length}`)
    }), {seed: 16, numRuns: 500})
  })

  const fewer: {why: string; isNamed: boolean; most: number}[] = [
    {why: 'halved', isNamed: false, most: 45},
    {why: 'named', isNamed: true, most: 25},
  ]
  for (const {why, isNamed, most} of fewer) {
    it(`finds 5 of 200 that are ${why} in fewer requests than the 61 of halving alone`, () => {
      const {requests} = sendAll(some(200), {bad: idsAt([3, 4, 77, 150, 199]), status: 400, isNamed})
      assert.ok(requests < most, String(requests))
    })
  }

  it('sends the newest first after a conflict, and the oldest first again when all is sent', () => {
    const batches = new Batches()
    assert.deepEqual(batches.next(some(30)).at(0), {id: 'e0'})
    batches.newestFirst()
    assert.deepEqual(batches.next(some(30)).at(-1), {id: 'e29'})
    assert.deepEqual(batches.next(some(30)).length, MOST)
    batches.reset()
    assert.deepEqual(batches.next(some(30)).at(0), {id: 'e0'})
  })
})
