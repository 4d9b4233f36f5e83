import {expect} from 'chai'
import '../../components/elements/glossary/define.js'
import type {DsgGlossary} from '../../components/elements/glossary/glossary.js'
import {plainText} from '../../components/model/guide/document.js'
import {changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {expectAccessible, expectIdsToResolve} from './axe.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const phishing = guide.glossary.find(({id}) => id === 'phishing')!
const wrongWayRound = changedGuide({glossary: [...guide.glossary].reverse()})

const terms = (element: DsgGlossary) => findAll('dt', element.shadowRoot!)
const meaningOf = (term: HTMLElement) => words(term.nextElementSibling!)

describe('dsg-glossary', () => {
  it('lists every term from A to Z, whatever order the guide has them in, each with its meaning', async () => {
    const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${wrongWayRound}></dsg-glossary>`)
    const inOrder = guide.glossary.map(({term}) => term).sort(new Intl.Collator(guide.lang).compare)
    expect(terms(element).map(term => words(term))).to.deep.equal(inOrder)
    const meaning = plainText(phishing.meaning).trim().split('\n')[0]!
    expect(meaningOf(find('#term-phishing', element.shadowRoot!)!)).to.contain(meaning)
  })

  it('says what else a term is called', async () => {
    const named = guide.glossary.find(({also}) => also.length > 1)!
    const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${shippedGuide()}></dsg-glossary>`)
    expect(meaningOf(find(`#term-${named.id}`, element.shadowRoot!)!)).to.match(new RegExp(`^Also called ?: ${named.also.join(', ')}`))
  })

  it('explains a term that a meaning uses on the spot, with the keyboard alone', async () => {
    const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${shippedGuide()} guide-href="/guide/"></dsg-glossary>`)
    const button = await until(() => find('button[aria-expanded]', element.shadowRoot!))
    button.focus()
    await press('Enter')
    await settled(element)
    expect(button.getAttribute('aria-expanded')).to.equal('true')
    await press('Tab')
    expect(words(focused()!)).to.equal('Go to the glossary')
    expect(focused()!.getAttribute('href')).to.match(/^\/guide\/#dsg\/glossary\/./)
  })

  it('moves the focus to the term that is asked for, where a screen reader reads on', async () => {
    const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${shippedGuide()} term="app"></dsg-glossary>`)
    expect(focused()?.closest('main'), 'not before somebody asks: the page has just opened').to.equal(null)
    element.term = phishing.id
    await settled(element)
    expect(words(focused()!)).to.equal(phishing.term)
    await expectAccessible(element)
    expectIdsToResolve(element.shadowRoot!)
  })

  it('moves the focus to its heading when no term is asked for', async () => {
    const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${shippedGuide()} heading-level="3"></dsg-glossary>`)
    element.focusHeading()
    await settled(element)
    expect(focused()!.localName).to.equal('h3')
    expect(words(focused()!)).to.equal('Glossary')
  })

  it('stays where it is for a term that has left the guide', async () => {
    const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${shippedGuide()} term="app"></dsg-glossary>`)
    element.term = 'gone-since'
    await settled(element)
    expect(terms(element)).to.have.length(guide.glossary.length)
    expect(focused()).to.equal(document.body)
  })

  describe('on a page whose address names a term', () => {
    const before = location.href

    afterEach(() => history.replaceState(history.state, '', before))

    it('goes there, as the link did before there was script', async () => {
      history.replaceState(history.state, '', '#term-phishing')
      const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${shippedGuide()}></dsg-glossary>`)
      expect(element.term).to.equal(phishing.id)
      expect(words(focused()!)).to.equal(phishing.term)
    })

    it('does as the host says, where that names a term too', async () => {
      history.replaceState(history.state, '', '#term-phishing')
      const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${shippedGuide()} term="app"></dsg-glossary>`)
      expect(element.term).to.equal('app')
    })
  })

  it('says so when the guide has no glossary', async () => {
    const element = await show<DsgGlossary>(html`<dsg-glossary .guide=${changedGuide({glossary: []})}></dsg-glossary>`)
    expect(words(element)).to.equal('Glossary This guide has no glossary yet.')
  })

  it('keeps what stands inside it when the guide cannot be loaded, and says why', async () => {
    const element = await show<DsgGlossary>(html`
      <dsg-glossary src="/no-such-pack/guide.json"><p>Ask for the glossary on paper.</p></dsg-glossary>`)
    await until(() => find('[role="alert"]', element.shadowRoot!))
    expect(words(element)).to.contain('Ask for the glossary on paper.')
    expect(words(element)).to.contain('The guide is not at the address this page gives.')
    const retry = find('[role="alert"] button', element.shadowRoot!)!
    element.guide = shippedGuide()
    retry.focus()
    await press('Enter')
    await until(() => find('[role="alert"]', element.shadowRoot!))
    expect(words(element), 'the address is as wrong as before').to.contain('Ask for the glossary on paper.')
  })
})
