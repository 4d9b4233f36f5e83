import {expect} from 'chai'
import {randomFrom} from '../../../components/model/record/draw.js'
import {closeAll, newGuide, onDisk, pages, read, replace, tab} from './storage.js'
import type {Witness} from './writer.js'

/** Said when a test fails, so that the same moments can be tried again. */
const SEED = '20261123'
const KILLS = 200
/** Pages open at the same time; each writes into the same record. */
const AT_ONCE = 5
/** Pages are killed within so long of their first answer: some ten answers are written in it. */
const LIVES_MS = 60

const witnesses: Record<string, Witness> = {}
Object.assign(window, {witnesses})

describe('what the page showed as saved', () => {
  let guide: string
  let shown: Set<string>
  beforeEach(() => {
    guide = newGuide()
    shown = new Set()
  })
  afterEach(closeAll)

  /** Every one of them is in the database, and in the record of the next visit, once. */
  async function expectAllThereOnce(): Promise<void> {
    const onDevice = (await onDisk(guide))!
    const next = tab(guide)
    await next.ready
    for (const [where, events] of [['database', onDevice], ['record', next.events]] as const) {
      const ids = events.map(({id}) => id)
      expect(new Set(ids).size, `twice in the ${where}; seed ${SEED}`).to.equal(ids.length)
      const labels = pages(events)
      expect(new Set(labels).size, `the same answer under two ids in the ${where}; seed ${SEED}`).to.equal(labels.length)
      const there = new Set(ids)
      expect([...shown].filter(id => !there.has(id)), `not in the ${where}; seed ${SEED}`).to.deep.equal([])
    }
    expect([next.saving, next.unreadable]).to.deep.equal(['saved', 0])
  }

  function open(name: string, options: string, heard: Partial<Witness> = {}): HTMLIFrameElement {
    witnesses[name] = {
      writing: () => heard.writing?.(),
      showedSaved: ids => { for (const id of ids) shown.add(id) },
      finished: () => heard.finished?.(),
    }
    const frame = document.createElement('iframe')
    frame.src = new URL(`./writer.html?guide=${guide}&tab=${name}${options}`, import.meta.url).href
    document.body.append(frame)
    return frame
  }

  it(`is all there after ${KILLS} tabs were killed at random moments while they wrote`, async function () {
    this.timeout(60_000)
    const random = randomFrom(SEED)
    let next = 0
    let killedWhileWriting = 0
    const lives = async () => {
      // Where saving takes longer than a page lives, more of them have to be killed to see as many answers saved.
      while (next < KILLS || shown.size <= KILLS) {
        const name = `tab${next++}`
        const [livesMs, isLeft, waits] = [random() * LIVES_MS, random() < 0.5, random() < 0.5]
        let isWriting = false
        let hasFinished = false
        const frame = await new Promise<HTMLIFrameElement>(resolve => {
          const opened = open(name, waits ? '&waits' : '', {
            writing() { isWriting = true; setTimeout(resolve, livesMs, opened) },
            finished() { hasFinished = true },
          })
        })
        if (isWriting && !hasFinished) killedWhileWriting += 1
        // Closed with its tab, or left for another page.
        if (isLeft) {
          const left = new Promise(resolve => frame.addEventListener('load', resolve, {once: true}))
          frame.contentWindow!.location.replace('about:blank')
          await left
        }
        frame.remove()
      }
    }
    await Promise.all(Array.from({length: AT_ONCE}, lives))
    expect(killedWhileWriting).to.equal(next)
    await expectAllThereOnce()
  })

  it('is all there when two tabs wrote 500 answers each', async function () {
    this.timeout(60_000)
    const frames: HTMLIFrameElement[] = []
    await Promise.all(['one', 'other'].map(name => new Promise<void>(resolve => {
      frames.push(open(name, `&count=500${name === 'one' ? '&waits' : ''}`, {finished: resolve}))
    })))
    for (const frame of frames) frame.remove()
    expect(shown.size).to.equal(1000)
    await expectAllThereOnce()
    expect((await onDisk(guide))!).to.have.length(1000)
  })

  it('is all there when the device was full at random moments', async () => {
    const random = randomFrom(SEED)
    const put = IDBObjectStore.prototype.put
    let refused = 0
    const store = tab(guide)
    await store.save()
    store.subscribe(() => { if (store.saving === 'saved') for (const {id} of store.events) shown.add(id) })
    let isFull = false
    const restore = replace(IDBObjectStore.prototype, 'put', {
      value(this: IDBObjectStore, value: unknown) {
        if (!isFull) return put.call(this, value)
        refused += 1
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      },
    })
    for (let i = 0; i < 200; i++) {
      if (random() < 0.2) isFull = !isFull
      await store.append([read(`answer ${i}`)])
    }
    restore()
    expect(refused).to.be.greaterThan(20)
    expect(shown.size).to.be.greaterThan(100)
    store.close()
    await expectAllThereOnce()
  })
})
