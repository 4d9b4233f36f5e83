import {expect} from 'chai'
import {ascii, joined} from '../../components/compile/pictures/bytes.js'
import {readPicture, type Picture} from '../../components/compile/pictures/picture.js'
import * as samples from '../compile/pictures/sample-photos.js'
import {exifData, indexOf, withChunk, withExtension, withSegment, withWebpChunk} from '../compile/pictures/with-metadata.js'

const {PHOTO, SCREENSHOT, PALETTE, PROGRESSIVE, CMYK, WEBP_PHOTO, WEBP_TRANSPARENT, WEBP_ANIMATION, GIF_ANIMATION} = samples
const AFTER = ascii('<script>alert(1)</script>PK\x03\x04')

describe('pictures of pixels', () => {
  const kinds: [string, Uint8Array][] = [
    ['a photo of a phone', PHOTO], ['a progressive JPEG', PROGRESSIVE], ['a JPEG of printers', CMYK],
    ['a PNG with a profile', SCREENSHOT], ['a PNG of few colours', PALETTE],
    ['a WebP with a profile', WEBP_PHOTO], ['a transparent WebP', WEBP_TRANSPARENT], ['an animated WebP', WEBP_ANIMATION],
    ['an animated GIF', GIF_ANIMATION],
    ['a JPEG with a comment', withSegment(PROGRESSIVE, 0xfe, ascii('A. Person'))],
    ['a PNG with a text', withChunk(PALETTE, 'tEXt', ascii('Author\0A. Person'))],
    ['a WebP with EXIF data', withWebpChunk(WEBP_TRANSPARENT, 'EXIF', exifData(1, false), 8)],
    ['a GIF with a comment', withExtension(GIF_ANIMATION, 0xfe, [ascii('A. Person')])],
  ]
  for (const [name, bytes] of kinds) {
    it(`look as they did: ${name}`, async () => {
      const picture = await same(joined([bytes, AFTER]))
      for (const gone of ['A. Person', 'Camera', 'xmp', 'script', 'PK\x03\x04']) expect(indexOf(picture.bytes, ascii(gone)), gone).to.equal(-1)
    })
  }

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`stand as they did when the camera was held as ${orientation}`, async () => {
      for (const little of [false, true]) {
        const exif = exifData(orientation, little)
        await same(withSegment(PROGRESSIVE, 0xe1, joined([ascii('Exif\0\0'), exif])))
        if (orientation === 1) await same(withChunk(PALETTE, 'eXIf', exif))
        else expect(readPicture(withChunk(PALETTE, 'eXIf', exif), 'turned.png')).to.have.property('diagnostics')
        await same(withWebpChunk(WEBP_TRANSPARENT, 'EXIF', exif, 8))
        await same(withWebpChunk(WEBP_TRANSPARENT, 'EXIF', exif))
      }
    })
  }
})

/** Compares a picture with what is written of it, as this browser shows both. */
async function same(bytes: Uint8Array): Promise<Picture> {
  const picture = readPicture(bytes, 'picture')
  if ('diagnostics' in picture) throw new Error(JSON.stringify(picture.diagnostics))
  const [before, after] = [await shown(bytes), await shown(picture.bytes)]
  expect([after.width, after.height]).to.deep.equal([before.width, before.height])
  expect(after.data.every((value, at) => value === before.data[at]), 'the same pixels').to.equal(true)
  expect(new Set(before.data).size, 'colours').to.be.above(4)
  expect([picture.width, picture.height]).to.deep.equal([before.width, before.height])
  return picture
}

async function shown(bytes: Uint8Array): Promise<ImageData> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([bytes.slice()]))
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, {width: image.naturalWidth, height: image.naturalHeight})
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0)
  URL.revokeObjectURL(image.src)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
