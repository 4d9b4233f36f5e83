import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {expectAccessiblePage} from '../elements/axe.js'
import {words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {keptHere} from '../kept-here.js'
import {openPage} from './frame.js'
import {DATABASE, freshDevice, Learner} from './learner.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!

beforeEach(freshDevice)

describe('the demonstration intranet, built and under a strict policy', function () {
  this.timeout(90_000)

  it('works through a module: read, answer wrong, read why, answer right, see it on the pathway, find it after a reload', async () => {
    const learner = await Learner.at('/index.html')
    await learner.use('Staying safe with data')
    await learner.isAt('Staying safe with data')
    expect(learner.shown).to.contain('0 of 5 modules done')

    await learner.use(module.title)
    await learner.isAt(module.title)
    await learner.on('a.next')
    await learner.isAt(module.pages[1]!.title)
    await learner.turnTo('Check yourself')
    await learner.isAt('Check yourself')

    await learner.answerAll(module, module.show, () => false)
    expect(learner.heading).to.equal(`You got 0 of ${module.show} right`)
    await learner.use('Start again')
    await learner.answerAll(module, module.show, () => true)
    expect(learner.heading).to.equal(`You got ${module.show} of ${module.show} right`)
    expect(learner.shown).to.contain('You passed')

    await learner.use('Staying safe with data')
    await learner.isAt('Staying safe with data')
    expect(learner.shown).to.contain('1 of 5 modules done')
    expect(learner.shown).to.contain('Passed')

    expect((await keptHere()).filter(name => name.includes(DATABASE))).to.deep.equal([])
    await learner.use('Save or not')
    await learner.use('Yes')
    await learner.sees('Saved on this device')

    await learner.reload()
    await learner.sees('Saved on this device')
    expect(learner.shown).to.contain('1 of 5 modules done')
  })
})

describe('a host that listens', function () {
  this.timeout(90_000)

  it('hears what was answered, and thanks a learner who passed', async () => {
    const learner = await Learner.at('/events.html')
    const quizzed = guide.modules.find(({id}) => id === 'passwords-and-safe-log-in')!
    await learner.answerAll(quizzed, quizzed.show, () => true)
    expect(learner.shown).to.contain(`Thank you. You got ${quizzed.show} of ${quizzed.show} right.`)
    const rows = [...learner.page.querySelectorAll('#heard tr')].map(row => words(row))
    expect(rows[0]).to.equal(`dsg-completed ${quizzed.id} passed, ${quizzed.show} of ${quizzed.show}`)
    expect(rows.filter(row => row.endsWith(' right'))).to.have.length(quizzed.show)
  })
})

describe('every page of the demonstration intranet', function () {
  this.timeout(90_000)

  const pages = [
    {address: '/index.html', ready: 'Pathways'},
    {address: '/widgets.html', ready: 'Question 1 of'},
    {address: '/page.html', ready: 'You will be able to'},
    {address: '/events.html', ready: 'Question 1 of'},
    {address: '/canvas.html', ready: 'Set up an assessment'},
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
