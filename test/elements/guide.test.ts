import {expect} from 'chai'
import '../../components/elements/guide/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {shownTitle} from './guide-history.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const pathway = guide.pathways[0]!
const module = guide.modules.find(({id}) => id === pathway.modules[0])!

describe('dsg-guide', () => {
  const shown = () => show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
  const heading = () => words(focused()!)

  beforeEach(() => history.replaceState(null, '', location.pathname + location.search))

  /** Follows a link with the keyboard and waits for the page it leads to. */
  async function follow(element: DsgGuide, href: string, title: string): Promise<void> {
    find<HTMLAnchorElement>(`a[href="${href}"]`, element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => heading() === title)
  }

  it('leads from the catalogue to a page, moving focus to each heading', async () => {
    const element = await shown()
    await follow(element, `#dsg/pathway/${pathway.id}`, pathway.title)
    await follow(element, `#dsg/module/${module.id}`, module.title)
    find('.contents summary', element.shadowRoot!)!.focus()
    await press('Enter')
    await follow(element, `#dsg/module/${module.id}/${module.pages[1]!.id}`, module.pages[1]!.title)
  })

  it('opens the search by "/", and comes back to the result that was chosen', async () => {
    const element = await shown()
    find<HTMLAnchorElement>('a[href="#dsg/record"]', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => element.shadowRoot!.querySelector('dsg-record'))
    find<HTMLAnchorElement>('a[href="#dsg/record"]', element.shadowRoot!)!.focus()
    await settled(element)
    await press('/')
    await until(() => focused()?.id === 'query')
    await type('password')
    const search = await until(() => find('dsg-search', element.shadowRoot!)!)
    const link = await until(() => search.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.results a')[2]!)
    const {hash} = link
    link.click()
    await until(() => location.hash === hash)
    history.back()
    await until(() => (focused() as HTMLAnchorElement | undefined)?.hash === hash)
  })

  for (const [from, to] of [[undefined, 0], [0, 1]] as const) {
    it(`shows what stands below a module only when the module is there, coming from ${from === undefined ? 'home' : 'another'}`, async () => {
      const loaded = shippedGuide()
      const [one, two] = pathway.modules.map(id => guide.modules.find(module => module.id === id)!)
      const target = [one!, two!][to]!
      let arrive = (): void => {}
      const way = new Promise<void>(resolve => { arrive = resolve })
      const slow: LoadedGuide = {...loaded, module: async id => {
        if (id === target.id) await way
        return loaded.module(id)
      }}
      const element = await show<DsgGuide>(html`<dsg-guide .guide=${slow}></dsg-guide>`)
      await until(() => find('.foot', element.shadowRoot!))
      if (from !== undefined) {
        location.hash = `#dsg/module/${one!.id}`
        await until(() => words(element).includes(one!.pages[0]!.title) && find('.foot', element.shadowRoot!))
      }
      location.hash = `#dsg/module/${target.id}`
      await until(() => words(element).includes('Loading the guide') && !words(element).includes(one!.pages[0]!.title))
      await new Promise(requestAnimationFrame)
      expect(findAll('.foot, dsg-saving', element.shadowRoot!)).to.have.length(0)
      expect(find('.coming', element.shadowRoot!)!.getBoundingClientRect().height).to.be.at.least(innerHeight)
      arrive()
      await until(() => find('.foot', element.shadowRoot!))
      expect(words(element)).to.include(target.pages[0]!.title)
      expect(find('.coming', element.shadowRoot!)).to.equal(undefined)
    })
  }

  it('has what stands below a page for an address that leads nowhere', async () => {
    location.hash = '#dsg/nowhere'
    const element = await shown()
    await until(() => find('.foot', element.shadowRoot!) && find('dsg-saving', element.shadowRoot!))
  })

  it('goes back and forward with the browser', async () => {
    const element = await shown()
    await follow(element, `#dsg/pathway/${pathway.id}`, pathway.title)
    await follow(element, `#dsg/module/${module.id}`, module.title)
    history.back()
    await until(() => shownTitle() === pathway.title)
    history.forward()
    await until(() => shownTitle() === module.title)
  })

  it('fetches a module when a link to it has the focus or the pointer, unless data is to be saved', async () => {
    const loaded = shippedGuide()
    const asked: string[] = []
    const listening = {...loaded, module: (id: string) => { asked.push(id); return loaded.module(id) }}
    history.replaceState(null, '', `#dsg/pathway/${pathway.id}`)
    const element = await show<DsgGuide>(html`<dsg-guide .guide=${listening}></dsg-guide>`)
    const [first, second, third] = pathway.modules.map(id => find(`li a[href="#dsg/module/${id}"]`, element.shadowRoot!)!)
    first!.focus()
    expect(asked).to.deep.equal([pathway.modules[0]])
    second!.dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true}))
    expect(asked).to.deep.equal(pathway.modules.slice(0, 2))
    Object.defineProperty(navigator, 'connection', {value: {saveData: true}, configurable: true})
    try {
      third!.focus()
      expect(asked).to.have.length(2)
    } finally {
      Reflect.deleteProperty(navigator, 'connection')
    }
  })

  it('opens at a deep link without taking the focus', async () => {
    history.replaceState(null, '', `#dsg/module/${module.id}/${module.pages[1]!.id}`)
    const element = await shown()
    expect(words(element)).to.contain(module.pages[1]!.title)
    expect(focused()).to.equal(document.body)
  })

  it('leaves a hash of the host page alone', async () => {
    const element = await shown()
    location.hash = '#news'
    await settled(element)
    expect(words(element)).to.contain(guide.title)
    expect(location.hash).to.equal('#news')
  })

  it('shows the catalogue for an address that is none of its own', async () => {
    history.replaceState(null, '', '#dsg/nonsense/%E0%A4%A')
    expect(words(await shown())).to.contain(guide.title)
  })

  it('finds its way back to search results', async () => {
    const element = await shown()
    find('input[type="search"]', element.shadowRoot!)!.focus()
    await type('password')
    await until(() => find('.results a', element.shadowRoot!))
    expect(location.hash).to.equal('#dsg/search/password')
    expect(focused()?.id).to.equal('query')
    const result = find<HTMLAnchorElement>('.results a', element.shadowRoot!)!
    result.focus()
    await press('Enter')
    await until(() => location.hash.startsWith('#dsg/module/'))
    history.back()
    await until(() => find('.results a', element.shadowRoot!))
    expect(find<HTMLInputElement>('#query', element.shadowRoot!)!.value).to.equal('password')
  })

  it('shows the host its own words, and one plain message, when the guide is not there', async () => {
    const element = await show<DsgGuide>(html`<dsg-guide src="/no-such/guide.json"><p>Ask the library.</p></dsg-guide>`)
    const alert = await until(() => find('[role="alert"]', element.shadowRoot!))
    expect(words(element)).to.contain('Ask the library.')
    expect(words(alert)).to.contain('The guide is not at the address this page gives.')
  })
})
