/**
 * Runs tests in WebKit: WebKitGTK's MiniBrowser, driven by WebKitWebDriver, on a virtual screen of its own.
 *
 * It has a small WebDriver client of its own. The usual library brings 160 packages, two of which download browser drivers while
 * they are installed; and `@web/test-runner-commands` can neither hold a key down nor size a window with it.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {focus, keyboard, mouse, openSession, resize} from './webdriver.mjs'

/**
 * @typedef {import('./browsers.mjs').WebKitPrograms} WebKitPrograms
 * @typedef {import('@web/test-runner-core').BrowserLauncher} BrowserLauncher
 */

/** Bigger than any viewport a test asks for, with room for the window's toolbar. */
const SCREEN = '2000x1600x24'

/** Lets the window be as narrow as a phone. Without this, the buttons of its toolbar keep it at 447 pixels or more. */
const NARROW_TOOLBAR = '* {min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px}'

/** The viewport that the other engines start each test file with. */
const VIEWPORT = {width: 800, height: 600}

/**
 * A launcher for MiniBrowser windows.
 *
 * @param {WebKitPrograms | undefined} programs - as `findBrowsers` names them
 * @throws when they are not on this machine
 */
export function webkitLauncher(programs) {
  if (!programs) throw new Error('There is no WebKit on this machine. `npm test` says what to install.')
  return new WebKitLauncher(programs)
}

/**
 * How many test files run at a time. WebKit does nearly all of its work on one thread, and with one window it is the last of the
 * three engines to be done, while processors are idle. Only the window in front has the focus: each has a screen of its own.
 */
const WINDOWS = 2

/** @implements {BrowserLauncher} */
class WebKitLauncher {
  name = 'WebKit'

  /**
   * `@web/test-runner-commands` tells browsers apart by this name, and asks this kind for a page with a keyboard, a
   * mouse, a viewport and media. `getPage` answers with one, so the same commands work here.
   */
  type = 'playwright'

  concurrency = WINDOWS

  #idle
  /** @type {Map<string, {window: WebKitWindow, url: string}>} Those with a test page, by the id of its session. */
  #busy = new Map()

  /** @param {WebKitPrograms} programs */
  constructor(programs) {
    this.#idle = Array.from({length: WINDOWS}, () => new WebKitWindow(programs))
  }

  /**
   * @param {string} id
   * @param {string} url
   */
  async startSession(id, url) {
    const window = this.#idle.pop()
    if (!window) throw new Error(`WebKit: all ${WINDOWS} windows are in use.`)
    this.#busy.set(id, {window, url})
    await window.open(url)
  }

  /** @param {string} id */
  async stopSession(id) {
    const window = this.#window(id)
    this.#busy.delete(id)
    try {
      await window.leave()
    } finally {
      this.#idle.push(window)
    }
    return {}
  }

  /** @param {string} id */
  isActive(id) {
    return this.#busy.has(id)
  }

  /** @param {string} id */
  getBrowserUrl(id) {
    return this.#busy.get(id)?.url ?? ''
  }

  async startDebugSession() {
    throw new Error('WebKit: tests cannot be debugged in a window here. Debug in Chromium or Firefox.')
  }

  async stop() {
    await Promise.all([...this.#idle, ...[...this.#busy.values()].map(({window}) => window)].map(window => window.close()))
  }

  /** @param {string} id */
  getPage(id) {
    return this.#window(id).page
  }

  /** @param {string} id */
  #window(id) {
    const {window} = this.#busy.get(id) ?? {}
    if (!window) throw new Error(`WebKit: there is no page for session ${id}.`)
    return window
  }
}

/** One MiniBrowser with a driver, a screen and folders of its own, from the first page that it is to open. */
class WebKitWindow {
  #programs
  /** @type {import('node:child_process').ChildProcess[]} */
  #children = []
  /** @type {string | undefined} */
  #folder
  /** @type {Promise<import('./webdriver.mjs').Session> | undefined} */
  #session

  /** @param {WebKitPrograms} programs */
  constructor(programs) {
    this.#programs = programs
  }

  /** @param {string} url */
  async open(url) {
    const session = await this.#started()
    await session.post('url', {url})
  }

  /** Leaves the page that is open, and makes the window as it was for the next one. */
  async leave() {
    const session = await this.#started()
    await session.delete('actions')
    // The window is sized now and not before the next file: a page that is being left cannot answer what its size is.
    await resize(session, VIEWPORT)
    // Leaving the page ends whatever it was still running.
    await session.post('url', {url: 'about:blank'})
  }

  async close() {
    const session = await this.#session?.catch(() => undefined)
    await session?.delete().catch(() => undefined)
    for (const child of this.#children.splice(0)) {
      if (child.exitCode === null && child.kill()) await once(child, 'exit')
    }
    // The browser's helper processes end a moment after it, and may still be writing.
    if (this.#folder) rmSync(this.#folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100})
    this.#session = this.#folder = undefined
  }

  get page() {
    const session = () => this.#started()
    return {
      keyboard: keyboard(session),
      mouse: mouse(session),
      /** @param {import('./webdriver.mjs').Size} size */
      setViewportSize: async size => resize(await session(), size),
      emulateMedia: async () => {
        throw new Error('WebKit: media cannot be emulated here. Use emulateMedia in Chromium only.')
      },
    }
  }

  #started() {
    return this.#session ??= this.#start()
  }

  async #start() {
    const DISPLAY = await this.#startScreen()
    const port = await freePort()
    this.#launch(this.#programs.driver, [`--port=${port}`], {
      // Without a graphics card its compositor draws everything twice.
      env: {
        ...process.env, ...this.#ownFolders(), DISPLAY, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
      stdio: 'ignore',
    })
    const session = await openSession(`http://127.0.0.1:${port}`, {
      browserName: 'MiniBrowser',
      // Otherwise opening a test page would wait for its tests to end, and these wait for keys that cannot be sent meanwhile.
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': {binary: this.#programs.miniBrowser, args: ['--automation']},
    })
    await resize(session, VIEWPORT)
    await focus(session)
    return session
  }

  /** Starts a virtual screen on a number it picks by itself, and returns that as a display name. */
  async #startScreen() {
    const screen = this.#launch(this.#programs.xvfb,
      ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {stdio: ['ignore', 'pipe', 'ignore']})
    const [answer] = await Promise.race([...screen.stdout ? [once(screen.stdout, 'data')] : [], once(screen, 'exit')])
    if (screen.exitCode === null) return `:${String(answer).trim()}`
    throw new Error(`WebKit: ${this.#programs.xvfb} ended with ${answer} before it had a screen. Run it to see why.`)
  }

  /** Gives the browser folders of its own, so that tests neither use nor change a person's browser settings and data. */
  #ownFolders() {
    const folder = mkdtempSync(join(tmpdir(), 'webkit-'))
    this.#folder = folder
    mkdirSync(join(folder, 'gtk-3.0'))
    writeFileSync(join(folder, 'gtk-3.0', 'gtk.css'), NARROW_TOOLBAR)
    return {XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder}
  }

  /**
   * @param {string} program
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions} options
   */
  #launch(program, args, options) {
    const child = spawn(program, args, options)
    const end = () => child.kill()
    process.once('exit', end)
    child.once('exit', () => process.off('exit', end))
    this.#children.push(child)
    return child
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('WebKit: there is no free port for its driver.')
  return address.port
}
