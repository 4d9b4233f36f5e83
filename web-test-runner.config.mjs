/**
 * Tests in real browsers. `npm test` runs them with all the others; to run some by themselves:
 *
 *     BROWSERS=chromium npx wtr --files test/elements/quiz/quiz.test.ts
 */
import {tmpdir} from 'node:os'
import {fileURLToPath} from 'node:url'
import {esbuildPlugin} from '@web/dev-server-esbuild'
import {chromeLauncher} from '@web/test-runner-chrome'
import * as puppeteer from 'puppeteer-core'
import {ENGINES, findBrowsers, launchOptions} from './scripts/browsers/browsers.mjs'
import {webkitLauncher} from './scripts/browsers/webkit-launcher.mjs'
import {bundledPackages, bundledScript} from './test/bundled.mjs'
import {demoSite} from './test/demo-site.mjs'
import {largePack} from './test/large-pack.mjs'
import {lrsSite} from './test/lrs-site.mjs'
import {openedFiles} from './test/opened-files.mjs'
import {packagesSite} from './test/packages-site.mjs'
import {rebuiltSite} from './test/rebuilt-site.mjs'
import {screenshots} from './test/screenshot.mjs'
import {secondSite} from './test/second-site.mjs'
import {wrongSite} from './test/wrong-site.mjs'
import {contentForTestRunner} from './stories/content-files.mjs'

/** @param {string} path */
const here = path => fileURLToPath(new URL(path, import.meta.url))

const found = findBrowsers()
const wrong = wrongSite()

/**
 * A person who chooses "Leave" where a page asks whether to: nothing else answers, and the page would wait for ever.
 *
 * @param {puppeteer.Page} page
 */
function leaves(page) {
  page.on('dialog', dialog => { if (dialog.type() === 'beforeunload') dialog.accept().catch(() => undefined) }) // It was closed meanwhile.
  return page
}

// One file at a time in a window: only the page in front has focus, and tests press real keys.
const LAUNCHERS = {
  chromium: () => chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: launchOptions('chromium'),
    // Its window can lose the focus to a part of the browser that nobody sees, and a page cannot take it back.
    createPage: async ({context}) => {
      const page = await context.newPage()
      await page.emulateFocusedPage(true)
      // Files follow one another in one tab. At 50 entries Chromium drops those that scripts made, and Back would leave the page.
      leaves(page)
      const devTools = await page.createCDPSession()
      page.on('domcontentloaded', () => {
        devTools.send('Page.resetNavigationHistory').catch(() => undefined) // The page was closed meanwhile.
      })
      return page
    },
  }),
  firefox: () => chromeLauncher({
    puppeteer,
    concurrency: 1,
    createPage: async ({context}) => leaves(await context.newPage()),
    launchOptions: {
      ...launchOptions('firefox'),
      // Its list of downloads opens over the page and would take the next key.
      extraPrefsFirefox: {
        'browser.download.alwaysOpenPanel': false, 'browser.download.folderList': 2, 'browser.download.dir': tmpdir(),
      },
    },
  }),
  webkit: () => webkitLauncher(found.webkit),
}

const rebuilt = rebuiltSite()

const asked = process.env.BROWSERS?.split(',')
const wanted = ENGINES.filter(engine => found[engine] && (!asked || asked.includes(engine)))
const absent = asked?.filter(name => !wanted.some(engine => engine === name)) ?? []
if (absent.length > 0) throw new Error(`BROWSERS=${asked}: ${absent} cannot be found here. Known: ${ENGINES.join()}.`)
if (wanted.length === 0) throw new Error('There is no browser on this machine. `npm test` says what to install.')

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: here('.'),
  files: ['test/{elements,state,embed,journeys}/**/*.test.ts'],
  browsers: wanted.map(engine => LAUNCHERS[engine]()),
  concurrentBrowsers: 3,
  nodeResolve: true,
  // The plugin reads no tsconfig by itself, and decorators would reach the browser as they are written.
  plugins: [
    demoSite(), secondSite(), wrong.plugin, rebuilt.plugin, screenshots(), packagesSite(), openedFiles(), largePack(), lrsSite(),
    contentForTestRunner(),
    bundledPackages(['@guidepup/virtual-screen-reader', 'markdown-it', 'yaml'], ['@rgrove/parse-xml']),
    bundledScript('/test/state/device/writer.js'),
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: here('tsconfig.json')}),
  ],
  middleware: [wrong.middleware, rebuilt.middleware],
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  // How long a browser takes to open a page says nothing of the guide, and much of what else the machine is doing.
  browserStartTimeout: 180_000,
  testsStartTimeout: 180_000,
  // 200 tabs are opened and killed in one file, which takes Firefox minutes on a busy machine.
  testsFinishTimeout: 400_000,
  testRunnerHtml: framework => `<!doctype html><html lang="en" data-seeds="${Number(process.env.SEEDS) || ''}"><head><title>Tests</title>
    <script type="module" src="/test/readable-failures.ts"></script>
    <script type="module" src="${framework}"></script></head><body></body></html>`,
  // Longer than `until` waits, whose message says what for.
  testFramework: {config: {timeout: '30000'}},
}
