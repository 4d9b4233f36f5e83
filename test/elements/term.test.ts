import {expect} from 'chai'
import '../../components/elements/term/define.js'
import type {DsgTerm} from '../../components/elements/term/term.js'
import {guide} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, focused, html, show, words} from './screen.js'

const phishing = guide.glossary.find(({id}) => id === 'phishing')!

describe('dsg-term', () => {
  it('explains a word on the spot, right after it, and closes with Escape', async () => {
    const place = await show<HTMLParagraphElement>(html`
      <p>A <dsg-term .term=${phishing} href="#dsg/glossary/phishing">phishing</dsg-term> message</p>`)
    const term = place.querySelector<DsgTerm>('dsg-term')!
    const button = find('button', term.shadowRoot!)!
    button.focus()
    await press('Enter')
    await term.updateComplete
    expect(button.getAttribute('aria-expanded')).to.equal('true')
    expect(find(`#${button.getAttribute('aria-controls')}`, term.shadowRoot!)).to.equal(find('[role="note"]', term.shadowRoot!))
    expect(words(place)).to.match(/^A phishing \( what this means \) .+ Go to the glossary message$/)
    await press('Tab')
    expect(words(focused()!)).to.equal('Go to the glossary')
    await press('Escape')
    await term.updateComplete
    expect(focused()).to.equal(button)
    expect(find('[role="note"]', term.shadowRoot!)).to.equal(undefined)
  })
})
