import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import {planCsv, ratingsCsv, snapshotsCsv} from '../../../components/model/canvas/csv.js'
import {canvasMarkdown, plain} from '../../../components/model/canvas/markdown.js'
import {calendarFile, planOf} from '../../../components/model/canvas/plan.js'
import {canvasState} from '../../../components/model/canvas/state.js'
import {agreed, anyFile, assessment, at, canvas, file, rated, rater, snapshot, uuid} from './examples.js'

const HOSTILE = '=HYPERLINK("https://evil.example","x")'
const action = (n: number, what: string, due?: string, status: 'done' | 'not-started' | 'stopped' = 'not-started') =>
  ({type: 'action' as const, action: uuid(n), factor: 'voice', what, owner: 'Head of digital', due, status})
const said = file(
  {type: 'titled', title: 'North'}, assessment('Autumn'), {type: 'partner', partner: uuid(40), name: 'Council'},
  {...rater(1, 'Housing'), partner: uuid(40)} as ReturnType<typeof rater>, rater(2, HOSTILE),
  rated(1, 'voice', 2, {evidence: {sentence: 'We asked, "twice".', link: 'https://example.org', date: '2026-11-01'}, confidence: 2, upnext: 'More'}),
  {...rated(2, 'voice', 'not-assessed', {voice: '\t=1'}), factorHash: 'old'} as ReturnType<typeof rated>,
  agreed('voice', 3, 'We talked.'), action(50, 'Later', '2027-03-01'), action(51, 'No day'), action(52, 'Soon; <b>now</b>, then\nrest', '2026-12-01'),
  action(53, 'Over', '2026-01-01', 'done'),
)
said.items.push(snapshot(60, {voice: 2, devices: 4}), snapshot(61, {voice: 3, devices: 4}, {
  date: '2027-05-23', nextReview: '2027-11-23', notes: {learned: 'Ask <script>alert(1)</script> early'}, corrects: {snapshot: uuid(99), why: 'A *slip*'},
}))
const state = canvasState(canvas, said)

describe('planOf', () => {
  it('is by day, those without one last, and says what is late', () => {
    assert.deepEqual(planOf(state, '2026-12-02').map(({action, factor, isOpen, isLate}) => [action.what.slice(0, 6), factor, isOpen, isLate]), [
      ['Over', 'Voice', false, false], ['Soon; ', 'Voice', true, true], ['Later', 'Voice', true, false], ['No day', 'Voice', true, false],
    ])
    assert.equal(planOf(state, '2026-12-01')[1]!.isLate, false)
  })
})

describe('the tables', () => {
  it('have one row a rating, with the words of its level', () => {
    const [, first, second] = ratingsCsv(state).slice(1).split('\r\n')
    assert.equal(first, 'Autumn,People,Voice,Housing,Council,2026-11-20,2,Emerging,Some are asked.,"We asked, ""twice"".",'
      + 'https://example.org,2026-11-01,,,Fairly sure,More,,3,We talked.')
    assert.equal(second, `Autumn,People,Voice,"'${HOSTILE.replaceAll('"', '""')}",,2026-11-20,Not assessed,,,,,,,'\t=1,,,Yes,3,We talked.`)
  })

  it('have one row a factor of each snapshot, with the words of its day', () => {
    const rows = snapshotsCsv(state).split('\r\n')
    assert.equal(rows.length, 1 + 4 + 1)
    assert.equal(rows[3], 'Snapshot 61,2027-05-23,,G,voice,3,Level 3,Words 3,,0,0,0,0')
  })

  it('have one row an action', () => {
    assert.equal(planCsv(state).split('\r\n')[1], '2026-01-01,Over,Head of digital,Done,Voice,')
  })

  it('hold no cell that a spreadsheet would run, whatever was said', () => {
    fc.assert(fc.property(anyFile, made => {
      const any = canvasState(canvas, made)
      for (const csv of [ratingsCsv(any), snapshotsCsv(any), planCsv(any)]) {
        assert.doesNotMatch(csv.slice(1), /(?:^|,|\r\n)"?[=+@\t\uff1d]/)
      }
    }))
  })
})

describe('the report in Markdown', () => {
  const markdown = new MarkdownIt({html: true, linkify: true})
  const elements = (text: string): Set<string> => new Set([...markdown.render(text).matchAll(/<\/?([a-z0-9]+)/g)].map(match => match[1]!))
  const known = new Set(['h1', 'h2', 'h3', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td'])

  it('says all there is: profile, views, actions, history', () => {
    const text = canvasMarkdown(state)
    for (const part of [
      '# North', 'Autumn, 2026-11-23', 'There is no total score.', '## Profile', '### People',
      '| Voice | 3 Established | People help to shape it. | We talked. |', '| Strategy | Not agreed yet |  |  |',
      '| Housing (Council) | 2 |  | We asked, "twice".; https\\://example.org; 2026-11-01 | Fairly sure | More |',
      '| 2026-12-01 | Soon; &lt;b&gt;now&lt;/b&gt;, then rest | Head of digital | Not started | Voice |',
      '### Snapshot 61, 2027-05-23', '| voice | 2 | 3 Level 3 | Up |  |', '| devices | 4 | 4 Level 4 | Same |  |',
      'This corrects an earlier snapshot, because\\: A \\*slip\\*', 'Next review: 2027-11-23',
      'What we learned: Ask &lt;script&gt;alert(1)&lt;/script&gt; early',
    ]) assert.ok(text.includes(part), `${part}\n\n${text}`)
  })

  it('of nothing said says so', () => {
    const text = canvasMarkdown(canvasState(canvas, {items: []}))
    assert.equal(text.match(/None yet\./g)?.length, 3)
  })

  it('has no element but its own, whatever was said', () => {
    fc.assert(fc.property(anyFile, made => {
      const found = elements(canvasMarkdown(canvasState(canvas, made)))
      assert.deepEqual([...found].filter(name => !known.has(name)), [])
    }))
  })

  const marks = fc.string({unit: fc.constantFrom(
    'a', ' ', '\n', '\\', '`', '*', '_', '[', ']', '(', ')', '#', '+', '-', '!', '|', '~', '<', '>', '&', ':', '@', '=', '.', '1', '/', '"', ';',
    '{', '}', '<b>', '&lt;', 'https://a.example', 'www.a.example', 'a@b.example', '---', '1. ', '](x)', '<!--', '\t',
  ), maxLength: 12})

  it('shows what was typed as it was typed, in a paragraph, a heading and a table', () => {
    const decoded = (html: string) => html.replace(/<\/?(?:p|h3|td)>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim()
    fc.assert(fc.property(marks, typed => {
      const folded = typed.replace(/\s+/g, ' ').trim()
      if (!folded) return
      assert.equal(decoded(markdown.render(plain(typed))), folded)
      assert.equal(decoded(markdown.render(`### ${plain(typed)}`)), folded)
      const cells = [...markdown.render(`| a | b |\n| --- | --- |\n| ${plain(typed)} | x |`).matchAll(/<td>(.*?)<\/td>/gs)]
      assert.deepEqual(cells.map(([cell]) => decoded(cell)), [folded, 'x'])
    }), {numRuns: 1_000})
  })
})

describe('the calendar file', () => {
  const calendar = calendarFile(state, Date.parse(at(0)))
  const lines = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

  it('has each open action that has a day, and the next review', () => {
    assert.deepEqual(lines(calendar), [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Digital skills guide canvas//EN', 'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT', `UID:${uuid(52)}`, 'DTSTAMP:20261123T090000Z', 'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:Soon\\; <b>now</b>\\, then rest', 'DESCRIPTION:Owner: Head of digital\\nFactor: Voice', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'BEGIN:VEVENT', `UID:${uuid(50)}`, 'DTSTAMP:20261123T090000Z', 'DTSTART;VALUE=DATE:20270301',
      'SUMMARY:Later', 'DESCRIPTION:Owner: Head of digital\\nFactor: Voice', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'BEGIN:VEVENT', `UID:${uuid(61)}`, 'DTSTAMP:20261123T090000Z', 'DTSTART;VALUE=DATE:20271123',
      'SUMMARY:Review: North', 'DESCRIPTION:Snapshot 61', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'END:VCALENDAR', '',
    ])
  })

  it('has lines of at most 75 bytes, which come to what was typed when they are joined', () => {
    const what = `${'ŵ😀'.repeat(60)} BEGIN:VALARM`
    const long = calendarFile(canvasState(canvas, file(action(50, what, '2027-03-01'))), 0)
    for (const line of long.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line)
    assert.ok(lines(long).includes(`SUMMARY:${what}`))
  })

  it('has no line that someone typed, whatever was said', () => {
    const names = /^(?:BEGIN:V(?:CALENDAR|EVENT)|END:V(?:CALENDAR|EVENT)|VERSION:|PRODID:|CALSCALE:|UID:|DTSTAMP:|DTSTART;|SUMMARY:|DESCRIPTION:|TRANSP:|$)/
    fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', '\n', '\r', '\\', ';', ',', ':', 'BEGIN:VALARM', '\u2028', '\u0085', ' '), maxLength: 30}), typed => {
      const text = calendarFile(canvasState(canvas, file(action(50, typed, '2027-03-01'))), 0)
      const found = text.replace(/\r\n /g, '').split(/\r\n|[\r\n\u2028\u0085]/)
      assert.deepEqual(found.filter(line => !names.test(line)), [])
      assert.equal(found.length, 14)
    }))
  })
})

describe('the words of a factor', () => {
  it('are the same in the tables and the report, because both come from the canvas', () => {
    const changed = {...canvas, factors: canvas.factors.map(factor => factor.id !== 'voice' ? factor : {
      ...factor, levels: factor.levels.map(level => ({...level, text: [{type: 'text' as const, value: `${level.name}, as it is now`}]})),
    })}
    const now = canvasState(changed, said)
    assert.ok(ratingsCsv(now).includes('"Emerging, as it is now"'))
    assert.ok(canvasMarkdown(now).includes('Established, as it is now'))
    assert.ok(!canvasMarkdown(now).includes('People help to shape it.'))
  })
})
