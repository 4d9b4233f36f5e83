import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {finds, fresh, golden, guide, recall, shippedIndex} from './shipped.js'

/** What the tuned part must reach. The part that was kept aside says how far that can be trusted; it is reported. */
const GOAL = 0.95

describe('the golden set', () => {
  const index = shippedIndex()
  const tuned = golden.filter(({heldOut}) => !heldOut)
  const heldOut = golden.filter(entry => entry.heldOut)

  it('has 120 queries or more, a third of them kept aside, each once', () => {
    assert.ok(golden.length >= 120)
    assert.ok(heldOut.length >= Math.floor(golden.length / 3))
    assert.equal(new Set(golden.map(({query}) => query)).size, golden.length)
  })

  it('asks for sections that the guide has', () => {
    const names = new Set(guide.sections.flatMap(({module, page}) => [module, `${module}#${page}`]))
    assert.deepEqual(golden.flatMap(({find}) => find.split(' or ')).filter(name => !names.has(name)), [])
  })

  it(`finds what staff look for: recall@5 of ${GOAL} or more`, t => {
    const lost = tuned.filter(entry => !finds(index.search(entry.query).hits, entry, 5)).map(({query}) => query)
    t.diagnostic(`recall@5: ${recall(index, tuned, 5).toFixed(3)} tuned, ${recall(index, heldOut, 5).toFixed(3)} kept aside`)
    assert.ok(recall(index, tuned, 5) >= GOAL, `not found: ${lost.join(', ')}`)
  })

  it('finds it as far up as each entry says', t => {
    t.diagnostic(`within 3 or 5: ${recall(index, tuned).toFixed(3)} tuned, ${recall(index, heldOut).toFixed(3)} kept aside`)
    const low = tuned.filter(entry => !finds(index.search(entry.query).hits, entry, entry.within)).map(({query}) => query)
    assert.ok(recall(index, tuned) >= GOAL, `too far down: ${low.join(', ')}`)
  })
})

describe('queries by somebody who had not seen the index', () => {
  const index = shippedIndex()

  it('ask for modules and terms that the guide has', () => {
    const names = new Set([...guide.modules.map(({id}) => id), ...guide.glossary.map(({id}) => `glossary:${id}`)])
    assert.deepEqual(fresh.flatMap(({any}) => any).filter(name => !names.has(name)), [])
    assert.ok(fresh.length >= 60)
  })

  it(`find a module that answers: recall@5 of ${GOAL} or more`, t => {
    const lost = fresh.filter(({query, any}) =>
      !index.search(query).hits.slice(0, 5).some(({section}) => any.includes(section.module)))
    const share = 1 - lost.length / fresh.length
    t.diagnostic(`recall@5: ${share.toFixed(3)} of ${fresh.length}; not found: ${lost.map(({query}) => query).join(', ')}`)
    assert.ok(share >= GOAL, `not found: ${lost.map(({query}) => query).join(', ')}`)
  })
})
