import {expect} from 'chai'
import {findApi} from '../../components/embed/course/scorm-api.js'
import {scormTime} from '../../components/embed/course/scorm-session.js'

type View = Window & {API?: unknown}

/** A frame in a page, with nothing in it. */
function frameIn(view: Window): View {
  const frame = view.document.createElement('iframe')
  view.document.body.append(frame)
  return frame.contentWindow as View
}

/** So many frames, one in another; the innermost. */
function nested(depth: number): View {
  let view = outermost = frameIn(window)
  for (let i = 1; i < depth; i++) view = frameIn(view)
  return view
}

let outermost: View | undefined
const api = {LMSInitialize: () => 'true'}

afterEach(() => {
  outermost?.frameElement?.remove()
  delete (window as View).API
})

describe('findApi', () => {
  it('finds none where there is none', () => expect(findApi(nested(3))).to.equal(undefined))

  it('finds it in a window around, however many are between', () => {
    const view = nested(8)
    Object.assign(window, {API: api})
    expect(findApi(view)).to.equal(api)
  })

  it('takes the nearest', () => {
    const view = nested(3)
    Object.assign(window, {API: {LMSInitialize: () => 'false'}})
    Object.assign(view.parent, {API: api})
    expect(findApi(view)).to.equal(api)
  })

  it('finds it around the window that opened this one', () => {
    const opened = nested(1)
    const opener = frameIn(frameIn(opened))
    Object.assign(opener.parent, {API: api})
    const start = {get parent() { return start }, opener} as unknown as View
    expect(findApi(start)).to.equal(api)
  })

  it('finds it where the opener is that of a window around', () => {
    const opener = nested(1)
    Object.assign(opener, {API: api})
    const around = {get parent() { return around }, opener} as unknown as View
    expect(findApi({parent: around, opener: null} as unknown as View)).to.equal(api)
  })

  it('goes past a window of another site, which says nothing', () => {
    const view = nested(2)
    Object.defineProperty(view.parent, 'API', {get() { throw new DOMException('Blocked a frame', 'SecurityError') }})
    Object.assign(window, {API: api})
    expect(findApi(view)).to.equal(api)
  })

  it('is not taken in by something else of that name', () => {
    const view = nested(1)
    Object.assign(window, {API: {version: '3'}})
    expect(findApi(view)).to.equal(undefined)
  })

  it('comes to an end where windows never do', () => {
    let asked = 0
    const endless = (): View => ({
      get parent() { asked += 1; return endless() },
      get opener() { asked += 1; return endless() },
    }) as unknown as View
    expect(findApi(endless())).to.equal(undefined)
    expect(asked).to.be.below(20_000)
  })
})

describe('scormTime', () => {
  const cases = [
    {ms: 0, time: '0000:00:00.00', why: 'the beginning'},
    {ms: 3_723_456, time: '0001:02:03.45', why: 'hours, minutes, seconds and hundredths, rounded down'},
    {ms: 59_999, time: '0000:00:59.99', why: 'never 60 seconds'},
    {ms: -5000, time: '0000:00:00.00', why: 'somebody put the clock back'},
    {ms: 1e15, time: '9999:59:59.99', why: 'more than SCORM can say'},
  ]
  for (const {ms, time, why} of cases) it(`${time}: ${why}`, () => expect(scormTime(ms)).to.equal(time))
})
