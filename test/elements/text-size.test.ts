import {expect} from 'chai'
import '../../components/elements/module/define.js'
import '../../components/elements/pathway/define.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {find, html, show} from './screen.js'

const root = document.documentElement

/** Pixels of the text in a module, by the text size of what stands around it. */
async function textPx(sizes: {root?: string; body?: string; wrapper?: string}, width: number): Promise<number> {
  root.style.fontSize = sizes.root ?? ''
  document.body.style.fontSize = sizes.body ?? ''
  const place = await show<HTMLElement>(html`<div>
    <dsg-module .guide=${shippedGuide()} module=${guide.modules[0]!.id}></dsg-module></div>`, width)
  place.style.fontSize = sizes.wrapper ?? ''
  return parseFloat(getComputedStyle(find('.page.current p', place)!).fontSize)
}

describe('the text size that a host and its readers chose', () => {
  afterEach(() => {
    root.style.fontSize = ''
    document.body.style.fontSize = ''
  })

  const cases = [
    {sizes: {}, narrow: 16, wide: 19, why: 'nobody chose one'},
    {sizes: {root: '200%'}, narrow: 32, wide: 38, why: 'the reader\'s browser has twice the size'},
    {sizes: {root: '10px'}, narrow: 16, wide: 19, why: 'a root that is small for easy sums'},
    {sizes: {root: '62.5%', body: '2.4rem'}, narrow: 24, wide: 24, why: 'such a root, and a reader who has 24 px'},
    {sizes: {body: '24px'}, narrow: 24, wide: 24, why: 'a host with large text'},
    {sizes: {wrapper: '150%'}, narrow: 24, wide: 24, why: 'a host\'s "larger text" button'},
    {sizes: {body: '11px'}, narrow: 16, wide: 19, why: 'a host with text too small to read'},
    {sizes: {wrapper: '0'}, narrow: 16, wide: 19, why: 'a wrapper that hides white space'},
  ]
  for (const {sizes, narrow, wide, why} of cases) {
    it(`${narrow} px, and ${wide} px where there is room: ${why}`, async () => {
      // Room is counted in the reader's own letters, so that large text gets the narrow arrangement.
      expect(await textPx(sizes, 375)).to.be.closeTo(narrow, .1)
      expect(await textPx(sizes, 1400)).to.be.closeTo(wide, .1)
    })
  }
})
