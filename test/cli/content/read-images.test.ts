import assert from 'node:assert/strict'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {Images} from '../../../cli/content/read-images.js'
import {temporaryFolder} from '../run-dsg.js'
import {PNG} from '../sample-images.js'

describe('the images of content', () => {
  const root = temporaryFolder()
  const content = join(root, 'content')
  mkdirSync(join(content, 'images'), {recursive: true})
  writeFileSync(join(content, 'images', 'Screen lock.png'), PNG)
  writeFileSync(join(root, 'outside.png'), PNG)
  const {asset, files} = new Images(content)

  it('have an address of letters that every system takes, by what is in them', () => {
    const {url = '', ...size} = asset('images/Screen lock.png', 0) ?? {}
    assert.match(url, /^images\/screen-lock\.[0-9a-f]{10}\.png$/)
    assert.deepEqual(size, {width: 7, height: 5})
    assert.deepEqual([...files.keys()], [url])
  })

  it('are not found by a name that only Windows reads as a path', () => {
    // Elsewhere this is one name, and here it is there.
    writeFileSync(join(content, 'images\\lock.png'), PNG)
    assert.equal(asset('images\\lock.png', 0), undefined)
  })

  it('are not read from outside, not even through a link', () => {
    symlinkSync(root, join(content, 'linked'))
    assert.equal(asset('../outside.png', 0), undefined)
    assert.equal(asset('linked/outside.png', 0), undefined)
  })
})
