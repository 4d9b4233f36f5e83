import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, describe, it} from 'node:test'
import {unzipSync, zipSync} from 'fflate'
import type {Browser, Page} from 'puppeteer-core'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {faultsIn} from '../../hosts/sharepoint/check-package.mjs'
import {openChromium, openFirefox} from './browsers.js'
import {PageOfSharePoint} from './sharepoint/page.js'

const PACKAGE = join(REPOSITORY, 'dist/digital-skills-guide.sppkg')
if (!existsSync(PACKAGE)) throw new Error('There is no package to test. Run: npm run build:sharepoint')
const files = unzipSync(readFileSync(PACKAGE))

const SEARCH = {show: 'search', address: '/guide/guide.json'}
const QUIZ = {show: 'quiz', module: 'spot-suspicious-email', address: '/guide/guide.json'}
const MODULE = {show: 'module', module: 'get-started-with-your-device', address: '/guide/guide.json'}

describe('the SharePoint package', () => {
  it('has what SharePoint looks for', () => assert.deepEqual(faultsIn(readFileSync(PACKAGE)), []))

  it('would not pass its check without its manifest, or without its scripts', () => {
    const {'AppManifest.xml': _manifest, ...others} = files
    assert.equal(faultsIn(zipSync(others))[0], 'It has no AppManifest.xml.')
    const withoutScripts = Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('.js')))
    const faults = faultsIn(zipSync(withoutScripts)).join('\n')
    assert.match(faults, /which is not there[^]*None of its scripts has the guide/)
  })

  for (const [name, open] of Object.entries({Chromium: openChromium, Firefox: openFirefox})) {
    describe(`its web part in ${name}, under a policy stricter than SharePoint's`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'dsg-sharepoint-'))
      let site: PageOfSharePoint
      let browser: Browser
      let page: Page

      before(async () => {
        const words = ['--import', 'tsx', 'cli/dsg.ts', 'build', 'content', '--out', join(folder, 'guide')]
        const {status, stderr} = spawnSync(process.execPath, words, {cwd: REPOSITORY, encoding: 'utf8'})
        assert.equal(status, 0, stderr)
        site = await PageOfSharePoint.start(files, join(folder, 'guide'))
        browser = await open()
        page = await browser.newPage()
        // What a test did is not saved, and the page asks whether to leave.
        page.on('dialog', dialog => void dialog.accept())
        await page.evaluateOnNewDocument(() => {
          window.violations = []
          document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
            window.violations.push(`${violatedDirective} ${blockedURI}`))
        })
      })
      after(async () => {
        await browser?.close()
        site?.stop()
        rmSync(folder, {recursive: true, force: true})
      })

      /** Opens the page anew, with these settings saved. */
      async function show(properties: Record<string, unknown>): Promise<void> {
        await page.goto(`${site.address}/page.html`)
        await page.evaluate(properties => {
          window.part = new window.WebPart()
          window.part.properties = properties
          window.part.render()
        }, properties)
      }

      async function inElement(tag: string, selector: string): Promise<string> {
        const text = await page.waitForFunction((tag, selector) =>
          document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText, {}, tag, selector)
        return String(await text.jsonValue())
      }

      it('says what to do while no address is set', async () => {
        await show({show: 'guide', address: ''})
        assert.match(await page.$eval('#part', part => part.textContent), /write the address of the guide/)
      })

      it('asks a question, and takes the answer', async () => {
        await show(QUIZ)
        await inElement('dsg-quiz', 'form')
        await page.locator('dsg-quiz >>> input').click()
        await page.locator('dsg-quiz >>> form button').click()
        assert.match(await inElement('dsg-quiz', '.feedback'), /\w/)
        assert.deepEqual(await page.evaluate(() => window.violations), [])
      })

      it('says the organisation\'s own details, and still asks whether to save', async () => {
        await show({...MODULE, localDetails: '/details.json'})
        await page.waitForSelector('dsg-module')
        await page.$eval('dsg-module', module => module.setAttribute('one-page', ''))
        await page.waitForFunction(() =>
          document.querySelector('dsg-module')!.shadowRoot!.textContent.includes('ext 4444'))
        assert.match(await inElement('dsg-saving', '.panel'), /\w/)
      })

      it('shows the guide without details that are not written as they have to be', async () => {
        await show({...QUIZ, localDetails: '/faulty.json'})
        assert.match(await inElement('dsg-quiz', 'form'), /\w/)
      })

      it('shows what was chosen last, however late the first answer comes', async () => {
        await show({...MODULE, localDetails: '/details.json'})
        await page.evaluate(properties => {
          window.part.properties = properties
          window.part.render()
        }, SEARCH)
        assert.match(await inElement('dsg-search', 'form'), /\w/)
        assert.equal(await page.$('dsg-module'), null)
      })

      it('takes on the colours and the font of its section, and gives back those that a new one lacks', async () => {
        await show(QUIZ)
        await inElement('dsg-quiz', 'form')
        const look = (theme: object) => page.evaluate(async theme => {
          window.part.onThemeChanged(theme)
          // The element looks at what it stands on before the next frame.
          await new Promise(drawn => { requestAnimationFrame(() => requestAnimationFrame(drawn)) })
          const style = getComputedStyle(document.querySelector('dsg-quiz')!.shadowRoot!.querySelector('.dsg')!)
          return [style.color, style.fontFamily, style.colorScheme]
        }, theme)
        const dark = {isInverted: true, semanticColors: {bodyText: '#fffffe'}, fonts: {medium: {fontFamily: 'Georgia'}}}
        assert.deepEqual(await look(dark), ['rgb(255, 255, 254)', 'Georgia', 'dark'])
        const [color, font, scheme] = await look({})
        assert.deepEqual([color, scheme], ['rgb(33, 43, 50)', 'light'])
        assert.match(font!, /Arial/)
      })

      it('lists the guide\'s modules in its settings, and says when it cannot', async () => {
        await show(QUIZ)
        const settings = (address: string) => page.evaluate(async address => {
          const changed = new Promise(resolve => document.addEventListener('settings-changed', resolve, {once: true}))
          window.part.properties.address = address
          window.part.onPropertyPaneFieldChanged('address', '', address)
          await changed
          return window.part.getPropertyPaneConfiguration().pages[0]!.groups[0]!.groupFields
        }, address)
        const [, modules] = await settings('/guide/guide.json')
        assert.equal(modules!.name, 'module')
        const chosen = modules!.options!.find(({key}) => key === 'spot-suspicious-email')
        assert.equal(chosen?.text, 'Spot and report a suspicious email')
        const [, none, note] = await settings('/guide/nothing.json')
        assert.equal(none!.options!.length, 1)
        assert.match(note!.text!, /could not be loaded/)
      })
    })
  }
})
