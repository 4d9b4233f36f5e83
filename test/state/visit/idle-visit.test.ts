import {expect} from 'chai'
import {IDLE_LIMIT_MS, idlePhase, WARNING_MS} from '../../../components/state/visit/idle-time.js'
import {IdleVisit, idleVisitOf} from '../../../components/state/visit/idle-visit.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {FakeClock} from './fake-clock.js'
import {read} from '../device/storage.js'

const MINUTE = 60_000
const SECOND = 1000

describe('idlePhase', () => {
  const cases = [
    {idle: 0, phase: {is: 'in-use', nextMs: 9 * MINUTE}, why: 'just touched'},
    {idle: -5 * MINUTE, phase: {is: 'in-use', nextMs: 9 * MINUTE}, why: 'the clock was set back'},
    {idle: 8 * MINUTE, phase: {is: 'in-use', nextMs: MINUTE}, why: 'a minute before the warning'},
    {idle: 9 * MINUTE - 1, phase: {is: 'in-use', nextMs: 1}, why: 'just before the warning'},
    {idle: 9 * MINUTE, phase: {is: 'warned', secondsLeft: 60, nextMs: 30 * SECOND}, why: 'a minute before the end'},
    {idle: 9 * MINUTE + 29_999, phase: {is: 'warned', secondsLeft: 60, nextMs: 1}, why: 'a number is not told early'},
    {idle: 9 * MINUTE + 30_000, phase: {is: 'warned', secondsLeft: 30, nextMs: 20 * SECOND}, why: 'half a minute'},
    {idle: 9 * MINUTE + 50_000, phase: {is: 'warned', secondsLeft: 10, nextMs: 10 * SECOND}, why: 'the last that is told'},
    {idle: 10 * MINUTE - 1, phase: {is: 'warned', secondsLeft: 10, nextMs: 1}, why: 'the last moment'},
    {idle: 10 * MINUTE, phase: {is: 'over'}, why: 'the time is up'},
    {idle: 600 * MINUTE, phase: {is: 'over'}, why: 'the computer slept over night'},
  ]
  for (const {idle, phase, why} of cases) {
    it(`${idle / 1000} s idle: ${why}`, () => expect(idlePhase(idle)).to.deep.equal(phase))
  }
})

describe('IdleVisit', () => {
  let record: RecordLog
  let clock: FakeClock
  let visit: IdleVisit
  let stop: () => void
  let told: (number | undefined)[]
  beforeEach(async () => {
    record = new RecordLog('e1')
    record.shareThisVisit()
    await record.append([read('p1')])
    clock = new FakeClock()
    visit = new IdleVisit(record, clock)
    told = []
    stop = visit.follow(() => told.push(visit.secondsLeft))
  })
  afterEach(() => stop())

  it('warns a minute before it clears, says how long is left three times, and clears', () => {
    clock.goOn(IDLE_LIMIT_MS - WARNING_MS - 1)
    expect(told).to.deep.equal([])
    clock.goOn(WARNING_MS)
    expect(told).to.deep.equal([60, 30, 10])
    expect(record.events).to.have.length(1)
    clock.goOn(1)
    expect(record.events).to.deep.equal([])
    expect(told).to.deep.equal([60, 30, 10, undefined])
    expect(visit.wasEnded).to.equal(true)
    expect(record.visit).to.equal('shared')
  })

  it('starts again when the learner stays, as often as they like', () => {
    for (let i = 0; i < 12; i++) {
      clock.goOn(IDLE_LIMIT_MS - 1)
      expect(visit.secondsLeft).to.equal(10)
      visit.stay()
      expect(visit.secondsLeft).to.equal(undefined)
    }
    expect(record.events).to.have.length(1)
    expect(visit.wasEnded).to.equal(false)
  })

  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel', 'scroll']) {
    it(`takes ${sign} anywhere in the page as a sign of life`, () => {
      clock.goOn(IDLE_LIMIT_MS - WARNING_MS - 1)
      document.body.dispatchEvent(new Event(sign))
      clock.goOn(IDLE_LIMIT_MS - WARNING_MS - 1)
      expect(told).to.deep.equal([])
      clock.goOn(1)
      expect(told).to.deep.equal([60])
    })
  }

  it('wants an answer once it has warned: a knocked mouse is none', () => {
    clock.goOn(IDLE_LIMIT_MS - WARNING_MS)
    document.body.dispatchEvent(new Event('pointermove'))
    clock.goOn(WARNING_MS)
    expect(record.events).to.deep.equal([])
  })

  it('clears before whoever wakes the computer sees anything', () => {
    clock.sleep(IDLE_LIMIT_MS)
    document.body.dispatchEvent(new Event('pointermove'))
    expect(record.events).to.deep.equal([])
    expect(visit.wasEnded).to.equal(true)
  })

  it('looks at the time when the page comes back', () => {
    clock.sleep(IDLE_LIMIT_MS)
    dispatchEvent(new Event('pageshow'))
    expect(record.events).to.deep.equal([])
  })

  it('warns nobody while there is nothing to clear', async () => {
    record.endVisit()
    clock.goOn(3 * IDLE_LIMIT_MS)
    expect(told).to.deep.equal([])
    expect(visit.wasEnded).to.equal(false)
  })

  it('begins again with the next person\'s first answer', async () => {
    clock.goOn(IDLE_LIMIT_MS)
    clock.goOn(IDLE_LIMIT_MS)
    document.body.dispatchEvent(new Event('keydown'))
    await record.append([read('p2')])
    expect(visit.wasEnded).to.equal(false)
    clock.goOn(IDLE_LIMIT_MS - WARNING_MS - 1)
    expect(record.events).to.have.length(1)
    expect(visit.secondsLeft).to.equal(undefined)
  })

  it('leaves nothing running when nobody wants to know', () => {
    expect(clock.waiting).to.equal(1)
    stop()
    expect(clock.waiting).to.equal(0)
    document.body.dispatchEvent(new Event('keydown'))
    void record.append([read('p2')])
    expect(clock.waiting).to.equal(0)
  })

  it('is one for each record, and lets one element speak until it leaves', () => {
    expect(idleVisitOf(record)).to.equal(idleVisitOf(record))
    const [first, second] = [{}, {}]
    expect([visit.speaksFor(first), visit.speaksFor(second), visit.speaksFor(first)]).to.deep.equal([true, false, true])
    visit.hush(second)
    expect(visit.speaksFor(first)).to.equal(true)
    visit.hush(first)
    expect(visit.speaksFor(second)).to.equal(true)
  })
})
