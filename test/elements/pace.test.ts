import {expect} from 'chai'
import {paced} from '../../components/elements/shared/page/pace.js'

describe('paced work', () => {
  /** What is to happen when some time has passed, oldest first. */
  let later: (() => void)[]
  let runs: number
  let ask: () => void

  beforeEach(() => {
    later = []
    runs = 0
    ask = paced(100, () => runs++, (ms, run) => {
      expect(ms).to.equal(100)
      later.push(run)
    })
  })

  const timePasses = () => later.shift()!()

  it('runs at once', () => {
    ask()
    expect(runs).to.equal(1)
  })

  it('runs once more for 10,000 that ask while it rests, when the rest is over', () => {
    for (let i = 0; i < 10_000; i++) ask()
    expect(runs).to.equal(1)
    expect(later).to.have.length(1)
    timePasses()
    expect(runs).to.equal(2)
    timePasses()
    expect(runs).to.equal(2)
    expect(later).to.deep.equal([])
  })

  it('runs at once again after a rest in which nobody asked', () => {
    ask()
    timePasses()
    ask()
    expect(runs).to.equal(2)
  })

  it('goes on after work that failed', () => {
    let isFaulty = true
    const risky = paced(100, () => { runs++; if (isFaulty) throw new Error('no room') }, (_ms, run) => later.push(run))
    expect(risky).to.throw('no room')
    isFaulty = false
    risky()
    timePasses()
    expect(runs).to.equal(2)
  })
})
