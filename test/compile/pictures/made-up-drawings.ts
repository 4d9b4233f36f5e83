import {randomFrom} from '../../../components/model/record/draw.js'

/** A drawing that somebody made up to see what it does, with what it is meant to try. */
export interface MadeUp { name: string; bytes: Uint8Array }

interface Piece {
  name: string
  /** Whether it is left out, or is harmless, so that the drawing is written: else it is refused. */
  goes?: boolean
  /** Attributes of the first element. */
  attributes?: string
  /** What stands in it. */
  inside?: string
  /** What stands before it. */
  before?: string
  after?: string
  /** Turns the text into bytes; else it is UTF-8. */
  encode?: (text: string) => Uint8Array
}

/** One for each piece that there is, then some with two or three of them. Half of these have only pieces that go, or stay. */
export function madeUpDrawings(count: number, seed: string, canary: string): MadeUp[] {
  const random = randomFrom(seed)
  const pieces = piecesFor(canary)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  return Array.from({length: count}, (_, n) => {
    const pool = n % 2 ? pieces : pieces.filter(({goes}) => goes)
    const main = pieces[n] ?? pick(pool)
    const others = n < pieces.length ? [] : Array.from({length: 1 + Math.floor(random() * 2)}, () => pick(pool))
    // The text is in one encoding only, and is declared only once.
    const chosen = [main, ...others.filter(other => other !== main && !(main.encode && other.encode)
      && !(main.before && other.before))]
    const join = (part: 'attributes' | 'inside' | 'before' | 'after', between = ''): string => chosen.map(each => each[part] ?? '').join(between)
    const text = `${join('before')}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40" ${join('attributes', ' ')}>`
      + `<rect width="60" height="40" fill="#005eb8"/>${join('inside')}</svg>${join('after')}`
    const encode = chosen.find(each => each.encode)?.encode ?? utf8
    return {name: `${n}: ${chosen.map(({name}) => name).join(' + ')}`, bytes: encode(text)}
  })
}

/** Tells whoever looks that script ran: the page that holds the frame, and the server. */
export function program(canary: string): string {
  return `parent.postMessage('ran','*');new Image().src='${canary}/ran'`
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** One byte for each character, so that any bytes can be written as text. */
const bytewise = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0))

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...mark ? '\ufeff' : '', ...text].map(character => character.charCodeAt(0))
  return Uint8Array.from(units.flatMap(unit => little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]))
}

function piecesFor(canary: string): Piece[] {
  const code = program(canary)
  const script = `<script>${code}</script>`
  const far = `${canary}/far`
  const declared = (encoding: string, more = ''): string => `<?xml version="1.0" encoding="${encoding}"${more}?>`
  const encodings = ['ISO-2022-JP', 'iso-2022-kr', 'UTF-7', 'UTF-16', 'Shift_JIS', 'GB18030', 'EUC-JP', 'windows-1252', 'ISO-8859-1',
    'x-user-defined', 'IBM866', 'macintosh', 'US-ASCII', 'utf-32', 'hz-gb-2312', 'x-mac-cyrillic']
  // Two bytes after ESC $ B are one character, so that what hides in a comment for UTF-8 stands in none for ISO-2022-JP.
  const japanese = `\x1b$B<!--\x1b(B${script}\x1b$B-->-\x1b(B`
  return [
    // Encodings.
    {name: 'ISO-2022-JP', before: declared('ISO-2022-JP'), inside: japanese, encode: bytewise},
    {name: 'iso-2022-jp in single quotes', before: '<?xml version=\'1.0\' encoding=\'iso-2022-jp\'?>', inside: japanese, encode: bytewise},
    {name: 'csISO2022JP', before: declared('csISO2022JP'), inside: japanese, encode: bytewise},
    {name: 'ISO-2022-JP that is not declared', inside: japanese, encode: bytewise},
    {name: 'ISO-2022-JP after a byte order mark', before: `\xef\xbb\xbf${declared('ISO-2022-JP')}`, inside: japanese, encode: bytewise},
    {name: 'UTF-7', before: declared('UTF-7'), inside: `+ADw-script+AD4-${code}+ADw-/script+AD4-`},
    {goes: true, name: 'UTF-7 that is not declared', inside: '+ADw-script+AD4-x+ADw-/script+AD4-'},
    {name: 'UTF-16, little', inside: script, encode: text => utf16(text, true, true)},
    {name: 'UTF-16, big', inside: script, encode: text => utf16(text, false, true)},
    {name: 'UTF-16 without a mark', before: declared('UTF-16'), inside: script, encode: text => utf16(text, true, false)},
    {name: 'UTF-16 of a plain drawing', inside: '<circle r="9"/>', encode: text => utf16(text, false, true)},
    {name: 'Shift_JIS that takes a quotation mark', before: declared('Shift_JIS'), inside: `<g id="\x83"><title id=">${script}<g id="\x83"/></title></g>`, encode: bytewise},
    {name: 'GB18030 that is not declared', inside: `<g id="\x81"/>${script}`, encode: bytewise},
    {name: 'windows-1252 that is not declared', inside: '<title>Caf\xe9</title>', encode: bytewise},
    {name: 'UTF-8, written too long', inside: `<title>\xc0\xbcscript>${code}\xc0\xbc/script></title>`, encode: bytewise},
    {name: 'half a character', inside: '<title>\ud83d</title>', encode: text => bytewise(text.replace('\ud83d', '\xed\xa0\xbd'))},
    ...encodings.map(encoding => ({name: `declared ${encoding}`, before: declared(encoding), inside: '<circle r="9"/>'})),
    {name: 'XML 1.1', before: '<?xml version="1.1"?>', inside: '<title>&#1;</title>'},
    {name: 'a declaration after a space', before: ` ${declared('ISO-2022-JP')}`, inside: script},
    ...['\x00', '\x0e', '\x1b', '\x85', '\x7f', '\ufffe'].map(sign => (
      {name: `the character ${sign.charCodeAt(0).toString(16)}`, inside: `<title>a${sign}b</title>`})),
    // Entities, comments and sections.
    {name: 'an entity that is a script', before: `<!DOCTYPE svg [<!ENTITY x "<script xmlns='http://www.w3.org/2000/svg'>${code.replaceAll('\'', '&#39;')}</script>">]>`, inside: '&x;'},
    {name: 'an entity in an attribute', before: `<!DOCTYPE svg [<!ENTITY x "${code.replaceAll('\'', '&#39;')}">]>`, attributes: 'onload="&x;"'},
    {name: 'attributes by default', before: `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "${code}">]>`},
    {name: 'an entity from elsewhere', before: `<!DOCTYPE svg SYSTEM "${far}.dtd">`, inside: '<title>&far;</title>'},
    {name: 'a parameter entity', before: `<!DOCTYPE svg [<!ENTITY % x SYSTEM "${far}.ent"> %x;]>`},
    {name: 'entities that grow', before: '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>', inside: '<title>&b;</title>'},
    {name: 'the doctype of XHTML', before: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">', inside: '<title>&nbsp;</title>'},
    {goes: true, name: 'the usual doctype', before: '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'},
    {goes: true, name: 'a script as references', inside: `<title>&lt;script&gt;${code}&lt;/script&gt;</title>`},
    {goes: true, name: 'a script in a section', inside: `<title><![CDATA[<script>${code}</script>]]></title>`},
    {name: 'a section that ends early', inside: `<text><![CDATA[]]>${script}<![CDATA[]]></text>`},
    {goes: true, name: 'a script in a comment', inside: `<!-- ${script} -->`},
    {name: 'a comment that ends twice', inside: `<!-- --> ${script} -->`},
    {name: 'a comment with two dashes', inside: `<!-- -- ${script} -->`},
    {name: 'a comment of HTML', inside: `<!--> ${script} <!-- -->`},
    {name: 'a comment that is not over', inside: `<!-- ${script}`},
    {name: 'a script in quotation marks', inside: `<g id='"><script>${code.replaceAll('\'', '&#39;')}</script>'/>`},
    {goes: true, name: 'a script in another name', inside: `<g aria-label="&quot;&gt;&lt;script&gt;${code}&lt;/script&gt;"/>`},
    {name: 'a second root', after: script},
    {name: 'words after the end', after: '<script>'},
    // Instructions and namespaces.
    {name: 'a style sheet from elsewhere', before: `<?xml-stylesheet href="${far}.css"?>`},
    {name: 'a transformation', before: `<?xml-stylesheet type="text/xsl" href="${far}.xsl"?>`},
    {name: 'an instruction inside', inside: '<?php echo 1 ?>'},
    {name: 'a script with a prefix', attributes: 'xmlns:s="http://www.w3.org/2000/svg"', inside: `<s:script>${code}</s:script>`},
    {name: 'a script of HTML', attributes: 'xmlns:h="http://www.w3.org/1999/xhtml"', inside: `<h:script>${code}</h:script>`},
    {name: 'an image of HTML', attributes: 'xmlns:h="http://www.w3.org/1999/xhtml"', inside: `<h:img src="${far}" onerror="${code}"/>`},
    {goes: true, name: 'a script inside what nobody knows', attributes: 'xmlns:o="urn:other"', inside: `<o:data>${script}</o:data>`},
    {goes: true, name: 'a script inside metadata', inside: `<metadata>${script}</metadata>`},
    {name: 'a prefix that nothing explains', inside: `<s:script>${code}</s:script>`},
    {name: 'an attribute of a prefix that nothing explains', inside: '<g x:onload="1"/>'},
    {name: 'a namespace that changes', inside: `<g xmlns="http://www.w3.org/1999/xhtml"><script>${code}</script></g>`},
    {name: 'a prefix that is changed inside', attributes: 'xmlns:o="urn:other"', inside: `<g xmlns:o="http://www.w3.org/2000/svg"><o:script>${code}</o:script></g>`},
    {name: 'xlink by another prefix', attributes: 'xmlns:y="http://www.w3.org/1999/xlink"', inside: `<script y:href="data:text/javascript,${code}"/>`},
    {name: 'events of XML', attributes: 'xmlns:ev="http://www.w3.org/2001/xml-events"', inside: `<handler ev:event="load">${code}</handler><ev:listener event="load" handler="#x"/>`},
    {name: 'another base', attributes: `xml:base="${far}/"`, inside: '<use href="#a"/>'},
    {name: 'two colons', inside: '<a:b:c xmlns:a="urn:a"/>'},
    {goes: true, name: 'data of Inkscape', attributes: 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3"', inside: '<g inkscape:label="Layer"><inkscape:grid/></g>'},
    // Events and scripts.
    ...['onload', 'onbegin', 'onerror', 'onfocusin', 'ONLOAD', 'onunload', 'onactivate', 'onresize'].map(name => (
      {name: `the event ${name}`, attributes: `${name}="${code}"`})),
    {name: 'an image that is not there', inside: `<image href="${far}.png" onerror="${code}"/>`},
    {name: 'a script', inside: script},
    {name: 'a script that is not there', inside: `<script href="${far}.js"/>`},
    {name: 'a script by xlink', inside: `<script xlink:href="data:text/javascript,${code}"/>`},
    {name: 'a script with a type', inside: `<script type="module">${code}</script>`},
    {name: 'a script in capital letters', inside: `<SCRIPT>${code}</SCRIPT>`},
    {name: 'a script in a group in a symbol', inside: `<defs><symbol id="s"><g>${script}</g></symbol></defs><use href="#s"/>`},
    // HTML inside.
    {name: 'foreignObject', inside: `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" onload="${code}"><script>${code}</script></body></foreignObject>`},
    {name: 'a frame', inside: `<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${far}"/></foreignObject>`},
    {name: 'a page in a switch', inside: `<switch><foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${far}" onerror="${code}"/></foreignObject><text>x</text></switch>`},
    {name: 'a frame of SVG', inside: `<iframe src="javascript:${code}"/>`},
    {name: 'HTML by its own prefix', inside: `<html:object xmlns:html="http://www.w3.org/1999/xhtml" data="${far}"/>`},
    // Addresses.
    {goes: true, name: 'a link that is code', inside: `<a href="javascript:${code}"><text y="20">Here</text></a>`},
    {goes: true, name: 'a link that is code with a tab', inside: `<a xlink:href="java&#9;script:${code}"><text y="20">Here</text></a>`},
    {goes: true, name: 'a link', inside: '<a href="https://www.nhs.uk"><circle r="9"/></a>'},
    {name: 'an image from elsewhere', inside: `<image href="${far}.png" width="9" height="9"/>`},
    {name: 'an image by xlink', inside: `<image xlink:href="${far}.png" width="9" height="9"/>`},
    {name: 'an image that is a drawing', inside: `<image href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' onload='${encodeURIComponent(code)}'/%3E" width="9" height="9"/>`},
    {name: 'a part from elsewhere', inside: `<use href="${far}.svg#a"/>`},
    {name: 'a part in data', inside: `<use href="data:image/svg+xml,${encodeURIComponent(`<svg id="a" xmlns="http://www.w3.org/2000/svg">${script}</svg>`)}#a"/>`},
    {name: 'a filter from elsewhere', inside: `<filter id="f"><feImage href="${far}.png"/></filter><rect width="9" height="9" filter="url(#f)"/>`},
    {goes: true, name: 'a part of itself', inside: '<g id="a"><circle r="5"/></g><use href="#a" x="9"/>'},
    {goes: true, name: 'a part of itself by xlink', inside: '<g id="a"><circle r="5"/></g><use xlink:href="#a" x="9"/>'},
    {name: 'a paint from elsewhere', inside: `<rect width="9" height="9" fill="url(${far}#a)"/>`},
    {name: 'a mask from elsewhere', inside: `<rect width="9" height="9" mask="url('${far}#a')"/>`},
    {goes: true, name: 'a cursor', inside: `<rect width="9" height="9" cursor="url(${far}.cur),auto"/>`},
    {name: 'a text along a path elsewhere', inside: `<text><textPath href="${far}#p">words</textPath></text>`},
    // Animations.
    {name: 'an animation that begins', inside: `<set attributeName="x" onbegin="${code}" to="1"/>`},
    {name: 'an animation of a link', inside: `<a><animate attributeName="href" values="javascript:${code}"/><text y="20">Here</text></a>`},
    {name: 'an animation of an image', inside: `<image width="9" height="9"><set attributeName="href" to="${far}.png"/></image>`},
    {name: 'an animation of a paint', inside: `<rect width="9" height="9"><animate attributeName="fill" values="red;url(${far}#a)" dur="1s"/></rect>`},
    // CSS.
    {name: '@import', inside: `<style>@import url(${far}.css);</style>`},
    {name: '@import that is escaped', inside: `<style>@\\69mport "${far}.css";</style>`},
    {name: 'a font from elsewhere', inside: `<style>@font-face{font-family:a;src:url(${far}.woff)}text{font-family:a}</style><text>words</text>`},
    {name: 'a background from elsewhere', inside: `<style>svg{background:url(${far}.png)}</style>`},
    {name: 'a background in a style', attributes: `style="background-image:url(${far}.png)"`},
    {name: 'a list of images', attributes: `style="background:image-set('${far}.png' 1x)"`},
    {name: 'an escaped address', inside: `<rect width="9" height="9" style="fill:\\75rl(${far}#a)"/>`},
    {name: 'an address in capital letters', inside: `<rect width="9" height="9" style="mask:URL(${far}#a)"/>`},
    {name: 'a value with a comment in it', inside: `<rect width="9" height="9" style="mask:u/**/rl(${far}#a)"/>`},
    {name: 'a variable', inside: `<rect width="9" height="9" style="--a:url(${far}#a);mask:var(--a)"/>`},
    {name: 'a style in a section', inside: `<style><![CDATA[rect{mask:url(${far}#a)}]]></style>`},
    {name: 'a style that ends early', inside: `<style>a{}&lt;/style&gt;${script}</style>`},
    {name: 'a style inside what nobody knows', attributes: 'xmlns:o="urn:other"', inside: `<o:data><style>rect{mask:url(${far}#a)}</style></o:data>`},
    {name: 'an expression', inside: `<rect width="9" height="9" style="width:expression(${code.replaceAll('"', '')})"/>`},
    {name: 'a selector that asks', inside: `<style>rect[fill^="#0"]{mask:url(${far}#a)}</style>`},
    {goes: true, name: 'styles by class', attributes: 'class="a b"', inside: '<style>.a{opacity:.9}.b,rect{fill:#41b6e6}</style>'},
    {goes: true, name: 'styles of its own', inside: '<circle r="9" style="fill:#fff;stroke:#000;stroke-width:2px"/>'},
    {goes: true, name: 'a gradient', inside: '<linearGradient id="g"><stop stop-color="#fff"/></linearGradient><rect width="9" height="9" fill="url(#g)"/>'},
    {goes: true, name: 'words', inside: '<text x="2" y="20" font-family="\'Arial\', sans-serif">Größe &amp; 文字 🙂</text><desc>&lt;b&gt;</desc>'},
    {goes: true, name: 'a picture inside', inside: '<image width="7" height="5" href="data:image/gif;base64,R0lGODlhBwAFAPAAAP8AAAAAACH5BAAAAAAALAAAAAAHAAUAAAIFhI+puwUAOw=="/>'},
  ]
}
