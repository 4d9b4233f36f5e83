import {expect} from 'chai'
import type {DsgCanvas} from '../../components/elements/canvas/canvas.js'
import type {DsgGuide} from '../../components/elements/guide/guide.js'
import type {CanvasItem} from '../../components/model/canvas/items.js'
import type {LearnerEvent} from '../../components/model/record/record.js'
import {guide} from '../../stories/content.js'
import {expectIdsToResolve} from '../elements/axe.js'
import {find, findAll, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {deleteDatabase} from '../kept-here.js'
import {type} from '../keys.js'
import {freshDevice, Learner} from './learner.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
/** Has a question to put in order. */
const rare = guide.modules.find(({questions}) => questions.some(({type}) => type === 'order'))!
/** In the glossary, whose code is fetched late. */
const TERM = guide.glossary[0]!.term
/** The page of the module that asks its questions. */
const QUIZ = `#dsg/module/${module.id}/${module.pages.find(({title}) => title === 'Check yourself')!.id}`
/** The quiz has a "Continue" of its own. */
const AGAIN = 'Load this page again'
let count = 0

/** A site of its own, with the guide as it was first. */
class Site {
  readonly name = `site-${Date.now()}-${count++}`

  async is(edition: 'first' | 'kept' | 'gone' | 'down', ...lacks: string[]): Promise<void> {
    await fetch(`/rebuilt/${this.name}?is=${edition}&lacks=${lacks.join()}`)
  }

  open(page: string, hash = ''): Promise<Learner> {
    return Learner.at(`/rebuilt/${this.name}/${page}.html${hash}`)
  }
}

const record = ({page}: Learner): readonly LearnerEvent[] =>
  find<DsgGuide>('dsg-guide, dsg-quiz, dsg-module, dsg-self-assessment', page)?.guide?.record.events ?? []
const canvasOf = ({page}: Learner): DsgCanvas => find<DsgCanvas>('dsg-canvas', page)!
const items = (learner: Learner): readonly CanvasItem[] =>
  (canvasOf(learner) as unknown as {desk?: {file: {items: CanvasItem[]}}}).desk?.file.items ?? []
const handedOver = (): string[] => Object.keys(sessionStorage).filter(key => key.startsWith('dsg'))

/** What is fetched while a page is read has come. */
async function isReady({page, frame}: Learner, ...more: string[]): Promise<void> {
  const names = () => (frame.contentWindow!.performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({responseEnd}) => responseEnd > 0).map(({name}) => name.split('/').at(-1)!.split('.')[0]!)
  await until(() => ['ahead', ...more].every(name => names().includes(name)), () => `${more}: ${names()}`)
  // A module runs after it came, and what waits for it after that.
  await until(() => page.readyState === 'complete' || null)
  for (let frames = 0; frames < 5; frames++) await new Promise(resolve => frame.contentWindow!.requestAnimationFrame(resolve))
}

/** Presses the button that loads the page again, and waits for the new page. */
async function loadAgain(learner: Learner): Promise<void> {
  const before = learner.page
  await learner.use(AGAIN)
  await until(() => learner.page !== before && learner.page?.readyState === 'complete', () => learner.shown)
}

describe('a page that is open while the site is built again', function () {
  this.timeout(120_000)

  before(async function () {
    this.timeout(240_000)
    await new Site().is('first')
  })

  beforeEach(freshDevice)

  afterEach(async () => {
    await freshDevice()
    for (const canvas of guide.canvases) await deleteDatabase(`dsg-canvas-nhs-digital-skills-guide/${canvas.id}`)
  })

  it('goes on in the middle of a quiz, with what was there when it was opened', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('guide', QUIZ)
    const asked = [await learner.answer(module, true)]
    await site.is('kept')
    await learner.on('.question > button')
    await learner.sees('Question 2 of')
    asked.push(await learner.answer(module, false))
    await learner.use('Glossary')
    await learner.sees(TERM)
    expect(learner.shown).to.not.contain(AGAIN)
    expect(record(learner).flatMap(event => event.type === 'answered' ? [event.about] : [])).to.deep.equal(asked)
  })

  it('loads again where the old scripts are gone for good, and not an answer is lost', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('guide', QUIZ)
    await learner.answer(module, true)
    await learner.on('.question > button')
    await learner.answer(module, false)
    await isReady(learner)
    await site.is('gone')
    await learner.use('Glossary')
    await learner.sees('Part of this page did not arrive.')
    await learner.sees('Your answers are kept while it loads.')
    expect(handedOver(), 'nothing before the learner asks').to.deep.equal([])
    expectIdsToResolve(learner.page)
    const before = [...record(learner)]
    await loadAgain(learner)
    await learner.sees(TERM)
    await until(() => record(learner).length >= before.length, () => record(learner).length)
    expect(record(learner).slice(0, before.length)).to.deep.equal(before)
    expect(handedOver()).to.deep.equal([])
    learner.page.location.hash = QUIZ
    await learner.sees('Question 3 of')
  })

  for (const [page, lacking] of [['quiz', 'afterwards'], ['kinds', 'rarer']] as const) it(
    `has the half of an answer that was chosen, on the same question, when the code to check it is gone: ${lacking}`, async () => {
      const title = () => words(find('legend #title', learner.page))
      let site: Site
      let learner: Learner
      // Which question comes first is by chance, and some are not asked without that code.
      do {
        site = new Site()
        await site.is('first', lacking)
        learner = await site.open(page)
        await until(() => title() || learner.shown.includes(AGAIN), () => learner.shown)
      } while (!title())
      await isReady(learner)
      const asked = title()
      await learner.choose('answer', 2)
      const chosen = () => findAll<HTMLInputElement>('input[name="answer"]', learner.page).filter(({checked}) => checked).map(({value}) => value)
      const given = chosen()
      expect(given).to.have.length(1)
      await learner.use('Check answer')
      await learner.sees('Part of this page did not arrive.')
      expect(chosen(), 'what was chosen is still to be seen').to.deep.equal(given)
      await site.is('gone')
      await loadAgain(learner)
      await until(() => chosen().length === 1, () => learner.shown)
      expect([title(), chosen()]).to.deep.equal([asked, given])
      await learner.use('Check answer')
      await until(() => record(learner).some(event => event.type === 'answered') || null)
      expect(record(learner).find(event => event.type === 'answered')).to.deep.include({given})
      expect(record(learner).filter(({type}) => type === 'started')).to.have.length(1)
    })

  it('answers a quiz to its result and begins again, with a kind of question that few have, when all is gone', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('kinds')
    await isReady(learner, 'afterwards', 'rarer')
    await site.is('gone')
    const lists = () => findAll<HTMLSelectElement>('fieldset select', learner.page)
    let hasOrdered = false
    for (let round = 0; !hasOrdered; round++) {
      if (round) await learner.use('Start again')
      for (let at = 1; at <= rare.show; at++) {
        await learner.sees(`Question ${at} of ${rare.show}`)
        await until(() => find('legend #title', learner.page))
        if (lists().length) {
          hasOrdered = true
          for (const [place, list] of lists().entries()) list.selectedIndex = place + 1
          await learner.use('Check answer')
          await learner.sees('Place 1: ')
        } else {
          await learner.answer(rare, true)
        }
        await learner.on('.question > button')
      }
      await until(() => learner.heading.startsWith('You got') || null, () => learner.shown)
    }
    expect(learner.shown).to.not.contain('did not arrive')
  })

  it('finds what was typed in a search box whose code is gone', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('assessment')
    await isReady(learner)
    await site.is('gone')
    find<HTMLInputElement>('#query', learner.page)!.focus()
    await type('phishing')
    await learner.sees('Part of this page did not arrive.')
    await loadAgain(learner)
    await until(() => find<HTMLInputElement>('#query', learner.page)?.value === 'phishing', () => learner.shown)
    await until(() => findAll('.results a', learner.page).length > 0, () => learner.shown)
  })

  it('stands at the same statement of a self-assessment, with what was chosen there', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('assessment')
    await isReady(learner)
    await learner.use('Start')
    await learner.sees('Statement 1 of')
    await learner.choose('now', 1)
    await learner.use('Continue')
    await learner.choose('needed', 2)
    await learner.use('Continue')
    await learner.sees('Statement 2 of')
    // One thing is asked a screen: the first of them is answered, and the second chosen.
    await learner.choose('now', 0)
    await learner.use('Continue')
    await learner.choose('needed', 1)
    const heading = words(find('dsg-self-assessment', learner.page)!.shadowRoot!.querySelector('#title')!)
    await site.is('gone')
    find<HTMLInputElement>('#query', learner.page)!.focus()
    await type('phishing')
    await learner.sees('Part of this page did not arrive.')
    const before = [...record(learner)]
    await loadAgain(learner)
    await learner.sees('Statement 2 of')
    await until(() => findAll<HTMLInputElement>('input[name="needed"]', learner.page)[1]?.checked, () => learner.shown)
    expect(words(find('dsg-self-assessment', learner.page)!.shadowRoot!.querySelector('#title')!)).to.equal(heading)
    expect(record(learner)).to.deep.equal(before)
    await learner.use('Continue')
    await learner.sees('Statement 3 of')
    const rated = record(learner).filter(event => event.type === 'rated')
    expect(rated).to.have.length(2)
    expect(rated[1]!.now, 'the first choice').to.equal(Number(rated[0]!.now) - 1)
    expect(rated[1]!.needed, 'the second').to.equal(Number(rated[0]!.needed) - 1)
  })

  it('has a canvas as it was, with the evidence that is being typed', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('canvas')
    await isReady(learner, 'keep-canvas')
    const fill = async (id: string, text: string) => {
      await learner.on(`[id$="${id}"]`, 'End')
      await type(text)
    }
    await learner.use('Set up an assessment')
    await fill('series', 'Marsh Vale partnership')
    await fill('name', 'Autumn 2026')
    await learner.use('Save and continue')
    await learner.use('Rate the factors')
    await fill('label', 'Digital team')
    await learner.use('Start rating')
    await learner.on('input[type="radio"][name$="rating"]', 'Space')
    await learner.use('Save and continue')
    const second = guide.canvases[0]!.factors[1]!.name
    await learner.isAt(second)
    await fill('sentence', 'Minutes of 3 meetings')
    await site.is('gone')
    find<HTMLInputElement>('#query', learner.page)!.focus()
    await type('phishing')
    await learner.sees('Part of this page did not arrive.')
    const before = [...items(learner)]
    await loadAgain(learner)
    await learner.sees(second)
    await until(() => find<HTMLTextAreaElement>('[id$="sentence"]', learner.page)?.value === 'Minutes of 3 meetings', () => learner.shown)
    expect(items(learner)).to.deep.equal(before)
    await learner.use('Save and continue')
    await until(() => items(learner).length > before.length || learner.shown.includes('There is a problem'))
  })

  it('saves after it was loaded again, where the code that saves is gone', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('guide', QUIZ)
    await learner.answer(module, true)
    await isReady(learner)
    await site.is('gone')
    const save = async () => {
      // Beside what was just done they are asked already.
      await until(() => learner.shown.includes('Save or not') || learner.shown.includes('Keep this on this device?') || null,
        () => learner.shown)
      if (!learner.shown.includes('Keep this on this device?')) await learner.use('Save or not')
      await learner.use('Yes')
    }
    await save()
    await learner.sees('The part of this page that saves did not arrive.')
    const before = [...record(learner)]
    await loadAgain(learner)
    await until(() => record(learner).length >= before.length, () => learner.shown)
    expect(record(learner).slice(0, before.length)).to.deep.equal(before)
    await save()
    await learner.sees('Saved on this device')
    await learner.reload()
    await until(() => record(learner).length >= before.length, () => learner.shown)
    expect(record(learner).slice(0, before.length)).to.deep.equal(before)
  })

  it('is still a shared visit after it was loaded again, and keeps nothing', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('guide', QUIZ)
    await learner.answer(module, true)
    await isReady(learner)
    await learner.use('This is a shared computer')
    await learner.sees('your answers are kept for this visit only')
    await site.is('gone')
    const before = [...record(learner)]
    await learner.use('Glossary')
    await loadAgain(learner)
    await learner.sees('your answers are kept for this visit only')
    expect(record(learner)).to.deep.equal(before)
    expect(handedOver()).to.deep.equal([])
    await learner.reload()
    await learner.sees('You can save it on this device')
    expect(record(learner).filter(({type}) => type !== 'read')).to.deep.equal([])
  })

  it('says before anything is lost that the browser keeps nothing, and hands out a file', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('refused', QUIZ)
    await learner.answer(module, true)
    await isReady(learner)
    await site.is('gone')
    const {page} = learner
    await learner.use('Glossary')
    await learner.use(AGAIN)
    await learner.sees('This browser does not let us keep your answers while the page loads.')
    expect(learner.page).to.equal(page)
    const {createObjectURL} = URL
    const view = learner.frame.contentWindow as unknown as {URL: typeof URL}
    let file: Blob | undefined
    view.URL.createObjectURL = (blob: Blob) => {
      file = blob
      return createObjectURL(blob)
    }
    await learner.use('Take my answers away')
    expect(JSON.parse(await (await until(() => file)).text())).to.deep.include({format: 'dsg-record', events: [...record(learner)]})
    await learner.use('Load this page without my answers')
    await until(() => learner.page !== page)
  })

  it('is not left while its server does not answer', async () => {
    const site = new Site()
    await site.is('first')
    const learner = await site.open('guide', QUIZ)
    await learner.answer(module, true)
    await isReady(learner)
    await site.is('down')
    const {page} = learner
    const before = [...record(learner)]
    await learner.use('Glossary')
    await learner.use(AGAIN)
    await learner.sees('Something we need for this did not arrive. Wait a minute, then try again.')
    expect([learner.page, handedOver()]).to.deep.equal([page, []])
    await site.is('first')
    await learner.use('Try again')
    await until(() => learner.shown.includes(TERM) || learner.shown.includes(AGAIN), () => learner.shown)
    if (learner.shown.includes(AGAIN)) await loadAgain(learner)
    await learner.sees(TERM)
    await until(() => record(learner).length >= before.length, () => learner.shown)
    expect(record(learner).slice(0, before.length)).to.deep.equal(before)
  })

  it('stands on the same page of a module that is alone on its page', async () => {
    const site = new Site()
    await site.is('first', 'afterwards')
    const learner = await site.open('module')
    await isReady(learner)
    const {pages} = module
    await learner.on('.pagination .next')
    await until(() => words(find('.contents [aria-current]', learner.page)) === pages[1]!.title)
    await learner.reload()
    await until(() => words(find('.contents [aria-current]', learner.page)) === pages[1]!.title, () => learner.shown)
  })
})
