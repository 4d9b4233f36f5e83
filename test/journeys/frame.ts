import {until} from '../elements/settled.js'

/** A page in a frame of its own, so that a test can reload it and still be there. */
export async function openPage(address: string, width = 1000): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe')
  frame.title = 'Page under test'
  frame.width = String(width)
  frame.height = '900'
  frame.src = address
  document.body.append(frame)
  frames.push(frame)
  await loaded(frame)
  return frame
}

/** Loads the page again, as a person does with the reload button. */
export async function reload(frame: HTMLIFrameElement): Promise<void> {
  const before = frame.contentDocument
  frame.contentWindow!.location.reload()
  await until(() => frame.contentDocument !== before)
  await loaded(frame)
}

async function loaded(frame: HTMLIFrameElement): Promise<void> {
  await until(() => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.URL !== 'about:blank',
    () => `${frame.src}, which is ${frame.contentDocument?.readyState} after ${cameOf(frame).join(', ') || 'nothing'}`)
}

/** What a page has asked for and got, with the milliseconds since it began. */
function cameOf({contentWindow}: HTMLIFrameElement): string[] {
  const requests = contentWindow?.performance.getEntriesByType('resource') as PerformanceResourceTiming[] | undefined ?? []
  return requests.map(({name, responseEnd}) => `${name} (${Math.round(responseEnd)})`)
}

/** The site is built by the first request for it, which takes longer than a page may. */
before(async function () {
  this.timeout(120_000)
  const {ok} = await fetch('/guide/guide.json')
  if (!ok) throw new Error('The demonstration did not build. The terminal says why.')
})

const frames: HTMLIFrameElement[] = []

afterEach(() => { for (const frame of frames.splice(0)) frame.remove() })
