import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {recommend, type Reason} from '../../../components/model/assessment/recommend.js'
import type {Framework} from '../../../components/model/guide/framework.js'
import type {ModuleFacts} from '../../../components/model/guide/module.js'
import {progressIndex} from '../../../components/model/record/progress.js'
import type {LearnerEvent, Rating} from '../../../components/model/record/record.js'
import {anyRecord, event, facts} from '../record/facts.js'
import {framework, sitting, type Rated} from './ratings.js'

type Ratings = Readonly<Record<string, Rated | undefined>>
interface Options { events?: readonly LearnerEvent[]; audience?: string; limit?: number }

function suggested(of: Framework, modules: readonly ModuleFacts[], ratings?: Ratings, {events = [], ...options}: Options = {}) {
  return recommend({
    framework: of, sitting: ratings && sitting(of, ratings), modules, index: progressIndex(events), limit: 99, ...options,
  })
}

const ended = (about: string, outcome: string, seconds = 900) =>
  event(seconds, {type: 'completed', about, outcome, attempt: 't', right: 1, of: 3})
const answered = (about: string, module: string, right: boolean, sure: number | undefined, seconds: number) =>
  event(seconds, {type: 'answered', about, module, attempt: `t${seconds}`, given: [], right, sure})

describe('recommend: worked by hand', () => {
  const skills = framework({A: {a1: ['m1', 'm2'], a2: ['m2', 'm3']}, B: {b1: ['m4']}})
  const modules = ['m1', 'm2', 'm3', 'm4', 'm5'].map(id => facts(id, {domains: [id === 'm4' ? 'B' : 'A'], stage: 2}))
  const change = (changes: Record<string, Partial<ModuleFacts>>) => modules.map(module => ({...module, ...changes[module.id]}))
  const ids = (ratings?: Ratings, options: Options = {}, of = modules) =>
    suggested(skills, of, ratings, options).map(({module}) => module)
  const kinds = (module: string, ratings?: Ratings, options: Options = {}, of = modules) =>
    suggested(skills, of, ratings, options).find(each => each.module === module)?.reasons.map(({kind}) => kind)

  it('begins with the first choice for the largest gap, whatever smaller gaps add up to', () => {
    const ratings = {a1: {now: 1, needed: 3}, a2: {now: 1, needed: 3}, b1: {now: 2, needed: 5}} as const
    assert.deepEqual(ids(ratings), ['m4', 'm1', 'm2', 'm3', 'm5'])
  })

  it('gives each gap as a reason, largest first, and the gaps of its skill area where no statement names the module', () => {
    const list = suggested(skills, modules, {a1: {now: 2, needed: 3}, a2: {now: 1, needed: 4}})
    const of = (id: string) => list.find(({module}) => module === id)?.reasons.map(reason =>
      reason.kind === 'gap' ? [reason.statement.id, reason.now, reason.needed] : reason.kind)
    assert.deepEqual(of('m2'), [['a2', 1, 4], ['a1', 2, 3]])
    assert.deepEqual(of('m1'), [['a1', 2, 3]])
    assert.deepEqual(of('m5'), [['a2', 1, 4], ['a1', 2, 3]])
    assert.equal(of('m4'), undefined)
  })

  it('suggests nothing when nothing is missing, and helping others to who can do it all on their own', () => {
    assert.deepEqual(ids({a1: {now: 3, needed: 3}, a2: {now: 5, needed: 1}, b1: {now: 3, needed: 'unsure'}}), [])
    const helping = change({m3: {stage: 4}})
    assert.deepEqual(ids({a1: {now: 4, needed: 4}, b1: {now: 5, needed: 4}}, {}, helping), ['m3'])
    assert.deepEqual(kinds('m3', {a1: {now: 4, needed: 4}}, {}, helping), ['ready'])
    assert.deepEqual(ids({a1: {now: 3, needed: 3}}, {}, helping), [])
  })

  it('takes "I am not sure" as a small gap that nobody knows, unless the role needs nothing', () => {
    assert.deepEqual(kinds('m4', {b1: {now: 'unsure', needed: 4}}), ['unsure'])
    assert.deepEqual(kinds('m4', {b1: {now: 'unsure', needed: 'unsure'}}), ['unsure'])
    assert.deepEqual(kinds('m4', {b1: {now: 2, needed: 'unsure'}}), ['unsure'])
    assert.deepEqual(ids({b1: {now: 'unsure', needed: 1}}), [])
    assert.equal(ids({a1: {now: 1, needed: 3}, b1: {now: 'unsure', needed: 5}})[0], 'm1')
  })

  it('begins where the learner is lowest, when they know that and not what their role needs', () => {
    const twice = (a: Rating, b: Rating, modules: string[]) => assert.deepEqual(
      ids({a1: {now: a, needed: 'unsure'}, b1: {now: b, needed: 'unsure'}}).filter(id => id === 'm1' || id === 'm4'), modules)
    twice(1, 2, ['m1', 'm4'])
    twice(2, 1, ['m4', 'm1'])
    twice(3, 2, ['m4'])
    twice(4, 3, [])
    const [first] = suggested(skills, modules, {a1: {now: 2, needed: 'unsure'}})
    assert.deepEqual(first?.reasons.map(reason => reason.kind === 'unsure' && [reason.statement.id, reason.now, reason.needed]),
      [['a1', 2, 'unsure']])
    // What the role is known to need comes first, however small it is.
    assert.equal(ids({a1: {now: 2, needed: 'unsure'}, b1: {now: 3, needed: 4}})[0], 'm4')
  })

  it('lets who is new to a thing begin at the beginning, of gaps that are as large', () => {
    const staged = change({m1: {stage: 3}, m4: {stage: 1}})
    assert.deepEqual(ids({a1: {now: 1, needed: 4}, b1: {now: 1, needed: 4}}, {}, staged).slice(0, 2), ['m4', 'm1'])
    assert.deepEqual(ids({a1: {now: 2, needed: 5}, b1: {now: 2, needed: 5}}, {}, staged).slice(0, 2), ['m1', 'm4'])
    assert.deepEqual(kinds('m4', {b1: {now: 1, needed: 4}}, {}, staged), ['gap', 'beginning'])
    assert.deepEqual(kinds('m4', {b1: {now: 2, needed: 4}}, {}, staged), ['gap'])
  })

  it('begins with the modules for beginners where nothing is rated, also with no framework at all', () => {
    const staged = change({m2: {stage: 1}, m5: {stage: 1}})
    assert.deepEqual(ids(undefined, {}, staged), ['m2', 'm5'])
    assert.deepEqual(ids({}, {}, staged), ['m2', 'm5'])
    assert.deepEqual(recommend({modules: staged, index: progressIndex([])}),
      ['m2', 'm5'].map(module => ({module, reasons: [{kind: 'beginning'}]})))
  })

  it('goes on down the list when the first choice is done, and never names what is done', () => {
    const events = [ended('m1', 'passed')]
    assert.deepEqual(ids({a1: {now: 1, needed: 5}}, {events: [event(9, {type: 'elsewhere', about: 'm1', done: true})]}), ['m2', 'm3', 'm5'])
    assert.deepEqual(ids({a1: {now: 1, needed: 5}}, {events}), ['m2', 'm3', 'm5'])
  })

  it('has what was tried and not passed before all that is only rated, and before that what was certain and wrong', () => {
    const ratings = {b1: {now: 1, needed: 5}} as const
    const events = [ended('m3', 'not-passed'), answered('q1', 'm5', false, 3, 1), answered('q2', 'm5', false, 3, 2)]
    assert.deepEqual(ids(ratings, {events}), ['m5', 'm3', 'm4'])
    const [first] = suggested(skills, modules, ratings, {events})
    assert.deepEqual(first?.reasons, [{kind: 'sure-and-wrong', questions: ['q2', 'q1']}])
    assert.deepEqual(kinds('m3', ratings, {events}), ['not-passed'])
  })

  it('forgets an answer that was certain and wrong once the question was answered otherwise, or the module passed', () => {
    const wrong = answered('q1', 'm5', false, 3, 5)
    assert.deepEqual(ids({}, {events: [wrong]}), ['m5'])
    assert.deepEqual(ids({}, {events: [wrong, answered('q1', 'm5', true, 1, 6)]}), [])
    assert.deepEqual(ids({}, {events: [wrong, answered('q1', 'm5', false, 1, 6)]}), [])
    assert.deepEqual(ids({}, {events: [wrong, answered('q1', 'm5', true, 1, 4)]}), ['m5'])
    assert.deepEqual(ids({}, {events: [wrong, ended('m5', 'passed')]}), [])
    assert.deepEqual(ids({}, {events: [answered('q1', 'm5', false, 2, 5), answered('q2', 'm5', false, undefined, 5)]}), [])
  })

  it('offers everyone what everyone must know, also where they say that it is not part of their role', () => {
    const must = change({m1: {hasMustKnow: true}, m4: {hasMustKnow: true, audience: ['champion']}})
    assert.deepEqual(ids({a2: {now: 4, needed: 4}}, {}, must), ['m1'])
    assert.deepEqual(ids({a1: {now: 1, needed: 'not-my-role'}}, {}, must), ['m1'])
    assert.deepEqual(ids({}, {audience: 'champion'}, must), ['m4', 'm1'])
    assert.deepEqual(ids({}, {}, change({m1: {hasMustKnow: true, safety: false}})), [])
  })

  it('leaves out what only statements outside the role name, and keeps what another one names too', () => {
    // m1 is named by a1 only. m2 by a1 and a2. Both are of domain A, as the gap at a2 is.
    assert.deepEqual(ids({a1: {now: 1, needed: 'not-my-role'}, a2: {now: 1, needed: 5}}), ['m2', 'm3', 'm5'])
    assert.deepEqual(ids({a1: {now: 'not-my-role', needed: 5}}), [])
  })

  it('keeps to the audience, and has what is made for it second', () => {
    const mixed = change({
      m1: {audience: ['manager']}, m2: {audience: ['champion']}, m5: {audience: ['everyone', 'manager', 'champion']},
    })
    const list = (audience?: string) => ids({a1: {now: 1, needed: 5}}, {audience}, mixed)
    assert.deepEqual(list('manager'), ['m1', 'm5', 'm3'])
    assert.deepEqual(list('champion'), ['m2', 'm5', 'm3'])
    assert.deepEqual(list(), ['m1', 'm2', 'm3', 'm5'])
    assert.deepEqual(ids({b1: {now: 1, needed: 5}}, {audience: 'champion'}, mixed), ['m4', 'm2', 'm5'])
    assert.deepEqual(kinds('m2', {b1: {now: 1, needed: 5}}, {audience: 'champion'}, mixed), ['audience'])
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

describe('recommend: any framework, any modules, any answers', () => {
  const names = Array.from({length: 9}, (_, i) => `m${i}`)
  const audiences = ['everyone', 'nurse', 'manager', 'champion']
  const anyModules = fc.tuple(...names.map(id => fc.record({
    stage: fc.integer({min: 1, max: 4}), hasMustKnow: fc.boolean(), audience: fc.subarray(audiences, {minLength: 1}),
    domains: fc.subarray(['A', 'B', 'C'], {minLength: 1, maxLength: 2}),
  }).map(changes => facts(id, changes))))
  const list = fc.shuffledSubarray(names, {maxLength: 3})
  const anyFramework = fc.tuple(list, list, list, list, list, list).map(([a, b, c, d, e, f]) =>
    framework({A: {s1: a, s2: b}, B: {s3: c, s4: d, s5: e}, C: {s6: f}}))
  const statements = ['s1', 's2', 's3', 's4', 's5', 's6']
  const rating = fc.oneof(
    {arbitrary: fc.constantFrom<Rating>(1, 2, 3, 4, 5), weight: 6}, fc.constantFrom<Rating>('unsure', 'not-my-role'))
  const ratings: fc.Arbitrary<Ratings> = fc.record(
    Object.fromEntries(statements.map(id => [id, fc.record({now: rating, needed: rating})])), {requiredKeys: []})
  const audience = fc.option(fc.constantFrom('nurse', 'manager', 'champion'), {nil: undefined})
  const name = fc.constantFrom(...names)
  const record = fc.tuple(
    anyRecord,
    fc.array(fc.tuple(name, fc.constantFrom('passed', 'not-passed', 'declared', 'completed')), {maxLength: 5}),
    fc.array(fc.tuple(name, fc.boolean(), fc.constantFrom(undefined, 1, 2, 3)), {maxLength: 5}),
  ).map(([any, ends, answers]) => [
    ...any, ...ends.map(([about, outcome], i) => ended(about, outcome, 2_000 + i)),
    ...answers.map(([module, right, sure], i) => answered(`q${i % 2}`, module, right, sure, 1_000 + i)),
  ])
  const ids = (of: Framework, modules: readonly ModuleFacts[], given?: Ratings, options: Options = {}) =>
    suggested(of, modules, given, options).map(({module}) => module)
  const prove = <T extends [unknown, ...unknown[]]>(
    arbitraries: {[K in keyof T]: fc.Arbitrary<T[K]>}, holds: (...values: T) => void,
  ) => fc.assert(fc.property(...arbitraries, holds as (...values: unknown[]) => void), {numRuns: 600})

  it('never suggests what is done, what is for another audience, or a module twice', () => {
    prove([anyFramework, anyModules, ratings, record, audience], (of, modules, given, events, audience) => {
      const list = ids(of, modules, given, {events, audience})
      assert.equal(new Set(list).size, list.length)
      const {modules: traces} = progressIndex(events)
      for (const id of list) {
        assert.ok(!traces.get(id)?.completions.some(({outcome}) => outcome === 'passed' || outcome === 'completed'))
        const {audience: fitted} = modules.find(module => module.id === id)!
        assert.ok(!audience || fitted.includes(audience) || fitted.includes('everyone'))
      }
    })
  })

  it('has at least one reason for each, and every reason is true', () => {
    const perhaps = fc.option(ratings, {nil: undefined})
    prove([anyFramework, anyModules, perhaps, record, audience], (of, modules, given, events, audience) => {
      for (const {module, reasons} of suggested(of, modules, given, {events, audience})) {
        assert.ok(reasons.length > 0)
        const facts = modules.find(({id}) => id === module)!
        for (const reason of reasons) {
          assert.ok(isTrue(reason, facts, given ?? {}, events, audience), JSON.stringify({module, reason}))
        }
      }
    })
  })

  it('moves no other module when one is done', () => {
    prove([anyFramework, anyModules, ratings, record, audience, name], (of, modules, given, events, audience, done) => {
      const before = ids(of, modules, given, {events, audience})
      const after = ids(of, modules, given, {events: [...events, ended(done, 'passed', 5_000)], audience})
      assert.deepEqual(after, before.filter(id => id !== done))
    })
  })

  /** The first module on a statement's list that is in the learner's suggestions at all. */
  const calledFirst = (of: Framework, about: string, list: readonly string[]) =>
    of.domains.flatMap(({statements}) => statements).find(({id}) => id === about)?.suggest.find(id => list.includes(id))

  it('never moves the module that a statement calls for down when its gap grows', () => {
    let grown = 0
    const one = fc.constantFrom(...statements)
    prove([anyFramework, anyModules, ratings, one, fc.boolean()], (of, modules, given, about, isNow) => {
      const {now, needed} = given[about] ?? {}
      if (typeof now !== 'number' || typeof needed !== 'number') return
      const [to, from] = isNow ? [needed, now - 1] : [needed + 1, now]
      if (from < 1 || to > 5 || to <= from) return
      const larger = {now: from, needed: to} as Rated
      const [before, after] = [ids(of, modules, given), ids(of, modules, {...given, [about]: larger})]
      const module = calledFirst(of, about, after)
      if (!module || !before.includes(module)) return
      grown += 1
      assert.ok(after.indexOf(module) <= before.indexOf(module), `${module}: ${before} to ${after}`)
    })
    assert.ok(grown > 50, `only ${grown} gaps grew`)
  })

  it('never brings a simpler module that a statement speaks for nearer when its answer gets better', () => {
    let better = 0
    prove([anyFramework, anyModules, ratings, fc.constantFrom(...statements)], (of, all, given, about) => {
      // What has turns of its own, whatever was answered, takes the place of what is not needed any more.
      const modules = all.map(module => ({...module, hasMustKnow: false}))
      const {now, needed} = given[about] ?? {}
      if (typeof now !== 'number' || typeof needed !== 'number' || now === 5) return
      const before = ids(of, modules, given)
      const after = ids(of, modules, {...given, [about]: {now: now + 1, needed} as Rated})
      const {domain, suggest} = of.domains.flatMap(each => each.statements).find(({id}) => id === about)!
      // A module of a higher stage may come nearer: it fits better now.
      const simpler = modules.filter(({id, domains, stage}) => stage <= now && stage < 4
        && (suggest.includes(id) || domains.includes(domain)))
      const others = modules.filter(({id, domains, stage}) => stage < 4 && !suggest.includes(id) && !domains.includes(domain)
        && before.includes(id) && after.includes(id))
      better += 1
      for (const {id} of simpler) {
        if (!after.includes(id)) continue
        assert.ok(before.includes(id), `${id} is new`)
        for (const other of others) {
          const wasBehind = before.indexOf(id) > before.indexOf(other.id)
          assert.ok(!wasBehind || after.indexOf(id) > after.indexOf(other.id), `${id} passed ${other.id}: ${before} to ${after}`)
        }
      }
    })
    assert.ok(better > 50, `only ${better} answers got better`)
  })

  it('brings no simpler module to the head when every answer gets better', () => {
    prove([anyFramework, anyModules, fc.integer({min: 1, max: 3})], (of, all, level) => {
      const modules = all.map(module => ({...module, audience: ['everyone']}))
      const stageOfFirst = (now: number) => {
        const [first] = ids(of, modules, Object.fromEntries(statements.map(id => [id, {now, needed: 5} as Rated])))
        return modules.find(({id}) => id === first)?.stage ?? 0
      }
      assert.ok(stageOfFirst(level) <= stageOfFirst(level + 1))
    })
  })

  it('does not depend on the order of events, and on that of modules only for which comes first', () => {
    prove([anyFramework, anyModules, ratings, record, audience], (of, modules, given, events, audience) => {
      const list = suggested(of, modules, given, {events, audience})
      assert.deepEqual(suggested(of, modules, given, {events: [...events].reverse(), audience}), list)
      const byModule = (of: typeof list) => [...of].sort((a, b) => a.module < b.module ? -1 : 1)
      assert.deepEqual(byModule(suggested(of, [...modules].reverse(), given, {events, audience})), byModule(list))
    })
  })
})

/** Says by the record and the answers alone, in other words than the rule does, if a reason holds. */
function isTrue(
  reason: Reason, module: ModuleFacts, given: Ratings, events: readonly LearnerEvent[], audience?: string,
): boolean {
  const isFor = module.audience.includes('everyone') || (audience !== undefined && module.audience.includes(audience))
  const answers = Object.values(given).flatMap(answer => answer ?? [])
    .filter(({now, needed}) => now !== 'not-my-role' && needed !== 'not-my-role')
  switch (reason.kind) {
    case 'gap': {
      const {statement, now, needed} = reason
      const {now: said, needed: saidNeeded} = given[statement.id]!
      return said === now && saidNeeded === needed && needed > now
        && (statement.suggest.includes(module.id) || module.domains.includes(statement.domain))
    }
    case 'unsure': {
      const {now, needed} = given[reason.statement.id]!
      return (now === 'unsure' || needed === 'unsure') && now === reason.now && needed === reason.needed
    }
    case 'not-passed': return events.some(event =>
      event.type === 'completed' && event.about === module.id && event.outcome === 'not-passed')
    case 'sure-and-wrong': return reason.questions.length > 0 && reason.questions.every(question => events.some(event =>
      event.type === 'answered' && event.module === module.id && event.about === question && !event.right && event.sure === 3))
    case 'safety': return module.hasMustKnow && isFor
    case 'audience': return reason.audience === audience && module.audience.includes(audience)
    case 'beginning': return module.stage === 1 && isFor
      && (!Object.values(given).some(Boolean) || answers.some(({now}) => now === 1 || now === 'unsure'))
    case 'ready': return module.stage === 4 && isFor && answers.length > 0 && answers.every(({now, needed}) =>
      typeof now === 'number' && now >= 4 && (typeof needed !== 'number' || needed <= now))
  }
}
