import {spawnSync} from 'node:child_process'

/** Each program, and Debian's package that brings it. */
const PROGRAMS = /** @type {const} */ ([
  ['Xvfb', 'xvfb'], ['openbox', 'openbox'], ['dbus-daemon', 'dbus-daemon'], ['dbus-send', 'dbus-bin'], ['xdotool', 'xdotool'],
  ['firefox-esr', 'firefox-esr'], ['orca', 'orca'],
])

/** Orca reads nothing without these, which are no programs. */
const LIBRARIES = ['at-spi2-core', 'python3-pyatspi', 'gir1.2-atspi-2.0']

/** @returns {string | undefined} what to install, when something is missing */
export function whatIsMissing() {
  const missing = PROGRAMS.filter(([name]) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0)
  if (missing.length === 0) return undefined
  const packages = [...missing.map(([, name]) => name), ...LIBRARIES]
  return `This needs ${new Intl.ListFormat('en-GB').format(missing.map(([name]) => name))}. On Debian: `
    + `apt-get install --no-install-recommends ${packages.join(' ')}`
}
