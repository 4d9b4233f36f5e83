import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {britishEnglish} from '../../../cli/publish/dictionary.js'
import {readStylePage} from '../../../components/style/page/read-style-page.js'
import type {Finding} from '../../../components/style/page/rule.js'
import {spellingRule} from '../../../components/style/rules/spelling.js'
import {readStyleData} from '../../../components/style/page/style-data.js'

const said = (advice: Finding['advice']): string => typeof advice === 'string' ? advice : advice()

const misspelt = (text: string, style = ''): string[] => {
  const about = {data: readStyleData([{path: 'style.yaml', text: style}]).data, glossary: [
    {id: 'smishing', term: 'Vishing', also: ['quishes'], meaning: []},
  ]}
  const page = readStylePage({path: 'pathways/a/b.md', text}, 'module')
  return spellingRule(britishEnglish(), about).check({...about, page}).map(({at, message, advice}) => {
    assert.match(message, /is not in the dictionary/)
    assert.match(said(advice), /style\.yaml/)
    return /^[\p{L}'-]+/u.exec(text.slice(at))![0]
  })
}

describe('spelling', () => {
  const cases: {text: string; wrong: string[]; why: string}[] = [
    {text: 'Organise the programme at the centre.', wrong: [], why: 'British words'},
    {text: 'Orgnaise teh meeting.', wrong: ['Orgnaise', 'teh'], why: 'slips, at the start of a sentence too'},
    {text: 'Organize the color center.', wrong: ['Organize', 'color', 'center'], why: 'American words'},
    {text: 'Ask Mr Kowalczyk about Kahootz.', wrong: [], why: 'names inside a sentence'},
    {text: 'Use NHSmail, DAPB1605, a.b@c.example and `teh`.', wrong: [], why: 'codes and addresses'},
    {text: "The trust's well-known co-design follow-up.", wrong: [], why: 'endings and hyphens'},
    {text: 'A vishing call that quishes.', wrong: [], why: 'words of the glossary'},
    {text: 'See <!-- teh --> [the page](https://a.example/teh).', wrong: [], why: 'comments and addresses of links'},
    {text: 'A smishing text and an emoji.', wrong: [], why: 'words of the data'},
  ]
  for (const {text, wrong, why} of cases) it(why, () => assert.deepEqual(misspelt(text), wrong))

  it('offers words that are near, and takes words from style.yaml', () => {
    const about = {data: readStyleData([]).data, glossary: []}
    const page = readStylePage({path: 'pathways/a/b.md', text: 'A recieved text.'}, 'module')
    const [found] = spellingRule(britishEnglish(), about).check({...about, page})
    assert.match(said(found!.advice), /Did you mean "received"/)
    assert.deepEqual(misspelt('A frobnitz.', 'words: [frobnitz]'), [])
  })
})
