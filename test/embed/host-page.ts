import {until} from '../elements/settled.js'

/** A host's page in a frame, with a registry of elements of its own. */
export interface HostPage {
  document: Document
  /** The page's own globals. */
  window: Window & typeof globalThis
  /** What scripts warned of, and what went wrong. */
  said: string[]
}

/** Opens a page whose head and body are as given. Its scripts come from `/guide/` and `/dsg/`: two addresses, one build. */
export async function hostPage(head: string, body = ''): Promise<HostPage> {
  const frame = document.createElement('iframe')
  frame.title = 'Page under test'
  // Marked at its end, as a frame is an empty page until its own is there.
  frame.srcdoc = `<!doctype html><html lang="en"><head><title>Host</title><script>
    window.said = []
    for (const level of ['warn', 'error']) console[level] = (...words) => said.push(words.join(' '))
    addEventListener('error', event => said.push(String(event.message)))
  </script>${head}</head><body>${body}<hr id="end"></body></html>`
  document.body.append(frame)
  frames.push(frame)
  await until(() => frame.contentDocument?.readyState === 'complete' && frame.contentDocument.getElementById('end') !== null)
  const page = frame.contentWindow as HostPage['window'] & {said: string[]}
  return {document: frame.contentDocument!, window: page, said: page.said}
}

/** Waits until the quiz in `root` asks something, as its own text says. */
export async function asks(root: ParentNode): Promise<void> {
  await until(() => root.querySelector('dsg-quiz')?.shadowRoot?.querySelector('legend') !== null
    && root.querySelector('dsg-quiz')?.shadowRoot !== null)
}

/** Paths of the scripts that a page fetched, without what names their content. */
export function scriptsOf({window}: HostPage): string[] {
  return window.performance.getEntriesByType('resource')
    .map(({name}) => new URL(name).pathname)
    .filter(path => path.endsWith('.js'))
}

/** The site is built by the first request for it, which takes longer than a page may. */
before(async function () {
  this.timeout(120_000)
  const {ok} = await fetch('/guide/guide.json')
  if (!ok) throw new Error('The demonstration did not build. The terminal says why.')
})

const frames: HTMLIFrameElement[] = []

afterEach(() => { for (const frame of frames.splice(0)) frame.remove() })
