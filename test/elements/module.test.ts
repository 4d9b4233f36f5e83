import {expect} from 'chai'
import '../../components/elements/module/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import {plainText} from '../../components/model/guide/document.js'
import {changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled} from './settled.js'

const module = guide.modules.find(({tasks, show}) => tasks.length && show)!
const [first, second] = module.pages

describe('dsg-module', () => {
  it('shows one page at a time, and turns it with the keyboard alone', async () => {
    const element = await show<DsgModule>(html`<dsg-module .guide=${shippedGuide()} module=${module.id}></dsg-module>`)
    expect(words(element)).to.contain(module.outcomes[0]!)
    expect(words(element)).to.not.contain(plainText(second!.children.slice(0, 1)).trim().slice(0, 30))
    find('a.next', element.shadowRoot!)!.focus()
    await press('Enter')
    await settled(element)
    expect(words(focused()!)).to.equal(second!.title)
    expect(element.page).to.equal(second!.id)
  })

  it('shows the only heading of a page, and the title once where there is none', async () => {
    for (const [title, ranks] of [['Its only heading', ['H2', 'H3']], [module.title, ['H2']]] as const) {
      const page = {id: 'only', title, children: []}
      const loaded = changedGuide({modules: [{...module, questions: [], tasks: [], pages: [page]}]})
      const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
      const headings = findAll('h1, h2, h3', element.shadowRoot!)
      expect(headings.map(({tagName}) => tagName)).to.deep.equal(ranks)
      expect(words(headings.at(-1))).to.equal(title)
    }
  })

  it('keeps every page in the document for print', async () => {
    const element = await show<DsgModule>(html`<dsg-module .guide=${shippedGuide()} module=${module.id}></dsg-module>`)
    expect(findAll('section.page', element.shadowRoot!)).to.have.length(module.pages.length)
  })

  it('records each page that is opened, once', async () => {
    const loaded = shippedGuide()
    const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
    for (const page of [second!.id, first!.id, second!.id]) {
      element.page = page
      await settled(element)
    }
    expect(loaded.record.events.map(event => event.type === 'read' && event.page)).to.deep.equal([first!.id, second!.id])
  })

  it('shows the first page for a page that has gone since', async () => {
    const element = await show<DsgModule>(html`
      <dsg-module .guide=${shippedGuide()} module=${module.id} page="gone-since"></dsg-module>`)
    expect(words(find('.page.current', element.shadowRoot!))).to.contain(first!.title)
  })

  it('ticks a task with the space bar and says how many are done', async () => {
    const loaded = shippedGuide()
    const page = module.pages.find(({children}) => children.some(block =>
      block.type === 'activity' && block.questions.includes(module.tasks[0]!)))!
    const element = await show<DsgModule>(html`
      <dsg-module .guide=${loaded} module=${module.id} page=${page.id}></dsg-module>`)
    find<HTMLInputElement>('.page.current dsg-tasks', element.shadowRoot!)
    const [task] = findAll<HTMLInputElement>('input[type="checkbox"]', element.shadowRoot!)
      .filter(input => input.id === module.tasks[0])
    task!.focus()
    await press('Space')
    await settled(element)
    expect(words(element)).to.contain(`1 of ${module.tasks.length} tasks done`)
    await press('Space')
    await settled(element)
    expect(words(element)).to.contain(`0 of ${module.tasks.length} tasks done`)
  })

  it('forgets what was typed when the answers are cleared', async () => {
    const thinking = guide.modules.find(({questions}) => questions.some(({type}) => type === 'reflect'))!
    const loaded = shippedGuide()
    const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${thinking.id} one-page></dsg-module>`)
    find<HTMLTextAreaElement>('textarea', element.shadowRoot!)!.value = 'something private'
    await loaded.record.clear()
    await settled(element)
    expect(find<HTMLTextAreaElement>('textarea', element.shadowRoot!)!.value).to.equal('')
  })

  it('says plainly when nobody has reviewed it, and when its review is overdue', async () => {
    const element = await show<DsgModule>(html`<dsg-module .guide=${shippedGuide()} module=${module.id}
      .now=${() => Date.parse(`${module.nextReview}T12:00:00Z`)}></dsg-module>`)
    expect(words(element)).to.match(/not yet (been )?reviewed/)
    element.now = () => Date.parse(`${module.nextReview}T12:00:00Z`) + 86_400_000
    await settled(element)
    expect(words(element)).to.contain('This module was due for review on')
  })

  it('uses the host heading level throughout', async () => {
    const element = await show<DsgModule>(html`
      <dsg-module .guide=${shippedGuide()} module=${module.id} heading-level="3" one-page></dsg-module>`)
    const levels = findAll('h1, h2, h3, h4, h5, h6', element.shadowRoot!).map(({localName}) => Number(localName[1]))
    expect(levels[0]).to.equal(3)
    levels.slice(1).forEach((level, i) => expect(level).to.be.within(4, levels[i]! + 1))
  })
})
