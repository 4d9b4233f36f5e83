import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {ascii, joined, uint16, utf8} from '../../../components/compile/pictures/bytes.js'
import {readPicture, type Picture} from '../../../components/compile/pictures/picture.js'
import type {Diagnostic} from '../../../components/model/guide/diagnostic.js'
import {randomFrom} from '../../../components/model/record/draw.js'
import {GIF, JPEG, PNG, WEBP, WEBP_EXTENDED, WEBP_LOSSLESS} from '../../cli/sample-images.js'
import {madeUpDrawings} from './made-up-drawings.js'
import {ORDINARY_DRAWINGS} from './ordinary-drawings.js'
import * as photos from './sample-photos.js'
import {exifData, indexOf, withChunk, withExtension, withSegment, withWebpChunk} from './with-metadata.js'

const {PHOTO, SCREENSHOT, PALETTE, PROGRESSIVE, CMYK, WEBP_PHOTO, WEBP_TRANSPARENT, WEBP_ANIMATION, GIF_ANIMATION} = photos
const SAMPLES: [string, Uint8Array, Omit<Picture, 'bytes'>][] = [
  ['PNG', PNG, {extension: 'png', width: 7, height: 5}],
  ['GIF', GIF, {extension: 'gif', width: 7, height: 5}],
  ['JPEG', JPEG, {extension: 'jpg', width: 7, height: 5}],
  ['WebP', WEBP, {extension: 'webp', width: 7, height: 5}],
  ['lossless WebP', WEBP_LOSSLESS, {extension: 'webp', width: 7, height: 5}],
  ['extended WebP', WEBP_EXTENDED, {extension: 'webp', width: 7, height: 5}],
  ['photo that was held on its side', PHOTO, {extension: 'jpg', width: 8, height: 16}],
  ['progressive JPEG', PROGRESSIVE, {extension: 'jpg', width: 16, height: 8}],
  ['JPEG of printers', CMYK, {extension: 'jpg', width: 16, height: 8}],
  ['PNG with a profile', SCREENSHOT, {extension: 'png', width: 16, height: 8}],
  ['PNG of few colours', PALETTE, {extension: 'png', width: 16, height: 8}],
  ['WebP with a profile', WEBP_PHOTO, {extension: 'webp', width: 16, height: 8}],
  ['transparent WebP', WEBP_TRANSPARENT, {extension: 'webp', width: 16, height: 8}],
  ['animated WebP', WEBP_ANIMATION, {extension: 'webp', width: 16, height: 8}],
  ['animated GIF', GIF_ANIMATION, {extension: 'gif', width: 16, height: 8}],
]
const svg = (inside: string, attributes = ''): Uint8Array =>
  utf8(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"${attributes}>${inside}</svg>`)
const textOf = ({bytes}: Picture): string => Buffer.from(bytes).toString('utf8')

function written(bytes: Uint8Array): Picture {
  const picture = readPicture(bytes, 'a.file')
  assert.ok(!('diagnostics' in picture), JSON.stringify(picture))
  return picture
}

function refused(bytes: Uint8Array): Diagnostic[] {
  const picture = readPicture(bytes, 'a.file')
  assert.ok('diagnostics' in picture, 'it is written')
  assert.ok(picture.diagnostics.length > 0)
  for (const {file, severity, message, advice} of picture.diagnostics) {
    assert.deepEqual([file, severity], ['a.file', 'error'])
    assert.match(message, /^[^a-z].*\.$/s)
    assert.match(advice, /^[A-Z].*\.$/s)
    assert.doesNotMatch(`${message} ${advice}`, /\b(?:should|please|invalid|parse|token|syntax)\b|n't\b|!$/i)
  }
  return picture.diagnostics
}

describe('a picture of pixels', () => {
  for (const [name, bytes, expected] of SAMPLES) {
    it(`has its size: ${name}`, () => {
      const {bytes: _, ...facts} = written(bytes)
      assert.deepEqual(facts, expected)
    })

    it(`is written the same when it is read again: ${name}`, () => {
      const once = written(bytes)
      assert.deepEqual(written(once.bytes), once)
    })

    it(`is written without what stands after its end: ${name}`, () => {
      const once = written(bytes)
      for (const after of ['<script>alert(1)</script>', 'PK\x03\x04', '%PDF-1.7', '\0\0\0\0', '\xff\xd8\xff\xd9']) {
        assert.deepEqual(written(joined([bytes, ascii(after)])), once)
      }
    })

    it(`is refused when it was cut short: ${name}`, () => {
      for (let length = 0; length < bytes.length; length++) refused(bytes.subarray(0, length))
    })

    it(`is read to an end, whatever was damaged: ${name}`, () => {
      const random = randomFrom(name)
      for (let n = 0; n < 300; n++) {
        const damaged = Uint8Array.from(bytes)
        for (let times = 0; times < 3; times++) damaged[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
        const picture = readPicture(damaged, 'a.file')
        if (!('diagnostics' in picture)) assert.deepEqual(written(picture.bytes), picture)
      }
    })
  }

  const person = ascii('A. Person')
  const html = ascii('/*<html>*/=1;alert(1)/*')
  const kept: [string, Uint8Array, Uint8Array][] = [
    ['a comment of JPEG', withSegment(JPEG, 0xfe, person), JPEG],
    ['a script that a JPEG begins with', withSegment(JPEG, 0xe0, html), JPEG],
    ['XMP of JPEG', withSegment(JPEG, 0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x/>')), JPEG],
    ['EXIF of JPEG', withSegment(JPEG, 0xe1, joined([ascii('Exif\0\0'), exifData(1, true)])), JPEG],
    ['a second EXIF of JPEG', withSegment(withSegment(JPEG, 0xe1, joined([ascii('Exif\0\0'), exifData(6, true)])), 0xe1,
      joined([ascii('Exif\0\0'), exifData(1, true)])), JPEG],
    ['IPTC of JPEG', withSegment(JPEG, 0xed, ascii('Photoshop 3.0\0')), JPEG],
    ['further pictures of JPEG', joined([withSegment(JPEG, 0xe2, ascii('MPF\0')), JPEG]), JPEG],
    ['a profile of JPEG that is none', withSegment(JPEG, 0xe2, joined([ascii('ICC_PROFILE\0\x01\x01'), html])), JPEG],
    ['a thumbnail of JFIF', withSegment(JPEG, 0xe0, joined([ascii('JFXX\0\x13'), new Uint8Array(99)])), JPEG],
    ['bytes between the segments of JPEG', joined([JPEG.subarray(0, 2), Uint8Array.of(0xff, 0xff), JPEG.subarray(2)]), JPEG],
    ['a text of PNG', withChunk(PNG, 'tEXt', ascii('Author\0A. Person')), PNG],
    ['an international text of PNG', withChunk(PNG, 'iTXt', ascii('XML:com.adobe.xmp\0\0\0\0\0<x/>')), PNG],
    ['a time of PNG', withChunk(PNG, 'tIME', Uint8Array.of(7, 234, 11, 23, 12, 0, 0)), PNG],
    ['what only one program knows in PNG', withChunk(PNG, 'prVW', html), PNG],
    ['EXIF of PNG', withChunk(PNG, 'eXIf', exifData(1, false)), PNG],
    ['EXIF of WebP', withWebpChunk(WEBP_EXTENDED, 'EXIF', exifData(6, false), 8), WEBP_EXTENDED],
    ['XMP of WebP', withWebpChunk(WEBP_EXTENDED, 'XMP ', person, 4), WEBP_EXTENDED],
    ['what nobody knows in WebP', withWebpChunk(WEBP, 'HTML', html), WEBP],
    ['a comment of GIF', withExtension(GIF, 0xfe, [person]), GIF],
    ['XMP of GIF', withExtension(GIF, 0xff, [ascii('XMP DataXMP'), person]), GIF],
    ['more than how often a GIF is shown', withExtension(GIF, 0xff, [ascii('NETSCAPE2.0'), Uint8Array.of(1, 0, 0), html]),
      withExtension(GIF, 0xff, [ascii('NETSCAPE2.0'), Uint8Array.of(1, 0, 0)])],
  ]
  for (const [name, bytes, plain] of kept) {
    it(`is written without ${name}`, () => {
      assert.notDeepEqual(Buffer.from(bytes), Buffer.from(plain))
      // The first EXIF data say how the camera was held.
      assert.deepEqual(written(bytes), written(plain))
    })
  }

  it('keeps how the camera was held, and nothing else of it', () => {
    for (let orientation = 2; orientation <= 8; orientation++) {
      const exif = joined([ascii('Exif\0\0'), exifData(orientation, orientation % 2 === 0)])
      const picture = written(withSegment(PROGRESSIVE, 0xe1, exif))
      assert.equal(indexOf(picture.bytes, person), -1)
      assert.ok(indexOf(picture.bytes, joined([uint16(0x112), uint16(3), Uint8Array.of(0, 0, 0, 1), uint16(orientation)])) > 0)
      assert.deepEqual([picture.width, picture.height], orientation < 5 ? [16, 8] : [8, 16])
    }
  })

  it('keeps its profile of colours', () => {
    for (const bytes of [PHOTO, WEBP_PHOTO]) assert.ok(indexOf(written(bytes).bytes, ascii('acsp')) > 0)
    assert.ok(indexOf(written(SCREENSHOT).bytes, ascii('iCCP')) > 0)
  })

  const strange: [string, Uint8Array, RegExp][] = [
    ['bytes that do not add up', withChunk(PNG, 'tRNS', new Uint8Array(300)), /damaged/],
    ['a sum that is wrong', Uint8Array.from(PNG, (byte, n) => n === PNG.length - 1 ? byte ^ 1 : byte), /damaged/],
    ['a chunk that every program must know', withChunk(PNG, 'CgBI', new Uint8Array(4)), /damaged/],
    ['words after a table of JPEG', withSegment(JPEG, 0xdb, joined([new Uint8Array(65), ascii('<script>')])), /damaged/],
    ['a JPEG that browsers do not show', Uint8Array.from(JPEG, (byte, n) => byte === 0xc0 && JPEG[n - 1] === 0xff ? 0xc3 : byte), /browsers do not show/],
    ['a JPEG of nothing', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), /damaged/],
    ['a PNG that some browsers turn', withChunk(PNG, 'eXIf', exifData(6, false)), /only some browsers do/],
  ]
  for (const [name, bytes, says] of strange) {
    it(`is refused with ${name}`, () => {
      const [{code, line, column, message} = assert.fail()] = refused(bytes)
      assert.deepEqual([code, line, column], ['image-damaged', 1, 1])
      assert.match(message, says)
    })
  }

  it('is not made of what is no picture', () => {
    for (const bytes of [new Uint8Array(), ascii('Not an image at all'), ascii('BM\x36\0\0\0'), ascii('%PDF-1.7')]) {
      assert.deepEqual(refused(bytes).map(({code}) => code), ['image-type'])
    }
  })
})

describe('a drawing', () => {
  it('is written with what it shows and says, and nothing else', () => {
    const picture = written(utf8(`\ufeff<?xml version="1.0" encoding="utf-8"?><!-- by A. Person -->
      <s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="640" height="360" viewBox="0 0 320 180" data-author="A. Person">
      <s:title>Six &lt; <![CDATA[seven]]> – “café”</s:title><s:use x:href="#a" class="b"/><s:path id='a' d="M0 0h9" style="fill : red"/></s:svg>`))
    assert.equal(textOf(picture), '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 320 180">'
      + '<title>Six &lt; seven – “café”</title><use href="#a"/><path id="a" d="M0 0h9" fill="red"/></svg>')
    assert.deepEqual([picture.extension, picture.width, picture.height], ['svg', 640, 360])
  })

  const sizes: [string, number[] | undefined][] = [
    ['viewBox="0 0 320.4 180"', [320, 180]], ['viewBox="0,0,32,18" width="100%"', [32, 18]],
    ['viewBox="0 0 2 1" width="100"', [100, 50]], ['viewBox="0 0 2 1" height="1in"', [192, 96]],
    ['width="10mm" height="5mm"', [38, 19]], ['width="72pt" height="6pc"', [96, 96]],
    ['', undefined], ['width="100%" height="9"', undefined], ['viewBox="0 0 0 9"', undefined], ['viewBox="0 0 9"', undefined],
    ['width="0" height="9"', undefined], ['width="9em" height="9em"', undefined],
  ]
  for (const [attributes, size] of sizes) {
    it(`has ${size ? `${size.join(' by ')} pixels` : 'no size'}: ${attributes}`, () => {
      const bytes = utf8(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}/>`)
      if (!size) return assert.match(refused(bytes)[0]!.message, /how large/)
      const {width, height} = written(bytes)
      assert.deepEqual([width, height], size)
    })
  }

  it('gets a box when it has none, so that it can be shown smaller', () => {
    assert.match(textOf(written(utf8('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10px"/>'))), / viewBox="0 0 20 10"/)
  })

  it('is written the same when it is read again', () => {
    const texts = Object.values(ORDINARY_DRAWINGS).map(utf8)
    for (const bytes of [...texts, ...madeUpDrawings(200, 'again', 'https://example.org').map(drawing => drawing.bytes)]) {
      const picture = readPicture(bytes, 'a.file')
      if (!('diagnostics' in picture)) assert.deepEqual(written(picture.bytes), picture)
    }
  })

  const cascades: [name: string, fill: string, css: string, element: string][] = [
    ['an attribute', '#111', '', '<g fill="#111"/>'],
    ['a rule over an attribute', '#222', 'g{fill:#222}', '<g fill="#111"/>'],
    ['a class over a name', '#333', '.a{fill:#333}g{fill:#222}', '<g class="a"/>'],
    ['an id over a class', '#444', '#i{fill:#444}g.a{fill:#333}', '<g id="i" class="a"/>'],
    ['the later of equals', '#555', '.a{fill:#333}.b{fill:#555}', '<g class="b a"/>'],
    ['a style over a rule', '#666', '#i{fill:#444}', '<g id="i" style="fill:#666"/>'],
    ['what is important over a style', '#777', '.a{fill:#777!important}', '<g class="a" style="fill:#666"/>'],
    ['any element', '#888', '*{fill:#888}', '<g/>'],
    ['one of a list', '#999', 'a,.z , g.a{fill:#999}', '<g class="a"/>'],
  ]
  for (const [name, fill, css, element] of cascades) {
    it(`gets the styles that browsers would give it: ${name}`, () => {
      const text = textOf(written(svg(`<style>${css}</style>${element}`)))
      assert.match(text, new RegExp(`<g[^>]* fill="${fill}"`))
      assert.doesNotMatch(text, /style|class/)
    })
  }

  const faults: [string, Uint8Array, [line: number, column: number], RegExp][] = [
    ['a script', svg('\n  <g>\n    <script>alert(1)</script></g>'), [3, 5], /program code \(<script>\)/],
    ['an event', svg('<path\n onclick="alert(1)"/>'), [1, 63], /onclick/],
    ['an event in another case', svg('<path OnClick="alert(1)"/>'), [1, 63], /OnClick/],
    ['a page inside', svg('<foreignObject/>'), [1, 63], /only some programs show/],
    ['an image from elsewhere', svg('<image href="https://example.org/x.png"/>'), [1, 63], /not in the file/],
    ['an image that is a drawing', svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), [1, 63], /not in the file/],
    ['a damaged image', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'), [1, 63], /damaged/],
    ['an image that says it is another', svg('<image href="data:image/png;base64,PHN2Zy8+"/>'), [1, 63], /no PNG/],
    ['a part from elsewhere', svg('<use href="x.svg#a"/>'), [1, 63], /another place/],
    ['a paint from elsewhere', svg('<g fill="url(x.svg#a)"/>'), [1, 63], /fill/],
    ['an animation', svg('<set attributeName="href" to="x"/>'), [1, 63], /animation/],
    ['an import', svg('<style>@import "x.css"</style>'), [1, 63], /@import/],
    ['an escape in a style', svg('<g style="fill:\\75rl(x)"/>'), [1, 63], /style/],
    ['an escape in an attribute', svg('<g fill="\\75rl(x)"/>'), [1, 63], /fill/],
    ['a selector that we do not read', svg('<style>g:hover{fill:red}</style>'), [1, 63], /g:hover/],
    ['another base', svg('', ' xml:base="x"'), [1, 1], /xml:base/],
    ['an instruction', utf8('<?xml-stylesheet href="x"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), [1, 1], /xml-stylesheet/],
    ['an unknown element', svg('<blink/>'), [1, 63], /<blink>/],
    ['no namespace', utf8('<svg viewBox="0 0 9 9"/>'), [1, 1], /xmlns/],
    ['a page that is no drawing', utf8('<html xmlns="http://www.w3.org/1999/xhtml"/>'), [1, 1], /first element/],
    ['an open element', svg('<g>'), [1, 66], /<g> is not closed/],
    ['another encoding', utf8('<?xml version="1.0" encoding="latin1"?><svg xmlns="http://www.w3.org/2000/svg"/>'), [1, 1], /latin1/],
    ['another version', utf8('<?xml version="1.1"?><svg xmlns="http://www.w3.org/2000/svg"/>'), [1, 1], /1\.1/],
    ['a sign that is not for reading', svg('<title>\n\x1b</title>'), [2, 1], /not for reading/],
    ['such a sign as a reference', svg('<title>\n&#x9f;</title>'), [1, 63], /not for reading/],
    ['words in bytes of another encoding', ascii('<svg xmlns="http://www.w3.org/2000/svg"><title>Caf\xe9</title></svg>'), [1, 1], /UTF-8/],
  ]
  for (const [name, bytes, place, says] of faults) {
    it(`is refused in its place with ${name}`, () => {
      const found = refused(bytes).find(({message}) => says.test(message))
      assert.ok(found, JSON.stringify(refused(bytes)))
      assert.deepEqual([found.code, found.line, found.column], ['image-type', ...place])
    })
  }

  it('is told of all its faults at once, each where it is first', () => {
    const found = refused(svg('<script/>\n<g onload="x"/>\n<script/>\n<set/>'))
    assert.deepEqual(found.map(({line}) => line), [1, 2, 4])
  })

  const large: [string, string][] = [
    ['levels', '<g>'.repeat(200_000)], ['levels that are closed', '<g>'.repeat(20_000) + '</g>'.repeat(20_000)],
    ['comments of CSS that do not end', `<style>${'/*'.repeat(500_000)}</style>`],
    ['rules without an end', `<style>${'a'.repeat(1_000_000)}</style>`],
    ['brackets that do not end', `<g style="fill:${'('.repeat(500_000)}"/>`],
    ['one word', `<g fill="${'a'.repeat(1_000_000)}("/>`], ['spaces', `<g fill="a${' '.repeat(1_000_000)}("/>`],
    ['attributes', `<g ${Array.from({length: 50_000}, (_, n) => `a${n}="x"`).join(' ')}/>`],
    ['ends of lines', `<title>${'\r'.repeat(1_000_000)}</title>`],
    ['references', `<title>${'&amp;'.repeat(200_000)}</title>`],
    ['rules for each of many elements', `<style>${'*{}'.repeat(150_000)}</style>${'<g/>'.repeat(150_000)}`],
  ]
  for (const [name, inside] of large) {
    it(`is read to an end, however many ${name} it has`, {timeout: 20_000}, () => {
      readPicture(svg(inside), 'a.file')
    })
  }
})
