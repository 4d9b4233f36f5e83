import {fromBase64, toBase64, utf8} from './bytes.js'
import {PictureFault} from './picture-fault.js'
import type {Problems} from './problems.js'
import {readRaster} from './rasters.js'
import {ELEMENTS, NAMES, NEED_UNIT, PLAIN, PRESENTATION, REFUSED, SILENT, STYLE_ONLY, TEXT, WORDS} from './svg-names.js'
import {Styles} from './svg-style.js'
import {safeValue} from './svg-values.js'
import {readXml, type SvgAttribute, type SvgNode} from './svg-xml.js'

export interface SvgPicture { extension: 'svg'; bytes: Uint8Array; width: number; height: number }

const EXPORT = 'Export it as plain SVG, or save it as PNG.'

/**
 * An SVG file can hold program code, and take other files in, when somebody opens it by its address. So a drawing is written
 * anew, of those of its parts that we know: what was checked is what browsers read. Data of editors, links and comments go. What
 * would change how it looks, or runs, is reported.
 *
 * @param text - of the file, as Unicode
 */
export function readDrawing(text: string, problems: Problems): SvgPicture | undefined {
  const root = readXml(text, problems)
  if (!root) return undefined
  if (root.space !== 'svg' || root.name !== 'svg') {
    problems.add(root.at, 'This is not an SVG drawing: its first element is not <svg xmlns="http://www.w3.org/2000/svg">.', EXPORT)
    return undefined
  }
  const size = sizeOf(root)
  if (!size) {
    problems.add(root.at, 'This drawing does not say how large it is.',
      'Give it a viewBox, or a width and a height in pixels: most programs do when they export the page or the drawing.')
  }
  const svg = new Writer(problems, new Styles(root, problems)).element(root, {xmlns: 'http://www.w3.org/2000/svg', ...size?.extra})
  return size && problems.count === 0 ? {extension: 'svg', bytes: utf8(svg), width: size.width, height: size.height} : undefined
}

class Writer {
  constructor(private readonly problems: Problems, private readonly styles: Styles) {}

  /** @param inText - whether its words are shown */
  element(node: SvgNode, extra: Record<string, string> = {}, inText = false): string {
    const {name, at} = node
    // What browsers do not know they do not draw, with all that is in it.
    if (node.space === 'other' || node.space === 'xlink' || node.space === 'xml') return ''
    if (node.space === 'html') return this.#refuse(at, `HTML (<${name}>)`)
    if (SILENT.has(name) || this.#isNeverShown(node)) return ''
    // A link does nothing in a picture, and what it is around looks as it would without it.
    if (name === 'a') return this.#written(inText ? 'tspan' : 'g', node, extra, inText)
    if (name === 'switch') return this.#written('g', {...node, children: this.#firstOf(node)}, extra, inText)
    if (ELEMENTS.has(name)) return this.#written(name, node, extra, inText)
    const [what, advice] = REFUSED[name] ?? [`an element that we do not know`, EXPORT]
    return this.#refuse(at, `${what} (<${name}>)`, advice)
  }

  #written(name: string, node: SvgNode, extra: Record<string, string>, inText: boolean): string {
    const attributes = new Map(Object.entries(extra))
    for (const attribute of node.attributes) {
      const written = this.#attribute(attribute, node)
      if (written !== undefined && !(attribute.space === 'xlink' && attributes.has('href'))) {
        attributes.set(attribute.space === 'xml' ? `xml:${attribute.name}` : attribute.name, written)
      }
    }
    const left: string[] = []
    for (const [property, value] of this.styles.of(node)) {
      const isOfStyle = STYLE_ONLY.has(property) || NEED_UNIT.has(property) && Number.isFinite(Number(value))
      if (!isOfStyle) attributes.set(property, value)
      else if (value !== DEFAULTS[property]) left.push(`${property}:${value}`)
    }
    if (left.length > 0) attributes.set('style', left.join(';'))
    const words = TEXT.has(name)
    const inside = node.children.map(child => {
      if (typeof child === 'string') return words || NAMES.has(name) ? escaped(child) : ''
      return NAMES.has(name) ? '' : this.element(child, {}, inText || words)
    }).join('')
    const tag = name + [...attributes].map(([each, value]) => ` ${each}="${escaped(value)}"`).join('')
    return inside ? `<${tag}>${inside}</${name}>` : `<${tag}/>`
  }

  /** An attribute's value as it is written; undefined when it goes. */
  #attribute({space, name, value}: SvgAttribute, {name: element, at}: SvgNode): string | undefined {
    const refuse = (): undefined => void this.#refuse(at, `${space === 'xml' ? 'xml:' : ''}${name}="${value.slice(0, 60)}" at <${element}>`)
    if (space === 'xml') return name === 'space' || name === 'lang' ? value : refuse()
    if ((space === 'none' || space === 'xlink') && name === 'href') {
      if (element === 'a') return undefined
      if (element === 'image') return this.#embedded(value, at)
      return /^#[^\s"'()\\<>]+$/.test(value) ? value : void this.#refuse(at,
        `a part that is in another place (${value.slice(0, 60)}, at <${element}>)`, 'Save it so that all its parts are in one file, or as PNG.')
    }
    if (space !== 'none') return undefined
    if (/^on/i.test(name)) return void this.#refuse(at, `program code (${name} at <${element}>)`)
    if (name === 'systemLanguage') return refuse()
    if (PRESENTATION.has(name) || PLAIN.has(name)) return safeValue(name, value) ?? refuse()
    // No browser draws by an attribute that is in none of the lists.
    return WORDS.has(name) ? value : undefined
  }

  /** A picture of pixels inside the drawing, checked as one that stands by itself. */
  #embedded(href: string, at: number): string | undefined {
    const [, data] = /^data:image\/(?:png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/i.exec(href.trim()) ?? []
    const bytes = data === undefined ? undefined : fromBase64(data.replace(/\s+/g, ''))
    if (!bytes) {
      return void this.#refuse(at, `a picture that is not in the file (<image> shows ${href.slice(0, 60)})`,
        'Embed the picture when you export the drawing, or save it all as PNG.')
    }
    try {
      const picture = readRaster(bytes)
      if (picture) return `data:image/${picture.extension === 'jpg' ? 'jpeg' : picture.extension};base64,${toBase64(picture.bytes)}`
      return void this.#refuse(at, 'an <image> that is no PNG, JPEG, GIF or WebP', 'Replace it, or save the whole drawing as PNG.')
    } catch (error) {
      if (!(error instanceof PictureFault)) throw error
      return void this.#refuse(at, `a damaged picture in it (<image>)`, 'Replace it, or save the whole drawing as PNG.')
    }
  }

  /** True when an element is for a program that has what no browser has, as Illustrator's own data. */
  #isNeverShown({attributes}: SvgNode): boolean {
    const extensions = attributes.find(({space, name}) => space === 'none' && name === 'requiredExtensions')?.value
    return !!extensions && !/xhtml|mathml/i.test(extensions)
  }

  /** A `switch` shows the first of its elements that a browser can show, and browsers can show all that are written. */
  #firstOf({children}: SvgNode): SvgNode['children'] {
    const shown = children.find(child => typeof child !== 'string' && child.space !== 'other' && !this.#isNeverShown(child)
      && !SILENT.has(child.name) && !NAMES.has(child.name))
    return shown === undefined ? [] : [shown]
  }

  #refuse(at: number, what: string, advice = EXPORT): '' {
    this.problems.add(at, `This drawing has in it what a picture may not have: ${what}.`, advice)
    return ''
  }
}

/** What these properties are when nothing sets them. They are not inherited, so that it makes no difference. */
const DEFAULTS: Record<string, string> = {'mix-blend-mode': 'normal', 'isolation': 'auto', 'text-decoration-line': 'none'}

const SIGNS: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;'}

function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, sign => SIGNS[sign]!)
}

const PIXELS: Record<string, number> = {'': 1, 'px': 1, 'pt': 4 / 3, 'pc': 16, 'mm': 96 / 25.4, 'cm': 96 / 2.54, 'in': 96}

/** How large a drawing is by itself, in pixels: whole ones, at least 1; undefined when it depends on where it is shown. */
function sizeOf({attributes}: SvgNode): {width: number; height: number; extra?: {viewBox: string}} | undefined {
  const value = (wanted: string): string => attributes.find(({space, name}) => space === 'none' && name === wanted)?.value.trim() ?? ''
  const length = (wanted: string): number => {
    const [, number, unit] = /^\+?(\d*\.?\d+(?:e[+-]?\d+)?)(|px|pt|pc|mm|cm|in)$/i.exec(value(wanted)) ?? []
    return Number(number) * PIXELS[(unit ?? '').toLowerCase()]!
  }
  const [w, h] = [length('width'), length('height')]
  const box = value('viewBox').split(/[\s,]+/).map(Number)
  const [, , boxWidth = NaN, boxHeight = NaN] = box.length === 4 && box.every(Number.isFinite) ? box : []
  const ratio = boxWidth / boxHeight
  const hasBox = boxWidth > 0 && boxHeight > 0
  const [width, height] = w > 0 && h > 0 ? [w, h]
    : !hasBox ? [NaN, NaN]
      : w > 0 ? [w, w / ratio] : h > 0 ? [h * ratio, h] : [boxWidth, boxHeight]
  if (!(width > 0 && height > 0 && width < MAX_SIDE && height < MAX_SIDE)) return undefined
  const whole = {width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))}
  // Without a box, a drawing that is shown smaller is cut off.
  return hasBox ? whole : {...whole, extra: {viewBox: `0 0 ${w} ${h}`}}
}

const MAX_SIDE = 100_000
