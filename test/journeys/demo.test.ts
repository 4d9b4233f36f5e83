import {expect} from 'chai'
import {expectAccessiblePage} from '../elements/axe.js'
import {find, findAll, focused, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {press} from '../keys.js'
import {openPage, reload} from './frame.js'
import {guide} from '../../stories/content.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const DATABASE = 'dsg-record-nhs-digital-skills-guide'

/** Each test meets a device that nobody has saved anything on. */
beforeEach(() => new Promise<void>(done => {
  const gone = indexedDB.deleteDatabase(DATABASE)
  gone.onsuccess = gone.onerror = () => done()
}))

describe('the demonstration intranet, built and under a strict policy', function () {
  this.timeout(60_000)

  let frame: HTMLIFrameElement
  const page = () => frame.contentDocument!
  const shown = () => words(page().body)
  const heading = () => words(focused(page()) ?? undefined)

  /** Focuses what a person would reach with Tab, and presses a key on it. */
  async function on(selector: string, key: string): Promise<void> {
    const element = await until(() => findAll(selector, page()).find(each => each.offsetParent !== null))
    element.focus()
    await press(key)
  }

  /** Answers the question on screen, right or wrong, with the keyboard alone. */
  async function answer(isRight: boolean): Promise<void> {
    const title = words(await until(() => find('legend #title', page())))
    const question = module.questions.find(each => each.type === 'choice'
      && each.prompt.map(part => part.type === 'text' ? part.value : '').join('').replace(/\s+/g, ' ').trim() === title)
    if (question?.type !== 'choice') throw new Error(`no question "${title}"`)
    const wanted = question.answers.filter(({right}) => right === isRight).map(({id}) => id).slice(0, isRight ? undefined : 1)
    const inputs = findAll<HTMLInputElement>('.choice > input', page()).filter(({name}) => name === 'answer')
    inputs[0]!.focus()
    if (question.multiple) {
      for (const input of inputs) {
        if (wanted.includes(input.value)) await press('Space')
        await press('Tab')
      }
    } else {
      await press('Space')
      for (let i = 0; i < inputs.findIndex(({value}) => value === wanted[0]); i++) await press('ArrowDown')
    }
    await on('fieldset ~ button', 'Enter')
    await until(() => heading() === (isRight ? 'That is right' : 'Not right this time'))
  }

  async function answerAll(isRight: boolean): Promise<void> {
    for (let i = 1; i <= module.show; i++) {
      await answer(isRight)
      await on('.question > button', 'Enter')
      await until(() => heading().startsWith('You got') || shown().includes(`Question ${i + 1} of ${module.show}`))
    }
  }

  it('works through a module: read, answer wrong, read why, answer right, see it on the pathway, find it after a reload', async () => {
    frame = await openPage('/index.html')
    await on('a[href="#dsg/pathway/staying-safe-with-data"]', 'Enter')
    await until(() => heading() === 'Staying safe with data')
    expect(shown()).to.contain('0 of 5 modules done')

    await on(`a[href="#dsg/module/${module.id}"]`, 'Enter')
    await until(() => heading() === module.title)
    await on('a.next', 'Enter')
    await until(() => heading() === module.pages[1]!.title)
    await on(`a[href="#dsg/module/${module.id}/check-yourself"]`, 'Enter')
    await until(() => heading() === 'Check yourself')

    await answerAll(false)
    expect(heading()).to.equal(`You got 0 of ${module.show} right`)
    await on('[part="result"] > button', 'Enter')
    await until(() => shown().includes(`Question 1 of ${module.show}`))
    await answerAll(true)
    expect(heading()).to.equal(`You got ${module.show} of ${module.show} right`)
    expect(shown()).to.contain('You passed')

    await on('a[href="#dsg/pathway/staying-safe-with-data"]', 'Enter')
    await until(() => heading() === 'Staying safe with data')
    expect(shown()).to.contain('1 of 5 modules done')
    expect(shown()).to.contain('Passed')

    expect((await indexedDB.databases()).map(({name}) => name)).to.not.include(DATABASE)
    await on('button.secondary', 'Enter')
    await on('input[name="shared"]', 'Space')
    await on('.button-row > button', 'Enter')
    await until(() => shown().includes('Saved on this device'))

    await reload(frame)
    await until(() => shown().includes('Saved on this device'))
    expect(shown()).to.contain('1 of 5 modules done')
  })
})

describe('every page of the demonstration intranet', function () {
  this.timeout(60_000)

  const pages = [
    {address: '/index.html', ready: 'Pathways'},
    {address: '/widgets.html', ready: 'Question 1 of'},
    {address: '/page.html', ready: 'You will be able to'},
    {address: '/bare.html', ready: 'Question 1 of'},
  ]
  for (const width of [320, 1280]) {
    for (const {address, ready} of pages) {
      it(`${address} at ${width} px: shows its guide, breaks no policy, nothing for axe, no sideways scroll`, async () => {
        const frame = await openPage(`${address}?axe`, width)
        const page = frame.contentDocument!
        const broken: string[] = []
        page.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
          broken.push(`${violatedDirective} ${blockedURI}`))
        await until(() => words(page.body).includes(ready))
        expect(broken).to.deep.equal([])
        expect(page.documentElement.scrollWidth).to.be.at.most(width)
        await expectAccessiblePage(frame)
      })
    }
  }
})
