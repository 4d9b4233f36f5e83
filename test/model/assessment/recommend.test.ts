import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileContent} from '../../../cli/content/compile-content.js'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {sittings} from '../../../components/model/assessment/assessment.js'
import type {Framework} from '../../../components/model/guide/framework.js'
import type {ModuleFacts} from '../../../components/model/guide/module.js'
import {progressIndex} from '../../../components/model/record/progress.js'
import {recommend} from '../../../components/model/assessment/recommend.js'
import type {LearnerEvent, Rating} from '../../../components/model/record/record.js'
import {anyRecord, event, facts} from '../record/facts.js'
import {framework, rated, sittingEvents, type Rated} from './ratings.js'

function suggested(
  of: Framework, modules: readonly ModuleFacts[], ratings: Readonly<Record<string, Rated | undefined>>,
  {events = [], ...options}: {events?: readonly LearnerEvent[]; audience?: string; limit?: number} = {},
) {
  const [sitting] = sittings(of.id, [...sittingEvents(of, ratings), ...events])
  return recommend({framework: of, sitting: sitting!, modules, index: progressIndex(events), ...options})
}

describe('recommend: worked by hand', () => {
  const skills = framework({A: {a1: ['m1', 'm2'], a2: ['m2', 'm3']}, B: {b1: ['m4']}})
  const modules = ['m1', 'm2', 'm3', 'm4', 'm5'].map(id =>
    facts(id, {domains: [id === 'm4' ? 'B' : 'A'], stage: 1}))
  const ids = (ratings: Record<string, Rated>, options = {}) =>
    suggested(skills, modules, ratings, options).map(({module}) => module)

  it('begins with the first choice for the largest gap, whatever smaller gaps add up to', () => {
    // Largest gap 3 at b1: m4 first. Then, all at stage 1 for level 1, or one level off (x 4/5) for level 2:
    // m2: a1 (gap 2, place 2) 2 x 1/2 + a2 (gap 2, place 1) 2 = 3; m1: 2 + a2 by domain 2/10 = 2.2; m3: 1 + 0.2 = 1.2
    // m5 is named by none: 0.2 + 0.2.
    const ratings = {a1: {now: 1, needed: 3}, a2: {now: 1, needed: 3}, b1: {now: 2, needed: 5}} as const
    assert.deepEqual(ids(ratings), ['m4', 'm2', 'm1', 'm3', 'm5'])
  })

  it('gives the reasons, largest gap first, and says when there is only the domain', () => {
    const list = suggested(skills, modules, {a1: {now: 2, needed: 3}, a2: {now: 1, needed: 4}})
    const reasons = new Map(list.map(({module, reasons: of, gap, isNamed}) =>
      [module, {gap, isNamed, of: of.map(({statement, now, needed}) => [statement.id, now, needed])}]))
    assert.deepEqual(reasons.get('m2'), {gap: 3, isNamed: true, of: [['a2', 1, 4], ['a1', 2, 3]]})
    assert.deepEqual(reasons.get('m1'), {gap: 1, isNamed: true, of: [['a1', 2, 3]]})
    assert.deepEqual(reasons.get('m5'), {gap: 3, isNamed: false, of: [['a2', 1, 4], ['a1', 2, 3]]})
    assert.equal(reasons.has('m4'), false)
  })

  it('suggests nothing when nothing is missing', () => {
    assert.deepEqual(ids({}), [])
    assert.deepEqual(ids({a1: {now: 3, needed: 3}, a2: {now: 5, needed: 1}, b1: {now: 1, needed: 'unsure'}}), [])
  })

  it('takes "I am not sure" as a gap of 1 where at least level 2 is needed', () => {
    const list = suggested(skills, modules, {b1: {now: 'unsure', needed: 4}})
    assert.deepEqual(list.map(({module, gap}) => [module, gap]), [['m4', 1]])
    assert.deepEqual(ids({b1: {now: 'unsure', needed: 1}}), [])
    assert.deepEqual(ids({a1: {now: 1, needed: 3}, b1: {now: 'unsure', needed: 5}})[0], 'm1')
  })

  it('goes on down the list when the first choice is done, and never names what is done', () => {
    const events = [event(900, {type: 'completed', about: 'm1', outcome: 'passed', attempt: 't', right: 3, of: 3})]
    assert.deepEqual(ids({a1: {now: 1, needed: 5}}, {events}), ['m2', 'm3', 'm5'])
  })

  it('leaves out what only statements outside the role name, and keeps what another one names too', () => {
    // m1 is named by a1 only. m2 by a1 and a2. Both are of domain A, as the gap at a2 is.
    assert.deepEqual(ids({a1: {now: 1, needed: 'not-my-role'}, a2: {now: 1, needed: 5}}), ['m2', 'm3', 'm5'])
    assert.deepEqual(ids({a1: {now: 'not-my-role', needed: 5}}), [])
  })

  it('keeps to the audience', () => {
    const only: Record<string, string[]> = {m1: ['manager'], m2: ['champion']}
    const mixed = modules.map(module => ({...module, audience: only[module.id] ?? module.audience}))
    const list = (audience?: string) =>
      suggested(skills, mixed, {a1: {now: 1, needed: 5}}, {audience}).map(({module}) => module)
    assert.deepEqual(list('manager'), ['m1', 'm3', 'm5'])
    assert.deepEqual(list('champion'), ['m2', 'm3', 'm5'])
    assert.deepEqual(list(), ['m1', 'm2', 'm3', 'm5'])
  })

  it('prefers the stage that fits the level now', () => {
    // Of m3 and m5, both of the domain only: gap 2/10, x 1 where stage and level agree, x 4/6 where they are 2 apart.
    const staged = modules.map(module => module.id === 'm5' ? {...module, stage: 3} : module)
    const last = (ratings: Record<string, Rated>) =>
      suggested(skills, staged, ratings).map(({module}) => module).slice(2)
    assert.deepEqual(last({a1: {now: 1, needed: 3}}), ['m3', 'm5'])
    assert.deepEqual(last({a1: {now: 3, needed: 5}}), ['m5', 'm3'])
  })

  it('settles ties by the guide\'s order', () => {
    const twins = framework({A: {a1: ['m2'], a2: ['m1'], a3: ['m3']}})
    const ratings = {a1: {now: 1, needed: 2}, a2: {now: 1, needed: 2}, a3: {now: 1, needed: 2}} as const
    const firstThree = (order: ModuleFacts[]) => suggested(twins, order, ratings).slice(0, 3).map(({module}) => module)
    assert.deepEqual(firstThree(modules), ['m1', 'm2', 'm3'])
    assert.deepEqual(firstThree([...modules].reverse()), ['m3', 'm2', 'm1'])
  })

  it('gives as many as asked for', () => assert.deepEqual(ids({a1: {now: 1, needed: 5}}, {limit: 1}), ['m1']))
})

describe('recommend: the shipped framework, whatever was answered', () => {
  const {guide: {frameworks, modules}} = compileContent(join(REPOSITORY, 'content'))
  const england = frameworks.find(({id}) => id === 'england')!
  const statements = england.domains.flatMap(domain => domain.statements)
  const here = new Set(modules.map(({id}) => id))

  const rating = fc.oneof(
    {arbitrary: fc.constantFrom<Rating>(1, 2, 3, 4, 5), weight: 6}, fc.constantFrom<Rating>('unsure', 'not-my-role'))
  const answers: fc.Arbitrary<Record<string, Rated | undefined>> = fc.record(
    Object.fromEntries(statements.map(({id}) => [id, fc.record({now: rating, needed: rating})])), {requiredKeys: []})
  const done = fc.subarray(modules.map(({id}) => id), {maxLength: 12}).map(ids => ids.map((about, i) =>
    event(5_000 + i, {type: 'completed', about, outcome: (['passed', 'completed', 'declared'] as const)[i % 3]})))
  const ids = (list: ReturnType<typeof suggested>) => list.map(({module}) => module)

  /** As the docblock of `recommend` puts it: needed less now, 1 for not sure, nothing for the rest. */
  const sizeOf = (answer: Rated | undefined): number => {
    if (typeof answer?.needed !== 'number') return 0
    if (answer.now === 'unsure') return answer.needed > 1 ? 1 : 0
    return typeof answer.now === 'number' ? Math.max(0, answer.needed - answer.now) : 0
  }
  /** Outside the role for the learner: every answered statement that names the module says so. */
  const isOutside = (module: string, given: Readonly<Record<string, Rated | undefined>>): boolean => {
    const naming = statements.filter(({suggest}) => suggest.includes(module)).flatMap(({id}) => given[id] ?? [])
    return naming.length > 0 && naming.every(({now, needed}) => now === 'not-my-role' || needed === 'not-my-role')
  }
  /** What the largest gaps call for first. Two sets of answers differ materially when neither's holds the other's. */
  const calledFor = (given: Readonly<Record<string, Rated | undefined>>): Set<string> => {
    const largest = Math.max(1, ...statements.map(({id}) => sizeOf(given[id])))
    return new Set(statements
      .filter(({id}) => sizeOf(given[id]) === largest)
      .flatMap(({suggest}) => suggest.find(id => here.has(id) && !isOutside(id, given)) ?? []))
  }

  it('has statements, and modules for every one of them', () => {
    assert.equal(statements.length, 24)
    for (const {id, suggest} of statements) assert.ok(suggest.some(module => here.has(module)), id)
  })

  it('never gives the same list for materially different gaps', () => {
    let compared = 0
    fc.assert(fc.property(answers, answers, (one, other) => {
      const [first, second] = [calledFor(one), calledFor(other)]
      const holds = (a: Set<string>, b: Set<string>) => [...b].every(id => a.has(id))
      // A list of 5 cannot tell what comes after the fifth.
      if (first.size > 5 || second.size > 5 || holds(first, second) || holds(second, first)) return
      compared += 1
      assert.notDeepEqual(ids(suggested(england, modules, one)), ids(suggested(england, modules, other)))
    }), {numRuns: 400})
    assert.ok(compared > 50, `only ${compared} pairs differed materially`)
  })

  it('changes with one answer: a new largest gap puts its own first choice at the head', () => {
    fc.assert(fc.property(answers, fc.constantFrom(...statements), (given, {id, suggest}) => {
      const softened = Object.fromEntries(Object.entries(given).map(([about, answer]) =>
        [about, sizeOf(answer) === 4 ? {now: 2 as const, needed: 5 as const} : answer]))
      const changed = {...softened, [id]: {now: 1 as const, needed: 5 as const}}
      assert.equal(suggested(england, modules, changed)[0]?.module, suggest.find(module => here.has(module)))
    }))
  })

  it('never suggests what is done, or what is not part of the role', () => {
    fc.assert(fc.property(answers, done, (given, events) => {
      const finished = new Set(events.map(({about}) => about))
      for (const {module} of suggested(england, modules, given, {events, limit: 99})) {
        assert.ok(!finished.has(module), `${module} is done`)
        assert.ok(!isOutside(module, given), `${module} is outside the role`)
      }
    }))
  })

  it('never suggests what is for another audience', () => {
    const audiences = fc.constantFrom('everyone', 'patient-facing', 'manager', 'champion')
    fc.assert(fc.property(answers, audiences, (given, audience) => {
      for (const {module} of suggested(england, modules, given, {audience, limit: 99})) {
        const {audience: fitted} = modules.find(({id}) => id === module)!
        assert.ok(fitted.includes(audience) || fitted.includes('everyone'), module)
      }
    }))
  })

  it('has a reason for each: a rated statement where the role needs more, named by it or of the domain', () => {
    fc.assert(fc.property(answers, given => {
      for (const {module, reasons, gap, isNamed} of suggested(england, modules, given, {limit: 99})) {
        assert.ok(reasons.length > 0)
        assert.equal(gap, Math.max(...reasons.map(({statement}) => sizeOf(given[statement.id]))))
        for (const {statement, now, needed} of reasons) {
          assert.deepEqual({now, needed}, {...given[statement.id]})
          assert.ok(sizeOf({now, needed}) > 0)
          const {domains} = modules.find(({id}) => id === module)!
          assert.ok(isNamed ? statement.suggest.includes(module) : domains.includes(statement.domain))
        }
      }
    }))
  })

  it('suggests something whenever a gap names a module that is open', () => {
    fc.assert(fc.property(answers, given => {
      const isOpen = statements.some(({id, suggest}) =>
        sizeOf(given[id]) > 0 && suggest.some(module => here.has(module) && !isOutside(module, given)))
      if (isOpen) assert.ok(suggested(england, modules, given).length > 0)
    }))
  })

  it('does not depend on the order of events, on other frameworks or on what was read and tried', () => {
    const answer = fc.record({about: fc.constantFrom(...statements), now: rating, needed: rating})
    const elsewhere = fc.array(answer, {maxLength: 9})
      .map(list => list.map(({about, now, needed}, i) =>
        rated(9_000 + i, about.id, about.domain, {now, needed}, `s${i % 2}`, 'wales')))
    fc.assert(fc.property(answers, elsewhere, anyRecord, (given, others, record) => {
      const events = [...sittingEvents(england, given), ...others, ...record]
      const list = (order: LearnerEvent[]) =>
        recommend({framework: england, sitting: sittings('england', order)[0]!, modules, index: progressIndex(order)})
      assert.deepEqual(list(events), suggested(england, modules, given))
      assert.deepEqual(list([...events].reverse()), list(events))
    }))
  })

  it('does not depend on a module that no statement names and no domain has', () => {
    fc.assert(fc.property(answers, fc.nat(modules.length), (given, place) => {
      const more = [...modules.slice(0, place), facts('another', {domains: ['D99']}), ...modules.slice(place)]
      assert.deepEqual(suggested(england, more, given), suggested(england, modules, given))
    }))
  })
})
