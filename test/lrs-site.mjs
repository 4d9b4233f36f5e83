/**
 * A learning record store, as a server of its own at another site. It takes statements as the Experience API says, and answers as
 * badly as a test tells it to. Each test has a store of its own, by name.
 *
 *     const {origin} = await (await fetch('/lrs-site.json')).json()
 *     POST origin/NAME/behave     what to do with the next requests, then with all others; the token; ids to refuse
 *     POST origin/NAME/statements
 *     GET, PUT, DELETE origin/NAME/activities/state?activityId&agent&stateId
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
  const store = stores.get(name) ?? {kept: new Map(), states: new Map(), counts: [], next: [], always: 'take', token: '', refuse: [], comparesStates: true}
  stores.set(name, store)
  const body = await textOf(request)
  if (what === 'behave') {
    Object.assign(store, JSON.parse(body))
    return reply(response, 204)
  }
  if (what === 'seen') {
    return reply(response, 200, JSON.stringify({
      statements: [...store.kept.values()], counts: store.counts, states: Object.fromEntries(store.states),
    }))
  }
  const how = store.next.shift() ?? store.always
  if (how === 'drop') return request.socket.destroy()
  if (typeof how === 'number') return reply(response, how, 'not now', {'retry-after': '120'})
  if (how === 'slow') await new Promise(resolve => setTimeout(resolve, 300))
  const {status, said, headers} = what === 'activities'
    ? state(store, request, search, body) : take(store, request.headers, JSON.parse(body))
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
    if (store.refuse.includes(statement.id)) return {status: 400, said: `We do not take ${statement.id}`}
    const kept = store.kept.get(statement.id)
    if (kept && JSON.stringify(kept) !== JSON.stringify(statement)) return {status: 409, said: 'Another has this id'}
  }
  for (const statement of statements) if (!store.kept.has(statement.id)) store.kept.set(statement.id, statement)
  return {status: 200, said: JSON.stringify(statements.map(({id}) => id))}
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
