import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {expectAccessiblePage, expectIdsToResolve} from '../elements/axe.js'
import {find, focused, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {openPage, reload} from './frame.js'

const HOME = '/guide/index.html'
const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const PAGES = [
  HOME, '/guide/glossary.html', '/guide/embed-this.html',
  ...guide.pathways.map(({id}) => `/guide/pathways/${id}.html`),
  ...guide.modules.map(({id}) => `/guide/modules/${id}.html`),
  ...guide.frameworks.map(({id}) => `/guide/frameworks/${id}.html`),
  ...guide.canvases.map(({id}) => `/guide/canvases/${id}.html`),
]
/** One of each kind. */
const KINDS = [
  HOME, `/guide/pathways/${guide.pathways[0]!.id}.html`, `/guide/modules/${module.id}.html`, '/guide/glossary.html',
  `/guide/frameworks/${guide.frameworks[0]!.id}.html`, `/guide/canvases/${guide.canvases[0]!.id}.html`,
  '/guide/embed-this.html',
]

/** A page where scripts are switched off, as in a browser that runs none. */
async function openWithoutScript(address: string, width: number): Promise<Document> {
  const frame = place(width)
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.src = address
  document.body.append(frame)
  const page = () => frame.contentDocument
  await until(() => page()?.readyState === 'complete' && page()?.URL !== 'about:blank', () => address)
  return page()!
}

/** A page where scripts may run, but those of the guide do not arrive. */
async function openWithoutElements(address: string, width: number): Promise<HTMLIFrameElement> {
  const html = await (await fetch(address)).text()
  const frame = place(width)
  frame.srcdoc = html.replace(/<script.*<\/script>/g, '<script src="/node_modules/axe-core/axe.min.js"></script>')
    .replace(/(href|src)="(?!#|https?:|mailto:|tel:)([^"]+)"/g, (_, name: string, path: string) =>
      `${name}="${new URL(path, new URL(address, location.href)).href}"`)
  document.body.append(frame)
  await until(() => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.querySelector('main'))
  return frame
}

function place(width: number): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = 'Page under test'
  frame.width = String(width)
  frame.height = '900'
  frames.push(frame)
  return frame
}

const frames: HTMLIFrameElement[] = []
const clear = () => { for (const frame of frames.splice(0)) frame.remove() }
afterEach(clear)

describe('the built site', function () {
  this.timeout(120_000)

  it('has no dead link: every file and every place in one is there, from the home page on', async () => {
    const pages = new Map<string, Document>()
    const others = new Set<string>()
    const dead: string[] = []
    const waiting: {to: string; from: string}[] = [{to: new URL(HOME, location.href).href, from: ''}]
    const places: {to: URL; from: string}[] = []
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const to = new URL(next.to)
      if (to.origin !== location.origin) continue
      places.push({to, from: next.from})
      if (pages.has(to.pathname) || others.has(to.pathname)) continue
      const answer = await fetch(to.pathname)
      if (!answer.ok) dead.push(`${next.from} leads to ${to.pathname}`)
      if (!answer.ok || !to.pathname.endsWith('.html')) {
        others.add(to.pathname)
        continue
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      pages.set(to.pathname, page)
      for (const element of page.querySelectorAll('[href], [src]')) {
        const address = element.getAttribute('href') ?? element.getAttribute('src')!
        waiting.push({to: new URL(address, to).href, from: to.pathname})
      }
    }
    for (const {to, from} of places) {
      const id = decodeURIComponent(to.hash.slice(1))
      if (id && !pages.get(to.pathname)?.getElementById(id)) dead.push(`${from} leads to ${to.pathname}${to.hash}`)
    }
    expect(dead).to.deep.equal([])
    expect([...pages.keys()]).to.include.members(PAGES)
    expect([...others].some(path => path.startsWith('/guide/images/'))).to.equal(true)
  })

  it('reads well without script on a phone: nothing is cut off or left out, answers come last', async () => {
    for (const address of PAGES) {
      const page = await openWithoutScript(address, 320)
      const shown = words(page.body)
      expect(page.documentElement.scrollWidth, address).to.be.at.most(320)
      expect(page.querySelectorAll('h1'), address).to.have.length(1)
      expect(shown, address).to.not.match(/Loading|undefined|\[object/)
      expectIdsToResolve(page)
      const about = guide.modules.find(({id}) => address.endsWith(`/modules/${id}.html`))
      for (const {title} of about && about.pages.length > 1 ? about.pages : []) expect(shown, address).to.contain(title)
      const answers = page.querySelector('.answers')
      expect(Boolean(answers), address).to.equal(Boolean(about?.show))
      if (answers) {
        expect(getComputedStyle(answers).visibility).to.equal('visible')
        const questions = [...page.querySelectorAll('.question')]
        const isBefore = (each: Element) => each.compareDocumentPosition(answers) & Node.DOCUMENT_POSITION_FOLLOWING
        expect(questions.every(isBefore)).to.equal(true)
      }
      clear()
    }
  })

  for (const address of KINDS) {
    it(`${address} without the elements: nothing for axe, light or dark`, async () => {
      const frame = await openWithoutElements(address, 400)
      for (const wait of frame.contentDocument!.getAnimations()) wait.finish()
      await expectAccessiblePage(frame)
      frame.contentDocument!.documentElement.style.colorScheme = 'dark'
      await expectAccessiblePage(frame)
    })
  }
})

describe('where script runs', function () {
  this.timeout(60_000)

  for (const width of [375, 1280]) {
    for (const address of KINDS.slice(0, 4)) {
      it(`${address} at ${width} px: the element takes over, and the heading stays where it is`, async () => {
        const before = (await openWithoutScript(address, width)).querySelector('h1')!
        const page = (await openPage(address, width)).contentDocument!
        const element = page.querySelector('main > :not(.dsg)')!
        const after = await until(() => element.shadowRoot && find('h1', element.shadowRoot as unknown as ParentNode))
        expect(words(after)).to.equal(words(before))
        const [was, is] = [before.getBoundingClientRect(), after.getBoundingClientRect()]
        for (const side of ['top', 'left', 'height'] as const) expect(is[side], side).to.be.closeTo(was[side], 1)
        expect(page.querySelector('.answers')?.getClientRects() ?? []).to.have.length(0)
      })
    }
  }

  for (const address of [...KINDS, '/guide/embed.html?show=glossary']) {
    it(`${address}: what it asks for ahead is what its element needs, and comes once`, async () => {
      const page = (await openPage(address)).contentDocument!
      const element = await until(() => page.querySelector('main > :not(.dsg):defined'))
      await until(() => element.shadowRoot?.querySelector('slot[hidden]'))
      const fetched = page.defaultView!.performance.getEntriesByType('resource').map(({name}) => name)
      const times = (wanted: string) => fetched.filter(name => name === wanted).length
      const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]')]
      expect(links).to.not.have.length(0)
      const part = element.getAttribute('data-part')
      // A module's page has its data inside, and asks for none.
      const needed = element.localName === 'dsg-module' ? [] : ['/guide/guide.json', ...part ? [part] : []]
      const data = needed.map(path => new URL(path, page.URL).href)
      expect(fetched.filter(name => name.endsWith('.json'))).to.have.members(data)
      for (const href of [...links.map(({href}) => href), ...data]) expect(times(href), href).to.equal(1)
    })
  }

  it('nobody comes upon the answers before the element is there, and they show when it never comes', async () => {
    const page = (await openWithoutElements(`/guide/modules/${module.id}.html`, 800)).contentDocument!
    const answers = page.querySelector('.answers')!
    expect(getComputedStyle(answers).visibility).to.equal('hidden')
    for (const wait of answers.getAnimations()) wait.finish()
    expect(getComputedStyle(answers).visibility).to.equal('visible')
  })

  it('nobody sees the plain page for a moment before the element is there, and it shows when that never comes', async () => {
    const page = (await openWithoutElements(`/guide/modules/${module.id}.html`, 800)).contentDocument!
    const plain = page.querySelector('main > [src] > .dsg')!
    expect(getComputedStyle(plain).opacity).to.equal('0')
    for (const wait of plain.getAnimations()) wait.finish()
    expect(getComputedStyle(plain).opacity).to.equal('1')
  })

  it('who follows a link to an answer on the plain page waits for nothing', async () => {
    const frame = await openWithoutElements(`/guide/modules/${module.id}.html`, 800)
    const page = frame.contentDocument!
    const answer = page.querySelector('.answers [id]')!
    frame.contentWindow!.location.hash = `#${answer.id}`
    await until(() => page.querySelector(':target'))
    expect(getComputedStyle(answer).visibility).to.equal('visible')
    expect(getComputedStyle(page.querySelector('main > [src] > .dsg')!).opacity).to.equal('1')
  })

  it('an address that names a page of a module opens it', async () => {
    const {id, title} = module.pages[2]!
    const page = (await openPage(`/guide/modules/${module.id}.html#page-${id}`)).contentDocument!
    const element = page.querySelector('dsg-module')!
    await until(() => element.shadowRoot?.querySelector('.contents [aria-current]'))
    expect(words(element.shadowRoot!.querySelector('.contents [aria-current]')!)).to.equal(title)
  })

  it('turning a page changes the address: Back leads back, and loading it again opens the same page', async () => {
    const frame = await openPage(`/guide/modules/${module.id}.html`)
    const element = () => frame.contentDocument!.querySelector('dsg-module')!
    const current = () => words(element().shadowRoot?.querySelector('.contents [aria-current]') ?? undefined)
    const [first, , third] = module.pages
    await until(() => current() === first!.title)
    const link = [...element().shadowRoot!.querySelectorAll('a')].find(each => each.textContent === third!.title)!
    link.click()
    await until(() => current() === third!.title && words(focused(frame.contentDocument!) ?? undefined) === third!.title)
    expect(frame.contentWindow!.location.hash).to.equal(`#page-${third!.id}`)
    frame.contentWindow!.history.back()
    await until(() => current() === first!.title)
    expect(frame.contentWindow!.location.hash).to.equal('')
    frame.contentWindow!.history.forward()
    await until(() => current() === third!.title)
    await reload(frame)
    await until(() => current() === third!.title)
  })

  it('in a frame, the whole guide is on the same page, also where the path begins with two strokes', async () => {
    for (const path of ['/guide/embed.html', '//guide/embed.html']) {
      const page = (await openPage(`${location.origin}${path}?show=pathway&pathway=${guide.pathways[0]!.id}&theme=trust`)).contentDocument!
      const link = await until(() => page.querySelector('dsg-pathway')?.shadowRoot?.querySelector<HTMLAnchorElement>('a[href*="#dsg/"]'))
      expect(link.origin + link.pathname).to.equal(location.origin + path)
      expect(link.search).to.equal('?show=guide&theme=trust')
    }
  })

  it('an address that names a term goes to it', async () => {
    const page = (await openPage('/guide/glossary.html#term-phishing')).contentDocument!
    await until(() => words(focused(page) ?? undefined) === 'Phishing')
  })
})
