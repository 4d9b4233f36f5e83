import {expect} from 'chai'
import '../../components/elements/feedback/define.js'
import type {DsgFeedback} from '../../components/elements/feedback/feedback.js'
import type {JudgedEvent} from '../../components/model/record/record.js'
import {shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {find, focused, html, show, words} from './screen.js'
import {settled} from './settled.js'

describe('dsg-feedback', () => {
  it('tells the host, in plain data, and thanks the learner', async () => {
    const element = await show<DsgFeedback>(html`
      <dsg-feedback .guide=${shippedGuide()} module="spot-suspicious-email" with-comment></dsg-feedback>`)
    const heard: JudgedEvent[] = []
    document.addEventListener('dsg-judged', event => heard.push((event as HTMLElementEventMap['dsg-judged']).fact), {once: true})
    find('button', element.shadowRoot!)!.focus()
    await press('Enter')
    await settled(element)
    expect(words(element)).to.contain('Select whether this was useful')
    expect(focused()?.id).to.equal('useful-yes')
    await press('Space')
    find('#comment', element.shadowRoot!)!.focus()
    await type('More pictures')
    find('button', element.shadowRoot!)!.focus()
    await press('Enter')
    await settled(element)
    expect(words(focused()!)).to.equal('Thank you for telling us.')
    expect(structuredClone(heard[0])).to.include({about: 'spot-suspicious-email', isUseful: true, comment: 'More pictures'})
  })
})
