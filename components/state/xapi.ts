import type {Agent} from '../model/xapi-statement.js'
import {statementOf} from '../model/xapi-statement.js'
import {loadGuide} from './load-guide.js'
import {Outbox} from './xapi-outbox.js'
import type {Store} from './xapi-post.js'

/** What a host page says to have what learners do reported. */
export interface ReportingOptions extends Store {
  /** Address of the guide, as the elements on the page have it. */
  src: string
  /** Who the learner is at your site. Without it, a name by chance that lasts as long as the learner's record. */
  actor?: {homePage: string; name: string}
  /**
   * Absolute address that the names of activities begin with, the same for ever; by default the folder that the guide
   * was loaded from.
   */
  activities?: string
  /** Also report how learners rate themselves, which the pages otherwise tell them nobody sees. Default false. */
  withRatings?: boolean
}

/**
 * Reports what learners do in a guide to a learning record store, from now on and what their record has already.
 *
 * @throws LoadError when the guide cannot be loaded; TypeError when the options cannot be used
 */
export async function reportTo(options: ReportingOptions): Promise<Outbox> {
  const {src, actor, withRatings = false} = options
  const endpoint = folder('endpoint', options.endpoint)
  if (typeof options.authorization !== 'function') {
    throw new TypeError('Learning record store: "authorization" is not a function. Give one that returns the value of '
      + 'the Authorization header, and write no password into the page.')
  }
  const guide = await loadGuide(src)
  const activities = folder('activities', options.activities ?? guide.base)
  await guide.record.ready
  return new Outbox({
    guide: guide.manifest.id,
    record: guide.record,
    store: {endpoint, authorization: wasRefused => options.authorization(wasRefused)},
    wants: ({type}) => withRatings || type !== 'rated',
    statementOf(event, first) {
      const account = actor ?? {homePage: activities, name: first}
      const agent: Agent = {objectType: 'Agent', account: {homePage: account.homePage, name: account.name}}
      return statementOf(event, {manifest: guide.manifest, activities}, agent)
    },
  })
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
