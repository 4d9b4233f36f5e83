import {sendKeys} from '@web/test-runner-commands'
import {expect} from 'chai'
import {guide as content} from '../../stories/content.js'
import {until} from '../elements/settled.js'
import {press} from '../keys.js'
import {ELSEWHERE, FramedGuide} from './framed.js'

const module = content.modules.find(({id}) => id === 'spot-suspicious-email')!
const QUIZ = '?show=quiz&module=spot-suspicious-email'
/** WebKit keeps what a frame of another site saves until the frame is left. Its words on the page say so. */
const FORGETS = !/Chrome|Firefox/.test(navigator.userAgent)
const HOST_SCRIPT = `<script src="${ELSEWHERE}/dsg-frame.js" defer></script>`

describe('the guide in a frame from another site', function () {
  this.timeout(60_000)

  it('with the host script, is as tall as what it shows, grows with it, and takes a question and its feedback', async () => {
    const guide = await FramedGuide.open(QUIZ, {head: HOST_SCRIPT})
    await guide.sees('Question 1 of')
    const asked = await guide.seesThat(({height, room}) => Math.ceil(height) === room, 'a frame as tall as its content')
    const seen = await guide.answer()
    expect(seen.height).to.be.greaterThan(asked.height)
    await guide.seesThat(({height, room}) => Math.ceil(height) === room, 'a frame as tall as its content')
    expect(seen.broken).to.deep.equal([])
  })

  it('without the host script, keeps its height and scrolls inside', async () => {
    const guide = await FramedGuide.open(QUIZ)
    const seen = await guide.answer()
    expect(seen.room).to.equal(300)
    expect(seen.height).to.be.greaterThan(300)
    expect(guide.frame.style.height).to.equal('')
  })

  it('takes the focus only when a person goes there, and lets it go again', async () => {
    const guide = await FramedGuide.open(QUIZ, {head: HOST_SCRIPT})
    await guide.start()
    const {hasFocus} = await guide.sees('Question 1 of')
    expect(hasFocus).to.equal(false)
    expect(guide.page.activeElement).not.to.equal(guide.frame)
    // Chromium can be late with the end of an earlier page's frame, and take the focus from where it was put meanwhile.
    await guide.start()
    await press('Tab')
    await guide.seesThat(({hasFocus}) => hasFocus, 'the focus')
    expect(guide.page.activeElement).to.equal(guide.frame)
    for (let presses = 0; guide.page.activeElement !== guide.page.getElementById('after'); presses++) {
      expect(presses).to.be.lessThan(30)
      await press('Tab')
      await guide.look()
    }
    await until(() => guide.page.hasFocus())
  })

  it('scrolls the host to the top of a new page, also where something else than the window scrolls', async () => {
    const guide = await FramedGuide.open('?show=guide', {head: HOST_SCRIPT})
    const scroller = guide.page.body
    guide.page.documentElement.style.cssText = 'height: 100%; overflow: hidden'
    scroller.style.cssText = 'height: 100%; overflow: auto; margin: 0'
    await guide.seesThat(({height, room}) => height > 1000 && Math.ceil(height) === room, 'the whole guide')
    const last = content.pathways.at(-1)!
    await guide.start()
    await guide.tabTo(last.title)
    await until(() => scroller.scrollTop > 0)
    await press('Enter')
    const seen = await guide.seesThat(({address, focused}) => address.includes('#dsg/pathway/') && focused === last.title,
      'the pathway')
    await until(() => isInWindow(guide, seen.focusTop), () => `heading in sight, but the frame is at ${topOf(guide)}`)
  })

  it('goes on in the frame from one part to the whole guide, in the same look and at its top', async () => {
    const guide = await FramedGuide.open('?show=pathway&pathway=staying-safe-with-data&theme=trust', {head: HOST_SCRIPT})
    const {sheets} = await guide.sees(module.title)
    expect(sheets).to.include('themes/trust.css')
    await guide.start()
    await guide.tabTo(module.title)
    guide.page.documentElement.scrollTop = 10_000
    // The key leads to another page, and a driver may wait for ever for a page that is gone to take the key's way up.
    await sendKeys({down: 'Enter'})
    await guide.seesThat(({address}) => address === '/embed.html?show=guide&theme=trust#dsg/module/spot-suspicious-email',
      'the module in the whole guide')
    await sendKeys({up: 'Enter'})
    await guide.seesThat(({height, room, words}) => words.includes('You will be able to') && Math.ceil(height) === room, 'its height')
    await until(() => isInWindow(guide, 0))
  })

  it('keeps "Delete my record and answers" in sight in a shared visit: no taller than the window, and scrolls inside', async () => {
    const guide = await FramedGuide.open('?show=guide&shared-computer', {head: HOST_SCRIPT})
    await guide.sees('Shared device')
    const {height, room} = await guide.seesThat(({room}) => room > 300, 'more than the first height')
    expect(height).to.be.greaterThan(guide.window.innerHeight)
    expect(room).to.be.at.most(guide.window.innerHeight)
  })

  it('says for which website progress is saved and how to take it elsewhere, saves it there, and finds it again where browsers let it', async () => {
    const guide = await FramedGuide.open(`?show=module&module=${module.id}`, {head: HOST_SCRIPT})
    const {words} = await guide.sees('Save or not')
    expect(words).to.match(/saved for this website only, .+ choose "Move your progress to another device"/)
    await guide.start()
    await guide.tabTo('Save or not')
    await press('Enter')
    await guide.sees('Keep this on this device?')
    await guide.tabTo('Yes')
    await press('Enter')
    await guide.sees('Saved on this device')
    guide.frame.src += '&with-confidence'
    const again = FORGETS ? 'Save or not' : 'Saved on this device'
    await guide.seesThat(({address, words}) => address.includes('with-confidence') && words.includes(again), again)
    await guide.start()
    await guide.tabTo('Delete my record and answers')
    await press('Enter')
    await guide.tabTo('Yes, delete my record and answers')
    await press('Enter')
    await guide.sees('Everything is deleted from this device.')
  })
})

/** @param top - from the top of the frame, in CSS pixels */
function isInWindow(guide: FramedGuide, top: number): boolean {
  const at = topOf(guide) + top
  return at >= 0 && at < guide.window.innerHeight
}

function topOf({frame}: FramedGuide): number {
  return frame.getBoundingClientRect().top + frame.clientTop
}
