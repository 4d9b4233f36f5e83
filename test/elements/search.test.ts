import {expect} from 'chai'
import '../../components/elements/search/define.js'
import type {DsgSearch} from '../../components/elements/search/search.js'
import {shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {until} from './settled.js'

describe('dsg-search', () => {
  const status = (search: DsgSearch) => words(find('[role="status"]', search.shadowRoot!)!)

  async function searchFor(query: string): Promise<DsgSearch> {
    const search = await show<DsgSearch>(html`<dsg-search .guide=${shippedGuide()}></dsg-search>`)
    find('input', search.shadowRoot!)!.focus()
    await type(query)
    await until(() => status(search).includes(`"${query}"`))
    return search
  }

  it('finds a module by its title first, marks the words, and says how many results there are', async () => {
    const search = await searchFor('suspicious email')
    const [first] = findAll<HTMLAnchorElement>('.results a', search.shadowRoot!)
    expect(words(first!).toLowerCase()).to.contain('suspicious email')
    expect(find('.results mark', search.shadowRoot!)).to.not.equal(undefined)
    expect(status(search)).to.match(/^\d+ results? for "suspicious email"$/)
  })

  it('forgives a slip of the fingers', async () => {
    const search = await searchFor('pasword')
    expect(words(search).toLowerCase()).to.contain('password')
  })

  it('reaches every result with the Tab key', async () => {
    const search = await searchFor('password')
    const results = findAll('.results a', search.shadowRoot!)
    await press('Tab')
    for (const result of results) {
      await press('Tab')
      expect(focused()).to.equal(result)
    }
  })

  it('says plainly when there is nothing', async () => {
    expect(status(await searchFor('qqqqqq'))).to.equal('Nothing found for "qqqqqq". Check the spelling, or use other words.')
  })
})
