import {activitiesOf} from '../../model/xapi/activities.js'
import type {Agent} from '../../model/xapi/statement.js'
import {statementOf} from '../../model/xapi/statement.js'
import {loadGuide} from '../guide/load-guide.js'
import {CarriedRecord} from './carried-record.js'
import {Connection} from './connection.js'
import type {LearningRecordStore} from './connection.js'
import {Outbox} from './outbox.js'
import {StateDocument} from './state-document.js'

/** A person at a site: its address, and their name there, which need not be a word that people know. */
export interface Account { homePage: string; name: string }

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
  const {src, actor, withRatings = false, carryRecord = false} = options
  const endpoint = folder('endpoint', options.endpoint)
  if (typeof options.authorization !== 'function') {
    throw new TypeError('Learning record store: "authorization" is not a function. Give one that returns the value of '
      + 'the Authorization header, and write no password into the page.')
  }
  if (carryRecord && !actor) {
    throw new TypeError('Learning record store: "carryRecord" needs "actor". Give the same homePage and name for a person '
      + 'on each of their devices, or nobody could find their record again.')
  }
  const guide = await loadGuide(src)
  const {manifest, record} = guide
  const reported = {manifest, activities: folder('activities', options.activities ?? guide.base)}
  await record.ready
  const store: LearningRecordStore = {endpoint, authorization: wasRefused => options.authorization(wasRefused)}
  const outbox = new Outbox({
    guide: manifest.id,
    record,
    store,
    wants: ({type}) => withRatings || type !== 'rated',
    statementOf: (event, first) =>
      statementOf(event, reported, agentOf(actor ?? {homePage: reported.activities, name: first})),
  })
  if (carryRecord && actor) {
    const about = {activity: activitiesOf(reported).guide.id, agent: agentOf(actor), guide: manifest.id}
    const carried = new CarriedRecord({manifest, record, document: new StateDocument(new Connection(store), about)})
    outbox.stopped.addEventListener('abort', () => carried.stop())
  }
  return outbox
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
