import {emulateMedia} from '@web/test-runner-commands'
import {expect} from 'chai'
import type {LitElement} from 'lit'
import '../../components/embed/all.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import {plainText} from '../../components/model/guide/document.js'
import {isScored} from '../../components/model/guide/question.js'
import {pageWith} from '../../components/model/guide/places.js'
import {answeredAll, assessed, changedGuide, guide, rated, shippedGuide} from '../../stories/content.js'
import {expectAccessible, expectIdsToResolve} from './axe.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const missed = module.questions.find(({type}) => type === 'choice')!
const learn = pageWith(missed.learn, module.pages)!
const scenario = guide.modules.flatMap(of => of.questions.flatMap(question =>
  question.type === 'choice' && question.body.length ? [{of, question}] : []))[0]!
const isChromium = navigator.userAgent.includes('Chrome/')

/** Each new screen, in a column of its own. */
const SCREENS: [name: string, open: (dir: string) => Promise<Element>][] = [
  ['a rating: now', dir => rating(dir, 'now')],
  ['a rating: needed', dir => rating(dir, 'needed')],
  ['check your answers', async dir => {
    const element = await show(html`<div dir=${dir}><dsg-self-assessment
      .guide=${shippedGuide(...rated('all', Infinity, () => ({now: 2, needed: 4})))}></dsg-self-assessment></div>`, 320)
    find('.callout button', element)!.click()
    await settled(element)
    return element
  }],
  ['a profile with gaps', dir => profile(dir, at => ({now: at < 4 ? 1 : 3, needed: 4}))],
  ['a profile with nothing left', dir => profile(dir, () => ({now: 5, needed: 5}))],
  ['what has changed', dir => profile(dir, () => ({now: 4, needed: 5}), ...assessed('first', () => ({now: 2, needed: 4})))],
  ['a page that explains what was missed', async dir => show(html`<div dir=${dir}><dsg-module
    .guide=${shippedGuide(...answeredAll(module.id, false))} module=${module.id} page=${learn.id}></dsg-module></div>`, 320)],
  ['a result by theme', async dir => show(html`<div dir=${dir}><dsg-quiz .guide=${shippedGuide(...answeredAll(module.id, false))}
    module=${module.id}></dsg-quiz></div>`, 320)],
  ['one question, practised', async dir => show(html`<div dir=${dir}><dsg-quiz .guide=${shippedGuide()}
    module=${module.id} question=${missed.id}></dsg-quiz></div>`, 320)],
]

async function rating(dir: string, ask: 'now' | 'needed'): Promise<Element> {
  const element = await show(html`<div dir=${dir}><dsg-self-assessment
    .guide=${shippedGuide(...rated('half', 3, () => ({now: 2, needed: 4})))}></dsg-self-assessment></div>`, 320)
  find('.callout button', element)!.click()
  await settled(element)
  if (ask === 'now') return element
  find<HTMLInputElement>('input[name="now"]', element)!.click()
  find('form .button-row button', element)!.click()
  await settled(element)
  await until(() => find('input[name="needed"]', element))
  return element
}

function profile(dir: string, rating: Parameters<typeof assessed>[1], ...before: ReturnType<typeof assessed>): Promise<Element> {
  const loaded = shippedGuide(...before, ...assessed('last', rating))
  return show(html`<div dir=${dir}><dsg-profile .guide=${loaded}></dsg-profile></div>`, 320)
}

/** What reaches out of the column on either side, or has words that are cut. */
function faults(root: Element): string[] {
  const {left, right} = root.getBoundingClientRect()
  const found: string[] = []
  const look = (element: Element) => {
    const {overflowX, overflowY, clipPath, display} = getComputedStyle(element)
    // Scrolls by itself, or is for screen readers only.
    if (overflowX === 'auto' || clipPath === 'inset(50%)' || display === 'none') return
    const box = element.getBoundingClientRect()
    if (box.width && (box.right > right + 1 || box.left < left - 1)) found.push(`${element.localName}.${element.className} is too wide`)
    if (element instanceof SVGSVGElement) return
    const isCut = display !== 'inline' && (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      || overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
    if (isCut) found.push(`${element.localName}.${element.className} cuts "${words(element).slice(0, 40)}"`)
    for (const child of [...element.shadowRoot?.children ?? [], ...element.children]) look(child)
  }
  look(root)
  return found
}

describe('the new screens at 320 px', function () {
  this.timeout(60_000)

  for (const [name, open] of SCREENS) {
    for (const dir of ['ltr', 'rtl']) {
      it(`${name}, ${dir}: axe finds nothing, ids resolve, nothing is too wide or cut`, async () => {
        const element = await open(dir)
        await settled(element)
        await expectAccessible(element)
        expectIdsToResolve(element)
        expect(faults(element)).to.deep.equal([])
      })
    }

    for (const media of [{forcedColors: 'active'}, {media: 'print'}] as const) {
      it(`${name}: nothing is too wide or cut with ${Object.values(media)[0] === 'print' ? 'print' : 'forced colours'}`, async function () {
        // The others can emulate neither.
        if (!isChromium) return this.skip()
        await emulateMedia(media)
        try {
          const element = await open('ltr')
          await settled(element)
          expect(faults(element)).to.deep.equal([])
          expect(words(element)).to.not.equal('')
        } finally {
          await emulateMedia('forcedColors' in media ? {forcedColors: 'none'} : {media: 'screen'})
        }
      })
    }
  }

  it('opens a profile in which nothing is left with what is true, and is warm', async () => {
    const passed = guide.modules.map(({id}) => ({type: 'elsewhere' as const, about: id, hash: '', done: true}))
    const loaded = shippedGuide(...passed, ...assessed('a', () => ({now: 5, needed: 5})))
    const element = await show<LitElement>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const opening = find('[part=opening]', element.renderRoot)!
    expect(words(opening)).to.equal('You can do what your role needs in everything that you rated.')
    expect(findAll('a', opening)).to.have.length(0)
    expect(words(element)).to.contain('You have done all that we would suggest.')
    expect(findAll('.suggestions > li', element.renderRoot)).to.have.length(0)
  })
})

describe('a page that explains what was missed', () => {
  /** A try whose questions were got wrong, as many as are given. */
  async function box(wrong: number, isOver: boolean): Promise<string> {
    const asked = module.questions.filter(question =>
      question.type === 'choice' && pageWith(question.learn, module.pages) === learn)
    const about = {about: module.id, hash: '', attempt: 'a'}
    const loaded = shippedGuide(
      {type: 'started', ...about, questions: asked.map(({id}) => id)},
      ...asked.slice(0, wrong).map(({id, hash}) =>
        ({type: 'answered' as const, about: id, hash, module: module.id, attempt: 'a', given: [], right: false})),
      ...isOver ? [{type: 'completed' as const, ...about, outcome: 'not-passed' as const, right: 0, of: asked.length}] : [])
    const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id} page=${learn.id}></dsg-module>`)
    const missed = find('.missed', element.shadowRoot!)
    expect(findAll('a', missed)).to.have.length(isOver ? wrong : 1)
    return words(missed)
  }

  it('says how many, once, and leads to each', async () => {
    expect(await box(1, true)).to.match(/^This page explains a question that you missed\. Try it again: /)
    expect(await box(2, true)).to.match(/^This page explains 2 questions that you missed\. Try them again: (?!Try)/)
    expect(await box(1, false)).to.match(/^This page explains a question that you missed\. Go on with the questions: /)
  })
})

describe('the scenario of a question', () => {
  it('is in the description of the group that asks, with how to answer', async () => {
    const {of, question} = scenario
    const loaded = changedGuide({modules: [{...of, questions: [question], show: 1}]})
    const quiz = await show<LitElement>(html`<dsg-quiz .guide=${loaded} module=${of.id}></dsg-quiz>`)
    const group = find('fieldset', quiz.renderRoot)!
    expect(words(group.querySelector('legend')!)).to.contain(plainText(question.prompt).replace(/\s+/g, ' ').trim())
    const described = group.getAttribute('aria-describedby')!.split(' ')
      .map(id => words((quiz.renderRoot as ShadowRoot).getElementById(id) ?? undefined)).join(' ')
    const told = words(find('#body', quiz.renderRoot))
    expect(told).to.contain(plainText(question.body.slice(0, 1)).replace(/\s+/g, ' ').trim().slice(0, 40))
    expect(described).to.contain(told)
    expect(described).to.match(/Choose (1 answer|all that apply)\./)
  })
})

describe('a question that a page asks for', () => {
  const shownTitle = (element: DsgModule) => words(find('legend #title', find('.page.current', element.shadowRoot!)))
  const textOf = (id: string) => plainText(module.questions.find(each => each.id === id)!.prompt).replace(/\s+/g, ' ').trim()
  const asks = module.pages.find(({children}) => children.some(block =>
    block.type === 'activity' && block.questions.includes(module.questions.find(isScored)!.id)))!

  it('is shown by itself on the page where it stands, whatever page is named, and another after it', async () => {
    const [one, two] = module.questions.filter(({type}) => type === 'choice')
    const loaded = shippedGuide()
    const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id} page=${module.pages[0]!.id}
      question=${one!.id}></dsg-module>`)
    await until(() => shownTitle(element) === textOf(one!.id), () => shownTitle(element))
    element.question = two!.id
    await until(() => shownTitle(element) === textOf(two!.id), () => shownTitle(element))
    element.focusHeading()
    await until(() => focused()?.id === 'title' && words(focused()!) === textOf(two!.id), () => focused()?.outerHTML)
    element.question = undefined
    await until(() => words(find('[aria-current="page"]', element.shadowRoot!)) === module.pages[0]!.title)
    expect(loaded.record.events.filter(({type}) => type !== 'read'), 'to look is not to begin').to.deep.equal([])
  })

  for (const id of ['gone-since', 'constructor', module.tasks[0] ?? 'a-task', ' ']) {
    it(`is told of when the module does not have it: "${id}"`, async () => {
      const element = await show<DsgModule>(html`<dsg-module .guide=${shippedGuide()} module=${module.id} question=${id}></dsg-module>`)
      await settled(element)
      const current = () => words(find('.page.current', element.shadowRoot!))
      await until(() => current().includes('This module does not have the question'), current)
      expect(words(find('[aria-current="page"]', element.shadowRoot!))).to.equal(asks.title)
      expect(current()).to.contain(`Question 1 of ${module.show}`)
      await expectAccessible(element)
    })
  }
})
