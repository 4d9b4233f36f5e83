import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileContent} from '../../../cli/content/compile-content.js'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {nextAction, soFar, type NextAction} from '../../../components/model/assessment/next-action.js'
import {recommend} from '../../../components/model/assessment/recommend.js'
import {openSitting, sittings} from '../../../components/model/assessment/assessment.js'
import type {Guide} from '../../../components/model/guide/guide.js'
import {SHORT_MINUTES, shortModule} from '../../../components/model/guide/short-module.js'
import {isScored} from '../../../components/model/guide/question.js'
import {isDone, moduleProgress, progressIndex} from '../../../components/model/record/progress.js'
import {nextInPathway} from '../../../components/model/record/next-in-pathway.js'
import type {LearnerEvent, NewEvent, Rating} from '../../../components/model/record/record.js'
import {RecordLog} from '../../../components/state/record/record.js'
import {guideInMemory} from '../../../components/state/guide/memory-guide.js'

const {guide} = compileContent(join(REPOSITORY, 'content'))
const framework = guide.frameworks[0]!
const [basics, safety] = guide.pathways as [Guide['pathways'][0], Guide['pathways'][0]]
const [first, second] = basics.modules as [string, string]
const phishing = 'spot-suspicious-email'
const DAY = 24 * 60 * 60 * 1000
const NOW = Date.parse('2026-11-30T10:00:00Z')

/** Somebody who did things on days before today, which is 30 November 2026. */
class Learner {
  #now = 0
  readonly #record: RecordLog
  constructor(readonly of: Guide = guide) {
    this.#record = new RecordLog(of.edition, {now: () => this.#now})
  }

  get events(): readonly LearnerEvent[] { return this.#record.events }

  ago(days: number, ...facts: NewEvent[]): this {
    this.#now = NOW - days * DAY
    void this.#record.append(facts)
    return this
  }

  next(today = '2026-11-30', without: Partial<Guide> = {}): NextAction {
    const {manifest} = guideInMemory({...this.of, ...without}, '', this.#record)
    return nextAction({manifest, events: this.events, today, framework: without.frameworks ? without.frameworks[0] : framework})
  }
}

const about = (id: string) => ({about: id, hash: ''})
const page = (module: string): NewEvent => ({type: 'read', ...about(module), page: 'any'})
const began = (module: string): NewEvent => ({type: 'started', ...about(module), attempt: `a-${module}`, questions: ['q']})
const ended = (module: string, outcome: 'passed' | 'not-passed' | 'declared' | 'completed'): NewEvent => ({
  type: 'completed', ...about(module), outcome, ...outcome.includes('passed') && {attempt: `a-${module}`, right: 1, of: 5},
})
const all = framework.domains.flatMap(({id, statements}) => statements.map(statement => ({id, statement})))
const sat = (name: string, now: Rating, needed: Rating, statements = all.length, of = framework.id): NewEvent[] => [
  {type: 'began', ...about(of), assessment: name, domains: framework.domains.map(({id}) => id)},
  ...all.slice(0, statements).map(({id, statement}): NewEvent => ({
    type: 'rated', about: statement.id, hash: statement.hash, assessment: name, framework: of, domain: id, now, needed,
  })),
  ...statements < all.length ? [] : [{type: 'assessed' as const, ...about(of), assessment: name}],
]
const everything = guide.modules.map(({id}) => ended(id, 'passed'))
/** The kind, and what it names. */
const told = (action: NextAction) => 'module' in action ? `${action.kind}: ${action.module}` : action.kind
const why = (action: NextAction) => action.kind === 'suggestion' ? action.reasons[0]!.kind : undefined

describe('the next action, by the state of the record', () => {
  const states: [state: string, learner: () => Learner, expected: string, because?: string][] = [
    ['nothing', () => new Learner(), 'newcomer'],
    ['only an opinion of the guide', () => new Learner().ago(1, {type: 'judged', ...about(guide.id), isUseful: true}), 'newcomer'],
    ['a page opened', () => new Learner().ago(1, page(phishing)), `module: ${phishing}`],
    ['two modules opened: the one of yesterday', () => new Learner().ago(2, page(first)).ago(1, page(phishing)), `module: ${phishing}`],
    ['a quiz begun', () => new Learner().ago(1, page(first), began(first)), `module: ${first}`],
    ['a quiz not passed', () => new Learner().ago(1, began(first), ended(first, 'not-passed')), `module: ${first}`],
    ['not passed long ago, and another passed since', () => new Learner()
      .ago(90, ended(phishing, 'not-passed')).ago(1, ended(first, 'passed')), `module: ${phishing}`],
    ['passed after it was not passed', () => new Learner()
      .ago(2, ended(first, 'not-passed')).ago(1, ended(first, 'passed')), `pathway: ${second}`],
    ['one passed', () => new Learner().ago(1, ended(first, 'passed')), `pathway: ${second}`],
    ['one declared, or done elsewhere', () => new Learner().ago(1, ended(first, 'declared')), `pathway: ${second}`],
    ['one only read to its end', () => new Learner().ago(1, ended(first, 'completed')), `pathway: ${second}`],
    ['passed, and opened again', () => new Learner().ago(2, ended(first, 'passed')).ago(1, page(first)), `pathway: ${second}`],
    ['two pathways under way: that of yesterday', () => new Learner()
      .ago(2, ended(first, 'passed')).ago(1, ended(safety.modules[1]!, 'passed')), `pathway: ${safety.modules[0]!}`],
    ['a pathway done', () => new Learner().ago(1, ...basics.modules.map(id => ended(id, 'passed'))),
      `suggestion: ${safety.modules[0]!}`, 'safety'],
    ['a self-assessment begun', () => new Learner().ago(1, ...sat('s', 1, 5, 0)), 'sitting'],
    ['a self-assessment half done', () => new Learner().ago(1, ...sat('s', 1, 5, 12)), 'sitting'],
    ['a self-assessment half done, and a page opened since', () => new Learner()
      .ago(2, ...sat('s', 1, 5, 12)).ago(1, page(phishing)), `module: ${phishing}`],
    ['a page opened, and a self-assessment half done since', () => new Learner()
      .ago(2, page(phishing)).ago(1, ...sat('s', 1, 5, 12)), 'sitting'],
    ['rated, with gaps', () => new Learner().ago(1, ...sat('s', 1, 5)), `suggestion: ${first}`, 'gap'],
    ['rated, with gaps, and the first suggestion done', () => new Learner()
      .ago(2, ...sat('s', 1, 5)).ago(1, ended(first, 'passed')), 'suggestion', 'gap'],
    ['rated without gaps', () => new Learner().ago(1, ...sat('s', 4, 4)), 'suggestion', 'safety'],
    ['rated "I am not sure" throughout', () => new Learner().ago(1, ...sat('s', 'unsure', 'unsure')), 'suggestion', 'unsure'],
    ['rated "not my role" throughout', () => new Learner().ago(1, ...sat('s', 'not-my-role', 'not-my-role')), 'suggestion', 'safety'],
    ['rated, and the quiz of a suggestion not passed', () => new Learner()
      .ago(2, ...sat('s', 1, 5)).ago(1, ended(second, 'not-passed')), `module: ${second}`],
    ['rated seven months ago', () => new Learner().ago(213, ...sat('s', 1, 5)), 'rate'],
    ['rated seven months ago, and begun again', () => new Learner()
      .ago(213, ...sat('s', 1, 5)).ago(1, ...sat('t', 3, 5, 2)), 'sitting'],
    ['rated seven months ago, and again yesterday', () => new Learner()
      .ago(213, ...sat('s', 1, 5)).ago(1, ...sat('t', 3, 5)), 'suggestion', 'gap'],
    ['rated seven months ago, with a module open', () => new Learner()
      .ago(213, ...sat('s', 1, 5)).ago(1, page(phishing)), `module: ${phishing}`],
    ['everything done, and never rated', () => new Learner().ago(1, ...everything), 'rate'],
    ['everything done, and rated', () => new Learner().ago(2, ...sat('s', 1, 5)).ago(1, ...everything), 'all-done'],
    ['everything done, and rated seven months ago', () => new Learner().ago(213, ...sat('s', 1, 5), ...everything), 'rate'],
    ['a module that is gone, of another edition', () => new Learner().ago(1, page('gone-since'), ended('gone-too', 'passed')), 'newcomer'],
    ['a module that is gone, and one that is there', () => new Learner().ago(2, ended(first, 'passed')).ago(1, page('gone-since')),
      `pathway: ${second}`],
    ['ratings by a framework that is gone', () => new Learner().ago(1, ...sat('s', 1, 5, 3, 'gone-framework')), 'newcomer'],
  ]
  for (const [state, learner, expected, because] of states) {
    it(`${state}: ${expected}${because ? `, for ${because}` : ''}`, () => {
      const action = learner().next()
      assert.equal(expected.includes(':') ? told(action) : action.kind, expected)
      assert.equal(why(action), because)
    })
  }

  it('tells how much of a self-assessment is done, and counts no statement that is gone', () => {
    assert.deepEqual(new Learner().ago(1, ...sat('s', 1, 5, 12)).next(), {kind: 'sitting', rated: 12, of: all.length})
    const one = framework.domains[0]!
    const short: NewEvent = {type: 'began', ...about(framework.id), assessment: 's', domains: [one.id, 'gone']}
    const gone: NewEvent = {
      type: 'rated', ...about('gone'), assessment: 's', framework: framework.id, domain: 'gone', now: 1, needed: 5,
    }
    assert.deepEqual(new Learner().ago(1, short, gone).next(), {kind: 'sitting', rated: 0, of: one.statements.length})
  })

  it('is time to rate again on the day six months later, and not on the day before', () => {
    const learner = new Learner().ago(0, ...sat('s', 1, 5))
    assert.equal(learner.next('2027-05-29').kind, 'suggestion')
    assert.deepEqual(learner.next('2027-05-30'), {kind: 'rate', last: '2026-11-30'})
  })

  it('suggests what recommend says first, with its reasons', () => {
    const learner = new Learner().ago(1, ...sat('s', 2, 4))
    const [expected] = recommend({
      framework, sitting: sittings(framework.id, learner.events)[0]!,
      modules: guide.modules, index: progressIndex(learner.events),
    })
    assert.deepEqual(learner.next(), {kind: 'suggestion', ...expected})
  })

  it('works in guides of every kind', () => {
    const alone = guide.modules.filter(({id}) => id === first)
    const done = new Learner().ago(1, ended(first, 'passed'))
    assert.equal(done.next(undefined, {modules: alone, pathways: [], frameworks: []}).kind, 'all-done')
    assert.equal(done.next(undefined, {modules: alone, pathways: []}).kind, 'rate')
    assert.equal(told(done.next(undefined, {frameworks: []})), `pathway: ${second}`)
    assert.equal(done.next(undefined, {modules: [], pathways: []}).kind, 'newcomer')
    const noneForAll = guide.modules.map(module => ({...module, stage: 3, hasMustKnow: false, safety: false}))
    assert.equal(done.next(undefined, {modules: noneForAll, pathways: [], frameworks: []}).kind, 'pathway')
    const other = {...framework, id: 'other'}
    const rated = new Learner().ago(1, ...sat('s', 1, 5, 12, 'other'), ended(first, 'passed'))
    assert.equal(rated.next(undefined, {frameworks: [framework, other]}).kind, 'pathway', 'the guide asks by its first framework')
    assert.equal(rated.next(undefined, {frameworks: [other, framework]}).kind, 'sitting')
  })
})

describe('the next action of any record of the guide', () => {
  const moduleId = fc.constantFrom('gone', ...guide.modules.map(({id}) => id))
  const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 5, 'unsure', 'not-my-role')
  const fact: fc.Arbitrary<NewEvent[]> = fc.oneof(
    moduleId.map(id => [page(id)]), moduleId.map(id => [began(id)]),
    fc.tuple(moduleId, fc.constantFrom('passed', 'not-passed', 'declared', 'completed')).map(([id, outcome]) => [ended(id, outcome)]),
    fc.tuple(fc.constantFrom('s', 't', 'u'), rating, rating, fc.nat(all.length), fc.constantFrom(framework.id, 'gone'))
      .map(([name, now, needed, count, of]) => sat(name, now, needed, count, of)),
    fc.constant(everything), fc.subarray(everything),
  )
  const lives = fc.array(fc.tuple(fc.nat(700), fact), {maxLength: 12})

  it('is one that the guide has and the learner has not done', () => {
    fc.assert(fc.property(lives, life => {
      const learner = new Learner()
      for (const [days, facts] of life.sort(([a], [b]) => b - a)) learner.ago(days, ...facts)
      const action = learner.next()
      const index = progressIndex(learner.events)
      if ('module' in action) {
        const module = guide.modules.find(({id}) => id === action.module)
        assert.ok(module)
        assert.ok(!isDone(moduleProgress(module, index).status))
      }
      const {done, of, rated, rateAgain} = soFar({manifest: guideInMemory(guide, '', new RecordLog('')).manifest, events: learner.events})
      if (action.kind === 'pathway' && action.pathway) assert.ok(guide.pathways.find(({id}) => id === action.pathway)!.modules.includes(action.module))
      if (action.kind === 'suggestion') assert.ok(action.reasons.length)
      if (action.kind === 'sitting') assert.ok(openSitting(framework.id, learner.events) && action.rated <= action.of)
      if (action.kind === 'rate') assert.ok(rateAgain === undefined || rateAgain <= '2026-11-30')
      if (action.kind === 'all-done') assert.ok(done === of && rated)
      if (action.kind === 'newcomer') assert.equal(done, 0)
      // The order in which a record was put together changes nothing.
      assert.deepEqual(nextAction({
        manifest: guideInMemory(guide, '', new RecordLog('')).manifest, events: [...learner.events].reverse(), today: '2026-11-30', framework,
      }), action)
    }), {seed: 18, numRuns: 400})
  })
})

describe('what a module leads on to', () => {
  it('is what home names once it is passed, whatever was passed before', () => {
    const ids = guide.modules.map(each => each.id)
    fc.assert(fc.property(fc.constantFrom(...ids), fc.subarray(ids), (id, before) => {
      const learner = new Learner().ago(2, ...before.map(each => ended(each, 'passed'))).ago(1, ended(id, 'passed'))
      const next = learner.next(undefined, {frameworks: []})
      const {module, pathway} = nextInPathway(id, guide, progressIndex(learner.events))!
      if (module) assert.deepEqual(next, {kind: 'pathway', pathway, module})
      else assert.ok(next.kind !== 'pathway' || next.pathway !== pathway)
    }), {seed: 18, numRuns: 300})
  })

  it('is in the first of its pathways that has something left, and nothing for a module without one', () => {
    const two = [basics, {...safety, modules: [first, ...safety.modules]}]
    const events = new Learner().ago(1, ...basics.modules.map(id => ended(id, 'passed'))).events
    const after = nextInPathway(first, {...guide, pathways: two}, progressIndex(events))
    assert.deepEqual(after, {pathway: safety.id, module: safety.modules[0]})
    assert.equal(nextInPathway(first, {...guide, pathways: []}, progressIndex([])), undefined)
  })
})

describe('shortModule', () => {
  it('is one for everyone with questions that everyone must know, at the first stage', () => {
    const short = shortModule(guide.modules)!
    assert.ok(short.minutes <= SHORT_MINUTES && short.hasMustKnow && short.stage === 1 && short.audience.includes('everyone'))
    assert.ok(short.questions.some(isScored))
  })

  it('is what comes nearest, where a guide has none such, and never a longer one', () => {
    const [one] = guide.modules as [Guide['modules'][0]]
    const change = (changes: object) => ({...one, hasMustKnow: true, ...changes})
    const plain = change({id: 'plain', hasMustKnow: false})
    const managers = change({id: 'managers', audience: ['manager']})
    assert.equal(shortModule([managers, plain])?.id, 'plain')
    assert.equal(shortModule([change({id: 'later', stage: 2}), change({id: 'sooner'})])?.id, 'sooner')
    assert.equal(shortModule([change({minutes: 11})]), undefined)
    assert.equal(shortModule([]), undefined)
  })
})
