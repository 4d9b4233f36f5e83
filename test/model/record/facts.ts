import fc from 'fast-check'
import type {ModuleFacts} from '../../../components/model/guide/module.js'
import type {ChoiceQuestion} from '../../../components/model/guide/question.js'
import type {LearnerEvent} from '../../../components/model/record/record.js'

/** A module of ten minutes with the questions `q1`, `q2` and `q3`, unless said otherwise. */
export function facts(id: string, changes: Partial<ModuleFacts> = {}): ModuleFacts {
  return {
    id, title: id, pathway: 'p', domains: ['D1'], stage: 1, audience: ['everyone'], minutes: 10, outcomes: [],
    keywords: [], show: 3, passPercent: 80, hasMustKnow: false, tasks: [], settings: [], reviewed: false, ...changes,
  }
}

/** A question whose right answer is `yes`. */
export function question(id: string, mustKnow = false): ChoiceQuestion {
  const answer = (answerId: string, right: boolean) =>
    ({id: answerId, right, content: [{type: 'text' as const, value: answerId}], feedback: []})
  return {
    type: 'choice', kind: 'question', multiple: false, mustKnow, id, hash: 'h', prompt: [], body: [],
    answers: [answer('yes', true), answer('no', false)],
  }
}

/** Noon plus so many seconds, as a record writes it. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 10, 23, 12, 0, seconds)).toISOString()
}

type Loose = {type: LearnerEvent['type']; about: string} & Record<string, unknown>

/** An event at `at(seconds)`; its id sorts as the time does. */
export function event(seconds: number, fact: Loose): LearnerEvent {
  return {id: `e${String(seconds).padStart(6, '0')}`, at: at(seconds), edition: '1', hash: '', ...fact} as LearnerEvent
}

const modules = fc.constantFrom('m1', 'm2')
const questionIds = fc.constantFrom('q1', 'q2', 'q3')
const attempts = fc.constantFrom('a1', 'a2', 'a3')

/** Facts that change no module's progress, though what they name may be named like a module. */
export const aboutNoProgress: Loose[] = [
  {type: 'began', about: 'm1', assessment: 's1', domains: ['D1']},
  {type: 'rated', about: 'm1', assessment: 's1', framework: 'm1', domain: 'D1', now: 2, needed: 4},
  {type: 'assessed', about: 'm1', assessment: 's1'},
  {type: 'judged', about: 'm1', isUseful: true, comment: 'Clear'},
]

const anyFact: fc.Arbitrary<Loose> = fc.oneof(
  fc.record({type: fc.constant('read' as const), about: modules, page: fc.constantFrom('p1', 'p2')}),
  fc.record({type: fc.constant('started' as const), about: modules, attempt: attempts, questions: fc.subarray(['q1', 'q2', 'q3'])}),
  fc.record({
    type: fc.constant('answered' as const), about: questionIds, module: modules, attempt: attempts,
    given: fc.subarray(['yes', 'no']), right: fc.boolean(),
  }),
  fc.record({type: fc.constant('did' as const), about: fc.constantFrom('t1', 't2'), module: modules, done: fc.boolean()}),
  fc.record({type: fc.constant('reflected' as const), about: fc.constant('r1'), module: modules}),
  fc.record({
    type: fc.constant('completed' as const), about: modules, attempt: attempts,
    outcome: fc.constantFrom('passed', 'not-passed', 'declared', 'completed'), right: fc.nat(3), of: fc.constant(3),
  }),
  fc.record({type: fc.constant('elsewhere' as const), about: modules, done: fc.boolean()}),
  ...aboutNoProgress.map(fact => fc.constant(fact)),
)

/** Records with few ids and few moments, so that the same thing often happens twice, and at once. */
export const anyRecord: fc.Arbitrary<LearnerEvent[]> = fc.uniqueArray(
  fc.tuple(fc.uuid(), fc.nat(5), anyFact).map(([id, seconds, fact]) => ({...event(seconds, fact), id})),
  {selector: ({id}) => id, maxLength: 30},
)
