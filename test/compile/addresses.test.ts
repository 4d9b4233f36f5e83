import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import {encoded} from '../../components/compile/markdown/inline.js'

describe('an address as browsers write it', () => {
  const normaliser = new MarkdownIt()
  const same = (url: string): void => assert.equal(encoded(url), normaliser.normalizeLink(url))
  const piece = fc.oneof(
    fc.constantFrom('https://', 'http://', '/', '.', '..', '#', '?', 'www.nhs.uk', 'xn--a', ':80', '-', '_', '%20', '%', ' ', 'é', 'A'),
    fc.string({maxLength: 5}))

  it('is what markdown-it makes of it, whether it looks plain or not', () => {
    const url = fc.array(piece, {maxLength: 8}).map(pieces => pieces.join(''))
      .filter(text => !/^[\s\0-\x1f]*(?:module|glossary)\s*:/i.test(text))
    fc.assert(fc.property(url, same), {numRuns: 2_000})
  })

  for (const url of ['https://www.nhs.uk', 'https://www.nhs.uk/a_b/c.html#top', '#top', '', 'https://a.example/x y', 'https://é.example']) {
    it(`is what markdown-it makes of ${JSON.stringify(url)}`, () => same(url))
  }

  it('stays as it is when it leads inside the guide', () => assert.equal(encoded('module:a b'), 'module:a b'))
})
