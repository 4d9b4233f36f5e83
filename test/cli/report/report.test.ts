import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {withChecksum} from '../../../components/model/ids/checksum.js'
import type {RecordFile} from '../../../components/model/record/file.js'
import {framework, sittingEvents} from '../../model/assessment/ratings.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'

const skills = framework({D1: {a: [], b: []}})

/** Rated 1 and 2, where 4 is needed of both. */
function recordOf(person: string, changes: Partial<RecordFile> = {}): RecordFile {
  const events = sittingEvents(skills, {a: {now: 1, needed: 4}, b: {now: 2, needed: 4}})
  return {
    format: 'dsg-record', version: 1, guide: 'g', edition: 'e', exported: '2026-12-01T00:00:00.000Z',
    cohort: 'spring', role: 'nursing',
    events: events.map(event => ({...event, id: `${person} ${event.id}`})), ...changes,
  }
}

const HEAD = 'Month started,Year started,Role group,Cohort,Status,Learning launched,Learning completed,'
  + 'f D1 confidence,f D1 relevance,f D1 confidence at first,f D1 confidence looking back,'
  + 'Self-assessments,Quiz attempts,Score band,Guide\r\n'
const ROW = '11,2026,nursing,spring,Submitted,0,0,1.5,4,,,1,0,,g\r\n'

describe('dsg report', () => {
  const root = temporaryFolder()
  const folder = (name: string, files: Record<string, unknown>): string => {
    const path = join(root, name)
    mkdirSync(path)
    for (const [file, data] of Object.entries(files)) {
      writeFileSync(join(path, file), typeof data === 'string' || data instanceof Buffer ? data : JSON.stringify(data))
    }
    return path
  }
  const five = Object.fromEntries(['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map(name => [`${name}.json`, recordOf(name)]))

  it('prints a table of a folder, and says on the other stream what it did', async () => {
    const records = folder('five', {...five, 'notes.txt': 'not a record'})
    const {code, stdout, stderr} = await runDsg('report', records)
    const expected = {code: 0, stdout: HEAD + ROW.repeat(5), stderr: '5 files read. 5 rows in the table.\n'}
    assert.deepEqual({code, stdout, stderr}, expected)
  })

  it('reports the rest when files are refused, names each with its reason, and ends with 1', async () => {
    const records = folder('mixed', {
      ...five,
      'cut.json': JSON.stringify(recordOf('Flo')).slice(0, -30),
      'other.json': {format: 'moodle'},
      'newer.json': {...recordOf('Gus'), version: 2},
      'proto.json': JSON.stringify(recordOf('Hal')).replace('{', '{"__proto__":{},'),
      'big.json': '',
      'rated.json': JSON.stringify(withChecksum(recordOf('Ida'))).replace('"now":1', '"now":5'),
      'saved.json': Buffer.from(JSON.stringify(recordOf('Siôn')), 'latin1'),
    })
    // Sparse: 50 MB that take no room.
    truncateSync(join(records, 'big.json'), 50_000_000)
    const {code, stdout, stderr} = await runDsg('report', records, join(records, 'missing.json'))
    assert.deepEqual({code, stdout}, {code: 1, stdout: HEAD + ROW.repeat(5)})
    const said = [
      ['big', /larger than 20 MB/], ['cut', /cut short/], ['newer', /newer version/], ['other', /not a record/],
      ['proto', /"__proto__"/], ['rated', /damaged, or was changed/], ['saved', /not text in UTF-8/], ['missing', /it is not there/],
    ] as const
    const lines = stderr.split('\n')
    for (const [name, why] of said) assert.match(lines.find(line => line.includes(`${name}.json: `)) ?? '', why)
    assert.match(stderr, /5 files read, 8 refused\. 5 rows in the table\./)
  })

  it('leaves out a small group and says how many rows that were', async () => {
    const records = folder('small', {...five, 'one.json': recordOf('Ivy', {role: 'estates'})})
    const {code, stdout, stderr} = await runDsg('report', records)
    assert.deepEqual([code, stdout], [0, HEAD + ROW.repeat(5)])
    assert.match(stderr, /1 row left out: fewer than 5 people/)
  })

  it('shows a smaller group when asked, with a warning', async () => {
    const records = folder('asked', {'one.json': recordOf('Ivy')})
    const {stdout, stderr} = await runDsg('report', records, '--min-group', '1')
    assert.equal(stdout, HEAD + ROW)
    assert.match(stderr, /can show who a person is/)
  })

  it('counts a record once that was sent twice', async () => {
    const records = folder('twice', {...five, 'Ann again.json': recordOf('Ann')})
    assert.equal((await runDsg('report', records)).stdout, HEAD + ROW.repeat(5))
  })

  it('writes a file that a spreadsheet opens, with nothing that it would run', async () => {
    const role = '=cmd|\'/c calc\'!A1'
    const hostile = Object.fromEntries(Object.keys(five).map(name => [name, recordOf(name, {role})]))
    const out = join(root, 'table.csv')
    const {code, stdout} = await runDsg('report', folder('hostile', hostile), '--out', out)
    assert.deepEqual([code, stdout], [0, ''])
    assert.equal(readFileSync(out, 'utf8'), `\ufeff${HEAD}${ROW.replace('nursing', `'${role}`).repeat(5)}`)
  })

  it('finds the files of a pattern that the shell has left as it is', async () => {
    const records = folder('pattern', {...five, 'x.csv': 'a'})
    assert.match((await runDsg('report', join(records, '*.json'))).stderr, /^5 files read\. 5 rows/)
  })

  const refused: {words: string[]; says: RegExp}[] = [
    {words: [], says: /Name the record files/},
    {words: ['nowhere/*.json'], says: /"nowhere" cannot be read: it is not there/},
    {words: ['x.json', '--min-group', '0'], says: /"0" is not a size of a group/},
    {words: ['x.json', '--min-group', 'five'], says: /whole number/},
    {words: ['x.json', '--out', './x.json'], says: /is one of the records/},
    {words: ['x.json', '--names'], says: /"dsg report" has no option --names/},
  ]
  for (const {words, says} of refused) {
    it(`cannot: dsg report ${words.join(' ')}`, async () => {
      const {code, stdout, stderr} = await runDsg('report', ...words)
      assert.deepEqual([code, stdout], [2, ''])
      assert.match(stderr, says)
    })
  }

  it('cannot write where it may not, and says why', async () => {
    const records = folder('nowrite', five)
    const {code, stderr} = await runDsg('report', records, '--out', join(root, 'no such folder/table.csv'))
    assert.equal(code, 2)
    assert.match(stderr, /cannot be written: it is not there/)
  })
})
