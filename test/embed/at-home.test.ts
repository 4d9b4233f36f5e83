import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {find, findAll, focused, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {Learner} from '../journeys/learner.js'
import {press, type} from '../keys.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const pathway = guide.pathways.find(({modules}) => modules.includes(module.id))!
const WIDTH = 720
/** After so many frames without a change, nothing is on its way any more. */
const STILL_FRAMES = 20

/** Each part on the page after one step: its words, and where everything in it is, from its own corner. */
type Screen = Record<string, {words: string; boxes: number[][]}>

const PARTS = ['dsg-guide', 'dsg-module', 'dsg-canvas']

/** Somebody at a page with a guide, a module and a canvas on it, and what they saw at each step. */
class Visit {
  readonly screens: [step: string, screen: Screen][] = []

  private constructor(readonly learner: Learner) {}

  static async at(address: string): Promise<Visit> {
    const learner = await Learner.at(address)
    const visit = new Visit(learner)
    const titled = (tag: string) => {
      const root = learner.page.querySelector(tag)?.shadowRoot
      return root && find('#title', root)
    }
    await until(() => PARTS.every(titled), () => `headings of ${PARTS.filter(tag => !titled(tag)).join()}`)
    // Pages differ in their margins; the parts are to have the same room on each.
    const {frame} = learner
    frame.width = String(WIDTH + frame.clientWidth - visit.part('dsg-guide').querySelector('.dsg')!.getBoundingClientRect().width)
    await visit.sees('opened')
    return visit
  }

  get page(): Document { return this.learner.page }

  part(tag: string): ShadowRoot {
    return this.page.querySelector(tag)!.shadowRoot!
  }

  /**
   * Notes what is on screen, once nothing is under way: nothing has changed for a while. It looks at the ends of that while, not
   * in each frame: to measure a page takes as long as to draw it, and the page has to get on.
   */
  async sees(step: string): Promise<void> {
    let [last, frames] = ['', 0]
    const screen = await until(() => {
      frames = (frames + 1) % STILL_FRAMES
      if (frames > 0 || PARTS.some(tag => find('[aria-busy], :not(:defined)', this.part(tag)))) return null
      const screen = this.screen()
      const before = last
      last = JSON.stringify(screen)
      return last === before ? screen : null
    }, () => `${step}: all is there`)
    this.screens.push([step, screen])
  }

  screen(): Screen {
    return Object.fromEntries(PARTS.map(tag => {
      const root = this.part(tag)
      const {left, top} = root.querySelector('.dsg')!.getBoundingClientRect()
      return [tag, {
        words: words(root),
        boxes: findAll('*', root).filter(each => each.getClientRects().length).map(each => {
          const box = each.getBoundingClientRect()
          // The line that stays in sight stands by the window, and pages have their own things above a part.
          return [box.left - left, each.closest('.bar') ? 0 : box.top - top, box.width, box.height].map(Math.round)
        }),
      }]
    }))
  }

  /** Presses Enter on the first control in a part that fits and is on screen. */
  async press(tag: string, selector: string, heading?: string): Promise<void> {
    const control = await until(() => findAll(selector, this.part(tag)).find(each => each.getClientRects().length),
      () => `${selector} in ${words(this.part(tag))}`)
    control.focus()
    await press('Enter')
    if (heading) await this.learner.isAt(heading)
    await this.sees(`${tag} ${selector}`)
  }

  /** In a guide, Back leads to the link that was chosen. */
  async backToLink(title: string): Promise<void> {
    this.learner.frame.contentWindow!.history.back()
    const link = () => focused(this.page)
    await until(() => link()?.localName === 'a' && words(link()!).endsWith(title), () => `focus on a link to "${title}"`)
    await this.sees(`back to the link to ${title}`)
  }
}

/** Reads, answers, searches, comes back, and begins a canvas, all with keys. */
async function walk(address: string): Promise<Visit> {
  const visit = await Visit.at(address)
  const {learner} = visit
  const [, second, third] = module.pages
  await visit.press('dsg-guide', `a[href$="#dsg/pathway/${pathway.id}"]`, pathway.title)
  // The module beside it on the page has its first page read, and the guide goes on from there.
  await visit.press('dsg-guide', `a[href$="#dsg/module/${module.id}/${second!.id}"]`, second!.title)
  await visit.press('dsg-guide', '.pagination .next', third!.title)
  await visit.backToLink(third!.title)
  await visit.press('dsg-guide', '.contents summary')
  await visit.press('dsg-guide', `a[href$="/${module.pages.find(({title}) => title === 'Check yourself')!.id}"]`, 'Check yourself')
  await learner.answer(module, true)
  await visit.sees('answered')
  await visit.press('dsg-guide', '.navigation a[href$="#dsg/search/"]')
  await until(() => focused(visit.page)?.id === 'query')
  await type('password')
  await until(() => find('.results a', visit.part('dsg-guide')))
  await press('Enter')
  await until(() => findAll('[aria-live]', visit.part('dsg-guide')).some(each => words(each).includes('password')))
  await visit.sees('found')
  await visit.press('dsg-guide', '.results a')
  await visit.press('dsg-guide', '.navigation a[href$="#dsg/record"]')
  // It followed the address of the guide's page.
  await visit.press('dsg-module', '.pagination .next', third!.title)
  // Both go back at once, and either may have the focus then.
  learner.frame.contentWindow!.history.back()
  await until(() => words(find('.pagination .next', visit.part('dsg-module'))).includes(third!.title))
  await until(() => ['My record', second!.title].includes(learner.heading))
  await visit.sees('back')
  await visit.press('dsg-canvas', 'button:not([disabled])')
  return visit
}

/** The walk on a page where nothing is in the way, which all the others are compared with. */
let calm: Visit
before(async function () {
  this.timeout(120_000)
  calm = await walk('/hosts/hostile/home-calm.html')
  calm.learner.frame.remove()
})

describe('a guide, a module and a canvas on one page', function () {
  this.timeout(120_000)

  const busy = {
    '/hosts/hostile/home-bootstrap-3.html': 'Bootstrap 3 and jQuery, whose scripts take every click on a link',
    '/hosts/hostile/home-bootstrap-5.html': 'Bootstrap 5 and its scripts',
    '/hosts/hostile/home-base.html': 'a base for addresses, elsewhere and in another tab',
  }
  for (const [address, what] of Object.entries(busy)) {
    it(`with ${what}: are and do as on a calm page`, async () => {
      const visit = await walk(address)
      expectSame(visit, calm)
      const {faults, location} = visit.learner.frame.contentWindow as Window & {faults?: string[]}
      expect(faults ?? []).to.deep.equal([])
      expect(location.pathname).to.equal(address)
    })
  }
})

describe('a page of a site with a service worker', function () {
  this.timeout(120_000)

  const PAGE = '/hosts/hostile/home-worker.html'
  let worker: ServiceWorkerRegistration | undefined

  /** Opens the page when the worker stands between it and the server, from its first request on. */
  async function under(kind: string): Promise<void> {
    worker = await navigator.serviceWorker.register(`/hosts/hostile/site-worker.js?kind=${kind}`, {scope: PAGE})
    await until(() => worker!.active?.state === 'activated' && worker!.active.scriptURL.endsWith(`=${kind}`), () => `${kind} to start`)
  }

  afterEach(async () => {
    await worker?.unregister()
    for (const name of await caches.keys()) await caches.delete(name)
  })

  for (const [kind, what] of Object.entries({
    'kept-first': 'keeps all that it fetched, and asks for nothing twice',
    'page-for-missing': 'has a page of its own for all that is missing',
    'old-once': 'gives an old catalogue once, whose files are gone',
  })) {
    it(`which ${what}: is and does as without, also the second time`, async () => {
      await under(kind)
      for (const time of ['first', 'second']) {
        const visit = await walk(PAGE)
        expect(visit.learner.frame.contentWindow!.navigator.serviceWorker.controller?.scriptURL, time).to.contain(kind)
        expectSame(visit, calm)
        visit.learner.frame.remove()
      }
    })
  }

  it('which gives a page of its own for data: each part says that it cannot be shown, and the host\'s words stay', async () => {
    await under('no-data')
    const learner = await Learner.at(PAGE)
    for (const tag of PARTS) {
      const part = () => learner.page.querySelector(tag)!
      await until(() => part().shadowRoot && find('[role="alert"]', part().shadowRoot!), () => `${tag}: a message`)
      expect(words(part()), tag).to.contain('We could not show this part of the page').and.to.contain('Read the')
      expect(words(part()), tag).not.to.contain('You are offline')
    }
  })

  it('which gives an old catalogue whose files are gone: the catalogue shows, and a module says that it is not there', async () => {
    await under('old-catalogue')
    const learner = await Learner.at(PAGE)
    await learner.use(pathway.title)
    await learner.isAt(pathway.title)
    await learner.use(module.title)
    const root = learner.page.querySelector('dsg-guide')!.shadowRoot!
    await until(() => words(find('[role="alert"]', root)).includes('We could not show this part of the page'), () => words(root))
    expect(learner.shown).to.contain('My record')
    // The module beside it has a file of its own, which is there.
    expect(words(learner.page.querySelector('dsg-module')!)).to.contain(module.pages[0]!.title)
  })
})

/** The same words, and everything in the same place to the pixel or so. */
function expectSame(visit: Visit, calm: Visit): void {
  expect(visit.screens.map(([step]) => step)).to.deep.equal(calm.screens.map(([step]) => step))
  for (const [at, [step, screen]] of visit.screens.entries()) {
    for (const tag of PARTS) {
      const [is, should] = [screen[tag]!, calm.screens[at]![1][tag]!]
      expect(is.words, `${step}, ${tag}`).to.equal(should.words)
      expect(is.boxes, `${step}, ${tag}`).to.have.length(should.boxes.length)
      const moved = is.boxes.flatMap((box, i) => box.some((px, j) => Math.abs(px - should.boxes[i]![j]!) > 1)
        ? [`${box.join()} instead of ${should.boxes[i]!.join()}`] : [])
      expect(moved, `${step}, ${tag}`).to.deep.equal([])
    }
  }
}
