import {expect} from 'chai'
import '../../components/elements/glossary/define.js'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import '../../components/elements/quiz/define.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {guideInMemory} from '../../components/state/guide/memory-guide.js'
import {RecordLog} from '../../components/state/record/record.js'
import {linkedGuide, PLACE_LINKS, type PlaceLink} from '../compile/linked-guide.js'
import {press} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const {guide} = compileGuide(linkedGuide())
const loaded = (): LoadedGuide => guideInMemory(guide, new URL('/packs/linked/', location.href).href, new RecordLog(guide.edition))

/** Resolves when the page's address ends so. Not with `replaceState`, which WebKit allows 100 times in 10 seconds. */
async function address(hash: string): Promise<void> {
  if (location.hash === hash) return
  const changed = new Promise(resolve => { addEventListener('hashchange', resolve, {once: true}) })
  location.hash = hash
  await changed
}

const heading = () => words(focused() ?? undefined)

/** What has the focus is in the window, and a person sees it. */
function isInSight(): boolean {
  const {top, bottom, height} = focused()!.getBoundingClientRect()
  return height > 0 && top >= 0 && bottom <= innerHeight
}

/** Focus is on a heading with an id of the place; two headings of the module have the same words. */
function isAt({place, heading: title}: Pick<PlaceLink, 'place' | 'heading'>): boolean {
  const at = focused()
  const isOnly = at?.id === 'title' && at.textContent.trim() === title
  return heading() === title && (isOnly || at!.id === `page-${place}`)
}

/** Resolves when the browser has gone back, so that it does not do so in the middle of the next test. */
async function back(): Promise<void> {
  const gone = new Promise(resolve => { addEventListener('popstate', resolve, {once: true}) })
  history.back()
  await gone
}

async function follow(root: ParentNode, words: string, link: Pick<PlaceLink, 'place' | 'heading'>): Promise<void> {
  findAll<HTMLAnchorElement>('a', root).find(each => each.textContent === words)!.focus()
  await press('Enter')
  await until(() => isAt(link), () => `${words}: focus on "${link.heading}", is on "${heading()}"`)
  await until(isInSight, () => `${words}: in sight`)
}

describe('a link to a place in a module', function () {
  this.timeout(120_000)
  beforeEach(() => address(''))
  after(() => address(''))

  describe('in dsg-guide', () => {
    const START = '#dsg/module/first'
    const shown = () => show<DsgGuide>(html`<dsg-guide .guide=${loaded()}></dsg-guide>`)

    for (const link of PLACE_LINKS) {
      it(`${link.url} shows its heading, in an address that leads there again`, async () => {
        await address(START)
        const element = await shown()
        await follow(element.shadowRoot!, `to ${link.url}`, link)
        const to = `#dsg/module/${link.module}${link.place && `/${link.place}`}`
        expect(location.hash).to.equal(to)
        await back()
        await until(() => location.hash === START && words(find('.page.current', element.shadowRoot!)).includes(`to ${link.url}`))
        element.remove()
        // Opened at that address, as from a bookmark.
        await address(to)
        const again = await shown()
        const title = await until(() => findAll('h1, h2, h3, h4, h5', again.shadowRoot!)
          .find(each => words(each) === link.heading && (each.id === `page-${link.place}` || each.id === 'title')))
        await until(() => title.getBoundingClientRect().height > 0 && title.getBoundingClientRect().top < innerHeight)
      })
    }

    it('opened at the address of a heading, that heading has the focus and is in sight', async () => {
      await address('#dsg/module/first/at-home')
      await shown()
      await until(() => isAt({place: 'at-home', heading: 'At home'}) && isInSight())
    })

    it('leads there again when it is chosen a second time', async () => {
      await address(`${START}/start-here`)
      const element = await shown()
      await follow(element.shadowRoot!, 'to #start-here', {place: 'start-here', heading: 'Start here'})
      await follow(element.shadowRoot!, 'to #start-here', {place: 'start-here', heading: 'Start here'})
    })

    it('leads there from the glossary, whose module has not been fetched', async () => {
      await address('#dsg/glossary')
      const element = await shown()
      await until(() => find('dd a', element.shadowRoot!))
      await follow(element.shadowRoot!, 'report it', {place: 'change-it-2', heading: 'Change it'})
    })
  })

  describe('in dsg-module alone on a page', () => {
    const shown = (page?: string) => show<DsgModule>(html`
      <dsg-module .guide=${loaded()} module="first" page=${page ?? 'start-here'}></dsg-module>`)

    for (const [i, link] of PLACE_LINKS.filter(({module}) => module === 'first').entries()) {
      const hash = ['', '#/news?tab=2', '#page-2', '#dsg/none'][i % 4]!
      it(`${link.url} shows its heading, and leaves the page's address "${hash}" as it is; Back leads back`, async () => {
        await address(hash)
        const element = await shown()
        await follow(element.shadowRoot!, `to ${link.url}`, link)
        expect(location.hash).to.equal(hash)
        await back()
        await until(() => location.hash === hash && words(find('.page.current', element.shadowRoot!)).includes(`to ${link.url}`))
      })
    }

    it('to another module leads to the page with the whole guide, at the place', async () => {
      const element = await shown()
      for (const {url, module, place} of PLACE_LINKS.filter(({module}) => module !== 'first')) {
        const link = findAll<HTMLAnchorElement>('a', element.shadowRoot!).find(each => each.textContent === `to ${url}`)!
        expect(link.href).to.equal(new URL(`/packs/linked/#dsg/module/${module}${place && `/${place}`}`, location.href).href)
      }
    })

    it('with a key held down is left to the browser, which opens this page at the place', async () => {
      const element = await shown()
      const link = findAll<HTMLAnchorElement>('a', element.shadowRoot!).find(each => each.textContent === 'to #change-it')!
      for (const held of ['ctrlKey', 'metaKey', 'shiftKey']) {
        const click = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, [held]: true})
        let isLeft: boolean | undefined
        document.body.addEventListener('click', event => {
          isLeft = !event.defaultPrevented
          event.preventDefault()
        }, {once: true})
        link.dispatchEvent(click)
        expect(isLeft, held).to.equal(true)
      }
      expect(element.page).to.equal('start-here')
      element.remove()
      await address(link.hash)
      await show<DsgModule>(html`<dsg-module .guide=${loaded()} module="first"></dsg-module>`)
      await until(() => isAt({place: 'change-it', heading: 'Change it'}) && isInSight())
    })

    it('shows the page of a heading that the host asks for, without taking the focus', async () => {
      const element = await shown('change-it-2')
      expect(words(find('.page.current h3', element.shadowRoot!))).to.equal('Report it')
      expect(focused()).to.equal(document.body)
    })

    it('works wherever it is: in a list, an example, a table, a prompt', async () => {
      const element = await shown()
      const page = find('.page.current', element.shadowRoot!)!
      const links = findAll<HTMLAnchorElement>('a', page).filter(each => each.textContent === 'to the change')
      expect(links).to.have.length(5)
      for (const link of links) {
        element.page = undefined
        await settled(element)
        link.focus()
        await press('Enter')
        await until(() => isAt({place: 'change-it', heading: 'Change it'}))
      }
    })

    it('works in every part of a question, before and after the answer', async () => {
      const element = await shown('report-it')
      const links = () => findAll<HTMLAnchorElement>('dsg-quiz a', element.shadowRoot!)
        .concat(findAll('dsg-quiz', element.shadowRoot!).flatMap(quiz => findAll<HTMLAnchorElement>('a', quiz.shadowRoot!)))
      await until(() => links().length >= 2)
      const quiz = find('dsg-quiz', element.shadowRoot!)!
      find<HTMLDetailsElement>('details', quiz.shadowRoot!)!.open = true
      const followAll = async () => {
        const {length} = links()
        for (let i = 0; i < length; i++) {
          element.page = 'report-it'
          await settled(element)
          links()[i]!.focus()
          await press('Enter')
          await until(() => isAt({place: 'change-it', heading: 'Change it'}), () => `${i} of ${length}: ${links()[i]?.outerHTML}`)
        }
        return length
      }
      expect(await followAll(), 'before').to.equal(3)
      element.page = 'report-it'
      await settled(element)
      const right = await until(() => findAll<HTMLInputElement>('input', quiz.shadowRoot!)
        .find(input => words(input.nextElementSibling!).includes('This')))
      right.click()
      findAll('button', quiz.shadowRoot!).at(-1)!.click()
      await until(() => find('#verdict', quiz.shadowRoot!))
      expect(await followAll(), 'after').to.equal(4)
    })

    it('leaves a link of the host around it alone, and one to another site that has such a hash', async () => {
      const place = await show(html`<div><a href="#page-change-it"><dsg-module .guide=${loaded()} module="first"></dsg-module></a></div>`)
      const element = place.querySelector<DsgModule>('dsg-module')!
      find('h2', element.shadowRoot!)!.click()
      await settled(element)
      expect(location.hash).to.equal('#page-change-it')
    })
  })

  describe('in a page of the built site, where script runs', () => {
    /** The element with the page's own text inside, as `test/compile/places.test.ts` finds it in built pages. */
    const shown = () => show<DsgModule>(html`<dsg-module .guide=${loaded()} module="first">${
      PLACE_LINKS.filter(({url}) => url.startsWith('#')).map(({place, heading}) => html`<h2 id="page-${place}">${heading}</h2>`)
    }</dsg-module>`)

    for (const link of PLACE_LINKS.filter(({module, place}) => module === 'first' && place)) {
      it(`${link.url} shows its heading, in an address that leads there again; Back leads back`, async () => {
        const element = await shown()
        await follow(element.shadowRoot!, `to ${link.url}`, link)
        expect(location.hash).to.equal(`#page-${link.place}`)
        const to = location.hash
        await back()
        await until(() => location.hash === '' && words(find('.page.current', element.shadowRoot!)).includes(`to ${link.url}`))
        element.remove()
        await address(to)
        const again = await shown()
        await until(() => words(find('.page.current', again.shadowRoot!)).includes(link.heading))
      })
    }

    it('leads there again when it is chosen a second time', async () => {
      const element = await shown()
      const link = {place: 'change-it', heading: 'Change it'}
      await follow(element.shadowRoot!, 'to #change-it', link)
      element.page = 'start-here'
      await settled(element)
      await follow(element.shadowRoot!, 'to #change-it', link)
    })
  })

  it('in a glossary or a question alone leads to the page with the whole guide, at the place', async () => {
    const base = new URL('/packs/linked/', location.href).href
    const glossary = await show(html`<dsg-glossary .guide=${loaded()}></dsg-glossary>`)
    expect(findAll<HTMLAnchorElement>('a', glossary.shadowRoot!).map(({href}) => href)).to.deep.equal([
      `${base}#dsg/module/first/change-it-2`,
    ])
    const quiz = await show(html`<dsg-quiz .guide=${loaded()} module="first"></dsg-quiz>`)
    const links = await until(() => findAll<HTMLAnchorElement>('a', quiz.shadowRoot!))
    expect(new Set(links.map(({href}) => href))).to.deep.equal(new Set([`${base}#dsg/module/first/change-it`]))
  })

  it('that is under a header which stays on top is in sight below it, and nothing moves slowly', async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html { scroll-padding-top: 120px; scroll-behavior: smooth }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    try {
      const element = await show<DsgModule>(html`<dsg-module .guide=${loaded()} module="first"></dsg-module>`)
      // Without scrolling, which the page would do slowly, and which would go on meanwhile.
      findAll('a', element.shadowRoot!).find(each => each.textContent === 'to #at-home')!.focus({preventScroll: true})
      await press('Enter')
      await until(() => isAt({place: 'at-home', heading: 'At home'}))
      expect(focused()!.getBoundingClientRect().top).to.be.within(120, 200)
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
    }
  })
})
