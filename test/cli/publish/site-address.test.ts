import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {siteAddress} from '../../../cli/publish/site-address.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {writeGuide} from '../sample-guide.js'

describe('--site', () => {
  for (const [written, href] of [
    ['https://www.example.nhs.uk/guide', 'https://www.example.nhs.uk/guide/'],
    ['https://www.example.nhs.uk', 'https://www.example.nhs.uk/'],
    ['http://intranet/skills/', 'http://intranet/skills/'],
  ] as const) {
    it(`${written} is ${href}`, () => assert.equal(siteAddress(written).href, href))
  }

  for (const written of [
    '', 'guide', '/guide/', 'ftp://example.org/', 'https://example.org/?a=b', 'https://a:b@example.org/',
    'https://example.org/#x',
  ]) {
    it(`"${written}" is refused in plain words`, () => {
      assert.throws(() => siteAddress(written), /cannot be the address of a site\. Write the whole address/)
    })
  }

  it('is checked before anything is written', async () => {
    const root = temporaryFolder()
    const content = writeGuide(join(root, 'content'))
    const {code, stderr} = await runDsg('build', content, '--out', join(root, 'site'), '--site', 'guide')
    assert.equal(code, 2)
    assert.match(stderr, /"guide" cannot be the address of a site/)
  })
})
