import {expect} from 'chai'
import {newId} from '../../../components/state/log/ids.js'
import {clockTime} from '../../../components/model/record/record.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {pages, read, replace} from '../device/storage.js'

describe('RecordLog', () => {
  it('gives each event its id, time and edition', async () => {
    const ids = ['id-1', 'id-2']
    const store = new RecordLog('e1', {now: () => Date.UTC(2026, 10, 23), newId: () => ids.shift()!})
    await store.append([read('p1')])
    store.edition = 'e2'
    await store.append([read('p2')])
    expect(store.events).to.deep.equal([
      {type: 'read', about: 'm1', hash: '', page: 'p1', id: 'id-1', at: '2026-11-23T00:00:00.000Z', edition: 'e1'},
      {type: 'read', about: 'm1', hash: '', page: 'p2', id: 'id-2', at: '2026-11-23T00:00:00.001Z', edition: 'e2'},
    ])
  })

  it('keeps the order of what happened when the clock stands still or is set back', async () => {
    const times = [5000, 5000, 1000, 9000]
    const store = new RecordLog('e1', {now: () => times.shift()!})
    await store.append([read('a'), read('b')])
    for (const page of ['c', 'd', 'e']) await store.append([read(page)])
    expect(pages(store.events)).to.deep.equal(['a', 'b', 'c', 'd', 'e'])
    expect(store.events.map(({at}) => Date.parse(at))).to.deep.equal([5000, 5001, 5002, 5003, 9000])
    // People are shown what the clock said.
    expect(store.events.map(event => Date.parse(clockTime(event)))).to.deep.equal([5000, 5001, 5002, 1000, 9000])
  })

  it('puts what is done now after what came from a device whose clock is ahead', async () => {
    const store = new RecordLog('e1', {now: () => Date.UTC(2026, 10, 23)})
    await store.bring([{...read('theirs'), id: 'f', at: '2026-11-23T05:00:00.000Z', edition: 'e1'}])
    await store.append([read('ours')])
    expect(pages(store.events)).to.deep.equal(['theirs', 'ours'])
    expect(store.events[1]).to.include({at: '2026-11-23T05:00:00.001Z', clock: '2026-11-23T00:00:00.000Z'})
  })

  it('has the events, and has told everyone, before append returns; with a new list each time', () => {
    const store = new RecordLog('e1')
    const before = store.events
    const heard: string[][] = []
    const stop = store.subscribe(() => heard.push(pages(store.events)))
    void store.append([read('p1')])
    expect(heard).to.deep.equal([['p1']])
    expect(before).to.deep.equal([])
    stop()
    void store.append([read('p2')])
    expect(heard).to.have.length(1)
  })

  it('goes on when a subscriber throws, and reports its error', () => {
    const store = new RecordLog('e1')
    const reported: unknown[] = []
    const restore = replace(globalThis, 'reportError', {value: (error: unknown) => reported.push(error)})
    let hasHeard = false
    const fault = new Error('broken subscriber')
    store.subscribe(() => { throw fault })
    store.subscribe(() => { hasHeard = true })
    void store.append([read('p1')])
    restore()
    expect(hasHeard).to.equal(true)
    expect(reported).to.deep.equal([fault])
  })

  it('forgets on clear', async () => {
    const store = new RecordLog('e1')
    await store.append([read('p1')])
    expect(await store.clear()).to.equal(true)
    expect(store.events).to.deep.equal([])
  })
})

describe('newId', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  const onPlainHttp = {getRandomValues: crypto.getRandomValues.bind(crypto)}

  it('is a version 4 UUID, on plain http too', () => {
    for (let i = 0; i < 200; i++) {
      expect(newId()).to.match(uuid)
      expect(newId(onPlainHttp)).to.match(uuid)
    }
  })

  it('does not repeat itself', () => {
    expect(new Set(Array.from({length: 2000}, () => newId(onPlainHttp)))).to.have.property('size', 2000)
  })
})
