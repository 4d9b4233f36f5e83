import {expect} from 'chai'
import '../../components/elements/module/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import {isScored} from '../../components/model/guide/question.js'
import {plainText} from '../../components/model/guide/document.js'
import {pageWith} from '../../components/model/guide/places.js'
import {guide} from '../../stories/content.js'
import {find, findAll, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {freshDevice, Learner} from './learner.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const check = module.pages.find(({children}) => children.some(block => block.type === 'activity'
  && module.questions.some(question => isScored(question) && block.questions.includes(question.id))))!
const textOf = (id: string) => plainText(module.questions.find(question => question.id === id)!.prompt).replace(/\s+/g, ' ').trim()
const pageOf = (id: string) => pageWith(module.questions.find(question => question.id === id)!.learn, module.pages)!

describe('a question that was missed', function () {
  this.timeout(120_000)
  beforeEach(freshDevice)

  const shownPage = (learner: Learner) => words(find('section.page.current', learner.page))
  /** The question on screen. A page that is not shown has its own still, until the quiz on it has drawn another. */
  const asked = ({page}: Learner) => words(findAll('legend #title', page).find(each => each.checkVisibility()))
  const events = ({page}: Learner) => find<DsgModule>('dsg-module', page)!.guide!.record.events

  /** Follows the link under "Read about this" of what is on screen first. */
  async function readAboutIt(learner: Learner, id: string): Promise<void> {
    const links = () => findAll<HTMLAnchorElement>('.learn a', learner.page).filter(each => each.getClientRects().length)
    const link = await until(() => links().find(each => words(each) === pageOf(id).title), () => links().map(words))
    link.focus()
    await learner.press('Enter')
    await learner.isAt(pageOf(id).title)
    await until(() => shownPage(learner).includes('This page explains a question that you missed.'), () => shownPage(learner))
    expect(words(find('[aria-current="page"]', find('dsg-module', learner.page)!.shadowRoot!))).to.equal(pageOf(id).title)
  }

  const PLACES: [name: string, address: string][] = [
    ['in a whole guide', `/index.html#dsg/module/${module.id}/${check.id}`],
    ['in a built page of one module', `/guide/modules/${module.id}.html#page-${check.id}`],
  ]
  for (const [name, address] of PLACES) {
    it(`leads to the page that explains it, and that page back to it, to be got right: ${name}`, async () => {
      const learner = await Learner.at(address)
      const ids = await learner.answerAll(module, module.show, at => at > 0)
      const [missed] = ids as [string]
      await readAboutIt(learner, missed)
      await learner.use(textOf(missed))
      await until(() => asked(learner) === textOf(missed), () => asked(learner))
      await until(() => learner.heading === textOf(missed) || null, () => learner.heading)
      await learner.answer(module, true)
      await learner.use('See your result')
      await learner.isAt(`You got ${module.show} of ${module.show} right`)
      expect(events(learner).filter(({type}) => type === 'completed')).to.have.length(2)
      // The page has nothing more to lead back to.
      const page = pageOf(missed)
      const list = findAll('nav.contents summary', learner.page).find(each => each.getClientRects().length)
      if (list) await learner.on('nav.contents summary')
      await learner.use(page.title)
      await learner.isAt(page.title)
      expect(shownPage(learner)).to.not.contain('a question that you missed')
    })

    it(`leads to its page from the middle of a try, and that page to the question that is next: ${name}`, async () => {
      const learner = await Learner.at(address)
      const missed = await learner.answer(module, false)
      await readAboutIt(learner, missed)
      const [started] = events(learner).flatMap(event => event.type === 'started' ? [event] : [])
      const next = started!.questions[1]!
      expect(shownPage(learner)).to.contain(`Go on with the questions: ${textOf(next)}`)
      await learner.use(textOf(next))
      await until(() => asked(learner) === textOf(next), () => learner.shown)
      // The question comes, and then the focus.
      await learner.isAt(textOf(next))
      expect(learner.shown).to.contain(`Question 2 of ${module.show}`)
      await learner.answer(module, true)
    })
  }

  it('has an address in a built page: Back, Forward and a reload lead to the question', async () => {
    const learner = await Learner.at(`/guide/modules/${module.id}.html#page-${check.id}`)
    const ids = await learner.answerAll(module, module.show, at => at > 0)
    const [missed] = ids as [string]
    await readAboutIt(learner, missed)
    await learner.use(textOf(missed))
    await until(() => asked(learner) === textOf(missed))
    expect(learner.frame.contentWindow!.location.hash).to.equal(`#page-question/${missed}`)
    learner.frame.contentWindow!.history.back()
    await until(() => shownPage(learner).includes('a question that you missed'), () => shownPage(learner))
    learner.frame.contentWindow!.history.forward()
    await until(() => asked(learner) === textOf(missed), () => shownPage(learner))
    // Nothing is saved, so it is one question by itself then.
    await learner.reload()
    await until(() => asked(learner) === textOf(missed), () => shownPage(learner))
  })
})
