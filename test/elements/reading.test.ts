import {expect} from 'chai'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import type {Module, Page} from '../../components/model/guide/module.js'
import {isScored} from '../../components/model/guide/question.js'
import type {NewEvent} from '../../components/model/record/record.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {answeredAll, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const PHONE_PX = 375
const OPENING_PX = 500

const done = (module: string): NewEvent => ({type: 'completed', about: module, hash: '', outcome: 'completed'})

const scored = new Set(guide.modules.flatMap(({questions}) => questions.filter(isScored).map(({id}) => id)))
const asks = ({children}: Page) => children.some(block => block.type === 'activity' && block.questions.some(id => scored.has(id)))

const showModule = (loaded: LoadedGuide, module: Module, width?: number) =>
  show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`, width)

/** Pixels from the top of an element to the first sentence that teaches. */
function opening(element: Element): number {
  const sentence = find('.page.current :is(p, li, td)', element.shadowRoot!)!
  return sentence.getBoundingClientRect().top - element.getBoundingClientRect().top
}

describe('a module as a reading room', () => {
  it('teaches within 500 px of its top on a phone, each module of the guide', async () => {
    const late: string[] = []
    const loaded = shippedGuide()
    for (const module of guide.modules) {
      const element = await showModule(loaded, module, PHONE_PX)
      const at = opening(element)
      if (at >= OPENING_PX) late.push(`${module.id}: ${at}`)
      element.parentElement!.remove()
    }
    expect(late).to.deep.equal([])
  })

  it('teaches within 500 px in the guide too, under its navigation', async () => {
    const longest = guide.modules.reduce((a, b) => a.title.length > b.title.length ? a : b)
    location.hash = `#dsg/module/${longest.id}`
    const element = await show(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`, PHONE_PX)
    await until(() => find('.page.current p', element.shadowRoot!))
    expect(opening(element)).to.be.below(OPENING_PX)
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('keeps a warning about its review in sight, in words, with nothing opened', async () => {
    for (const [change, say] of [
      [{reviewed: false, clinicalReview: true, nextReview: '2099-01-01'}, 'Not yet reviewed by a clinician'],
      [{reviewed: false, clinicalReview: false, nextReview: '2099-01-01'}, 'Not yet reviewed by an expert'],
      [{reviewed: true, clinicalReview: true, nextReview: '2020-01-01'}, 'Review overdue: check with your team'],
      [{reviewed: true, clinicalReview: false, lastReviewed: '2026-11-03', nextReview: '2099-01-01'}, 'Reviewed November 2026'],
    ] as const) {
      const module = {...guide.modules[0]!, ...change}
      const element = await showModule(changedGuide({modules: [module]}), module, PHONE_PX)
      expect(words(find('.about summary', element.shadowRoot!))).to.contain(say)
      expect(find<HTMLDetailsElement>('.about', element.shadowRoot!)!.open).to.equal(false)
    }
  })

  it('warns in bold where care is needed, and says quietly that its authors alone have checked it', async () => {
    for (const [change, isBold, more] of [
      [{clinicalReview: true}, true, 'A clinician has not yet reviewed this module.'],
      [{nextReview: '2020-01-01'}, true, 'was due for review'],
      [{}, false, 'Its authors last checked this module on 3 November 2026. A subject expert has not yet reviewed it.'],
      [{lastReviewed: undefined}, false, 'A subject expert has not yet reviewed it.'],
    ] as const) {
      const module = {...guide.modules[0]!, reviewed: false, clinicalReview: false, lastReviewed: '2026-11-03', nextReview: '2099-01-01', ...change}
      const element = await showModule(changedGuide({modules: [module]}), module, PHONE_PX)
      const line = find('.about summary > :nth-child(2)', element.shadowRoot!)!
      expect(Number(getComputedStyle(line).fontWeight) > 400, more).to.equal(isBold)
      const about = find('.about', element.shadowRoot!)!.textContent
      expect(about).to.contain(more)
      expect(about).to.not.contain('Page last reviewed')
    }
  })

  it('has its list beside the text where there is room, and in one line that opens where there is none', async () => {
    const module = guide.modules.find(({pages, show}) => pages.length > 3 && show)!
    const place = (element: Element) => {
      const [list, text] = ['.contents', '.page.current'].map(each => find(each, element.shadowRoot!)!.getBoundingClientRect())
      return {isBeside: list!.right <= text!.left, height: list!.height}
    }
    const wide = await showModule(shippedGuide(), module, 1000)
    expect(place(wide).isBeside, 'wide').to.equal(true)
    const element = await showModule(shippedGuide(), module, PHONE_PX)
    expect(place(element).isBeside, 'narrow').to.equal(false)
    expect(place(element).height).to.be.below(60)
    const line = find('.contents summary', element.shadowRoot!)!
    expect(words(line)).to.equal(`Page 1 of ${module.pages.length}`)
    line.focus()
    await press('Enter')
    await press('Tab')
    expect(words(focused()!)).to.equal(module.pages[1]!.title)
    await press('Enter')
    await settled(element)
    expect(words(focused()!)).to.equal(module.pages[1]!.title)
    expect(words(line)).to.equal(`Page 2 of ${module.pages.length}`)
    expect(place(element).height, 'it closes').to.be.below(60)
    expect(findAll('.contents li.read', element.shadowRoot!)).to.have.length(1)
    expect(findAll('.contents .note', element.shadowRoot!).map(words)).to.deep.equal([`${module.show} questions`])
  })

  it('shows the heading of the page that was turned to in the upper third of the window', async () => {
    const module = guide.modules.find(({pages}) => pages.length > 3)!
    const element = await showModule(shippedGuide(), module, PHONE_PX)
    for (let page = 1; page < module.pages.length; page++) {
      find('.pagination .next', element.shadowRoot!)!.focus()
      await press('Enter')
      await settled(element)
      expect(words(focused()!)).to.equal(module.pages[page]!.title)
      const {top} = focused()!.getBoundingClientRect()
      // The last page may be too short to scroll as far.
      const isAtEnd = Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight
      expect(top).to.be.within(0, isAtEnd ? innerHeight : innerHeight / 3)
    }
  })

  for (const [coveredPx, what] of [[0, 'at the top of the window'], [120, 'below a header of the host that stays on top']] as const) {
    it(`has room above that heading ${what}, wherever the page before it stood`, async () => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`html { scroll-padding-top: ${coveredPx}px }`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      try {
        const module = guide.modules.find(({pages}) => pages.length > 3)!
        const element = await showModule(shippedGuide(), module, PHONE_PX)
        for (const standsAt of [-60, 0, 5, 40, 90, 150]) {
          element.page = module.pages[1]!.id
          await settled(element)
          const before = find('.page.current h3', element.shadowRoot!)!
          scrollBy({top: before.getBoundingClientRect().top - standsAt, behavior: 'instant'})
          find('.pagination .next', element.shadowRoot!)!.focus({preventScroll: true})
          await press('Enter')
          await until(() => words(focused()!) === module.pages[2]!.title)
          // What comes up a little as it arrives has come.
          await until(() => document.getAnimations().length === 0)
          expect(focused()!.getBoundingClientRect().top, `from ${standsAt} px`).to.be.within(coveredPx, innerHeight / 2)
        }
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
      }
    })
  }

  it('has nothing in sight below a quiz that is still on its way, and that would move when it comes', async () => {
    const module = guide.modules.find(({pages, show}) => pages.length > 1 && show)!
    const asking = module.pages.find(({children}) => children.some(block => block.type === 'activity'
      && module.questions.some(question => isScored(question) && block.questions.includes(question.id))))!
    for (const [isThere, what] of [[true, 'it comes'], [false, 'it does not come']] as const) {
      const loaded = shippedGuide()
      let come = () => {}
      const coming = new Promise<void>((resolve, reject) => { come = isThere ? resolve : () => reject(new Error('Not there')) })
      const real = loaded.module.bind(loaded)
      let isAsked = false
      // The module is there, and its quiz waits: for its code, where the first question is not a plain one.
      loaded.module = async id => {
        if (isAsked) await coming
        isAsked = true
        return real(id)
      }
      const place = document.createElement('main')
      document.body.append(place)
      const element = document.createElement('dsg-module')
      Object.assign(element, {guide: loaded, module: module.id, page: asking.id})
      place.append(element)
      const quiz = await until(() => element.shadowRoot && find('.page.current dsg-quiz', element.shadowRoot))
      const slot = await until(() => quiz.shadowRoot?.querySelector('slot'))
      const below = () => find('.pagination', element.shadowRoot!)!.getBoundingClientRect().top - quiz.getBoundingClientRect().top
      expect(slot.hidden).to.equal(false)
      expect(below()).to.be.at.least(innerHeight)
      come()
      await until(() => slot.hidden || find('[role="alert"]', quiz.shadowRoot!))
      expect(slot.hidden, what).to.equal(isThere)
      if (!isThere) expect(below(), 'a fault stands in no empty room').to.be.below(innerHeight)
      place.remove()
    }
  })

  it('leads on to the next module of its pathway, and back to the pathway when all are done', async () => {
    for (const pathway of guide.pathways) {
      const [first, second, third] = pathway.modules.map(id => guide.modules.find(module => module.id === id)!)
      const last = guide.modules.find(({id}) => id === pathway.modules.at(-1))!
      for (const [module, facts, title] of [
        [first!, [], second!.title],
        [first!, [done(second!.id)], third!.title],
        [last, [], first!.title],
        [last, pathway.modules.map(done), pathway.title],
      ] as const) {
        const element = await showModule(shippedGuide(...facts), module)
        element.page = module.pages.at(-1)!.id
        await settled(element)
        expect(words(find('.pagination .next .name', element.shadowRoot!))).to.equal(title)
      }
    }
  })

  it('leads on from a quiz that was passed to one place, and says where the certificate is', async () => {
    for (const module of guide.modules.filter(({show}) => show).slice(0, 6)) {
      for (const isAll of [true, false]) {
        // Where no page is left after the questions, the pager leads to the next module.
        const pages = isAll ? module.pages : module.pages.slice(0, module.pages.findIndex(asks) + 1)
        const loaded = changedGuide(
          {modules: guide.modules.map(each => each === module ? {...each, pages} : each)}, ...answeredAll(module.id, true))
        const element = await showModule(loaded, module)
        element.isRouted = true
        element.question = ''
        const result = await until(() => find('[part="result"]', element.shadowRoot!))
        const button = find('.button-row a.button', result)!
        const pager = find('.pagination .next', element.shadowRoot!)!
        expect(button.getAttribute('href')).to.equal(pager.getAttribute('href'))
        expect(words(button).endsWith(words(find('.name', pager)))).to.equal(true)
        expect(words(result)).to.contain('You can print a certificate: My record').and.not.contain('come back')
      }
    }
  })

  it('lets the way on stand back while a question is open, and names it', async () => {
    const module = guide.modules.find(({show}) => show)!
    const pager = (element: Element) => find('.pagination', element.shadowRoot!)!
    const look = (element: Element) => {
      const way = find('.next .way', pager(element))!
      return [words(way), getComputedStyle(way).fontWeight]
    }
    const begun = answeredAll(module.id, true).slice(0, 2)
    const ended = [true, false].map(isRight => answeredAll(module.id, isRight))
    for (const [facts, isOpen] of [[[], true], [begun, true], ...ended.map(facts => [facts, false] as const)] as const) {
      const element = await showModule(shippedGuide(...facts), module)
      expect(look(element)).to.deep.equal(['Next page', '700'])
      element.question = ''
      await until(() => find('#title', find('dsg-quiz', element.shadowRoot!)!.shadowRoot!))
      expect(look(element)).to.deep.equal(isOpen ? ['Skip the questions', '400'] : ['Next page', '700'])
    }
  })

  it('says of a question that must be right that it must, in words', async () => {
    const module = guide.modules.find(({hasMustKnow}) => hasMustKnow)!
    const must = module.questions.find(question => isScored(question) && question.mustKnow)!
    const element = await showModule(shippedGuide(), module)
    element.question = must.id
    await until(() => words(find('legend', find('dsg-quiz', element.shadowRoot!)!.shadowRoot!)).includes('get this one right to pass'))
  })

  it('leads nowhere from a page that knows no pathway, and to the guide where the page says where that is', async () => {
    const module = guide.modules[0]!
    const alone = changedGuide({pathways: []})
    const element = await showModule(alone, module)
    element.page = module.pages.at(-1)!.id
    await settled(element)
    expect(find('.pagination .next', element.shadowRoot!)).to.equal(undefined)
    element.guideHref = '/guide/'
    await settled(element)
    expect(find('.pagination .next', element.shadowRoot!)!.getAttribute('href')).to.equal('/guide/#dsg/home')
  })

  it('ends with what was learned, on the last page of a module that is done, and nowhere else', async () => {
    const module = guide.modules[0]!
    for (const facts of [[], [done(module.id)]]) {
      const element = await showModule(shippedGuide(...facts), module)
      for (const page of module.pages) {
        element.page = page.id
        await settled(element)
        const isEnd = facts.length > 0 && page === module.pages.at(-1)
        const told = find('.end', element.shadowRoot!)
        expect(Boolean(told)).to.equal(isEnd)
        if (isEnd) for (const outcome of module.outcomes) expect(words(told)).to.contain(outcome)
      }
    }
  })
})
