import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import '../../components/elements/embed-builder/define.js'
import '../../components/elements/glossary/define.js'
import '../../components/elements/module/define.js'
import '../../components/elements/pathway/define.js'
import '../../components/elements/pathways/define.js'
import '../../components/elements/profile/define.js'
import '../../components/elements/quiz/define.js'
import '../../components/elements/record/define.js'
import '../../components/elements/search/define.js'
import '../../components/elements/self-assessment/define.js'
import '../../components/elements/tasks/define.js'
import '../../components/elements/term/define.js'
import type {DsgElement} from '../../components/elements/shared/base/element.js'
import {PART_NAMES, PARTS} from '../../components/model/guide/parts.js'
import {assessed, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {find, findAll, html, show} from './screen.js'
import {settled, until} from './settled.js'

const module = guide.modules.find(({tasks, show}) => tasks.length && show)!

/** Addresses that must not lead out of an element, and one for each way in which a filter can be got round. */
const HOSTILE = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)//', ' javascript:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)',
  '\u0000javascript:alert(1)', '\u0001javascript:alert(1)', 'java\u0000script:alert(1)', '\u00a0javascript:alert(1)',
  'javascript\u200b:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)', 'blob:https://evil.example/1',
  'file:///etc/passwd', 'about:blank', 'mailto:someone@evil.example', 'tel:999', 'module:x', '//evil.example/', '\\\\evil.example\\',
  '/\\evil.example', '\\/evil.example', '/\n/evil.example', ' //evil.example', 'https://www.nhs.uk@evil.example/',
  'https:///www.nhs.uk:x@evil.example', 'HTTP:\\\\www.nhs.uk@evil.example',
]

/** Parts whose links lead out to the whole guide. The others have none, or are inside one of these. */
const LEADING_OUT = ['glossary', 'module', 'pathway', 'pathways', 'profile', 'quiz', 'record', 'search', 'self-assessment', 'canvas'] as const

/** What script could run in, or that leads away from the sites that a reader of this page knows. */
function dangers(element: Element): string[] {
  return findAll<HTMLAnchorElement>('a[href], area[href]', element.shadowRoot!).filter(({protocol, hostname, username}) => {
    const isWeb = protocol === 'https:' || protocol === 'http:'
    return !isWeb && protocol !== 'mailto:' && protocol !== 'tel:' || hostname.includes('evil') || username !== ''
  }).map(link => link.getAttribute('href')!)
}

describe('an address that is set on an element', () => {
  let told: string[]
  const real = console.error
  beforeEach(() => {
    told = []
    console.error = (...said) => { told.push(said.join(' ')) }
  })
  afterEach(() => { console.error = real })

  /** An element with links in it, with an address of the whole guide. */
  async function shown(name: typeof LEADING_OUT[number], guideHref?: unknown): Promise<DsgElement> {
    const loaded = name === 'profile' || name === 'record' || name === 'self-assessment'
      ? shippedGuide(...assessed('1', () => ({now: 1, needed: 4}))) : shippedGuide()
    const element = document.createElement(`dsg-${name}`) as DsgElement
    const {names} = PARTS[name]
    if (names === 'module') element.setAttribute(names, module.id)
    if (names === 'pathway') element.setAttribute(names, guide.pathways[0]!.id)
    if (name === 'search') element.setAttribute('query', 'password')
    if (typeof guideHref === 'string') element.setAttribute('guide-href', guideHref)
    else Object.assign(element, {guideHref})
    element.guide = loaded
    const place = await show(html`<div>${element}</div>`)
    await settled(place)
    return element
  }

  it('is asked for by no part that this test does not know', () => {
    const others = PART_NAMES.filter(name => !LEADING_OUT.some(each => each === name))
    expect(others).to.have.members(['guide', 'feedback', 'saving', 'embed-builder', 'tasks', 'term'])
  })

  for (const name of LEADING_OUT) {
    it(`dsg-${name}: leads no link astray, and the page's console says once what to change`, async () => {
      for (const address of HOSTILE) {
        told = []
        const element = await shown(name, address)
        expect(dangers(element), address).to.deep.equal([])
        expect(element.guideHref, address).to.equal(undefined)
        expect(told, address).to.deep.equal([`<dsg-${name}> needs a web address in "guide-href", not "${address}".`])
        element.remove()
      }
    })
  }

  it('keeps links to the guide working: they lead where they would without it', async () => {
    const links = (element: Element) => findAll('a', element.shadowRoot!).map(link => link.getAttribute('href'))
    const without = links(await shown('pathway'))
    expect(without.some(href => href?.includes('#dsg/module/'))).to.equal(true)
    expect(links(await shown('pathway', 'javascript:alert(1)'))).to.deep.equal(without)
  })

  it('is looked at again when script changes it, and the next one is used', async () => {
    const element = await shown('pathway', '/guide/')
    const first = () => find('a', element.shadowRoot!)!.getAttribute('href')!
    expect(first()).to.match(/^\/guide\/#dsg\//)
    for (const bad of ['javascript:alert(1)', 'java\nscript:alert(1)']) {
      element.guideHref = bad
      await settled(element)
      expect(dangers(element)).to.deep.equal([])
      element.guideHref = 'https://intranet.example/skills'
      await settled(element)
      expect(first()).to.match(/^https:\/\/intranet\.example\/skills#dsg\//)
    }
    element.setAttribute('guide-href', 'javascript:alert(1)')
    await settled(element)
    expect(dangers(element)).to.deep.equal([])
    expect(told).to.have.length(3)
  })

  it('may be any kind of value, and is read once', async () => {
    let reads = 0
    const turncoat = {toString: () => reads++ ? 'javascript:alert(1)' : '/guide/'}
    const kinds: [unknown, RegExp, number][] = [
      [undefined, /^#dsg|^http/, 0], [null, /^#dsg|^http/, 0], ['', /^#dsg/, 0],
      [new URL('https://intranet.example/a b'), /^https:\/\/intranet\.example\/a%20b#dsg/, 0],
      [new URL('javascript:alert(1)'), /^#dsg|^http/, 1], [['javascript:alert(1)'], /^#dsg|^http/, 1],
      [42, /^42#dsg/, 0], [turncoat, /^\/guide\/#dsg/, 0],
    ]
    for (const [i, [value, leads, messages]] of kinds.entries()) {
      told = []
      const element = await shown('pathway', value)
      expect(find('a', element.shadowRoot!)!.getAttribute('href'), `kind ${i}`).to.match(leads)
      expect(dangers(element)).to.deep.equal([])
      expect(told).to.have.length(messages)
    }
    expect(reads).to.equal(1)
  })

  it('is refused in a term of its own, which then has no link', async () => {
    for (const address of HOSTILE) {
      const element = await show(html`<dsg-term href=${address} .term=${guide.glossary[0]}>x</dsg-term>`)
      find('button', element.shadowRoot!)!.click()
      await settled(element)
      expect(find('.note', element.shadowRoot!), address).to.not.equal(undefined)
      expect(dangers(element), address).to.deep.equal([])
    }
  })
})

describe('an address in a guide that a page sets as a property, which nobody has checked', () => {
  it('of a source, of a local detail and of a canvas leads nowhere that links may not', async () => {
    for (const url of HOSTILE) {
      const loaded = changedGuide({
        settings: Object.fromEntries(Object.keys(guide.settings).concat(module.settings).map(name => [name, url])),
        modules: guide.modules.map(each => ({...each, sources: [{title: 'Source', url}]})),
        canvases: guide.canvases.map(each => ({...each, sources: [{title: 'Source', url}]})),
      })
      const withSettings = guide.modules.find(({settings}) => settings.length)!
      const element = await show(html`<div>
        <dsg-module .guide=${loaded} module=${withSettings.id} one-page></dsg-module><dsg-canvas .guide=${loaded}></dsg-canvas>
      </div>`)
      for (const each of element.children) {
        await until(() => each.shadowRoot!.querySelector('slot[hidden]'))
        const bad = dangers(each).concat(findAll('a', each.shadowRoot!).map(link => link.getAttribute('href')!).filter(href => href === url))
        expect(bad.filter(href => !/^(mailto|tel):/.test(href)), url).to.deep.equal([])
      }
      element.remove()
    }
  })
})
