import {setViewport} from '@web/test-runner-commands'
import {expect} from 'chai'
import '../../components/elements/guide/define.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import type {DsgSearch} from '../../components/elements/search/search.js'
import {shippedGuide} from '../../stories/content.js'
import {find, focused, html, show, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {press, type} from '../keys.js'

describe('a question on a phone', () => {
  before(() => setViewport({width: 375, height: 812}))
  after(() => setViewport({width: 1000, height: 800}))
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search))

  const opened = async (): Promise<{element: DsgGuide; search: DsgSearch}> => {
    const element = await show<DsgGuide>(html`<dsg-guide .guide=${shippedGuide()}></dsg-guide>`)
    const door = await until(() => find('a[href="#dsg/search/"]', element.shadowRoot!)!)
    door.focus()
    await press('Enter')
    await until(() => focused()?.id === 'query')
    return {element, search: await until(() => find<DsgSearch>('dsg-search', element.shadowRoot!)!)}
  }

  it('is answered after one choice, with the first steps on the first screen', async () => {
    const {search} = await opened()
    await type('how do I report a dodgy text message')
    await until(() => search.shadowRoot!.querySelector('.answer:not(.coming) li'))
    expect(words(find('#answer', search.shadowRoot!))).to.equal('Report it, and act fast after a mistake')
    search.scrollIntoView()
    expect(find('.answer li', search.shadowRoot!)!.getBoundingClientRect().bottom).to.be.lessThan(812)
  })

  it('keeps its filters in the address, and Back brings them and the results back', async () => {
    const {search} = await opened()
    await type('email')
    const select = await until(() => search.shadowRoot!.querySelector<HTMLSelectElement>('select#pathway')!)
    select.value = 'staying-safe-with-data'
    select.dispatchEvent(new Event('change'))
    await until(() => location.hash === '#dsg/search/email/pathway.staying-safe-with-data')
    const count = () => words(search.shadowRoot!.querySelector('.status') ?? search)
    const narrowed = await until(() => /^\d+ results/.test(count()) && words(find('summary', search.shadowRoot!)) === 'Filters (1 set)')
    expect(narrowed).to.equal(true)
    const result = find<HTMLAnchorElement>('.results a', search.shadowRoot!)!
    const {hash} = result
    result.focus()
    await press('Enter')
    await until(() => location.hash === hash)
    history.back()
    await until(() => focused()?.getAttribute('href') === hash)
    expect(location.hash).to.equal('#dsg/search/email/pathway.staying-safe-with-data')
    const again = (focused()!.getRootNode() as ShadowRoot).host as DsgSearch
    expect(again.shadowRoot!.querySelector<HTMLSelectElement>('select#pathway')!.value).to.equal('staying-safe-with-data')
  })
})
