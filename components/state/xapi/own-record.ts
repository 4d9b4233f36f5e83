import type {LearnerEvent} from '../../model/record/record.js'
import {copyFileNames} from '../device/copy-file.js'
import {isWaiting} from '../device/hand-over.js'
import {isKnownAbsent, keptNames, recordDatabase} from '../device/known-absent.js'
import {deleteKeptRecord, inKeptRecord} from '../record/kept-rows.js'
import {Marks, marksOf} from '../record/marks.js'
import {forgetNotes} from '../record/notes.js'
import type {RecordClaim, RecordLog} from '../record/record.js'
import {AccountMarks, MARK_LENGTH, type Account} from './account.js'
import {become, claim, kept, move, outdated} from './marking.js'

export interface OwnRecordOptions {
  /** Id of the guide. */
  guide: string
  record: RecordLog
  account: Account
  /** Does anything still depend on whose an event is? */
  isOpen: (event: LearnerEvent) => boolean
  /** Called before the record becomes another one, and after it did. */
  leaving(): void
  entered(): void
  /** The page named a person again, who may be another. */
  replaced(): void
}

/** How long what is being written may hold up another person's record. */
const WRITTEN_WITHIN_MS = 4_000

/**
 * A record in the hands of a person whose name the page knows. It sees to it that they have a record of their own, and that
 * nothing else counts as theirs.
 *
 * The record that a device has under the guide's name is the first person's. When another signs in, that one is closed, with
 * all that is in it, and they get one under their mark (`dsg-record-GUIDE/MARK`), which nobody else's page opens; they are asked
 * about saving like anybody else. What nobody's name is on stays where it is until the learner says that it was them.
 */
export class OwnRecord {
  readonly #options: OwnRecordOptions
  readonly #record: RecordLog
  readonly #marks: Marks
  readonly #account: AccountMarks
  /** What the learner does here is marked with it. */
  #mark = ''
  /** Events of nobody's that the device has in the record that was left. */
  #left: readonly LearnerEvent[] = []
  /** Where that is: see `Marks.suffix`. */
  #leftAt = ''
  /** What the learner was asked about last. */
  #asked: readonly LearnerEvent[] = []
  #isRefused = false
  /** The end of all that was begun so far. */
  #queue: Promise<void> = Promise.resolve()
  #isBusy = false
  #isKnown = false
  #isClosed = false
  #unsubscribe = () => {}

  constructor(options: OwnRecordOptions) {
    this.#options = options
    this.#record = options.record
    this.#marks = marksOf(options.record)
    this.#account = new AccountMarks(options.guide, options.account)
  }

  /** Resolves when the record is this person's. */
  async open(): Promise<void> {
    const before = people.get(this.#record)
    people.set(this.#record, this)
    const {ready} = this.#record
    if (before) {
      before.#options.replaced()
      await before.#queue
    }
    await ready
    if (this.#isClosed) return
    const {events} = this.#record
    this.#mark = events.map(event => this.#marks.of(event)).find(mark => this.#account.isOf(mark)) ?? this.#account.make()
    // What somebody did on the page before may have been done by anybody. That the page opened was nobody's deed.
    const isUnknown = (event: LearnerEvent): boolean => isEvidence(event) && !this.#marks.byId.has(event.id)
    if (this.#marks.here === undefined) claim(this.#marks, '', events.filter(isUnknown))
    become(this.#marks, this.#mark, events)
    this.#isKnown = true
    await this.#next(() => this.#choose())
    await this.#rewrite()
    if (this.#isClosed) return
    this.#unsubscribe = this.#record.subscribe(this.#look)
    this.#look()
  }

  /** The person left. What is done now is nobody's. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#unsubscribe()
    if (!this.#isKnown) return
    become(this.#marks, '', this.#record.events)
    this.#say(undefined)
  }

  isOf(event: LearnerEvent): boolean {
    return this.#account.isOf(this.#marks.of(event))
  }

  own(): LearnerEvent[] {
    return this.#record.events.filter(event => this.isOf(event))
  }

  /** Is there something in the record that may be somebody else's? */
  isUnsure(): boolean {
    return this.#nobodys().some(isEvidence)
  }

  /** The learner says, or it is clear, that these are theirs. Of those that are somebody's nothing changes. */
  async claim(events: readonly LearnerEvent[] = this.#nobodys()): Promise<void> {
    const nobodys = events.filter(this.#isNobodys)
    if (!nobodys.length) return
    claim(this.#marks, this.#mark, nobodys)
    this.#record.notify()
    await this.#rewrite()
  }

  /** What the learner is asked about. */
  #nobodys(): LearnerEvent[] {
    return this.#record.events.filter(event => this.#isNobodys(event) && this.#options.isOpen(event))
  }

  #isNobodys = (event: LearnerEvent): boolean => this.#marks.of(event) === ''

  #isForeign = (event: LearnerEvent): boolean => !this.#isNobodys(event) && !this.isOf(event)

  #look = (): void => {
    if (this.#isBusy || this.#isClosed) return
    // From a slow disk, or another tab.
    if (this.#record.events.some(this.#isForeign) && !this.#isAtHome()) void this.#next(() => this.#choose())
    else this.#ask()
  }

  #next(work: () => Promise<void>): Promise<void> {
    return this.#queue = this.#queue.then(async () => {
      this.#isBusy = true
      await work().catch(reportError)
      this.#isBusy = false
      this.#look()
    })
  }

  /** Is the open record this person's alone? */
  #isAtHome(): boolean {
    return this.#account.isOf(this.#marks.suffix.slice(1))
  }

  /** Opens the record that is this person's. */
  async #choose(): Promise<void> {
    const {guide} = this.#options
    const hasForeign = () => this.#record.events.some(this.#isForeign)
    if (this.#record.visit === 'shared') return hasForeign() ? this.#move(this.#marks.suffix) : undefined
    if (this.#isAtHome()) return
    const [home, ...others] = await this.#homes()
    if (home) {
      this.#isRefused = true
      await this.#move(home)
      for (const other of others) await this.#moveIn(other)
      return
    }
    if (this.#marks.suffix) await this.#move('')
    if (!hasForeign()) return
    // Where nothing is kept under the guide's name, this person may be the first.
    const isFree = !this.#marks.suffix && await isKnownAbsent(recordDatabase(guide))
    await this.#move(isFree ? '' : `/${this.#mark}`)
  }

  /** What this person has on the device under their marks: more than one where they began in two tabs at once. */
  async #homes(): Promise<string[]> {
    // After a crash, all that is left of a record may be its copy.
    const names = [...await keptNames() ?? [], ...await copyFileNames()]
    const marks = names.map((name = '') => name.slice(-MARK_LENGTH)).filter(mark => this.#account.isOf(mark))
    return [...new Set(marks)].sort().map(mark => `/${mark}`)
  }

  /** Opens another record in the place of this one, and takes along what is this person's. @param suffix - see `Marks` */
  async #move(suffix: string): Promise<void> {
    const {guide, leaving, entered} = this.#options
    const [record, marks] = [this.#record, this.#marks]
    const keeper = await record.keep()
    // What others did has to be on the device before it is left, if they agreed.
    await Promise.race([keeper?.written(), new Promise(resolve => setTimeout(resolve, WRITTEN_WITHIN_MS))])
    const own = this.own()
    const left = kept(marks, this.#nobodys())
    const from = marks.suffix
    const ownKept = kept(marks, own)
    const wasSaved = ownKept.some(({id}) => marks.byId.has(id))
    leaving()
    if (left.length) {
      this.#left = left
      this.#leftAt = from
    }
    const isOnDevice = record.visit === 'own'
    if (isOnDevice) keeper?.close()
    move(marks, suffix, this.#mark, own)
    record.forget()
    if (isOnDevice) this.#attach(guide + suffix)
    const taken = record.take(own)
    if (isOnDevice) await record.ready
    // What is saved stays saved. What this person did a moment ago, in somebody else's record, is not: nobody asked them.
    if (wasSaved && record.saving === 'off') await record.save()
    await taken
    if (suffix !== from) {
      const gone = !wasSaved || record.saving === 'saved' ? ownKept : []
      await removeKept(guide + from, [...gone, ...this.#keptHere(left)])
    }
    entered()
  }

  /** Those that this person's record has on the device as well. */
  #keptHere(events: readonly LearnerEvent[]): LearnerEvent[] {
    if (this.#record.saving !== 'saved') return []
    const here = new Set(this.#record.events.map(({id}) => id))
    return events.filter(({id}) => here.has(id))
  }

  #attach(name: string): void {
    // A browser that does not list its databases would never find this one again.
    const isFindable = name === this.#options.guide || typeof indexedDB.databases === 'function'
    this.#record.attach(async () => {
      if (!isFindable) throw new Error('This browser cannot tell whose record is whose, so that a second person\'s is not saved.')
      return (await import('../record/keep-record.later.js')).keepRecord(this.#record, name)
    }, !isFindable ? Promise.resolve(true) : isWaiting(recordDatabase(name)) ? undefined : isKnownAbsent(recordDatabase(name)))
  }

  /** Brings in what this person has in another record of their own. */
  async #moveIn(suffix: string): Promise<void> {
    const name = this.#options.guide + suffix
    const found = await inKeptRecord(name, database => database.read(new Set()))
    if (!found) return
    const marks = new Marks()
    const own = found.entries.map(marks.eventOf).filter(event => this.#account.isOf(marks.of(event)))
    await this.#record.bring(own)
    if (this.#record.saving !== 'saved' || own.length < found.entries.length || found.unreadable.length) return
    await deleteKeptRecord(name)
    forgetNotes(name)
  }

  /** Has the device know what this page knows of whose the events are. */
  async #rewrite(): Promise<void> {
    const rows = outdated(this.#marks, this.own())
    if (rows.length) await (await this.#record.keep())?.rewrite(rows.map(({id}) => id))
  }

  #ask(): void {
    const here = new Set(this.#record.events.map(({id}) => id))
    const nobodys = [...this.#nobodys(), ...this.#left.filter(({id}) => !here.has(id))]
    if (!nobodys.some(isEvidence)) return this.#say(undefined)
    const entries = nobodys.length
    const state = this.#isRefused ? 'refused' : 'asked'
    const {claim} = this.#record
    if (claim?.state === state && sameIds(nobodys, this.#asked)) return
    this.#asked = nobodys
    this.#say({state, entries, yes: () => this.#yes(nobodys), no: () => this.#no()})
  }

  #say(claim: RecordClaim | undefined): void {
    const {record} = this.#options
    if (claim === record.claim) return
    record.claim = claim
    record.notify()
  }

  /** @param asked - what the question was about. What came since is asked about anew */
  async #yes(asked: readonly LearnerEvent[]): Promise<void> {
    const name = this.#options.guide + this.#leftAt
    // Somebody may have cleared it meanwhile.
    const there = this.#left.length ? await inKeptRecord(name, database => database.read(new Set())) : undefined
    const ids = new Set(there?.entries.map(({id}) => id))
    const said = new Set(asked.map(({id}) => id))
    const left = this.#left.filter(({id}) => ids.has(id) && said.has(id))
    this.#left = this.#left.filter(({id}) => !said.has(id))
    this.#isRefused = false
    await Promise.all([this.claim(this.#nobodys().filter(({id}) => said.has(id))), this.#record.bring(left)])
    // Or the next person would find it there, and be asked.
    await removeKept(name, this.#keptHere(left))
    this.#look()
  }

  async #no(): Promise<void> {
    this.#isRefused = true
    await this.#next(async () => {
      const nobodys = this.#record.events.filter(this.#isNobodys)
      if (!nobodys.length) return
      if (this.#record.visit === 'own' && !this.#isAtHome()) return this.#move(`/${this.#mark}`)
      // Somebody went on in this person's own record after they left. It goes to where it would have gone.
      const {guide} = this.#options
      if (this.#marks.suffix) await inKeptRecord(guide, database => database.write(nobodys, ''))
      await removeKept(guide + this.#marks.suffix, nobodys)
      await this.#move(this.#marks.suffix)
    })
  }
}

export function sameIds(some: readonly LearnerEvent[], others: readonly LearnerEvent[]): boolean {
  return some.length === others.length && some.every(({id}, i) => id === others[i]!.id)
}

/** A page opens without a person, so that says nothing of who was there. */
export function isEvidence({type}: LearnerEvent): boolean {
  return type !== 'read'
}

async function removeKept(name: string, events: readonly LearnerEvent[]): Promise<void> {
  if (events.length) await inKeptRecord(name, database => database.remove(events.map(({id}) => id)))
}

/** Who is known on this page, for each record. */
const people = new WeakMap<RecordLog, OwnRecord>()
