import {expect} from 'chai'
import fc from 'fast-check'
import '../../components/elements/guide/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import {shippedGuide} from '../../stories/content.js'
import {at, heading, MODULE, module, PATHWAY, pathway, shownTitle} from './guide-history.js'
import {findAll, focused, html, show, words} from './screen.js'
import {until} from './settled.js'

const STEPS = 30

describe('Back and Forward in a guide', function () {
  this.timeout(120_000)
  beforeEach(() => at(''))

  /** All links that a guide shows, through its elements. */
  const links = (root: ParentNode): HTMLAnchorElement[] => [...root.querySelectorAll<HTMLElement>('*')].flatMap(each => [
    ...each instanceof HTMLAnchorElement && each.hash.startsWith('#dsg/') && each.checkVisibility() ? [each] : [],
    ...each.shadowRoot ? links(each.shadowRoot) : [],
  ])
  const ready = async (element: DsgGuide) => until(() => findAll('.foot', element.shadowRoot!).length)

  it('lead to the link that was followed, where it stood', async () => {
    const element = await show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
    await ready(element)
    const last = links(element.shadowRoot!).filter(({hash}) => hash.startsWith('#dsg/pathway/')).at(-1)!
    const its = words(last)
    // WebKit scrolls to what has the focus a little later.
    last.scrollIntoView({block: 'center', behavior: 'instant'})
    last.focus({preventScroll: true})
    const {top} = last.getBoundingClientRect()
    last.click()
    await until(() => shownTitle() === its)
    history.back()
    await until(() => focused()?.localName === 'a')
    expect(words(focused()!)).to.equal(its)
    expect(Math.abs(focused()!.getBoundingClientRect().top - top)).to.be.lessThan(2)
  })

  it('lead to the heading of a screen that somebody left without following a link of it', async () => {
    const element = await show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
    await ready(element)
    for (const [hash, title] of [[PATHWAY, pathway.title], [MODULE, module.title]]) {
      links(element.shadowRoot!).find(each => each.hash === hash)!.click()
      await until(() => shownTitle() === title && heading() === title)
    }
    history.back()
    await until(() => shownTitle() === pathway.title && (focused() as HTMLAnchorElement).hash?.startsWith(MODULE))
    history.forward()
    await until(() => heading() === module.title && focused()!.localName !== 'a')
  })

  for (const address of ['hash', 'none', 'shared']) {
    it(`keep place and focus over ${STEPS} random steps, address ${address}`, async () => {
      await fc.assert(fc.asyncProperty(
        fc.array(fc.record({way: fc.constantFrom('link', 'link', 'back', 'forward'), nth: fc.nat(1000)}), {minLength: STEPS, maxLength: STEPS}),
        async steps => {
          at(address === 'shared' ? '#/hosts/own' : '')
          const element = await show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}
            address=${address === 'none' ? 'none' : 'auto'}></dsg-guide>`)
          await ready(element)
          const entries = [{title: shownTitle(), left: ''}]
          let now = 0
          const has = () => focused()?.localName === 'a' ? `link ${(focused() as HTMLAnchorElement).hash}` : ''
          for (const {way, nth} of steps) {
            if (way === 'link') {
              // A search has no heading to wait for, and a link to this screen leads nowhere.
              const choice = links(element.shadowRoot!).filter(({hash}) => /^#dsg.(pathway|module|record|home)/.test(hash)
                && !hash.includes('question') && hash.split('/').length < 4)
              const link = choice[nth % choice.length]!
              link.focus()
              const route = link.hash
              entries[now]!.left = `link ${route}`
              const before = shownTitle()
              link.click()
              await until(() => shownTitle() && (focused()?.id === 'title'), () => `${route} from ${before}`)
              await until(() => !element.source.loading)
              if (shownTitle() === before) { entries[now]!.left = ''; continue }
              entries.splice(++now, Infinity, {title: shownTitle(), left: ''})
            } else {
              const to = now + (way === 'back' ? -1 : 1)
              if (!entries[to]) continue
              entries[now]!.left = has()
              const all = entries.filter(({title}) => title === entries[to]!.title)
              history[way]()
              now = to
              await until(() => shownTitle() === entries[now]!.title, () => `${way} to ${entries[now]!.title}, at ${shownTitle()}`)
              // A screen visited twice is remembered once: by the way it was left last.
              if (all.length === 1) await until(() => has() === entries[now]!.left, () => `${way}: "${has()}", not "${entries[now]!.left}"`)
              else await until(() => has() || focused()?.id === 'title')
            }
          }
          element.remove()
        },
      ), {numRuns: 1, seed: 18})
    })
  }
})
