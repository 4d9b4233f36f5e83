/**
 * `npm run prove:screens`: takes the pictures in `docs/screens/after/`, the guide as people see it on a phone and on a desktop.
 *
 *     npm run prove:screens                           every screen
 *     npm run prove:screens -- home record            only screens whose names contain one of these
 *     npm run prove:screens -- --out FOLDER --site URL   into another folder, of a built guide that somebody serves
 *
 * It builds the guide of `content/` with the example trust's details, and opens each screen in Chromium. What a learner would
 * have done before is put into the record of the visit; answers are given in the page's own forms.
 */
import {spawnSync} from 'node:child_process'
import {createServer} from 'node:http'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import puppeteer from 'puppeteer-core'
import {launchOptions} from '../browsers/browsers.mjs'
import {ROOT, stopWith} from '../setup/setup.mjs'

const WIDTHS = [375, 1280]
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml',
}
/** What a phone shows at once, and twice of it: more of a long page says nothing of how it opens. */
const TALLEST = 1624
const MODULE = '#dsg/module/spot-suspicious-email'
const QUIZ = `${MODULE}/check-yourself`

/**
 * A screen: its name, its place in the guide, what the record has before, and what is done there.
 *
 * @typedef {{name: string, hash?: string, before?: string, acts?: Act[]}} Screen
 * @typedef {'wrong' | 'right' | 'all-wrong-once' | 'all-right' | 'rate'} Act
 */

/** @type {Screen[]} */
const SCREENS = [
  {name: 'home-new'},
  {name: 'home-open-module', before: 'open-module'},
  {name: 'home-open-rating', before: 'open-rating'},
  {name: 'home-suggestions', before: 'rated'},
  {name: 'home-most-done', before: 'most-done'},
  {name: 'home-all-done', before: 'all-done'},
  {name: 'search', hash: '#dsg/search/how%20do%20I%20report%20a%20suspicious%20email'},
  {name: 'search-nothing', hash: '#dsg/search/xylophone%20lessons'},
  {name: 'module', hash: MODULE},
  {name: 'quiz-question', hash: QUIZ},
  {name: 'quiz-wrong', hash: QUIZ, acts: ['wrong']},
  {name: 'quiz-right', hash: QUIZ, acts: ['right']},
  {name: 'quiz-not-passed', hash: QUIZ, acts: ['all-wrong-once']},
  {name: 'quiz-passed', hash: QUIZ, acts: ['all-right']},
  {name: 'self-assessment', hash: '#dsg/assessment', acts: ['rate']},
  {name: 'profile', hash: '#dsg/profile', before: 'rated'},
  {name: 'profile-later', hash: '#dsg/profile', before: 'rated-twice'},
  {name: 'record', hash: '#dsg/record', before: 'most-done'},
]

/** @type {Record<Act, (page: import('puppeteer-core').Page) => Promise<unknown>>} */
const ACTS = {
  'wrong': page => answer(page, () => false),
  'right': page => answer(page, () => true),
  'all-right': page => answerAll(page, () => true),
  'all-wrong-once': page => answerAll(page, nth => nth > 1),
  'rate': page => page.waitForFunction(() => /** @type {any} */ (window).deep('dsg-self-assessment input').length),
}

const {values: {out, site}, positionals: wanted} = parseArgs({
  allowPositionals: true,
  options: {out: {type: 'string', default: join(ROOT, 'docs/screens/after')}, site: {type: 'string'}},
})
const chosen = SCREENS.filter(({name}) => !wanted.length || wanted.some(part => name.includes(part)))
if (!chosen.length) stopWith(new Error(`No screen's name contains ${wanted.join(' or ')}.`))
mkdirSync(out, {recursive: true})
const served = site ? {url: site, close() {}} : await serveGuide()
const browser = await puppeteer.launch(launchOptions('chromium'))
try {
  for (const screen of chosen) for (const width of WIDTHS) console.log(await picture(screen, width))
} finally {
  await browser.close()
  served.close()
}

/**
 * @param {Screen} screen
 * @param {number} width - in CSS pixels
 * @returns {Promise<string>} the file's path
 */
async function picture({name, hash = '', before, acts = []}, width) {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.evaluateOnNewDocument(makeDeep)
  await page.setViewport({width, height: 812})
  await page.goto(`${served.url}/${before ? '' : hash}`)
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('dsg-guide'))?.guide)
  if (before) {
    await page.evaluate(putBefore, before)
    await page.evaluate(hash => { location.hash = hash || '#dsg' }, hash)
  }
  for (const act of acts) await ACTS[act](page)
  await page.waitForNetworkIdle({idleTime: 300})
  await page.evaluate(() => document.activeElement instanceof HTMLElement && scrollTo(0, 0))
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  const path = /** @type {`${string}.webp`} */ (join(out, `${name}-${width}.webp`))
  await page.screenshot({path, type: 'webp', quality: 60, captureBeyondViewport: true,
    clip: {x: 0, y: 0, width, height: Math.min(tall, TALLEST)}})
  await context.close()
  return path
}

/**
 * Puts into the record, in the page, what a learner would have done before.
 *
 * @param {string} before
 */
async function putBefore(before) {
  /** @type {any} */
  const {guide} = document.querySelector('dsg-guide')
  const {manifest, record} = guide
  const framework = await guide.framework(manifest.frameworks[0].id)
  const domains = framework.domains.map((/** @type {any} */ each) => each.id)
  const statements = framework.domains.flatMap((/** @type {any} */ each) => each.statements)
  /** @param {string} assessment @param {(at: number) => number} now @param {number} of */
  const rated = (assessment, now, of = Infinity) => [
    {type: 'began', about: framework.id, hash: '', assessment, domains},
    ...statements.slice(0, of).map((/** @type {any} */ each, /** @type {number} */ at) => ({
      type: 'rated', about: each.id, hash: each.hash ?? '', assessment, framework: framework.id, domain: each.domain,
      now: now(at), needed: 4,
    })),
  ]
  const assessed = (/** @type {string} */ assessment) => [{type: 'assessed', about: framework.id, hash: '', assessment}]
  const done = (/** @type {number} */ of) => manifest.modules.slice(0, of).map((/** @type {any} */ module) =>
    ({type: 'completed', about: module.id, hash: '', outcome: module.show ? 'passed' : 'completed'}))
  const first = (/** @type {number} */ at) => 1 + at % 4
  const facts = {
    'open-module': () => [{type: 'read', about: manifest.modules[5].id, hash: '', page: 'first'}],
    'open-rating': () => rated('a', first, 5),
    'rated': () => [...rated('a', first), ...assessed('a')],
    'rated-twice': () => [
      ...rated('a', first), ...assessed('a'), ...rated('b', at => Math.min(5, first(at) + (at % 3 ? 1 : 0))), ...assessed('b'),
    ],
    'most-done': () => [...rated('a', first), ...assessed('a'), ...done(30)],
    'all-done': () => [...rated('a', () => 4), ...assessed('a'), ...done(Infinity)],
  }[before]
  await record.append(facts?.() ?? [])
}

/** @param {import('puppeteer-core').Page} page @param {(nth: number) => boolean} isRight */
async function answerAll(page, isRight) {
  for (let nth = 0; nth < 5; nth++) {
    await answer(page, () => isRight(nth))
    await press(page, 'dsg-quiz', /^(Continue|See|Show|Next)/)
  }
}

/**
 * Gives an answer to the question on screen, and checks it.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {() => boolean} isRight
 */
async function answer(page, isRight) {
  const questions = await page.evaluate(async () =>
    (await /** @type {any} */ (document.querySelector('dsg-guide')).guide.module('spot-suspicious-email')).questions)
  await page.waitForFunction((questions, right) => {
    const inputs = /** @type {any} */ (window).deep('dsg-quiz input[type=radio], dsg-quiz input[type=checkbox]')
    const answers = questions.flatMap((/** @type {any} */ {answers = []}) => answers)
    for (const input of inputs) {
      const words = input.parentElement.textContent
      const found = answers.find((/** @type {any} */ {content}) => words.includes(content[0].value))
      if (found?.right === right && (input.type === 'checkbox' || !inputs.some((/** @type {any} */ {checked}) => checked))) input.click()
    }
    return inputs.some((/** @type {any} */ {checked}) => checked)
  }, {}, questions, isRight())
  await press(page, 'dsg-quiz', /^Check/)
}

/**
 * Presses the button with these words, once it is there.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} tag - the element it is in
 * @param {RegExp} words
 */
async function press(page, tag, words) {
  await page.waitForFunction((tag, words) => {
    const button = /** @type {any} */ (window).deep(`${tag} button`)
      .find((/** @type {any} */ {textContent}) => new RegExp(words).test(textContent.trim()))
    button?.click()
    return button !== undefined
  }, {}, tag, words.source)
}

/** Gives a page `deep(selector)`: what fits, in shadow roots too. The first name of "a b" is the element whose root it is in. */
function makeDeep() {
  /** @param {ParentNode} root @param {string} selector @returns {Element[]} */
  const within = (root, selector) => [...root.querySelectorAll('*')].flatMap(element => [
    ...root instanceof ShadowRoot && selector.split(', ').some(each => {
      const [host = '', inside = ''] = each.split(' ')
      return root.host.matches(host) && element.matches(inside)
    }) ? [element] : [],
    ...element.shadowRoot ? within(element.shadowRoot, selector) : [],
  ])
  Object.assign(window, {deep: (/** @type {string} */ selector) => within(document, selector)})
}

/** Builds the guide and serves it on a free port. */
async function serveGuide() {
  const folder = mkdtempSync(join(tmpdir(), 'dsg-screens-'))
  const made = spawnSync(process.execPath, ['--import', 'tsx', 'cli/dsg.ts', 'build', 'content',
    '--with', 'hosts/example-trust/local', '--out', join(folder, 'site')], {cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit']})
  if (made.status !== 0) throw new Error('The guide could not be built. See above for why.')
  const site = join(folder, 'site')
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = resolve(site, `.${path.endsWith('/') ? `${path}index.html` : path}`)
    const isThere = file.startsWith(site) && existsSync(file) && statSync(file).isFile()
    response.writeHead(isThere ? 200 : 404, {'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream'})
    response.end(isThere ? readFileSync(file) : '')
  })
  await new Promise(resolve => server.listen(0, () => resolve(undefined)))
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://localhost:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}
