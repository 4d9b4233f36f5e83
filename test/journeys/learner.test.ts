import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {find, findAll, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {keptHere} from '../kept-here.js'
import {DATABASE, freshDevice, Learner} from './learner.js'

const domain = guide.frameworks[0]!.domains.at(-1)!

beforeEach(freshDevice)

describe('a learner with a keyboard', function () {
  this.timeout(120_000)

  /** Rates every statement of the last domain. @param now - place of the level, from 0 */
  async function rate(learner: Learner, now: number, isLookingBack = false): Promise<void> {
    await learner.choose('domain', 2)
    await learner.choose('area', guide.frameworks[0]!.domains.length - 1)
    if (isLookingBack) await learner.on('#look-back', 'Space')
    await learner.use('Start')
    for (let i = 1; i <= domain.statements.length; i++) {
      await learner.sees(`Statement ${i} of ${domain.statements.length}`)
      for (const [ask, place] of [...isLookingBack ? [['before', 0] as const] : [], ['now', now] as const, ['needed', 3] as const]) {
        await learner.choose(ask, place)
        await learner.use('Continue')
      }
    }
    await learner.isAt('Check your answers')
    await learner.use('See your result')
    await learner.isAt('Your digital skills')
  }

  it('assesses, gets reasons, learns, retries, passes, rates again, takes the record away, clears it, and brings it back', async () => {
    const learner = await Learner.at('/index.html')
    await learner.use('My skills')
    await learner.isAt('Rate your digital skills')
    await rate(learner, 0)
    expect(learner.shown).to.match(/You rated "[^"]+" as "not yet", and your role needs "on my own"\./)

    const suggestion = find<HTMLAnchorElement>('.suggestions a', learner.page)!
    const module = guide.modules.find(({title}) => title === words(suggestion))!
    await learner.use(module.title)
    await learner.isAt(module.title)
    await learner.turnTo('Check yourself')
    await learner.isAt('Check yourself')
    // 2 of 5 wrong is under 80%, whichever questions were drawn.
    const asked = await learner.answerAll(module, module.show, at => at > 1)
    expect(learner.shown).to.contain('Not passed yet')
    await learner.use('Try the 2 questions you missed')
    expect(await learner.answerAll(module, 2, () => true)).to.deep.equal(asked.slice(0, 2))
    expect(learner.shown).to.contain('You passed')

    await learner.use('My skills')
    await learner.isAt('Rate your digital skills')
    await rate(learner, 2, true)
    expect(learner.shown).to.contain('What has changed')
    expect(learner.shown).to.contain(`You rate yourself higher in ${domain.short}.`)
    expect(findAll('.suggestions a', learner.page).map(each => words(each))).to.not.include(module.title)

    await learner.use('My record')
    // The link that was followed has the same words as the heading: wait for what is under it.
    await learner.sees(module.title)

    const files: Blob[] = []
    const view = learner.frame.contentWindow as typeof globalThis & Window
    const create = view.URL.createObjectURL.bind(view.URL)
    view.URL.createObjectURL = file => { files.push(file as Blob); return create(file) }
    await learner.use('Move your progress to another device')
    await learner.use('Take my record away')
    await learner.sees('Your record is in your downloads')
    const taken = await files[0]!.text()
    expect(JSON.parse(taken)).to.include({format: 'dsg-record', version: 1})

    await learner.use('Delete my record and answers')
    await learner.use('Yes, delete my record and answers')
    await learner.sees('There is nothing in your record yet.')
    expect((await keptHere()).filter(name => name.includes(DATABASE))).to.deep.equal([])

    // A file chooser is the browser's own window: the file is put in the field as it would.
    const field = await until(() => find<HTMLInputElement>('input[type="file"]', learner.page))
    const chosen = new DataTransfer()
    chosen.items.add(new File([taken], 'digital-skills-record.json', {type: 'application/json'}))
    field.files = chosen.files
    field.dispatchEvent(new Event('change'))
    await learner.sees(`We added ${JSON.parse(taken).events.length} entries from your file.`)
    expect(learner.shown).to.contain(module.title)
    await learner.use('My skills')
    await learner.sees('Also ask me where I was before')
  })
})
