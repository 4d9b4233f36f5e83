import {expect} from 'chai'
import {render, type LitElement} from 'lit'
import '../../components/embed/all.js'
import {guide, shippedGuide} from '../../stories/content.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {html, words} from './screen.js'

/** A guide whose parts are still on their way. */
function slowGuide(): LoadedGuide {
  const never = () => new Promise<never>(() => {})
  return {...shippedGuide(), module: never, framework: never, canvas: never}
}

const slow = slowGuide()
const module = guide.modules[0]!.id

const elements = {
  'dsg-module': html`<dsg-module .guide=${slow} module=${module}><p>Read it as a page</p></dsg-module>`,
  'dsg-quiz': html`<dsg-quiz .guide=${slow} module=${module}><p>Read it as a page</p></dsg-quiz>`,
  'dsg-self-assessment': html`<dsg-self-assessment .guide=${slow}><p>Read it as a page</p></dsg-self-assessment>`,
  'dsg-profile': html`<dsg-profile .guide=${slow}><p>Read it as a page</p></dsg-profile>`,
  'dsg-canvas': html`<dsg-canvas .guide=${slow}><p>Read it as a page</p></dsg-canvas>`,
}

/** A page that reads without script must not flash while the elements take over. */
describe('what stands inside an element', () => {
  for (const [tag, element] of Object.entries(elements)) {
    it(`${tag}: stays until there is something to show in its place`, async () => {
      const place = document.body.appendChild(document.createElement('main'))
      render(element, place)
      const shown = place.firstElementChild as LitElement
      await shown.updateComplete
      expect(shown.shadowRoot!.querySelector('slot')!.hidden).to.equal(false)
      expect(words(shown)).to.equal('Read it as a page')
      place.remove()
    })
  }
})
