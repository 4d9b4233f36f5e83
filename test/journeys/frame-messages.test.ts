import {expect} from 'chai'
import {PACE_MS} from '../../components/embed/frame/messages.js'
import {until} from '../elements/settled.js'
import {press} from '../keys.js'
import {ELSEWHERE, FramedGuide} from './framed.js'

const QUIZ = '?show=quiz&module=spot-suspicious-email'
const HOST_SCRIPT = `<script src="${ELSEWHERE}/dsg-frame.js" defer></script>`
const STRANGER = new URL('frame-stranger.html', import.meta.url).href
const SIZE = {type: 'dsg-frame', height: 5000, fitsWindow: false}

/** Everything that arrives at a window, until the test ends. */
function heardBy(window: Window): MessageEvent[] {
  const heard: MessageEvent[] = []
  window.addEventListener('message', event => heard.push(event))
  return heard
}

/** Resolves to what a window hears next that fits. */
function hears(window: Window, fits: (data: any) => boolean): Promise<any> {
  return new Promise(resolve => window.addEventListener('message', function hear({data}) {
    if (!fits(data)) return
    window.removeEventListener('message', hear)
    resolve(data)
  }))
}

/** The heights that a frame was given from now on. */
function heightsOf(frame: HTMLIFrameElement): string[] {
  const heights: string[] = []
  const view = frame.ownerDocument.defaultView as Window & typeof globalThis
  new view.MutationObserver(() => {
    if (heights.at(-1) !== frame.style.height) heights.push(frame.style.height)
  }).observe(frame, {attributes: true, attributeFilter: ['style']})
  return heights
}

async function openSized(): Promise<FramedGuide> {
  const guide = await FramedGuide.open(QUIZ, {head: HOST_SCRIPT})
  let heardAt = performance.now()
  guide.window.addEventListener('message', () => { heardAt = performance.now() })
  await guide.sees('Question 1 of')
  await guide.seesThat(({height, room}) => Math.ceil(height) === room, 'a frame as tall as its content')
  // A size waits for its turn where it is told and where it is heard. After both turns none of the guide's own is on its way,
  // in the place of what a test says.
  await until(() => performance.now() - heardAt > 3 * PACE_MS)
  return guide
}

describe('what a host lets its frames do', function () {
  this.timeout(60_000)

  it('hears sizes and nothing else, whatever the learner answers', async () => {
    const guide = await FramedGuide.open(QUIZ, {head: HOST_SCRIPT})
    const heard = heardBy(guide.window)
    await guide.answer()
    const messages = heard.filter(({source}) => source === guide.frame.contentWindow)
    expect(messages).to.not.deep.equal([])
    for (const {data, origin} of messages) {
      expect(origin).to.equal(ELSEWHERE)
      const {type, height, fitsWindow, focus = [0, 0], ...others} = data
      expect(type).to.equal('dsg-frame')
      expect(others).to.deep.equal({})
      expect(fitsWindow).to.equal(false)
      expect([height, ...focus].map(size => typeof size)).to.deep.equal(['number', 'number', 'number'])
    }
  })

  it('is not moved by strangers: the page around it, other frames, and a page that took the place of the guide', async () => {
    const guide = await openSized()
    const {height} = guide.frame.style
    const strangerSpoke = hears(guide.window, data => data?.type === 'end')
    guide.window.postMessage(SIZE, '*')
    guide.page.body.append(Object.assign(guide.page.createElement('iframe'), {src: STRANGER}))
    await strangerSpoke
    expect(guide.frame.style.height).to.equal(height)

    // As if a link had led the frame to another site: its window is the same, its address is not.
    const intruderSpoke = hears(guide.window, data => data?.type === 'end')
    guide.frame.contentWindow!.location.href = STRANGER
    await intruderSpoke
    expect(guide.frame.style.height).to.equal(height)
  })

  it('is not moved by malformed sizes, and the guide goes on being sized', async () => {
    const guide = await openSized()
    const heights = heightsOf(guide.frame)
    const malformed = [
      ...[NaN, Infinity, -Infinity, -1, 0, 59, 30_001, 1e9, '5000', null, [5000], {valueOf: 5000}].map(height => ({...SIZE, height})),
      ...[[0], [0, 1, 2], [NaN, 1], [2, 1], ['0', '1'], [0, Infinity], [-1e9, 0], 'ab', {0: 0, 1: 1, length: 2}, null]
        .map(focus => ({...SIZE, focus})),
      {...SIZE, type: 'dsg-hello'}, {...SIZE, type: ['dsg-frame']}, {...SIZE, fitsWindow: 'no'}, {type: 'dsg-frame'},
      null, undefined, 5000, '5000', 'help_getClientHeight=5000', JSON.stringify(SIZE), [SIZE], new Map(Object.entries(SIZE)),
    ]
    guide.frame.contentWindow!.postMessage({type: 'say', messages: [...malformed, {type: 'end'}]}, '*')
    await hears(guide.window, data => data?.type === 'end')
    expect(heights).to.deep.equal([])
    guide.frame.contentWindow!.postMessage({type: 'say', messages: [SIZE]}, '*')
    // For a moment only: in a taller frame the guide may tell its own size again.
    await until(() => heights.includes('5000px'))
  })

  it('acts on 10 of 10,000 sizes a second at most, and on keys meanwhile', async () => {
    const guide = await openSized()
    const heights = heightsOf(guide.frame)
    const start = performance.now()
    const flooded = hears(window, data => data?.type === 'flooded')
    let presses = 0
    guide.page.getElementById('after')!.addEventListener('click', () => presses++)
    guide.page.getElementById('after')!.focus()
    guide.frame.contentWindow!.postMessage({type: 'flood', messages: [{...SIZE, height: 400}, {...SIZE, height: 900}]}, '*')
    await until(() => heights.length > 0)
    await press('Enter')
    await until(() => presses === 1)
    guide.frame.contentWindow!.postMessage({type: 'stop'}, '*')
    const {sent} = await flooded
    expect(sent).to.be.at.least(10_000)
    await until(() => heights.lastIndexOf('900px') > heights.lastIndexOf('400px'))
    expect(heights.length).to.be.at.most(2 + (performance.now() - start) / PACE_MS)
  })
})

describe('what a frame lets its host do', function () {
  this.timeout(60_000)

  it('tells nothing to a host that has not asked, nor to other windows that ask', async () => {
    const guide = await FramedGuide.open(QUIZ)
    const heard = [heardBy(guide.window), heardBy(window)]
    for (const message of [{type: 'dsg-hello'}, 'help_getClientHeight']) guide.frame.contentWindow!.postMessage(message, '*')
    await guide.answer()
    const told = heard.flat().filter(({source, data}) => source === guide.frame.contentWindow && data?.type !== 'probed')
    expect(told.map(({data}) => data)).to.deep.equal([])
  })

  it('tells nothing to a host that has no address', async () => {
    const host = document.createElement('iframe')
    // A page from a data address has no origin of its own. It tells this test what it hears.
    host.src = `data:text/html,${encodeURIComponent(`<iframe src="${ELSEWHERE}/embed.html${QUIZ}"></iframe><script>
      const frame = document.querySelector('iframe')
      addEventListener('message', ({data}) => parent.postMessage({type: 'host-heard', data}, '*'))
      frame.addEventListener('load', () => {
        for (const message of [{type: 'dsg-hello'}, 'help_getClientHeight']) frame.contentWindow.postMessage(message, '*')
        parent.postMessage({type: 'asked'}, '*')
      })
    </script>`)}`
    const heard = heardBy(window)
    const asked = hears(window, data => data?.type === 'asked')
    document.body.append(host)
    try {
      await asked
      await until(() => {
        host.contentWindow!.frames[0]!.postMessage({type: 'probe'}, '*')
        return heard.some(({data}) => data?.type === 'probed' && data.words.includes('Question 1 of'))
      })
      expect(heard.map(({data}) => data).filter(data => data?.type === 'host-heard')).to.deep.equal([])
    } finally {
      host.remove()
    }
  })

  it('answers the question of Microsoft 365 Learning Pathways, and again when it needs more room', async () => {
    const guide = await FramedGuide.open(QUIZ, {attributes: 'scrolling="no"'})
    const heard = heardBy(guide.window)
    const answers = () => heard.filter(({source}) => source === guide.frame.contentWindow).map(({data, origin}) => {
      expect(origin).to.equal(ELSEWHERE)
      return Number(/^help_getClientHeight=(\d+)$/.exec(data)?.[1])
    })
    // It asks when the frame's page is there, which is before the guide is.
    guide.frame.addEventListener('load', () => guide.window.tell('help_getClientHeight'), {once: true})
    const {height} = await guide.sees('Question 1 of')
    await until(() => answers().some(answer => answer >= height))
    const before = answers().at(-1)!
    expect(before).to.be.lessThan(height + 500)
    const {height: grown} = await guide.answer()
    await until(() => answers().at(-1)! >= grown)
    expect(answers()).to.deep.equal([...new Set(answers())].sort((a, b) => a - b))
  })

  it('sends 10 answers a second at most to 10,000 questions, and takes a learner\'s answer meanwhile', async () => {
    const guide = await openSized()
    const heard = heardBy(guide.window)
    const messages = [{type: 'dsg-hello'}, 'help_getClientHeight', null, 'x'.repeat(1000), {type: 'dsg-hello', height: NaN}]
    const start = performance.now()
    let sent = 0
    let isFlooding = true
    // 3,000 a second. Without a pause they would queue up faster than any page can read them, and the answer behind them.
    const flood = () => {
      if (!isFlooding) return
      for (let i = 0; i < 50; i++) guide.window.tell(messages[sent++ % messages.length])
      requestAnimationFrame(flood)
    }
    flood()
    try {
      await guide.answer()
      await until(() => sent >= 10_000)
    } finally {
      isFlooding = false
    }
    await guide.seesThat(() => true, 'anything')
    const told = heard.filter(({source}) => source === guide.frame.contentWindow).length
    expect(told).to.be.greaterThan(0)
    expect(told).to.be.at.most(2 * (2 + (performance.now() - start) / PACE_MS))
  })
})
