import {expect} from 'chai'
import {press} from '../keys.js'
import {expectAccessiblePage, expectIdsToResolve} from '../elements/axe.js'
import {focused, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {openPage} from './frame.js'

const GUIDE = `${location.origin}/guide/`
const SCRIPT = `<script type="module" src="${GUIDE}dsg.js"></script>`
const WRONG = `<h1>Ward 4</h1>\n<script defer src="${GUIDE}dsg.js"></script>\n\n<dsg-quizz src="${GUIDE}guide.json" module="spot-suspicous-email">\n</dsg-quizz>`

/** The page that makes the code, at "Check a page". */
async function openCheck(width?: number) {
  const frame = await openPage('/guide/embed-this.html?axe', width)
  const page = frame.contentDocument!
  const element = await until(() => page.querySelector('dsg-embed-builder'))
  const root = await until(() => element.shadowRoot)
  const field = await until(() => root.querySelector<HTMLTextAreaElement>('#pasted'))
  const button = [...root.querySelectorAll('button')].find(each => words(each) === 'Check this page')!
  const check = async (html: string) => {
    field.value = html
    button.click()
    await element.updateComplete
  }
  const faults = () => [...root.querySelectorAll('[part="fault"]')].map(each => words(each))
  return {frame, page, root, element, field, button, check, faults, title: () => words(root.querySelector('#checked') ?? undefined)}
}

describe('checking a page that somebody pastes', function () {
  this.timeout(60_000)

  it('says each thing that is wrong with its line and what stands there, and moves the focus to how many', async () => {
    const {page, check, faults, title} = await openCheck()
    await check(WRONG)
    expect(title()).to.equal('3 things to put right')
    await until(() => focused(page)?.id === 'checked')
    expect(faults().map(each => /Line (\d+)/.exec(each)?.[1])).to.deep.equal(['2', '4'])
    expect(faults()[0]).to.contain(`<script defer src="${GUIDE}dsg.js">`).and.to.contain('type="module"')
    expect(faults()[1]).to.contain('Did you mean <dsg-quiz>?').and.to.contain('Did you mean "spot-suspicious-email"?')
  })

  it('says when all is well, for all that the page above makes, and what it cannot see', async () => {
    const {page, root, element, check, faults, title} = await openCheck()
    for (const {id} of root.querySelectorAll<HTMLInputElement>('input[name="show"]')) {
      root.querySelector<HTMLInputElement>(`#${id}`)!.click()
      for (const [form, found] of [['script', '1 part'], ['frame', '1 part'], ['link', '1 link']]) {
        root.querySelector<HTMLInputElement>(`#form-${form}`)!.click()
        await element.updateComplete
        const code = root.querySelector<HTMLTextAreaElement>('#code')!.value
        await check(form === 'link' ? `<a href="${code}">Skills</a>` : code)
        expect(faults()).to.deep.equal([])
        expect(title()).to.equal(`We found ${found} of the guide and nothing wrong`.replace('link of', 'link to'))
      }
    }
    const ask = [...root.querySelectorAll('button')].find(each => words(each) === 'See what to ask your administrator')!
    ask.click()
    await until(() => focused(page)?.id === 'ask')
  })

  it('tells mistakes from what may be right', async () => {
    const {root, check, title} = await openCheck()
    await check(`${SCRIPT}${SCRIPT}<dsg-guide src="${GUIDE}guide.json"></dsg-guide>`)
    expect(title()).to.equal('1 thing to look at')
    await check(`${SCRIPT}${SCRIPT}<dsg-guide></dsg-guide>`)
    expect(title()).to.equal('1 thing to put right')
    expect(words(root)).to.contain('1 thing to look at')
    await check('<p>Nothing of ours</p>')
    expect(title()).to.equal('We found no part of the guide')
  })

  it('with nothing pasted: says so as every form does, and leads to the field', async () => {
    const {page, root, field, check} = await openCheck()
    await check(' \n ')
    await until(() => focused(page)?.classList.contains('error-summary'))
    expect(field.getAttribute('aria-invalid')).to.equal('true')
    root.querySelector<HTMLButtonElement>('.error-summary button')!.click()
    expect(focused(page)).to.equal(field)
    expectIdsToResolve(page)
    await check(WRONG)
    expect(root.querySelector('.error-summary')).to.equal(null)
    expect(field.value, 'what was pasted stays').to.equal(WRONG)
  })

  it('is done with keys alone', async () => {
    const {frame, page, field, title} = await openCheck()
    frame.focus()
    field.value = WRONG
    field.focus()
    await press('Tab')
    expect(words(focused(page) ?? undefined)).to.equal('Check this page')
    await press('Enter')
    await until(() => title() && focused(page)?.id === 'checked')
    await press('Tab')
    expect(words(focused(page) ?? undefined)).to.equal('See what to ask your administrator')
  })

  it('runs nothing, shows nothing and asks for nothing of what is pasted', async () => {
    const {frame, page, root, element, check} = await openCheck()
    const window = frame.contentWindow!
    const at = `${location.origin}/asked-by-paste`
    const asked = () => window.performance.getEntriesByType('resource').filter(({name}) => name.includes('asked-by-paste'))
    const run = 'window.hasRun = true'
    await check(`<!doctype html><base href="${at}/"><link rel="stylesheet" href="${at}.css"><style>@import "${at}.css"</style>
      <script>${run}</script><script src="${at}.js"></script><img src="${at}.png" onerror="${run}" onload="${run}"><svg onload="${run}"></svg>
      <iframe src="${at}.html" srcdoc="<script>parent.${run}</script>"></iframe><meta http-equiv="refresh" content="0;url=${at}">
      <video src="${at}.mp4" autoplay></video><dsg-quizz src="${at}.json" onclick="${run}" module="<img src=${at}.png onerror=${run}>"></dsg-quizz>
      <dsg-guide src="javascript:${run}"></dsg-guide>`)
    expect(words(root)).to.contain('Did you mean <dsg-quiz>?')
    // As long as a picture would take.
    await new Promise(resolve => { Object.assign(page.createElement('img'), {onload: resolve, onerror: resolve, src: '/guide/guide.json'}) })
    await element.updateComplete
    expect(asked()).to.deep.equal([])
    expect('hasRun' in window).to.equal(false)
    expect(root.querySelector('.faults :is(img, script, iframe, a, svg, dsg-quizz, dsg-guide)')).to.equal(null)
    expect(page.querySelectorAll('iframe, base').length).to.equal(0)
  })

  it('shows a page of many mistakes as far as anybody reads', async () => {
    const {check, faults, title} = await openCheck()
    await check(SCRIPT + '<dsg-guid></dsg-guid>\n'.repeat(1000))
    expect(title()).to.equal('2000 things to put right')
    expect(faults().length).to.equal(50)
  })

  for (const scheme of ['light', 'dark']) {
    it(`at 320 px, ${scheme}: nothing for axe, and nothing cut off`, async () => {
      const {frame, page, check} = await openCheck(320)
      page.documentElement.style.colorScheme = scheme
      await check(`${WRONG}${SCRIPT}<dsg-guide src="${GUIDE}${'a-very-long-folder-'.repeat(8)}/guide.json"></dsg-guide>`)
      await expectAccessiblePage(frame)
      expect(page.documentElement.scrollWidth).to.be.at.most(320)
      await check('')
      await expectAccessiblePage(frame)
      expect(page.documentElement.scrollWidth).to.be.at.most(320)
    })
  }
})
