import {parentOf} from './parent.js'

/** How browsers write colours that show something of what is behind them. */
const IS_SEEN_THROUGH = /^rgba|\//

/** A drawing under or beside text that is smaller than this, in CSS pixels, is an ornament: a line along an edge, an icon. */
const ORNAMENT_PX = 40

/** What is drawn in a box, by the box: gathered once for all elements that are measured together. */
export type DrawnBoxes = Map<Node, readonly DrawnBox[]>

interface DrawnBox { element: Element; beside: Element; level: number; isMoved: boolean; isFixed: boolean }

/**
 * The colours that an element stands on, the uppermost first, as far down as the first that nothing is seen through. They are
 * written as browsers write computed colours; `Canvas` is what the browser paints where the page paints nothing.
 *
 * @returns undefined where there is a picture or a gradient among them, or where nobody can say what lies behind: things
 *   scroll by under it, or it reaches out of the box that has the colour
 */
export function layersBehind(element: Element, drawn: DrawnBoxes): string[] | undefined {
  const layers: string[] = []
  let level = -Infinity
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at)
    level = Math.max(level, levelOf(style))
    if (style.display !== 'contents') {
      if (hasPicture(at, style)) return
      const colour = colourOf(at, style)
      layers.push(colour)
      if (!IS_SEEN_THROUGH.test(colour)) return isWithin(element, at, style) ? layers : undefined
    }
    if (/fixed|sticky/.test(style.position) || hasUnderlay(at, style, element, level, drawn)) return
  }
  return [...layers, 'Canvas']
}

/** The colour of a box; while it changes, what it will be. */
function colourOf(box: Element, {backgroundColor}: CSSStyleDeclaration): string {
  const change = box.getAnimations().find(each => each instanceof CSSTransition && each.transitionProperty === 'background-color')
  const end = change && (change.effect as KeyframeEffect).getKeyframes().at(-1)
  return String(end?.backgroundColor ?? backgroundColor)
}

function hasPicture(box: Element, {backgroundImage}: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' || ['::before', '::after'].some(name => {
    const {position, backgroundColor, backgroundImage, width, height} = getComputedStyle(box, name)
    return /absolute|fixed/.test(position) && `${backgroundColor} ${backgroundImage}` !== 'rgba(0, 0, 0, 0) none'
      && Math.min(parseFloat(width), parseFloat(height)) > ORNAMENT_PX
  })
}

function isWithin(element: Element, ground: Element, {display, overflow}: CSSStyleDeclaration): boolean {
  // What html and body are painted with fills the page, and what is cut off at a box's edges stands on nothing else.
  if (ground === element || ground.matches('html, body') || overflow !== 'visible') return true
  const [{left, right, top, bottom}, box] = [element.getBoundingClientRect(), ground.getBoundingClientRect()]
  const isHidden = left === right
  return isHidden || display !== 'inline' && left + 1 > box.left && right - 1 < box.right && top + 1 > box.top && bottom - 1 < box.bottom
}

/**
 * True when something beside a box, or a picture in that, may be seen behind the element in the box.
 *
 * @param level - of the element, among what lies in the same place
 */
function hasUnderlay(
  box: Element, {position, margin}: CSSStyleDeclaration, element: Element, level: number, drawn: DrawnBoxes,
): boolean {
  const around = box.parentNode as ParentNode & Node
  // Boxes that are laid one after another share no place, unless one of them was moved.
  const isMoved = position === 'absolute' || margin.includes('-')
    || around instanceof Element && getComputedStyle(around).display.includes('grid')
  const near = drawn.get(around) ?? drawingsIn(around)
  drawn.set(around, near)
  return near.some(each => each.beside !== box && (isMoved || each.isMoved) && each.level <= level && isUnder(each, element))
}

function drawingsIn(box: ParentNode): DrawnBox[] {
  return [...box.children].flatMap(beside => [beside, ...beside.querySelectorAll('img, video, canvas, iframe')].map(element => {
    const style = getComputedStyle(element)
    const isFixed = style.position === 'fixed'
    return {element, beside, isFixed, level: levelOf(style),
      isMoved: isFixed || style.position === 'absolute' || style.margin.includes('-')}
  }))
}

function isUnder({element: drawn, isFixed}: DrawnBox, element: Element): boolean {
  const [a, b] = [drawn.getBoundingClientRect(), element.getBoundingClientRect()]
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > ORNAMENT_PX
    && (isFixed ? a.height > ORNAMENT_PX : Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top) + 1)
}

/** Of two boxes in one place, the one with more is painted over the other. */
function levelOf({position, zIndex}: CSSStyleDeclaration): number {
  return position === 'static' ? 0 : (parseInt(zIndex) || 0) + .5
}
