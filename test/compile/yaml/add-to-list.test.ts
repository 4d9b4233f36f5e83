import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {addToList} from '../../../components/compile/yaml/add-to-list.js'

describe('addToList', () => {
  const cases = [
    {text: 'id: a\nlist:\n  - b\n  - c\nlast: d\n', gives: 'id: a\nlist:\n  - b\n  - c\n  - new\nlast: d\n'},
    {text: 'list:\n- b\n\n# note\n- c\n\nlast: d\n', gives: 'list:\n- b\n\n# note\n- c\n- new\n\nlast: d\n'},
    {text: 'list:\r\n    - b\r\n', gives: 'list:\r\n    - b\r\n    - new\r\n'},
    {text: 'list: [b, c]\n', gives: 'list: [b, c, new]\n'},
    {text: 'list: [] # none yet\n', gives: 'list: [new] # none yet\n'},
    {text: '---\nlist:\n  - b\n---\n\n- text\n', gives: '---\nlist:\n  - b\n  - new\n---\n\n- text\n'},
  ]
  for (const {text, gives} of cases) {
    it(JSON.stringify(text), () => assert.equal(addToList(text, 'list', 'new'), gives))
  }

  const refused = ['other: [b]\n', 'list: [b,\n  c]\n', 'list: b\n', 'list:\nlast: d\n']
  for (const text of refused) {
    it(`leaves ${JSON.stringify(text)} to a person`, () => assert.equal(addToList(text, 'list', 'new'), undefined))
  }
})
