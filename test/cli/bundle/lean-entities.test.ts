import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {characterEntities} from 'character-entities'
import MarkdownIt from 'markdown-it'
import {leanEntities} from '../../../cli/bundle/lean-entities.js'

describe('the names of characters in dsg-all.js', () => {
  it('are those that markdown-it reads elsewhere', async () => {
    const lean = await import(`data:text/javascript,${encodeURIComponent(leanEntities())}`) as {decodeHTMLStrict(text: string): string}
    const {unescapeAll} = new MarkdownIt().utils
    const names = Object.keys(characterEntities)
    assert.ok(names.length > 2000)
    const others = ['nosuch', 'AMp', 'constructor', '__proto__', 'a', 'notin', 'not', 'ampx', 'x'.repeat(31)]
    for (const name of [...names, ...others, ...names.map(each => `${each}x`), ...names.map(each => each.slice(0, -1))]) {
      if (name === '') continue
      assert.equal(lean.decodeHTMLStrict(`&${name};`), unescapeAll(`&${name};`), name)
    }
  })
})
