import {executeServerCommand, setViewport} from '@web/test-runner-commands'

/** Pixels of a picture. */
export type Picture = ImageData

/** True in the one engine that takes pictures here. */
export const TAKES_PICTURES = navigator.userAgent.includes('Chrome/')

/** How far apart two values of a colour may be, of 255, to count as the same. Smoothing of letters is not the point. */
const TOLERANCE = 24

/** What an element in a frame of this page looks like. */
export async function pictureOf(element: Element, frame: HTMLIFrameElement): Promise<Picture> {
  const place = frame.getBoundingClientRect()
  const {x, y, width, height} = element.getBoundingClientRect()
  const clip = {x: place.x + frame.clientLeft + x, y: place.y + frame.clientTop + y, width, height}
  await setViewport({width: 1100, height: 1700})
  const base64 = await executeServerCommand<string, DOMRectInit>('screenshot', clip)
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  canvas.drawImage(bitmap, 0, 0)
  return canvas.getImageData(0, 0, bitmap.width, bitmap.height)
}

/** The share of pixels that differ, from 0 to 1; 1 when the pictures are not of one size. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let different = 0
  for (let at = 0; at < one.data.length; at += 4) {
    const isDifferent = [0, 1, 2].some(color => Math.abs(one.data[at + color]! - other.data[at + color]!) > TOLERANCE)
    if (isDifferent) different++
  }
  return different / (one.width * one.height)
}
