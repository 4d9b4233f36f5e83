import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {csvFile, csvOf} from '../../../components/model/formats/csv.js'

describe('csvOf', () => {
  const cells: {cell: string | number | undefined; text: string; why: string}[] = [
    {cell: 'plain words', text: 'plain words', why: 'needs nothing'},
    {cell: 'one, two', text: '"one, two"', why: 'a comma needs quotes'},
    {cell: 'say "yes"', text: '"say ""yes"""', why: 'a quote is doubled'},
    {cell: 'a\nb', text: '"a\nb"', why: 'a line break needs quotes'},
    {cell: undefined, text: '', why: 'nothing is an empty cell'},
    {cell: 2.5, text: '2.5', why: 'a number'},
    {cell: -3, text: '-3', why: 'a number under 0 is no formula'},
    {cell: '=1+1', text: '\'=1+1', why: 'a formula'},
    {cell: '+44 20', text: '\'+44 20', why: 'a telephone number that begins like a formula'},
    {cell: '-2+3', text: '\'-2+3', why: 'text that begins with minus'},
    {cell: '@SUM(A1)', text: '\'@SUM(A1)', why: 'a Lotus formula'},
    {cell: '\t=1', text: '\'\t=1', why: 'a tab'},
    {cell: '\r=1', text: '"\'\r=1"', why: 'a carriage return'},
    {cell: '  =1', text: '\'  =1', why: 'spaces that a program may cut off'},
    {cell: '\u200b=1', text: '\'\u200b=1', why: 'a space without width'},
    {cell: '\uff1d1', text: '\'\uff1d1', why: 'a full-width ='},
    {cell: '\uff0b1', text: '\'\uff0b1', why: 'a full-width +'},
    {cell: '\uff0d1', text: '\'\uff0d1', why: 'a full-width -'},
    {cell: '\uff20a', text: '\'\uff20a', why: 'a full-width @'},
    {cell: '=HYPERLINK("https://a.org","x")', text: '"\'=HYPERLINK(""https://a.org"",""x"")"', why: 'a link'},
    {cell: 'a=b', text: 'a=b', why: 'an equals sign inside'},
  ]
  for (const {cell, text, why} of cells) {
    it(`${JSON.stringify(cell)}: ${why}`, () => assert.equal(csvOf([[cell]]), `${text}\r\n`))
  }

  it('ends every row with CRLF', () => assert.equal(csvOf([['a', 1], ['b', undefined]]), 'a,1\r\nb,\r\n'))

  it('is read back by an independent parser, and no cell begins as a formula does', () => {
    const text = fc.string({unit: fc.constantFrom(...'a=+-@",\r\n\t \uff1dé')})
    fc.assert(fc.property(fc.array(fc.array(text, {minLength: 2, maxLength: 4}), {minLength: 1}), rows => {
      const read = parse(csvOf(rows))
      assert.deepEqual(read.map(row => row.map(cell => cell.replace(/^'/, ''))), rows)
      for (const cell of read.flat()) assert.doesNotMatch(cell.trim(), /^[=+\-@\uff1d]/)
    }))
  })
})

describe('csvFile', () => {
  it('begins with the mark of UTF-8, so that Excel shows Siôn', () => {
    assert.deepEqual([...new TextEncoder().encode(csvFile([['Siôn']])).slice(0, 3)], [0xef, 0xbb, 0xbf])
  })
})

/** RFC 4180, one character at a time. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < csv.length; i++) {
    const unit = csv[i]
    if (isQuoted && unit === '"' && csv[i + 1] === '"') {
      cell += '"'
      i += 1
    } else if (unit === '"') {
      isQuoted = !isQuoted
    } else if (!isQuoted && unit === ',') {
      row.push(cell)
      cell = ''
    } else if (!isQuoted && unit === '\r' && csv[i + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      i += 1
    } else {
      cell += unit
    }
  }
  return rows
}
