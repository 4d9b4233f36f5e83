import {expect} from 'chai'
import '../../components/elements/tasks/define.js'
import type {DsgTasks} from '../../components/elements/tasks/tasks.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled} from './settled.js'

const declared = guide.modules.find(({tasks, show}) => tasks.length > 1 && !show)!
const thinking = guide.modules.find(({questions}) => questions.some(({type}) => type === 'reflect'))!

const boxes = (element: DsgTasks) => findAll<HTMLInputElement>('input[type="checkbox"]', element.shadowRoot!)

describe('dsg-tasks', () => {
  it('declares a module without scored questions done with its last task, and not before', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgTasks>(html`<dsg-tasks .guide=${loaded} .content=${declared}></dsg-tasks>`)
    expect(boxes(element).map(({id}) => id)).to.deep.equal(declared.tasks)
    for (const box of boxes(element)) {
      expect(loaded.record.events.some(({type}) => type === 'completed')).to.equal(false)
      box.focus()
      await press('Space')
      await settled(element)
    }
    expect(loaded.record.events.at(-1)).to.include({type: 'completed', about: declared.id, outcome: 'declared'})
    expect(words(find('[aria-live]', element.shadowRoot!))).to.equal(`${declared.tasks.length} of ${declared.tasks.length} tasks done`)
  })

  it('shows what the record says, and not what was pressed, where the record does not take it', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgTasks>(html`<dsg-tasks .guide=${loaded} .content=${declared}></dsg-tasks>`)
    const [box] = boxes(element)
    loaded.record.append = async () => loaded.record.saving
    box!.focus()
    await press('Space')
    await settled(element)
    expect(box!.checked).to.equal(false)
    expect(words(find('[aria-live]', element.shadowRoot!))).to.equal(`0 of ${declared.tasks.length} tasks done`)
  })

  it('shows the tasks that it is asked for, and counts only these', async () => {
    const element = await show<DsgTasks>(html`
      <dsg-tasks .guide=${shippedGuide()} .content=${declared} .questions=${declared.tasks.slice(0, 1)}></dsg-tasks>`)
    expect(boxes(element)).to.have.length(1)
    expect(words(find('[aria-live]', element.shadowRoot!))).to.equal('0 of 1 tasks done')
  })

  it('keeps what was written only when the learner says so', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgTasks>(html`<dsg-tasks .guide=${loaded} .content=${thinking}></dsg-tasks>`)
    const kept = () => loaded.record.events.filter(event => event.type === 'reflected').map(event => 'text' in event && event.text)
    find('textarea', element.shadowRoot!)!.focus()
    await type('Ask Priya about two-step sign in')
    expect(kept()).to.deep.equal([])
    find('.reflection button', element.shadowRoot!)!.focus()
    await press('Enter')
    await settled(element)
    expect(kept()).to.deep.equal(['Ask Priya about two-step sign in'])
    expect(words(find('.reflection [aria-live]', element.shadowRoot!))).to.equal('Now in your record')
  })

  it('keeps nothing of an empty field', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgTasks>(html`<dsg-tasks .guide=${loaded} .content=${thinking}></dsg-tasks>`)
    find('textarea', element.shadowRoot!)!.focus()
    await press('Space')
    find('.reflection button', element.shadowRoot!)!.focus()
    await press('Enter')
    await settled(element)
    expect(loaded.record.events).to.deep.equal([])
  })
})
