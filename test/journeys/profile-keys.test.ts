import {expect} from 'chai'
import {shortForm} from '../../components/model/assessment/assessment.js'
import {plainText} from '../../components/model/guide/document.js'
import {guide} from '../../stories/content.js'
import {find, findAll, focused, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {press} from '../keys.js'
import {freshDevice, Learner} from './learner.js'

const framework = guide.frameworks[0]!
const short = shortForm(framework)
/** Tabs, choices and Enter of the whole short form: 8 a statement, and the way to the result. */
const MOST_KEYS = 80

describe('the short form by keys alone, from its first button to the profile', function () {
  this.timeout(180_000)
  beforeEach(freshDevice)

  /** A keyboard that counts, from where the focus is: nothing is focused by script. */
  class Keyboard {
    keys = 0
    constructor(readonly learner: Learner) {}

    get at(): HTMLElement | null { return focused(this.learner.page) }

    async hit(...keys: string[]): Promise<void> {
      for (const key of keys) {
        await press(key)
        this.keys += 1
      }
    }

    async tabTo(is: (element: HTMLElement) => boolean): Promise<void> {
      for (let tabs = 0; !this.at || !is(this.at); tabs++) {
        if (tabs > 40) throw new Error(`40 Tabs and not there, at ${this.at?.outerHTML}`)
        await this.hit('Tab')
      }
    }

    async rate(level: number): Promise<void> {
      await this.tabTo(({localName}) => localName === 'input')
      // A group with nothing chosen has the focus on its first; the space bar chooses that.
      await this.hit('Space', ...Array<string>(level - 1).fill('ArrowDown'), 'Enter')
    }
  }

  /** @returns keys that it took, from "Start" to the result */
  async function rateAll(keyboard: Keyboard, now: number): Promise<number> {
    const {learner} = keyboard
    const before = keyboard.keys
    await keyboard.tabTo(element => words(element) === 'Start')
    await keyboard.hit('Enter')
    for (const [at, {prompt}] of short.entries()) {
      await learner.isAt(plainText(prompt).trim())
      await keyboard.rate(now)
      await learner.sees(`Statement ${at + 1} of ${short.length}, question 2 of 2`)
      await learner.isAt(plainText(prompt).trim())
      if (at) {
        await keyboard.tabTo(element => words(element).startsWith('The same as for the last one'))
        await keyboard.hit('Enter')
      } else await keyboard.rate(4)
    }
    await learner.isAt('Check your answers')
    await keyboard.tabTo(element => words(element) === 'See your result')
    await keyboard.hit('Enter')
    await learner.isAt('Your digital skills')
    return keyboard.keys - before
  }

  it(`takes at most ${MOST_KEYS} keys; a second sitting takes no more, and says what has changed`, async () => {
    const learner = await Learner.at(`/guide/frameworks/${framework.id}.html`)
    const keyboard = new Keyboard(learner)
    await until(() => find('#domain-\\*', learner.page))
    learner.frame.focus()
    find('#title', learner.page)!.focus()
    expect(await rateAll(keyboard, 1), 'keys of the first sitting').to.be.at.most(MOST_KEYS)
    const opening = words(find('[part=opening]', learner.page))
    expect(opening).to.contain(`Your role needs more, by the same amount, in all ${framework.domains.length} skill areas. Start with`)
    expect(opening).to.match(/Start with "[^"]+", \d+ minutes?\./)
    expect(learner.shown).to.not.contain('What has changed')
    // One button leads on, and it is the first stop.
    await keyboard.tabTo(element => element.matches('[part=opening] a.button'))

    await keyboard.tabTo(element => words(element) === 'Rate yourself again')
    await keyboard.hit('Enter')
    await learner.isAt('Rate your digital skills')
    expect(await rateAll(keyboard, 3), 'keys of the second sitting').to.be.at.most(MOST_KEYS)
    const change = words(find('dsg-profile', learner.page))
    for (const {domain} of short) {
      expect(change.slice(change.indexOf('You rate yourself higher in'))).to.contain(framework.domains.find(({id}) => id === domain)!.short)
    }
    expect(change).to.not.contain('You rate yourself lower')
    expect(findAll('[part=change] .disc', learner.page)).to.have.length(1 + new Set(short.map(({domain}) => domain)).size)
  })
})
