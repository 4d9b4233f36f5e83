import {contrast, over, srgbColours, type Colour} from '../../../model/formats/colour.js'
import {layersBehind, type DrawnBoxes} from './layers.js'

/** The colours that count: 6 of text, 3 of marks and edges of fields, 3 of what is behind text in an element. */
const COUNTED = [
  'text', 'secondary', 'link', 'link-hover', 'link-visited', 'error', 'success', 'input-border', 'brand', 'surface', 'shade',
  'warning-surface',
].map(name => `var(--_dsg-${name})`)

/**
 * Chooses the set of colours that can be read where an element stands, and whether the element has to paint a ground of its
 * own: `docs/decisions/0019-colours-for-any-ground.md` says why.
 *
 * @returns the classes for that, each with a space before it: ` light` or ` dark`, and ` own`
 */
export function fitting(element: Element, box: Element, drawn: DrawnBoxes): string {
  const style = getComputedStyle(element)
  const background = style.getPropertyValue('--dsg-color-background')
  const layers = layersBehind(element, drawn)
  const schemes = schemesOf(style)
  // When the page changes its scheme, its colours change at the same moment; what is not said here does so too.
  const given = style.colorScheme === 'normal' ? undefined : schemes[0]
  // Also where nothing can be measured, as in browsers that know no `color-mix`.
  let best = ' own'
  let most = 0
  for (const own of background ? [''] : layers ? ['', ' own'] : [' own']) {
    for (const scheme of schemes) {
      const ground = own ? ['var(--_dsg-surface)'] : background ? [background] : []
      const found = legibility(read(box, scheme, [...COUNTED, ...ground, ...layers?.map(withCanvas) ?? ['#fff']]))
      if (found > most) [best, most] = [(scheme === given ? '' : ` ${scheme}`) + own, found]
      if (found === 1) return best
    }
  }
  return best

  /** The browser's own ground goes by the scheme of the page, and not by that of the element. */
  function withCanvas(layer: string): string {
    if (layer !== 'Canvas') return layer
    const [canvas] = read(box, getComputedStyle(document.documentElement).colorScheme, [layer])
    return canvas ? `rgb(${canvas.slice(0, 3).map(part => part * 255).join(' ')})` : layer
  }
}

/** The sets that the page leaves us to choose from, the one that it would have first. A page that names one scheme has chosen. */
function schemesOf({colorScheme}: CSSStyleDeclaration): string[] {
  const [knowsLight, knowsDark] = ['light', 'dark'].map(scheme => colorScheme.includes(scheme))
  if (knowsLight !== knowsDark) return [knowsDark ? 'dark' : 'light']
  return knowsDark && matchMedia('(prefers-color-scheme: dark)').matches ? ['dark', 'light'] : ['light', 'dark']
}

/**
 * Colours as they are in one scheme. What is already in the box is asked: an element that came and went would be a change of
 * the page.
 *
 * @returns none where one of them is no colour, or the browser tells of none, as of what is not drawn
 */
function read(box: Element, scheme: string, colours: string[]): Colour[] {
  const slot = box.querySelector('slot')!
  // Shadows of no size: one property that holds any number of colours. The mix is the colour itself, written in one way.
  slot.style.cssText = `color-scheme:${scheme};box-shadow:${colours.map(colour => `0 0 color-mix(in srgb,${colour} 100%,#0000)`)}`
  const found = srgbColours(getComputedStyle(slot).boxShadow)
  // Without the question, Chromium leaves an empty attribute.
  if (slot.hasAttribute('style')) slot.removeAttribute('style')
  return found.length === colours.length ? found : []
}

/**
 * @param colours - those of `COUNTED`, then the layers of the ground
 * @returns 1 when all can be read, less the further the worst is from it; 0 without colours
 */
function legibility(colours: Colour[]): number {
  if (!colours.length) return 0
  const [text, marks, surfaces, layers] = [[0, 6], [6, 9], [9, 12], [12]].map(([from, to]) => colours.slice(from, to))
  const ground = layers!.reduceRight((behind, front) => over(front, behind), layers!.at(-1)!)
  const grounds = [ground, ...surfaces!.map(surface => over(surface, ground))]
  return Math.min(1, ...text!.flatMap(each => grounds.map(behind => contrast(each, behind) / 4.5)),
    ...marks!.map(each => contrast(each, ground) / 3))
}
