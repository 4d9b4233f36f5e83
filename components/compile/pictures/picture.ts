import type {Diagnostic} from '../../model/guide/diagnostic.js'
import {TextLines} from '../source/source-text.js'
import {textOf} from './bytes.js'
import {PictureFault} from './picture-fault.js'
import {Problems} from './problems.js'
import type {Raster} from './raster.js'
import {readRaster} from './rasters.js'
import {readDrawing, type SvgPicture} from './svg.js'
import {AS_UTF_8} from './svg-xml.js'

/** What is published of an image file: bytes that were made anew of what was checked, and nothing else of the file. */
export type Picture = Raster | SvgPicture

/**
 * Reads an image of content: PNG, JPEG, GIF, WebP or an SVG drawing, by what is in it and not by its name. What is written back
 * looks the same, and has in it neither what runs nor what tells of the person or the place.
 *
 * @param shown - how diagnostics name the file
 */
export function readPicture(bytes: Uint8Array, shown: string): Picture | {diagnostics: Diagnostic[]} {
  try {
    const raster = readRaster(bytes)
    if (raster) return raster
  } catch (error) {
    if (!(error instanceof PictureFault)) throw error
    const {message, advice} = error
    return {diagnostics: [{file: shown, line: 1, column: 1, code: 'image-damaged', severity: 'error', message, advice}]}
  }
  const text = textOf(bytes)?.replace(/\r\n?/g, '\n')
  const problems = new Problems(shown, new TextLines(text ?? ''))
  if (text === undefined ? looksLikeXml(bytes) : text.includes('\0') && text.includes('<')) {
    problems.add(0, 'This drawing is not saved as UTF-8, so browsers can read it as something else than we do.', AS_UTF_8)
  } else if (text === undefined || !/^\s*<[?!\w]/.test(text)) {
    problems.add(0, 'This image is not a PNG, JPEG, GIF, WebP or SVG file.', 'Save it as PNG, JPEG, WebP or plain SVG.')
  } else {
    const drawing = readDrawing(text, problems)
    if (drawing) return drawing
  }
  return {diagnostics: problems.diagnostics()}
}

/** True for text of XML in another encoding: it begins with "<", after a byte order mark if it has one, and names svg. */
function looksLikeXml(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4_000)).replace(/\0/g, '')
  return /^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)?\s*</.test(start)
}
