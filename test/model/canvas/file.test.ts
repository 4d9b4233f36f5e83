import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {Ajv2020} from 'ajv/dist/2020.js'
import fc from 'fast-check'
import {isCanvasItem} from '../../../components/model/canvas/check.js'
import {canvasFileName, canvasProblems, MAX_CANVAS_FILE_BYTES, readCanvasFile} from '../../../components/model/canvas/file.js'
import type {CanvasFile, CanvasItem} from '../../../components/model/canvas/items.js'
import {stamped} from '../../../components/model/log/entries.js'
import {mergeCanvas} from '../../../components/model/canvas/merge.js'
import {canvasSchema, DESCRIPTIONS} from '../../../components/model/canvas/schema.js'
import {
  agreed, anyFile, anyItem, anySaid, assessment, at, canvas, file, rated, rater, SERIES, snapshot, uuid,
} from './examples.js'

/** As others get it. */
const schema = JSON.parse(JSON.stringify(canvasSchema())) as object
const ajv = new Ajv2020({strict: true, strictTypes: false, strictRequired: false})
ajv.addFormat('date-time', text => !Number.isNaN(Date.parse(text)))
// Another way of telling a real day than the one in our own check.
ajv.addFormat('date', text => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
})
const fitsSchema = ajv.compile(schema)

const BROKEN = new URL('../../fixtures/canvas/broken/', import.meta.url)
const whole: CanvasFile = {...file(
  {type: 'titled', title: 'North'}, assessment(), {type: 'partner', partner: uuid(40), name: 'Council', kind: 'council'},
  rater(1, 'Housing'), rated(1, 'voice', 2, {
    evidence: {sentence: 'We asked.', link: 'https://example.org', date: '2026-11-01', asked: 'Users'}, voice: 'Tenants',
    confidence: 2, upnext: 'Ask more',
  }), agreed('voice', 3), {type: 'removed', key: `rated/${uuid(1)}/devices`},
  {type: 'action', action: uuid(50), factor: 'voice', what: 'Ask', owner: 'Head', due: '2027-01-31', status: 'done', learn: 'first'},
)}
whole.items.push(snapshot(60, {voice: 3}, {nextReview: '2027-05-01', notes: {did: 'x'}, corrects: {snapshot: uuid(59), why: 'y'}}))
const text = JSON.stringify(whole)

describe('readCanvasFile', () => {
  const good: [string, string][] = [
    ['a canvas', text], ['one that says nothing yet', JSON.stringify(file())], ['one with a byte order mark', `\ufeff${text}`],
    ['one printed over many lines', JSON.stringify(whole, null, 2)], ['more than this build knows of', text.replace('"level":', '"later":[1],"level":')],
  ]
  for (const [name, given] of good) {
    it(`takes ${name}`, () => {
      const read = readCanvasFile(given)
      assert.ok('file' in read, JSON.stringify(read))
      assert.equal(read.file.id, SERIES)
    })
  }

  const refused: [name: string, given: string, says: RegExp][] = [
    ['nothing', ' ', /empty/],
    ['a picture', '\u0089PNG\r\n', /cannot be read as a canvas/],
    ['a list', '[]', /not a file of a canvas/],
    ['null', 'null', /not a file of a canvas/],
    ['another product\'s file', '{"format": "moodle", "version": 1}', /not a file of a canvas/],
    ['a learner\'s record', '{"format": "dsg-record", "version": 1}', /not a file of a canvas/],
    ['the factors of a pack', JSON.stringify({format: 'dsg-canvas-factors', version: 1, canvas}), /not a file of a canvas/],
    ['a newer version', text.replace('"version":1', '"version":2'), /newer version.*up to date/],
    ['no version', text.replace('"version":1', '"version":"1"'), /which version/],
    ['__proto__ at the top', text.replace('{', '{"__proto__":{"x":1},'), /"__proto__"/],
    ['__proto__ in evidence', text.replace('"sentence"', '"__proto__":{},"sentence"'), /"__proto__"/],
    ['a disguised __proto__', text.replace('"sentence"', '"\\u005f_proto__":{},"sentence"'), /"__proto__"/],
    ['constructor in notes', text.replace('"did"', '"x":[{"constructor":1}],"did"'), /"constructor"/],
    ['no series', text.replace(`"id":"${SERIES}"`, '"id":"mine"'), /which series/],
    ['no canvas', text.replace('"canvas":"canvas-1"', '"canvas":"<b>"'), /which canvas/],
    ['no items', JSON.stringify({...whole, items: {length: 0}}), /no list of items/],
    ['a level 5', text.replace('"rating":2', '"rating":5'), /Item 5 of 9 \(a rating\) cannot be read: its "rating"/],
    ['29 February in a year that has none', text.replaceAll('2026-11-23T', '2026-02-29T'), /Item 1 of 9 \(the title\) cannot be read: its "at"/],
    ['an hour 24', text.replaceAll('T09:00:0', 'T24:00:0'), /Item 1 of 9 \(the title\) cannot be read: its "at"/],
    ['an item of no known type', text.replace('"titled"', '"toString"'), /Item 1 of 9 cannot be read: its "type"/],
    ['an item that is none', JSON.stringify({...whole, items: [7]}), /Item 1 of 1 cannot be read: its "type"/],
  ]
  for (const [name, given, says] of refused) {
    it(`refuses ${name}, in plain words`, () => {
      const read = readCanvasFile(given)
      assert.ok('problems' in read, 'it was taken')
      assert.match(read.problems.join('\n'), says)
    })
  }

  it('refuses a file that is cut short, wherever', () => {
    for (let end = 1; end < text.length; end += 7) {
      const read = readCanvasFile(text.slice(0, end))
      assert.ok('problems' in read && read.problems.join().includes('cut short'), text.slice(0, end))
    }
  })

  it('refuses 50 MB without reading it', () => {
    const read = readCanvasFile(' '.repeat(50_000_000))
    assert.deepEqual(read, {problems: [`The file is larger than ${MAX_CANVAS_FILE_BYTES / 1e6} MB, so it is not a canvas. Choose another file.`]})
  })

  it('is not brought down by 200,000 brackets', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    assert.ok('file' in readCanvasFile(text.replace('"did"', `"x":${deep},"did"`)))
  })

  it('stops counting at 10 problems', () => {
    assert.equal(canvasProblems({...whole, items: Array.from({length: 5_000}, () => 7)}).length, 10)
  })

  it('changes nothing that other objects share', () => {
    readCanvasFile(text.replace('{', '{"__proto__":{"polluted":1},'))
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  })

  it('gives back what was written, in order and without doubles', () => {
    fc.assert(fc.property(anyFile, made => {
      const read = readCanvasFile(JSON.stringify(made))
      assert.ok('file' in read, JSON.stringify(read))
      assert.deepEqual(read.file, JSON.parse(JSON.stringify(mergeCanvas(made, made))))
    }))
  })

  it('names files by their day', () => assert.equal(canvasFileName(Date.parse(at(0)), 'csv'), 'canvas-2026-11-23.csv'))
})

describe('the JSON Schema', () => {
  it('accepts every file that is written', () => {
    fc.assert(fc.property(anyFile, fc.array(anySaid, {maxLength: 5}), (made, said) => {
      let id = 500
      const items = stamped(said, made.items, Date.parse(at(0)), () => uuid(id++))
      const written = JSON.parse(JSON.stringify(mergeCanvas(made, {...made, items}))) as unknown
      assert.equal(fitsSchema(written), true, JSON.stringify(fitsSchema.errors))
    }))
  })

  it('has an example of every kind of item in these tests', () => {
    const types = new Set(fc.sample(anySaid, {numRuns: 500, seed: 1}).map(({type}) => type))
    const known = (schema as {$defs: {item: {properties: {type: {enum: string[]}}}}}).$defs.item.properties.type.enum
    assert.deepEqual([...types].sort(), [...known].sort())
  })

  it('has every description that was written for it', () => {
    for (const [at, words] of Object.entries(DESCRIPTIONS)) assert.ok(JSON.stringify(schema).includes(JSON.stringify(words)), at)
  })

  const broken = readdirSync(BROKEN).filter(name => name.endsWith('.json'))
  it('has a corpus of broken files to refuse', () => assert.ok(broken.length >= 30, String(broken.length)))
  for (const name of broken) {
    it(`refuses ${name}, and so does reading it`, () => {
      const given = readFileSync(new URL(name, BROKEN), 'utf8')
      assert.equal(fitsSchema(JSON.parse(given)), false)
      assert.ok('problems' in readCanvasFile(given), 'it was taken')
    })
  }

  /** What may be found in the place of any part. */
  const anything = fc.constantFrom<unknown>(
    undefined, null, '', ' ', 0, 1, 2.5, 5, -1, true, [], {}, 'voice', 'a\u0000b', 'a\nb', '__proto__', uuid(1), uuid(1).toUpperCase(),
    '2026-02-30', '2026-11-23', '1999-01-01', '2026-11-23T09:00:00Z', 'javascript:alert(1)', 'https://a b', 'x'.repeat(201), 'x'.repeat(5_001),
    'titled', `snapshot/${uuid(1)}`, [1, 2, 3, 4], [{}, {}, {}, {}], 'not-assessed',
  )
  const damaged = fc.tuple(anyItem, fc.nat(), fc.nat(), anything).map(([one, at, within, value]): unknown => {
    const copy = JSON.parse(JSON.stringify(one)) as Record<string, unknown>
    const keys = Object.keys(copy)
    const key = keys[at % keys.length]!
    const inner = copy[key]
    const innerKeys = typeof inner === 'object' && inner !== null ? Object.keys(inner) : []
    if (innerKeys.length && within % 2) (inner as Record<string, unknown>)[innerKeys[within % innerKeys.length]!] = value
    else copy[key] = value
    return JSON.parse(JSON.stringify(copy))
  })

  it('and our own check say the same of items that are damaged anywhere', () => {
    let refused = 0
    fc.assert(fc.property(damaged, one => {
      const fits = fitsSchema({...whole, items: [one]})
      if (!fits) refused += 1
      assert.equal(isCanvasItem(one), fits, JSON.stringify([one, fitsSchema.errors]))
    }), {numRuns: 3_000})
    assert.ok(refused > 1_000, String(refused))
  })
})

describe('an example of a file', () => {
  it('of the first version is read for ever', () => {
    const read = readCanvasFile(readFileSync(new URL('../../fixtures/canvas/v1.json', import.meta.url), 'utf8'))
    assert.ok('file' in read, JSON.stringify(read))
    const types = new Set(read.file.items.map(({type}: CanvasItem) => type))
    assert.equal(types.size, 13)
  })
})
