import {expect} from 'chai'
import '../../components/elements/module/define.js'
import '../../components/elements/quiz/define.js'
import type {DsgQuiz} from '../../components/elements/quiz/quiz.js'
import {guide} from '../../stories/content.js'
import {find, html, show, words} from './screen.js'
import {until} from './settled.js'

const [first, second] = guide.modules.filter(({show}) => show) as [typeof guide.modules[0], typeof guide.modules[0]]
const titleOf = (element: Element) => words(find('h2', element.shadowRoot!))

describe('an element that shows one module of a built guide', () => {
  it('shows another when it is asked for another, and says of none that it is missing', async () => {
    const element = await show(html`<dsg-module src="/guide/guide.json" module=${first.id}></dsg-module>`)
    await until(() => titleOf(element) === first.title)
    const seen = new Set<string>()
    const watch = new MutationObserver(() => seen.add(words(element)))
    watch.observe(element.shadowRoot!, {childList: true, subtree: true, characterData: true})
    element.setAttribute('module', second.id)
    await until(() => titleOf(element) === second.title)
    watch.disconnect()
    expect([...seen].filter(text => text.includes('The guide has no module'))).to.deep.equal([])
  })

  it('shows the one asked for last when answers come in another order', async () => {
    const element = await show<DsgQuiz>(html`<dsg-quiz src="/guide/guide.json" module=${first.id}></dsg-quiz>`)
    element.module = second.id
    await element.updateComplete
    element.module = first.id
    await until(() => find('legend', element.shadowRoot!))
    expect(element.guide!.manifest.modules.map(({id}) => id)).to.deep.equal([first.id])
  })

  it('says so when the guide has no such module', async () => {
    const element = await show(html`<dsg-module src="/guide/guide.json" module="not-there"></dsg-module>`)
    await until(() => words(element).includes('not-there'))
    expect(words(element)).to.include('not-there')
  })
})
