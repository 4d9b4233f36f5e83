import {expect} from 'chai'
import fc from 'fast-check'
import type {NewEvent} from '../../../components/model/record/record.js'
import type {RecordLog} from '../../../components/state/record/record.js'
import {exportRecord, importRecord} from '../../../components/state/record/record-transfer.js'
import {keptCanvas} from './kept.js'
import {becomes, closeAll, newGuide, tab, until} from './storage.js'

const HOUR = 60 * 60 * 1000
const START = Date.UTC(2026, 10, 23, 9)

const ticked = (done: boolean): NewEvent => ({type: 'did', about: 't1', hash: '', module: 'm1', done})

/** As a page shows it: the newest tick of the record holds. */
function isTicked({events}: Pick<RecordLog, 'events'>): boolean {
  const last = events.at(-1)
  return last?.type === 'did' && last.done
}

/** What is on the disk, as a page sees it that is opened now. */
async function afterReload(guide: string): Promise<boolean> {
  const next = tab(guide)
  await next.ready
  const shown = isTicked(next)
  next.close()
  return shown
}

describe('whatever clocks say', () => {
  afterEach(closeAll)

  it('what is shown as saved is what is there after a reload, in two tabs whose clock jumps about', async () => {
    const step = fc.record({
      inFirst: fc.boolean(), done: fc.boolean(), jumpMs: fc.integer({min: -40 * 24 * HOUR, max: 40 * 24 * HOUR}),
    })
    await fc.assert(fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 8}), async steps => {
      const guide = newGuide()
      let clock = START
      const tabs = [0, 1].map(() => tab(guide, {now: () => clock}))
      await tabs[0]!.append([ticked(false)])
      await tabs[0]!.save()
      await becomes(tabs[1]!, 'saved')
      for (const {inFirst, done, jumpMs} of steps) {
        clock += jumpMs
        const [acting, other] = inFirst ? tabs : [...tabs].reverse()
        expect(await acting!.append([ticked(done)])).to.equal('saved')
        expect(isTicked(acting!)).to.equal(done)
        expect(await afterReload(guide)).to.equal(done)
        await until(other!, () => other!.events.length === acting!.events.length)
        expect(isTicked(other!)).to.equal(done)
      }
      closeAll()
    }), {numRuns: 12, seed: 20261129})
  })

  it('a tick holds over those that were brought from a device whose clock is ahead', async () => {
    const elsewhere = tab(newGuide(), {now: () => START + 23 * HOUR})
    await elsewhere.append([ticked(true)])
    const id = newGuide()
    const here = tab(id, {now: () => START})
    await here.save()
    const guide = {id, title: 'A guide', edition: 'edition-1'}
    const file = new File([JSON.stringify(exportRecord(elsewhere, guide, START))], 'record.json')
    expect(await importRecord(here, guide, file, START)).to.deep.equal({added: 1, known: 0})
    await here.append([ticked(false)])
    expect([isTicked(here), await afterReload(id)]).to.deep.equal([false, false])
  })

  for (const hours of [23.9, 24.1, 24 * 400]) {
    const isTaken = hours < 24
    it(`${isTaken ? 'takes' : 'refuses, with words,'} a file that is ${hours} hours ahead of this device's clock`, async () => {
      const guide = {id: 'g1', title: 'A guide', edition: 'edition-1'}
      const ahead = tab(newGuide(), {now: () => START + hours * HOUR})
      const here = tab(newGuide(), {now: () => START})
      await ahead.append([ticked(true), ticked(false)])
      const file = new File([JSON.stringify(exportRecord(ahead, guide))], 'record.json')
      const came = await importRecord(here, guide, file, START)
      expect(here.events).to.have.length(isTaken ? 2 : 0)
      if ('refused' in came) expect(came.refused.join()).to.match(/^2 of 2 new parts of the record are dated more than a day/)
      expect('refused' in came).to.equal(!isTaken)
    })

    it(`${isTaken ? 'takes' : 'refuses, with words,'} a canvas that is ${hours} hours ahead`, async () => {
      const ahead = keptCanvas(newGuide(), 'factors', {now: () => START + hours * HOUR})
      const here = keptCanvas(newGuide(), 'factors', {now: () => START})
      await ahead.append([{type: 'titled', title: 'Ours'}])
      const problems = here.bringProblems(ahead.file)
      expect(problems.join()).to.match(isTaken ? /^$/ : /^1 of 1 new parts of the canvas are dated more than a day/)
      if (isTaken) await here.bring(ahead.file)
      else expect(await here.bring(ahead.file).catch((error: unknown) => error)).to.be.instanceOf(RangeError)
      expect(here.file.items).to.have.length(isTaken ? 1 : 0)
      for (const log of [ahead, here]) log.close()
    })
  }

  it('a canvas that was cleared can be put back, also once the clock was set back', async () => {
    let clock = START
    const canvas = keptCanvas(newGuide(), 'factors', {now: () => clock})
    await canvas.append([{type: 'titled', title: 'Ours'}])
    const {file} = canvas
    clock -= 90 * 24 * HOUR
    await canvas.clear()
    expect(canvas.bringProblems(file)).to.deep.equal([])
    await canvas.bring(file)
    expect(canvas.file).to.deep.equal(file)
    canvas.close()
  })
})
