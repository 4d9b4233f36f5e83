import {expect} from 'chai'
import {keepRecord} from '../../../components/state/record/keep-record.later.js'
import {recordOf, RecordLog} from '../../../components/state/record/record.js'
import {becomes, closeAll, newGuide, openRaw, pages, read, tab, until} from '../device/storage.js'

describe('recordOf', () => {
  const opened: RecordLog[] = []
  afterEach(async () => {
    for (const record of opened.splice(0)) {
      await record.clear()
      record.close()
    }
    closeAll()
  })

  function record(guide: string): RecordLog {
    const made = recordOf({id: guide, edition: 'edition-1'}) as RecordLog
    opened.push(made)
    return made
  }

  it('is kept from now on where it was cleared before anything could keep it', async () => {
    const guide = newGuide()
    const store = new RecordLog('edition-1')
    expect(await store.clear()).to.equal(true)
    store.attach(async () => keepRecord(store, guide))
    opened.push(store)
    await store.append([read('p1')])
    expect(await store.save()).to.equal('saved')
    expect(await openRaw(guide)).not.to.equal(undefined)
  })

  it('is ready in memory, and leaves nothing on the device, until the learner agrees', async () => {
    const guide = newGuide()
    const store = record(guide)
    await store.ready
    await store.keep()
    await store.append([read('p1')])
    expect(store.saving).to.equal('off')
    expect(await openRaw(guide)).to.equal(undefined)
  })

  it('takes what was recorded before its code came along to the device', async () => {
    const guide = newGuide()
    const store = record(guide)
    await store.append([read('p1')])
    expect(await store.save()).to.equal('saved')
    await store.append([read('p2')])
    const next = tab(guide)
    await next.ready
    expect(pages(next.events)).to.deep.equal(['p1', 'p2'])
  })

  it('has what an earlier visit kept when it is ready, together with what was recorded meanwhile', async () => {
    const guide = newGuide()
    const earlier = tab(guide)
    await earlier.append([read('p1')])
    await earlier.save()
    earlier.close()
    const store = record(guide)
    void store.append([read('p2')])
    await store.ready
    await until(store, () => pages(store.events).join() === 'p1,p2')
    await becomes(store, 'saved')
  })

  it('is not taken for cleared when a shared visit is handed over to the code that keeps records', async () => {
    for (const facts of [[], [read('p1')]]) {
      const store = record(newGuide())
      store.shareThisVisit()
      await store.append(facts)
      const before = store.events
      await store.keep()
      expect(store.visit).to.equal('shared')
      // An empty list is the same one: another empty list is what a cleared record has.
      if (facts.length) expect(pages(store.events)).to.deep.equal(['p1'])
      else expect(store.events).to.equal(before)
    }
  })

  it('shows nothing of an earlier visit in a shared one', async () => {
    const guide = newGuide()
    const earlier = tab(guide)
    await earlier.append([read('p1')])
    await earlier.save()
    earlier.close()
    const store = record(guide)
    store.shareThisVisit()
    await store.append([read('p2')])
    await store.ready
    await store.keep()
    expect(store.visit).to.equal('shared')
    expect(pages(store.events)).to.deep.equal(['p2'])
  })

  it('does not look cleared when the code that keeps it arrives', async () => {
    const store = record(newGuide())
    await store.ready
    const before = store.events
    await store.keep()
    expect(store.events).to.equal(before)
  })

  it('tells subscribers of what happens before and after', async () => {
    const store = record(newGuide())
    let heard = 0
    const stop = store.subscribe(() => { heard++ })
    await store.append([read('p1')])
    expect(heard).to.be.above(0)
    await store.keep()
    heard = 0
    await store.append([read('p2')])
    expect(heard).to.be.above(0)
    stop()
    heard = 0
    await store.append([read('p3')])
    expect(heard).to.equal(0)
  })

  it('clears what is in memory at once and then the device', async () => {
    const guide = newGuide()
    const store = record(guide)
    await store.append([read('p1')])
    await store.save()
    expect(await store.clear()).to.equal(true)
    expect(store.events).to.deep.equal([])
    expect(await openRaw(guide)).to.equal(undefined)
  })
})
