import {expect} from 'chai'
import {keptRecord} from '../device/kept.js'
import {reportTo} from '../../../components/embed/dsg.js'
import type {Statement} from '../../../components/model/xapi/statement.js'
import {loadGuide} from '../../../components/state/guide/load-guide.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {HeardClock, outbox, pages, stopAll, TestStore, testStatement} from './lrs.js'
import {becomes, closeAll, newGuide, replace, tab} from '../device/storage.js'

const HOUR_MS = 3_600_000

describe('reporting to a learning record store', () => {
  let store: TestStore
  let clock: HeardClock
  let guide: string
  let record: RecordLog

  beforeEach(async () => {
    store = await TestStore.open()
    clock = new HeardClock()
    guide = newGuide()
    record = new RecordLog('e1', {now: () => clock.now()})
  })

  afterEach(() => {
    stopAll()
    closeAll()
  })

  const ids = (events: readonly {id: string}[]) => events.map(({id}) => id)

  it('has all of 1,000 events there once and in order, after 48 hours offline and a bad day', async function () {
    this.timeout(120_000)
    await store.behave({always: 'drop'})
    const box = outbox(store, {guide, record, clock})
    for (let hour = 0; hour < 48; hour++) {
      for (const events of [pages(0, 7), pages(7, 14), pages(14, 21)]) {
        if (record.events.length < 1_000) await record.append(events.slice(0, 1_000 - record.events.length))
        clock.goOn(HOUR_MS / 3)
        await clock.untilPaused(box)
      }
    }
    expect(record.events.length).to.equal(1_000)
    expect(box.unsent).to.equal(1_000)
    expect(box.fault).to.be.a('string')
    expect(await store.ids()).to.deep.equal([])

    await store.behave({
      next: ['slow', 429, 'lose', 500, 'take', 'drop', 'lose', 'lose', 503, 'slow', 'take', 'drop', 'lose', 429],
      always: 'take',
    })
    await clock.untilSent(box)
    const {statements} = await store.seen()
    expect(ids(statements)).to.deep.equal(ids(record.events))
    expect(statements.map(({timestamp}) => timestamp)).to.deep.equal(record.events.map(({at}) => at))
    expect(box.refused).to.deep.equal([])
    expect(box.fault).to.equal(undefined)
  })

  for (const {names, most} of [{names: true, most: 23}, {names: false, most: 41}]) {
    const which = names ? 'names' : 'does not name'
    it(`splits out what the store does not take, and ${which}, and asks at most 40 times in 10 seconds`, async function () {
      this.timeout(60_000)
      const times: number[] = []
      await record.append(pages(0, 200))
      const bad = [3, 4, 77, 150, 199].map(i => record.events[i]!.id)
      await store.behave({refuse: bad, names})
      const box = outbox(store, {
        guide, record, clock,
        statementOf: (event, first) => {
          times.push(clock.now())
          return testStatement(event, first)
        },
      })
      await clock.untilPaused(box)
      for (; box.unsent > 0; await clock.untilPaused(box)) clock.goOn(50)

      expect(await store.ids()).to.deep.equal(ids(record.events).filter(id => !bad.includes(id)))
      expect(box.refused.map(({id}) => id)).to.deep.equal(bad)
      expect(box.refused[0]).to.deep.equal({id: bad[0], status: 400, said: `We do not take ${names ? bad[0] : 'one'}`})
      expect((await store.seen()).requests.length).to.be.at.most(most)
      const requests = [...new Set(times)]
      const within10s = (start: number) => requests.filter(at => at >= start && at <= start + 10_000).length
      expect(Math.max(...requests.map(within10s))).to.be.within(10, 40)

      await store.behave({refuse: []})
      box.retryRefused()
      await clock.untilSent(box)
      expect(box.refused).to.deep.equal([])
      expect((await store.ids()).sort()).to.deep.equal(ids(record.events).sort())
    })
  }

  it('waits as long as the store says, also when the browser is online again', async () => {
    await store.behave({next: [429]})
    await record.append(pages(0, 1))
    const box = outbox(store, {guide, record, clock})
    clock.goOn(2_000)
    await clock.untilPaused(box)
    dispatchEvent(new Event('online'))
    clock.goOn(119_000)
    expect(clock.waiting).to.equal(1)
    expect(await store.ids()).to.deep.equal([])
    clock.goOn(1_000)
    await clock.untilPaused(box)
    expect(await store.ids()).to.deep.equal(ids(record.events))
  })

  it('tries at once when the browser is online again, after a request that came to nothing', async () => {
    await store.behave({always: 'drop'})
    await record.append(pages(0, 1))
    const box = outbox(store, {guide, record, clock})
    for (let i = 0; i < 12; i++) {
      clock.goOn(600_000)
      await clock.untilPaused(box)
    }
    expect(box.unsent).to.equal(1)
    await store.behave({always: 'take'})
    dispatchEvent(new Event('online'))
    await clock.untilPaused(box)
    expect(await store.ids()).to.deep.equal(ids(record.events))
  })

  it('sends at once when the page is left', async () => {
    await record.append(pages(0, 3))
    const box = outbox(store, {guide, record, clock})
    const restore = replace(document, 'visibilityState', {value: 'hidden'})
    document.dispatchEvent(new Event('visibilitychange'))
    await clock.untilPaused(box)
    restore()
    expect(await store.ids()).to.deep.equal(ids(record.events))
  })

  it('asks the page for another token when the store does not take the one it has', async () => {
    const asked: boolean[] = []
    await store.behave({token: 'Bearer new'})
    await record.append(pages(0, 120))
    const authorization = (wasRefused: boolean) => {
      asked.push(wasRefused)
      return wasRefused ? 'Bearer new' : 'Bearer old'
    }
    const box = outbox(store, {guide, record, clock, store: {endpoint: store.endpoint, authorization}})
    await clock.untilSent(box)
    expect(asked).to.deep.equal([false, true])
    expect(await store.ids()).to.deep.equal(ids(record.events))
  })

  it('keeps what it has while the page has no token', async () => {
    let hasToken = false
    await record.append(pages(0, 3))
    const authorization = async () => {
      if (!hasToken) throw new Error('Nobody is signed in')
      return 'Bearer good'
    }
    const box = outbox(store, {guide, record, clock, store: {endpoint: store.endpoint, authorization}})
    clock.goOn(2_000)
    await clock.untilPaused(box)
    expect(box.fault).to.contain('Nobody is signed in')
    hasToken = true
    await clock.untilSent(box)
    expect(await store.ids()).to.deep.equal(ids(record.events))
  })

  it('takes what another device sent in another name for sent', async () => {
    await record.append(pages(0, 4))
    const there = outbox(store, {guide: newGuide(), record, clock})
    await clock.untilSent(there)
    there.stop()
    const here = new RecordLog('e1', {now: () => clock.now() - HOUR_MS})
    await here.append(pages(4, 6))
    await here.bring(record.events)
    const box = outbox(store, {guide, record: here, clock})
    await clock.untilSent(box)
    expect(box.refused).to.deep.equal([])
    expect((await store.ids()).sort()).to.deep.equal(ids(here.events).sort())
  })

  it('sends what was not sent before the page was loaded again, and that alone', async () => {
    const before = tab(guide)
    await before.ready
    await before.save()
    await before.append(pages(0, 60))
    const first = outbox(store, {guide, record: before, clock})
    await clock.untilSent(first)
    await store.behave({always: 'drop'})
    await before.append(pages(60, 65))
    first.stop()
    before.close()

    await store.behave({always: 'take'})
    const after = tab(guide)
    await after.ready
    const second = outbox(store, {guide, record: after, clock})
    expect(second.unsent).to.equal(5)
    await clock.untilSent(second)
    const {statements, counts} = await store.seen()
    expect(ids(statements)).to.deep.equal(ids(after.events))
    expect(counts).to.deep.equal([25, 25, 10, 5])
    expect(new Set(statements.map(({actor}) => actor.account.name)).size).to.equal(1)
  })

  it('sends once what two tabs have', async () => {
    const [one, other] = [tab(guide), tab(guide)]
    await Promise.all([one.ready, other.ready])
    await one.save()
    await one.append(pages(0, 60))
    await becomes(other, 'saved')
    const boxes = [outbox(store, {guide, record: one, clock}), outbox(store, {guide, record: other, clock})]
    for (const box of boxes) await clock.untilSent(box)
    const {counts, statements} = await store.seen()
    expect(ids(statements)).to.deep.equal(ids(one.events))
    expect(counts).to.deep.equal([25, 25, 10])
  })

  it('leaves nothing on the device of who did not agree, or cleared their answers', async () => {
    const key = `dsg-sent-${guide}`
    const own = keptRecord(guide, 'e1')
    await own.ready
    await own.append(pages(0, 3))
    const box = outbox(store, {guide, record: own, clock})
    await clock.untilSent(box)
    expect(localStorage.getItem(key)).to.equal(null)
    await own.save()
    expect(localStorage.getItem(key)).to.contain(own.events[0]!.id)
    await own.clear()
    expect(localStorage.getItem(key)).to.equal(null)
    await own.append(pages(3, 4))
    await clock.untilSent(box)
    expect(localStorage.getItem(key)).to.equal(null)
    expect((await store.seen()).statements.length).to.equal(4)
    own.close()
  })

  it('names the next person on a shared computer differently', async () => {
    record.shareThisVisit()
    await record.append(pages(0, 2))
    const box = outbox(store, {guide, record, clock})
    await clock.untilSent(box)
    record.endVisit()
    await record.append(pages(2, 4))
    await clock.untilSent(box)
    const names = (await store.seen()).statements.map(({actor}) => actor.account.name)
    expect(names.length).to.equal(4)
    expect(new Set(names).size).to.equal(2)
  })
})

describe('reportTo', () => {
  before(async function () {
    this.timeout(120_000)
    const {ok} = await fetch('/guide/guide.json')
    if (!ok) throw new Error('The demonstration did not build. The terminal says why.')
  })

  const src = '/guide/guide.json'
  const authorization = () => 'Bearer good'

  it('reports what is done in a guide, without what the learner said of themselves', async () => {
    const store = await TestStore.open()
    const guide = await loadGuide(src)
    const module = guide.manifest.modules[0]!
    const reporting = await reportTo({src, endpoint: store.endpoint.slice(0, -1), authorization})
    const sent = new Promise<void>(resolve => reporting.subscribe(() => { if (reporting.unsent === 0) resolve() }))
    await guide.record.append([
      {type: 'rated', about: 's', hash: '', assessment: 'a', framework: 'f', domain: 'd', now: 1, needed: 5},
      {type: 'read', about: module.id, hash: '', page: module.pages[0]!.id},
    ])
    await sent
    reporting.stop()
    const {statements} = await store.seen()
    expect(statements.map(({verb}) => verb.display['en-GB'])).to.deep.equal(['experienced'])
    const [{object, actor}] = statements as [Statement]
    expect(object.definition.name).to.deep.equal({[guide.manifest.lang]: module.pages[0]!.title})
    expect(object.id).to.equal(`${location.origin}/guide/modules/${module.id}/pages/${module.pages[0]!.id}`)
    expect(actor.account.homePage).to.equal(`${location.origin}/guide/`)
  })

  it('is in the script for pages without a bundler', async () => {
    const script = '/dsg/dsg.js'
    const bundle = await import(script) as {reportTo: typeof reportTo}
    const error = await bundle.reportTo({src, endpoint: '', authorization}).catch((reason: unknown) => reason)
    expect(String(error)).to.contain('"endpoint"')
  })

  it('says what is wrong with a password in place of a function', async () => {
    const password = 'Basic c2VjcmV0' as unknown as typeof authorization
    const error = await reportTo({src, endpoint: 'https://lrs.example/', authorization: password})
      .catch((reason: unknown) => reason)
    expect(String(error)).to.contain('"authorization" is not a function').and.not.to.contain('c2VjcmV0')
  })

  const notEndpoints = ['', '/xapi/', 'ftp://lrs.example/', 'https://me:secret@lrs.example/', 'https://lrs.example/?k']
  for (const endpoint of notEndpoints) {
    it(`says what is wrong with the address "${endpoint}"`, async () => {
      const error = await reportTo({src, endpoint, authorization}).catch((reason: unknown) => reason)
      expect(error).to.be.instanceOf(TypeError)
      expect(String(error)).to.contain('"endpoint"').and.to.contain('complete address')
    })
  }
})
