import fc from 'fast-check'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'
import type {Canvas} from '../../../components/model/guide/canvas.js'
import type {
  CanvasFile, CanvasItem, FactorRating, NewCanvasItem, RatedItem, SnapshotFactor, SnapshotItem,
} from '../../../components/model/canvas/items.js'
import {emptyCanvasFile} from '../../../components/model/canvas/merge.js'
import {canvasText} from '../../compile/files/canvas-text.js'
import {smallGuide} from '../../compile/content.js'

/** A canvas of four factors, `voice` to `money`, in two groups, as the compiler makes it. */
export const canvas: Canvas = compileGuide(smallGuide({'canvas/factors.md': canvasText()})).guide.canvases[0]!

export const hash = (factor: string): string => canvas.factors.find(({id}) => id === factor)!.hash

/** The n-th UUID. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

export const SERIES = uuid(0xabc)
export const FIRST = uuid(0xa1)
export const SECOND = uuid(0xa2)

export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 10, 23, 9, 0, seconds)).toISOString()
}

/** An item whose UUID and time come from one number. */
export function item(n: number, said: NewCanvasItem): CanvasItem {
  return {...said, id: uuid(n), at: at(n)}
}

/** A file of these, one second apart. */
export function file(...said: NewCanvasItem[]): CanvasFile {
  return {...emptyCanvasFile(SERIES, canvas.id), items: said.map((one, i) => item(i + 1, one))}
}

export const assessment = (name = 'Autumn', of = FIRST, date = '2026-11-23'): NewCanvasItem =>
  ({type: 'assessment', assessment: of, name, date})

export function rater(n: number, label: string, of = FIRST): NewCanvasItem {
  return {type: 'rater', set: uuid(n), assessment: of, label, date: '2026-11-20'}
}

export function rated(
  n: number, factor: string, rating: FactorRating, more: Partial<Omit<RatedItem, 'id' | 'at' | 'type'>> = {},
): NewCanvasItem {
  return {type: 'rated', set: uuid(n), factor, factorHash: hash(factor), rating, ...more}
}

export function agreed(factor: string, rating: FactorRating, note = 'We talked.', of = FIRST): NewCanvasItem {
  return {type: 'agreed', assessment: of, factor, factorHash: hash(factor), rating, note, date: '2026-11-23'}
}

/** A snapshot of these ratings by factor id, whose id comes from `n`. */
export function snapshot(
  n: number, ratings: Record<string, FactorRating>, more: Partial<SnapshotItem> = {},
): SnapshotItem {
  const factors = Object.entries(ratings).map(([factor, rating]): SnapshotFactor => ({
    factor, factorHash: 'h', group: 'G', name: factor, rating, views: [0, 0, 0, 0],
    levels: [1, 2, 3, 4].map(level => ({name: `Level ${level}`, text: `Words ${level}`})),
  }))
  return {type: 'snapshot', id: uuid(n), at: at(n), assessment: FIRST, name: `Snapshot ${n}`, date: '2026-11-23', factors, ...more}
}

const few = (first: number) => fc.integer({min: first, max: first + 2}).map(uuid)
const factorIds = fc.constantFrom('voice', 'strategy', 'devices', 'constructor', uuid(70))
const line = fc.constantFrom('Housing', '=1+1', '<b>x</b>', '| a |', '\u202eabc', 'ŵ 😀')
const text = fc.oneof(line, fc.constantFrom('', 'two\nlines', '[a](javascript:b)', '\ud800'))
const day = fc.constantFrom('2026-11-23', '2027-02-28', '2028-02-29')
const rating = fc.constantFrom<FactorRating>(1, 2, 3, 4, 'not-assessed', 'does-not-apply')
const levels = fc.array(fc.record({name: line, text}), {minLength: 4, maxLength: 4})
const optional = {requiredKeys: [] as never[]}
const type = <T extends string>(name: T) => fc.constant(name)

const removedKey = fc.oneof(
  fc.constantFrom('titled', 'ordered'),
  fc.tuple(fc.constantFrom('assessment', 'partner', 'rater', 'action'), few(10)).map(parts => parts.join('/')),
  fc.tuple(fc.constantFrom('renamed', 'added', 'switched'), factorIds).map(parts => parts.join('/')),
  fc.tuple(fc.constantFrom('rated', 'agreed'), few(10), factorIds).map(parts => parts.join('/')),
)

const kinds: fc.Arbitrary<NewCanvasItem>[] = [
  fc.record({type: type('titled'), title: line}),
  fc.record({type: type('assessment'), assessment: few(10), name: line, date: day}),
  fc.record({type: type('partner'), partner: few(10), name: line, kind: line}, {requiredKeys: ['type', 'partner', 'name']}),
  fc.record({type: type('renamed'), factor: factorIds, name: line}),
  fc.record({type: type('added'), factor: few(70), group: line, name: line, intro: text, levels, ask: text, learn: fc.array(fc.constant('first'), {maxLength: 2})},
    {requiredKeys: ['type', 'factor', 'group', 'name', 'levels']}),
  fc.record({type: type('switched'), factor: factorIds, isOn: fc.boolean()}),
  fc.record({type: type('ordered'), factors: fc.array(factorIds, {maxLength: 5})}),
  fc.record({
    type: type('rater'), set: few(10), assessment: few(10), label: line, partner: few(10), date: day,
    factors: fc.array(fc.record({factor: factorIds, factorHash: fc.constantFrom('a', 'b'), name: line, group: line, levels: fc.array(line, {minLength: 4, maxLength: 4})}), {maxLength: 3}),
  },
  {requiredKeys: ['type', 'set', 'assessment', 'label', 'date']}),
  fc.record({
    type: type('rated'), set: few(10), factor: factorIds, factorHash: fc.constantFrom('a', 'b'), rating,
    evidence: fc.record({sentence: text, link: fc.constant('https://example.org/?a=b'), date: day, asked: line}, optional),
    voice: text, confidence: fc.constantFrom(1 as const, 2 as const, 3 as const), upnext: text,
  }, {requiredKeys: ['type', 'set', 'factor', 'factorHash', 'rating']}),
  fc.record({type: type('agreed'), assessment: few(10), factor: factorIds, factorHash: fc.constantFrom('a', 'b'), rating, note: text, date: day}),
  fc.record({
    type: type('action'), action: few(10), factor: factorIds, what: text, owner: line, due: day,
    status: fc.constantFrom('not-started' as const, 'in-progress' as const, 'done' as const, 'stopped' as const), learn: fc.constant('first'),
  }, {requiredKeys: ['type', 'action', 'factor', 'what', 'owner', 'status']}),
  fc.record({
    type: type('snapshot'), assessment: few(10), name: line, date: day,
    factors: fc.array(fc.record({
      factor: factorIds, factorHash: fc.constantFrom('a', 'b'), group: line, name: line, levels, rating, note: text,
      views: fc.array(fc.nat(5), {minLength: 4, maxLength: 4}),
    }), {maxLength: 4}),
    notes: fc.record({changed: text, did: text, learned: text}, optional), nextReview: day,
    corrects: fc.record({snapshot: few(1), why: text}),
  }, {requiredKeys: ['type', 'assessment', 'name', 'date', 'factors']}),
  fc.record({type: type('removed'), key: removedKey}),
]

/** Anything that a team can say. */
export const anySaid = fc.oneof(...kinds)

/** Items with few ids and few moments, so that one is often said twice, and at once; now and then two under one id. */
export const anyItem: fc.Arbitrary<CanvasItem> = fc.tuple(anySaid, fc.nat(20), fc.nat(3))
  .map(([said, id, seconds]) => ({...said, id: uuid(id), at: at(seconds)}))

export const anyFile: fc.Arbitrary<CanvasFile> = fc.array(anyItem, {maxLength: 30})
  .map(items => ({...emptyCanvasFile(SERIES, canvas.id), items}))
