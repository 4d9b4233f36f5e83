import {expect} from 'chai'
import type {LearnerEvent} from '../../../components/model/record/record.js'
import type {RecordFile} from '../../../components/model/record/file.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {importRecord} from '../../../components/state/record/record-transfer.js'
import {closeAll, finished, makeRaw, newGuide, onDisk, read, tab} from './storage.js'

/** Every kind of event of version 1 as it began, so that one that is left out of the fixture does not compile. */
const kinds: Record<Exclude<LearnerEvent['type'], 'elsewhere'>, true> = {
  read: true, started: true, answered: true, did: true, reflected: true, completed: true, began: true, rated: true,
  assessed: true, judged: true,
}

/**
 * What a release wrote stays readable for ever. When the format changes, add a file and a database of the new version
 * here, and leave these as they are.
 */
describe('a record of version 1 opens in this build', () => {
  let fixture: RecordFile
  let text: string
  before(async () => {
    text = await (await fetch(new URL('../../fixtures/record/v1.json', import.meta.url))).text()
    fixture = JSON.parse(text) as RecordFile
  })
  afterEach(closeAll)

  it('has every kind of event in it', () => {
    expect([...new Set(fixture.events.map(({type}) => type))]).to.have.members(Object.keys(kinds))
  })

  it('as a file', async () => {
    const record = new RecordLog('newest')
    expect(await importRecord(record, {id: fixture.guide, title: 'A guide'}, new Blob([text])))
      .to.deep.equal({added: fixture.events.length, known: 0})
    expect(record.events).to.deep.equal(fixture.events)
  })

  it('as a database, made here by hand as version 1 made it', async () => {
    const guide = newGuide()
    const database = await makeRaw(guide, 1, (db, transaction) => {
      db.createObjectStore('events', {keyPath: 'id'})
      db.createObjectStore('consent', {keyPath: 'id'})
      transaction.objectStore('consent').put({id: 'saving', at: '2026-11-23T09:00:00.000Z'})
    })
    const store = database.transaction('events', 'readwrite').objectStore('events')
    await Promise.all(fixture.events.map(event => finished(store.put(event))))
    database.close()

    const opened = tab(guide)
    await opened.ready
    expect([opened.saving, opened.unreadable]).to.deep.equal(['saved', 0])
    expect(opened.events).to.deep.equal(fixture.events)
    expect(await opened.append([read('new')])).to.equal('saved')
    expect(await onDisk(guide)).to.deep.include.members(fixture.events).and.have.length(fixture.events.length + 1)
  })
})
