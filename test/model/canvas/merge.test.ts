import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {isCanvasItem} from '../../../components/model/canvas/check.js'
import {asLine, asText, keyOf, type CanvasFile, type CanvasItem, type NewCanvasItem} from '../../../components/model/canvas/items.js'
import {
  emptyCanvasFile, isSameSeries, mergeCanvas, newestByKey, ratingsFrom, removing, undoing,
} from '../../../components/model/canvas/merge.js'
import {byTime, stamped} from '../../../components/model/log/entries.js'
import {canvasState} from '../../../components/model/canvas/state.js'
import {
  agreed, anyFile, anyItem, anySaid, assessment, at, canvas, file, FIRST, item, rated, rater, SECOND, SERIES, uuid,
} from './examples.js'

/** What a file comes to for those who look at it. */
const seen = (items: readonly CanvasItem[]) => canvasState(canvas, {items})

describe('mergeCanvas', () => {
  const shuffled = anyFile.chain(made => fc.tuple(
    fc.constant(made), fc.shuffledSubarray(made.items, {minLength: made.items.length}).map(items => ({...made, items}))))

  it('does not mind the order of two files', () => {
    fc.assert(fc.property(anyFile, anyFile, (a, b) => assert.deepEqual(mergeCanvas(a, b), mergeCanvas(b, a))))
  })

  it('does not mind how three files are brought together', () => {
    fc.assert(fc.property(anyFile, anyFile, anyFile, (a, b, c) =>
      assert.deepEqual(mergeCanvas(mergeCanvas(a, b), c), mergeCanvas(a, mergeCanvas(b, c)))))
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyFile, anyFile, (a, b) => {
      const merged = mergeCanvas(a, b)
      assert.deepEqual(mergeCanvas(merged, b), merged)
      assert.deepEqual(mergeCanvas(merged, merged), merged)
    }))
  })

  it('does not mind the order in a file, and neither does what is seen of it', () => {
    fc.assert(fc.property(shuffled, ([made, other]) => {
      assert.deepEqual(mergeCanvas(made, other), mergeCanvas(made, made))
      const once = mergeCanvas(made, {...made, items: []}).items
      assert.deepEqual(seen([...once].reverse()), seen(once))
    }))
  })

  it('loses no item, makes none up, and changes neither file', () => {
    fc.assert(fc.property(anyFile, anyFile, (a, b) => {
      const before = JSON.stringify([a, b])
      const ids = mergeCanvas(a, b).items.map(({id}) => id)
      assert.deepEqual(new Set(ids), new Set([...a.items, ...b.items].map(({id}) => id)))
      assert.equal(new Set(ids).size, ids.length)
      assert.equal(JSON.stringify([a, b]), before)
    }))
  })

  it('keeps what a file says over and above a canvas out', () => {
    const extra = {...file(), later: 1} as CanvasFile
    assert.deepEqual(mergeCanvas(extra, file()), mergeCanvas(file(), extra))
  })

  it('refuses files of two series, or about two canvases', () => {
    for (const other of [emptyCanvasFile(uuid(9), canvas.id), emptyCanvasFile(SERIES, 'other')]) {
      assert.equal(isSameSeries(file(), other), false)
      assert.throws(() => mergeCanvas(file(), other), /RangeError.*Merge files of one series/)
    }
  })
})

describe('newestByKey', () => {
  it('agrees with looking for the newest of each key, one by one', () => {
    fc.assert(fc.property(fc.uniqueArray(anyItem, {selector: ({id}) => id, maxLength: 20}), items => {
      const slow = new Map(items.map(({...one}) =>
        [keyOf(one), items.filter(other => keyOf(other) === keyOf(one)).sort(byTime).at(-1)]))
      assert.deepEqual(new Map(newestByKey(items)), slow)
    }))
  })
})

describe('stamped', () => {
  it('makes items that hold at once, whatever the clocks of others say', () => {
    fc.assert(fc.property(anyFile, fc.array(anySaid, {minLength: 1, maxLength: 5}), fc.nat(10_000), (before, said, offset) => {
      let id = 500
      const made = stamped(said, before.items, Date.parse(at(0)) - 5_000 + offset, () => uuid(id++))
      assert.deepEqual(made.filter(one => !isCanvasItem(one)), [])
      const newest = newestByKey([...before.items, ...made])
      for (const one of made) assert.ok(byTime(one, newest.get(keyOf(one))!) <= 0)
      assert.ok(made.includes(newest.get(keyOf(made.at(-1)!))!))
    }))
  })

  it('stays in the calendar when a file comes from the end of it', () => {
    const far = {items: [{...item(1, {type: 'titled', title: 'Far'}), at: '2999-12-31T23:59:59.999Z'}]}
    assert.deepEqual(stamped([{type: 'titled' as const, title: 'Now'}], far.items, Date.parse(at(1)), () => uuid(2)).map(isCanvasItem), [true])
  })
})

describe('undoing', () => {
  const append = (before: CanvasFile, said: readonly NewCanvasItem[], from: number): CanvasFile => {
    let id = from
    return {...before, items: [...before.items, ...stamped(said, before.items, 0, () => uuid(id++))]}
  }
  const view = ({items}: CanvasFile) => {
    // Which items say it is another matter than what they say.
    const byText = (a: unknown, b: unknown) => String(a) < String(b) ? -1 : 1
    const without = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, part: unknown) =>
      key === 'id' || key === 'at' ? undefined : part instanceof Map ? [...part].sort(byText) : part))
    const {ratingSets, ...rest} = seen(items)
    const sets = ratingSets.map(set => ({...set, ratings: [...set.ratings].sort(byText)}))
    return [without(rest), without(sets), ratingSets.map(({id}) => id)]
  }

  it('brings back what was there before any step that is no snapshot, asked before it or after', () => {
    const steps = anySaid.filter(({type}) => type !== 'snapshot')
    fc.assert(fc.property(anyFile, steps, (made, step) => {
      const before = mergeCanvas(made, made)
      const after = append(before, [step], 500)
      const undo = undoing(step, before)
      assert.deepEqual(undoing(after.items.at(-1)!, after), undo)
      assert.deepEqual(view(append(after, undo, 600)), view(before))
    }))
  })

  it('lifts a removal, twice over', () => {
    const before = file(assessment(), rater(1, 'A'))
    const removed = append(before, [removing(before.items[1] as Parameters<typeof removing>[0])], 10)
    assert.equal(seen(removed.items).ratingSets.length, 0)
    const back = append(removed, undoing(removed.items.at(-1)!, removed), 20)
    assert.equal(seen(back.items).ratingSets.length, 1)
    const gone = append(back, undoing(back.items.at(-1)!, back), 30)
    assert.equal(seen(gone.items).ratingSets.length, 0)
  })

  it('does nothing to a snapshot, and a removal of one cannot be read', () => {
    const taken = item(1, {type: 'snapshot', assessment: FIRST, name: 'A', date: '2026-11-23', factors: []})
    assert.deepEqual(undoing(taken, {items: [taken]}), [])
    assert.equal(isCanvasItem(item(2, {type: 'removed', key: `snapshot/${uuid(1)}`})), false)
  })
})

describe('ratingsFrom', () => {
  const theirs = {...file(
    assessment('Mine', SECOND), {type: 'partner', partner: uuid(40), name: 'Council'}, {type: 'partner', partner: uuid(41), name: 'Other'},
    {...rater(7, 'Housing', SECOND), partner: uuid(40)} as ReturnType<typeof rater>, rated(7, 'voice', 3), rated(7, 'devices', 2),
    rated(8, 'voice', 1), agreed('voice', 4, 'Alone', SECOND), {type: 'titled', title: 'Theirs'},
  ), id: uuid(0xdef)}
  const ours = file(assessment(), rater(1, 'A'), rated(1, 'voice', 1))

  it('takes the views of someone who began alone, and nothing else that they said', () => {
    const taken = ratingsFrom(theirs, FIRST)
    const state = seen([...ours.items.map((one, i) => ({...one, id: uuid(900 + i)})), ...taken])
    assert.deepEqual(state.ratingSets.map(({label, assessment}) => [label, assessment]), [['A', FIRST], ['Housing', FIRST]])
    assert.deepEqual([...state.ratingSets[1]!.ratings.values()].map(({factor, rating}) => [factor, rating]), [['voice', 3], ['devices', 2]])
    assert.equal(state.ratingSets[1]!.partner?.name, 'Council')
    assert.deepEqual(taken.map(({type}) => type).sort(), ['partner', 'rated', 'rated', 'rater'])
  })

  it('adds nothing the second time', () => {
    const once = mergeCanvas(ours, {...ours, items: ratingsFrom(theirs, FIRST)})
    assert.deepEqual(mergeCanvas(once, {...ours, items: ratingsFrom(theirs, FIRST)}), once)
  })

  it('takes a rating back that they took back since', () => {
    const later = {...theirs, items: [...theirs.items, item(50, {type: 'removed', key: `rated/${uuid(7)}/voice`})]}
    const state = seen([...ratingsFrom(theirs, FIRST), ...ratingsFrom(later, FIRST)])
    assert.deepEqual([...state.ratingSets[0]!.ratings.keys()], ['devices'])
  })

  it('finds nothing in a file that nobody rated in', () => assert.deepEqual(ratingsFrom(file(assessment()), FIRST), []))
})

describe('what is typed', () => {
  it('fits in an item, whatever it is', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 6_000, size: 'max'}), typed => {
      const text = asText(typed)
      const line = asLine(typed)
      assert.equal(isCanvasItem(item(1, agreed('voice', 1, text))), true)
      if (line) assert.equal(isCanvasItem(item(1, {type: 'titled', title: line})), true)
      assert.deepEqual([asText(text), asLine(line)], [text, line])
    }), {numRuns: 60})
  })

  it('keeps its words and its lines', () => {
    assert.equal(asText(' one\r\ntwo\vthree\u0000 '), 'one\ntwo\nthree')
    assert.equal(asLine(' one\r\n\ttwo  three '), 'one two three')
    assert.equal(asLine('😀'.repeat(101)), '😀'.repeat(100))
  })
})
