/**
 * A desk with a keyboard, Firefox and the screen reader Orca, on a screen that nobody sees. Everything it needs runs on a bus
 * and in folders of its own, so that it neither uses nor changes what the person at this machine has set.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, existsSync, fstatSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {setTimeout as delay} from 'node:timers/promises'
import {spokenIn} from './said.mjs'

/** Orca writes each event that it hears of. When it has written nothing for this long after a key, it has said all it will. */
const QUIET_MS = 900
/** The same after a key that may open something, which the page may have to fetch first. */
const QUIET_LONG_MS = 2_000
/** After such a key people wait until something is said, but not for ever. */
const PATIENCE_MS = 8_000
/** When Orca still writes after this long, something in the page never rests. */
const LIMIT_MS = 60_000

const SCREEN = '1280x1000x24'

/** Of Firefox's own tours, updates and questions, none; and its tree for screen readers from the start. */
const PREFERENCES = {
  'accessibility.force_disabled': -1,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.tabs.firefox-view': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
}

/** Orca as it is after installation, but that it does not read a whole page by itself, nor say each letter that is typed. */
const ORCA = {
  general: {
    enableBraille: false, enableBrailleMonitor: false, enableSound: false, enableSpeech: true, enableKeyEcho: false,
    enableEchoByCharacter: false, enableEchoByWord: false, sayAllOnLoad: false, firstStart: false, startingProfile: ['Default', 'default'],
  },
  profiles: {default: {profile: ['Default', 'default'], pronunciations: {}, keybindings: {}}},
  pronunciations: {},
  keybindings: {},
}

/** What Orca runs when it starts. Otherwise its debug file would be written in blocks, long after it spoke. */
const ORCA_START = 'from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n'

export class Desk {
  #folder = mkdtempSync(join(tmpdir(), 'dsg-reader-'))
  #log = join(this.#folder, 'orca.log')
  /** @type {import('node:child_process').ChildProcess[]} */
  #children = []
  /** @type {NodeJS.ProcessEnv} */
  #env = {}
  /** Bytes of the log that were read. */
  #read = 0

  /**
   * Opens Firefox at an address, and waits until Orca has said what it says of a new page.
   *
   * @param {string} address
   * @returns {Promise<{desk: Desk, said: string[]}>}
   */
  static async at(address) {
    const desk = new Desk()
    try {
      await desk.#start(address)
      return {desk, said: await desk.#settled(QUIET_LONG_MS * 2)}
    } catch (error) {
      await desk.close()
      throw error
    }
  }

  /**
   * Presses a key, as X calls it: `Tab`, `shift+Tab`, `Return`, `space`, `Down`, `h`.
   *
   * @param {string} key
   * @returns {Promise<string[]>} what was said after it
   */
  async press(key) {
    await this.#run('xdotool', 'key', '--clearmodifiers', key)
    return /Return|space|F5|Left$/.test(key) ? this.#settled(QUIET_LONG_MS, PATIENCE_MS) : this.#settled(QUIET_MS)
  }

  /** Types letters, and hears what was said until all was quiet. @param {string} text */
  async type(text) {
    await this.#run('xdotool', 'type', '--delay', '60', text)
    return this.#settled(QUIET_LONG_MS * 2)
  }

  /** What has been said since the last key was thought to have said all. @returns {string[]} */
  late() {
    return this.#news()
  }

  /** A picture of the screen, for whoever wonders what is on it. @param {string} file - to write, a PNG */
  async picture(file) {
    await this.#run('import', '-window', 'root', file)
  }

  async close() {
    for (const child of this.#children.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = once(child, 'exit')
      child.kill()
      const late = setTimeout(() => child.kill('SIGKILL'), 3_000)
      await ended
      clearTimeout(late)
    }
    rmSync(this.#folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100})
  }

  /** @param {string} address */
  async #start(address) {
    const folder = this.#folder
    const own = Object.fromEntries(['RUNTIME_DIR', 'CONFIG_HOME', 'DATA_HOME', 'CACHE_HOME'].map(name => {
      const path = join(folder, name.toLowerCase())
      mkdirSync(path, {mode: 0o700})
      return [`XDG_${name}`, path]
    }))
    this.#env = {
      ...process.env, ...own, LC_ALL: 'C.UTF-8', LANGUAGE: 'en_GB', NO_AT_BRIDGE: '0', GNOME_ACCESSIBILITY: '1',
      GTK_MODULES: 'gail:atk-bridge', MOZ_ENABLE_WAYLAND: '0', WAYLAND_DISPLAY: undefined,
    }
    this.#env.DISPLAY = `:${await this.#firstLine('Xvfb', '-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp')}`
    this.#env.DBUS_SESSION_BUS_ADDRESS = await this.#firstLine('dbus-daemon', '--session', '--nofork', '--print-address')
    // Without a window manager no window has the focus.
    this.#launch('openbox')
    await this.#run('dbus-send', '--session', '--print-reply', '--dest=org.a11y.Bus', '/org/a11y/bus',
      'org.freedesktop.DBus.Properties.Set', 'string:org.a11y.Status', 'string:ScreenReaderEnabled', 'variant:boolean:true')

    const orca = join(folder, 'orca')
    mkdirSync(orca)
    writeFileSync(join(orca, 'user-settings.conf'), JSON.stringify(ORCA))
    writeFileSync(join(orca, 'orca-customizations.py'), ORCA_START)
    const reader = this.#launch('orca', '--user-prefs', orca, '--debug-file', this.#log, '--enable', 'speech', '--disable', 'braille')
    await this.#until(() => {
      if (reader.exitCode !== null) throw new Error('Orca ended at once. It does that while another one runs for the same user: end that first.')
      return existsSync(this.#log) && this.#news().includes('Screen reader on.')
    }, 'Orca says that it is on')

    const profile = join(folder, 'firefox')
    mkdirSync(profile)
    writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join('\n'))
    this.#launch('firefox-esr', '--new-instance', '--profile', profile, address)
    /** @type {string[]} */
    const heard = []
    await this.#until(() => heard.push(...this.#news()) > 0, 'Orca says something of the page')
  }

  /** What was spoken since it was asked last. */
  #news() {
    const file = openSync(this.#log, 'r')
    try {
      const bytes = Buffer.alloc(fstatSync(file).size - this.#read)
      readSync(file, bytes, 0, bytes.length, this.#read)
      // An entry that is still being written is left for the next time.
      const whole = bytes.lastIndexOf('\n') + 1
      this.#read += whole
      return spokenIn(bytes.subarray(0, whole).toString())
    } finally {
      closeSync(file)
    }
  }

  /**
   * Waits until Orca has written nothing for so long.
   *
   * @param {number} quietMs
   * @param {number} [patienceMs] - so long until it says something at all
   * @returns {Promise<string[]>} what it said
   */
  async #settled(quietMs, patienceMs = 0) {
    const begun = Date.now()
    let [size, since] = [-1, begun]
    /** @type {string[]} */
    const said = []
    while (Date.now() - since < quietMs || !said.length && Date.now() - begun < patienceMs) {
      if (Date.now() - begun > LIMIT_MS) throw new Error(`Orca had not ended after ${LIMIT_MS / 1000} seconds. Last: ${said.at(-1)}`)
      said.push(...this.#news())
      if (this.#read !== size) [size, since] = [this.#read, Date.now()]
      await delay(50)
    }
    return [...said, ...this.#news()]
  }

  /**
   * @param {() => boolean} isSo
   * @param {string} what - a sentence about what is waited for
   */
  async #until(isSo, what) {
    for (const begun = Date.now(); !isSo(); await delay(100)) {
      if (Date.now() - begun > LIMIT_MS) throw new Error(`Waited ${LIMIT_MS / 1000} seconds until ${what}.`)
    }
  }

  /** @param {string} program @param {string[]} words */
  #launch(program, ...words) {
    const child = spawn(program, words, {env: this.#env, cwd: this.#folder, stdio: ['ignore', 'pipe', 'ignore']})
    this.#children.push(child)
    const end = () => child.kill()
    process.once('exit', end)
    child.once('exit', () => process.off('exit', end))
    child.stdout.resume()
    return child
  }

  /** Starts a program and waits for the first line that it prints. @param {string} program @param {string[]} words */
  async #firstLine(program, ...words) {
    const child = this.#launch(program, ...words)
    const [line] = await once(createInterface({input: child.stdout}), 'line')
    return String(line).trim()
  }

  /** Runs a program to its end. @param {string} program @param {string[]} words */
  async #run(program, ...words) {
    const child = spawn(program, words, {env: this.#env, stdio: 'ignore'})
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}.`)
  }
}
