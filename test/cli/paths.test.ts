import assert from 'node:assert/strict'
import {posix, win32} from 'node:path'
import {describe, it} from 'node:test'
import {fileAt, isInside, isSameOrInside} from '../../cli/terminal/paths.js'
import {slashed} from '../../cli/terminal/slashed.mjs'

describe('a path', () => {
  it('has slashes in a pack, wherever it was made', () => {
    assert.equal(slashed('pathways\\safe-work\\lock.md', win32.sep), 'pathways/safe-work/lock.md')
    assert.equal(slashed(win32.relative('C:\\guide', 'c:\\Guide\\images\\a.png'), win32.sep), 'images/a.png')
    // There, a backslash is part of a name.
    assert.equal(slashed('odd\\name.md', posix.sep), 'odd\\name.md')
  })

  const places = [
    {
      system: posix, folder: '/guide',
      inside: ['/guide/a', '/guide/..a', '/guide/a/b'], outside: ['/guides/a', '/', '/a', '/guide/../a'],
    },
    {system: posix, folder: '/', inside: ['/a'], outside: []},
    {
      system: win32, folder: 'C:\\guide',
      inside: ['C:\\guide\\a', 'c:\\GUIDE\\a\\b', 'C:/guide/a', 'C:\\guide\\..a'],
      outside: ['C:\\guides\\a', 'C:\\', 'D:\\guide\\a', 'C:\\guide\\..\\a', '\\\\server\\guide\\a'],
    },
    {system: win32, folder: 'C:\\', inside: ['C:\\a'], outside: ['D:\\a']},
    {
      system: win32, folder: '\\\\server\\share\\guide',
      inside: ['\\\\server\\share\\guide\\a'], outside: ['\\\\server\\other\\guide\\a'],
    },
  ]
  for (const {system, folder, inside, outside} of places) {
    it(`is inside ${folder} or not`, () => {
      for (const path of inside) assert.ok(isInside(path, folder, system), path)
      for (const path of outside) assert.ok(!isInside(path, folder, system) && !isSameOrInside(path, folder, system), path)
      assert.ok(!isInside(folder, folder, system))
      assert.ok(isSameOrInside(folder, folder, system))
    })
  }

  it('of a local folder counts from the content folder, but for one on another drive', () => {
    assert.equal(fileAt('content', '../local/a.md', posix), 'local/a.md')
    assert.equal(fileAt('content', '../local/a.md', win32), 'local\\a.md')
    const shown = slashed(win32.relative('C:\\content', 'D:\\local\\a.md'), win32.sep)
    assert.equal(fileAt('C:\\content', shown, win32), 'D:/local/a.md')
  })
})
