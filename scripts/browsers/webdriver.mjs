/**
 * As much of the WebDriver protocol as tests need: one session, a page to open, keys, a mouse, a viewport.
 * https://www.w3.org/TR/webdriver2/
 */
import {setTimeout as delay} from 'node:timers/promises'

const READY_DEADLINE_MS = 30_000

/**
 * Opens a browser through a WebDriver server, waiting for the server first if it is still starting.
 *
 * @param {string} server - such as `http://127.0.0.1:4444`
 * @param {object} capabilities - every one of them required
 * @returns the session: `post` and `delete` take a path below it, and return the answer's `value`
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
 * @throws when the window cannot be that size
 */
export async function resize(session, {width, height}) {
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
    const outer = [width + frame[0], height + frame[1]]
    const [x, y] = now.screen.map((length, axis) => Math.max(0, Math.round((length - outer[axis]) / 2)))
    await session.post('window/rect', {x, y, width: outer[0], height: outer[1]})
    await settle(session, 'resize', '[innerWidth, innerHeight]', [width, height])
  }
}

/** Of the viewport, of what the window has around it, and of the screen. */
function measure(session) {
  return execute(session, 'sync', `
    return {viewport: [innerWidth, innerHeight], frame: [outerWidth - innerWidth, outerHeight - innerHeight],
      screen: [screen.width, screen.height]}`)
}

/**
 * Waits for the page to have focus, which a window gets a moment after it shows.
 *
 * @throws when it does not get focus
 */
export async function focus(session) {
  if (await settle(session, 'focus', 'document.hasFocus()', true)) return
  throw new Error('The window did not get focus, so keys would go nowhere.')
}

/** What an expression is worth in the page once it is as wanted, or after 5 seconds; checked on each `event`. */
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
 */
export function keyboard(session) {
  const perform = async actions => {
    const open = await session()
    await execute(open, 'sync', 'return true')
    return open.post('actions', {actions: [{type: 'key', id: 'keys', actions}]})
  }
  const down = key => ({type: 'keyDown', value: keyValue(key)})
  const up = key => ({type: 'keyUp', value: keyValue(key)})
  return {
    down: key => perform([down(key)]),
    up: key => perform([up(key)]),
    press: key => perform([down(key), up(key)]),
    type: text => perform([...text].flatMap(character => [down(character), up(character)])),
  }
}

/** A mouse; positions are CSS pixels from the top left of the viewport. */
export function mouse(session) {
  const perform = async actions =>
    (await session()).post('actions', {actions: [{type: 'pointer', id: 'mouse', actions}]})
  const move = (x, y) => ({type: 'pointerMove', duration: 0, x, y})
  const down = button => ({type: 'pointerDown', button: BUTTONS[button]})
  const up = button => ({type: 'pointerUp', button: BUTTONS[button]})
  return {
    move: (x, y) => perform([move(x, y)]),
    click: (x, y, {button = 'left'} = {}) => perform([move(x, y), down(button), up(button)]),
    down: ({button = 'left'} = {}) => perform([down(button)]),
    up: ({button = 'left'} = {}) => perform([up(button)]),
  }
}

const BUTTONS = {left: 0, middle: 1, right: 2}

/** The code points WebDriver gives to keys that are not characters (section 17.4.2 of the standard). */
const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A',
  Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Insert: '\uE016',
  Delete: '\uE017', Meta: '\uE03D',
}

function keyValue(key) {
  const value = KEYS[key] ?? key
  if ([...value].length === 1) return value
  throw new Error(`No key is called "${key}". Use one character, or one of ${Object.keys(KEYS).join(', ')}.`)
}

function execute(session, kind, script, args = []) {
  return session.post(`execute/${kind}`, {script, args})
}

/** A server says nothing when it is up: it has to be asked. */
async function ready(server) {
  const deadline = Date.now() + READY_DEADLINE_MS
  for (;;) {
    const status = await request('GET', `${server}/status`).catch(error => error)
    if (!(status instanceof Error)) return
    if (Date.now() > deadline) throw new Error(`${server} has not answered for 30 seconds: ${status.message}`)
    await delay(50)
  }
}

async function request(method, url, body) {
  const response = await fetch(url, {method, body: body && JSON.stringify(body)})
  const {value} = await response.json()
  if (response.ok) return value
  throw new Error(`WebDriver, ${method} ${new URL(url).pathname}: ${value?.error}. ${value?.message ?? ''}`)
}
