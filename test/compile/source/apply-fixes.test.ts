import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {applyFixes} from '../../../components/compile/source/apply-fixes.js'
import type {Diagnostic, Fix} from '../../../components/model/guide/diagnostic.js'

const withFix = (fix?: Fix): Diagnostic =>
  ({file: 'a.md', line: 1, column: 1, code: 'x', severity: 'info', message: '', advice: '', fix})
const change = (start: number, end: number, text: string): Fix => ({start, end, text})

const cases: {fixes: (Fix | undefined)[]; text: string; applied: number; why: string}[] = [
  {fixes: [], text: 'one two', applied: 0, why: 'nothing to fix'},
  {fixes: [undefined], text: 'one two', applied: 0, why: 'a fault without a fix'},
  {fixes: [change(4, 7, '2'), change(0, 3, '1')], text: '1 2', applied: 2, why: 'in the order of the text'},
  {fixes: [change(0, 3, '1'), change(0, 3, '1')], text: '1 two', applied: 1, why: 'the same fix twice'},
  {fixes: [change(0, 5, 'x'), change(2, 7, 'y')], text: 'xwo', applied: 1, why: 'two that overlap'},
  {fixes: [change(0, 3, '1'), change(3, 3, '!')], text: '1! two', applied: 2, why: 'an insertion right after a change'},
  {fixes: [change(3, 3, '!'), change(3, 3, '?')], text: 'one! two', applied: 1, why: 'two insertions at one place'},
  {fixes: [change(-1, 3, ''), change(5, 99, '')], text: 'one two', applied: 0, why: 'made for another text'},
]

describe('fixes', () => {
  for (const {fixes, text, applied, why} of cases) {
    it(why, () => assert.deepEqual(applyFixes('one two', fixes.map(withFix)), {text, applied}))
  }
})
