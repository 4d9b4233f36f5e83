import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {
  byType, fits, flag, number, oneOf, optional, text, type Fields, type Kinds, type OneOf, type Shape, type Test,
} from '../../../components/model/shape/shape.js'

/**
 * The compiler refuses a shape that differs from its type: each line below that it is told to expect an error of is an error of
 * the type check once it is none.
 */
interface Point { name: string; x: number; seen?: boolean }
type Mark = {type: 'dot'; at: Point} | {type: 'line'; ends: Point[]}
type Size = 1 | 2 | 'large'

const point: Fields<Point> = {name: text, x: number, seen: optional(flag)}
const size: OneOf<Size> = oneOf(1, 2, 'large')
const kinds: Kinds<Mark> = {dot: {at: point}, line: {ends: [point]}}
const mark: Test<Mark> = byType(() => kinds)

// @ts-expect-error a field is missing
export const missing: Fields<Point> = {name: text, seen: optional(flag)}
// @ts-expect-error an optional field is missing
export const missingOptional: Fields<Point> = {name: text, x: number}
// @ts-expect-error there is no such field
export const more: Fields<Point> = {name: text, x: number, seen: optional(flag), y: number}
// @ts-expect-error another kind of value
export const otherKind: Fields<Point> = {name: number, x: number, seen: optional(flag)}
// @ts-expect-error what may be missing, taken for what is always there
export const taken: Fields<Point> = {name: text, x: number, seen: flag}
// @ts-expect-error what is always there, taken for what may be missing
export const spared: Fields<Point> = {name: optional(text), x: number, seen: optional(flag)}
// @ts-expect-error what may be missing is of another kind
export const otherOptional: Fields<Point> = {name: text, x: number, seen: optional(text)}
// @ts-expect-error one where there is a list
export const oneOfMany: Fields<{names: string[]}> = {names: text}
// @ts-expect-error a list where there is one
export const manyOfOne: Fields<{name: string}> = {name: [text]}
// @ts-expect-error a list of another kind
export const otherList: Shape<string[]> = [number]
// @ts-expect-error a field is missing, deep inside
export const deep: Fields<{points: {point: Point}[]}> = {points: [{point: {name: text, seen: optional(flag)}}]}
// @ts-expect-error a value is missing
export const fewerValues: OneOf<Size> = oneOf(1, 2)
// @ts-expect-error a value too many
export const moreValues: OneOf<Size> = oneOf(1, 2, 'large', 'small')
// @ts-expect-error a value is missing, in a field
export const fewerInField: Fields<{size: Size}> = {size: oneOf(1, 'large')}
// @ts-expect-error any text, where only some will do
export const anyText: Fields<{size: 'small' | 'large'}> = {size: text}
// @ts-expect-error some texts, where any will do
export const someText: Fields<{size: string}> = {size: oneOf('small', 'large')}
// @ts-expect-error another text than the one there is
export const otherLiteral: Fields<{format: 'dsg'}> = {format: 'other'}
// @ts-expect-error one text, where any will do
export const literal: Fields<{format: string}> = {format: 'dsg'}
// @ts-expect-error a kind is missing
export const fewerKinds: Kinds<Mark> = {dot: {at: point}}
// @ts-expect-error there is no such kind
export const moreKinds: Kinds<Mark> = {...kinds, circle: {at: point}}
// @ts-expect-error a kind lacks a field
export const emptyKind: Kinds<Mark> = {dot: {}, line: {ends: [point]}}
// @ts-expect-error no plain shape tells the members of a union apart
export const union: Shape<Mark> = {type: text}
// @ts-expect-error the test is of something else
export const otherTest: Shape<Point> = mark

describe('a shape', () => {
  const fitting: [what: string, value: unknown, shape: Parameters<typeof fits>[1]][] = [
    ['an object with a field that may be missing', {name: 'a', x: 1}, point],
    ['a field that is known to be undefined', {name: 'a', x: 1, seen: undefined}, point],
    ['fields it does not name', {name: 'a', x: 1, later: true}, point],
    ['each value of a set', 'large', size],
    ['a kind', {type: 'line', ends: [{name: 'a', x: 0}]}, mark],
    ['as many as there may be', [1, 2], [number, 2, 2]],
    ['none', [], [number]],
  ]
  for (const [what, value, shape] of fitting) it(`fits ${what}`, () => assert.equal(fits(value, shape), true))

  const refused: [what: string, value: unknown, shape: Parameters<typeof fits>[1]][] = [
    ['a list for an object', [], {}],
    ['null for an object', null, {}],
    ['an object for a list', {length: 0}, [number]],
    ['a field that is missing', {name: 'a'}, point],
    ['a field that may be missing, of another kind', {name: 'a', x: 1, seen: null}, point],
    ['a number as text for a number', '1', number],
    ['no number', NaN, number],
    ['a number without end', Infinity, number],
    ['false where nothing will do', false, false],
    ['text for a number of a set', '1', size],
    ['an unknown kind', {type: 'circle', at: {name: 'a', x: 1}}, mark],
    ['a kind named by a list', {type: ['dot'], at: {name: 'a', x: 1}}, mark],
    ['a kind named like what every object has', {type: 'constructor'}, mark],
    ['one too many', [1, 2, 3], [number, 2]],
    ['one too few', [1], [number, 2, 2]],
  ]
  for (const [what, value, shape] of refused) it(`refuses ${what}`, () => assert.equal(fits(value, shape), false))
})
