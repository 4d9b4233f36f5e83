import {expect} from 'chai'
import {aloneFile, packFiles} from '../../../components/compile/pack/pack.js'
import {loadAlone} from '../../../components/state/guide/alone-guide.js'
import {LoadError} from '../../../components/state/guide/loaded-guide.js'
import {loadGuide} from '../../../components/state/guide/load-guide.js'
import {guide as shipped} from '../../../stories/content.js'
import {newGuide, replace} from '../device/storage.js'

const [module, other] = shipped.modules as [typeof shipped.modules[0], typeof shipped.modules[0]]
const OWN_FILE = `alone/${module.id}.json`

describe('loadAlone', () => {
  /** What the server has, by path in the pack's folder; an error stands for a network that is down. */
  let files: Map<string, string | Error>
  let asked: {name: string; cache?: RequestCache}[]
  let folder: string
  let restoreFetch: () => void
  const load = (src = `${folder}guide.json`) => loadAlone(src, module.id)
  const names = () => asked.map(({name}) => name)

  beforeEach(() => {
    // Each test has a folder and a record of its own: what was loaded once stays loaded for the page.
    const guide = {...shipped, id: newGuide()}
    folder = new URL(`/packs/${guide.id}/`, location.href).href
    files = new Map([...packFiles(guide), aloneFile(guide, module)].map(({path, text}) => [path, text]))
    asked = []
    const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const name = String(input).replace(folder, '')
      asked.push({name, cache: init?.cache})
      const file = files.get(name)
      if (file instanceof Error) throw file
      return file === undefined ? new Response('<h1>Not found</h1>', {status: 404}) : new Response(file)
    }
    restoreFetch = replace(globalThis, 'fetch', {value: answer})
  })
  afterEach(() => restoreFetch())

  it('gives the module and what it uses of its guide after one request, past the browser\'s cache', async () => {
    const [guide, again] = await Promise.all([load(), load(`${folder}x/../guide.json#here`)])
    expect(again).to.equal(guide)
    expect(await guide.module(module.id)).to.deep.equal(JSON.parse(JSON.stringify(module)))
    expect(guide.base).to.equal(folder)
    const whole = await loadGuide(`${folder}guide.json`)
    const {id, title, lang, publisher, edition, settings} = guide.manifest
    expect({id, title, lang, publisher, edition, settings}).to.deep.equal(
      (({id, title, lang, publisher, edition, settings}) => ({id, title, lang, publisher, edition, settings}))(whole.manifest))
    expect(guide.manifest.modules).to.deep.equal(whole.manifest.modules.filter(({id}) => id === module.id))
    expect(guide.record).to.equal(whole.record)
    expect(asked).to.deep.equal([{name: OWN_FILE, cache: 'no-cache'}, {name: 'guide.json', cache: 'no-cache'}])
  })

  it('gives anything else from the whole guide, which is loaded once', async () => {
    const guide = await load()
    expect((await guide.module(other.id)).title).to.equal(other.title)
    expect((await guide.framework(shipped.frameworks[0]!.id)).title).to.equal(shipped.frameworks[0]!.title)
    expect((await guide.canvas(shipped.canvases[0]!.id)).title).to.equal(shipped.canvases[0]!.title)
    expect((await guide.searchText()).sections).to.have.length(shipped.sections.length)
    expect(names().filter(name => name === 'guide.json')).to.have.length(1)
  })

  const hostile = () => {
    const file = JSON.parse(files.get(OWN_FILE) as string) as {module: {pages: {children: unknown[]}[]}}
    file.module.pages[0]!.children = [{type: 'html', value: '<img onerror=alert(1)>'}]
    return JSON.stringify(file)
  }
  const useless: [what: string, text: () => string | undefined][] = [
    ['is missing, as in older builds', () => undefined],
    ['is not JSON', () => 'Gone fishing'],
    ['is the web page of a site that has one for missing files', () => '<!doctype html><h1>Not here</h1>'],
    ['is cut off', () => (files.get(OWN_FILE) as string).slice(0, 500)],
    ['has a node that no renderer knows', hostile],
    ['is another module\'s', () => aloneFile(shipped, other).text],
    ['was built by a newer version', () => (files.get(OWN_FILE) as string).replace('"version":1', '"version":2')],
  ]
  for (const [what, text] of useless) {
    it(`loads the whole guide where the module's own file ${what}`, async () => {
      const its = text()
      if (its === undefined) files.delete(OWN_FILE)
      else files.set(OWN_FILE, its)
      const guide = await load()
      expect(guide.manifest.modules).to.have.length(shipped.modules.length)
      expect((await guide.module(module.id)).title).to.equal(module.title)
      expect(names().slice(0, 2)).to.deep.equal([OWN_FILE, 'guide.json'])
    })
  }

  it('says of a module that the guide does not have which it has', async () => {
    const guide = await loadAlone(`${folder}guide.json`, 'no such/../module')
    const fault = await guide.module('no such/../module').catch((error: unknown) => error as LoadError) as LoadError
    expect(fault.kind).to.equal('not-found')
    expect(names()[0]).to.equal('alone/no%20such%2F..%2Fmodule.json')
  })

  it('loads the whole guide where another site does not let the browser say that the file is missing', async () => {
    files.set(OWN_FILE, new TypeError('Failed to fetch'))
    expect((await load()).manifest.modules).to.have.length(shipped.modules.length)
  })

  it('says that no answer came, and asks anew the next time', async () => {
    const answers = new Map(files)
    for (const name of [OWN_FILE, 'guide.json']) files.set(name, new TypeError('Failed to fetch'))
    const fault = await load().catch((error: unknown) => error) as LoadError
    expect(fault).to.be.instanceOf(LoadError)
    expect([fault.kind, fault.url]).to.deep.equal(['unreachable', `${folder}guide.json`])
    files = answers
    expect((await load()).manifest.modules).to.have.length(1)
  })

  it('does not let anybody wait twice as long for a server that is too slow', async () => {
    files.set(OWN_FILE, new DOMException('The operation timed out.', 'TimeoutError'))
    const fault = await load().catch((error: unknown) => error) as LoadError
    expect([fault.kind, fault.isSlow]).to.deep.equal(['failed', true])
    expect(names()).to.deep.equal([OWN_FILE])
  })

  it('says of an address that is none what to give', async () => {
    const fault = await loadAlone('ftp://guide.json', module.id).catch((error: unknown) => error) as LoadError
    expect(fault.kind).to.equal('not-found')
    expect(fault.message).to.contain('Give the address of a guide.json')
  })

  it('reads one markdown file as it is, whatever the module is called', async () => {
    files.set('page.md', '# A page\n\nWords.\n')
    const guide = await load(`${folder}page.md`)
    expect(guide.manifest.title).to.equal('A page')
    expect(names()).to.deep.equal(['page.md'])
  })
})
