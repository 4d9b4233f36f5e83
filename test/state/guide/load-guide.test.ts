import {expect} from 'chai'
import {LoadError} from '../../../components/state/guide/loaded-guide.js'
import type {LoadedGuide} from '../../../components/state/guide/loaded-guide.js'
import {guideInMemory} from '../../../components/state/guide/memory-guide.js'
import {loadGuide} from '../../../components/state/guide/load-guide.js'
import type {CanvasPackFile, FrameworkFile, GuideManifest, ModuleFile, SearchFile} from '../../../components/model/pack/files.js'
import type {ModuleFacts} from '../../../components/model/guide/module.js'
import {newGuide, replace} from '../device/storage.js'

/** A double for the network: what stands at each path of the pack's folder, and what was asked for. */
interface Site {
  files: Map<string, unknown>
  asked: {name: string; cache?: RequestCache}[]
}

const facts: ModuleFacts = {
  id: 'm1', title: 'Module 1', pathway: 'p', domains: ['D1'], stage: 1, audience: ['everyone'], minutes: 5, outcomes: [],
  keywords: [], show: 0, passPercent: 80, hasMustKnow: false, tasks: [], settings: [], reviewed: false,
}
const moduleFile = (text: string, id = 'm1'): ModuleFile => ({
  format: 'dsg-module', version: 1,
  module: {
    ...facts, id, questions: [], sources: [], reviewers: [], clinicalReview: false,
    pages: [{id: 'start', title: 'Start', children: [{type: 'paragraph', children: [{type: 'text', value: text}]}]}],
  },
})
const frameworkFile = (level: string, id = 'f1'): FrameworkFile => ({
  format: 'dsg-framework', version: 1,
  framework: {
    id, title: 'Framework 1', lang: 'en-GB', sources: [],
    domains: [{
      id: 'D1', name: 'Domain 1', short: 'One', summary: [],
      statements: [{
        type: 'rate', id: 's1', hash: 'h', prompt: [{type: 'text', value: 'I can'}], body: [], domain: 'D1',
        suggest: ['m1'], levels: [1, 2, 3, 4, 5].map(() => [{type: 'text' as const, value: level}]),
      }],
    }],
  },
})
const canvasFile = (level: string, id = 'c1'): CanvasPackFile => ({
  format: 'dsg-canvas-factors', version: 1,
  canvas: {
    id, title: 'Canvas 1', lang: 'en-GB', sources: [],
    factors: [{
      id: 'voice', group: '', name: 'Voice', hash: 'h', intro: [], ask: [], learn: ['m1'],
      levels: [1, 2, 3, 4].map(n => ({name: `Level ${n}`, text: [{type: 'text' as const, value: level}]})),
    }],
  },
})
const searchFile: SearchFile = {
  format: 'dsg-search', version: 1,
  sections: [{module: 'm1', page: 'start', anchor: '', title: 'Module 1', heading: '', keywords: [], text: 'words'}],
}
const manifest = (id: string, edition: string, file: string): GuideManifest => ({
  format: 'dsg-guide', version: 1, id, title: 'A guide', lang: 'en-GB', edition, settings: {}, glossary: [],
  frameworks: [{
    id: 'f1', title: 'Framework 1', file: 'frameworks/f1.1.json',
    domains: [{id: 'D1', name: 'Domain 1', short: 'One', statements: 1}],
  }],
  canvases: [{id: 'c1', title: 'Canvas 1', file: 'canvases/c1.1.json', factors: 1}],
  pathways: [{id: 'p', title: 'P', summary: 'S', audience: [], modules: ['m1']}],
  modules: [{...facts, file, pages: [{id: 'start', title: 'Start'}]}], search: 'search.1.json',
})

async function faultOf(loading: Promise<unknown>): Promise<LoadError> {
  try {
    await loading
  } catch (error) {
    expect(error).to.be.instanceOf(LoadError)
    return error as LoadError
  }
  throw new Error('It loaded')
}

describe('loadGuide', () => {
  let site: Site
  let id: string
  /** Each test has a folder of its own: what was loaded once stays loaded for the page. */
  let folder: string
  let restoreFetch: () => void
  const load = (src = `${folder}guide.json`) => loadGuide(src)
  const asked = () => site.asked.map(({name}) => name)

  beforeEach(() => {
    id = newGuide()
    folder = new URL(`/packs/${id}/`, location.href).href
    site = {asked: [], files: new Map<string, unknown>([
      ['guide.json', manifest(id, 'e1', 'modules/m1.1.json')],
      ['modules/m1.1.json', moduleFile('first')],
      ['frameworks/f1.1.json', frameworkFile('first')],
      ['canvases/c1.1.json', canvasFile('first')],
      ['search.1.json', searchFile],
    ])}
    const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const name = String(input).replace(folder, '')
      site.asked.push({name, cache: init?.cache ?? 'default'})
      const file = site.files.get(name)
      if (file instanceof Error) throw file
      if (file instanceof Response) return file.clone()
      if (file === undefined) return new Response('<h1>Not found</h1>', {status: 404})
      return new Response(typeof file === 'string' ? file : JSON.stringify(file))
    }
    restoreFetch = replace(globalThis, 'fetch', {value: answer})
  })
  afterEach(() => restoreFetch())

  it('gives the catalogue at once, and the rest when it is asked for', async () => {
    const guide = await load()
    expect(guide.manifest.id).to.equal(id)
    expect(guide.base).to.equal(folder)
    expect(asked()).to.deep.equal(['guide.json'])
    expect((await guide.module('m1')).pages[0]!.title).to.equal('Start')
    expect(await guide.searchText()).to.deep.equal(searchFile)
    expect(asked()).to.deep.equal(['guide.json', 'modules/m1.1.json', 'search.1.json'])
  })

  it('loads each file once, however many elements ask, and asks the server only about guide.json', async () => {
    const [a, b] = await Promise.all([load(), load(`${folder}x/../guide.json#module/m1`)])
    expect(a).to.equal(b)
    await Promise.all([a.module('m1'), b.module('m1'), a.searchText(), b.searchText()])
    await a.module('m1')
    expect(site.asked).to.deep.equal([
      {name: 'guide.json', cache: 'no-cache'}, {name: 'modules/m1.1.json', cache: 'default'}, {name: 'search.1.json', cache: 'default'},
    ])
  })

  it('reads an address as the page does, its <base> included', async () => {
    const base = document.createElement('base')
    base.href = folder
    document.head.append(base)
    try {
      expect((await load('guide.json')).base).to.equal(folder)
    } finally {
      base.remove()
    }
  })

  it('shares the record between two addresses of one guide', async () => {
    site.files.set('copy/guide.json', manifest(id, 'e2', 'm1.json'))
    const [a, b] = [await load(), await load(`${folder}copy/guide.json`)]
    expect(a).not.to.equal(b)
    expect(a.record).to.equal(b.record)
    expect(a.record.edition).to.equal('e2')
  })

  const networkFault = () => new TypeError('Failed to fetch')
  const text = (body: string) => body
  const changed = (changes: object) => () => ({...manifest(id, 'e1', 'modules/m1.1.json'), ...changes})
  const faults: {why: string; kind: LoadError['kind']; file: () => unknown; says: RegExp}[] = [
    {why: 'no answer', kind: 'unreachable', file: networkFault, says: /could not be reached\. Open it in a tab of its own/},
    {why: 'no answer in time', kind: 'failed', file: () => new DOMException('signal timed out', 'TimeoutError'), says: /did not come: TimeoutError: signal timed out/},
    {why: 'nothing there', kind: 'not-found', file: () => undefined, says: /nothing at .*guide\.json.*404/},
    {why: 'gone for good', kind: 'not-found', file: () => new Response('', {status: 410}), says: /410/},
    {why: 'a server that fails', kind: 'failed', file: () => new Response('', {status: 503}), says: /503/},
    {why: 'no permission', kind: 'instead', file: () => new Response('', {status: 403}), says: /not given to this reader \(status 403\)/},
    {why: 'a web page for every address', kind: 'instead', file: () => text('\n<!DOCTYPE html><p>Home'), says: /is a web page, and not a guide/},
    {why: 'half a file', kind: 'refused', file: () => text('{"format": "dsg-gu'), says: /is damaged: .+ Copy the whole folder/},
    {why: 'an empty file', kind: 'refused', file: () => text(''), says: /is empty/},
    {why: 'another product\'s JSON', kind: 'not-found', file: () => ({name: 'package'}), says: /expected "format": "dsg-guide"/},
    {why: 'JSON that is no object', kind: 'not-found', file: () => text('null'), says: /is not a guide/},
    {why: 'a field missing', kind: 'refused', file: changed({modules: undefined}), says: /guide\.modules: expected a list/},
    {why: 'a newer version', kind: 'newer', file: changed({version: 2}), says: /newer version/},
    {why: 'a script in the glossary', kind: 'refused', file: changed({glossary: [{id: 'x', term: 'X', also: [], meaning: [{type: 'html', value: '<script>'}]}]}), says: /known kind of block/},
    {why: 'a module file on another site', kind: 'refused', file: changed({search: 'https://evil.example/s.json'}), says: /a file of this pack/},
    {why: 'a file outside the folder', kind: 'refused', file: changed({search: '../s.json'}), says: /a file of this pack/},
    {why: 'a file outside the folder, in disguise', kind: 'refused', file: changed({search: '%2e%2e/s.json'}), says: /a file of this pack/},
  ]
  for (const {why, kind, file, says} of faults) {
    it(`${kind}: ${why}; and tries again when asked again`, async () => {
      const good = site.files.get('guide.json')
      site.files.set('guide.json', file())
      const fault = await faultOf(load())
      expect(fault.kind).to.equal(kind)
      expect(fault.url).to.equal(`${folder}guide.json`)
      expect(fault.message).to.match(says)
      expect(fault.problems.length > 0).to.equal(kind === 'refused')
      site.files.set('guide.json', good)
      expect((await load()).manifest.id).to.equal(id)
    })
  }

  for (const src of ['javascript:alert(1)//guide.json', 'data:application/json,{}', 'blob:x', 'https://', 'file:///guide.json']) {
    it(`asks nothing of ${src}`, async () => {
      expect((await faultOf(load(src))).kind).to.equal('not-found')
      expect(asked()).to.deep.equal([])
    })
  }

  describe('a module', () => {
    let guide: LoadedGuide
    beforeEach(async () => { guide = await load() })

    it('that the guide does not have: says which it has', async () => {
      const fault = await faultOf(guide.module('m9'))
      expect(fault.kind).to.equal('not-found')
      expect(fault.message).to.include('no module "m9"').and.include('It has: m1.')
    })

    it('that could not be reached is asked for again', async () => {
      site.files.set('modules/m1.1.json', networkFault())
      expect((await faultOf(guide.module('m1'))).kind).to.equal('unreachable')
      site.files.set('modules/m1.1.json', moduleFile('back'))
      expect((await guide.module('m1')).id).to.equal('m1')
    })

    it('with an unknown node or a hostile link is refused, and named', async () => {
      const hostile = JSON.parse(JSON.stringify(moduleFile('x'))) as {module: {pages: {children: unknown[]}[]}}
      hostile.module.pages[0]!.children = [
        {type: 'html', value: '<img onerror=alert(1)>'},
        {type: 'paragraph', children: [{type: 'link', url: 'java\nscript:alert(1)', children: []}]},
      ]
      site.files.set('modules/m1.1.json', hostile)
      const fault = await faultOf(guide.module('m1'))
      expect(fault.kind).to.equal('refused')
      expect(fault.problems).to.have.length(2)
    })

    it('in the place of another is refused', async () => {
      site.files.set('modules/m1.1.json', moduleFile('x', 'm2'))
      expect((await faultOf(guide.module('m1'))).message).to.include('expected module "m1", found "m2"')
    })

    it('that a newer edition has replaced is found there, and the record knows the edition', async () => {
      site.files.delete('modules/m1.1.json')
      site.files.delete('search.1.json')
      site.files.set('guide.json', {...manifest(id, 'e2', 'modules/m1.2.json'), search: 'search.2.json'})
      site.files.set('modules/m1.2.json', moduleFile('second'))
      site.files.set('search.2.json', searchFile)
      const [module, {sections}] = await Promise.all([guide.module('m1'), guide.searchText()])
      expect(module.pages[0]!.children[0]).to.deep.include({type: 'paragraph'})
      expect(sections).to.have.length(1)
      expect([guide.manifest.edition, guide.record.edition]).to.deep.equal(['e2', 'e2'])
      expect(asked().filter(name => name === 'guide.json')).to.have.length(2)
    })

    it('that is missing from this edition is not looked for again and again', async () => {
      site.files.delete('modules/m1.1.json')
      const fault = await faultOf(guide.module('m1'))
      expect(fault.kind).to.equal('not-found')
      expect(fault.url).to.equal(`${folder}modules/m1.1.json`)
      expect(asked()).to.deep.equal(['guide.json', 'modules/m1.1.json', 'guide.json'])
    })

    it('is not taken from another guide that has moved to the same address', async () => {
      site.files.delete('modules/m1.1.json')
      site.files.set('guide.json', manifest('another', 'e2', 'modules/m1.2.json'))
      site.files.set('modules/m1.2.json', moduleFile('theirs'))
      expect((await faultOf(guide.module('m1'))).kind).to.equal('refused')
      expect(guide.manifest.id).to.equal(id)
    })
  })

  describe('a framework', () => {
    let guide: LoadedGuide
    beforeEach(async () => { guide = await load() })

    it('is loaded once, when it is asked for', async () => {
      expect(asked()).to.deep.equal(['guide.json'])
      const [framework] = await Promise.all([guide.framework('f1'), guide.framework('f1')])
      expect(framework).to.deep.equal(frameworkFile('first').framework)
      expect(asked()).to.deep.equal(['guide.json', 'frameworks/f1.1.json'])
    })

    it('that the guide does not have: says which it has', async () => {
      const fault = await faultOf(guide.framework('m1'))
      expect(fault.kind).to.equal('not-found')
      expect(fault.message).to.include('no framework "m1"').and.include('It has: f1.')
    })

    it('with an unknown node is refused, and named', async () => {
      const hostile = JSON.parse(JSON.stringify(frameworkFile('x'))) as {framework: {domains: {summary: unknown[]}[]}}
      hostile.framework.domains[0]!.summary = [{type: 'html', value: '<img onerror=alert(1)>'}]
      site.files.set('frameworks/f1.1.json', hostile)
      const fault = await faultOf(guide.framework('f1'))
      expect(fault.kind).to.equal('refused')
      expect(fault.problems).to.deep.equal([
        'framework.domains[0].summary[0]: expected a known kind of block, found "html"',
      ])
    })

    it('in the place of another is refused, and so is a module', async () => {
      site.files.set('frameworks/f1.1.json', frameworkFile('x', 'f2'))
      expect((await faultOf(guide.framework('f1'))).message).to.include('expected framework "f1", found "f2"')
      site.files.set('frameworks/f1.1.json', moduleFile('x'))
      expect((await faultOf(guide.framework('f1'))).kind).to.equal('refused')
    })

    it('that a newer edition has replaced is found there', async () => {
      site.files.delete('frameworks/f1.1.json')
      const newer = manifest(id, 'e2', 'modules/m1.2.json')
      newer.frameworks[0]!.file = 'frameworks/f1.2.json'
      site.files.set('guide.json', newer)
      site.files.set('frameworks/f1.2.json', frameworkFile('second'))
      const framework = await guide.framework('f1')
      expect(framework.domains[0]!.statements[0]!.levels[0]).to.deep.equal([{type: 'text', value: 'second'}])
      expect(guide.manifest.edition).to.equal('e2')
    })

    const faults = [
      {says: 'a page of its own', file: () => new Response('<!doctype html><title>Not found</title>')},
      {says: 'an error', file: () => new Response('', {status: 500})},
      {says: 'what other sites may not read', file: networkFault},
    ]
    for (const {says, file} of faults) {
      it(`is found in a newer edition, where a server says ${says} for what is gone`, async () => {
        site.files.set('frameworks/f1.1.json', file())
        const newer = manifest(id, 'e2', 'modules/m1.2.json')
        newer.frameworks[0]!.file = 'frameworks/f1.2.json'
        site.files.set('guide.json', newer)
        site.files.set('frameworks/f1.2.json', frameworkFile('second'))
        expect((await guide.framework('f1')).domains[0]!.statements[0]!.levels[0]).to.deep.equal([{type: 'text', value: 'second'}])
      })

      it(`is told by its own fault, where a server says ${says} and there is no newer edition`, async () => {
        site.files.set('frameworks/f1.1.json', file())
        expect((await faultOf(guide.framework('f1'))).url).to.equal(`${folder}frameworks/f1.1.json`)
      })
    }

    it('in memory is the same to an element', async () => {
      const {framework} = frameworkFile('first')
      const {manifest: {format, version, search, ...rest}} = guide
      const compiled = {...rest, modules: [], frameworks: [framework], canvases: [], sections: [], synonyms: []}
      const inMemory = guideInMemory(compiled, folder, guide.record)
      expect(await inMemory.framework('f1')).to.equal(framework)
      expect(inMemory.manifest.frameworks).to.deep.equal([{...guide.manifest.frameworks[0], file: ''}])
      const fault = await faultOf(inMemory.framework('f2'))
      expect(fault.message).to.include('no framework "f2"').and.include('It has: f1.')
    })
  })

  describe('a canvas', () => {
    let guide: LoadedGuide
    beforeEach(async () => { guide = await load() })

    it('is loaded once, when it is asked for', async () => {
      const [canvas] = await Promise.all([guide.canvas('c1'), guide.canvas('c1')])
      expect(canvas).to.deep.equal(canvasFile('first').canvas)
      expect(asked()).to.deep.equal(['guide.json', 'canvases/c1.1.json'])
    })

    it('that the guide does not have: says which it has', async () => {
      const fault = await faultOf(guide.canvas('f1'))
      expect(fault.kind).to.equal('not-found')
      expect(fault.message).to.include('no canvas "f1"').and.include('It has: c1.')
    })

    it('with a level too many is refused, and named', async () => {
      const broken = canvasFile('x')
      broken.canvas.factors[0]!.levels.push({name: 'Level 5', text: []})
      site.files.set('canvases/c1.1.json', broken)
      const fault = await faultOf(guide.canvas('c1'))
      expect(fault.kind).to.equal('refused')
      expect(fault.problems).to.deep.equal(['canvas.factors[0].levels: expected 4 levels, found "5"'])
    })

    it('in the place of another is refused, and so is the file of a team', async () => {
      site.files.set('canvases/c1.1.json', canvasFile('x', 'c2'))
      expect((await faultOf(guide.canvas('c1'))).message).to.include('expected canvas "c1", found "c2"')
      site.files.set('canvases/c1.1.json', {format: 'dsg-canvas', version: 1, id: 'c1', canvas: 'c1', items: []})
      expect((await faultOf(guide.canvas('c1'))).kind).to.equal('refused')
    })

    it('in memory is the same to an element', async () => {
      const {canvas} = canvasFile('first')
      const {manifest: {format, version, search, ...rest}} = guide
      const compiled = {...rest, modules: [], frameworks: [], canvases: [canvas], sections: [], synonyms: []}
      const inMemory = guideInMemory(compiled, folder, guide.record)
      expect(await inMemory.canvas('c1')).to.equal(canvas)
      expect(inMemory.manifest.canvases).to.deep.equal([{...guide.manifest.canvases[0], file: ''}])
      expect((await faultOf(inMemory.canvas('c2'))).message).to.include('no canvas "c2"').and.include('It has: c1.')
    })
  })

  describe('one markdown file', () => {
    const markdown = [
      '---', 'id: lock-your-screen', 'minutes: 3', '---', '', '# Lock your screen', '', '## Why it matters', '',
      'Anyone can read an open screen. [Read on](javascript:alert(1)).', '', '### Question: What do you press?',
      '<!-- id: lock-keys -->', '', '- [x] Windows and L', '  > Yes.', '- [ ] Escape', '  > That closes a window.', '',
    ].join('\n')
    let warnings: string[]
    let restoreWarn: () => void
    beforeEach(() => {
      warnings = []
      restoreWarn = replace(console, 'warn', {value: (line: string) => warnings.push(line)})
    })
    afterEach(() => restoreWarn())

    it('is a guide of one module, compiled in the page', async () => {
      site.files.set('Lock%20it.md', markdown)
      const guide = await load(`${folder}Lock%20it.md`)
      expect(guide.manifest.id).to.equal('page-lock-your-screen')
      expect(guide.manifest.title).to.equal('Lock your screen')
      expect(guide.manifest.modules.map(({id}) => id)).to.deep.equal(['lock-your-screen'])
      expect(guide.base).to.equal(folder)
      const module = await guide.module('lock-your-screen')
      expect(module.questions.map(question => question.id)).to.deep.equal(['lock-keys'])
      expect(JSON.stringify(module)).not.to.include('javascript')
      expect((await guide.searchText()).sections.some(({text}) => text.includes('open screen'))).to.equal(true)
      expect(guide.manifest.frameworks).to.deep.equal([])
      const fault = await faultOf(guide.framework('england'))
      expect(fault.message).to.include('no framework "england"').and.include('It has none.')
      expect((await faultOf(guide.module('other'))).kind).to.equal('not-found')
    })

    it('tells its author once, in the console, what is wrong and where', async () => {
      site.files.set('lock.md', markdown)
      await Promise.all([load(`${folder}lock.md`), load(`${folder}lock.md`)])
      expect(warnings).to.have.length(1)
      expect(warnings[0]).to.include(`${folder}lock.md:10:`)
    })

    it('that is not there, or is a web page, is a fault like any other', async () => {
      expect((await faultOf(load(`${folder}none.md`))).kind).to.equal('not-found')
      site.files.set('page.md', '<!doctype html><title>Home</title>')
      expect((await faultOf(load(`${folder}page.md`))).kind).to.equal('instead')
    })

    it('that is not text is refused, with the reason', async () => {
      site.files.set('picture.md', '\u0000\u0001\u0002PNG\u0000\u0000')
      const fault = await faultOf(load(`${folder}picture.md`))
      expect(fault.kind).to.equal('refused')
      expect(fault.problems).to.have.length.above(0)
    })
  })
})
