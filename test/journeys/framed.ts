import {until} from '../elements/settled.js'
import {press} from '../keys.js'

/** What `test/probe.js` tells of a page of another site. */
export interface Seen {
  address: string
  words: string
  /** Words of what has the focus there, or what it is. */
  focused: string
  /** From the top of the frame, in CSS pixels. */
  focusTop: number
  hasFocus: boolean
  /** Of what there is to show, and of the room for it; CSS pixels. */
  height: number
  room: number
  lang: string
  sheets: string[]
  /** What the page's policy did not allow. */
  broken: string[]
}

const {origin} = await (await fetch('/second-site.json')).json() as {origin: string}

/** Where the guide is, which to the tests' own pages is another site. */
export const ELSEWHERE = origin

/** `tell` says something to the frame in the name of the host's page: whoever calls `postMessage` is who it comes from. */
type HostWindow = Window & typeof globalThis & {tell(message: unknown): void}

/** A host's page with the guide in a frame that comes from another site. */
export class FramedGuide {
  private constructor(readonly host: HTMLIFrameElement, readonly frame: HTMLIFrameElement) {}

  /**
   * @param query - of the frame's address
   * @param options.head - of the host's page
   * @param options.attributes - of the frame
   */
  static async open(query: string, {head = '', attributes = 'data-dsg-frame'} = {}): Promise<FramedGuide> {
    const host = document.createElement('iframe')
    Object.assign(host, {title: 'Host', width: '800', height: '700'})
    host.srcdoc = `<!doctype html><html lang="en"><head><title>Host</title>${head}<script>
      function tell(message) { document.getElementById('guide').contentWindow.postMessage(message, '*') }
    </script></head><body>
      <p>Before <button id="before">Before</button></p>
      <iframe id="guide" title="Guide" width="100%" height="300" src="${ELSEWHERE}/embed.html${query}" ${attributes}></iframe>
      <p>After <button id="after">After</button></p><hr id="end"></body></html>`
    document.body.append(host)
    hosts.push(host)
    const frame = await until(() => host.contentDocument?.getElementById('end')
      && host.contentDocument.querySelector<HTMLIFrameElement>('#guide'))
    return new FramedGuide(host, frame)
  }

  get page(): Document { return this.host.contentDocument! }
  get window(): HostWindow { return this.host.contentWindow as HostWindow }

  /** What a person sees in the frame now; undefined while there is no page to tell. */
  look(): Promise<Seen | undefined> {
    return new Promise(resolve => {
      const told = ({source, data}: MessageEvent) => {
        if (source === this.frame.contentWindow && data?.type === 'probed') end(data as Seen)
      }
      const end = (seen?: Seen) => {
        removeEventListener('message', told)
        clearTimeout(late)
        resolve(seen)
      }
      const late = setTimeout(end, 300)
      addEventListener('message', told)
      this.frame.contentWindow!.postMessage({type: 'probe'}, '*')
    })
  }

  /** Looks until it fits. */
  async seesThat(fits: (seen: Seen) => boolean, what: string): Promise<Seen> {
    let last: Seen | undefined
    const end = performance.now() + 15_000
    while (performance.now() < end) {
      last = await this.look() ?? last
      if (last && fits(last)) return last
    }
    const host = {focused: this.page.activeElement?.id, hasFocus: this.page.hasFocus(), top: document.hasFocus()}
    throw new Error(`Waited 15 seconds to see ${what} in: ${JSON.stringify(last)}, host: ${JSON.stringify(host)}`)
  }

  sees(words: string): Promise<Seen> {
    return this.seesThat(seen => seen.words.includes(words), `"${words}"`)
  }

  /** Goes on with Tab until the focus is on what has these words, as a person without a mouse does. */
  async tabTo(words: string): Promise<void> {
    const met: string[] = []
    while (met.length < 40) {
      await press('Tab')
      const {focused} = await this.seesThat(() => true, 'anything')
      if (focused === words) return
      met.push(focused)
    }
    throw new Error(`Tab did not come to "${words}", but to: ${met.join(', ')}`)
  }

  /** Puts the focus before the frame, so that Tab leads into it. */
  async start(): Promise<void> {
    this.page.getElementById('before')!.focus()
    await until(() => this.page.hasFocus(), () => `the focus on the host page, where ${this.page.activeElement?.id} has it `
      + `(window: ${document.hasFocus()}, ${document.visibilityState})`)
  }

  /** Answers the question on screen with what Tab and Space come to first, and reads what the guide says to that. */
  async answer(): Promise<Seen> {
    await this.sees('Question 1 of')
    await this.start()
    await press('Tab')
    await this.seesThat(({focused}) => focused === 'radio' || focused === 'checkbox', 'the focus on an answer')
    await press('Space')
    await this.tabTo('Check answer')
    await press('Enter')
    return this.seesThat(({focused}) => ['That is right', 'Not right this time'].includes(focused), 'what the guide says to an answer')
  }
}

const hosts: HTMLIFrameElement[] = []

afterEach(() => { for (const host of hosts.splice(0)) host.remove() })

/** The site is built by the first request for it, which takes longer than a page may. */
before(async function () {
  this.timeout(120_000)
  const {ok} = await fetch('/guide/guide.json')
  if (!ok) throw new Error('The demonstration did not build. The terminal says why.')
})
