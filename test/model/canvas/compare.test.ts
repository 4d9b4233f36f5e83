import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {
  chosenLevel, compareSnapshots, historyOf, profileOf, sideBySide, sideBySideProblems,
} from '../../../components/model/canvas/compare.js'
import {isCanvasItem} from '../../../components/model/canvas/check.js'
import type {CanvasItem, FactorRating, SnapshotItem} from '../../../components/model/canvas/items.js'
import {stamped} from '../../../components/model/log/entries.js'
import {disagreementOf, snapshotOf, spreadByFactor} from '../../../components/model/canvas/spread.js'
import {canvasState, latestSnapshot} from '../../../components/model/canvas/state.js'
import {
  agreed, anyFile, assessment, at, canvas, file, FIRST, hash, rated, rater, SECOND, snapshot, uuid,
} from './examples.js'

const stateOf = (...said: Parameters<typeof file>) => canvasState(canvas, file(...said))

describe('canvasState', () => {
  const added = (name: string) => ({
    type: 'added' as const, factor: uuid(70), group: 'Ours', name, ask: 'Why?',
    levels: [1, 2, 3, 4].map(n => ({name: `L${n}`, text: `<b>${n}</b>`})),
  })

  it('of nothing said is the canvas as it is shipped', () => {
    const state = stateOf()
    assert.equal(state.title, 'Canvas 1')
    assert.deepEqual(state.factors.map(({isAdded, ...factor}) => [isAdded, factor]),
      canvas.factors.map(factor => [false, factor]))
    assert.deepEqual([state.unused, state.ratingSets, state.actions, state.snapshots, state.assessments], [[], [], [], [], []])
  })

  it('has factors renamed, added, put in order and switched off, and the canvas stays as it was', () => {
    const before = JSON.stringify(canvas)
    const state = stateOf(
      {type: 'titled', title: 'Ours'}, {type: 'renamed', factor: 'voice', name: 'Say'}, added('Local'),
      {type: 'switched', factor: 'money', isOn: false}, {type: 'ordered', factors: ['gone', uuid(70), 'devices']},
    )
    assert.equal(state.title, 'Ours')
    assert.deepEqual(state.factors.map(({name}) => name), ['Local', 'Devices', 'Say', 'Strategy'])
    assert.deepEqual(state.unused.map(({id}) => id), ['money'])
    const [local, , say] = state.factors
    assert.deepEqual([say!.shippedName, say!.hash === hash('voice')], ['Voice', false])
    assert.deepEqual(local!.levels[1], {name: 'L2', text: [{type: 'text', value: '<b>2</b>'}]})
    assert.deepEqual(local!.ask, [{type: 'paragraph', children: [{type: 'text', value: 'Why?'}]}])
    assert.equal(JSON.stringify(canvas), before)
  })

  it('has another hash for an added factor when its words change, and the same place', () => {
    const twice = stateOf(added('Local'), {...added('Second'), factor: uuid(71)}, added('Local, again'))
    assert.deepEqual(twice.factors.slice(-2).map(({name}) => name), ['Local, again', 'Second'])
    assert.notEqual(twice.factors.at(-2)!.hash, stateOf(added('Local')).factors.at(-1)!.hash)
  })

  it('keeps what was said of a factor that the canvas no longer has, and does not show it', () => {
    const state = stateOf(assessment(), rater(1, 'A'), {...rated(1, 'voice', 2), factor: 'gone'} as ReturnType<typeof rated>)
    assert.deepEqual([...state.ratingSets[0]!.ratings.keys()], ['gone'])
    assert.deepEqual(spreadByFactor(state, FIRST).map(({factor}) => factor.id), canvas.factors.map(({id}) => id))
  })

  it('is made of any file without a fault', () => {
    fc.assert(fc.property(anyFile, made => {
      const state = canvasState(canvas, made)
      const ids = [...state.factors, ...state.unused].map(({id}) => id)
      assert.equal(new Set(ids).size, ids.length)
      assert.equal(ids.length >= canvas.factors.length, true)
    }))
  })
})

describe('spreadByFactor', () => {
  const state = stateOf(
    assessment(), rater(1, 'A'), rater(2, 'B'), rater(3, 'C'), rater(4, 'Later', SECOND),
    rated(1, 'voice', 2), rated(2, 'voice', 2), rated(3, 'voice', 2),
    rated(1, 'strategy', 1), rated(2, 'strategy', 4),
    rated(1, 'devices', 2), rated(2, 'devices', 3), rated(3, 'devices', 'does-not-apply'),
    rated(2, 'money', 'not-assessed'), rated(4, 'money', 1), {...rated(3, 'money', 3), factorHash: 'old'} as ReturnType<typeof rated>,
    agreed('strategy', 3),
  )
  const spread = spreadByFactor(state, FIRST)

  it('puts first what people disagree on most', () => {
    assert.deepEqual(spread.map(({factor, disagreement}) => [factor.id, Math.round(disagreement * 100)]),
      [['strategy', 100], ['devices', 33], ['voice', 0], ['money', 0]])
  })

  it('says who gave what, who could not say, and who has not answered', () => {
    const labels = (sets: {label: string}[]) => sets.map(({label}) => label)
    const [strategy, devices, voice, money] = spread
    assert.deepEqual(strategy!.views.map(({set, level}) => [set.label, level]), [['A', 1], ['B', 4]])
    assert.deepEqual([strategy!.lowest, strategy!.highest, strategy!.range, strategy!.agreed?.rating], [1, 4, 3, 3])
    assert.deepEqual(labels(strategy!.unanswered), ['C'])
    assert.deepEqual([labels(devices!.doesNotApply), devices!.isInDoubt, devices!.counts], [['C'], true, [0, 1, 1, 0]])
    assert.deepEqual([voice!.range, voice!.counts, voice!.isInDoubt], [0, [0, 3, 0, 0], false])
    assert.deepEqual([labels(money!.notAssessed), labels(money!.unanswered)], [['B'], ['A']])
    assert.deepEqual(money!.views.map(({set, textChanged}) => [set.label, textChanged]), [['C', true]])
  })

  it('of an assessment that nobody rated has no views', () => {
    for (const {views, lowest, range, disagreement} of spreadByFactor(state, uuid(99))) {
      assert.deepEqual([views, lowest, range, disagreement], [[], undefined, 0, 0])
    }
  })

  it('measures disagreement as the mean distance of two raters, against the widest there can be', () => {
    const levels = fc.array(fc.integer({min: 1, max: 4}), {minLength: 2, maxLength: 7})
    fc.assert(fc.property(levels, given => {
      const apart = (list: readonly number[]) =>
        list.flatMap((a, i) => list.slice(i + 1).map(b => Math.abs(a - b))).reduce((x, y) => x + y, 0)
      const widest = given.map((_, i) => i % 2 ? 4 : 1)
      const counts = [1, 2, 3, 4].map(level => given.filter(other => other === level).length)
      assert.ok(Math.abs(disagreementOf(counts) - apart(given) / apart(widest)) < 1e-9)
      assert.ok(disagreementOf(counts) <= 1)
    }))
    assert.deepEqual([[0, 0, 0, 0], [1, 0, 0, 0], [0, 5, 0, 0], [3, 0, 0, 3]].map(disagreementOf), [0, 0, 0, 1])
  })
})

describe('snapshotOf', () => {
  const said = [assessment(), rater(1, 'A'), rated(1, 'voice', 2), rated(1, 'devices', 4), agreed('voice', 3), agreed('money', 'does-not-apply')]

  it('holds what was agreed with the words of today, for all factors used here', () => {
    const made = snapshotOf(stateOf(...said, {type: 'switched', factor: 'strategy', isOn: false}), FIRST,
      {name: 'Autumn', date: '2026-11-23', nextReview: '2027-05-23'})
    assert.deepEqual(made.factors.map(({factor, rating, views}) => [factor, rating, views]),
      [['voice', 3, [0, 1, 0, 0]], ['devices', 'not-assessed', [0, 0, 0, 1]], ['money', 'does-not-apply', [0, 0, 0, 0]]])
    assert.deepEqual(made.factors[0]!.levels[2], {name: 'Established', text: 'People help to shape it.'})
    assert.deepEqual(chosenLevel(made.factors[0]!), made.factors[0]!.levels[2])
    assert.deepEqual([made.factors[0]!.factorHash, made.factors[0]!.note, made.nextReview], [hash('voice'), 'We talked.', '2027-05-23'])
  })

  it('can be kept, whatever was said', () => {
    fc.assert(fc.property(anyFile, made => {
      const said = snapshotOf(canvasState(canvas, made), uuid(10), {name: 'A', date: '2026-11-23'})
      assert.deepEqual(stamped([said], made.items, Date.parse(at(0)), () => uuid(900)).map(isCanvasItem), [true])
    }))
  })

  it('does not change when anything is said afterwards', () => {
    const before = stateOf(...said)
    const taken = snapshotOf(before, FIRST, {name: 'Autumn', date: '2026-11-23'})
    const after = stateOf(...said, taken, agreed('voice', 1), {type: 'renamed', factor: 'voice', name: 'Say'})
    const {id, at, ...kept} = latestSnapshot(after)!
    assert.deepEqual(kept, taken)
  })
})

describe('a correction', () => {
  const first = snapshot(1, {voice: 2})
  const second = snapshot(2, {voice: 3}, {corrects: {snapshot: uuid(1), why: 'A slip'}})
  const snapshotsOf = (...items: CanvasItem[]) => canvasState(canvas, {items})

  it('takes the place of the one it corrects, which stays to be read', () => {
    const state = snapshotsOf(first, second)
    assert.deepEqual(state.snapshots.map(({id}) => id), [uuid(2)])
    assert.deepEqual(state.allSnapshots.map(({id}) => id), [uuid(1), uuid(2)])
    assert.equal(state.corrected.get(uuid(1))?.corrects?.why, 'A slip')
    assert.deepEqual(historyOf('voice', state).map(({factor}) => factor.rating), [3])
  })

  it('of each other leaves the newer one', () => {
    const state = snapshotsOf({...first, corrects: {snapshot: uuid(2), why: 'No'}}, second)
    assert.deepEqual(state.snapshots.map(({id}) => id), [uuid(2)])
  })

  it('never leaves nothing of what was agreed', () => {
    fc.assert(fc.property(anyFile, made => {
      const {snapshots, allSnapshots} = canvasState(canvas, made)
      assert.equal(snapshots.length > 0, allSnapshots.length > 0)
    }))
  })
})

describe('compareSnapshots', () => {
  const earlier = snapshot(1, {voice: 2, strategy: 3, devices: 2, money: 'not-assessed', old: 1, same: 'does-not-apply'})
  const later = snapshot(2, {devices: 2, voice: 4, strategy: 1, money: 2, new: 1, same: 'does-not-apply'})

  it('says of each factor how it moved, in the order of the later, what is gone last', () => {
    assert.deepEqual(compareSnapshots(earlier, later).map(({factor, change, steps}) => [factor, change, steps]), [
      ['devices', 'same', 0], ['voice', 'up', 2], ['strategy', 'down', -2], ['money', 'other', undefined],
      ['new', 'new', undefined], ['same', 'same', undefined], ['old', 'gone', undefined],
    ])
  })

  it('says when the words of a factor changed in between', () => {
    const changed = {...later, factors: later.factors.map(factor => factor.factor === 'voice' ? {...factor, factorHash: 'other'} : factor)}
    assert.deepEqual(compareSnapshots(earlier, changed).filter(({textChanged}) => textChanged).map(({factor}) => factor), ['voice'])
    const [first, second] = historyOf('voice', {snapshots: [earlier, changed]})
    assert.deepEqual([first!.textChanged, second!.textChanged], [false, true])
  })

  const anySnapshot = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor'),
    fc.constantFrom<FactorRating>(1, 2, 3, 4, 'not-assessed', 'does-not-apply'), {noNullPrototype: true})
    .map((ratings): SnapshotItem => snapshot(1, ratings))

  it('names every factor of the two once', () => {
    fc.assert(fc.property(anySnapshot, anySnapshot, (a, b) => {
      const found = compareSnapshots(a, b).map(({factor}) => factor)
      const all = [...a.factors, ...b.factors].map(({factor}) => factor)
      assert.deepEqual([...found].sort(), [...new Set(all)].sort())
    }))
  })

  it('turned round says the opposite, and of one and the same nothing', () => {
    const opposite = {up: 'down', down: 'up', same: 'same', new: 'gone', gone: 'new', other: 'other'}
    fc.assert(fc.property(anySnapshot, anySnapshot, (a, b) => {
      const back = new Map(compareSnapshots(b, a).map(change => [change.factor, change]))
      for (const {factor, change, steps} of compareSnapshots(a, b)) {
        assert.equal(back.get(factor)!.change, opposite[change])
        assert.equal((back.get(factor)!.steps ?? 0) + (steps ?? 0), 0)
      }
      assert.deepEqual(compareSnapshots(a, a).filter(({change}) => change !== 'same'), [])
    }))
  })
})

describe('profileOf', () => {
  it('groups in the order in which groups first come, and leaves nothing out', () => {
    const names = ['b1', 'a1', 'b2', 'c1', 'a2'].map(name => ({name, group: name[0]!}))
    assert.deepEqual(profileOf(names).map(({group, factors}) => [group, factors.map(({name}) => name)]),
      [['b', ['b1', 'b2']], ['a', ['a1', 'a2']], ['c', ['c1']]])
  })
})

describe('sideBySide', () => {
  const place = (title: string, ...snapshots: SnapshotItem[]) => ({title, snapshots})
  const changed = snapshot(3, {voice: 4})
  changed.factors[0]!.factorHash = 'other'

  it('shows the latest snapshot of each place, as they are given and unranked', () => {
    const {places, rows} = sideBySide([
      place('Low', snapshot(1, {voice: 4}), snapshot(2, {voice: 1, devices: 'does-not-apply'})), place('None'), place('High', changed),
    ])
    assert.deepEqual(places.map(({title, snapshot}) => [title, snapshot?.name]), [['Low', 'Snapshot 2'], ['None', undefined], ['High', 'Snapshot 3']])
    assert.deepEqual(rows.map(({factor, ratings, textDiffers}) => [factor, ratings, textDiffers]), [
      ['voice', [1, undefined, 4], true], ['devices', ['does-not-apply', undefined, undefined], false],
    ])
  })

  it('is refused for files about different canvases', () => {
    assert.deepEqual(sideBySideProblems([file(), file()]), [])
    assert.match(sideBySideProblems([file(), {...file(), canvas: 'other'}]).join(), /2 different canvases \("canvas-1", "other"\)/)
  })
})
