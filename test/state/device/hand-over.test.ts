import {expect} from 'chai'
import {HAND_OVER} from '../../../components/state/device/known-absent.js'
import type {Carrier} from '../../../components/state/device/hand-over.js'

type HandOver = typeof import('../../../components/state/device/hand-over.js')
let loads = 0

/** As a page has it that was just loaded: with nothing of the page before but what is handed over. */
async function loaded(): Promise<HandOver> {
  return await import(/* @vite-ignore */ `../../../components/state/device/hand-over.ts?load=${loads++}`) as HandOver
}

class Holder implements Carrier {
  #changed: (isEmpty: boolean) => void = () => undefined
  constructor(readonly name: string, private rows: unknown[], private readonly visit: 'own' | 'shared' = 'own') {}
  carried() { return {visit: this.visit, series: '', rows: [...this.rows]} }
  follow(changed: (isEmpty: boolean) => void): void { this.#changed = changed }
  become(rows: unknown[]): void {
    this.rows = rows
    this.#changed(!rows.length)
  }
}

const handed = () => sessionStorage.getItem(HAND_OVER)

describe('what is handed over to the next loading of a page', () => {
  afterEach(() => sessionStorage.removeItem(HAND_OVER))

  it('comes once, by name, and is out of the tab before anybody asks for it', async () => {
    const before = await loaded()
    before.carriers.add(new Holder('a', [1, 2])).add(new Holder('__proto__', [3], 'shared'))
    expect(before.handOver({half: 'typed'})).to.equal(true)
    const after = await loaded()
    expect(handed()).to.equal(null)
    expect(after.takeLog('a')).to.deep.equal({visit: 'own', series: '', rows: [1, 2]})
    expect(after.takeLog('a')).to.equal(undefined)
    expect([after.takeDrafts(), after.takeDrafts()]).to.deep.equal([{half: 'typed'}, undefined])
    expect((await loaded()).takeLog('__proto__')).to.equal(undefined)
  })

  it('is nothing where there is nothing', async () => {
    expect((await loaded()).handOver(undefined)).to.equal(true)
    expect(handed()).to.equal(null)
  })

  it('goes with what changes before the page is left, and is gone when that is cleared', async () => {
    const page = await loaded()
    const holder = new Holder('a', [1])
    page.carriers.add(holder)
    page.handOver(undefined)
    holder.become([1, 2])
    expect(handed()).to.contain('[1,2]')
    expect(page.isHandedOver()).to.equal(true)
    holder.become([])
    expect([handed(), page.isHandedOver()]).to.deep.equal([null, false])
    holder.become([3])
    expect(handed(), 'what is done after a clearing was not handed over').to.equal(null)
  })

  it('is not taken 10 minutes later: somebody else may be there', async () => {
    const page = await loaded()
    page.carriers.add(new Holder('a', [1]))
    page.handOver(undefined)
    const {at, ...rest} = JSON.parse(handed()!) as {at: number}
    for (const [minutes, rows] of [[11, undefined], [-11, undefined], [9, [1]]] as const) {
      sessionStorage.setItem(HAND_OVER, JSON.stringify({...rest, at: at - minutes * 60_000}))
      expect((await loaded()).takeLog('a')?.rows, `${minutes} minutes`).to.deep.equal(rows)
      expect(handed()).to.equal(null)
    }
  })

  for (const text of ['', 'null', '5', '[]', '{"at": 1}', '{"at": "now", "logs": {}}', 'cut sho', `{"at": ${Date.now()}, "logs": {"a": 5}}`]) {
    it(`is nothing in what another script wrote: ${text || 'an empty text'}`, async () => {
      sessionStorage.setItem(HAND_OVER, text)
      const page = await loaded()
      expect([page.takeLog('a'), page.takeDrafts(), handed()]).to.deep.equal([undefined, undefined, null])
    })
  }
})
