import {expect} from 'chai'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import type {RecordFile} from '../../../components/model/record/file.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {exportRecord, importRecord, recordFileName} from '../../../components/state/record/record-transfer.js'
import {damagedBytes, randomFrom, WAY_NAMES} from '../../model/ids/damage.js'
import {closeAll, newGuide, onDisk, pages, read, tab} from '../device/storage.js'

const guide = {id: 'g1', title: 'A guide', edition: 'edition-1'}
const NOW = Date.UTC(2026, 10, 23, 9, 30)

const fileOf = (text: string) => new File([text], 'record.json')
const jsonOf = (data: unknown) => fileOf(JSON.stringify(data))

async function recordWith(...names: string[]): Promise<RecordLog> {
  const record = new RecordLog('edition-1')
  await record.append(names.map(read))
  return record
}

/** As a build made it that knew no checksums. */
function oldFile(record: RecordLog): RecordFile {
  const {intact, checksum, ...file} = exportRecord(record, guide)
  return file
}

describe('taking a record away and bringing it back', () => {
  afterEach(closeAll)

  it('makes a file that says what it is, from when, and nothing about who', async () => {
    const record = await recordWith('p1', 'p2')
    const file = exportRecord(record, guide, NOW)
    const {checksum, ...rest} = file
    expect(rest).to.deep.equal({
      intact: true, format: 'dsg-record', version: 1, guide: 'g1', edition: 'edition-1', exported: '2026-11-23T09:30:00.000Z',
      events: record.events,
    })
    expect(checksum).to.match(/^[0-9a-z]{11}$/)
    expect(recordFileName(file)).to.equal('digital-skills-record-2026-11-23.json')
  })

  it('brings everything to another device, with its ids and times', async () => {
    const record = await recordWith('p1', 'p2')
    const other = new RecordLog('edition-2')
    expect(await importRecord(other, guide, jsonOf(exportRecord(record, guide)))).to.deep.equal({added: 2, known: 0})
    expect(other.events).to.deep.equal(record.events)
  })

  it('is a union: each device ends with both, in one order, whatever comes first and however often', async () => {
    const [a, b] = [await recordWith('a1', 'a2'), await recordWith('b1')]
    const [fromA, fromB] = [exportRecord(a, guide), exportRecord(b, guide)]
    expect(await importRecord(a, guide, jsonOf(fromB))).to.deep.equal({added: 1, known: 0})
    expect(await importRecord(b, guide, jsonOf(fromA))).to.deep.equal({added: 2, known: 0})
    expect(a.events).to.have.length(3)
    expect(b.events).to.deep.equal(a.events)
    expect(await importRecord(a, guide, jsonOf(fromB))).to.deep.equal({added: 0, known: 1})
    expect(a.events).to.deep.equal(b.events)
  })

  it('counts an event that stands in the file twice once', async () => {
    const file = oldFile(await recordWith('p1'))
    const record = new RecordLog('edition-1')
    expect(await importRecord(record, guide, jsonOf({...file, events: [...file.events, ...file.events]})))
      .to.deep.equal({added: 1, known: 1})
    expect(pages(record.events)).to.deep.equal(['p1'])
  })

  it('keeps what is here when the file says something else of the same id', async () => {
    const record = await recordWith('mine')
    const file = oldFile(record)
    const changed = {...file, events: file.events.map((event): LearnerEvent => ({...event, type: 'read', page: 'theirs'}))}
    expect(await importRecord(record, guide, jsonOf(changed))).to.deep.equal({added: 0, known: 1})
    expect(pages(record.events)).to.deep.equal(['mine'])
  })

  it('keeps what it brought on the device of a learner who agreed', async () => {
    const id = newGuide()
    const store = tab(id)
    await store.append([read('here')])
    await store.save()
    const brought = exportRecord(await recordWith('b1', 'b2'), {id, edition: '1'})
    expect(await importRecord(store, {...guide, id}, jsonOf(brought))).to.deep.equal({added: 2, known: 0})
    expect(store.saving).to.equal('saved')
    const ids = (events: readonly LearnerEvent[]) => events.map(({id}) => id).sort()
    expect(ids((await onDisk(id))!)).to.deep.equal(ids(store.events))
    expect(store.events).to.have.length(3)
  })

  it('keeps nothing on the device of one who did not', async () => {
    const id = newGuide()
    const store = tab(id)
    await store.ready
    await importRecord(store, {...guide, id}, jsonOf(exportRecord(await recordWith('b1'), {id, edition: '1'})))
    expect([store.saving, pages(store.events)]).to.deep.equal(['off', ['b1']])
    expect(await onDisk(id)).to.equal(undefined)
  })

  it('brings 5,000 events back', async () => {
    const record = await recordWith(...Array.from({length: 5000}, (_, i) => `p${i}`))
    const other = new RecordLog('edition-1')
    expect(await importRecord(other, guide, jsonOf(exportRecord(record, guide)))).to.deep.equal({added: 5000, known: 0})
    expect(other.events).to.deep.equal(record.events)
  })

  describe('a file that something happened to adds nothing that was not in it:', () => {
    for (const way of WAY_NAMES) {
      it(way, async () => {
        const record = await recordWith('Siôn’s page', 'p2', 'p3')
        const whole = JSON.parse(JSON.stringify(record.events)) as LearnerEvent[]
        const bytes = new TextEncoder().encode(JSON.stringify(exportRecord(record, guide, NOW), undefined, 1))
        const random = randomFrom(6)
        for (let i = 0; i < 104; i++) {
          const other = new RecordLog('edition-1')
          const changed = damagedBytes(bytes, way, random)
          const result = await importRecord(other, guide, new Blob([new Uint8Array(changed)]))
          if ('refused' in result) expect(other.events).to.deep.equal([])
          else expect(other.events, new TextDecoder().decode(changed)).to.deep.equal(whole)
        }
      })
    }

    it('parts that are no text, in a file from before there were checksums', async () => {
      const text = JSON.stringify(oldFile(await recordWith('Siôn')))
      const latin1 = new Blob([Uint8Array.from(text, unit => unit.charCodeAt(0))])
      const record = new RecordLog('edition-1')
      const result = await importRecord(record, guide, latin1)
      expect('refused' in result && result.refused.join(' ')).to.match(/cannot be read as text/)
      expect(record.events).to.deep.equal([])
      // Somebody may have typed what stands for such parts.
      expect(await importRecord(record, guide, jsonOf(oldFile(await recordWith('\ufffd'))))).to.deep.equal({added: 1, known: 0})
    })
  })

  describe('a file that is not right is refused, with a reason, and changes nothing:', () => {
    const good: RecordFile = {
      format: 'dsg-record', version: 1, guide: 'g1', edition: 'e', exported: '2026-11-23T09:30:00.000Z',
      events: [{type: 'read', id: 'e1', at: '2026-11-23T09:00:00.000Z', edition: 'e', about: 'm1', hash: '', page: 'p'}],
    }
    const text = JSON.stringify(good)
    const bad: {what: string; file: Blob; says: RegExp}[] = [
      {what: 'an empty file', file: fileOf(''), says: /empty/},
      {what: 'no JSON', file: fileOf('Dear colleague'), says: /cannot be read/},
      {what: 'a picture', file: new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe])]), says: /cannot be read/},
      {what: 'one cut short', file: fileOf(text.slice(0, -20)), says: /cut short/},
      {what: 'another product\'s', file: jsonOf({version: 1, statements: []}), says: /not a record from a digital skills guide/},
      {what: 'a list', file: jsonOf([good]), says: /not a record/},
      {what: 'a newer version', file: jsonOf({...good, version: 2}), says: /newer version/},
      {what: 'another guide\'s', file: jsonOf({...good, guide: 'g2'}), says: /"g2".*"A guide" \("g1"\)/},
      {what: 'hostile keys', file: fileOf(text.replace('"page"', '"__proto__":{"isAdmin":true},"page"')), says: /__proto__/},
      {what: 'a damaged event among good ones', file: jsonOf({...good, events: [...good.events, {id: 'e2'}]}), says: /Event 2 of 2/},
      {what: '50 MB', file: new Blob([text, ' '.repeat(50_000_000)]), says: /larger than/},
      {what: '50 MB of brackets', file: new Blob(['['.repeat(50_000_000)]), says: /larger than/},
      {what: 'brackets deeper than a stack', file: fileOf('['.repeat(1_000_000) + ']'.repeat(1_000_000)), says: /cannot be read|not a record/},
      {
        what: 'one that the browser cannot open',
        file: Object.assign(fileOf(text), {text: () => Promise.reject(new DOMException('Gone', 'NotFoundError'))}),
        says: /could not open/,
      },
    ]
    for (const {what, file, says} of bad) {
      it(what, async () => {
        const record = await recordWith('p1')
        const before = record.events
        const result = await importRecord(record, guide, file)
        expect('refused' in result && result.refused.join(' ')).to.match(says)
        expect(record.events).to.equal(before)
        expect(({} as {isAdmin?: boolean}).isAdmin).to.equal(undefined)
      })
    }
  })
})
