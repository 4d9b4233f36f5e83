import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import type {Canvas} from '../../../components/model/guide/canvas.js'
import {planCsv, ratingsCsv, snapshotsCsv} from '../../../components/model/canvas/csv.js'
import {isCanvasItem, isUuid} from '../../../components/model/canvas/check.js'
import {withFactorWords} from '../../../components/model/canvas/factors.js'
import type {NewCanvasItem} from '../../../components/model/canvas/items.js'
import {canvasMarkdown} from '../../../components/model/canvas/markdown.js'
import {factorNames, planOf} from '../../../components/model/canvas/plan.js'
import {goneSpreads, snapshotOf, spreadByFactor} from '../../../components/model/canvas/spread.js'
import {canvasState} from '../../../components/model/canvas/state.js'
import {agreedIn, ratedIn} from '../../../components/model/canvas/view.js'
import {agreed, anyFile, assessment, canvas, file, FIRST, hash, item, rated, rater, snapshot, uuid} from './examples.js'

const GONE = 'Strategy (no longer in this guide)'
const without = (...ids: string[]): Canvas => ({...canvas, factors: canvas.factors.filter(({id}) => !ids.includes(id))})
const {factors} = canvasState(canvas, {items: []})
/** Someone begins to rate on the canvas as it was. */
const seeing = (said: NewCanvasItem) => withFactorWords(said, factors)
const details = {name: 'Autumn', date: '2026-11-23'}
const said = file(
  assessment(), seeing(rater(1, 'Housing')), rater(2, 'Carers'),
  rated(1, 'voice', 2), rated(1, 'strategy', 2, {evidence: {sentence: 'We asked.'}}), rated(2, 'strategy', 4),
  agreed('strategy', 2, 'We talked.'),
  {type: 'action', action: uuid(50), factor: 'strategy', what: 'Write it down', owner: 'Head', status: 'not-started'},
)

describe('a factor that editors take out of the guide', () => {
  const state = canvasState(without('strategy'), said)

  it('is kept with what was said of it, under its name, and is not counted', () => {
    assert.deepEqual(state.gone.map(({id, name, group, isGone}) => [id, name, group, isGone]), [['strategy', 'Strategy', 'People', true]])
    const [spread, ...others] = goneSpreads(state, FIRST)
    assert.deepEqual(others, [])
    assert.deepEqual([spread!.counts, spread!.agreed?.rating, spread!.unanswered], [[0, 1, 0, 1], 2, []])
    assert.deepEqual(spread!.views.map(({textChanged}) => textChanged), [false, false])
    assert.deepEqual(spread!.factor.levels.map(({name}) => name), ['Not yet started', 'Emerging', 'Established', 'Embedded'])
    assert.deepEqual(spreadByFactor(state, FIRST).map(({factor}) => factor.id).sort(), ['devices', 'money', 'voice'])
    assert.deepEqual([ratedIn(state, state.ratingSets[0]!), agreedIn(state, FIRST)], [1, 0])
  })

  it('is in the tables, the report and the plan, marked', () => {
    assert.match(ratingsCsv(state), /People,Strategy \(no longer in this guide\),Housing,,[^\r]*,2,Emerging,,We asked\./)
    assert.ok(planCsv(state).includes(GONE))
    assert.deepEqual(planOf(state, '2026-11-23').map(({factor}) => factor), [GONE])
    const text = canvasMarkdown(state)
    for (const part of ['### No longer in this guide', `### ${GONE}`, '| Strategy | 2 Emerging |', 'We asked.']) assert.ok(text.includes(part), text)
  })

  it('goes into the next snapshot as it was agreed, which can be kept', () => {
    const taken = snapshotOf(state, FIRST, details)
    assert.deepEqual(taken.factors.map(({factor, rating}) => [factor, rating]).at(-1), ['strategy', 2])
    const kept = item(90, taken)
    assert.equal(isCanvasItem(kept), true)
    const later = canvasState(without('strategy'), {items: [...said.items, kept]})
    assert.ok(snapshotsCsv(later).includes(`,${GONE},2,Emerging,`))
    assert.ok(canvasMarkdown(later).includes(`| ${GONE} | 2 Emerging |`))
  })

  it('has the words of the last snapshot that has it, the name that the team gave it, or its id', () => {
    const state = (...more: Parameters<typeof file>) =>
      canvasState(without('strategy'), file(assessment(), rater(1, 'A'), rated(1, 'strategy', 3), ...more))
    assert.equal(state().gone[0]!.name, 'strategy')
    assert.equal(goneSpreads(state(), FIRST)[0]!.views[0]!.textChanged, false)
    assert.equal(isCanvasItem(item(90, snapshotOf(state(agreed('strategy', 3)), FIRST, details))), true)
    const kept = state(snapshot(60, {strategy: 3})).gone[0]!
    assert.deepEqual([kept.name, kept.group, kept.levels[2]!.name], ['strategy', 'G', 'Level 3'])
    assert.equal(state({type: 'renamed', factor: 'strategy', name: 'Our plan'}).gone[0]!.name, 'Our plan')
  })

  it('can be switched off and on again, and is all there when it comes back', () => {
    const off = canvasState(without('strategy'), {items: [...said.items, item(91, {type: 'switched', factor: 'strategy', isOn: false})]})
    assert.deepEqual([off.gone, off.unused.map(({id}) => id), goneSpreads(off, FIRST)], [[], ['strategy'], []])
    assert.ok(ratingsCsv(off).includes(GONE))
    const back = canvasState(canvas, said)
    assert.deepEqual(back.gone, [])
    assert.equal(spreadByFactor(back, FIRST).find(({factor}) => factor.id === 'strategy')!.agreed?.rating, 2)
    assert.doesNotMatch(ratingsCsv(back), /no longer in this guide/)
  })

  it('is not one that the team itself took away, or that only a rater who was removed had rated', () => {
    const own = uuid(70)
    const items = file(assessment(), rater(1, 'A'), {...rated(1, 'voice', 2), factor: own} as ReturnType<typeof rated>).items
    assert.deepEqual(canvasState(canvas, {items}).gone, [])
    const removed = [...said.items.slice(0, 6), item(92, {type: 'removed', key: `rater/${uuid(1)}`}), item(93, {type: 'removed', key: `rater/${uuid(2)}`})]
    assert.deepEqual(canvasState(without('strategy'), {items: removed}).gone, [])
  })

  it('hides nothing that was said, whatever was said and whatever goes', () => {
    fc.assert(fc.property(anyFile, fc.subarray(canvas.factors.map(({id}) => id)), (made, ids) => {
      const state = canvasState(without(...ids), made)
      const there = new Set([...state.factors, ...state.unused, ...state.gone].map(({id}) => id))
      assert.equal(there.size, state.factors.length + state.unused.length + state.gone.length)
      const about = [
        ...state.ratingSets.flatMap(({ratings}) => [...ratings.keys()]), ...state.actions.map(({factor}) => factor),
        ...[...state.agreements.values()].flatMap(each => [...each.keys()]),
        ...state.allSnapshots.flatMap(({factors}) => factors.map(({factor}) => factor)),
      ].filter(id => !isUuid(id))
      assert.deepEqual(about.filter(id => !there.has(id)), [])
      const names = factorNames(state)
      assert.deepEqual(about.filter(id => names.get(id)!.includes('no longer in this guide') !== !without(...ids).factors.some(each => each.id === id)), [])
      const shown = new Set(state.assessments.flatMap(({assessment}) =>
        [...spreadByFactor(state, assessment), ...goneSpreads(state, assessment)].map(({factor}) => `${assessment} ${factor.id}`)))
      const off = new Set(state.unused.map(({id}) => id))
      const dated = new Set(state.assessments.map(({assessment}) => assessment))
      for (const {assessment, ratings} of state.ratingSets.filter(set => dated.has(set.assessment))) {
        for (const id of ratings.keys()) assert.ok(isUuid(id) || off.has(id) || shown.has(`${assessment} ${id}`))
      }
    }))
  })
})

describe('withFactorWords', () => {
  it('has each rater carry what the factors are called on their screen', () => {
    const said = seeing(rater(1, 'A'))
    assert.ok(said.type === 'rater')
    assert.deepEqual(said.factors?.[1], {
      factor: 'strategy', factorHash: hash('strategy'), name: 'Strategy', group: 'People',
      levels: ['Not yet started', 'Emerging', 'Established', 'Embedded'],
    })
    assert.equal(said.factors?.length, canvas.factors.length)
  })

  it('leaves all else as it is, and a rater who is put back', () => {
    for (const said of [rated(1, 'strategy', 2), assessment(), seeing(rater(1, 'A'))]) assert.equal(seeing(said), said)
  })

  it('makes items that a file can hold, however long the words of the guide are', () => {
    const long = factors.map(factor => ({
      ...factor, name: ` ${'n'.repeat(300)}\n`, group: 'g\n'.repeat(300), levels: factor.levels.map(level => ({...level, name: 'l'.repeat(300)})),
    }))
    assert.equal(isCanvasItem(item(1, withFactorWords(rater(1, 'A'), long))), true)
  })
})
