import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import type {Cell} from '../../../components/model/formats/csv.js'
import {evaluationOf, type Evaluation} from '../../../components/model/evaluation/evaluation.js'
import type {RecordFile} from '../../../components/model/record/file.js'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import {anyRecord, at, event} from '../record/facts.js'
import {framework, rated, sittingEvents, type Rated} from '../assessment/ratings.js'

const skills = framework({D1: {a: [], b: []}, D2: {c: []}})

function recordOf(person: string, events: readonly LearnerEvent[], changes: Partial<RecordFile> = {}): RecordFile {
  return {
    format: 'dsg-record', version: 1, guide: 'g', edition: 'e', exported: at(9_999), cohort: 'spring', role: 'nursing',
    // Ids are never used twice, so each person has their own.
    events: events.map(each => ({...each, id: `${person} ${each.id}`})), ...changes,
  }
}

const assessedOnce = (ratings: Record<string, Rated>) => sittingEvents(skills, ratings)
const alike = (count: number, events: readonly LearnerEvent[], changes: Partial<RecordFile> = {}) =>
  Array.from({length: count}, (_, i) => recordOf(`${JSON.stringify(changes)} ${i}`, events, changes))

/** The rows by column name. */
function table({rows: [columns = [], ...rows]}: Evaluation): Record<string, Cell>[] {
  return rows.map(row => Object.fromEntries(columns.map((column, i) => [String(column), row[i]])))
}

describe('evaluationOf: one person, worked by hand', () => {
  const only = (events: readonly LearnerEvent[]) => table(evaluationOf([recordOf('p', events)], 1))[0]!

  it('has confidence and relevance by domain, first and newest', () => {
    // First: D1 now (1+2)/2 = 1.5; D2 now 4.
    // Newest: D1 now (3+4)/2 = 3.5, needed (5+4)/2 = 4.5, looking back (1+2)/2 = 1.5; D2 is not part of the role.
    const first = assessedOnce({a: {now: 1, needed: 5}, b: {now: 2, needed: 5}, c: {now: 4, needed: 4}})
    const later = sittingEvents(skills, {
      a: {now: 3, needed: 5, before: 1}, b: {now: 4, needed: 4, before: 2}, c: {now: 'not-my-role', needed: 4},
    }, {assessment: 's2', from: 100})
    const row = only([...first, ...later])
    const columns = ['confidence', 'relevance', 'confidence at first', 'confidence looking back']
    assert.deepEqual(columns.map(column => row[`f D1 ${column}`]), [3.5, 4.5, 1.5, 1.5])
    assert.equal(Object.hasOwn(row, 'f D2 confidence'), false)
    assert.deepEqual([row['Status'], row['Self-assessments']], ['Submitted', 2])
    assert.deepEqual([row['Month started'], row['Year started']], [11, 2026])
  })

  it('goes by the newest that is finished, and has no "at first" for a single one', () => {
    const open = rated(200, 'a', 'D1', {now: 5, needed: 5}, 's9')
    const row = only([...assessedOnce({a: {now: 1, needed: 2}}), open])
    assert.deepEqual([row['f D1 confidence'], row['f D1 confidence at first'], row['Self-assessments']], [1, 1, 2])
    assert.equal(only(assessedOnce({a: {now: 1, needed: 2}}))['f D1 confidence at first'], undefined)
    assert.equal(only([open])['Status'], 'Incomplete')
  })

  it('keeps what people know of one side alone, where they are sure of nothing on both', () => {
    // D1: now (1+2)/2 = 1.5, needed nobody knows. D2: needed 4. Looking back: a alone, 1.
    const row = only(assessedOnce({
      a: {now: 1, needed: 'unsure', before: 1}, b: {now: 2, needed: 'unsure'}, c: {now: 'unsure', needed: 4},
    }))
    assert.deepEqual([row['f D1 confidence'], row['f D1 relevance'], row['f D1 confidence looking back']], [1.5, undefined, 1])
    assert.deepEqual([row['f D2 confidence'], row['f D2 relevance']], [undefined, 4])
    // With one statement that has both, the two figures are of the same statements, as ever.
    const mixed = only(assessedOnce({a: {now: 1, needed: 'unsure'}, b: {now: 3, needed: 4}}))
    assert.deepEqual([mixed['f D1 confidence'], mixed['f D1 relevance']], [3, 4])
  })

  it('rounds a third to two decimals', () => {
    const wide = framework({D1: {a: [], b: [], c: []}})
    const row = only(sittingEvents(wide, {a: {now: 1, needed: 1}, b: {now: 1, needed: 1}, c: {now: 2, needed: 3}}))
    assert.deepEqual([row['f D1 confidence'], row['f D1 relevance']], [1.33, 1.67])
  })

  it('counts modules launched and completed, tries, and the band of the best tries', () => {
    const done = (s: number, about: string, outcome: string, more = {}) =>
      event(s, {type: 'completed', about, outcome, ...more})
    // m1: 1 of 4, then 3 of 4. m2: 3 of 4. Best: (3 + 3) of 8 = 75%. m3 was only read, m4 declared, m5 declared and
    // taken back. m6 was done elsewhere, which is nothing that the guide knows of.
    const row = only([
      done(1, 'm1', 'not-passed', {attempt: 'a1', right: 1, of: 4}),
      done(2, 'm1', 'not-passed', {attempt: 'a2', right: 3, of: 4}),
      done(3, 'm1', 'not-passed', {attempt: 'a2', right: 3, of: 4}),
      done(4, 'm2', 'passed', {attempt: 'a3', right: 3, of: 4}),
      event(5, {type: 'read', about: 'm3', page: 'p'}),
      event(6, {type: 'did', about: 't4', module: 'm4', done: true}), done(7, 'm4', 'declared'),
      event(10, {type: 'elsewhere', about: 'm6', done: true}),
      done(8, 'm5', 'declared'), event(9, {type: 'did', about: 't5', module: 'm5', done: false}),
    ])
    assert.deepEqual(
      [row['Learning launched'], row['Learning completed'], row['Quiz attempts'], row['Score band'], row['Status']],
      [5, 2, 3, '50 to 79%', 'Not started'])
  })

  const bands: [number, string][] = [
    [0, '0 to 49%'], [49, '0 to 49%'], [50, '50 to 79%'], [79, '50 to 79%'], [80, '80 to 100%'], [100, '80 to 100%'],
  ]
  for (const [right, band] of bands) {
    it(`${right} of 100 is in the band ${band}`, () => {
      const end = event(1, {type: 'completed', about: 'm', outcome: 'passed', attempt: 'a', right, of: 100})
      assert.equal(only([end])['Score band'], band)
    })
  }

  it('does not count an assessment as learning', () => {
    assert.equal(only(assessedOnce({a: {now: 1, needed: 2}}))['Learning launched'], 0)
  })
})

describe('evaluationOf: small groups', () => {
  const events = assessedOnce({a: {now: 1, needed: 2}})

  it('shows 5 who are alike, leaves out 4, and says how many', () => {
    const {rows, people, suppressed} = evaluationOf([...alike(5, events), ...alike(4, events, {role: 'estates'})])
    assert.deepEqual([people, suppressed, rows.length], [5, 4, 6])
    assert.ok(!JSON.stringify(rows).includes('estates'))
  })

  it('takes another month, cohort, role or guide as another group', () => {
    const later = events.map(each => ({...each, at: each.at.replace('2026-11', '2026-12')}))
    const others = [...alike(3, later), ...alike(3, events, {cohort: 'autumn'}), ...alike(3, events, {guide: 'h'})]
    assert.deepEqual([evaluationOf(others).people, evaluationOf(others).suppressed], [0, 9])
    assert.equal(evaluationOf(others, 3).people, 9)
  })

  it('leaves out a domain that fewer than 5 of those shown rated', () => {
    const both = assessedOnce({a: {now: 1, needed: 2}, c: {now: 1, needed: 2}})
    const evaluation = evaluationOf([...alike(5, events), ...alike(4, both, {edition: 'x'})])
    assert.deepEqual([evaluation.people, evaluation.domainsSuppressed], [9, 1])
    assert.ok(evaluation.rows[0]?.includes('f D1 confidence'))
    assert.ok(!evaluation.rows[0]?.includes('f D2 confidence'))
  })

  it('puts D2 before D10', () => {
    const wide = framework({D10: {x: []}, D2: {y: []}})
    const rated = sittingEvents(wide, {x: {now: 1, needed: 1}, y: {now: 1, needed: 1}})
    const [columns] = evaluationOf([recordOf('p', rated)], 1).rows
    assert.deepEqual(columns?.slice(7, 10), ['f D2 confidence', 'f D2 relevance', 'f D10 confidence'])
  })
})

describe('evaluationOf: the same person twice', () => {
  const events = assessedOnce({a: {now: 1, needed: 2}})
  const whole = recordOf('p', events)

  it('is one row, with the newest cohort and role, and the events of all files', () => {
    const early = {...whole, events: whole.events.slice(0, 2), cohort: 'old', exported: at(5)}
    for (const files of [[early, whole], [whole, early], [whole, whole, early]]) {
      const [row, ...others] = table(evaluationOf(files, 1))
      assert.deepEqual([others.length, row?.['Cohort'], row?.['Status']], [0, 'spring', 'Submitted'])
    }
  })

  it('is one row when a third file shows that two belong together', () => {
    const [a, b, c] = whole.events.map(each => ({...whole, events: [each]}))
    const bridge = {...whole, events: [...a!.events, ...c!.events]}
    assert.equal(evaluationOf([a!, b!, c!], 1).people, 3)
    assert.equal(evaluationOf([a!, b!, c!, bridge], 1).people, 2)
  })

  it('does not help to fill a group', () => assert.equal(evaluationOf([whole, whole, whole, whole, whole]).people, 0))

  it('counts nothing that is empty', () => assert.equal(evaluationOf([recordOf('p', [])], 1).people, 0))
})

describe('evaluationOf, whatever was sent', () => {
  const files = fc.array(fc.tuple(anyRecord, fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y')), {maxLength: 12})
    .map(list => list.map(([events, cohort, role], i) => recordOf(`p${i}`, events, {cohort, role})))

  it('shows nobody in a group that is too small, and everybody else', () => {
    fc.assert(fc.property(files, fc.integer({min: 1, max: 6}), (sent, minGroup) => {
      const evaluation = evaluationOf(sent, minGroup)
      const sizes = new Map<string, number>()
      for (const row of table(evaluation)) {
        const key = `${row['Cohort']} ${row['Role group']}`
        sizes.set(key, (sizes.get(key) ?? 0) + 1)
      }
      for (const size of sizes.values()) assert.ok(size >= minGroup)
      assert.equal(evaluation.people + evaluation.suppressed, sent.filter(({events}) => events.length).length)
    }))
  })

  it('does not show who sent which file: the order of files changes nothing', () => {
    fc.assert(fc.property(files, sent =>
      assert.deepEqual(evaluationOf([...sent].reverse(), 2), evaluationOf(sent, 2))))
  })

  it('holds no id, no day and no word that a person wrote', () => {
    fc.assert(fc.property(files, sent => {
      const written = sent.map((file, i) => ({...file, events: [...file.events,
        {...event(7, {type: 'reflected', about: 'r', module: 'm1', text: 'my own words'}), id: `words of ${i}`}]}))
      const text = JSON.stringify(evaluationOf(written, 1).rows)
      for (const secret of ['my own words', '2026-11', ...written.flatMap(({events}) => events.map(({id}) => id))]) {
        assert.ok(!text.includes(secret), secret)
      }
    }))
  })
})
