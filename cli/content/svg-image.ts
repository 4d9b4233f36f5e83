import type {ImageFacts} from './image-size.js'

/**
 * An SVG can hold program code, which runs when someone opens the file by its address. So an SVG is taken only when it is a
 * plain drawing: every element, attribute and address in it is one that a drawing needs.
 */
const ELEMENTS = new Set([
  'svg', 'g', 'title', 'desc', 'defs', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan',
  'clippath', 'lineargradient', 'radialgradient', 'stop', 'marker',
])
const ATTRIBUTES = new Set([
  'xmlns', 'viewbox', 'width', 'height', 'role', 'aria-labelledby', 'aria-label', 'aria-hidden', 'id', 'x', 'y', 'x1', 'y1',
  'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'points', 'dx', 'dy', 'fill', 'fill-opacity', 'fill-rule', 'stroke',
  'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'transform',
  'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'letter-spacing', 'clip-path', 'offset',
  'stop-color', 'stop-opacity', 'gradientunits', 'gradienttransform', 'marker-end', 'marker-start', 'markerwidth',
  'markerheight', 'markerunits', 'refx', 'refy', 'orient', 'preserveaspectratio', 'xml:space',
])

/** Size of a drawing in pixels; undefined for anything that is no SVG, or has in it what a drawing does not need. */
export function svgFacts(bytes: Buffer): ImageFacts | undefined {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '').replace(/^<\?xml [^<>]*\?>/, '').trim()
  if (!/^<svg[\s>]/i.test(text) || !/<\/svg>$/i.test(text)) return undefined
  const withoutComments = text.replace(/<!--(?:(?!--)[\s\S])*-->/g, '')
  const tags = withoutComments.match(/<[^<>]*>/g) ?? []
  // Between the tags there are only words. A bracket among them means that we read the file differently from a browser.
  if (/[<>]/.test(withoutComments.replace(/<[^<>]*>/g, '')) || !tags.every(isDrawing)) return undefined
  const [, minX, , width, height] = /\sviewBox="(-?[\d.]+)[\s,]+(-?[\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(tags[0]!) ?? []
  return minX === undefined ? undefined : {extension: 'svg', width: Math.round(Number(width)), height: Math.round(Number(height))}
}

function isDrawing(tag: string): boolean {
  const [, name, rest] = /^<\/?([a-z]+)((?:\s+[a-z0-9:-]+\s*=\s*"[^"<>]*")*)\s*\/?>$/i.exec(tag) ?? []
  if (!name || !ELEMENTS.has(name.toLowerCase())) return false
  return [...rest!.matchAll(/([a-z0-9:-]+)\s*=\s*"([^"]*)"/gi)].every(([, attribute, value]) =>
    ATTRIBUTES.has(attribute!.toLowerCase()) && isHarmless(attribute!.toLowerCase(), value!))
}

/** True when an address leads to something in the same file. The name of the format looks like an address and is none. */
function isHarmless(attribute: string, value: string): boolean {
  if (attribute === 'xmlns') return value === 'http://www.w3.org/2000/svg'
  return !value.replace(/&(amp|lt|gt|quot|apos);/g, '').includes('&') && !/url\s*\((?!#[\w-]+\))/i.test(value) && !/[a-z]+:/i.test(value)
}
