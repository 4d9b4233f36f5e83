import {expect} from 'chai'
import '../../components/embed/all.js'
import {reportTo} from '../../components/embed/dsg.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import type {NewEvent} from '../../components/model/record/record.js'
import {loadGuide} from '../../components/state/guide/load-guide.js'
import type {Outbox} from '../../components/state/xapi/outbox.js'
import {deleteDatabase, keptHere, storageBuckets} from '../kept-here.js'
import {press} from '../keys.js'
import {closeAll, tab} from '../state/device/storage.js'
import {TestStore} from '../state/xapi/lrs.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {until} from './settled.js'

const src = '/guide/guide.json'
const GUIDE = 'nhs-digital-skills-guide'
const MODULE = 'spot-suspicious-email'
const homePage = 'https://intranet.example/'
const tick: NewEvent = {type: 'did', about: 'a-task', hash: 'h', module: MODULE, done: true}

describe('a page with a module, and somebody whose name it knows', () => {
  let store: TestStore
  const reports: Outbox[] = []

  before(async function () {
    this.timeout(120_000)
    const {ok} = await fetch(src)
    if (!ok) throw new Error('The demonstration did not build. The terminal says why.')
  })

  beforeEach(async () => { store = await TestStore.open() })

  afterEach(async () => {
    const {record} = await loadGuide(src)
    await record.clear()
    for (const each of reports.splice(0)) each.stop()
    closeAll()
    for (const name of await keptHere()) {
      if (name.startsWith('bucket ')) await storageBuckets?.delete(name.slice('bucket '.length))
      else if (name.includes(GUIDE)) await deleteDatabase(name)
    }
  })

  async function signIn(name: string, options: {carryRecord?: boolean} = {}): Promise<Outbox> {
    const authorization = () => 'Bearer good'
    const report = await reportTo({src, endpoint: store.endpoint, authorization, actor: {homePage, name}, ...options})
    reports.push(report)
    return report
  }

  const button = (name: string) => findAll('button').find(each => words(each) === name)
  async function use(name: string): Promise<void> {
    (await until(() => button(name), () => `"${name}" in ${words(document.body)}`)).focus()
    await press('Enter')
  }
  const module = () => show<DsgModule>(html`<dsg-module src=${src} module=${MODULE}></dsg-module>`)
  const names = async () => (await store.seen()).statements.map(({actor}) => actor.account.name)

  async function somebodyUsed(): Promise<void> {
    const earlier = tab(GUIDE)
    await earlier.ready
    await earlier.append([tick])
    expect(await earlier.save()).to.equal('saved')
    earlier.close()
    document.dispatchEvent(new Event('visibilitychange'))
    const {record} = await loadGuide(src)
    await until(() => record.events.some(({type}) => type === 'did'))
  }

  it('asks whether what was done before was theirs, by keys alone, and sends it after a yes', async () => {
    await somebodyUsed()
    await module()
    await signIn('ann')
    await use('Yes, all of that was me')
    await until(() => focused()?.id === 'said' && words(focused()!).includes('now in your record'), () => words(document.body))
    expect(button('No, that was not me')).to.equal(undefined)
    let sent: string[] = []
    for (const end = performance.now() + 15_000; sent.length < 2 && performance.now() < end;) sent = await names()
    expect(new Set(sent)).to.deep.equal(new Set(['ann']))
  })

  it('gives them a record of their own after a no, which they can take back at once', async () => {
    await somebodyUsed()
    await module()
    await signIn('bo')
    await use('No, that was not me')
    await until(() => focused()?.id === 'said' && words(focused()!).includes('not in your record'), () => words(document.body))
    const {record} = await loadGuide(src)
    expect(record.events.filter(({type}) => type === 'did')).to.deep.equal([])
    expect(button('Save my progress on this device')).not.to.equal(undefined)
    await use('That was me after all')
    await until(() => record.events.some(({type}) => type === 'did'))
    await until(() => words(focused() ?? undefined).includes('now in your record'), () => words(document.body))
  })

  it('sends what somebody did offline in their name, and not in that of the next who signs in', async function () {
    this.timeout(60_000)
    await store.behave({always: 'drop'})
    await module()
    const {record} = await loadGuide(src)
    await until(() => record.events.length === 1)
    const anns = await signIn('ann')
    await record.append([tick])
    expect(await record.save()).to.equal('saved')
    await until(() => anns.fault)
    anns.stop()
    await store.behave({always: 'take'})
    const bos = await signIn('bo')
    expect(record.events).to.deep.equal([])
    await record.append([tick])
    await until(() => bos.unsent === 0)
    expect(await names()).to.deep.equal(['bo'])
    bos.stop()
    const again = await signIn('ann')
    expect(record.events.filter(({type}) => type === 'did').length).to.equal(1)
    await until(() => again.unsent === 0)
    expect((await names()).filter(name => name !== 'bo')).to.include('ann')
    expect((await names()).filter(name => name === 'bo').length).to.equal(1)
  })

  it('joins their copy although the page noted that it was opened, and offers to make one', async () => {
    await module()
    const {record} = await loadGuide(src)
    await until(() => record.events.length === 1)
    await signIn('cy', {carryRecord: true})
    await until(() => record.copy?.state === 'none')
    const summary = await until(() => findAll('summary').find(each => words(each) === 'Your record on your other devices'))
    summary.focus()
    await press('Enter')
    await use('Keep a copy with my organisation')
    await until(() => record.copy?.state === 'kept')
    await until(() => focused()?.id === 'copy' && words(focused()!).includes('keeps a copy of your record'))
    // The same person, on another device: nothing is here but a page that opened.
    const [query, document] = Object.entries((await store.seen()).states)[0]!
    const {intact: _, checksum: __, ...file} = JSON.parse(document) as {intact: unknown; checksum: unknown; events: object[]}
    file.events.push({...tick, id: 'elsewhere', at: '2026-01-01T00:00:00.000Z', edition: 'e1'})
    for (const each of reports.splice(0)) each.stop()
    await record.clear()
    await fetch(`${store.endpoint}activities/state${query}`, {
      method: 'PUT', body: JSON.stringify(file), headers: {'x-experience-api-version': '1.0.3'},
    })
    find('main')!.remove()
    await module()
    await until(() => record.events.length === 1)
    await signIn('cy', {carryRecord: true})
    await until(() => record.copy?.state === 'kept', () => record.copy?.state)
    expect(record.events.map(({id}) => id)).to.include('elsewhere')
  })

  it('says that something is sent where it is, and in whose name', async () => {
    const panel = () => words(document.body)
    const page = await module()
    await until(() => panel().includes('we do not send it anywhere'), panel)
    const named = await signIn('di')
    await until(() => panel().includes('It says that it was you.'), panel)
    expect(panel()).not.to.include('we do not send it anywhere')
    named.stop()
    await until(() => panel().includes('we do not send it anywhere'), panel)
    const unnamed = await reportTo({src, endpoint: store.endpoint, authorization: () => 'Bearer good', withRatings: true})
    reports.push(unnamed)
    await until(() => panel().includes('It does not say who you are.'), panel)
    page.remove()
    await show(html`<dsg-self-assessment src=${src}></dsg-self-assessment>`)
    await until(() => panel().includes('can see how you rate yourself'), panel)
    expect(panel()).not.to.include('nobody else sees your answers')
    unnamed.stop()
    await until(() => panel().includes('nobody else sees your answers'), panel)
  })
})
