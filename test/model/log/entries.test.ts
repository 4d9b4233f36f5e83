import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {byTime, union} from '../../../components/model/log/entries.js'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import {anyRecord, event} from '../record/facts.js'

/** Records that share events, as two devices of one learner do. Same id, same event: ids are never used twice. */
const related = (count: number) => anyRecord.chain(all =>
  fc.tuple(...Array.from({length: count}, () => fc.shuffledSubarray(all))))

describe('union', () => {
  it('is commutative: it does not matter which device is asked', () => {
    fc.assert(fc.property(related(2), ([a, b]) => assert.deepEqual(union(a!, b!), union(b!, a!))))
  })

  it('is associative: nor in which order three devices meet', () => {
    fc.assert(fc.property(related(3), ([a, b, c]) =>
      assert.deepEqual(union(union(a!, b!), c!), union(a!, union(b!, c!)))))
  })

  it('is idempotent: bringing the same record back changes nothing', () => {
    fc.assert(fc.property(related(2), ([a, b]) => {
      const merged = union(a!, b!)
      assert.deepEqual(union(merged, b!), merged)
      assert.deepEqual(union(merged, merged), merged)
    }))
  })

  it('holds each event of both once, oldest first', () => {
    fc.assert(fc.property(related(2), ([a, b]) => {
      const merged = union(a!, b!)
      const expected = new Set([...a!, ...b!].map(({id}) => id))
      assert.deepEqual(new Set(merged.map(({id}) => id)), expected)
      assert.equal(merged.length, expected.size)
      assert.ok(merged.every((one, i) => i === 0 || byTime(merged[i - 1]!, one) < 0))
    }))
  })

  it('keeps what is ours when a damaged copy has the same id', () => {
    const ours = event(1, {type: 'did', about: 't1', module: 'm1', done: true})
    const theirs = {...ours, done: false} as LearnerEvent
    assert.deepEqual(union([ours], [theirs]), [ours])
  })
})
