/**
 * As much of the WebDriver protocol as tests need: one session, a page to open, keys, a mouse, a viewport.
 * https://www.w3.org/TR/webdriver2/
 */
import {setTimeout as delay} from 'node:timers/promises'

const READY_DEADLINE_MS = 30_000

/**
 * Both take a path below the session's address, and give the `value` of what is answered.
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
 * The window goes to the middle of the screen, under the pointer: on a screen without a window manager that is the
 * window that has focus.
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
    // A bar that comes meanwhile, as with a download, takes room that was not reckoned with.
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
 * Waits for the page to have focus, which a window gets a moment after it shows.
 *
 * @param {Session} session
 * @throws when it does not get focus
 */
export async function focus(session) {
  if (await settle(session, 'focus', 'document.hasFocus()', true)) return
  throw new Error('The window did not get focus, so keys would go nowhere.')
}

/**
 * What an expression is worth in the page once it is as wanted, or after 5 seconds; checked on each `event`.
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
 * WebKit sends a key to the frame that the window thinks has focus, and the window hears of that from the page a moment
 * late. An answer from the page comes behind what it said before, so once there is one the window knows.
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
 * A server says nothing when it is up: it has to be asked.
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
