import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileModule} from '../../components/compile/files/module.js'
import {plainText} from '../../components/model/guide/document.js'
import {checkWords} from './check-words.js'

const codes = (text: string): string[] => checkWords(text).found.map(({code, line}) => `${code}:${line}`)

describe('excuses', () => {
  const cases: {text: string; codes: string[]; why: string}[] = [
    {text: 'You should go. <!-- allow: C26 a quote from the law -->', codes: [], why: 'on the line'},
    {text: '<!-- allow: C26 a quote from the law -->\nYou should go.', codes: [], why: 'on the line before'},
    {text: 'You should go by 6 Aug. <!-- allow: C26, C16 as it was printed -->', codes: [], why: 'several rules'},
    {text: 'You should go by 6 Aug. <!-- allow: C26 as printed -->', codes: ['C16:5'], why: 'only the rules it names'},
    {text: 'You should go. <!-- allow: C26 -->', codes: ['C26:5', 'excuse-without-reason:5'], why: 'no reason'},
    {text: 'You should go. <!-- allow: please -->', codes: ['C26:5', 'excuse-without-reason:5'], why: 'no rule'},
    {text: 'Go. <!-- allow: C26 no longer needed -->', codes: ['unused-excuse:5'], why: 'nothing to excuse'},
    {text: 'Go. <!-- allow: C99 no such rule -->', codes: ['unused-excuse:5'], why: 'no such rule'},
    {text: '<!-- allow: C26 too far away -->\n\nYou should go.', codes: ['unused-excuse:5', 'C26:7'], why: 'a blank line between'},
    {text: 'You may:\n\n- go, as you should <!-- allow: C26 a quote -->\n- stay', codes: [], why: 'in an item'},
    {text: '```\n<!-- allow: C26 -->\n```', codes: [], why: 'in code it is only shown'},
    {text: '---\nid: x\nreviewers: [{role: editor}]\n# allow: C06 the name of a product\ntitle: Use Care Finder\n---\n', codes: [],
      why: 'in front matter, the line before'},
    {text: '---\nid: x\nreviewers: [{role: editor}]\ntitle: Use Care Finder # allow: C06 a product\n---\n', codes: [], why: 'in front matter'},
  ]
  for (const {text, codes: expected, why} of cases) it(why, () => assert.deepEqual(codes(text), expected))

  it('leave no trace in what is read', () => {
    const {module} = compileModule({path: 'a.md', text: '# A\n\nYou should go. <!-- allow: C26 a quote -->'}, {standalone: true})
    assert.equal(plainText(module!.pages[0]!.children).trim(), 'You should go.')
  })
})
