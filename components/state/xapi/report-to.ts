import type {LearnerEvent} from '../../model/record/record.js'
import {activitiesOf} from '../../model/xapi/activities.js'
import type {Agent} from '../../model/xapi/statement.js'
import {statementOf} from '../../model/xapi/statement.js'
import {loadGuide} from '../guide/load-guide.js'
import type {LoadedGuide} from '../guide/loaded-guide.js'
import {marksOf} from '../record/marks.js'
import type {RecordLog, ReportedRecord} from '../record/record.js'
import {pageClock, type Clock} from '../visit/clock.js'
import type {Account} from './account.js'
import {CarriedRecord} from './carried-record.js'
import {Connection} from './connection.js'
import type {LearningRecordStore} from './connection.js'
import {become} from './marking.js'
import {Outbox} from './outbox.js'
import {OwnRecord} from './own-record.js'
import {StateDocument} from './state-document.js'

export type {Account}

/** What a host page says to have what learners do reported. */
export interface ReportingOptions extends LearningRecordStore {
  /** Address of the guide, as the elements on the page have it. */
  src: string
  /** Who the learner is at your site. Without it, a name by chance that lasts as long as the learner's record. */
  actor?: Account
  /**
   * Absolute address that the names of activities begin with, the same for ever; by default the folder that the guide
   * was loaded from.
   */
  activities?: string
  /** Also report how learners rate themselves, which the pages otherwise tell them nobody sees. Default false. */
  withRatings?: boolean
  /**
   * Offer learners to keep a copy of their record in the store, so that they find it on their other devices. Needs
   * `actor`. Default false.
   */
  carryRecord?: boolean
}

/**
 * Reports what learners do in a guide to a learning record store, from now on and what their record has already.
 *
 * @throws LoadError when the guide cannot be loaded; TypeError when the options cannot be used
 */
export async function reportTo(options: ReportingOptions): Promise<Outbox> {
  const {src, actor, carryRecord = false} = options
  const endpoint = folder('endpoint', options.endpoint)
  if (typeof options.authorization !== 'function') {
    throw new TypeError('Learning record store: "authorization" is not a function. Give one that returns the value of '
      + 'the Authorization header, and write no password into the page.')
  }
  if (carryRecord && !actor) {
    throw new TypeError('Learning record store: "carryRecord" needs "actor". Give the same homePage and name for a person '
      + 'on each of their devices, or nobody could find their record again.')
  }
  const store: LearningRecordStore = {endpoint, authorization: wasRefused => options.authorization(wasRefused)}
  return reportOn(await loadGuide(src), {...options, ...store})
}

/** Reports on a guide that is loaded, with options that can be used. */
export async function reportOn(
  guide: Pick<LoadedGuide, 'manifest' | 'base' | 'record'>,
  {actor, withRatings = false, carryRecord = false, ...options}: Omit<ReportingOptions, 'src'>, clock: Clock = pageClock,
): Promise<Outbox> {
  const {manifest} = guide
  const record = guide.record as RecordLog
  const reported = {manifest, activities: folder('activities', options.activities ?? guide.base)}
  const statementFor = (event: LearnerEvent, first: string) =>
    statementOf(event, reported, agentOf(actor ?? {homePage: reported.activities, name: first}))
  const isWanted = ({type}: LearnerEvent) => withRatings || type !== 'rated'
  const said: ReportedRecord = {isNamed: Boolean(actor), hasRatings: withRatings}
  const say = (reported?: ReportedRecord): void => {
    // Another person may have been named since.
    if (!reported && record.reported !== said) return
    record.reported = reported
    record.notify()
  }
  if (!actor) {
    await record.ready
    // What was done in somebody's name is sent in that.
    const marks = marksOf(record)
    const wants = (event: LearnerEvent) => isWanted(event) && marks.of(event) === ''
    const outbox = new Outbox({guide: manifest.id, record, store: options, clock, wants, statementOf: statementFor})
    outbox.stopped.addEventListener('abort', () => {
      become(marks, '', record.events)
      say()
    })
    say(said)
    return outbox
  }

  let carried: CarriedRecord | undefined
  const own = new OwnRecord({
    guide: manifest.id, record, account: actor,
    // What was sent already can only be missing in a copy.
    isOpen: event => carryRecord || !outbox.isSettled(event),
    leaving: () => carried?.stop(),
    entered: carry,
    replaced: () => outbox.stop(),
  })
  const wants = (event: LearnerEvent) => isWanted(event) && own.isOf(event)
  const outbox = new Outbox({guide: manifest.id, record, store: options, clock, wants, statementOf: statementFor, isNamed: true})
  outbox.stopped.addEventListener('abort', () => {
    carried?.stop()
    own.close()
    say()
  })
  const opening = own.open()
  // Elements that are not drawn yet wait, so that nobody sees somebody else's record.
  record.ready = opening
  await opening
  if (!carried) carry()
  if (!outbox.stopped.aborted) say(said)
  return outbox

  function carry(): void {
    if (!carryRecord || !actor || outbox.stopped.aborted) return
    const about = {activity: activitiesOf(reported).guide.id, agent: agentOf(actor), guide: manifest.id}
    carried = new CarriedRecord({manifest, record, own, document: new StateDocument(new Connection(options), about), clock})
  }
}

function agentOf({homePage, name}: Account): Agent {
  return {objectType: 'Agent', account: {homePage, name}}
}

/** @returns it, with a `/` at its end, so that what is added to it stands below it */
function folder(option: string, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new TypeError(`Learning record store: "${option}" is "${address}". Give a complete address that begins with `
      + 'https://, without a password, "?" or "#".')
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
