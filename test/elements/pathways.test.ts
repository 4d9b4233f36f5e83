import {expect} from 'chai'
import '../../components/elements/pathways/define.js'
import type {DsgPathways} from '../../components/elements/pathways/pathways.js'
import {answeredAll, guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

describe('dsg-pathways', () => {
  const cards = (element: DsgPathways) => findAll('.card', element.shadowRoot!)

  it('shows every pathway, with progress on the ones that were started', async () => {
    const pathway = guide.pathways[0]!
    const module = guide.modules.find(({id, show}) => pathway.modules.includes(id) && show)!
    const element = await show<DsgPathways>(html`
      <dsg-pathways .guide=${shippedGuide(...answeredAll(module.id, true))}></dsg-pathways>`)
    expect(cards(element)).to.have.length(guide.pathways.length)
    expect(words(cards(element)[0])).to.contain(`1 of ${pathway.modules.length} modules done`)
  })

  it('narrows by words as they are typed, and says how many are left', async () => {
    const element = await show<DsgPathways>(html`<dsg-pathways .guide=${shippedGuide()}></dsg-pathways>`)
    find('summary', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => find('#text', element.shadowRoot!))
    await press('Tab')
    await type('phishing')
    await settled(element)
    expect(cards(element).map(card => words(card))).to.have.length.below(guide.pathways.length)
    expect(words(find('[aria-live]', element.shadowRoot!))).to.match(new RegExp(`^\\d of ${guide.pathways.length} pathways$`))
  })

  it('tells nobody how many there are who has not asked, and tells who has', async () => {
    const element = await show<DsgPathways>(html`<dsg-pathways .guide=${shippedGuide()}></dsg-pathways>`)
    const told = () => words(find('[aria-live]', element.shadowRoot!))
    const said: string[] = []
    new MutationObserver(() => { said.push(told()) })
      .observe(find('[aria-live]', element.shadowRoot!)!, {childList: true, characterData: true, subtree: true})
    find('summary', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => find('#text', element.shadowRoot!))
    expect(said).to.deep.equal([])
    await press('Tab')
    await type('z')
    await settled(element)
    await press('Backspace')
    await settled(element)
    expect(said.at(-1)).to.equal(`${guide.pathways.length} pathways`)
  })

  it('says what to do when nothing fits, and shows all again when the filters are cleared', async () => {
    const element = await show<DsgPathways>(html`<dsg-pathways .guide=${shippedGuide()}></dsg-pathways>`)
    find('summary', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => find('#text', element.shadowRoot!))
    await press('Tab')
    await type('zzzz')
    await settled(element)
    expect(words(element)).to.contain('No pathway fits. Choose fewer filters, or use other words.')
    find<HTMLButtonElement>('form .link-button', element.shadowRoot!)!.focus()
    await press('Enter')
    await settled(element)
    expect(cards(element)).to.have.length(guide.pathways.length)
  })
})
