import assert from 'node:assert/strict'
import {createRequire} from 'node:module'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {contrast, over, srgbColours, type Colour} from '../../../components/model/formats/colour.js'

/** A second opinion: the arithmetic of axe. */
interface AxeColour { red: number; green: number; blue: number; alpha: number; getRelativeLuminance(): number }
interface Axe { commons: {color: {
  Color: new (red: number, green: number, blue: number, alpha?: number) => AxeColour
  getContrast(behind: AxeColour, front: AxeColour): number
}} }
const {commons: {color}} = createRequire(import.meta.url)('axe-core') as Axe

const byte = fc.integer({min: 0, max: 255})
const bytes = fc.tuple(byte, byte, byte)
const of = ([red, green, blue]: readonly number[], alpha = 1): Colour => [red! / 255, green! / 255, blue! / 255, alpha]

describe('colours', () => {
  it('are read in the notation of color-mix', () => {
    assert.deepEqual(
      srgbColours('color(srgb 0 0.25 1) 0px 0px 0px 0px, color(srgb none 1e-7 1.02 / 0.5) 0px 0px, color(srgb -0.1 1 .5 / 0)'),
      [[0, .25, 1, 1], [0, 1e-7, 1, .5], [0, 1, .5, 0]])
    assert.deepEqual(srgbColours('none'), [])
  })

  it('stand out as axe says', () => {
    fc.assert(fc.property(bytes, bytes, fc.double({min: 0, max: 1, noNaN: true}), (front, behind, alpha) => {
      const axe = color.getContrast(new color.Color(...behind), new color.Color(...front, alpha))
      // axe mixes to whole numbers of 255.
      assert.ok(Math.abs(contrast(of(front, alpha), of(behind)) - axe) < .2)
    }))
  })

  it('that hide all are seen alone, and those that hide nothing are not seen', () => {
    fc.assert(fc.property(bytes, bytes, (front, behind) => {
      const [hiding, nothing] = [over(of(front), of(behind)), over(of(front, 0), of(behind))]
      for (const at of [0, 1, 2]) {
        assert.ok(Math.abs(hiding[at]! - front[at]! / 255) < 1e-9)
        assert.ok(Math.abs(nothing[at]! - behind[at]! / 255) < 1e-9)
      }
    }))
  })
})
