import type {ReactiveController, ReactiveControllerHost} from 'lit'

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment
}

/** Moves the focus in an element to something as soon as that is on screen. */
export class FocusController implements ReactiveController {
  readonly #host: Host
  #selector?: string

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  /** @param selector - of what to focus; undefined to leave the focus where it is after all */
  next(selector: string | undefined): void {
    this.#selector = selector
    this.#host.requestUpdate()
  }

  hostUpdated(): void {
    const target = this.#selector && this.#host.renderRoot.querySelector<HTMLElement>(this.#selector)
    if (!target) return
    this.#selector = undefined
    target.focus({preventScroll: true})
    target.scrollIntoView?.({block: 'nearest'})
  }
}
