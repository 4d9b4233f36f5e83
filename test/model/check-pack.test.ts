import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {documentProblems, isNewerPack, manifestProblems, moduleFileProblems} from '../../components/model/check-pack.js'

const manifest = () => ({
  format: 'dsg-guide', version: 1, id: 'guide', title: 'Guide', lang: 'en-GB', edition: 'a', settings: {}, search: 'search.a.json',
  pathways: [{id: 'safe', title: 'Safe', summary: '', audience: [], modules: ['phishing']}],
  modules: [{
    id: 'phishing', title: 'Phishing', pathway: 'safe', domains: ['D6'], stage: 1, audience: ['everyone'], minutes: 5,
    outcomes: [], keywords: [], show: 0, passPercent: 80, hasMustKnow: false, tasks: [], settings: [], reviewed: false,
    file: 'modules/phishing.a.json', pages: [{id: 'one', title: 'One'}],
  }],
  glossary: [{id: 'spam', term: 'Spam', also: [], meaning: [{type: 'paragraph', children: [{type: 'text', value: 'Unwanted.'}]}]}],
})

const link = (url: string) => [{type: 'paragraph', children: [{type: 'link', url, children: []}]}]

describe('a pack made by hand', () => {
  it('is taken when it is what it says', () => assert.deepEqual(manifestProblems(manifest()), []))

  const broken: [string, (it: any) => void, string][] = [
    ['another format', it => { it.format = 'quiz' }, 'expected "format": "dsg-guide", found "quiz"'],
    ['a file outside the pack', it => { it.modules[0].file = '../../secret.json' }, 'guide.modules[0].file: expected a file of this pack'],
    ['a file on another host', it => { it.search = '//evil.example/x.json' }, 'guide.search: expected a file of this pack'],
    ['a file with a scheme', it => { it.search = 'data:application/json,{}' }, 'guide.search: expected a file of this pack'],
    ['an id with markup', it => { it.pathways[0].id = '<b>' }, 'guide.pathways[0].id: expected an id'],
    ['an unknown node', it => { it.glossary[0].meaning = [{type: 'html', value: '<b>'}] }, 'guide.glossary[0].meaning[0]: expected a known kind of block, found "html"'],
    ['a node named like a prototype key', it => { it.glossary[0].meaning = [{type: 'constructor'}] }, 'expected a known kind of block'],
  ]
  for (const [what, change, problem] of broken) {
    it(`is refused for ${what}, in words that name the place`, () => {
      const data = manifest()
      change(data)
      assert.match(manifestProblems(data).join('\n'), new RegExp(problem.replace(/[[\]./]/g, '\\$&')))
    })
  }

  for (const data of [null, undefined, 3, 'x', [], {}]) {
    it(`is refused when it is ${JSON.stringify(data)}`, () => {
      assert.equal(manifestProblems(data).length, 1)
      assert.equal(moduleFileProblems(data).length, 1)
    })
  }

  it('lists at most 10 problems', () => {
    const data = manifest()
    data.modules = Array.from({length: 50}, () => ({}) as never)
    assert.equal(manifestProblems(data).length, 10)
  })

  it('tells a newer pack from a broken one', () => {
    assert.equal(isNewerPack({...manifest(), version: 2}), true)
    assert.equal(isNewerPack(manifest()), false)
    assert.equal(isNewerPack({version: '2'}), false)
  })
})

describe('a document tree made by hand', () => {
  for (const url of ['https://example.nhs.uk', 'mailto:a@example.nhs.uk', 'tel:111', 'module:phishing', 'glossary:spam', 'page.html', '#here']) {
    it(`may link to ${url}`, () => assert.deepEqual(documentProblems(link(url)), []))
  }
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'java\tscript:x', 'data:text/html,x', 'file:///x', 'ms-word:x', '//evil.example', 3, undefined]) {
    it(`may not link to ${JSON.stringify(url)}`, () => {
      assert.match(documentProblems(link(url as string))[0]!, /document\[0\]\.children\[0\]\.url: expected an address with an allowed scheme/)
    })
  }

  it('may not nest for ever', () => {
    let blocks: unknown[] = []
    for (let i = 0; i < 10_000; i++) blocks = [{type: 'blockquote', children: blocks}]
    assert.match(documentProblems(blocks)[0]!, /at most 60 levels/)
  })
})
