import {expect} from 'chai'
import '../../components/embed/all.js'
import '../../components/elements/embed-builder/define.js'
import type {GuideElement} from '../../components/elements/shared/base/guide-element.js'
import {PART_NAMES, PARTS} from '../../components/model/guide/parts.js'
import {assessed, guide, shippedGuide} from '../../stories/content.js'
import {FakeClock} from '../state/visit/fake-clock.js'
import {expectAccessible} from './axe.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const IDS: Record<string, string> = {
  pathway: guide.pathways[0]!.id, module: 'spot-suspicious-email', framework: guide.frameworks[0]!.id, canvas: guide.canvases[0]!.id,
}

/** Ranks of the headings that a screen reader lists, in their order. */
function ranks(element: Element): number[] {
  return findAll('h1, h2, h3, h4, h5, h6', element.shadowRoot!)
    .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest('[aria-hidden="true"]'))
    .map(({localName}) => Number(localName[1]))
}

/** One heading of the first rank, before all others, and no rank left out on the way down. */
function expectOutline(element: Element, first: number, what: string): void {
  const found = ranks(element)
  expect(found[0], `${what}: ${found}`).to.equal(first)
  expect(found.filter(rank => rank <= first), `${what}: ${found}`).to.have.length(1)
  expect(found.filter((rank, at) => rank > (found[at - 1] ?? first) + 1), `${what}: ${found}`).to.deep.equal([])
}

describe('the first heading', function () {
  this.timeout(60_000)

  for (const name of PART_NAMES.filter(name => !PARTS[name].only || PARTS[name].only === 'site')) {
    for (const level of [1, 3]) {
      it(`of dsg-${name} alone is one, of rank ${level}`, async () => {
        const {names} = PARTS[name]
        const element = document.createElement(`dsg-${name}`) as GuideElement
        element.setAttribute('heading-level', String(level))
        if (names && IDS[names]) element.setAttribute(names, IDS[names])
        element.guide = shippedGuide(...assessed('a', () => ({now: 2, needed: 4})))
        await show(html`<div>${element}</div>`)
        await settled(element)
        await until(() => ranks(element).length > 0, () => words(element.shadowRoot!))
        expectOutline(element, level, name)
      })
    }
  }

  const views = [
    'home', 'search/', 'search/password', `pathway/${IDS.pathway}`, `module/${IDS.module}`, 'glossary', 'assessment', 'profile', 'record',
  ]
  for (const view of views) {
    it(`of dsg-guide at ${view} is one`, async () => {
      const before = location.href
      history.replaceState(null, '', `#dsg/${view}`)
      const loaded = shippedGuide(...assessed('a', () => ({now: 2, needed: 4})))
      const element = await show<GuideElement>(html`<dsg-guide .guide=${loaded} heading-level="1" with-feedback></dsg-guide>`)
      history.replaceState(null, '', before)
      await settled(element)
      await until(() => ranks(element).length > 1, () => words(element.shadowRoot!))
      expectOutline(element, 1, view)
    })
  }

  it('of a search leads to the results, whose heading says how many there are, once', async () => {
    const clock = new FakeClock()
    const element = await show<GuideElement>(html`<dsg-search .guide=${shippedGuide()} .clock=${clock} heading-level="2" query="password"></dsg-search>`)
    const headings = () => findAll('h1, h2, h3, h4', element.shadowRoot!).map(each => `${each.localName} ${words(each)}`)
    await until(() => headings().length > 1, headings)
    const [box, results, ...others] = headings()
    expect([box, others]).to.deep.equal(['h2 Search the guide', []])
    expect(results).to.match(/^h3 \d+ results for "password"$/)
    const result = find('h3', element.shadowRoot!)!
    expect(result.closest('[aria-live], [aria-hidden]')).to.equal(null)
    expect(result.compareDocumentPosition(find('.results', element.shadowRoot!)!) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0)
    expect(find<HTMLLabelElement>('h2 label', element.shadowRoot!)!.control).to.equal(find('#query', element.shadowRoot!))
    clock.goOn(1_000)
    await settled(element)
    const told = findAll('[aria-live]', element.shadowRoot!).filter(each => words(each))
    expect(told.map(words)).to.deep.equal([results!.slice(3)])
    await expectAccessible(element)
  })

  it('of a search that finds nothing stays alone', async () => {
    const element = await show<GuideElement>(html`<dsg-search .guide=${shippedGuide()} query="zzzzzz"></dsg-search>`)
    await until(() => words(element.shadowRoot!).includes('Nothing found'))
    expect(ranks(element)).to.deep.equal([2])
  })
})
