import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {embedFaultStrings} from '../../../components/elements/shared/words/embed-faults.strings.js'
import {countEmbeds, embedFaults} from '../../../components/model/embeds/embed-faults.js'
import {readPage} from '../../../components/model/embeds/read-page.js'
import {PAGE} from './known-site.js'
import {rightPages} from './right-pages.js'
import {WRONG_PAGES} from './wrong-pages.js'

describe('a page with something wrong', () => {
  for (const {what, html, codes, says} of WRONG_PAGES) {
    it(`${what}: ${codes.join(', ')}`, () => {
      const faults = embedFaults(readPage(html), PAGE)
      assert.deepEqual(faults.map(({code}) => code).sort(), [...codes].sort())
      const words = faults.map(fault => embedFaultStrings.en[fault.code](fault)).join('\n')
      for (const said of says) assert.ok(words.includes(said), `"${said}" in "${words}"`)
      assert.doesNotMatch(words, /undefined|null|\[object/)
    })
  }
})

describe('a page with nothing wrong', () => {
  for (const {what, html, embeds} of rightPages()) {
    it(what, () => {
      const elements = readPage(html)
      const words = embedFaults(elements, PAGE).map(fault => embedFaultStrings.en[fault.code](fault))
      assert.deepEqual(words, [])
      assert.equal(countEmbeds(elements, PAGE).parts, embeds)
    })
  }
})
