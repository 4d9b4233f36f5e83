import {expect} from 'chai'
import {reportTo} from '../../../components/embed/dsg.js'
import type {NewEvent} from '../../../components/model/record/record.js'
import {readRecordFile} from '../../../components/model/record/file.js'
import type {CopyState} from '../../../components/state/record/record.js'
import {loadGuide} from '../../../components/state/guide/load-guide.js'
import {marksOf} from '../../../components/state/record/marks.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {CarriedRecord} from '../../../components/state/xapi/carried-record.js'
import {Connection} from '../../../components/state/xapi/connection.js'
import {OwnRecord} from '../../../components/state/xapi/own-record.js'
import {StateDocument} from '../../../components/state/xapi/state-document.js'
import {until} from '../../elements/settled.js'
import {FakeClock} from '../visit/fake-clock.js'
import {pages, TestStore} from './lrs.js'

const manifest = {id: 'guide', edition: 'e1'}
const tick: NewEvent = {type: 'did', about: 't1', hash: 'h', module: 'm1', done: true}
const agent = {objectType: 'Agent' as const, account: {homePage: 'https://intranet.example/', name: '4711'}}

describe('a record that a learning record store carries from device to device', () => {
  let store: TestStore
  let clock: FakeClock
  const open: CarriedRecord[] = []
  /** Requests for the copy that have no answer yet; a late answer to an earlier test's is no matter of this one's. */
  let unanswered: Set<Promise<unknown>>

  beforeEach(async () => {
    store = await TestStore.open()
    unanswered = new Set()
    clock = new FakeClock()
  })

  afterEach(() => { for (const each of open.splice(0)) each.stop() })

  /** A page that this learner opens, with what they did on it before the store was asked. */
  async function device(from = 0, to = 0, aheadMs = 0, before: readonly NewEvent[] = []) {
    const record = new RecordLog('e1', {now: () => clock.now() + aheadMs})
    if (before.length) await isHere(record, before)
    void record.append(pages(from, to))
    const own = new OwnRecord({
      guide: 'guide', record, account: agent.account, isOpen: () => true, leaving() {}, entered() {}, replaced() {},
    })
    await own.open()
    const connection = new Connection({endpoint: store.endpoint, authorization: () => 'Bearer good'})
    const document = new CountedDocument(connection, {activity: 'https://guide.example/guides/guide', agent, guide: 'guide'})
    const carried = new CarriedRecord({manifest, record, own, document, clock})
    open.push(carried)
    return {record, carried}
  }

  /** Has the record begin with what somebody did on the device at another time. */
  async function isHere(record: RecordLog, said: readonly NewEvent[]): Promise<void> {
    const earlier = new RecordLog('e1', {now: () => clock.now() - 60_000})
    await earlier.append(said)
    record.merge(earlier.events.map(marksOf(record).eventOf))
  }

  class CountedDocument extends StateDocument {
    override read() { return counted(super.read()) }
    override write(...what: Parameters<StateDocument['write']>) { return counted(super.write(...what)) }
  }

  function counted<T>(answer: Promise<T>): Promise<T> {
    const ours = unanswered
    ours.add(answer)
    return answer.finally(() => ours.delete(answer))
  }

  type Device = Awaited<ReturnType<typeof device>>

  /** Lets time pass until it is so. */
  function becomes({carried}: Device, ...states: CopyState[]): Promise<unknown> {
    return passes(() => states.includes(carried.state), () => `${states}, not ${carried.state}`)
  }

  function passes(condition: () => unknown, what: () => string): Promise<unknown> {
    return until(() => {
      clock.goOn(1_000)
      return condition()
    }, what)
  }

  async function copied(): Promise<string[] | undefined> {
    const [document] = Object.values((await store.seen()).states)
    if (document === undefined) return undefined
    const read = readRecordFile(document)
    if ('problems' in read) throw new Error(read.problems.join())
    return read.file.events.map(event => event.type === 'read' ? event.page : '')
  }

  /** Lets time pass until the copy has just these pages. */
  async function holds(from: number, to: number): Promise<void> {
    const wanted = pages(from, to).map(event => event.type === 'read' ? event.page : '').sort()
    let last: string[] | undefined
    const end = performance.now() + 15_000
    while (performance.now() < end) {
      clock.goOn(1_000)
      last = (await copied())?.sort()
      if (String(last) === String(wanted)) return
    }
    throw new Error(`The copy has ${last}, not ${wanted}`)
  }

  /** Lets time pass until no device waits for anything: not for an answer, and not for a time to ask again. */
  async function rest(): Promise<void> {
    const isResting = async () => {
      // The store's answer to us comes after all that ran in this page meanwhile.
      await copied()
      return unanswered.size === 0 && clock.waiting === 0
    }
    while (!await isResting()) clock.goOn(1_000)
  }

  const names = ({record}: Device) => record.events.map(event => event.type === 'read' ? event.page : '').sort()

  it('leaves what is dated more than a day ahead in the copy, says how much that is, and takes it once its day has come', async () => {
    const ahead = await device(0, 3, 30 * 60 * 60 * 1000)
    await becomes(ahead, 'none')
    ahead.record.copy!.keep()
    await becomes(ahead, 'kept')
    const here = await device()
    await becomes(here, 'kept')
    expect([names(here).length, here.record.copy!.ahead]).to.deep.equal([0, 3])
    await here.record.append(pages(3, 4))
    await holds(0, 4)
    expect([names(here).length, here.record.copy!.ahead]).to.deep.equal([1, 3])
    clock.goOn(7 * 60 * 60 * 1000)
    const later = await device()
    await becomes(later, 'kept')
    expect([names(later).length, later.record.copy!.ahead]).to.deep.equal([4, 0])
  })

  it('writes nothing until the learner asks, and then all there is and all that comes', async () => {
    const one = await device(0, 3)
    await becomes(one, 'none')
    await one.record.append(pages(3, 4))
    clock.goOn(60_000)
    expect(await copied()).to.equal(undefined)
    one.record.copy!.keep()
    await becomes(one, 'kept')
    await holds(0, 4)
    await one.record.append(pages(4, 6))
    await holds(0, 6)
  })

  it('is found on another device, and what is done there is found on the first', async () => {
    const ward = await device(0, 3)
    await becomes(ward, 'none')
    ward.record.copy!.keep()
    await becomes(ward, 'kept')
    const home = await device()
    await becomes(home, 'kept')
    expect(names(home)).to.deep.equal(['p0', 'p1', 'p2'])
    await home.record.append(pages(3, 5))
    await holds(0, 5)
    await ward.record.append(pages(5, 6))
    await holds(0, 6)
    expect(names(ward)).to.deep.equal(['p0', 'p1', 'p2', 'p3', 'p4', 'p5'])
  })

  for (const comparesStates of [true, false]) {
    it(`loses nothing when three devices write on a bad day, at a store that compares${comparesStates ? '' : ' nothing'}`, async function () {
      this.timeout(60_000)
      await store.behave({comparesStates})
      const first = await device()
      await becomes(first, 'none')
      first.record.copy!.keep()
      await becomes(first, 'kept')
      const devices = [first, await device(), await device()]
      for (const each of devices) await becomes(each, 'kept')
      await store.behave({next: ['slow', 429, 'lose', 500, 'slow', 'take', 'drop', 'lose', 'slow', 503, 'take', 'lose', 'slow']})
      for (let step = 0; step < 30; step++) {
        void devices[step % 3]!.record.append(pages(step, step + 1))
        clock.goOn(700)
        if (step % 4 === 0) await copied()
      }
      if (comparesStates) return holds(0, 30)
      // A slow request may have written over what another device had seen to be there. Its next look brings that back,
      // and nothing is lost any more by a person who has the devices in their hands one after the other.
      await rest()
      for (const [at, each] of devices.entries()) {
        await each.record.append(pages(30 + at, 31 + at))
        await rest()
      }
      await holds(0, 33)
    })
  }

  it('joins a record that has nothing of the copy only when the learner says that it is theirs', async () => {
    const ward = await device(0, 2)
    await becomes(ward, 'none')
    ward.record.copy!.keep()
    await becomes(ward, 'kept')
    const somebodys = await device(0, 0, 0, [...pages(2, 4), tick])
    await becomes(somebodys, 'separate')
    await somebodys.record.append(pages(4, 5))
    clock.goOn(60_000)
    expect(names(somebodys)).to.deep.equal(['', 'p2', 'p3', 'p4'])
    expect(await copied()).to.have.length(2)
    somebodys.record.copy!.keep()
    await becomes(somebodys, 'kept')
    expect(names(somebodys)).to.have.length(6)
    await passes(() => !clock.waiting, () => 'rest')
    expect(await copied()).to.have.length(6)
  })

  it('is joined on a device where a page opened before anybody did anything', async () => {
    const ward = await device(0, 2)
    await becomes(ward, 'none')
    ward.record.copy!.keep()
    await becomes(ward, 'kept')
    // The page noted what it showed: now, and on a visit before anybody signed in.
    const home = await device(7, 8, 0, pages(5, 6))
    await becomes(home, 'kept')
    expect(names(home)).to.deep.equal(['p0', 'p1', 'p5', 'p7'])
    expect((await copied())?.sort(), 'what nobody did is in nobody\'s copy').to.deep.equal(['p0', 'p1', 'p7'])
  })

  it('is gone when the learner deletes it, and no other device makes it again', async () => {
    const ward = await device(0, 2)
    await becomes(ward, 'none')
    ward.record.copy!.keep()
    await becomes(ward, 'kept')
    const home = await device()
    await becomes(home, 'kept')
    expect(await ward.record.copy!.remove()).to.equal(true)
    expect(ward.carried.state).to.equal('none')
    await home.record.append(pages(2, 3))
    await becomes(home, 'none')
    await ward.record.append(pages(3, 4))
    clock.goOn(60_000)
    expect(await copied()).to.equal(undefined)
    expect(names(home)).to.have.length(3)
  })

  it('says when it could not be deleted', async () => {
    const one = await device(0, 2)
    await becomes(one, 'none')
    one.record.copy!.keep()
    await becomes(one, 'kept')
    await store.behave({next: [500]})
    expect(await one.record.copy!.remove()).to.equal(false)
    expect(one.carried.state).to.equal('kept')
    expect(await copied()).to.have.length(2)
  })

  it('has what was done before answers were cleared on a shared computer, and nothing after', async () => {
    const one = await device(0, 2)
    one.record.shareThisVisit()
    await becomes(one, 'none')
    one.record.copy!.keep()
    await becomes(one, 'kept')
    await one.record.append(pages(2, 3))
    one.record.endVisit()
    await becomes(one, 'ended')
    await holds(0, 3)
    await one.record.append(pages(7, 9))
    clock.goOn(60_000)
    await holds(0, 3)
    expect(names(one)).to.deep.equal(['p7', 'p8'])
    expect(one.carried.state).to.equal('ended')
  })

  it('says that the store is not reached, and goes on when it is', async () => {
    await store.behave({always: 'drop'})
    const one = await device(0, 2)
    await becomes(one, 'unreachable')
    await store.behave({always: 'take'})
    await becomes(one, 'none')
    one.record.copy!.keep()
    await becomes(one, 'kept')
    await store.behave({always: 503})
    await one.record.append(pages(2, 3))
    await becomes(one, 'unreachable')
    await store.behave({always: 'take'})
    await becomes(one, 'kept')
    await holds(0, 3)
  })

  it('leaves alone what it cannot read', async () => {
    const one = await device(0, 1)
    await becomes(one, 'none')
    one.record.copy!.keep()
    await becomes(one, 'kept')
    const [[query, stored] = []] = Object.entries((await store.seen()).states)
    const oneLetter = stored!.replace(/"page":"./, '"page":"x')
    for (const damaged of [oneLetter, '', '{}', JSON.stringify({format: 'dsg-record', version: 99}), '<html>']) {
      await fetch(`${store.endpoint}activities/state${query}`, {
        method: 'PUT', body: damaged, headers: {'x-experience-api-version': '1.0.3'},
      })
      const other = await device(0, 1)
      await becomes(other, 'unreadable')
      expect(Object.values((await store.seen()).states)).to.deep.equal([damaged])
      expect(other.record.events).to.have.length(1)
    }
  })
})

describe('reportTo with carryRecord', () => {
  const src = '/guide/guide.json'
  const authorization = () => 'Bearer good'

  before(async function () {
    this.timeout(120_000)
    const {ok} = await fetch(src)
    if (!ok) throw new Error('The demonstration did not build. The terminal says why.')
  })

  it('keeps one document for the guide and the person, and stops with the rest', async () => {
    const store = await TestStore.open()
    const {record} = await loadGuide(src)
    const actor = agent.account
    const reporting = await reportTo({src, endpoint: store.endpoint, authorization, actor, carryRecord: true})
    await until(() => record.copy?.state === 'none')
    record.copy!.keep()
    await until(() => record.copy?.state === 'kept')
    const [query] = Object.keys((await store.seen()).states)
    const about = new URLSearchParams(query)
    expect(about.get('stateId')).to.equal('dsg-record')
    expect(JSON.parse(about.get('agent')!)).to.deep.equal(agent)
    expect(about.get('activityId')).to.equal(`${location.origin}/guide/guides/nhs-digital-skills-guide`)
    reporting.stop()
    expect(record.copy).to.equal(undefined)
  })

  it('says that it needs to know who the learner is', async () => {
    const error = await reportTo({src, endpoint: 'https://lrs.example/', authorization, carryRecord: true})
      .catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(TypeError)
    expect(String(error)).to.contain('"carryRecord" needs "actor"')
  })
})
