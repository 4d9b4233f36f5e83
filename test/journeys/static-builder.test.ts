import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {press} from '../keys.js'
import {expectAccessiblePage} from '../elements/axe.js'
import {findAll, focused, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {openPage} from './frame.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!

/** The page that makes the code, and what is in it. */
async function openBuilder(width?: number) {
  const frame = await openPage('/guide/embed-this.html?axe', width)
  const page = frame.contentDocument!
  const root = await until(() => page.querySelector('dsg-embed-builder')?.shadowRoot)
  await until(() => root.querySelector('#code'))
  const tick = async (id: string) => {
    root.querySelector<HTMLInputElement>(`#${id}`)!.click()
    await page.querySelector('dsg-embed-builder')!.updateComplete
  }
  return {frame, page, root, tick, code: () => root.querySelector<HTMLTextAreaElement>('#code')!.value}
}

/** Somebody's page, with nothing but what was pasted. */
async function paste(code: string): Promise<Document> {
  const frame = document.createElement('iframe')
  frame.title = 'Page that it was pasted in'
  frame.srcdoc = '<!doctype html><html lang="en"><head><title>Ward 4</title></head><body><h1>Ward 4</h1>'
    + `${code}<hr id="end"></body></html>`
  document.body.append(frame)
  pasted.push(frame)
  return until(() => frame.contentDocument?.getElementById('end') && frame.contentDocument)
}

const pasted: HTMLElement[] = []
afterEach(() => { for (const frame of pasted.splice(0)) frame.remove() })

describe('the page that makes the code to paste', function () {
  this.timeout(60_000)

  const parts = [
    {show: 'guide', sees: 'Search the guide'},
    {show: 'pathway', sees: 'modules done'},
    {show: 'module', sees: 'You will be able to'},
    {show: 'quiz', sees: 'Question 1 of'},
    {show: 'search', sees: 'Search the guide'},
    {show: 'self-assessment', sees: 'There is no pass mark'},
    {show: 'canvas', sees: 'Set up an assessment'},
  ]
  for (const {show, sees} of parts) {
    it(`${show}: the code works on a page with nothing else, with a script and in a frame`, async () => {
      const {root, tick, code} = await openBuilder()
      await tick(`show-${show}`)
      const host = await paste(code())
      await until(() => words(host.body).includes(sees), () => `"${sees}" in "${words(host.body)}"`)

      await tick('form-frame')
      const around = await paste(code() + root.querySelector<HTMLTextAreaElement>('#line')!.value)
      const frame = around.querySelector('iframe')!
      expect(frame.title).to.not.equal('')
      await until(() => frame.contentDocument && words(frame.contentDocument.body).includes(sees), () => sees)
      await until(() => frame.style.height)

      await tick('form-link')
      expect((await fetch(code())).ok).to.equal(true)
    })
  }

  it('puts the look and the shared computer in the code', async () => {
    const {root, tick, code} = await openBuilder()
    await tick('show-quiz')
    const list = root.querySelector<HTMLSelectElement>('#which')!
    list.value = module.id
    list.dispatchEvent(new Event('change'))
    await tick('theme-contrast')
    await tick('shared')
    expect(code()).to.contain(`module="${module.id}" shared-computer>`)
    const host = await paste(code())
    const legend = await until(() => host.querySelector('dsg-quiz')?.shadowRoot?.querySelector('legend'))
    await until(() => getComputedStyle(legend).color === 'rgb(0, 0, 0)')
  })

  it('is done with the keyboard alone', async () => {
    const {frame, page, root, code} = await openBuilder()
    frame.focus()
    root.querySelector<HTMLElement>('#show-guide')!.focus()
    await press('ArrowDown')
    await until(() => code().includes('<dsg-pathway '))
    expect(focused(page)?.id).to.equal('show-pathway')
    await press('Tab')
    expect(focused(page)?.id).to.equal('which')
    await press('ArrowDown')
    await until(() => code().includes(`pathway="${guide.pathways[1]!.id}"`))
    const copy = findAll('button', root as unknown as ParentNode)[0]!
    for (let at = 0; focused(page) !== copy && at < 12; at++) await press('Tab')
    expect(focused(page)).to.equal(copy)
    await press('Enter')
    // Browsers differ in whether a page may copy. Either way the person is told, and can go on.
    const said = await until(() => words(root.querySelector('[aria-live]') ?? undefined))
    const field = root.querySelector<HTMLTextAreaElement>('#code')!
    if (said !== 'Copied.') expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length])
  })

  it('says what to ask for, with the address of this site', async () => {
    const {root, tick} = await openBuilder()
    expect(words(root)).to.contain(`it needs ${location.origin} in script-src`)
    await tick('form-frame')
    expect(words(root)).to.contain(`May ${location.origin} be shown in a frame on our site?`)
  })

  for (const theme of ['', 'nhs', 'trust', 'contrast']) {
    it(`in the look "${theme || 'as it comes'}": nothing for axe, light or dark, and nothing cut off at 320 px`, async () => {
      const {frame, page, tick} = await openBuilder(320)
      await tick('form-frame')
      if (theme) {
        const sheet = Object.assign(page.createElement('link'), {rel: 'stylesheet', href: `/guide/themes/${theme}.css`})
        const arrived = new Promise(resolve => sheet.addEventListener('load', resolve))
        page.head.append(sheet)
        await arrived
      }
      for (const scheme of ['light', 'dark']) {
        page.documentElement.style.colorScheme = scheme
        await expectAccessiblePage(frame)
        expect(page.documentElement.scrollWidth).to.be.at.most(320)
      }
    })
  }
})
