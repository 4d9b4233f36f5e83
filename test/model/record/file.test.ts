import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {readRecordFile, recordFileProblems, type RecordFile} from '../../../components/model/record/file.js'
import {at, event} from './facts.js'
import {assessed, began, rated} from '../assessment/ratings.js'

const file: RecordFile = {
  format: 'dsg-record', version: 1, guide: 'test-guide', edition: 'abc', exported: at(60), cohort: 'spring',
  role: 'nursing',
  events: [
    event(1, {type: 'read', about: 'm1', page: 'p1'}), began(2, ['D1']),
    rated(3, 'a1', 'D1', {now: 1, needed: 'unsure'}), assessed(4),
  ],
}
const text = JSON.stringify(file)
const changed = (changes: object) => JSON.stringify({...file, ...changes})
const withPage = (page: string) => text.replace('"page":"p1"', `"page":"p1",${page}`)

describe('readRecordFile', () => {
  const good: {name: string; given: string}[] = [
    {name: 'a record', given: text},
    {name: 'a record without cohort and role', given: changed({cohort: undefined, role: undefined})},
    {name: 'a record of nothing yet', given: changed({events: []})},
    {name: 'a record with a byte order mark', given: `\ufeff${text}`},
    {name: 'more than this build knows of', given: changed({later: {deep: [1]}})},
  ]
  for (const {name, given} of good) {
    it(`takes ${name}`, () => {
      const read = readRecordFile(given)
      assert.ok('file' in read, JSON.stringify(read))
      assert.equal(read.file.guide, 'test-guide')
    })
  }

  const refused: {name: string; given: string; says: RegExp}[] = [
    {name: 'nothing', given: '', says: /empty/},
    {name: 'a picture', given: '\u0089PNG\r\n', says: /cannot be read as a record/},
    {name: 'a record that is cut short', given: text.slice(0, -20), says: /cut short/},
    {name: 'a list', given: '[]', says: /not a record/},
    {name: 'null', given: 'null', says: /not a record/},
    {name: 'another product\'s file', given: '{"format": "moodle", "version": 1}', says: /not a record/},
    {name: 'a guide', given: '{"format": "dsg-guide", "version": 1}', says: /not a record/},
    {name: 'a newer version', given: text.replace('"version":1', '"version":2'), says: /newer version.*up to date/},
    {name: 'no version', given: text.replace('"version":1', '"version":"1"'), says: /which version/},
    {name: '__proto__ at the top', given: text.replace('{', '{"__proto__":{"x":1},'), says: /"__proto__"/},
    {name: '__proto__ in an event', given: withPage('"__proto__":{}'), says: /"__proto__"/},
    {name: 'constructor deep inside', given: withPage('"x":[{"constructor":1}]'), says: /"constructor"/},
    {name: 'no guide', given: changed({guide: ''}), says: /which guide/},
    {name: 'no edition', given: changed({edition: 7}), says: /which edition/},
    {name: 'a time that is none', given: changed({exported: 'today'}), says: /when/},
    {name: 'a cohort of many lines', given: changed({cohort: 'a\nb'}), says: /cohort code/},
    {name: 'a role that is a story', given: changed({role: 'x'.repeat(61)}), says: /role group/},
    {name: 'no events', given: changed({events: {length: 0}}), says: /no list of events/},
    {name: 'an event that is none', given: changed({events: [...file.events, {type: 'read'}]}), says: /Event 5 of 5/},
    {name: 'a rating out of range', given: text.replace('"now":1', '"now":6'), says: /Event 3 of 4/},
  ]
  for (const {name, given, says} of refused) {
    it(`refuses ${name}`, () => {
      const read = readRecordFile(given)
      assert.ok('problems' in read, 'it was taken')
      assert.match(read.problems.join('\n'), says)
    })
  }

  it('refuses 50 MB without reading it', () => {
    const read = readRecordFile(' '.repeat(50_000_000))
    assert.deepEqual(read, {problems: ['The file is larger than 20 MB, so it is not a record. Choose another file.']})
  })

  it('is not brought down by 200,000 brackets', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    assert.ok('file' in readRecordFile(withPage(`"x":${deep}`)))
  })

  it('stops counting at 10 problems', () => {
    assert.equal(recordFileProblems({...file, events: Array.from({length: 5_000}, () => 7)}).length, 10)
  })

  it('changes nothing that other objects share', () => {
    readRecordFile(text.replace('{', '{"__proto__":{"polluted":1},'))
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  })
})
