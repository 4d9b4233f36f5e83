import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {isNewerPack} from '../../../components/model/pack/check-guide.js'
import {
  canvasFileProblems, documentProblems, frameworkFileProblems, manifestProblems, moduleFileProblems,
} from '../../../components/model/pack/check-pack.js'

const manifest = () => ({
  format: 'dsg-guide', version: 1, id: 'guide', title: 'Guide', lang: 'en-GB', edition: 'a', settings: {}, search: 'search.a.json',
  pathways: [{id: 'safe', title: 'Safe', summary: '', audience: [], modules: ['phishing']}],
  modules: [{
    id: 'phishing', title: 'Phishing', pathway: 'safe', domains: ['D6'], stage: 1, audience: ['everyone'], minutes: 5,
    outcomes: [], keywords: [], show: 0, passPercent: 80, hasMustKnow: false, tasks: [], settings: [], reviewed: false,
    file: 'modules/phishing.a.json', pages: [{id: 'one', title: 'One'}],
  }],
  glossary: [{id: 'spam', term: 'Spam', also: [], meaning: [{type: 'paragraph', children: [{type: 'text', value: 'Unwanted.'}]}]}],
  frameworks: [{
    id: 'england', title: 'England', file: 'frameworks/england.a.json',
    domains: [{id: 'D6', name: 'Safety', short: 'Safe', statements: 4}],
  }],
  canvases: [{id: 'factors', title: 'Factors', file: 'canvases/factors.a.json', factors: 1}],
})

const words = (value: string) => [{type: 'text', value}]
const frameworkFile = () => ({
  format: 'dsg-framework', version: 1,
  framework: {
    id: 'england', title: 'England', lang: 'en-GB', sources: [{title: 'A source', url: 'https://example.org'}],
    domains: [{
      id: 'D6', name: 'Safety', short: 'Safe', summary: [{type: 'paragraph', children: words('What it is.')}],
      statements: [{
        type: 'rate', id: 'rate-lock', hash: 'h', prompt: words('I can lock it'), body: [], domain: 'D6',
        suggest: ['phishing'], levels: ['1', '2', '3', '4', '5'].map(words),
      }],
    }],
  },
})

const canvasFile = () => ({
  format: 'dsg-canvas-factors', version: 1,
  canvas: {
    id: 'factors', title: 'Factors', lang: 'en-GB', sources: [{title: 'A source'}],
    factors: [{
      id: 'voice', group: '', name: 'Voice', hash: 'h', intro: [], ask: [], learn: ['phishing'],
      levels: ['1', '2', '3', '4'].map(name => ({name, text: words(name)})),
    }],
  },
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
    [
      'a framework outside the pack', it => { it.frameworks[0].file = 'https://evil.example/x.json' },
      'guide.frameworks[0].file: expected a file of this pack',
    ],
    [
      'a domain with markup in its id', it => { it.frameworks[0].domains[0].id = '"><b>' },
      'guide.frameworks[0].domains[0].id: expected an id',
    ],
    [
      'a domain without a count', it => { delete it.frameworks[0].domains[0].statements },
      'guide.frameworks[0].domains[0].statements: expected a number',
    ],
    ['a canvas on another host', it => { it.canvases[0].file = '//evil.example/x.json' }, 'guide.canvases[0].file: expected a file of this pack'],
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
      assert.equal(frameworkFileProblems(data).length, 1)
      assert.equal(canvasFileProblems(data).length, 1)
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

describe('a module file made by hand', () => {
  const moduleFile = () => ({
    format: 'dsg-module', version: 1,
    module: {
      ...manifest().modules[0], sources: [], reviewers: [], clinicalReview: false,
      pages: [{id: 'one', title: 'One', children: [{type: 'list', ordered: false, children: [{type: 'listItem', children: []}]}]}],
      questions: [{
        id: 'q', hash: 'h', prompt: words('Safe?'), body: [], type: 'choice', kind: 'question', multiple: false, mustKnow: false,
        answers: [{id: 'a', content: words('No'), right: true, feedback: []}],
      }],
    },
  })

  it('is taken when it is what it says', () => assert.deepEqual(moduleFileProblems(moduleFile()), []))

  const taken: [string, (it: any) => void][] = [
    ['what a later build may have added', it => { it.later = {a: 1} }],
    ['a publisher, an author and what else it may have', it => {
      Object.assign(it, {publisher: 'Us', author: 'Me', safety: true, lastReviewed: '2026-11-01', nextReview: '2027-11-01'})
    }],
  ]
  for (const [what, change] of taken) {
    it(`may have ${what}`, () => {
      const data = moduleFile()
      change(data.module)
      assert.deepEqual(moduleFileProblems(data), [])
    })
  }

  const broken: [string, (it: any) => void, string][] = [
    ['a publisher that is no text', it => { it.publisher = {a: 1} }, 'module.publisher: expected text, found an object'],
    ['an author that is no text', it => { it.author = ['Me'] }, 'module.author: expected text, found a list'],
    ['a clinical review that is said in words', it => { it.clinicalReview = 'no' }, 'module.clinicalReview: expected true or false, found "no"'],
    ['no word on a clinical review', it => { delete it.clinicalReview }, 'module.clinicalReview: expected true or false, found undefined'],
    ['a safety that is said in words', it => { it.safety = 'yes' }, 'module.safety: expected true or false, found "yes"'],
    ['a choice of no known kind', it => { it.questions[0].kind = 'poll' }, 'module.questions[0].kind: expected "question" or "scenario", found "poll"'],
    ['a list of what is no item', it => { it.pages[0].children[0].children[0].type = 'paragraph' }, 'module.pages[0].children[0].children[0].type: expected "listItem", found "paragraph"'],
  ]
  for (const [what, change, problem] of broken) {
    it(`is refused for ${what}, and for nothing else`, () => {
      const data = moduleFile()
      change(data.module)
      assert.deepEqual(moduleFileProblems(data), [problem])
    })
  }
})

describe('a framework file made by hand', () => {
  it('is taken when it is what it says', () => assert.deepEqual(frameworkFileProblems(frameworkFile()), []))

  const broken: [string, (it: any) => void, string][] = [
    ['no domains', it => { delete it.domains }, 'framework.domains: expected a list, found undefined'],
    [
      'a source that runs', it => { it.sources[0].url = 'javascript:alert(1)' },
      'framework.sources[0].url: expected an address',
    ],
    [
      'an unknown node in a summary', it => { it.domains[0].summary = [{type: 'html', value: '<b>'}] },
      'framework.domains[0].summary[0]: expected a known kind of block, found "html"',
    ],
    [
      'a question that is no statement', it => { it.domains[0].statements[0].type = 'do' },
      'framework.domains[0].statements[0].type: expected "rate", found "do"',
    ],
    [
      'a hostile link in a level', it => { it.domains[0].statements[0].levels[2] = [{type: 'link', url: 'data:x', children: []}] },
      'framework.domains[0].statements[0].levels[2][0].url: expected an address',
    ],
    [
      'a sixth level', it => { it.domains[0].statements[0].levels.push(words('6')) },
      'framework.domains[0].statements[0].levels: expected at most 5 levels, found "6"',
    ],
    [
      'a suggestion with markup', it => { it.domains[0].statements[0].suggest = ['<b>'] },
      'framework.domains[0].statements[0].suggest[0]: expected an id',
    ],
    ['a note that is no text', it => { it.note = {} }, 'framework.note: expected text'],
  ]
  for (const [what, change, problem] of broken) {
    it(`is refused for ${what}, and for nothing else`, () => {
      const data = frameworkFile()
      change(data.framework)
      const problems = frameworkFileProblems(data)
      assert.equal(problems.length, 1)
      assert.ok(problems[0]!.startsWith(problem), problems[0])
    })
  }

  it('is told from a module', () => {
    assert.deepEqual(moduleFileProblems(frameworkFile()), ['expected "format": "dsg-module", found "dsg-framework"'])
  })
})

describe('a canvas file made by hand', () => {
  it('is taken when it is what it says', () => assert.deepEqual(canvasFileProblems(canvasFile()), []))

  const broken: [string, (it: any) => void, string][] = [
    ['no factors', it => { delete it.factors }, 'canvas.factors: expected a list, found undefined'],
    ['a source that runs', it => { it.sources[0].url = 'javascript:alert(1)' }, 'canvas.sources[0].url: expected an address'],
    ['three levels', it => { it.factors[0].levels.pop() }, 'canvas.factors[0].levels: expected 4 levels, found "3"'],
    ['a hostile link in a level', it => { it.factors[0].levels[3].text = [{type: 'link', url: 'data:x', children: []}] }, 'canvas.factors[0].levels[3].text[0].url: expected an address'],
    ['an unknown node in what to ask', it => { it.factors[0].ask = [{type: 'html', value: '<b>'}] }, 'canvas.factors[0].ask[0]: expected a known kind of block, found "html"'],
    ['a module with markup', it => { it.factors[0].learn = ['<b>'] }, 'canvas.factors[0].learn[0]: expected an id'],
  ]
  for (const [what, change, problem] of broken) {
    it(`is refused for ${what}, and for nothing else`, () => {
      const data = canvasFile()
      change(data.canvas)
      const problems = canvasFileProblems(data)
      assert.equal(problems.length, 1)
      assert.ok(problems[0]!.startsWith(problem), problems[0])
    })
  }
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
