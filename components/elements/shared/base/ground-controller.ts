import type {ReactiveController, ReactiveControllerHost} from 'lit'
import {parentOf} from '../ground/parent.js'

interface Host extends ReactiveControllerHost, Element {
  readonly renderRoot: HTMLElement | DocumentFragment
}

/**
 * Gives an element colours that can be read on what it stands on. Dark text on white, or light text on black, is shown at once;
 * anywhere else the element stays hidden for as long as it takes to fetch what measures. An element in another of ours stands
 * on what that one shows.
 */
export class GroundController implements ReactiveController {
  readonly #host: Host
  #room?: Element | null
  #ground?: typeof import('../ground/follow.later.js')

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    if (this.#room) this.#ground?.follow(this.#host, this.#room)
  }

  hostDisconnected(): void {
    this.#ground?.leave(this.#host)
  }

  hostUpdated(): void {
    if (this.#room !== undefined) return
    const host = this.#host
    const isInner = (host.getRootNode() as Partial<ShadowRoot>).host?.localName.startsWith('dsg-')
    const room = this.#room = isInner ? null : host.renderRoot.querySelector('.room')
    if (!room) return
    const measure = () => import('../ground/follow.later.js').then(ground => {
      this.#ground = ground
      if (host.isConnected) ground.follow(host, room)
    }, () => room.classList.replace('unfit', 'own'))
    if (isPlain(room.firstElementChild!)) requestAnimationFrame(() => setTimeout(measure))
    else {
      room.classList.add('unfit')
      void measure()
    }
  }
}

/** Dark text and a ground of at least #f4f4f4, or light text, a ground of at most #454545, and the scheme that goes with them. */
const IS_PLAIN = /^rgb\((\d\d?(, |\))){3}rgb\((2(4[4-9]|5\d)(, |\))){3}|^rgb\((2\d\d(, |\))){3}rgb\(([1-6]?\d(, |\))){3}.*dark/

/** True where text and ground are so far apart that all other colours of the set can be read as well. */
function isPlain(box: Element): boolean {
  const {color, colorScheme} = getComputedStyle(box)
  let ground = 'rgb(255, 255, 255)'
  for (let at: Element | null = box; at; at = parentOf(at)) {
    const style = getComputedStyle(at)
    if (style.backgroundImage !== 'none') return false
    if (style.backgroundColor !== 'rgba(0, 0, 0, 0)') {
      ground = style.backgroundColor
      break
    }
    if (!parentOf(at) && style.colorScheme.includes('dark')) return false
  }
  return IS_PLAIN.test(color + ground + colorScheme)
}
