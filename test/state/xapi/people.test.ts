import {expect} from 'chai'
import {randomFrom} from '../../../components/model/record/draw.js'
import type {LearnerEvent, NewEvent} from '../../../components/model/record/record.js'
import {marksOf} from '../../../components/state/record/marks.js'
import type {RecordLog} from '../../../components/state/record/record.js'
import {reportOn} from '../../../components/state/xapi/report-to.js'
import type {Outbox} from '../../../components/state/xapi/outbox.js'
import {closeAll, finished, newGuide, openRaw, tab} from '../device/storage.js'
import {HeardClock, TestStore} from './lrs.js'

const HOME_PAGE = 'https://intranet.example/'
/** Said when a test fails, so that the same days can be tried again. */
/** `npm run prove:people` asks for more. */
const SEEDS = Array.from({length: Number(document.documentElement.dataset['seeds']) || 10}, (_, i) => `2026-${i}`)
const VISITS = 12

type Person = 'ann' | 'bo' | 'nobody'

/** What one of the people did, as it was. @property wasSigned - was their name known at that moment? */
interface Deed { by: Person; isSigned: boolean; wasSigned: boolean }

/** A page that somebody has in front of them. */
interface Page { record: RecordLog; by: Person; outbox?: Outbox; isSigned: boolean }

/** A day at one browser that several people use, signed in or not, with and without a network. */
class Day {
  readonly store: TestStore
  readonly clock = new HeardClock()
  readonly guide = newGuide()
  readonly deeds = new Map<string, Deed>()
  /** Of these, the pages that were opened. */
  readonly opened = new Set<string>()
  /** What has to have arrived in the end: it was kept on the device, and nobody cleared it. */
  readonly owed: Record<Person, Set<string>> = {ann: new Set(), bo: new Set(), nobody: new Set()}
  readonly log: string[] = []
  readonly #random: () => number
  #said = 0

  constructor(store: TestStore, seed: string) {
    this.store = store
    this.#random = randomFrom(seed)
  }

  chance(share: number): boolean { return this.#random() < share }

  one<T>(of: readonly T[]): T { return of[Math.floor(this.#random() * of.length)]! }

  async open(by: Person, isShared: boolean): Promise<Page> {
    const record = tab(this.guide, {now: () => this.clock.now()})
    if (isShared) record.shareThisVisit()
    await record.ready
    return {record, by, isSigned: false}
  }

  async signIn(page: Page): Promise<void> {
    page.outbox?.stop()
    const guide = {
      base: 'https://guide.example/', record: page.record,
      manifest: {id: this.guide, title: 'Guide', lang: 'en-GB', edition: 'e1', modules: [], frameworks: []} as never,
    }
    const actor = page.by === 'nobody' ? undefined : {homePage: HOME_PAGE, name: page.by}
    const store = {endpoint: this.store.endpoint, authorization: () => 'Bearer good'}
    page.outbox = await reportOn(guide, {...store, ...(actor && {actor, carryRecord: true})}, this.clock)
    page.isSigned = actor !== undefined
    // A page is one person's until they sign out: what they did on it before is theirs as well.
    for (const {id} of actor ? page.record.events : []) {
      const deed = this.deeds.get(id)!
      if (deed.by === page.by && !marksOf(page.record).byId.has(id)) deed.isSigned = true
    }
    this.expectNothingOfOthers(page)
  }

  signOut(page: Page, next: Person): void {
    page.outbox?.stop()
    page.outbox = undefined
    page.isSigned = false
    page.by = next
  }

  async does(page: Page, count: number): Promise<void> {
    const before = new Set(page.record.events.map(({id}) => id))
    const said = Array.from({length: count}, (): NewEvent => this.chance(0.4)
      ? {type: 'read', about: 'm1', hash: '', page: `p${this.#said++}`}
      : {type: 'did', about: `t${this.#said++}`, hash: 'h', module: 'm1', done: true})
    const written = page.record.append(said)
    const {by, isSigned} = page
    for (const {id, type} of page.record.events) {
      if (before.has(id)) continue
      this.deeds.set(id, {by, isSigned, wasSigned: isSigned})
      if (type === 'read') this.opened.add(id)
    }
    await written
    this.clock.goOn(1_000)
  }

  /** Answers truly, as far as anybody can. */
  async answers(page: Page): Promise<void> {
    const {claim} = page.record
    if (claim?.state !== 'asked') return
    const asked = [...page.record.events, ...await this.kept()].filter(({id}) => !this.deeds.get(id)!.isSigned)
    const isMine = asked.every(({id}) => this.deeds.get(id)!.by === page.by)
    this.log.push(`${page.by} says ${isMine ? 'yes' : 'no'} to ${claim.entries}`)
    await (isMine ? claim.yes() : claim.no())
    // What is brought to a record that is not saved stays where it was, as nobody's.
    const still = new Set((await this.kept()).filter(row => !('actor' in row)).map(({id}) => id))
    if (isMine) for (const {id} of asked) if (!still.has(id)) this.deeds.get(id)!.isSigned = true
    this.expectNothingOfOthers(page)
  }

  /** What the device has under the guide's own name. */
  async kept(): Promise<LearnerEvent[]> {
    const database = await openRaw(this.guide)
    if (!database) return []
    const rows = await finished<LearnerEvent[]>(database.transaction('events').objectStore('events').getAll())
    database.close()
    return rows
  }

  async close(page: Page): Promise<void> {
    await page.record.append([])
    this.owe(page)
    page.outbox?.stop()
    page.record.close()
  }

  owe({record}: Page): void {
    if (record.saving !== 'saved' || record.visit !== 'own') return
    for (const {id} of record.events) {
      const {by, isSigned} = this.deeds.get(id)!
      if (isSigned) this.owed[by].add(id)
    }
  }

  async clears(page: Page): Promise<void> {
    for (const {id} of [...page.record.events, ...page.record.visit === 'shared' ? await this.kept() : []]) {
      for (const owed of Object.values(this.owed)) owed.delete(id)
    }
    await page.record.clear()
  }

  async online(isOnline: boolean): Promise<void> {
    await this.store.behave({always: isOnline ? 'take' : 'drop'})
  }

  async settles(page: Page): Promise<void> {
    if (page.outbox) await this.clock.untilSent(page.outbox)
  }

  expectNothingOfOthers({record, by, isSigned}: Page): void {
    if (!isSigned) return
    const others = record.events.filter(({id}) => this.deeds.get(id)!.isSigned && this.deeds.get(id)!.by !== by)
    expect(others, `${by} sees what somebody else did; ${this.log.join('; ')}`).to.deep.equal([])
  }

  async expectRightNames(): Promise<void> {
    const {statements, states} = await this.store.seen()
    const told = this.log.join('; ')
    const names = new Map(statements.map(({id, actor}) => [id, actor.account]))
    for (const [id, {homePage, name}] of names) {
      const {by, wasSigned} = this.deeds.get(id)!
      // Which page was opened before anybody was known says nothing of who was there.
      if (homePage === HOME_PAGE && !wasSigned && this.opened.has(id)) continue
      if (homePage === HOME_PAGE) expect(by, `in ${name}'s name; ${told}`).to.equal(name)
      // A page of nobody's in another tab may have been quicker than the person who signed in.
      else expect([wasSigned, this.deeds.get(name)!.wasSigned], `in a random name; ${told}`).to.deep.equal([false, false])
    }
    for (const by of ['ann', 'bo'] as const) {
      const isSent = (id: string) => names.get(id)?.name === by || names.has(id) && !this.deeds.get(id)!.wasSigned
      const missing = [...this.owed[by]].filter(id => !isSent(id))
      expect(missing, `${by}'s were not sent; ${told}`).to.deep.equal([])
    }
    for (const [query, document] of Object.entries(states)) {
      const {account} = JSON.parse(new URLSearchParams(query).get('agent')!) as {account: {name: string}}
      const {events} = JSON.parse(document) as {events: LearnerEvent[]}
      const others = events.filter(({id}) => this.deeds.get(id)!.by !== account.name
        && (this.deeds.get(id)!.wasSigned || !this.opened.has(id)))
      expect(others, `in ${account.name}'s copy; ${told}`).to.deep.equal([])
    }
    expect(JSON.stringify([statements, states]), 'a mark left the device').not.to.match(/[\da-f]{30}-[\da-f]{32}/)
  }
}

describe('people at one browser', () => {
  let store: TestStore
  beforeEach(async () => { store = await TestStore.open() })
  afterEach(closeAll)

  for (const seed of SEEDS) {
    it(`have what they do sent in their own names, and in no other, and all of it (seed ${seed})`, async function () {
      this.timeout(60_000)
      const day = new Day(store, seed)
      let beside: Page | undefined
      for (let visit = 0; visit < VISITS; visit++) {
        const by = day.one<Person>(['ann', 'bo', 'bo', 'ann', 'nobody'])
        const isOnline = day.chance(0.4)
        const isShared = day.chance(0.15)
        await day.online(isOnline)
        day.log.push(`${by}${isShared ? ' shared' : ''}${isOnline ? '' : ' offline'}`)
        const page = await day.open(by, isShared)
        // The page opens by itself, before anybody is known.
        if (day.chance(0.3)) await day.does(page, 1)
        const isLate = day.chance(0.2)
        if (isLate) await day.does(page, 2)
        const isUnsigned = by !== 'nobody' && day.chance(0.15)
        if (!isUnsigned) await day.signIn(page)
        await day.answers(page)
        if (page.record.saving === 'off' && day.chance(0.6)) {
          day.log.push('saves')
          await page.record.save()
        }
        await day.does(page, 3)
        if (page.record.copy?.state === 'none' && day.chance(0.5)) page.record.copy.keep()
        if (isOnline && day.chance(0.5)) await day.settles(page)
        if (day.chance(0.05)) {
          day.log.push('clears')
          await day.clears(page)
        }
        if (day.chance(0.15)) {
          const next = day.one<Person>(['ann', 'bo', 'nobody'])
          day.log.push(`then ${next} on the same page`)
          await page.record.append([])
          day.owe(page)
          day.signOut(page, next)
          if (day.chance(0.3)) await day.does(page, 1)
          if (next !== 'nobody') await day.signIn(page)
          await day.answers(page)
          await day.does(page, 2)
        }
        if (beside) await day.close(beside)
        beside = undefined
        if (day.chance(0.2)) beside = page
        else await day.close(page)
      }
      if (beside) await day.close(beside)
      await day.online(true)
      for (const by of ['ann', 'bo'] as const) {
        const page = await day.open(by, false)
        await day.signIn(page)
        await day.settles(page)
        await day.close(page)
      }
      await day.expectRightNames()
    })
  }
})
