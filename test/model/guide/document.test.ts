import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {isSafeImage, isSafeLink, LINK_SCHEMES, linkScheme, plainText} from '../../../components/model/guide/document.js'
import type {Block, Inline} from '../../../components/model/guide/document.js'

describe('isSafeLink', () => {
  const safe = [
    'https://www.nhs.uk/', 'http://intranet/', 'HTTPS://WWW.NHS.UK', 'mailto:it@example.nhs.uk', 'tel:+441132000000',
    'module:spot-suspicious-email', 'glossary:mfa', 'other.html', '../other.html', '#here', '?q=1', '/help', '',
    'page.html?time=10:30', 'a/b:c',
  ]
  const hostile = [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', '\tjavascript:alert(1)', 'java\nscript:alert(1)',
    'java\tscript:alert(1)', 'java\r\nscript:alert(1)', '\u0000javascript:alert(1)', '\u0001javascript:alert(1)',
    'java\u0000script:alert(1)', 'javascript\u200b:alert(1)', '\ufeffjavascript:alert(1)', '\u202ejavascript:alert(1)',
    'java\u00adscript:alert(1)', 'javascript :alert(1)', 'vbscript:msgbox(1)', 'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg onload=alert(1)>', 'file:///etc/passwd', 'blob:https://example.com/1', 'filesystem:https://x/',
    'search-ms:query=x', 'ms-word:ofe|u|https://x', 'intent://x#Intent;end', 'view-source:https://x', 'about:blank',
    'ftp://x/', 'sms:1', 'ws://x', 'jar:https://x!/', 'x-javascript:1', '//evil.example', '\\\\evil.example', '/\\evil.example',
    '\\/evil.example', ' //evil.example', '\n//evil.example', '/\n/evil.example', 'https://x/\u0000', 'https://x/\nhidden',
    'https://www.nhs.uk@evil.example/', 'https://www.nhs.uk:443@evil.example', 'http:/www.nhs.uk@evil.example', 'HTTPS:\\\\a@evil.example',
    'https:@evil.example', ' https://www.nhs.uk%2F@evil.example', '\u00a0javascript:alert(1)', '\u3000javascript:alert(1)',
    'j\u0430vascript:alert(1)',
  ]
  for (const url of safe) it(`allows ${JSON.stringify(url)}`, () => assert.equal(isSafeLink(url), true))
  for (const url of hostile) it(`refuses ${JSON.stringify(url)}`, () => assert.equal(isSafeLink(url), false))

  it('allows no scheme beyond the list, by the platform\'s own URL parser', () => {
    // A second opinion: whatever we allow, the parser that browsers share must find harmless as well.
    const ours = LINK_SCHEMES.map(scheme => `${scheme}:`)
    const part = fc.constantFrom(
      'javascript', 'JAVASCRIPT', 'data', 'https', 'file', 'vbscript', ':', '/', '\\', '//', '\t', '\n', '\r', ' ', '\u0000',
      '\u001f', '\u00a0', '\u200b', '\ufeff', 'a', '.', '#', '?', '%6a', '&colon;', '@', 'x',
    )
    fc.assert(fc.property(fc.array(part, {maxLength: 8}).map(parts => parts.join('')), url => {
      if (!isSafeLink(url) || !URL.canParse(url, 'https://base.example/folder/')) return
      const parsed = new URL(url, 'https://base.example/folder/')
      assert.ok(ours.includes(parsed.protocol), `${JSON.stringify(url)} leads to ${parsed.protocol}`)
      assert.equal(parsed.username + parsed.password, '', JSON.stringify(url))
      if (!linkScheme(url)) assert.equal(parsed.origin, 'https://base.example', JSON.stringify(url))
    }), {numRuns: 5000})
  })
})

describe('isSafeImage', () => {
  const cases = [
    ['pictures/a.png', true], ['https://x/a.png', true], ['mailto:a@b', false], ['tel:1', false], ['module:a', false],
    ['data:image/png;base64,AA', false], ['//x/a.png', false], ['javascript:1', false],
  ] as const
  for (const [url, safe] of cases) it(`${safe}: ${url}`, () => assert.equal(isSafeImage(url), safe))
})

describe('linkScheme', () => {
  const cases = [
    ['https://x', 'https'], ['MAILTO:x', 'mailto'], ['java\nscript:x', 'javascript'], ['#a:b', ''], ['a/b:c', ''],
    ['1x:y', ''], ['', ''], [':x', ''], ['ms-word:x', 'ms-word'],
  ] as const
  for (const [url, scheme] of cases) {
    it(`${JSON.stringify(url)} has ${JSON.stringify(scheme)}`, () => assert.equal(linkScheme(url), scheme))
  }
})

describe('plainText', () => {
  const text = (value: string): Inline => ({type: 'text', value})
  const paragraph = (...children: Inline[]): Block => ({type: 'paragraph', children})

  it('reads inline marks as their words', () => {
    const inline: Inline[] = [
      text('Press '), {type: 'strong', children: [{type: 'emphasis', children: [text('now')]}]}, {type: 'break'},
      {type: 'inlineCode', value: 'Ctrl'}, text(' or '), {type: 'link', url: 'module:a', children: [text('read')]},
      {type: 'image', url: 'a.png', alt: ' a key'},
    ]
    assert.equal(plainText(inline), 'Press now\nCtrl or read a key')
  })

  it('reads a setting as its fallback', () => {
    assert.equal(plainText([{type: 'setting', name: 'desk', fallback: [text('your IT desk')]}]), 'your IT desk')
  })

  it('puts each block on a line, and leaves out rules and questions', () => {
    const blocks: Block[] = [
      {type: 'heading', depth: 2, id: 'h', children: [text('Title')]}, {type: 'thematicBreak'},
      {type: 'list', ordered: false, children: [
        {type: 'listItem', children: [paragraph(text('one'))]}, {type: 'listItem', children: [paragraph(text('two'))]},
      ]},
      {type: 'activity', questions: ['q1']},
      {type: 'callout', kind: 'warning', children: [paragraph(text('Take care'))]},
    ]
    assert.deepEqual(plainText(blocks).split('\n').filter(Boolean), ['Title', 'one', 'two', 'Take care'])
  })
})
