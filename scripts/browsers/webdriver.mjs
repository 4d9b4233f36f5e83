/**
 * As much of the WebDriver protocol as tests need: one session, a page to open, keys, a mouse, a viewport.
 * https://www.w3.org/TR/webdriver2/
 */
import {setTimeout as delay} from 'node:timers/promises'

const READY_DEADLINE_MS = 30_000

/**
 * A session. Both methods take a path below its address, and give the `value` of the answer.
 *
 * @typedef {object} Session
 * @property {(path: string, body: object) => Promise<any>} post
 * @property {(path?: string) => Promise<any>} delete
 *
 * @typedef {{width: number, height: number}} Size - in CSS pixels
 * @typedef {'left' | 'middle' | 'right'} Button
 */

/**
 * Opens a browser through a WebDriver server, waiting for the server first if it is still starting.
 *
 * @param {string} server - such as `http://127.0.0.1:4444`
 * @param {object} capabilities - every one of them required
 * @returns {Promise<Session>}
 */
export async function openSession(server, capabilities) {
  await ready(server)
  const {sessionId} = await request('POST', `${server}/session`, {capabilities: {alwaysMatch: capabilities}})
  const session = `${server}/session/${sessionId}`
  return {
    post: (path, body) => request('POST', `${session}/${path}`, body),
    delete: path => request('DELETE', path ? `${session}/${path}` : session),
  }
}

/**
 * Sizes the window so that the page inside it has this viewport, in CSS pixels.
 *
 * The window goes to the middle of the screen, under the pointer: without a window manager, the window under the pointer has the
 * focus.
 *
 * @param {Session} session
 * @param {Size} size
 * @throws when the window cannot be that size
 */
export async function resize(session, {width, height}) {
  /** @type {[number, number] | undefined} */
  let frame
  for (;;) {
    const now = await measure(session)
    const [wide, high] = now.viewport
    if (wide === width && high === height) return
    // Tried once more when what is around the viewport has changed meanwhile: a download, for example, brings a bar.
    if (String(frame) === String(now.frame)) {
      throw new Error(`The window can be ${wide} by ${high}, not ${width} by ${height}. Use another size.`)
    }
    frame = now.frame
    const outer = {width: width + frame[0], height: height + frame[1]}
    /** @type {(screen: number, window: number) => number} */
    const middle = (screen, window) => Math.max(0, Math.round((screen - window) / 2))
    const [x, y] = [middle(now.screen[0], outer.width), middle(now.screen[1], outer.height)]
    await session.post('window/rect', {x, y, ...outer})
    await settle(session, 'resize', '[innerWidth, innerHeight]', [width, height])
  }
}

/**
 * Width and height of the viewport, of what the window has around it, and of the screen.
 *
 * @param {Session} session
 * @returns {Promise<Record<'viewport' | 'frame' | 'screen', [number, number]>>}
 */
function measure(session) {
  return execute(session, 'sync', `
    return {viewport: [innerWidth, innerHeight], frame: [outerWidth - innerWidth, outerHeight - innerHeight],
      screen: [screen.width, screen.height]}`)
}

/**
 * Waits for the page to have the focus. A window gets it a moment after it appears.
 *
 * @param {Session} session
 * @throws when it does not get focus
 */
export async function focus(session) {
  if (await settle(session, 'focus', 'document.hasFocus()', true)) return
  throw new Error('The window did not get focus, so keys would go nowhere.')
}

/**
 * The value of an expression in the page, when it is the wanted one, or else after 5 seconds. Checked at each `event`.
 *
 * @param {Session} session
 * @param {string} event
 * @param {string} expression
 * @param {unknown} wanted
 */
function settle(session, event, expression, wanted) {
  return execute(session, 'async', `
    const [event, wanted, done] = arguments
    const end = () => {
      clearTimeout(late)
      removeEventListener(event, check)
      done(${expression})
    }
    const check = () => JSON.stringify(${expression}) === JSON.stringify(wanted) && end()
    const late = setTimeout(end, 5000)
    addEventListener(event, check)
    check()`, [event, wanted])
}

/**
 * A keyboard whose keys have the names that `KeyboardEvent.key` has, as Puppeteer's do.
 *
 * WebKit sends a key to the frame that its window believes has the focus. The page tells the window of a change of focus, which
 * takes a moment. Messages arrive in order: so before each key the page is asked something, and once it has answered, the
 * window knows the focus too.
 *
 * @param {() => Promise<Session>} session
 */
export function keyboard(session) {
  /** @param {object[]} actions */
  const perform = async actions => {
    const open = await session()
    await execute(open, 'sync', 'return true')
    return open.post('actions', {actions: [{type: 'key', id: 'keys', actions}]})
  }
  /** @param {string} key */
  const down = key => ({type: 'keyDown', value: keyValue(key)})
  /** @param {string} key */
  const up = key => ({type: 'keyUp', value: keyValue(key)})
  return {
    /** @param {string} key */
    down: key => perform([down(key)]),
    /** @param {string} key */
    up: key => perform([up(key)]),
    /** @param {string} key */
    press: key => perform([down(key), up(key)]),
    /** @param {string} text */
    type: text => perform([...text].flatMap(character => [down(character), up(character)])),
  }
}

/**
 * A mouse; positions are CSS pixels from the top left of the viewport.
 *
 * @param {() => Promise<Session>} session
 */
export function mouse(session) {
  /** @param {object[]} actions */
  const perform = async actions =>
    (await session()).post('actions', {actions: [{type: 'pointer', id: 'mouse', actions}]})
  /** @type {(x: number, y: number) => object} */
  const move = (x, y) => ({type: 'pointerMove', duration: 0, x, y})
  /** @param {Button} button */
  const down = button => ({type: 'pointerDown', button: BUTTONS[button]})
  /** @param {Button} button */
  const up = button => ({type: 'pointerUp', button: BUTTONS[button]})
  return {
    /** @type {(x: number, y: number) => Promise<unknown>} */
    move: (x, y) => perform([move(x, y)]),
    /** @type {(x: number, y: number, options?: {button?: Button}) => Promise<unknown>} */
    click: (x, y, {button = 'left'} = {}) => perform([move(x, y), down(button), up(button)]),
    /** @type {(options?: {button?: Button}) => Promise<unknown>} */
    down: ({button = 'left'} = {}) => perform([down(button)]),
    /** @type {(options?: {button?: Button}) => Promise<unknown>} */
    up: ({button = 'left'} = {}) => perform([up(button)]),
  }
}

const BUTTONS = {left: 0, middle: 1, right: 2}

/**
 * The code points WebDriver gives to keys that are not characters (section 17.4.2 of the standard).
 *
 * @type {Record<string, string>}
 */
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A',
  Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Insert: '\uE016',
  Delete: '\uE017', Meta: '\uE03D',
}

/** @param {string} key */
function keyValue(key) {
  const value = KEYS[key] ?? key
  if ([...value].length === 1) return value
  throw new Error(`No key is called "${key}". Use one character, or one of ${Object.keys(KEYS).join(', ')}.`)
}

/**
 * @param {Session} session
 * @param {'sync' | 'async'} kind
 * @param {string} script
 * @param {unknown[]} args
 */
function execute(session, kind, script, args = []) {
  return session.post(`execute/${kind}`, {script, args})
}

/**
 * Waits for a server to be up. It does not say so by itself, so it is asked again and again.
 *
 * @param {string} server
 */
async function ready(server) {
  const deadline = Date.now() + READY_DEADLINE_MS
  for (;;) {
    const status = await request('GET', `${server}/status`).catch(error => error)
    if (!(status instanceof Error)) return
    if (Date.now() > deadline) throw new Error(`${server} has not answered for 30 seconds: ${status.message}`)
    await delay(50)
  }
}

/**
 * @param {'GET' | 'POST' | 'DELETE'} method
 * @param {string} url
 * @param {object} [body]
 */
async function request(method, url, body) {
  const response = await fetch(url, {method, body: body && JSON.stringify(body)})
  const {value} = await response.json()
  if (response.ok) return value
  throw new Error(`WebDriver, ${method} ${new URL(url).pathname}: ${value?.error}. ${value?.message ?? ''}`)
}
