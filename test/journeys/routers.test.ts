import {expect} from 'chai'
import {selfAssessmentStrings} from '../../components/elements/self-assessment/self-assessment.strings.js'
import {guide} from '../../stories/content.js'
import {find, findAll, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {press} from '../keys.js'
import {randomFrom} from '../model/ids/damage.js'
import {openPage, reload} from './frame.js'

const STEPS = 30
/** Walks of each host, when all of them are asked for: `npm run prove:routers`. */
const SEEDS = Number(document.documentElement.dataset.seeds)

/** Where the host's router is, and how its guide is told to use the address. */
interface Site { kind: string; isFirst: boolean }

const SITES: Site[] = ['navigo-hash', 'backbone-hash', 'own-hash', 'navigo-history', 'backbone-history', 'own-history', 'based-history']
  .flatMap(kind => [{kind, isFirst: false}, {kind, isFirst: true}])
/** A walk takes 10 seconds where a browser limits changes of the history. Here is one of each library, and one made by hand. */
const IN_SHORT: Record<string, boolean> = {'navigo-hash': false, 'backbone-history': true, 'own-history': false}
const WALKED = SEEDS ? SITES : SITES.filter(({kind, isFirst}) => IN_SHORT[kind] === isFirst)

/** What a person has to find on screen. */
interface Place { host: string; guide: string }

/** Links that can be followed from anywhere, and what the guide then shows. Each is found by its words. */
const TITLES = new Map([
  ...guide.pathways.map(({id, title}) => [`#dsg/pathway/${id}`, title] as const),
  ...guide.modules.flatMap(({id, title, pages}) => [
    [`#dsg/module/${id}`, `${title}: ${pages[0]!.title}`] as const,
    ...pages.map(page => [`#dsg/module/${id}/${page.id}`, `${title}: ${page.title}`] as const),
  ]),
  ['#dsg/home', guide.title], ['#dsg/search/', 'search: '], ['#dsg/assessment', selfAssessmentStrings.en.title],
  ['#dsg/record', 'My record'],
  ['#dsg/glossary', 'Glossary'],
])

const QUERIES = ['password', 'email', 'record']

/** When the last steps were, in milliseconds. */
const taken: number[] = []

/** WebKit lets a page and its frames change the history 100 times in 10 seconds, and a step is up to 3 changes. */
async function paced(): Promise<void> {
  const isLimited = /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent)
  if (isLimited) await until(() => taken.filter(time => performance.now() - time < 10_000).length < 30)
  taken.push(performance.now())
}

/** A real key: Chromium may drop entries of the history that no person has made, to keep to 50. */
async function pressOn(control: HTMLElement): Promise<void> {
  control.focus()
  await press('Enter')
}

/** Someone who goes about a site with a router, and an independent list of what a browser has to remember of that. */
class Walk {
  /** Where each entry of the history leads. A place in the guide is '' where the guide is not on the page. */
  readonly entries: Place[]
  at = 0
  readonly steps: string[] = []

  constructor(readonly site: Site, readonly frame: HTMLIFrameElement) {
    this.entries = [site.isFirst ? {host: 'Guide', guide: guide.title} : {host: 'Home', guide: ''}]
  }

  get page(): Document { return this.frame.contentDocument! }
  get window(): Window & {faults?: string[]} { return this.frame.contentWindow! }
  get here(): Place { return this.entries[this.at]! }
  get element(): HTMLElement | null { return this.page.querySelector('dsg-guide') }

  push(place: Place): void {
    this.entries.splice(this.at + 1, Infinity, place)
    this.at += 1
  }

  /** The host's own heading. */
  get title(): string { return words(this.page.querySelector('#view h1') ?? undefined) }

  /** The guide's place as its own screen tells it. */
  get shown(): string {
    const root = this.element?.shadowRoot
    if (!root || find('[aria-busy], .waits', root)) return ''
    const box = find<HTMLInputElement>('#query', root)
    const view = root.querySelector('.view')
    if (!view) return box ? `search: ${box.value}` : ''
    const title = words(find('#title', root))
    const current = find('.contents [aria-current]', view.shadowRoot!)
    return view.localName === 'dsg-module' && current ? `${title}: ${words(current)}` : title
  }

  /** The host's own address, without the guide's part in it. */
  get address(): string {
    const {pathname, hash} = this.window.location
    return pathname.split('/').slice(this.site.isFirst ? 4 : 3).join('/') + hash.replace(/^#dsg\/.*/, '').replace(/^#!?\/?/, '')
  }

  async check(): Promise<void> {
    const told = () => `step ${this.steps.length} of ${this.site.kind}${this.site.isFirst ? ', first' : ''}: ${this.steps.join(' | ')
    }\nwanted ${JSON.stringify(this.here)}, is ${this.title}, "${this.shown}" at ${this.window.location.href}`
    await until(() => this.title === this.here.host && this.shown === this.here.guide, told)
    const name = this.here.host.toLowerCase()
    expect(this.address, told()).to.equal(this.entries[0]!.host.toLowerCase() === name ? '' : name)
    // The guide writes in a hash only where there is no other, and only where it may.
    if (this.site.isFirst || this.site.kind.endsWith('-hash')) expect(this.window.location.hash, told()).not.to.contain('dsg')
    expect(this.window.faults, told()).to.deep.equal([])
  }

  /** Links that lead into the guide, as they are on screen. */
  links(): HTMLAnchorElement[] {
    const root = this.element?.shadowRoot
    if (!root) return []
    return findAll<HTMLAnchorElement>('a', root).filter(link => {
      const to = TITLES.get(link.hash)
      return to && link.getClientRects().length && to !== this.here.guide
    })
  }

  async step(choose: <T>(among: readonly T[]) => T): Promise<void> {
    await paced()
    const {here} = this
    const can = ['host', ...this.at ? ['back'] : [], ...this.at < this.entries.length - 1 ? ['forward'] : []]
    // Most of the time people read the guide.
    if (here.guide) can.push('link', 'link', 'link', 'link', 'moved', 'anew', 'search', 'reload')
    const what = choose(can)
    switch (what) {
      case 'host': {
        const button = choose([...this.page.querySelectorAll<HTMLElement>('#site button')].filter(each => words(each) !== here.host))
        const host = words(button)
        this.steps.push(`host: ${host}`)
        await pressOn(button)
        this.push({host, guide: host === 'Guide' ? guide.title : ''})
        break
      }
      case 'link': {
        const link = choose(this.links())
        this.steps.push(`link: ${link.hash}`)
        this.push({host: here.host, guide: TITLES.get(link.hash)!})
        await pressOn(link)
        break
      }
      case 'search': {
        const query = choose(QUERIES)
        const box = find<HTMLInputElement>('#query', this.element!.shadowRoot!)
        if (!box) return this.step(choose)
        this.steps.push(`search: ${query}`)
        box.value = query
        box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}))
        this.entries[this.at] = {host: here.host, guide: `search: ${query}`}
        break
      }
      case 'moved': {
        this.steps.push(what)
        const {element} = this
        element!.remove()
        this.page.querySelector('#view')!.append(element!)
        break
      }
      case 'anew': {
        this.steps.push(what)
        const copy = this.element!.cloneNode(true)
        this.element!.replaceWith(copy)
        break
      }
      case 'reload':
        this.steps.push(what)
        await reload(this.frame)
        break
      default:
        this.steps.push(what)
        this.at += what === 'back' ? -1 : 1
        this.window.history[what as 'back' | 'forward']()
    }
    return this.check()
  }
}

describe('a site with a router of its own', function () {
  this.timeout(300_000)

  for (const site of WALKED) {
    const where = site.isFirst ? 'a guide with address="none" on its first page' : 'a guide on one of its pages'
    it(`${site.kind}, ${where}: both keep their place for ${STEPS} steps`, async () => {
      for (let seed = 1; seed <= (SEEDS || 1); seed++) {
        const random = randomFrom(seed * 100 + SITES.indexOf(site))
        const frame = await openPage(`/routed/${site.kind}/${site.isFirst ? 'first/' : ''}`)
        const walk = new Walk(site, frame)
        await walk.check()
        for (let i = 0; i < STEPS; i++) await walk.step(among => among[random(among.length)]!)
        frame.remove()
      }
    })
  }
})

