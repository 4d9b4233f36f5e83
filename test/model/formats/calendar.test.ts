import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {calendarText} from '../../../components/model/formats/calendar.js'

/** Lines as a calendar program reads them (RFC 5545, section 3.1): unfolded. */
function linesOf(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
}

/** A value as it was meant (section 3.3.11). */
function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, char: string) => char === 'n' ? '\n' : char)
}

describe('calendarText', () => {
  const day = {id: 'review-a@guide', day: '2027-02-28', summary: 'Review: a, b; c \\ d', description: 'One\nTwo'}

  it('is a calendar of whole days', () => {
    assert.deepEqual(linesOf(calendarText('Reviews', '2026-11-23', [day])), [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Reviews//EN', 'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT', 'UID:review-a@guide', 'DTSTAMP:20261123T000000Z', 'DTSTART;VALUE=DATE:20270228',
      'SUMMARY:Review: a\\, b\\; c \\\\ d', 'DESCRIPTION:One\\nTwo', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR',
    ])
  })

  it('keeps any words, in lines of at most 75 bytes that cut no character', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 300}), summary => {
      const file = calendarText('Reviews', '2026-11-23', [{...day, summary}])
      for (const line of file.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line)
        assert.doesNotMatch(line, /[\r\n]|\p{Cs}/u) // Half a character is a surrogate by itself.
      }
      const read = linesOf(file).find(line => line.startsWith('SUMMARY:'))!.slice('SUMMARY:'.length)
      const kept = summary.replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, '')
      assert.equal(unescaped(read), kept)
      assert.equal(linesOf(file).length, 13)
    }))
  })
})
