import {paced} from '../../elements/shared/page/pace.js'
import {focusedIn} from '../../elements/shared/page/focused-in.js'
import type {DsgElement} from '../../elements/shared/base/element.js'
import {
  HEIGHT_QUESTION, HIGHEST_PX, isHello, LOWEST_PX, PACE_MS, type FrameSize,
} from './messages.js'

/** Events after which the focus may have moved. When it moves inside one shadow root, the document hears of nothing else. */
const FOCUS_MAY_MOVE = ['focusin', 'keyup', 'click', 'hashchange']
/** Heights told to Microsoft 365 Learning Pathways are rounded up to this, since each one makes its page jump to the top. */
const STEP_PX = 500

/**
 * Tells the page around this one how tall this page is, and where the focus has gone. Nothing is told before the page around has
 * asked, and then only to the address it asked from.
 *
 * @param part - what is shown
 */
export function tellHost(part: DsgElement | undefined): void {
  const {parent} = window
  if (parent === window) return
  let host: string | undefined
  let asker: string | undefined
  let told = 0
  let focus: Element | null = null

  const sendSize = paced(PACE_MS, () => {
    if (!host) return
    const size: FrameSize = {type: 'dsg-frame', height: height(), fitsWindow: part?.guide?.record.visit === 'shared'}
    const target = focusedIn(document)
    if (target && target !== focus && target !== document.body) {
      const {top, bottom} = target.getBoundingClientRect()
      size.focus = [top, bottom]
    }
    focus = target
    parent.postMessage(size, host)
  })
  const answer = paced(PACE_MS, () => {
    if (!asker || height() <= told) return
    told = Math.ceil(height() / STEP_PX) * STEP_PX
    parent.postMessage(`${HEIGHT_QUESTION}=${told}`, asker)
  })
  const tell = () => {
    sendSize()
    answer()
  }

  addEventListener('message', ({source, origin, data}: MessageEvent<unknown>) => {
    // A page in a sandbox has the origin "null". It gets no answer, because any such page would get it.
    if (source !== parent || origin === 'null') return
    if (isHello(data)) {
      host = origin
      sendSize()
    } else if (data === HEIGHT_QUESTION) {
      asker = origin
      told = 0
      answer()
    }
  })
  new ResizeObserver(tell).observe(document.body)
  // In the next frame, when whatever handles the event has moved the focus.
  for (const sign of FOCUS_MAY_MOVE) addEventListener(sign, () => requestAnimationFrame(tell))
}

function height(): number {
  return Math.min(Math.max(Math.ceil(document.body.getBoundingClientRect().height), LOWEST_PX), HIGHEST_PX)
}
