import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {
  changeBetween, changeLookingBack, goneRatings, minutesToRate, oneDecimal, oneSidedOf, openSitting, profileOf,
  ratingsIn, shallowDomains,
  shortForm, sittings, statementsOf,
} from '../../../components/model/assessment/assessment.js'
import type {LearnerEvent, Rating} from '../../../components/model/record/record.js'
import {anyRecord, at, event} from '../record/facts.js'
import {assessed, began, framework, rated, sitting, sittingEvents, type Rated} from './ratings.js'

const three = framework({A: {a1: [], a2: [], a3: [], a4: []}, B: {b1: [], b2: []}, C: {c1: []}})

describe('sittings', () => {
  it('come oldest first, each with its own ratings, whatever the order of the list', () => {
    const events = [
      ...sittingEvents(three, {a1: {now: 1, needed: 4}}, {assessment: 'first'}),
      ...sittingEvents(three, {a1: {now: 3, needed: 4}}, {assessment: 'second', from: 100}),
    ]
    const found = sittings('f', events.reverse())
    assert.deepEqual(found.map(({id, at: when}) => [id, when]), [['first', at(0)], ['second', at(100)]])
    assert.deepEqual(found.map(({ratings}) => ratings.get('a1')?.now), [1, 3])
  })

  it('keep the newest rating of a statement, also one changed after the end', () => {
    const rating = (s: number, now: Rating) => rated(s, 'a1', 'A', {now, needed: 4})
    const events = [began(0, ['A']), rating(1, 1), assessed(2), rating(3, 2)]
    for (const list of [events, [...events].reverse()]) {
      const [found] = sittings('f', list)
      assert.equal(found?.ratings.get('a1')?.now, 2)
      assert.equal(found?.finished?.at, at(2))
    }
  })

  it('end when they first ended, also when a second tab ends them again', () => {
    assert.equal(sittings('f', [assessed(9), began(0, ['A']), assessed(5)])[0]?.finished?.at, at(5))
  })

  it('leave other frameworks alone', () => {
    const rating = rated(1, 'a1', 'A', {now: 1, needed: 1}, 's1', 'other')
    assert.deepEqual(sittings('f', [began(0, ['A'], 's1', 'other'), rating, assessed(2, 's1', 'other')]), [])
  })

  it('keep ratings whose beginning was lost', () => {
    const events = [rated(5, 'b1', 'B', {now: 1, needed: 2, before: 1}), rated(3, 'a1', 'A', {now: 2, needed: 2})]
    const [found] = sittings('f', events)
    assert.deepEqual([found?.domains, found?.at, found?.looksBack], [['A', 'B'], at(3), true])
  })

  it('say whether they look back', () => {
    const looking = event(0, {type: 'began', about: 'f', assessment: 's1', domains: ['A'], looksBack: true})
    assert.deepEqual([looking, began(0, ['A'])].map(start => sittings('f', [start])[0]?.looksBack), [true, false])
  })

  it('have no place for an end without anything before it', () => assert.deepEqual(sittings('f', [assessed(1)]), []))
})

describe('goneRatings', () => {
  it('are all that no statement of the framework has, and with the rest they are all ratings', () => {
    fc.assert(fc.property(anyRecord, fc.subarray(['a1', 'a2', 'b1']), (events, kept) => {
      const now = framework({A: Object.fromEntries(kept.filter(id => id !== 'b1').map(id => [id, []])), B: kept.includes('b1') ? {b1: []} : {}})
      for (const sitting of sittings('f', events)) {
        const gone = goneRatings(now, sitting).map(({about}) => about)
        assert.deepEqual([...sitting.ratings.keys()].filter(id => !gone.includes(id) && !kept.includes(id)), [])
        assert.deepEqual(gone.filter(id => kept.includes(id)), [])
      }
    }))
    const some = sitting(three, {a1: {now: 1, needed: 4}, c1: {now: 2, needed: 4}})
    assert.deepEqual(goneRatings(framework({A: {a1: []}}), some).map(({about}) => about), ['c1'])
  })
})

describe('openSitting', () => {
  it('is the newest, until it is finished', () => {
    const first = sittingEvents(three, {}, {assessment: 'first'})
    assert.equal(openSitting('f', first), undefined)
    assert.equal(openSitting('f', [...first, began(50, ['A'], 'second')])?.id, 'second')
    assert.equal(openSitting('f', [...first, began(50, ['A'], 'second'), assessed(51, 'second')]), undefined)
    assert.equal(openSitting('f', []), undefined)
  })

  it('leaves an older one that was given up', () => {
    const events = [began(0, ['A'], 'given-up'), ...sittingEvents(three, {}, {assessment: 'done', from: 10})]
    assert.equal(openSitting('f', events), undefined)
  })
})

describe('a short form', () => {
  const short = (seconds: number, assessment = 's1') =>
    event(seconds, {type: 'began', about: 'f', assessment, domains: ['A', 'B', 'C'], statements: ['a1', 'b2', 'c1']})
  const asked = (events: readonly LearnerEvent[]) => statementsOf(three, sittings('f', events)[0]!).map(({id}) => id)

  it('has the statement that each domain names, or else its first', () => {
    const [a, b, c] = three.domains
    const named = {domains: [{...a!, first: 'gone'}, {...b!, first: 'b2'}, c!, {...c!, statements: []}]}
    assert.deepEqual(shortForm(named).map(({id}) => id), ['a1', 'b2', 'c1'])
  })

  it('goes deeper in some domains and stays one sitting, in whatever order the events come', () => {
    const events = [short(0), rated(1, 'b2', 'B', {now: 1, needed: 4}), began(5, ['A'])]
    assert.deepEqual(asked([short(0)]), ['a1', 'b2', 'c1'])
    for (const order of [events, [...events].reverse()]) {
      assert.equal(sittings('f', order).length, 1)
      assert.deepEqual(asked(order), ['a1', 'a2', 'a3', 'a4', 'b2', 'c1'])
      assert.deepEqual(shallowDomains(three, sittings('f', order)[0]!).map(({id}) => id), ['B'])
    }
    assert.deepEqual(asked([...events, began(6, ['B', 'C'])]), ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'])
  })

  it('is open again while what was added waits, and its result stays', () => {
    const events = [short(0), assessed(3)]
    assert.equal(openSitting('f', events), undefined)
    const deeper = [...events, began(5, ['A'])]
    assert.ok(openSitting('f', deeper)?.finished)
    assert.equal(openSitting('f', [...deeper, assessed(7)]), undefined)
  })

  it('leaves a sitting of all with nothing to add', () => {
    const [all] = sittings('f', [began(0, ['A', 'B', 'C'])])
    assert.deepEqual(shallowDomains(three, all!), [])
    assert.equal(all!.scope, undefined)
  })

  it('says of how many statements each figure is', () => {
    const [found] = sittings('f', [short(0), rated(1, 'b2', 'B', {now: 1, needed: 4})])
    assert.deepEqual(profileOf(three, found!).map(({rated, of}) => [rated, of]), [[0, 4], [1, 2], [0, 1]])
  })
})

describe('statementsOf', () => {
  it('goes through the domains of a short form in the framework\'s order', () => {
    const [short] = sittings('f', [began(0, ['C', 'gone', 'B']), rated(1, 'b2', 'B', {now: 1, needed: 1})])
    assert.deepEqual(statementsOf(three, short!).map(({id}) => id), ['b1', 'b2', 'c1'])
  })

  it('does not ask for a statement that has gone', () => {
    const rating = (s: number, about: string) => rated(s, about, 'C', {now: 1, needed: 1})
    const [short] = sittings('f', [began(0, ['C']), rating(1, 'c1'), rating(2, 'gone')])
    assert.ok(short!.ratings.has('gone'))
    assert.deepEqual(statementsOf(three, short!).map(({id}) => id), ['c1'])
  })
})

describe('profileOf', () => {
  it('is what a person works out by hand', () => {
    // A   now          needed
    // a1  2            4
    // a2  3            3
    // a3  unsure       5        left out: not both are levels
    // a4  not my role  4        left out
    //     (2+3)/2=2.5  (4+3)/2=3.5  3.5-2.5=1
    // B: b1 now 5, needed 2: 2 - 5 = -3; b2 was not rated. C: unsure on both sides.
    const result = profileOf(three, sitting(three, {
      a1: {now: 2, needed: 4}, a2: {now: 3, needed: 3}, a3: {now: 'unsure', needed: 5},
      a4: {now: 'not-my-role', needed: 4}, b1: {now: 5, needed: 2}, c1: {now: 'unsure', needed: 'unsure'},
    }))
    assert.deepEqual(result, [
      {domain: 'A', now: 2.5, needed: 3.5, gap: 1, rated: 4, of: 4, unsure: 1, notMyRole: 1},
      {domain: 'B', now: 5, needed: 2, gap: -3, rated: 1, of: 2, unsure: 0, notMyRole: 0},
      {domain: 'C', rated: 1, of: 1, unsure: 1, notMyRole: 0},
    ])
  })

  it('counts only statements where both are levels, so that the gap is the difference of the two means', () => {
    // Only a1: 1, 4, and 4 - 1 = 3.
    const [a] = profileOf(three, sitting(three, {a1: {now: 1, needed: 4}, a2: {now: 5, needed: 'unsure'}}))
    assert.deepEqual([a?.now, a?.needed, a?.gap], [1, 4, 3])
  })

  it('leaves a statement out of both sides when either says that it is not part of the role', () => {
    // Only a2 counts: 2 and 3.
    const [a] = profileOf(three, sitting(three, {
      a1: {now: 5, needed: 'not-my-role', before: 5}, a2: {now: 2, needed: 3, before: 1},
    }))
    assert.deepEqual([a?.now, a?.needed, a?.gap, a?.before, a?.notMyRole], [2, 3, 1, 1, 1])
  })

  it('ignores statements that have left the framework, and keeps one that moved to another domain', () => {
    const moved = framework({A: {a1: []}, B: {a2: [], b1: []}})
    const before = sitting(three, {a1: {now: 1, needed: 1}, a2: {now: 2, needed: 2}, a3: {now: 5, needed: 5}})
    const means = profileOf(moved, before).map(({domain, now, rated: count}) => [domain, now, count])
    assert.deepEqual(means, [['A', 1, 1], ['B', 2, 1]])
  })

  it('shows only the domains of a short form', () => {
    const [short] = sittings('f', [began(0, ['B'])])
    assert.deepEqual(profileOf(three, short!), [{domain: 'B', rated: 0, of: 2, unsure: 0, notMyRole: 0}])
  })
})

describe('oneSidedOf', () => {
  it('keeps what is known of one side where the other is not, apart from what is known of both', () => {
    // now: a1 and a2, (2+5)/2=3.5. needed: a4, 4. a3 has both; b1 neither; c1 is not part of the role.
    const given = sitting(three, {
      a1: {now: 2, needed: 'unsure', before: 1}, a2: {now: 5, needed: 'unsure'}, a3: {now: 1, needed: 3, before: 1},
      a4: {now: 'unsure', needed: 4, before: 2}, b1: {now: 'unsure', needed: 'unsure'}, c1: {now: 4, needed: 'not-my-role'},
    })
    const sides = three.domains.map(({id}) => oneSidedOf(ratingsIn(three, given, id)))
    assert.deepEqual(sides, [{now: 3.5, needed: 4, before: 1}, {}, {}])
    assert.deepEqual(ratingsIn(three, given, 'gone'), [])
  })
})

describe('minutesToRate', () => {
  // Of 35 words: 12 seconds at 175 a minute.
  const words = (count: number) => [{type: 'text' as const, value: Array(count).fill('word').join(' ')}]
  const one = {...three.domains[0]!.statements[0]!, prompt: words(10), levels: [words(10), words(15)]}
  const of = (count: number, asks?: number, needed?: string[]) => minutesToRate({needed}, Array(count).fill(one), asks)

  it('is the time to read each statement and to answer it as often as it is asked', () => {
    assert.equal(of(0), 1)
    assert.equal(of(30, 1), Math.round(30 * (12 + 5) / 60))
    assert.equal(of(30), Math.round(30 * (12 + 10) / 60))
    assert.equal(of(30, 3), Math.round(30 * (12 + 15) / 60))
  })

  it('has what a role can need read once, however many statements there are', () => {
    const needed = Array<string>(5).fill(Array(35).fill('word').join(' '))
    assert.equal(of(30, 2, needed), of(30) + 1)
    assert.equal(of(60, 2, needed), of(60) + 1)
  })
})

describe('changeBetween', () => {
  it('compares the statements rated both times, and names those whose words changed', () => {
    // now:    a1 1 -> 3, a2 2 -> 4; a3 was unsure first, a4 is new: (1+2)/2=1.5 -> (3+4)/2=3.5
    // needed: a1 4 -> 4, a2 4 -> 5, a3 2 -> 2: 10/3 -> 11/3
    // gap:    a1 3 -> 1, a2 2 -> 1: 2.5 -> 1
    const earlier = sitting(three, {a1: {now: 1, needed: 4}, a2: {now: 2, needed: 4}, a3: {now: 'unsure', needed: 2}})
    const later = sitting(three, {
      a1: {now: 3, needed: 4}, a2: {now: 4, needed: 5}, a3: {now: 5, needed: 2}, a4: {now: 5, needed: 5},
      b1: {now: 1, needed: 1},
    })
    const changedWords = {...later, ratings: new Map([...later.ratings].map(([id, rating]) =>
      [id, id === 'a2' ? {...rating, hash: 'new'} : rating]))}
    const [a, b] = changeBetween(three, earlier, changedWords)
    assert.deepEqual(a, {
      domain: 'A', compared: 2, reworded: ['a2'],
      now: {from: 1.5, to: 3.5}, needed: {from: 10 / 3, to: 11 / 3}, gap: {from: 2.5, to: 1},
    })
    assert.deepEqual(b, {domain: 'B', compared: 0, reworded: []})
  })

  it('leaves out what was outside the role on either occasion', () => {
    const earlier = sitting(three, {a1: {now: 1, needed: 'not-my-role'}, a2: {now: 1, needed: 1}})
    const later = sitting(three, {a1: {now: 5, needed: 5}, a2: {now: 2, needed: 1}})
    assert.deepEqual(changeBetween(three, earlier, later)[0]?.now, {from: 1, to: 2})
  })

  it('has only the domains that were in both', () => {
    const [short] = sittings('f', [began(0, ['B'])])
    assert.deepEqual(changeBetween(three, short!, sitting(three, {})).map(({domain}) => domain), ['B'])
  })
})

describe('changeLookingBack', () => {
  it('goes from before to now, over the statements that have both', () => {
    // now:  a1 1 -> 4, a2 3 -> 4: 2 -> 4; a3 has no word on before. gap: a1 4 -> 1; a2 needs "unsure".
    const back = sitting(three, {
      a1: {now: 4, needed: 5, before: 1}, a2: {now: 4, needed: 'unsure', before: 3}, a3: {now: 1, needed: 5},
    })
    const [a] = changeLookingBack(three, back)
    assert.deepEqual([a?.now, a?.gap, a?.compared], [{from: 2, to: 4}, {from: 4, to: 1}, 2])
  })
})

describe('oneDecimal', () => {
  const cases: [number, string][] = [
    [3, '3.0'], [2.25, '2.3'], [1.15, '1.2'], [10 / 3, '3.3'], [-0.25, '-0.3'], [-0.04, '0.0'], [0, '0.0'],
    [4.96, '5.0'],
  ]
  for (const [value, shown] of cases) it(`${value} is ${shown}`, () => assert.equal(oneDecimal(value), shown))
})

describe('assessment, whatever was answered', () => {
  const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 5, 'unsure', 'not-my-role')
  const statements = three.domains.flatMap(domain => domain.statements)
  const answers: fc.Arbitrary<Record<string, Rated | undefined>> = fc.record(
    Object.fromEntries(statements.map(({id}) =>
      [id, fc.record({now: rating, needed: rating, before: rating}, {requiredKeys: ['now', 'needed']})])),
    {requiredKeys: []})

  it('agrees with a second opinion that counts levels in a tally', () => {
    fc.assert(fc.property(answers, given => {
      for (const domain of profileOf(three, sitting(three, given))) {
        const own = three.domains.find(({id}) => id === domain.domain)!.statements
          .flatMap(({id}) => given[id] ?? [])
          .filter(({now, needed}) => ![now, needed].some(side => side === 'not-my-role' || side === 'unsure'))
        for (const side of ['now', 'needed', 'before'] as const) {
          const tally = [1, 2, 3, 4, 5].map(level => own.filter(answer => answer[side] === level).length)
          const count = tally.reduce((a, b) => a + b)
          const weighed = tally.reduce((sum, times, i) => sum + times * (i + 1), 0)
          assert.equal(domain[side], count ? weighed / count : undefined)
        }
      }
    }))
  })

  it('throws no level away: each of the role is in the means of both sides, or in those of one', () => {
    fc.assert(fc.property(answers, given => {
      const taken = sitting(three, given)
      for (const {domain, rated: count, unsure, notMyRole, ...means} of profileOf(three, taken)) {
        const own = ratingsIn(three, taken, domain).filter(({now, needed}) => now !== 'not-my-role' && needed !== 'not-my-role')
        const alone = oneSidedOf(ratingsIn(three, taken, domain))
        for (const [side, other] of [['now', 'needed'], ['needed', 'now']] as const) {
          const levels = own.filter(each => typeof each[side] === 'number')
          const apart = levels.filter(each => typeof each[other] !== 'number').length
          const both = levels.length - apart
          assert.equal(both, count - unsure - notMyRole)
          assert.deepEqual([means[side] === undefined, alone[side] === undefined], [!both, !apart])
          const sum = (means[side] ?? 0) * both + (alone[side] ?? 0) * apart
          assert.ok(Math.abs(sum - levels.reduce((sum, each) => sum + Number(each[side]), 0)) < 1e-9)
        }
      }
    }))
  })

  it('has no gap without both sides, and otherwise one of -4 to 4', () => {
    fc.assert(fc.property(answers, given => {
      for (const {gap, now, needed} of profileOf(three, sitting(three, given))) {
        if (gap !== undefined) assert.ok(gap >= -4 && gap <= 4 && gap === needed! - now!)
      }
    }))
  })

  it('turns the change round when the occasions are', () => {
    fc.assert(fc.property(answers, answers, (one, other) => {
      const there = changeBetween(three, sitting(three, one), sitting(three, other))
      const back = changeBetween(three, sitting(three, other), sitting(three, one))
      assert.deepEqual(there.map(({now}) => now), back.map(({now}) => now && {from: now.to, to: now.from}))
    }))
  })

  it('takes nothing from other events, nor from their order', () => {
    fc.assert(fc.property(answers, anyRecord, fc.infiniteStream(fc.nat()), (given, others: LearnerEvent[], order) => {
      const events = sittingEvents(three, given)
      const mixed = [...events, ...others].map(each => ({each, key: order.next().value as number}))
        .sort((a, b) => a.key - b.key).map(({each}) => each)
      const [found] = sittings('f', mixed)
      assert.deepEqual(profileOf(three, found!), profileOf(three, sitting(three, given)))
    }))
  })
})
