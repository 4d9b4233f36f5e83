/**
 * For a page that shows the guide in a frame: makes the frame as tall as what is in it, and scrolls the page to what has
 * the focus in the frame. Without this script the frame keeps its height and scrolls inside.
 *
 *     <script src="https://guide.example.nhs.uk/dsg-frame.js" defer></script>
 *     <iframe data-dsg-frame title="Digital skills" src="https://guide.example.nhs.uk/embed.html?show=guide"></iframe>
 *
 * It listens for sizes and nothing else, takes them only from the site in `src`, and tells the frame nothing but hello.
 */
import {paced} from '../../elements/shared/page/pace.js'
import {isFrameSize, PACE_MS, type FrameSize, type Hello} from './messages.js'

/** Room that is left above what the page scrolls to. */
const MARGIN_PX = 16

/** By the window in a frame: the frame, and what to do with a size that it tells. */
const frames = new WeakMap<object, {frame: HTMLIFrameElement; hear: (size: FrameSize) => void}>()

for (const frame of document.querySelectorAll('iframe')) meet(frame)

// "load" does not bubble, but can be heard here on its way down. So frames that are added later are found as well.
document.addEventListener('load', ({target}) => {
  if (!(target instanceof HTMLIFrameElement)) return
  const isNewPage = frames.has(target.contentWindow ?? target)
  meet(target)
  if (isNewPage) reveal(target, 0, 0)
}, true)

addEventListener('message', ({source, origin, data}: MessageEvent<unknown>) => {
  const known = source && frames.get(source)
  if (known && origin === originOf(known.frame) && isFrameSize(data)) known.hear(data)
})

function meet(frame: HTMLIFrameElement): void {
  const {contentWindow: page} = frame
  if (!page || !frame.hasAttribute('data-dsg-frame')) return
  if (!frames.has(page)) frames.set(page, {frame, hear: resizer(frame)})
  // Sent to any address: a hello has no secrets, and while the frame's page is still loading, its address would not match.
  page.postMessage({type: 'dsg-hello'} satisfies Hello, '*')
}

function resizer(frame: HTMLIFrameElement): (size: FrameSize) => void {
  let last: FrameSize
  const apply = paced(PACE_MS, () => {
    const {height, fitsWindow, focus} = last
    const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0
    frame.style.height = `${Math.ceil(height) + edges}px`
    frame.style.maxHeight = fitsWindow ? '100dvh' : ''
    if (focus) reveal(frame, ...focus)
  })
  return size => {
    last = size
    apply()
  }
}

/** Scrolls to a part of a frame that is out of sight, but only while the learner is in that frame. */
function reveal(frame: HTMLIFrameElement, top: number, bottom: number): void {
  if (document.activeElement !== frame) return
  const start = frame.getBoundingClientRect().top + frame.clientTop
  if (start + top >= 0 && start + bottom <= innerHeight) return
  // `scrollIntoView` scrolls whatever scrolls here (on many intranets that is not the window), and keeps clear of a header that
  // stays on top.
  const {scrollMarginTop} = frame.style
  frame.style.scrollMarginTop = `${MARGIN_PX - top}px`
  frame.scrollIntoView({block: 'start', behavior: 'instant'})
  frame.style.scrollMarginTop = scrollMarginTop
}

function originOf({src}: HTMLIFrameElement): string | undefined {
  return URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).origin : undefined
}
