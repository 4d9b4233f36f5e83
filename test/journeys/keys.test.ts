import {executeServerCommand, sendMouse, setViewport} from '@web/test-runner-commands'
import {expect} from 'chai'
import {html, render} from 'lit'
import {until} from '../elements/settled.js'
import {press, type} from '../keys.js'

/** What the rest of the browser tests stand on: keys, focus and sizes do in each engine what they do for a person. */
describe('the keyboard under test', () => {
  let page: HTMLElement

  const focused = () => (document.activeElement as HTMLElement).id
  const element = <T extends HTMLElement>(id: string) => page.querySelector<T>(`#${id}`) as T

  beforeEach(() => {
    page = document.createElement('main')
    document.body.append(page)
    render(html`
      <label>Name <input id="name"></label>
      <fieldset>
        <legend>How sure are you?</legend>
        <label><input type="radio" name="sure" id="not-sure" value="no"> Not sure</label>
        <label><input type="radio" name="sure" id="sure" value="yes"> Sure</label>
      </fieldset>
      <label><input type="checkbox" id="agree"> Save my progress</label>
      <button id="continue" type="button">Continue</button>`, page)
    element('name').focus()
  })

  afterEach(() => page.remove())

  it('has the page in front, so focus is real', async () => {
    await executeServerCommand('to-front')
    await until(() => document.hasFocus())
    expect(element('name').matches(':focus-visible')).to.equal(true)
  })

  it('types capitals, accents and repeated letters', async () => {
    await type('Bwrdd Iechyd Prifysgol, Ŵyn & Co. 100%')
    expect(element<HTMLInputElement>('name').value).to.equal('Bwrdd Iechyd Prifysgol, Ŵyn & Co. 100%')
  })

  it('edits: Home, End, Backspace, Delete, and Shift to select', async () => {
    await type('password')
    await press('Backspace')
    await press('Home')
    await press('Delete')
    expect(element<HTMLInputElement>('name').value).to.equal('asswor')
    await press('Shift+End')
    await type('x')
    expect(element<HTMLInputElement>('name').value).to.equal('x')
  })

  it('moves with Tab in the order of the page, into a radio group once, and back with Shift and Tab', async () => {
    const visited: string[] = []
    for (const key of ['Tab', 'Space', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await press(key)
      visited.push(focused())
    }
    expect(visited).to.deep.equal(
      ['not-sure', 'not-sure', 'agree', 'continue', 'agree', 'not-sure', 'name'])
  })

  it('moves in a radio group with arrows, which chooses', async () => {
    await press('Tab')
    await press('ArrowDown')
    expect(focused()).to.equal('sure')
    expect(element<HTMLInputElement>('sure').checked).to.equal(true)
    await press('ArrowUp')
    expect(element<HTMLInputElement>('not-sure').checked).to.equal(true)
  })

  it('ticks with Space, and presses a button with Enter and Space', async () => {
    let presses = 0
    element('continue').addEventListener('click', () => presses += 1)
    element('agree').focus()
    await press('Space')
    expect(element<HTMLInputElement>('agree').checked).to.equal(true)
    await press('Tab')
    await press('Enter')
    await press('Space')
    expect(presses).to.equal(2)
  })

  it('names the keys as people press them', async () => {
    const names: string[] = []
    const heard = (event: KeyboardEvent) => {
      names.push(`${event.shiftKey ? 'Shift+' : ''}${event.key}`)
      event.preventDefault()
    }
    page.addEventListener('keydown', heard)
    const keys = ['Escape', 'PageDown', 'PageUp', 'ArrowLeft', 'ArrowRight', 'Shift+ArrowLeft', '/']
    for (const key of keys) await press(key)
    expect(names.filter(name => name !== 'Shift+Shift')).to.deep.equal(keys)
  })

  it('clicks where it is told to', async () => {
    const {x, y, width, height} = element('agree').getBoundingClientRect()
    await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]})
    expect(element<HTMLInputElement>('agree').checked).to.equal(true)
  })

  for (const [width, height] of [[320, 480], [1280, 900]] as const) {
    it(`shows the page at ${width} by ${height} pixels, still focused`, async () => {
      await setViewport({width, height})
      expect([innerWidth, innerHeight]).to.deep.equal([width, height])
      expect(matchMedia(`(width: ${width}px)`).matches).to.equal(true)
      expect(document.hasFocus()).to.equal(true)
    })
  }
})
