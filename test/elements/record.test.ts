import {expect} from 'chai'
import '../../components/elements/record/define.js'
import type {DsgRecord} from '../../components/elements/record/record.js'
import {answeredAll, guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import type {CopyState} from '../../components/state/record/record.js'
import {find, focused, html, show, words} from './screen.js'
import {until} from './settled.js'

const [first, second] = guide.modules.filter(({questions}) => questions.some(({type}) => type === 'choice'))

describe('dsg-record', () => {
  it('keeps passed, declared and not passed apart, and names what has left the guide', async () => {
    const loaded = shippedGuide(
      ...answeredAll(first!.id, true), ...answeredAll(second!.id, false),
      {type: 'completed', about: 'gone-since', hash: '', outcome: 'declared'})
    const record = await show<DsgRecord>(html`<dsg-record .guide=${loaded}></dsg-record>`)
    const section = (title: string) => words([...record.shadowRoot!.querySelectorAll('section')]
      .find(each => words(each).startsWith(title)))
    expect(words(record)).to.match(/You passed 1 module and said that you did the tasks of 1 module: about \d+ minutes of learning, on /)
    expect(words(record)).to.not.contain(guide.edition)
    expect(section('Passed')).to.contain(first!.title)
    expect(section('Not passed yet')).to.contain(second!.title)
    expect(section('Declared done')).to.contain('A module that has left the guide (gone-since)')
  })

  it('prints a certificate with a name that is kept nowhere', async () => {
    const loaded = shippedGuide(...answeredAll(first!.id, true))
    const record = await show<DsgRecord>(html`<dsg-record .guide=${loaded}></dsg-record>`)
    find('#name', record.shadowRoot!)!.focus()
    await type('Ada Example')
    const print = window.print
    let printed = ''
    window.print = () => {
      const certificate = document.querySelector('dsg-certificate')!
      printed = [...certificate.shadowRoot!.children].map(child => child.textContent).join(' ').replace(/\s+/g, ' ')
      dispatchEvent(new Event('afterprint'))
    }
    try {
      await press('Enter')
      await until(() => printed && !document.querySelector('dsg-certificate'))
    } finally {
      window.print = print
    }
    expect(printed).to.contain('Name: Ada Example')
    expect(printed).to.contain('1 module, about')
    expect(printed).to.match(/Check code: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}\./)
    for (const outcome of first!.outcomes) expect(printed).to.contain(outcome)
    expect(printed).to.not.contain(guide.edition)
    expect(printed).to.contain(first!.title)
    expect(printed).to.contain('Passed')
    expect(JSON.stringify(loaded.record.events)).to.not.contain('Ada')
    expect(JSON.stringify({...localStorage, ...sessionStorage})).to.not.contain('Ada')
    expect(document.adoptedStyleSheets).to.have.length(0)
  })

  it('offers a copy for other devices where the page has one, and says at once what came of each button', async () => {
    const loaded = shippedGuide()
    const record = await show<DsgRecord>(html`<dsg-record .guide=${loaded}></dsg-record>`)
    expect(words(record)).to.not.contain('your other devices')

    let canRemove = false
    let ahead = 0
    const become = (state: CopyState) => {
      loaded.record.copy = {
        state,
        ahead,
        keep: () => become('kept'),
        remove: async () => {
          if (canRemove) become('none')
          return canRemove
        },
      }
    }
    const use = async (label: string) => {
      const button = [...record.shadowRoot!.querySelectorAll('button')].find(each => words(each) === label)!
      button.focus()
      await press('Enter')
    }
    const said = (text: string) => until(() => focused()?.id === 'copy' && words(focused()!).includes(text), () => words(record))

    become('none')
    await until(() => words(record).includes('Your organisation can keep a copy of your record'))
    await use('Keep a copy with my organisation')
    await said('Your organisation keeps a copy of your record.')
    await use('Delete the copy')
    await said('The copy could not be deleted.')
    canRemove = true
    await use('Delete the copy')
    await said('The copy is deleted. Your record on this page stays.')
    await use('Keep a copy with my organisation')
    await said('Your organisation keeps a copy of your record.')
    expect(words(record)).to.not.contain('deleted.')
    expect(words(record)).to.not.contain('ahead of this device')
    ahead = 2
    become('kept')
    await until(() => words(record).includes('2 entries in the copy are dated more than a day ahead of this device'))
  })
})
