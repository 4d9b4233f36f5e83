/** The three browser engines that tests run in: where they are on this machine, and how a script starts them. */
import {accessSync, constants, readdirSync, statSync} from 'node:fs'
import {delimiter, join} from 'node:path'

/** @typedef {{driver: string, miniBrowser: string, xvfb: string}} WebKitPrograms - what WebKit is driven with */

/** In the order they are reported. */
export const ENGINES = /** @type {const} */ (['chromium', 'firefox', 'webkit'])

const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // In a container, tests run as root, and Chromium does not start for root with its sandbox on.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/**
 * The engines this machine has, each with the programs that drive it. An engine that is missing has no key.
 *
 * @returns {{chromium?: {executable: string}, firefox?: {executable: string}, webkit?: WebKitPrograms}}
 */
export function findBrowsers() {
  const chromium = firstExecutable([
    ...onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...inProgramFiles('Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'),
  ])
  const firefox = firstExecutable([
    ...onPath('firefox-esr', 'firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...inProgramFiles('Mozilla Firefox/firefox.exe'),
  ])
  const driver = firstExecutable(onPath('WebKitWebDriver'))
  const miniBrowser = firstExecutable(
    ['/usr/lib', ...subfolders('/usr/lib'), '/usr/lib64', '/usr/libexec'].map(
      folder => join(folder, 'webkit2gtk-4.1', 'MiniBrowser')))
  const xvfb = firstExecutable(onPath('Xvfb'))
  return {
    ...(chromium && {chromium: {executable: chromium}}),
    ...(firefox && {firefox: {executable: firefox}}),
    ...(driver && miniBrowser && xvfb && {webkit: {driver, miniBrowser, xvfb}}),
  }
}

/**
 * What puppeteer starts an engine with.
 *
 * @param {'chromium' | 'firefox'} engine
 * @returns {import('puppeteer-core').LaunchOptions & {args: string[]}}
 * @throws when the engine is not on this machine
 */
export function launchOptions(engine) {
  const executablePath = findBrowsers()[engine]?.executable
  if (!executablePath) throw new Error(`There is no ${engine} on this machine. \`npm test\` says what to install.`)
  return engine === 'firefox' ? {browser: 'firefox', executablePath, args: []} : {executablePath, args: CHROMIUM_FLAGS}
}

/** @param {string[]} names */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}

/** @param {string[]} paths */
function inProgramFiles(...paths) {
  const {PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': PROGRAMFILES_X86} = process.env
  const folders = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].filter(folder => folder !== undefined)
  return paths.flatMap(path => folders.map(folder => join(folder, path)))
}

/** @param {string} folder */
function subfolders(folder) {
  try {
    return readdirSync(folder).map(name => join(folder, name))
  } catch {
    return []
  }
}

/** @param {string[]} paths */
function firstExecutable(paths) {
  return paths.find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
