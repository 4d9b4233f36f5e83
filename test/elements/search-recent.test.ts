import {expect} from 'chai'
import '../../components/elements/search/define.js'
import type {DsgSearch} from '../../components/elements/search/search.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {recordOf} from '../../components/state/record/record.js'
import {shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {newGuide} from '../state/device/storage.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

describe('recent searches', () => {
  const guides: LoadedGuide[] = []
  afterEach(async () => {
    for (const {record} of guides.splice(0)) await record.clear()
  })

  /** The shipped guide with a record of its own on this device, as a page has it. */
  function ownGuide(): LoadedGuide {
    const id = newGuide()
    const loaded = shippedGuide()
    const manifest = {...loaded.manifest, id}
    const guide = {...loaded, manifest, record: recordOf(manifest)}
    guides.push(guide)
    return guide
  }

  async function open(guide: LoadedGuide): Promise<DsgSearch> {
    const search = await show<DsgSearch>(html`<dsg-search .guide=${guide}></dsg-search>`)
    find('input', search.shadowRoot!)!.focus()
    return search
  }

  async function searchFor(query: string, search: DsgSearch): Promise<void> {
    await type(query)
    await until(() => words(find('.status', search.shadowRoot!)).includes(`"${query}"`))
    await press('Enter')
    await settled(search)
    search.query = ''
    await settled(search)
  }

  /** What this guide has in the browser's storage. */
  const keys = () => Object.keys(localStorage).filter(key => key.endsWith(guides.at(-1)!.manifest.id))
  const recent = (search: DsgSearch) => findAll('.recent li', search.shadowRoot!).map(words)

  it('are none, and leave nothing on the device, until the learner agrees to saving', async () => {
    const guide = ownGuide()
    await guide.record.ready
    const search = await open(guide)
    await searchFor('phishing', search)
    expect(recent(search)).to.deep.equal([])
    expect(keys()).to.deep.equal([])
  })

  it('are offered to who agreed, the newest first, each once', async () => {
    const guide = ownGuide()
    await guide.record.save()
    const search = await open(guide)
    for (const query of ['phishing', 'password', 'Phishing']) await searchFor(query, search)
    expect(recent(search)).to.deep.equal(['Phishing', 'password'])
    findAll('.recent li button', search.shadowRoot!)[1]!.click()
    await until(() => words(find('.status', search.shadowRoot!)).includes('"password"'))
  })

  it('are not kept when nothing was found', async () => {
    const guide = ownGuide()
    await guide.record.save()
    const search = await open(guide)
    await searchFor('qqqqqq', search)
    expect(keys()).to.deep.equal([])
  })

  it('go with everything else when the learner clears their answers', async () => {
    const guide = ownGuide()
    await guide.record.save()
    const search = await open(guide)
    await searchFor('phishing', search)
    expect(keys()).to.have.length(1)
    await guide.record.clear()
    await settled(search)
    expect(keys()).to.deep.equal([])
    expect(recent(search)).to.deep.equal([])
  })

  it('can be cleared by themselves', async () => {
    const guide = ownGuide()
    await guide.record.save()
    const search = await open(guide)
    await searchFor('phishing', search)
    findAll('.recent button', search.shadowRoot!).find(each => words(each) === 'Clear recent searches')!.click()
    await settled(search)
    expect(keys()).to.deep.equal([])
    expect(recent(search)).to.deep.equal([])
  })

  it('of an earlier visit are not shown on a shared computer, and none are kept', async () => {
    const guide = ownGuide()
    await guide.record.save()
    const search = await open(guide)
    await searchFor('phishing', search)
    guide.record.shareThisVisit()
    await settled(search)
    expect(recent(search)).to.deep.equal([])
    await searchFor('password', search)
    expect(localStorage.getItem(keys()[0]!)).to.equal('["phishing"]')
  })

  for (const damaged of ['{', '"text"', '[1, null, {"a": 1}]', `["${'x'.repeat(65)}"]`]) {
    it(`are none where another script wrote ${damaged.slice(0, 20)}`, async () => {
      const guide = ownGuide()
      await guide.record.save()
      localStorage.setItem(`dsg-searches-${guide.manifest.id}`, damaged)
      const search = await open(guide)
      await settled(search)
      expect(recent(search)).to.deep.equal([])
    })
  }
})
