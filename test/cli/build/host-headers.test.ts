import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {describe, it} from 'node:test'

const read = (name: string): string => readFileSync(new URL(`../../../hosts/headers/${name}`, import.meta.url), 'utf8')

/** What each file sends, as its server reads it: by name, in small letters. */
const headers: Record<string, Map<string, string>> = {
  'nginx.conf': pairs(read('nginx.conf'), /^\s*add_header ([\w-]+) ("[^"]+"|\S+) always;$/gm),
  'apache.conf': pairs(read('apache.conf'), /^Header always set ([\w-]+) ("[^"]+"|\S+)$/gm),
  'web.config': pairs(read('web.config'), /^\s*<add name="([\w-]+)" value=("[^"]+") \/>$/gm),
  'staticwebapp.config.json': new Map(Object.entries(
    (JSON.parse(read('staticwebapp.config.json')) as {globalHeaders: Record<string, string>}).globalHeaders,
  ).map(([name, value]) => [name.toLowerCase(), value])),
}

function pairs(text: string, line: RegExp): Map<string, string> {
  return new Map([...text.matchAll(line)].map(([, name = '', value = '']) => [name.toLowerCase(), value.replaceAll('"', '')]))
}

describe('the ready header files', () => {
  const wanted = {
    'default-src': "'self'", 'script-src': "'self'", 'style-src': "'self'", 'base-uri': "'none'", 'form-action': "'self'",
    'require-trusted-types-for': "'script'", 'trusted-types': 'lit-html',
    'frame-ancestors': "'self' https://example.sharepoint.com https://teams.microsoft.com https://*.teams.microsoft.com "
      + 'https://*.cloud.microsoft https://future.nhs.uk',
  }
  for (const [name, sent] of Object.entries(headers)) {
    it(`${name} sends the strict policy, with who may show the guide in a frame`, () => {
      const policy = sent.get('content-security-policy') ?? ''
      const directives = policy.split('; ').map(directive => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')])
      assert.deepEqual(Object.fromEntries(directives), wanted)
      assert.equal(sent.get('x-content-type-options'), 'nosniff')
    })

    it(`${name} sends no X-Frame-Options, which knows no list of sites`, () => {
      assert.equal(sent.get('x-frame-options') ?? '', '')
    })
  }

  it('web.config is well-formed: every element ends, in order, and none is in a comment', () => {
    const open: string[] = []
    for (const [, isEnd, tag, isWhole] of read('web.config').replace(/<\?.*?\?>|<!--.*?-->/gs, '').matchAll(/<(\/?)([\w.]+)[^<>]*?(\/?)>/g)) {
      if (isEnd) assert.equal(open.pop(), tag)
      else if (!isWhole) open.push(tag!)
    }
    assert.deepEqual(open, [])
  })
})
