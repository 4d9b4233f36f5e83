import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {find, findAll, focused} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {Learner} from '../journeys/learner.js'
import {difference, pictureOf, TAKES_PICTURES, type Picture} from './pictures.js'

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!

/** Wide enough for the look that there is room for, in CSS pixels. */
const WIDTH = 720

/** The size of text that `loud.css` sets. */
const LOUD_PX = 20

/** What comes after the first answer, with code of its own: the question whether to keep it, and the line that stays in sight. */
const KEEP = ['Keep this on this device?', 'Not saved']

interface Visit { learner: Learner; asked?: Picture; answered?: Picture }

/** The element's own box, whatever the host does to the element. */
const box = ({page}: Learner) => find('dsg-quiz', page)!.shadowRoot!.querySelector('.dsg')!

/**
 * Answers the first question with keys, and reads what is said to that. In Chromium, takes a picture before and after.
 *
 * @param says - what is there when all is that comes after an answer
 * @param sizePx - of the host's text, where it is not for its style sheet to say
 */
async function visit(address: string, says = KEEP, sizePx?: number): Promise<Visit> {
  const learner = await Learner.at(address)
  if (sizePx) find('main', learner.page)!.style.fontSize = `${sizePx}px`
  // All of it is in the picture, so nothing scrolls.
  learner.frame.height = '1600'
  await learner.sees('Question 1 of')
  // Pages differ in their margins; the element is to have the same room on each.
  learner.frame.width = String(WIDTH + learner.frame.clientWidth - box(learner).getBoundingClientRect().width)
  const take = async () => TAKES_PICTURES ? pictureOf(box(learner), learner.frame) : undefined
  const asked = await take()
  await learner.answer(module, true)
  for (const text of says) await learner.sees(text)
  focused(learner.page)!.blur()
  return {learner, asked, answered: await take()}
}

/** How far each answer's mark is from where lines begin, and how tall it all is. */
function layoutOf(learner: Learner): number[] {
  const {left, right, height} = box(learner).getBoundingClientRect()
  const isMirrored = learner.page.dir === 'rtl'
  const marks = findAll('.choice > input', learner.page).map(mark => mark.getBoundingClientRect())
  return [height, ...marks.map(mark => isMirrored ? right - mark.right : mark.left - left)].map(Math.round)
}

describe('a quiz on a hostile page', function () {
  this.timeout(60_000)

  let calm: Visit

  before(async () => {
    calm = await visit('/hosts/hostile/calm.html')
    expect(box(calm.learner).getBoundingClientRect().width).to.equal(WIDTH)
    calm.learner.frame.remove()
  })

  const sameLook = {
    '/hosts/hostile/unset.html': 'unsets everything it can reach',
    '/hosts/hostile/bootstrap-3.html': 'has Bootstrap 3',
    '/hosts/hostile/bootstrap-5.html': 'has Bootstrap 5',
    '/hosts/hostile/no-divs.html': 'shows no division, form or button',
    '/hosts/hostile/small-root.html': 'has a root of 12 px',
    '/hosts/hostile/welsh.html': 'is in Welsh',
    '/hosts/hostile/patched-arrays.html': 'has methods of its own on arrays',
    '/hosts/hostile/old-copy.html': 'has a copy of ours already',
    '/strict/calm.html': 'has a strict policy with Trusted Types',
  }
  for (const [address, what] of Object.entries(sameLook)) {
    it(`that ${what}: takes an answer, and looks as on a calm page to the last pixel`, async () => {
      const {asked, answered} = await visit(address)
      if (!TAKES_PICTURES) return
      expect(difference(asked!, calm.asked!), 'asked').to.equal(0)
      expect(difference(answered!, calm.answered!), 'answered').to.equal(0)
    })
  }

  it('that sets all that elements inherit, and makes them float: looks as on a calm page with text of that size', async () => {
    const calm = await visit('/hosts/hostile/calm.html', KEEP, LOUD_PX)
    calm.learner.frame.remove()
    const {asked, answered, learner} = await visit('/hosts/hostile/loud.html')
    expect(getComputedStyle(find('main', learner.page)!).fontSize).to.equal(`${LOUD_PX}px`)
    if (!TAKES_PICTURES) return
    expect(difference(asked!, calm.asked!), 'asked').to.equal(0)
    expect(difference(answered!, calm.answered!), 'answered').to.equal(0)
  })

  it('that has no storage: looks as on a calm page, takes an answer, and asks nobody to keep it there', async () => {
    const {asked, learner} = await visit('/hosts/hostile/no-storage.html', ['Not saved'])
    expect(learner.shown).to.not.contain(KEEP[0])
    if (TAKES_PICTURES) expect(difference(asked!, calm.asked!), 'asked').to.equal(0)
  })

  it('that is written from right to left: is its mirror image', async () => {
    const learner = await Learner.at('/hosts/hostile/calm.html')
    const mirrored = await Learner.at('/hosts/hostile/right-to-left.html')
    for (const each of [learner, mirrored]) await each.sees('Question 1 of')
    expect(layoutOf(mirrored)).to.deep.equal(layoutOf(learner))
    expect(getComputedStyle(box(mirrored)).textAlign).to.equal('start')
    await mirrored.answer(module, true)
  })

  it('that is zoomed: is as it is where there is less room, and nothing sticks out', async () => {
    const {learner} = await visit('/hosts/hostile/zoom.html')
    const {documentElement: page} = learner.page
    expect(page.scrollWidth).to.be.at.most(page.clientWidth)
    const {right} = box(learner).getBoundingClientRect()
    for (const part of findAll('p, h1, h2, button, svg', learner.page)) {
      expect(part.getBoundingClientRect().right, part.textContent).to.be.at.most(right + 1)
    }
  })

  it('that takes it out and puts it elsewhere: still knows the answer, and goes on', async () => {
    const {learner} = await visit('/hosts/hostile/moved.html')
    learner.frame.contentWindow!.postMessage('move', '*')
    await until(() => learner.page.querySelector('section > dsg-quiz'))
    expect(learner.shown).to.contain('That is right')
    await learner.use('Continue')
    await learner.sees('Question 2 of')
    await learner.answer(module, true)
  })

  it('that has 50 of them: all ask, from one load of the guide, and each takes an answer', async () => {
    const learner = await Learner.at('/hosts/hostile/fifty.html')
    await until(() => findAll('form', learner.page).length === 50)
    const loads = learner.frame.contentWindow!.performance.getEntriesByType('resource')
      .map(({name}) => new URL(name).pathname).filter(path => path.endsWith('.json'))
    expect(loads).to.have.length(new Set(loads).size)
    expect(loads).to.deep.equal([`/guide/alone/${module.id}.json`])
    await learner.answer(module, true)
  })
})
