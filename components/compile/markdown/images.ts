import {linkScheme} from '../../model/guide/document.js'
import type {Asset, Reading} from './reading.js'

/**
 * Where an image is shown from; undefined, and reported, when there is none.
 *
 * @param src - a safe address as the author wrote it
 * @param url - the same, encoded
 */
export function resolveImage(src: string, url: string, at: number, reading: Reading): Asset | undefined {
  if (linkScheme(src)) {
    reading.report.warning('image-elsewhere', at,
      'This image comes from another site, which would see who reads the page, so pages show its words in its place.',
      'Save the image in the content folder, if its licence allows it, and use its file name. Only a page that allows that site '
        + '(allow-images) shows it from there.')
    return {url}
  }
  const {asset, standalone} = reading.options
  // A file that is shown by itself takes images from its own folder: no build has copied them.
  if (standalone && !asset) return {url}
  const path = pathInContent(reading.report.file, src)
  if (path !== undefined && !asset) return {url: path.replace(HALF, '\ufffd').split('/').map(encodeURIComponent).join('/')}
  const found = path === undefined ? undefined : asset?.(path, reading.report.layer)
  if (!found) {
    reading.report.error('image-not-found', at, `There is no image "${src}".`,
      'Check the spelling, capitals too, and the folder: the name counts from the folder of this file.')
  }
  return found
}

/** Half of a character that takes two: to encode it as it is would throw. */
const HALF = /[\ud800-\udfff]/gu

/** A path that counts from a file's folder, as it counts from the content folder; undefined when it leads out of it. */
function pathInContent(file: string, path: string): string | undefined {
  const parts = path.startsWith('/') ? [] : file.split('/').slice(0, -1)
  let plain = path.replace(/[?#].*$/s, '')
  try {
    plain = decodeURIComponent(plain)
  } catch {
    // A lone % is part of the name.
  }
  for (const part of plain.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
