import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {imageFacts} from '../../../cli/content/image-size.js'
import {GIF, JPEG, PNG, WEBP, WEBP_EXTENDED, WEBP_LOSSLESS} from '../sample-images.js'

describe('imageFacts', () => {
  const cases = [
    {name: 'PNG', bytes: PNG, expected: {extension: 'png', width: 7, height: 5}},
    {name: 'GIF', bytes: GIF, expected: {extension: 'gif', width: 7, height: 5}},
    {name: 'JPEG, past its other segments', bytes: JPEG, expected: {extension: 'jpg', width: 7, height: 5}},
    {name: 'WebP', bytes: WEBP, expected: {extension: 'webp', width: 7, height: 5}},
    {name: 'lossless WebP', bytes: WEBP_LOSSLESS, expected: {extension: 'webp', width: 7, height: 5}},
    {name: 'extended WebP', bytes: WEBP_EXTENDED, expected: {extension: 'webp', width: 7, height: 5}},
  ]
  for (const {name, bytes, expected} of cases) {
    it(`reads the size of a ${name}`, () => assert.deepEqual(imageFacts(bytes), expected))
    it(`never misreads a ${name} that was cut short`, () => {
      for (let length = 0; length < bytes.length; length++) {
        const facts = imageFacts(bytes.subarray(0, length))
        if (facts) assert.deepEqual(facts, expected, `${length} bytes`)
      }
      assert.equal(imageFacts(bytes.subarray(0, 9)), undefined)
    })
  }

  it('takes no SVG, whatever it is called', () => {
    assert.equal(imageFacts(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')), undefined)
  })

  it('takes nothing that is empty or is text', () => {
    assert.equal(imageFacts(Buffer.alloc(0)), undefined)
    assert.equal(imageFacts(Buffer.from('Not an image at all, and long enough to hold a header')), undefined)
  })

  it('ends on a JPEG whose segments lead past its end', () => {
    assert.equal(imageFacts(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0xff])), undefined)
  })

  it('ends on a JPEG whose segment has no length', () => {
    assert.equal(imageFacts(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0])), undefined)
  })
})
