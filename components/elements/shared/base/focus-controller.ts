import type {ReactiveControllerHost} from 'lit'

interface Host extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment
}

/**
 * Moves the focus in an element to something as soon as that is on screen.
 *
 * @returns takes the selector of what to focus next; undefined to leave the focus where it is after all
 */
export function focusController(host: Host): (selector: string | undefined) => void {
  let next: string | undefined
  host.addController({
    hostUpdated() {
      const target = next && host.renderRoot.querySelector<HTMLElement>(next)
      if (!target) return
      next = undefined
      target.focus({preventScroll: true})
      target.scrollIntoView?.({block: 'nearest'})
    },
  })
  return selector => {
    next = selector
    host.requestUpdate()
  }
}
