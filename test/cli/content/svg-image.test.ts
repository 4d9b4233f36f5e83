import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {svgFacts} from '../../../cli/content/svg-image.js'

const svg = (inside: string, attributes = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"${attributes}>${inside}</svg>`)

describe('a drawing as SVG', () => {
  it('is taken with the size it is drawn at', () => {
    const drawing = svg('<title>Six steps</title><!-- a note --><g fill="#005eb8"><path d="M0 0h10v10z"/></g>'
      + '<text x="4" y="20" font-size="16">Identify &amp; record</text><path d="M0 0" marker-end="url(#arrow)"/>')
    assert.deepEqual(svgFacts(drawing), {extension: 'svg', width: 320, height: 180})
  })

  const hostile: [string, Buffer][] = [
    ['a script', svg('<script>alert(1)</script>')],
    ['an event handler', svg('', ' onload="alert(1)"')],
    ['a handler in another case', svg('<path d="M0 0" ONCLICK="alert(1)"/>')],
    ['a link', svg('<a href="javascript:alert(1)"><text>x</text></a>')],
    ['HTML inside', svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>')],
    ['an image from elsewhere', svg('<image href="https://example.org/x.png"/>')],
    ['another drawing pulled in', svg('<use href="https://example.org/x.svg#a"/>')],
    ['a style sheet', svg('<style>@import url(https://example.org/x.css)</style>')],
    ['an inline style', svg('<path d="M0 0" style="fill:url(https://example.org)"/>')],
    ['a paint from elsewhere', svg('<path d="M0 0" fill="url(https://example.org/x#a)"/>')],
    ['an animation that sets a link', svg('<animate attributeName="href" values="javascript:alert(1)"/>')],
    ['an attribute without quotes', svg('<path d=M0 onclick=alert(1) />')],
    ['single quotes', svg("<path d='M0 0' onclick='alert(1)'/>")],
    ['an entity of its own', Buffer.from('<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]><svg viewBox="0 0 1 1">&x;</svg>')],
    ['a stray bracket', svg('<text>1 > 0</text><text>< script></text>')],
    ['a comment that is not over', svg('<!-- <script>alert(1)</script>')],
    ['CDATA', svg('<![CDATA[<script>alert(1)</script>]]>')],
    ['a processing instruction', svg('<?xml-stylesheet href="x.css"?>')],
    ['no size', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['nothing', Buffer.from('')],
  ]
  for (const [what, bytes] of hostile) {
    it(`is refused with ${what}`, () => assert.equal(svgFacts(bytes), undefined))
  }
})
