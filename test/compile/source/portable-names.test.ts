import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {isDeviceName, notPortable, sameOnWindows} from '../../../components/compile/source/portable-names.js'

describe('a name that Windows cannot hold', () => {
  // https://learn.microsoft.com/windows/win32/fileio/naming-a-file: with any extension as well.
  const ports = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '\u00b9', '\u00b2', '\u00b3'].flatMap(n => [`com${n}`, `lpt${n}`])
  for (const name of ['con', 'prn', 'aux', 'nul', ...ports]) {
    it(`is ${name}, in any letters, with anything after a dot`, () => {
      for (const written of [name, name.toUpperCase(), `${name}.json`, `${name}.1f0c7a.json`, `${name} .md`]) {
        assert.ok(isDeviceName(written), written)
        assert.ok(notPortable(`modules/${written}`), written)
        assert.ok(notPortable(`${written}/page.md`), written)
      }
      for (const other of [`${name}-page`, `my${name}`, `my.${name}`, `${name}x`, `${name}10`]) assert.equal(notPortable(other), undefined)
    })
  }

  for (const name of ['a.', 'a ', 'a/b. ', 'what?.md', 'a:b', 'a|b', 'a*', '"a"', '<a>', 'a\\b', 'a\u0007b', '...']) {
    it(`is ${JSON.stringify(name)}`, () => assert.match(notPortable(name)!, /^Windows /))
  }

  for (const name of ['a.md', 'a b.md', '.hidden', 'caf\u00e9.md', '../beside/a.md', 'console.md', 'com.md', 'lpt.md']) {
    it(`is not ${JSON.stringify(name)}`, () => assert.equal(notPortable(name), undefined))
  }

  for (const name of ['pass\u200bword.md', '\u2060a.md', 'a\ufeff/b.md', 'a.md\u200e']) {
    it(`is ${JSON.stringify(name)}, which nobody could type`, () => assert.match(notPortable(name)!, /nobody sees/))
  }

  it('is not one with a sign that is seen because of another', () => assert.equal(notPortable('\u2764\ufe0f می\u200cخواهم.md'), undefined))

  it('is one with another that differs in capitals or in how an accent is written', () => {
    assert.equal(sameOnWindows('Pathways/CAFE\u0301.md'), sameOnWindows('pathways/caf\u00e9.md'))
    assert.notEqual(sameOnWindows('cafe.md'), sameOnWindows('caf\u00e9.md'))
  })
})
