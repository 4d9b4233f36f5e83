import {expect} from 'chai'
import {RecordLog} from '../../../components/state/record/record.js'
import {becomes, closeAll, newGuide, onDisk, pages, read, tab, until} from '../device/storage.js'

describe('a shared visit', () => {
  let guide: string
  beforeEach(() => { guide = newGuide() })
  afterEach(closeAll)

  it('keeps answers in memory, whatever is asked of it', async () => {
    const store = tab(guide)
    await store.append([read('before')])
    store.shareThisVisit()
    expect([store.visit, store.saving]).to.deep.equal(['shared', 'off'])
    await store.append([read('after')])
    expect(await store.save()).to.equal('off')
    expect(await store.bring([{...store.events[0]!, id: 'brought'}])).to.equal('off')
    document.dispatchEvent(new Event('visibilitychange'))
    await store.append([])
    expect(pages(store.events)).to.have.members(['before', 'before', 'after'])
    expect(await onDisk(guide)).to.equal(undefined)
  })

  it('is one from the first moment on, even while the device is being looked at', async () => {
    const store = tab(guide)
    store.shareThisVisit()
    await store.append([read('p1')])
    await store.ready
    expect([store.visit, store.saving]).to.deep.equal(['shared', 'off'])
    expect(await onDisk(guide)).to.equal(undefined)
  })

  it('does not show what somebody saved here before, and leaves it alone', async () => {
    const earlier = tab(guide)
    await earlier.append([read('theirs')])
    await earlier.save()
    earlier.close()
    for (const isOpened of [false, true]) {
      const store = tab(guide)
      if (isOpened) await store.ready
      store.shareThisVisit()
      await store.append([read('mine')])
      document.dispatchEvent(new Event('visibilitychange'))
      await store.append([])
      expect(pages(store.events)).to.deep.equal(['mine'])
      store.endVisit()
      expect(store.events).to.deep.equal([])
      store.close()
    }
    expect(pages((await onDisk(guide))!)).to.deep.equal(['theirs'])
  })

  it('hears nothing of what other tabs save', async () => {
    const [shared, own, witness] = [tab(guide), tab(guide), tab(guide)]
    await own.save()
    await witness.save()
    shared.shareThisVisit()
    await own.append([read('theirs')])
    await until(witness, () => witness.events.length === 1)
    expect(shared.events).to.deep.equal([])
  })

  it('makes other tabs shared that do not save, and no others', async () => {
    const [a, b] = [tab(guide), tab(guide)]
    await b.ready
    await b.append([read('b')])
    a.shareThisVisit()
    await until(b, () => b.visit === 'shared')
    expect(pages(b.events)).to.deep.equal(['b'])

    const other = newGuide()
    const [c, d, witness] = [tab(other), tab(other), tab(other)]
    await d.save()
    await witness.ready
    c.shareThisVisit()
    await until(witness, () => witness.visit === 'shared')
    expect([d.visit, d.saving]).to.deep.equal(['own', 'saved'])
  })

  it('ends in this tab only, and goes on being shared', async () => {
    const [a, b] = [tab(guide), tab(guide)]
    await b.ready
    a.shareThisVisit()
    await until(b, () => b.visit === 'shared')
    await a.append([read('a')])
    await b.append([read('b')])
    a.endVisit()
    expect([a.events.length, b.events.length, a.visit]).to.deep.equal([0, 1, 'shared'])
  })

  it('leaves nothing behind once the learner clears, not even what was saved here before', async () => {
    const earlier = tab(guide)
    await earlier.append([read('theirs')])
    await earlier.save()
    const store = tab(guide)
    store.shareThisVisit()
    await store.append([read('mine')])
    expect(await store.clear()).to.equal(true)
    expect(await onDisk(guide)).to.equal(undefined)
    await store.append([read('next')])
    expect(await store.save()).to.equal('off')
    expect([store.visit, pages(store.events)]).to.deep.equal(['shared', ['next']])
    expect(await onDisk(guide)).to.equal(undefined)
  })

  it('tells subscribers once', () => {
    const store = new RecordLog('e1')
    let heard = 0
    store.subscribe(() => heard++)
    store.shareThisVisit()
    store.shareThisVisit()
    expect([heard, store.visit]).to.deep.equal([1, 'shared'])
  })

  it('stops nobody from saving who did not ask for it', async () => {
    const store = tab(guide)
    await store.save()
    await becomes(store, 'saved')
    expect(store.visit).to.equal('own')
  })
})
