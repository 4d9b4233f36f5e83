/** Reads from a page how far its text stands out. It knows nothing of how the elements choose their colours. */

type Rgba = [number, number, number, number]

const canvas = document.createElement('canvas')
canvas.width = canvas.height = 1
const pen = canvas.getContext('2d', {willReadFrequently: true})!

const known = new Map<string, Rgba>()

/** Any colour that the browser knows, as it paints it: 0 to 255, and how much it hides from 0 to 1. */
function painted(colour: string): Rgba {
  const found = known.get(colour)
  if (found) return found
  pen.clearRect(0, 0, 1, 1)
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data
  const seen: Rgba = [red!, green!, blue!, alpha! / 255]
  known.set(colour, seen)
  return seen
}

/** What is seen of colours that lie on one another, the lowest first. */
export function stacked(...colours: string[]): string {
  const seen = colours.map(painted).reduce((behind, front) => [
    ...[0, 1, 2].map(at => behind[at]! * (1 - front[3]) + front[at]! * front[3]), 1,
  ] as unknown as Rgba)
  return `rgb(${seen.slice(0, 3).join(' ')})`
}

/** WCAG 2.2, "contrast ratio". */
export function ratio(front: string, behind: string): number {
  const [a, b] = [luminance(painted(stacked(behind, front))), luminance(painted(behind))]
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
}

function luminance([red, green, blue]: Rgba): number {
  const [r, g, b] = [red, green, blue].map(value => value / 255).map(value =>
    value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4) as [number, number, number]
  return .2126 * r + .7152 * g + .0722 * b
}

/** An element's parent on screen. */
function above(node: Node): Element | null {
  const element = node as Element
  if (element.assignedSlot) return element.assignedSlot
  const {parentNode} = node
  return parentNode instanceof ShadowRoot ? parentNode.host : parentNode as Element | null
}

/**
 * The colour behind something in `element`.
 *
 * @param ground - what the element stands on; without it, that is a picture, on which nothing may stand
 */
export function behind(node: Element, element: Element, ground?: string): string | undefined {
  const layers: string[] = []
  for (let at: Element | null = node; at && at !== element.parentElement; at = above(at)) {
    const {backgroundColor} = getComputedStyle(at)
    layers.unshift(backgroundColor)
    if (painted(backgroundColor)[3] === 1) return stacked(...layers)
  }
  return ground === undefined ? undefined : stacked(ground, ...layers)
}

/** Whether anybody sees it. */
function isSeen(element: Element): boolean {
  const {visibility, display, clipPath} = getComputedStyle(element)
  if (visibility !== 'visible' || display === 'none' || clipPath === 'inset(50%)') return false
  const parent = above(element)
  return !parent || parent instanceof Document || isSeen(parent)
}

/** All elements below, through shadow roots and slots. */
export function below(root: Element | ShadowRoot): Element[] {
  return [...root.children].flatMap(each => [each, ...each.shadowRoot ? below(each.shadowRoot) : [], ...below(each)])
}

/** Text that stands out less than 4.5 to 1, and edges of fields less than 3 to 1. */
export function tooFaint(element: Element, ground?: string): string[] {
  const faint: string[] = []
  const hold = (what: string, colour: string, on: string | undefined, least: number) => {
    const found = on === undefined ? 1 : ratio(colour, on)
    // The browser's canvas has whole numbers only.
    if (found < least - .02) faint.push(`${what}: ${colour} on ${on ?? 'a picture'} is ${found.toFixed(2)}`)
  }
  for (const each of element.shadowRoot ? below(element.shadowRoot) : []) {
    if (!isSeen(each)) continue
    const {color, fill, borderTopColor, borderTopStyle} = getComputedStyle(each)
    const words = [...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent!.trim()).join(' ').trim()
    // A number in a drawing that has a filled box under it is in a colour for that box.
    const isDrawn = each instanceof SVGElement
    if (words && !(isDrawn && each.matches('.on'))) {
      hold(`"${words.slice(0, 40)}"`, isDrawn ? fill : color, behind(each, element, ground), 4.5)
    }
    if (each.matches('input, textarea, select') && borderTopStyle !== 'none') {
      hold(`edge of ${each.localName}`, borderTopColor, behind(each.parentElement ?? each, element, ground), 3)
    }
  }
  return faint
}

/** Colours that no page shows at once: links that were followed or are under the pointer, what is wrong, what is right. */
export function tooFaintTokens(element: Element, ground?: string): string[] {
  const box = element.shadowRoot!.querySelector('.dsg')!
  const probe = document.createElement('span')
  box.append(probe)
  const on = behind(box, element, ground)
  const faint = [
    ...['text', 'secondary', 'link', 'link-hover', 'link-visited', 'error'].map(name => [name, 4.5] as const),
    ...['success', 'input-border', 'brand'].map(name => [name, 3] as const),
  ].flatMap(([name, least]) => {
    probe.style.color = `var(--_dsg-${name})`
    const {color} = getComputedStyle(probe)
    const found = on === undefined ? 1 : ratio(color, on)
    return found < least - .02 ? [`${name}: ${color} on ${on ?? 'a picture'} is ${found.toFixed(2)}`] : []
  })
  probe.remove()
  return faint
}
