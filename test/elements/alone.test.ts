import {expect} from 'chai'
import '../../components/elements/module/define.js'
import '../../components/elements/quiz/define.js'
import {aloneFile, packFiles} from '../../components/compile/pack/pack.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import type {DsgQuiz} from '../../components/elements/quiz/quiz.js'
import {guide as shipped} from '../../stories/content.js'
import {newGuide, replace} from '../state/device/storage.js'
import {find, html, show, words} from './screen.js'
import {until} from './settled.js'

const [first, second] = shipped.modules.filter(({show}) => show) as [typeof shipped.modules[0], typeof shipped.modules[0]]
const titleOf = (element: Element) => words(find('h2', element.shadowRoot!))

describe('an element that shows one module of a built guide', () => {
  let folder: string
  /** By path in the pack's folder, what to wait for before the file comes. */
  let delays: Map<string, Promise<void>>
  let restoreFetch: () => void

  beforeEach(() => {
    // A folder of its own: what was loaded once stays loaded for the page.
    const guide = {...shipped, id: newGuide()}
    const files = new Map([...packFiles(guide), ...[first, second].map(module => aloneFile(guide, module))]
      .map(({path, text}) => [path, text]))
    folder = new URL(`/packs/${guide.id}/`, location.href).href
    delays = new Map()
    const real = window.fetch
    restoreFetch = replace(globalThis, 'fetch', {value: async (input: RequestInfo | URL, init?: RequestInit) => {
      const name = String(input).replace(folder, '')
      if (name === String(input)) return real(input, init)
      await delays.get(name)
      return files.has(name) ? new Response(files.get(name)) : new Response('', {status: 404})
    }})
  })
  afterEach(() => restoreFetch())

  /** Everything that was on screen while `change` came about. */
  async function seen(element: Element, change: () => Promise<void>): Promise<string[]> {
    const texts: string[] = []
    const watch = new MutationObserver(() => texts.push(words(element)))
    watch.observe(element.shadowRoot!, {childList: true, subtree: true, characterData: true})
    await change()
    watch.disconnect()
    return texts
  }

  for (const what of ['module', 'module and src']) {
    it(`shows another when its ${what} changes, and says of none that it is missing`, async () => {
      const element = await show<DsgModule>(html`<dsg-module src=${`${folder}guide.json`} module=${first.id}></dsg-module>`)
      await until(() => titleOf(element) === first.title)
      const texts = await seen(element, async () => {
        element.module = second.id
        if (what.includes('src')) element.src = `${folder}./guide.json?`
        await until(() => titleOf(element) === second.title)
      })
      expect(texts).to.not.have.length(0)
      expect(texts.filter(text => text.includes('The guide has no module'))).to.deep.equal([])
    })
  }

  it('shows the one asked for last when answers come in another order', async () => {
    let release = () => {}
    delays.set(`alone/${first.id}.json`, new Promise(resolve => { release = resolve }))
    const element = await show<DsgQuiz>(html`<dsg-quiz src=${`${folder}guide.json`} module=${first.id}></dsg-quiz>`)
    element.module = second.id
    await until(() => find('legend', element.shadowRoot!))
    const texts = await seen(element, async () => {
      release()
      // It is there when another that waited for the same has it.
      const other = await show<DsgQuiz>(html`<dsg-quiz src=${`${folder}guide.json`} module=${first.id}></dsg-quiz>`)
      await until(() => find('legend', other.shadowRoot!))
    })
    expect(texts).to.deep.equal([])
    expect(element.guide!.manifest.modules.map(({id}) => id)).to.deep.equal([second.id])
  })

  it('hears nothing of a fault in what it does not show any more', async () => {
    let fail = (_: Error) => {}
    delays.set(`alone/${first.id}.json`, new Promise((_, reject) => { fail = reject }))
    const element = await show<DsgQuiz>(html`<dsg-quiz src=${`${folder}guide.json`} module=${first.id}></dsg-quiz>`)
    element.module = second.id
    await until(() => find('legend', element.shadowRoot!))
    fail(new DOMException('The operation timed out.', 'TimeoutError'))
    // When a load is over nothing is left that says it is under way.
    await until(() => !element.shadowRoot!.querySelector('[aria-busy="true"]'))
    expect(element.shadowRoot!.querySelector('[role="alert"]')).to.equal(null)
  })

  it('shows nothing of a guide whose address was taken away meanwhile', async () => {
    let release = () => {}
    delays.set(`alone/${first.id}.json`, new Promise(resolve => { release = resolve }))
    const element = await show<DsgQuiz>(html`<dsg-quiz src=${`${folder}guide.json`} module=${first.id}></dsg-quiz>`)
    element.src = undefined
    await element.updateComplete
    release()
    const other = await show<DsgQuiz>(html`<dsg-quiz src=${`${folder}guide.json`} module=${first.id}></dsg-quiz>`)
    await until(() => find('legend', other.shadowRoot!))
    expect(element.guide).to.equal(undefined)
  })

  it('says so when the guide has no such module', async () => {
    const element = await show(html`<dsg-module src=${`${folder}guide.json`} module="not-there"></dsg-module>`)
    await until(() => words(element).includes('The guide has no module called "not-there".'))
  })
})
