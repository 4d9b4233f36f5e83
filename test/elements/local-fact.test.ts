import {expect} from 'chai'
import '../../components/elements/local-fact/define.js'
import {press} from '../keys.js'
import {find, findAll, html, show, words} from './screen.js'
import {until} from './settled.js'

describe('dsg-local-fact', () => {
  const fact = (value: string, organisation = '') => show(html`<p>To report it: <dsg-local-fact
    value=${value} organisation=${organisation}>${value}</dsg-local-fact>${'.'}</p>`)

  it('says whose it is, and has a link to call and a button to copy', async () => {
    await fact('use the Report button, then ext 4444', 'Marsh Vale')
    const {shadowRoot} = await until(() => find('dsg-local-fact')!)
    await until(() => find('.label', shadowRoot!))
    expect(words(find('.label', shadowRoot!))).to.equal('At Marsh Vale :')
    expect(findAll<HTMLAnchorElement>('a', shadowRoot!).map(({href}) => href)).to.deep.equal(['tel:4444'])
    find<HTMLButtonElement>('button', shadowRoot!)!.focus()
    await press('Enter')
    await until(() => words(find('[aria-live]', shadowRoot!)))
    expect(words(find('[aria-live]', shadowRoot!))).to.match(/^(Copied$|Not copied)/)
  })

  it('takes no full stop of its sentence along, and names nobody where nobody is named', async () => {
    await fact('ask at the desk')
    const element = find('dsg-local-fact')!
    await until(() => find('.label', element.shadowRoot!))
    expect(words(find('.label', element.shadowRoot!))).to.equal('Where you work :')
    expect(words(element.parentElement!)).to.not.contain('.')
    expect(findAll('a', element.shadowRoot!)).to.deep.equal([])
  })
})
