import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {readCanvasFile} from '../../../components/model/canvas/file.js'
import type {CanvasFile} from '../../../components/model/canvas/items.js'
import {canonical, isDamaged, withChecksum} from '../../../components/model/ids/checksum.js'
import {readRecordFile, type RecordFile} from '../../../components/model/record/file.js'
import {damagedBytes, randomFrom, singleBits, WAY_NAMES} from './damage.js'

const SEED = 104
const TIMES = 300

const fixture = (path: string) => JSON.parse(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8')) as unknown
/** Every kind of event there is, and texts as people write them. */
const oldRecord = fixture('record/v1.json') as RecordFile
oldRecord.events.push({
  type: 'reflected', id: 'written', at: '2026-11-23T12:00:00.000Z', edition: 'e', about: 'r1', hash: 'h', module: 'm1',
  text: 'Siôn asked: “is it 100 %?”\n\tI said \ufffd and \ud800 and 👩🏽‍⚕️ \\ / "no" e\u0301 \u2028',
}, {
  type: 'completed', id: 'none', at: '2026-11-23T12:00:01.000Z', edition: 'e', about: 'm1', hash: '', outcome: 'not-passed',
  right: 0, of: 5,
})
const oldCanvas = fixture('canvas/v1.json') as CanvasFile

interface Kept { says: unknown }
type Reader = (text: string) => {file: RecordFile | CanvasFile} | {problems: string[]}

/** As whoever opens a file does. @returns what was taken from it; undefined when it was refused */
function taken(bytes: Uint8Array, read: Reader): Kept | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
  const result = read(text)
  if ('problems' in result) {
    assert.ok(result.problems.length && result.problems.every(problem => /^[A-Z].*\.$/s.test(problem)), String(result.problems))
    return undefined
  }
  const {intact: _, checksum: __, ...says} = result.file
  return {says}
}

const bytesOf = (data: object, spaces?: number) => new TextEncoder().encode(JSON.stringify(data, undefined, spaces))

const kinds = [
  {name: 'a record', says: oldRecord as object, read: readRecordFile},
  {name: 'a canvas', says: oldCanvas as object, read: readCanvasFile},
]

for (const {name, says, read} of kinds) {
  describe(`the file of ${name}, with its checksum`, () => {
    const file = withChecksum(says)
    const whole = {says: JSON.parse(JSON.stringify(says)) as unknown}

    it('says what it said without one, to this build and to those before it', () => {
      assert.deepEqual(taken(bytesOf(file), read), whole)
      assert.deepEqual(taken(bytesOf(says), read), whole)
      assert.deepEqual(Object.keys(file), ['intact', ...Object.keys(says), 'checksum'])
    })

    it('is whole when a program has saved it again as it is', () => {
      const text = JSON.stringify(file, undefined, 1)
      const saved: [string, string][] = [
        ['on one line', JSON.stringify(file)], ['with tabs', JSON.stringify(file, undefined, '\t')],
        ['with a byte order mark', `\ufeff${text}`], ['with other line ends', text.replaceAll('\n', '\r\n')],
        ['with all keys in order', canonical(file)],
        ['with every letter escaped that is not plain', text.replace(/[^ -~\n]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)],
        ['with keys the other way round', JSON.stringify(Object.fromEntries(Object.entries(file).reverse()))],
      ]
      for (const [how, given] of saved) assert.deepEqual(taken(new TextEncoder().encode(given), read), whole, how)
    })

    for (const spaces of [1, undefined]) {
      it(`changes nothing or is refused whole when any bit of it is another, ${spaces ? 'taken away' : 'carried'}`, () => {
        const bytes = bytesOf(file, spaces)
        let refused = 0
        const random = randomFrom(SEED)
        for (const changed of singleBits(bytes)) {
          if (random(4)) continue
          const result = taken(changed, read)
          if (!result) refused += 1
          else assert.deepEqual(result, whole, new TextDecoder().decode(changed))
        }
        assert.ok(refused > bytes.length, String(refused))
      })
    }

    for (const way of WAY_NAMES) {
      it(`changes nothing or is refused whole when ${way}`, () => {
        const bytes = bytesOf(file, 1)
        const random = randomFrom(SEED)
        for (let i = 0; i < TIMES; i++) {
          const changed = damagedBytes(bytes, way, random)
          const result = taken(changed, read)
          if (result) assert.deepEqual(result, whole, new TextDecoder().decode(changed))
        }
      })
    }

    it('is refused with one reason when anything in it is another thing', () => {
      const strings = JSON.stringify(file).match(/"(?:[^"\\]|\\.)*"/g)!
      for (const [i, one] of strings.entries()) {
        let at = 0
        const text = JSON.stringify(file).replace(/"(?:[^"\\]|\\.)*"/g, each => at++ === i ? `${each.slice(0, -1)}x"` : each)
        const result = read(text)
        assert.ok('problems' in result, one)
        assert.equal(result.problems.length, 1)
      }
    })
  })
}

describe('isDamaged', () => {
  it('is false for what was given a checksum, whatever it was, and true for every other', () => {
    const anything = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(fc.property(anything, anything, (one, other) => {
      const file = JSON.parse(JSON.stringify(withChecksum(one))) as Record<string, unknown>
      assert.equal(isDamaged(file), false)
      const isSame = canonical(one) === canonical(other)
      assert.equal(isDamaged({...other, intact: true, checksum: file.checksum}), !isSame)
    }), {seed: SEED})
  })

  it('knows a file from before there were checksums, and not one that has lost its own', () => {
    assert.equal(isDamaged({format: 'x', later: 1}), false)
    const {checksum, ...lost} = withChecksum({format: 'x', later: 1})
    assert.equal(isDamaged(lost), true)
    assert.equal(isDamaged({...lost, cheksum: checksum}), true)
    const {intact: _, ...other} = withChecksum({format: 'x', later: 1})
    assert.equal(isDamaged(other), true)
  })

  it('tells 0 from -0, which JSON can say and does not write', () => {
    const text = JSON.stringify(withChecksum({right: 0}))
    assert.equal(isDamaged(JSON.parse(text.replace(':0', ':-0')) as {right: number}), true)
  })

  it('refuses what nests deeper than the stack', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown
    assert.equal(isDamaged({deep, checksum: '00000000000'}), true)
  })
})
