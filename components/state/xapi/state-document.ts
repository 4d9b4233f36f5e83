import {MAX_RECORD_FILE_BYTES, readRecordFile, tooLarge} from '../../model/record/file.js'
import type {RecordFile} from '../../model/record/file.js'
import type {Agent} from '../../model/xapi/statement.js'
import {fileText} from '../log/file-text.js'
import type {Connection} from './connection.js'

/** What the store has of this learner. */
export type Stored =
  | {type: 'none'}
  /** @property tag - names this state of the document, where the store lets our site read that */
  | {type: 'record'; file: RecordFile; tag: string | undefined}
  /** It is there, and no record that this page can read: why, in plain words. */
  | {type: 'unreadable'; why: string}

/** The store could not be asked, or does not answer as it should; it may later. */
export class StoreFault extends Error {
  /** @param response - the store's answer, if there was one */
  constructor(message: string, readonly response?: Response) {
    super(message)
  }
}

/**
 * One document at a learning record store: a learner's whole record of a guide, as the file that they could take away.
 * See "State Resource" in part three of the Experience API 1.0.3.
 */
export class StateDocument {
  readonly #connection: Connection
  readonly #path: string
  readonly #guide: string

  /** @param about - the activity and the learner whose state this is, and the id of the guide */
  constructor(connection: Connection, {activity, agent, guide}: {activity: string; agent: Agent; guide: string}) {
    this.#connection = connection
    const query = new URLSearchParams({activityId: activity, agent: JSON.stringify(agent), stateId: 'dsg-record'})
    this.#path = `activities/state?${query}`
    this.#guide = guide
  }

  /** @throws StoreFault */
  async read(): Promise<Stored> {
    const response = await this.#ask('GET')
    if (response.status === 404 || response.status === 204) return {type: 'none'}
    if (!response.ok) throw await faultOf(response)
    const body = await response.blob().catch((error: unknown) => { throw new StoreFault(String(error)) })
    if (body.size > MAX_RECORD_FILE_BYTES) return {type: 'unreadable', why: tooLarge()}
    const opened = await fileText(body)
    const read = 'text' in opened ? readRecordFile(opened.text) : opened
    if ('problems' in read) return {type: 'unreadable', why: read.problems.join(' ')}
    if (read.file.guide !== this.#guide) {
      return {type: 'unreadable', why: `The record is from another guide ("${read.file.guide}").`}
    }
    return {type: 'record', file: read.file, tag: response.headers.get('etag') ?? undefined}
  }

  /**
   * @param before - what was there
   * @returns false when it has become something else meanwhile: read it again
   * @throws StoreFault
   */
  async write(file: RecordFile, before: Stored): Promise<boolean> {
    // A store need not compare for this resource. Then another device's newest may be lost here, and comes with its next.
    const headers: Record<string, string> = before.type === 'none' ? {'if-none-match': '*'}
      : before.type === 'record' && before.tag ? {'if-match': before.tag} : {}
    const response = await this.#ask('PUT', JSON.stringify(file), headers)
    if (response.status === 409 || response.status === 412) return false
    if (!response.ok) throw await faultOf(response)
    return true
  }

  /** @throws StoreFault when it may still be there */
  async remove(): Promise<void> {
    const response = await this.#ask('DELETE')
    if (!response.ok && response.status !== 404) throw await faultOf(response)
  }

  async #ask(method: 'GET' | 'PUT' | 'DELETE', body?: string, headers?: Record<string, string>): Promise<Response> {
    try {
      return await this.#connection.ask(this.#path, {method, ...(body && {body}), ...(headers && {headers})})
    } catch (error) {
      throw new StoreFault(String(error))
    }
  }
}

async function faultOf(response: Response): Promise<StoreFault> {
  const said = (await response.text().catch(() => '')).slice(0, LONGEST_REASON)
  return new StoreFault(`${response.status} ${said}`.trim(), response)
}

/** Characters of what a store says. */
const LONGEST_REASON = 500
