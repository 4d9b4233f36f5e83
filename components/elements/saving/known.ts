import type {LitElement} from 'lit'
import type {RecordStore} from '../../state/record/record.js'
import type {ClaimSection, CopySection} from './known.later.js'

/** What an element shows to people whom the page knows. The code for it is fetched once there is something to show. */
export class KnownSections {
  claim?: ClaimSection
  copy?: CopySection
  readonly #host: LitElement
  readonly #focus: (selector: string) => void
  #isAsked = false

  /** @param focus - moves the focus to what a selector finds, as soon as it is on screen */
  constructor(host: LitElement, focus: (selector: string) => void) {
    this.#host = host
    this.#focus = focus
  }

  /** Call before each rendering. */
  follow({copy, claim}: Pick<RecordStore, 'copy' | 'claim'>): void {
    if (this.#isAsked || !copy && !claim) return
    this.#isAsked = true
    import('./known.later.js').then(({ClaimSection, CopySection}) => {
      this.claim = new ClaimSection(this.#host, this.#focus)
      this.copy = new CopySection(this.#host, this.#focus)
      this.#host.requestUpdate()
    }).catch((error: unknown) => {
      this.#isAsked = false
      console.error(`<${this.#host.localName}> A part of our scripts could not be loaded: ${String(error)}`)
    })
  }
}
