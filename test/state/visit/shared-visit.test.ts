import {expect} from 'chai'
import {randomFrom} from '../../../components/model/record/draw.js'
import {keepRecord} from '../../../components/state/record/keep-record.later.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {becomes, closeAll, newGuide, onDisk, pages, read, replace, tab, until} from '../device/storage.js'

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
    // One that looks at the device only now would find what the next one keeps there, and keep its own answers too.
    await witness.ready
    await d.save()
    c.shareThisVisit()
    await until(witness, () => witness.visit === 'shared')
    expect([d.visit, d.saving]).to.deep.equal(['own', 'saved'])
  })

  describe('is one in each tab that does not save', () => {
    /** The next tab that opens looks at the device until it is let go on: a slow disk. */
    function slowLook(): () => void {
      let goOn = () => {}
      const promise = new Promise<void>(resolve => { goOn = resolve })
      const look = indexedDB.databases.bind(indexedDB)
      const restore = replace(indexedDB, 'databases', {
        value: async () => {
          restore()
          await promise
          return look()
        },
      })
      return goOn
    }

    /** Says so in another tab, and waits until all tabs that listen have heard it. */
    async function sayShared(): Promise<void> {
      const witness = tab(guide)
      await witness.ready
      expect(witness.visit, 'nobody has said so before').to.equal('own')
      const speaker = tab(guide)
      speaker.shareThisVisit()
      await until(witness, () => witness.visit === 'shared')
      for (const each of [witness, speaker]) each.close()
    }

    it('that is still looking at the device when it is said', async () => {
      const goOn = slowLook()
      const store = tab(guide)
      await sayShared()
      void store.append([read('early')])
      expect([store.visit, store.saving]).to.deep.equal(['own', 'opening'])
      goOn()
      await until(store, () => store.visit === 'shared')
      expect(pages(store.events)).to.deep.equal(['early'])
      expect(await store.save()).to.equal('off')
      expect(await onDisk(guide)).to.equal(undefined)
    })

    it('but not where it then finds that people agreed to saving', async () => {
      const earlier = tab(guide)
      await earlier.append([read('kept')])
      await earlier.save()
      earlier.close()
      const goOn = slowLook()
      const store = tab(guide)
      const speaker = tab(guide)
      speaker.shareThisVisit()
      // Whoever opens now hears it as well: it was said.
      const channel = new BroadcastChannel(`dsg-record-${guide}`)
      const said = new Promise(resolve => channel.addEventListener('message', resolve, {once: true}))
      channel.postMessage({type: 'asks'})
      await said
      channel.close()
      goOn()
      await becomes(store, 'saved')
      expect(await store.append([read('more')])).to.equal('saved')
      expect([store.visit, pages(store.events)]).to.deep.equal(['own', ['kept', 'more']])
    })

    it('nor where they agree while it is said', async () => {
      const store = tab(guide)
      await store.ready
      const saved = store.save()
      tab(guide).shareThisVisit()
      expect(await saved).to.equal('saved')
      expect(await store.append([read('mine')])).to.equal('saved')
      expect(store.visit).to.equal('own')
    })

    it('that opens later', async () => {
      const speaker = tab(guide)
      speaker.shareThisVisit()
      await speaker.ready
      const store = tab(guide)
      await until(store, () => store.visit === 'shared')
    })

    it('whose code that listens comes later', async () => {
      const store = new RecordLog('edition-1')
      store.attach(async () => keepRecord(store, guide), Promise.resolve(true))
      await store.ready
      await store.append([read('early')])
      const speaker = tab(guide)
      speaker.shareThisVisit()
      await speaker.ready
      expect(store.visit).to.equal('own')
      await store.keep()
      await until(store, () => store.visit === 'shared')
      expect(pages(store.events)).to.deep.equal(['early'])
      store.close()
    })

    it('whose browser does not answer', async () => {
      const goOn = slowLook()
      const store = tab(guide, {answerWithinMs: 1})
      await becomes(store, 'blocked')
      tab(guide).shareThisVisit()
      await until(store, () => store.visit === 'shared')
      goOn()
      expect(await store.append([read('mine')])).to.equal('off')
    })

    it('that was asleep when it was said, and is looked at again', async () => {
      const store = tab(guide)
      await store.ready
      const other = new BroadcastChannel(`dsg-record-${guide}`)
      other.addEventListener('message', ({data}) => { if (data.type === 'asks') other.postMessage({type: 'shared'}) })
      await store.append([read('mine')])
      document.dispatchEvent(new Event('visibilitychange'))
      await until(store, () => store.visit === 'shared')
      other.close()
      expect(pages(store.events)).to.deep.equal(['mine'])
    })

    it('whatever comes first', async function () {
      this.timeout(60_000)
      const seed = '20261130'
      const random = randomFrom(seed)
      for (let round = 0; round < 40; round++) {
        guide = newGuide()
        const tabs: RecordLog[] = []
        const said: Promise<unknown>[] = []
        let isSaid = false
        for (let step = 0; step < 6; step++) {
          const one = tabs[Math.floor(random() * tabs.length)]
          const chance = random()
          if (!one || chance < 0.5) tabs.push(tab(guide))
          else if (chance < 0.65) said.push(one.append([read(`${step}`)]))
          else if (chance < 0.75) said.push(one.ready)
          else if (chance < 0.85) await Promise.all(said)
          else {
            one.shareThisVisit()
            isSaid = true
          }
        }
        if (isSaid) await Promise.all(tabs.map(each => until(each, () => each.visit === 'shared')))
        else expect(tabs.map(each => each.visit), `seed ${seed}, round ${round}`).to.not.include('shared')
        closeAll()
      }
    })
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
