import {parentOf} from '../ground/parent.js'

/**
 * Gives an element colours that can be read on what it stands on, as soon as there is something to see of it. Dark text on
 * white, or light text on black, is shown at once; anywhere else it stays hidden for as long as it takes to fetch what measures.
 * An element in another of ours stands on what that one shows.
 */
export function firstGround(element: Element): void {
  if ((element.getRootNode() as Partial<ShadowRoot>).host?.localName.startsWith('dsg-')) return
  const room = element.shadowRoot!.querySelector('.room')!
  const measure = () => import('../ground/follow.later.js')
    .then(ground => ground.follow(element, room), () => room.classList.replace('unfit', 'own'))
  if (isPlain(room.firstElementChild!)) requestAnimationFrame(() => setTimeout(measure))
  else {
    room.classList.add('unfit')
    void measure()
  }
}

/** Dark text and a ground of at least #f4f4f4, or light text, a ground of at most #454545, and the scheme that goes with them. */
const IS_PLAIN = /^rgb\W((\d\d?\W+){3}rgb\W(2(4[4-9]|5\d)\W+){3}|(2\d\d\W+){3}rgb\W([1-6]?\d\W+){3}.*dark)/

/** True where text and ground are so far apart that all other colours of the set can be read as well. */
function isPlain(box: Element): boolean {
  const {color, colorScheme} = getComputedStyle(box)
  let page = ''
  for (let at: Element | null = box; at; at = parentOf(at)) {
    const style = getComputedStyle(at)
    const {backgroundColor} = style
    // Where boxes can lie on one another, a picture may be under this one, or a layer that a style sheet adds.
    const mayBeUnder = /grid|rel|abs/.test(style.display + style.position) && (parentOf(at)?.querySelector('img, video')
      || (getComputedStyle(at, '::before').position + getComputedStyle(at, '::after').position).includes('abs'))
    if (mayBeUnder || style.backgroundImage !== 'none') return false
    if (backgroundColor !== 'rgba(0, 0, 0, 0)') return IS_PLAIN.test(color + backgroundColor + colorScheme)
    page = style.colorScheme
  }
  return IS_PLAIN.test(`${color}rgb(255, 255, 255)`) && !page.includes('dark')
}
