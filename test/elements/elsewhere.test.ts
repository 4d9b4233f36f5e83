import {expect} from 'chai'
import '../../components/elements/module/define.js'
import '../../components/elements/pathway/define.js'
import '../../components/elements/record/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import type {DsgPathway} from '../../components/elements/pathway/pathway.js'
import type {DsgRecord} from '../../components/elements/record/record.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, focused, html, show, words} from './screen.js'
import {until} from './settled.js'

const module = guide.modules.find(({show}) => show)!

describe('"I did this elsewhere"', () => {
  it('is said and taken back by keys alone, and is never a pass', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
    find('.about summary', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => find('#elsewhere', element.shadowRoot!))
    find<HTMLInputElement>('#elsewhere-date', element.shadowRoot!)!.value = '2026-05-03'
    find('#elsewhere button', element.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => focused()?.id === 'elsewhere' && words(focused()!).includes('You said that you did this elsewhere, on 3 May 2026.'))
    expect(loaded.record.events.at(-1)).to.include({type: 'elsewhere', about: module.id, done: true, date: '2026-05-03'})
    expect(words(element)).to.contain('Done elsewhere')

    const pathway = await show<DsgPathway>(html`<dsg-pathway .guide=${loaded} pathway=${module.pathway}></dsg-pathway>`)
    expect(words(pathway)).to.contain('Done elsewhere')
    const record = await show<DsgRecord>(html`<dsg-record .guide=${loaded}></dsg-record>`)
    expect(words(record)).to.contain('You said that you learned this somewhere else. Nobody has checked')
    expect(words(record)).to.contain('3 May 2026')
    expect(words(record)).to.not.contain('Print the certificate')

    const again = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
    find('.about summary', again.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => find('#elsewhere button', again.shadowRoot!))
    find('#elsewhere button', again.shadowRoot!)!.focus()
    await press('Enter')
    await until(() => words(focused() ?? undefined).includes('I did this elsewhere'))
    expect(loaded.record.events.at(-1)).to.include({type: 'elsewhere', about: module.id, done: false})
    expect(words(again)).to.not.contain('Done elsewhere')
  })

  it('is not asked where the module was passed', async () => {
    const loaded = shippedGuide({type: 'completed', about: module.id, hash: '', outcome: 'passed', attempt: 'a', right: 3, of: 3})
    const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
    find<HTMLDetailsElement>('.about', element.shadowRoot!)!.open = true
    await until(() => (element as unknown as {elsewhere?: object}).elsewhere)
    await element.updateComplete
    expect(find('#elsewhere', element.shadowRoot!)).to.equal(undefined)
  })
})
