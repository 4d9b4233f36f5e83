import {contrast, over, srgbColours, type Colour} from '../../../model/formats/colour.js'
import {isDark, layersBehind} from './layers.js'

/** The colours that count: 6 of text, 3 of marks and edges of fields, 3 of what is behind text in an element. */
const COUNTED = [
  'text', 'secondary', 'link', 'link-hover', 'link-visited', 'error', 'success', 'input-border', 'brand', 'surface', 'shade',
  'warning-surface',
]

/**
 * Chooses the set of colours that can be read where an element stands, and whether the element has to paint a ground of its
 * own: `docs/decisions/0019-colours-for-any-ground.md` says why.
 *
 * @returns `light` or `dark`, with ` own` behind it where it has to
 */
export function fitting(element: Element, box: Element): string {
  const style = getComputedStyle(element)
  const background = style.getPropertyValue('--dsg-color-background')
  const layers = layersBehind(element)
  const first = isDark(element)
  // A page that names one scheme has chosen.
  const schemes = style.colorScheme.includes('dark') === style.colorScheme.includes('light') ? [first, !first] : [first]
  // Also where nothing can be measured, as in browsers that know no `color-mix`.
  let best = 'own'
  let most = 0
  for (const own of background ? [''] : layers ? ['', ' own'] : [' own']) {
    for (const dark of schemes) {
      const scheme = dark ? 'dark' : 'light'
      const ground = own ? ['var(--_dsg-surface)'] : background ? [background] : []
      const found = legibility(read(box, scheme, [...ground, ...layers ?? ['#fff']]))
      if (found > most) [best, most] = [scheme + own, found]
      if (found === 1) return best
    }
  }
  return best
}

/**
 * Every colour that counts, then the layers of the ground, as they are in one scheme. What is already in the box is asked: an
 * element that came and went would be a change of the page.
 */
function read(box: Element, scheme: string, layers: string[]): Colour[] {
  const slot = box.querySelector('slot')!
  const colours = [...COUNTED.map(name => `var(--_dsg-${name})`), ...layers]
  // Shadows of no size: one property that holds any number of colours. The mix is the colour itself, written in one way.
  slot.style.cssText = `color-scheme:${scheme};box-shadow:${colours.map(colour => `0 0 color-mix(in srgb,${colour} 100%,#0000)`)}`
  const found = srgbColours(getComputedStyle(slot).boxShadow)
  slot.removeAttribute('style')
  return found
}

/** @returns 1 when all can be read, less the further the worst is from it */
function legibility(colours: Colour[]): number {
  const ground = colours.slice(COUNTED.length).reduceRight((behind, front) => over(front, behind), colours.at(-1)!)
  const grounds = [ground, ...colours.slice(9, COUNTED.length).map(surface => over(surface, ground))]
  return Math.min(1, ...colours.slice(0, 6).flatMap(text => grounds.map(behind => contrast(text, behind) / 4.5)),
    ...colours.slice(6, 9).map(mark => contrast(mark, ground) / 3))
}
