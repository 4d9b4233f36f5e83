import assert from 'node:assert/strict'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {Images} from '../../../cli/content/read-images.js'
import {temporaryFolder} from '../run-dsg.js'
import {PHOTO} from '../../compile/pictures/sample-photos.js'
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

  it('are written anew of what was checked, those of an organisation too', () => {
    const local = join(root, 'local')
    mkdirSync(local, {recursive: true})
    // In ISO-2022-JP, which some browsers read, the first two signs of the comment are one, and a script follows.
    const hidden = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\x1b$B<!--\x1b(B<script>alert(1)</script>\x1b$B-->-\x1b(B</svg>'
    writeFileSync(join(content, 'photo.jpg'), PHOTO)
    writeFileSync(join(local, 'ward.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><!-- A. Person --><path d="M0 0h9"/></svg>')
    writeFileSync(join(local, 'hidden.svg'), `<?xml version="1.0" encoding="ISO-2022-JP"?>${hidden}`)
    writeFileSync(join(local, 'undeclared.svg'), hidden)
    const images = new Images(content, [local])
    assert.deepEqual(images.asset('photo.jpg', 0)?.width, 8)
    for (const name of ['ward.svg', 'hidden.svg', 'undeclared.svg']) images.asset(name, 1)
    assert.deepEqual(images.diagnostics.map(({file, code}) => [file, code]),
      [['../local/hidden.svg', 'image-type'], ['../local/undeclared.svg', 'image-type']])
    assert.deepEqual([...images.files.keys()].map(url => url.replace(/\.\w{10}\./, '.')), ['images/photo.jpg', 'images/ward.svg'])
    for (const bytes of images.files.values()) {
      assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /A\. Person|Camera|GPS|<!--/)
    }
  })

  it('are not found by a name that only Windows reads as a path', () => {
    // Elsewhere this is one name, and here it is there.
    writeFileSync(join(content, 'images\\lock.png'), PNG)
    assert.equal(asset('images\\lock.png', 0), undefined)
  })

  it('have names that Windows takes, in the folder and in the pack', () => {
    const named = new Images(content)
    for (const name of ['con.png', 'what?.png', 'CON_.png', 'Lock.png', 'lock.png']) {
      writeFileSync(join(content, 'images', name), Buffer.concat([PNG, Buffer.from(name)]))
      named.asset(`images/${name}`, 0)
    }
    assert.deepEqual(named.diagnostics.map(({file, code, message}) => [file, code, message]), [
      ['images/con.png', 'file-name-not-portable', 'Windows keeps the name "con.png" for itself.'],
      ['images/what?.png', 'file-name-not-portable', 'Windows takes no ? in a name, such as "what?.png".'],
      ['images/lock.png', 'file-name-twice', 'This and "images/Lock.png" are one name on Windows and on a Mac.'],
    ])
    assert.deepEqual([...named.files.keys()].map(name => name.replace(/\.[0-9a-f]{10}/, '')), ['images/image-con.png', 'images/lock.png'])
  })

  it('are not read from outside, not even through a link', () => {
    symlinkSync(root, join(content, 'linked'))
    assert.equal(asset('../outside.png', 0), undefined)
    assert.equal(asset('linked/outside.png', 0), undefined)
  })
})
