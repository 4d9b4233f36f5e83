/**
 * A learning record store, as a server of its own at another site. It takes statements as the Experience API says, and answers as
 * badly as a test tells it to. Each test has a store of its own, by name.
 *
 *     const {origin} = await (await fetch('/lrs-site.json')).json()
 *     POST origin/NAME/behave     what to do with the next requests, then with all others; the token; ids to refuse
 *     POST origin/NAME/keep       statements that another device has sent
 *     POST origin/NAME/statements
 *     GET, PUT, DELETE origin/NAME/activities/state?activityId&agent&stateId
 *     GET  origin/NAME/statements?statementId | ?agent&activity&related_activities
 *     GET  origin/NAME/seen       what it has, in the order it came; its state documents by their query
 */
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createServer} from 'node:http'
import {portOf} from './port-of.mjs'
import {statementProblems} from './statement-problems.mjs'

const FOR_ANY_SITE = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, x-experience-api-version, if-match, if-none-match',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-expose-headers': 'retry-after, etag',
  'access-control-max-age': '600',
}

/**
 * @typedef {{id: string}} Statement
 * @typedef {number | 'take' | 'drop' | 'slow' | 'lose'} Way - to answer a request; a number is a status that refuses it
 *
 * @typedef {object} Store
 * @property {Map<string, Statement>} kept - by id
 * @property {Map<string, string>} states - documents by their query
 * @property {number[]} counts - how many statements each request had
 * @property {Way[]} next
 * @property {Way} always
 * @property {string} token
 * @property {string[]} refuse - ids of statements
 * @property {boolean} comparesStates
 * @property {'equal' | 'no'} takesAgain - statements that it has: only in the same words, or never, as a store may
 * @property {boolean} names - says in a refusal which statement it is about
 * @property {boolean} isWhole - takes all of a request or nothing; otherwise what is before the first that it refuses
 * @property {'all' | 403 | 'page'} shows - statements, if asked; 'page' gives one page and fails at the next
 * @property {number} page - statements in one answer
 * @property {string} more - the address that it gives for the rest, in place of the right one
 * @property {{method: string, status: number, ids: string[]}[]} requests - for statements, or with some; the answer's status
 *
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{status: number, said?: string, headers?: Record<string, string>}} Answer
 */

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function lrsSite() {
  /** @type {Map<string, Store>} */
  const stores = new Map()
  /** @type {import('node:http').Server | undefined} */
  let server
  return {
    name: 'lrs-site',
    async serverStart() {
      server = createServer((request, response) => {
        answer(stores, request, response).catch(error => reply(response, 500, String(error)))
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
    },
    serve({path}) {
      if (path !== '/lrs-site.json') return undefined
      return {type: 'json', body: JSON.stringify({origin: `http://127.0.0.1:${portOf(server)}`})}
    },
    serverStop() {
      server?.closeAllConnections()
      server?.close()
    },
  }
}

/**
 * @param {Map<string, Store>} stores
 * @param {Request} request
 * @param {Response} response
 */
async function answer(stores, request, response) {
  const {pathname, search} = new URL(request.url ?? '/', 'http://lrs')
  const [, name = '', what] = pathname.split('/')
  if (request.method === 'OPTIONS') return reply(response, 204)
  /** @type {Store} */
  const store = stores.get(name) ?? {
    kept: new Map(), states: new Map(), counts: [], next: [], always: 'take', token: '', refuse: [], comparesStates: true,
    takesAgain: 'equal', names: true, isWhole: true, shows: 'all', page: 50, more: '', requests: [],
  }
  stores.set(name, store)
  const body = await textOf(request)
  if (what === 'behave') {
    Object.assign(store, JSON.parse(body))
    return reply(response, 204)
  }
  if (what === 'keep') {
    for (const statement of /** @type {Statement[]} */ (JSON.parse(body))) store.kept.set(statement.id, statement)
    return reply(response, 204)
  }
  if (what === 'seen') {
    return reply(response, 200, JSON.stringify({
      statements: [...store.kept.values()], counts: store.counts, states: Object.fromEntries(store.states),
      requests: store.requests,
    }))
  }
  const how = store.next.shift() ?? store.always
  if (how === 'drop') return request.socket.destroy()
  const log = (/** @type {number} */ status) => {
    if (what !== 'statements') return
    const ids = body ? /** @type {Statement[]} */ (JSON.parse(body)).map(({id}) => id) : []
    store.requests.push({method: request.method ?? '', status, ids})
  }
  if (typeof how === 'number') log(how)
  if (typeof how === 'number') return reply(response, how, 'not now', {'retry-after': '120'})
  if (how === 'slow') await new Promise(resolve => setTimeout(resolve, 300))
  const {status, said, headers} = what === 'activities'
    ? state(store, request, search, body)
    : request.method === 'GET' ? show(store, request.headers, pathname, search) : take(store, request.headers, JSON.parse(body))
  log(status)
  if (how === 'lose') return request.socket.destroy()
  reply(response, status, said, headers)
}

/**
 * Answers requests for state documents, one for each query. Stores need not compare versions here, so one can be told not to.
 *
 * @param {Store} store
 * @param {Request} request
 * @param {string} query
 * @param {string} body
 * @returns {Answer}
 */
function state(store, {method, headers}, query, body) {
  const problem = headerProblem(store, headers)
  if (problem) return problem
  const before = store.states.get(query)
  const tag = before === undefined ? undefined : `"${createHash('sha1').update(before).digest('hex')}"`
  if (method === 'GET') {
    if (before === undefined) return {status: 404, said: ''}
    return {status: 200, said: before, headers: store.comparesStates && tag ? {etag: tag} : {}}
  }
  if (store.comparesStates) {
    if (headers['if-match'] && headers['if-match'] !== tag) return {status: 412, said: 'It has changed'}
    if (headers['if-none-match'] === '*' && before !== undefined) return {status: 412, said: 'It is there'}
  }
  if (method === 'PUT') store.states.set(query, body)
  else store.states.delete(query)
  return {status: 204, said: ''}
}

/**
 * @param {Store} store
 * @param {Request['headers']} headers
 * @returns {Answer | undefined}
 */
function headerProblem(store, headers) {
  if (store.token && headers.authorization !== store.token) return {status: 401, said: 'Unknown token'}
  if (headers['x-experience-api-version'] !== '1.0.3') return {status: 400, said: 'X-Experience-API-Version is missing'}
  return undefined
}

/**
 * Takes all statements of a request or none, as the Experience API wants it.
 *
 * @param {Store} store
 * @param {Request['headers']} headers
 * @param {Statement[]} statements
 * @returns {Answer}
 */
function take(store, headers, statements) {
  const problem = headerProblem(store, headers)
  if (problem) return problem
  store.counts.push(statements.length)
  for (const statement of statements) {
    const problems = statementProblems(statement)
    if (problems.length > 0) return {status: 400, said: problems.join('\n')}
    const id = store.names ? statement.id : 'one'
    if (store.refuse.includes(statement.id)) return {status: 400, said: `We do not take ${id}`}
    const kept = store.kept.get(statement.id)
    const isSame = store.takesAgain === 'equal' && JSON.stringify(kept) === JSON.stringify(statement)
    if (kept && !isSame) return {status: 409, said: `A statement with ID ${id} already exists`}
    if (!store.isWhole) store.kept.set(statement.id, statement)
  }
  for (const statement of statements) if (!store.kept.has(statement.id)) store.kept.set(statement.id, statement)
  return {status: 200, said: JSON.stringify(statements.map(({id}) => id))}
}

/**
 * Gives statements, newest first, a page at a time: the rest is at an address that it says.
 *
 * @param {Store} store
 * @param {Request['headers']} headers
 * @param {string} pathname
 * @param {string} search
 * @returns {Answer}
 */
function show(store, headers, pathname, search) {
  const problem = headerProblem(store, headers)
  if (problem) return problem
  if (store.shows === 403) return {status: 403, said: 'This token may send, and not read'}
  const query = new URLSearchParams(search)
  const one = query.get('statementId')
  if (one) {
    const kept = store.kept.get(one)
    return kept ? {status: 200, said: JSON.stringify(kept)} : {status: 404, said: 'There is none'}
  }
  const from = Number(query.get('from') ?? 0)
  if (store.shows === 'page' && from > 0) return {status: 404, said: 'There is no more'}
  const all = [...store.kept.values()].reverse().filter(statement => answersTo(statement, query))
  query.set('from', String(from + store.page))
  const more = from + store.page < all.length ? store.more || `${pathname}?${query}` : ''
  return {status: 200, said: JSON.stringify({statements: all.slice(from, from + store.page), more})}
}

/**
 * @param {any} statement
 * @param {URLSearchParams} query
 */
function answersTo({actor, object, context}, query) {
  const agent = JSON.parse(query.get('agent') ?? '{}').account
  if (agent && (agent.name !== actor.account.name || agent.homePage !== actor.account.homePage)) return false
  const activity = query.get('activity')
  const {parent = [], grouping = []} = context.contextActivities
  const related = query.get('related_activities') === 'true' ? [...parent, ...grouping] : []
  return !activity || [object, ...related].some(({id}) => id === activity)
}

/** @param {Request} request */
async function textOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} body
 * @param {Record<string, string>} headers
 */
function reply(response, status, body = '', headers = {}) {
  response.writeHead(status, {...FOR_ANY_SITE, 'content-type': 'application/json', ...headers}).end(body)
}
