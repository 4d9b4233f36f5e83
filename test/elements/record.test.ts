import {expect} from 'chai'
import '../../components/elements/module/define.js'
import '../../components/elements/record/define.js'
import type {DsgRecord} from '../../components/elements/record/record.js'
import {answeredAll, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import type {CopyState} from '../../components/state/record/record.js'
import {find, findAll, focused, html, show, words} from './screen.js'
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

  for (const [reviewed, says] of [
    [[true, true], /The pages were last reviewed on/], [[false, false], /The authors last checked the pages on/], [[true, false], /The authors last checked the pages on/],
  ] as const) {
    it(`prints what its pages say of their review, with reviewers for ${reviewed.filter(Boolean).length} of 2`, async () => {
      const modules = [first!, second!].map((module, i) => ({...module, reviewed: reviewed[i]!, lastReviewed: '2026-11-03'}))
      const loaded = changedGuide({modules}, ...modules.flatMap(({id}) => answeredAll(id, true)))
      const record = await show<DsgRecord>(html`<dsg-record .guide=${loaded}></dsg-record>`)
      const print = window.print
      let printed = ''
      window.print = () => {
        printed = find('dsg-certificate')!.shadowRoot!.querySelector('.notes')!.textContent
        dispatchEvent(new Event('afterprint'))
      }
      try {
        find<HTMLFormElement>('form', record.shadowRoot!)!.requestSubmit()
        await until(() => printed)
      } finally {
        window.print = print
      }
      expect(printed).to.match(says)
      expect(printed.includes('experts have not yet reviewed')).to.equal(!reviewed.every(Boolean))
    })
  }

  it('copies what was learned, when and with what result as plain text; where that is refused, it is there to be copied by hand', async () => {
    const loaded = shippedGuide(...answeredAll(first!.id, true), ...answeredAll(second!.id, false),
      {type: 'completed', about: 'gone-since', hash: '', outcome: 'declared'})
    const record = await show<DsgRecord>(html`<dsg-record .guide=${loaded}></dsg-record>`)
    const copied: string[] = []
    const clipboard = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', {configurable: true, get: () => ({writeText})})
    try {
      clipboard(async text => { copied.push(text) })
      find('[part=show] button', record.shadowRoot!)!.focus()
      await press('Enter')
      await until(() => words(find('[part=show] [role=status]', record.shadowRoot!)).startsWith('Copied.'))
      const [text] = copied
      expect(text).to.match(new RegExp(`^${guide.title}\\n2 modules, about `))
      expect(text).to.match(new RegExp(`${first!.title}: Passed, \\d+ of \\d+, \\d+ \\w+ \\d{4}\\n`))
      for (const outcome of first!.outcomes) expect(text).to.contain(outcome)
      expect(text).to.contain('A module that has left the guide (gone-since): Declared done')
      expect(text).to.not.contain(second!.title)
      expect(text).to.not.contain(guide.edition)
      clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')))
      await press('Enter')
      const box = await until(() => find<HTMLTextAreaElement>('[part=show] textarea', record.shadowRoot!))
      expect(box.value).to.equal(text)
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard')
    }
  })

  it('has nothing to show a manager where nothing was learned yet', async () => {
    for (const facts of [[], answeredAll(first!.id, false)]) {
      const record = await show<DsgRecord>(html`<dsg-record .guide=${shippedGuide(...facts)}></dsg-record>`)
      expect(find('[part=show]', record.shadowRoot!)).to.equal(undefined)
    }
  })

  it('is where a module that was passed leads to for its certificate', async () => {
    const hrefOf = async (isRight: boolean) => {
      const module = await show(html`<dsg-module .guide=${shippedGuide(...answeredAll(first!.id, isRight))} module=${first!.id} one-page></dsg-module>`)
      return findAll<HTMLAnchorElement>('.end a', module.shadowRoot!).map(each => [words(each), each.hash])
    }
    expect(await hrefOf(true)).to.deep.equal([['Get a certificate in My record', '#dsg/record']])
    expect(await hrefOf(false)).to.deep.equal([])
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
