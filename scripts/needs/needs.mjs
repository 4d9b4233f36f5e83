/**
 * What the checks need beyond Node and npm, and how to get it. `test/README.md` has a table of it, which also says what happens
 * without.
 */
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {ENGINES, findBrowsers} from '../browsers/browsers.mjs'
import * as debian from './debian.mjs'

/**
 * @typedef {object} Need
 * @property {string} name - as it reads in a sentence: "The tests need …"
 * @property {string[]} debian - Debian's packages that bring it
 * @property {() => boolean} isHere
 */

/** The first font is as wide as Arial. The second is the usual fallback, which no package brings once the first is there. */
const FONTS = ['fonts-liberation', 'fonts-dejavu-core']

/** @type {Record<string, Need>} */
export const NEEDS = {
  chromium: {
    name: 'Chromium (or Chrome, or Edge)',
    // On systems where users may not make name spaces, Chromium starts only for root unless it has this sandbox.
    debian: ['chromium', 'chromium-sandbox', ...FONTS],
    isHere: () => 'chromium' in findBrowsers(),
  },
  firefox: {
    name: 'Firefox',
    debian: ['firefox-esr', ...FONTS],
    isHere: () => 'firefox' in findBrowsers(),
  },
  webkit: {
    name: 'WebKitGTK (with WebKitWebDriver, MiniBrowser, Xvfb and a font that is not monospaced)',
    debian: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'libgl1-mesa-dri', 'xvfb', ...FONTS],
    // Where the default font is monospaced, the keys Home and Delete do nothing in WebKit's text fields.
    isHere: () => 'webkit' in findBrowsers() && spacingOf('sans-serif') !== MONOSPACED,
  },
  git: {name: 'git', debian: ['git'], isHere: () => runs('git', '--version')},
  php: {
    name: 'PHP (with MySQL, XML and mbstring)',
    debian: ['php-cli', 'php-mysql', 'php-xml', 'php-mbstring'],
    isHere: () => runs('php', '-r', 'foreach (["mysqli", "xml", "mbstring"] as $name) extension_loaded($name) || exit(1);'),
  },
  // The package is not mariadb-server, because that would start a database service on the machine.
  mariadb: {
    name: 'MariaDB',
    debian: ['mariadb-server-core'],
    isHere: () => runs('mariadbd', '--version'),
  },
  // Without the last three packages, the first would install Apache and start it.
  wordpress: {
    name: 'WordPress',
    debian: ['wordpress', 'wordpress-theme-twentytwentythree', 'php', 'php-cgi', 'mini-httpd'],
    isHere: () => process.env.WORDPRESS !== undefined
      || existsSync('/usr/share/wordpress/wp-content/themes/twentytwentythree'),
  },
}

/**
 * Looks for everything that the suites need, once, before the first of them. If something is missing, it is installed where that
 * is allowed: always with `ci`, otherwise only if there is no browser at all.
 *
 * @param {string[]} needs - names in `NEEDS`
 * @param {{ci?: boolean, say?: (line: string) => void, system?: typeof debian}} options - `say` hears what is going on
 * @returns {Promise<Set<string>>} names of what is missing
 * @throws with `ci` when anything is missing, and otherwise when a browser is needed and there is none
 */
export async function ensureNeeds(needs, {ci = false, say = console.log, system = debian} = {}) {
  const wanted = [...new Set(needs)]
  let missing = wanted.filter(isMissing)
  if (missing.length === 0 || !(ci || isWithoutBrowser(wanted, missing))) return new Set(missing)

  let problem
  if (system.mayInstall()) {
    const packages = packagesOf(missing)
    say(`Installing ${packages.join(', ')} from the operating system's packages. This can take a few minutes.`)
    problem = await system.install(packages) ?? 'it says that it did, and it is not found'
    missing = wanted.filter(isMissing)
  }
  if (ci ? missing.length > 0 : isWithoutBrowser(wanted, missing)) throw new Error(sentence(missing, problem, system))
  return new Set(missing)
}

/** @param {string} name */
function need(name) {
  const found = NEEDS[name]
  if (!found) throw new Error(`A suite needs "${name}", which is not in NEEDS.`)
  return found
}

/** @param {string} name */
function isMissing(name) {
  return !need(name).isHere()
}

/**
 * @param {string[]} wanted
 * @param {string[]} missing
 */
function isWithoutBrowser(wanted, missing) {
  const browsers = wanted.filter(name => ENGINES.some(engine => engine === name))
  return browsers.length > 0 && browsers.every(name => missing.includes(name))
}

/**
 * What to do about missing things, in one sentence: it is all that is printed where nothing can be tested.
 *
 * @param {string[]} missing
 * @param {string | undefined} problem
 * @param {typeof debian} system
 */
function sentence(missing, problem, system) {
  const these = missing.length === 1 ? 'it' : 'them'
  const why = problem ? `apt could not install ${these} (${problem})`
    : system.isDebian() ? `you may not install ${these} here` : `this cannot install ${these} by itself`
  const what = system.isDebian() ? `have an administrator run "apt-get install --no-install-recommends ${packagesOf(missing).join(' ')}"`
    : `install ${these}`
  return `The tests need ${namesOf(missing)}, and ${why}: ${what}, and try again.`
}

/**
 * Names as a list in a sentence: "A, B and C".
 *
 * @param {string[]} names
 */
export function namesOf(names) {
  return new Intl.ListFormat('en-GB').format(names.map(name => need(name).name))
}

/** @param {string[]} names */
function packagesOf(names) {
  return [...new Set(names.flatMap(name => need(name).debian))]
}

/** Fontconfig's number for a monospaced font. WebKitGTK gets its fonts from fontconfig. */
const MONOSPACED = '100'

/** @param {string} family */
function spacingOf(family) {
  return spawnSync('fc-match', ['--format=%{spacing}', family], {encoding: 'utf8'}).stdout
}

/**
 * @param {string} program
 * @param {string[]} words
 */
function runs(program, ...words) {
  return spawnSync(program, words, {stdio: 'ignore'}).status === 0
}
