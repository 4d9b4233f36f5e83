import {describe, it} from 'node:test'
import assert from 'node:assert/strict'
import type {CanvasItem} from '../../../components/model/canvas/items.js'
import {mergeCanvas} from '../../../components/model/canvas/merge.js'
import {canvasState} from '../../../components/model/canvas/state.js'
import {spreadByFactor} from '../../../components/model/canvas/spread.js'
import {
  correctionOf, dayFrom, fileForRaters, fileOfRater, isDisputed, levelOfAll, moved, removedRaters, reportSubject,
  undoingAll, undoingBrought,
} from '../../../components/model/canvas/view.js'
import {agreed, assessment, canvas, file, FIRST, item, rated, rater, snapshot, uuid} from './examples.js'

const whole = file(
  {type: 'titled', title: 'Marsh Vale'}, assessment(), {type: 'partner', partner: uuid(11), name: 'Council'},
  {...rater(1, 'Housing'), partner: uuid(11)} as ReturnType<typeof rater>, rater(2, 'Carers'),
  rated(1, 'voice', 2), rated(2, 'voice', 4), rated(1, 'strategy', 3), rated(2, 'strategy', 3), agreed('voice', 2))

const types = ({items}: {items: readonly CanvasItem[]}) => items.map(({type}) => type)

describe('files that go to and from raters', () => {
  it('give a rater the set-up and nobody\'s views', () => {
    assert.deepEqual(types(fileForRaters(whole)), ['titled', 'assessment', 'partner'])
  })

  it('give the facilitator one rater\'s views and nobody else\'s', () => {
    const own = fileOfRater(whole, uuid(1))
    assert.deepEqual(types(own), ['assessment', 'partner', 'rater', 'rated', 'rated'])
    assert.ok(own.items.every(each => each.type !== 'rated' || each.set === uuid(1)))
  })

  it('come together as what was there before, in any order', () => {
    const [one, two] = [fileOfRater(whole, uuid(1)), fileOfRater(whole, uuid(2))]
    const ratings = (items: readonly CanvasItem[]) => items.filter(({type}) => type === 'rated')
    const together = mergeCanvas(mergeCanvas(fileForRaters(whole), two), one)
    assert.deepEqual(together, mergeCanvas(mergeCanvas(fileForRaters(whole), one), two))
    assert.deepEqual(ratings(together.items), ratings(whole.items))
  })
})

describe('taking steps back', () => {
  const later = (...said: CanvasItem[]) => ({...whole, items: [...whole.items, ...said]})

  it('of several items together leaves all as it was', () => {
    const said = [item(50, rated(1, 'voice', 3)), item(51, agreed('strategy', 3))]
    const undone = undoingAll(said, later(...said)).map((each, i) => item(60 + i, each))
    const before = canvasState(canvas, whole)
    const after = canvasState(canvas, later(...said, ...undone))
    assert.equal(after.ratingSets[0]!.ratings.get('voice')!.rating, 2)
    assert.deepEqual([...after.agreements.get(FIRST)!.keys()], [...before.agreements.get(FIRST)!.keys()])
  })

  it('of a file brought in leaves alone what something newer here had taken the place of', () => {
    const older = {...item(70, rated(1, 'voice', 1)), at: '2026-11-23T08:00:00.000Z'}
    const added = item(71, rated(2, 'devices', 1))
    const undo = undoingBrought([older, added], later(older, added))
    assert.deepEqual(undo, [{type: 'removed', key: `rated/${uuid(2)}/devices`}])
  })

  it('knows which raters were removed, so that they can be put back', () => {
    assert.deepEqual(removedRaters(whole, FIRST), [])
    const removed = removedRaters(later(item(80, {type: 'removed', key: `rater/${uuid(2)}`})), FIRST)
    assert.deepEqual(removed.map(({label}) => label), ['Carers'])
  })
})

describe('what raters agree on', () => {
  const spreads = new Map(spreadByFactor(canvasState(canvas, whole), FIRST).map(spread => [spread.factor.id, spread]))

  it('is a level that everyone gave, and nothing else', () => {
    assert.equal(levelOfAll(spreads.get('strategy')!), 3)
    assert.equal(levelOfAll(spreads.get('voice')!), undefined)
    assert.equal(levelOfAll(spreads.get('devices')!), undefined)
    assert.deepEqual([...spreads.values()].filter(isDisputed).map(({factor}) => factor.id), ['voice'])
  })
})

describe('a correction', () => {
  it('is a new snapshot with the words of the old one, and says why', () => {
    const old = snapshot(9, {voice: 3, strategy: 2})
    const {factors, ...rest} = correctionOf(old, new Map([['voice', 1]]), 'The minutes say 1.')
    assert.deepEqual(rest.corrects, {snapshot: old.id, why: 'The minutes say 1.'})
    assert.ok(!('id' in rest) && !('at' in rest))
    assert.deepEqual(factors.map(({rating}) => rating), [1, 2])
    assert.deepEqual(factors[0]!.levels, old.factors[0]!.levels)
  })
})

describe('a report', () => {
  it('is about nothing before the set-up, then the open assessment, then the one of the newest snapshot', () => {
    const subject = (...items: CanvasItem[]) => reportSubject(canvasState(canvas, {items}))
    assert.equal(subject(), undefined)
    assert.equal(subject(item(1, assessment()))?.snapshot, undefined)
    const taken = snapshot(9, {voice: 3})
    const found = subject(item(1, assessment()), taken, item(3, assessment('Later', uuid(0xa2), '2027-05-01')))
    assert.equal(found?.assessment.name, 'Autumn')
    assert.equal(found?.snapshot?.id, taken.id)
  })
})

describe('days', () => {
  const typed: [string, string, string, string | undefined][] = [
    ['3', '1', '2027', '2027-01-03'], [' 03 ', '01', '2027', '2027-01-03'], ['29', '2', '2028', '2028-02-29'],
    ['29', '2', '2027', undefined], ['31', '4', '2027', undefined], ['3', '', '2027', undefined], ['3', 'May', '2027', undefined],
    ['3', '1', '27', undefined], ['-3', '1', '2027', undefined],
  ]
  for (const [day, month, year, iso] of typed) {
    it(`"${day}" "${month}" "${year}" is ${iso ?? 'no day'}`, () => assert.equal(dayFrom(day, month, year), iso))
  }
})

describe('moving in a list', () => {
  it('moves one, and nothing at an end', () => {
    assert.deepEqual(moved(['a', 'b', 'c'], 1, -1), ['b', 'a', 'c'])
    assert.deepEqual(moved(['a', 'b', 'c'], 1, 1), ['a', 'c', 'b'])
    assert.deepEqual(moved(['a', 'b', 'c'], 0, -1), ['a', 'b', 'c'])
    assert.deepEqual(moved(['a', 'b', 'c'], 2, 1), ['a', 'b', 'c'])
  })
})
