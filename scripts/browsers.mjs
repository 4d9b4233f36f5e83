/**
 * The three browser engines that tests run in: where they are on this machine, and how to get them from the
 * operating system's packages where we may. Nothing is downloaded from a browser maker.
 */
import {spawnSync} from 'node:child_process'
import {accessSync, constants, readdirSync, statSync} from 'node:fs'
import {delimiter, join} from 'node:path'

/** In the order they are reported. */
export const ENGINES = ['chromium', 'firefox', 'webkit']

const DEBIAN_PACKAGES = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'libgl1-mesa-dri', 'xvfb'],
}

const WHAT_TO_INSTALL = {
  chromium: 'Chromium, Google Chrome or Microsoft Edge',
  firefox: 'Firefox',
  webkit: 'WebKitGTK with WebKitWebDriver and its MiniBrowser, and Xvfb (Linux only)',
}

/**
 * The engines this machine has, each with the programs that drive it. An engine that is missing has no key.
 *
 * @returns {{chromium?: {executable: string}, firefox?: {executable: string},
 *   webkit?: {driver: string, miniBrowser: string, xvfb: string}}}
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
 * Finds the wanted engines, and installs the missing ones where that is allowed: always when `ci`, otherwise only
 * when there would be no browser at all.
 *
 * @param {{wanted?: string[], ci?: boolean, say?: (line: string) => void}} options - `say` hears what is going on
 * @returns {{browsers: ReturnType<typeof findBrowsers>, missing: string[]}} `missing` are the engines left out
 * @throws when no wanted engine can be had, or with `ci` when one is missing
 */
export function ensureBrowsers({wanted = ENGINES, ci = false, say = console.log} = {}) {
  let browsers = findBrowsers()
  let missing = wanted.filter(engine => !browsers[engine])
  const none = missing.length === wanted.length
  if (missing.length > 0 && (ci || none)) {
    installFromDebian(missing, say)
    browsers = findBrowsers()
    missing = wanted.filter(engine => !browsers[engine])
  }
  if (missing.length === wanted.length || (ci && missing.length > 0)) {
    throw new Error(`The tests need ${missing.length === 1 ? 'a browser that is' : 'browsers that are'} not on this ` +
      `machine. Install ${missing.map(engine => WHAT_TO_INSTALL[engine]).join('; and ')}.${aptHint(missing)}`)
  }
  return {browsers, missing}
}

/** What to tell a developer whose machine has some engines only. */
export function leftOutMessage(engine) {
  return `Left out ${engine}: not on this machine. To include it, install ${WHAT_TO_INSTALL[engine]}.`
}

function installFromDebian(engines, say) {
  if (onPath('apt-get').every(path => !isExecutable(path))) return
  const root = process.getuid?.() === 0
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return
  const packages = engines.flatMap(engine => DEBIAN_PACKAGES[engine])
  say(`Installing ${packages.join(', ')} from the operating system's packages. This can take a few minutes.`)
  const apt = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args]
    if (!root) command.unshift('sudo', '-n')
    const {status, stdout, stderr} = spawnSync(command[0], command.slice(1), {encoding: 'utf8'})
    if (status !== 0) say(`apt-get ${args[0]} failed:\n${stdout}${stderr}`)
    return status === 0
  }
  if (apt('update')) apt('install', '--yes', '--no-install-recommends', ...packages)
}

function aptHint(engines) {
  if (process.platform !== 'linux') return ''
  return ` On Debian: apt-get install ${engines.flatMap(engine => DEBIAN_PACKAGES[engine]).join(' ')}`
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}

function inProgramFiles(...paths) {
  const {PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': PROGRAMFILES_X86} = process.env
  const folders = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].filter(Boolean)
  return paths.flatMap(path => folders.map(folder => join(folder, path)))
}

function subfolders(folder) {
  try {
    return readdirSync(folder).map(name => join(folder, name))
  } catch {
    return []
  }
}

function firstExecutable(paths) {
  return paths.find(isExecutable)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
