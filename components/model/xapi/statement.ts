import {exactHash} from '../ids/text-hash.js'
import {madeId} from '../ids/made-id.js'
import {clockTime, type LearnerEvent} from '../record/record.js'
import {activitiesOf} from './activities.js'
import type {XapiActivity, ReportedGuide} from './activities.js'
import {VERBS} from './vocabulary.js'
import type {Verb} from './vocabulary.js'

/** Who a statement is about: an account at a site, which need not say who holds it. */
export interface Agent { objectType: 'Agent'; account: {homePage: string; name: string} }

/** One statement of the Experience API 1.0.3, with the fields that we use. */
export interface Statement {
  id: string
  timestamp: string
  actor: Agent
  verb: {id: string; display: Record<string, string>}
  object: XapiActivity
  result?: Result
  context: {
    registration?: string
    platform: string
    language: string
    revision?: string
    contextActivities: {parent?: XapiActivity[]; grouping: XapiActivity[]}
  }
}

interface Result {
  success?: boolean
  completion?: boolean
  response?: string
  score?: {raw: number; min: number; max: number; scaled?: number}
  extensions?: Record<string, number | string>
}

/** What a statement says of one kind of event. */
interface StatementParts { verb: Verb; object: XapiActivity; parent?: XapiActivity; registration?: string; result?: Result }

/**
 * What a learner did, for a learning record store. Nothing that a learner typed is in it (reflections, comments, answers), as
 * that could name people. The same event always makes the same statement.
 */
export function statementOf(event: LearnerEvent, guide: ReportedGuide, actor: Agent): Statement {
  const {verb, object, parent, registration, result} = saidBy(event, guide)
  const {lang} = guide.manifest
  return {
    id: isUuid(event.id) ? event.id.toLowerCase() : idFor(event.id),
    timestamp: clockTime(event),
    actor,
    verb: {id: VERBS[verb], display: {'en-GB': verb}},
    object,
    ...(result && {result}),
    context: {
      ...(registration && isUuid(registration) && {registration}),
      platform: 'Digital skills guide',
      language: lang,
      ...(event.edition && {revision: event.edition}),
      contextActivities: {...(parent && {parent: [parent]}), grouping: [activitiesOf(guide).guide]},
    },
  }
}

function saidBy(event: LearnerEvent, guide: ReportedGuide): StatementParts {
  const {about} = event
  const {module, page, question, task, framework, statement, ...activities} = activitiesOf(guide)
  const term = (name: string) => `${guide.activities}terms/${name}`
  switch (event.type) {
    case 'read':
      return {verb: 'experienced', object: page(about, event.page), parent: module(about)}
    case 'started':
      return {verb: 'attempted', object: module(about), registration: event.attempt}
    case 'answered':
      return {
        verb: 'answered', object: question(event.module, about), parent: module(event.module),
        registration: event.attempt,
        result: {success: event.right, ...(event.sure && {extensions: {[term('sure')]: event.sure}})},
      }
    case 'did': {
      const verb = event.done ? 'completed' : 'interacted'
      return {verb, object: task(event.module, about), parent: module(event.module), result: {completion: event.done}}
    }
    case 'reflected':
      return {verb: 'responded', object: question(event.module, about), parent: module(event.module)}
    case 'completed': {
      const {outcome, attempt, right, of} = event
      const verb = outcome === 'passed' ? 'passed' : outcome === 'not-passed' ? 'failed' : 'completed'
      const result = {
        completion: outcome !== 'not-passed',
        ...(verb !== 'completed' && {success: verb === 'passed'}),
        ...scoreOf(right, of),
      }
      return {verb, object: module(about), registration: attempt, result}
    }
    case 'began':
      return {verb: 'initialized', object: framework(about), registration: event.assessment}
    case 'rated': {
      const {now, needed, before} = event
      const result = {
        ...(typeof now === 'number' ? {score: {raw: now, min: 1, max: 5}} : {response: now}),
        extensions: {[term('needed')]: needed, ...(before !== undefined && {[term('before')]: before})},
      }
      return {
        verb: 'rated', object: statement(event.framework, about), parent: framework(event.framework),
        registration: event.assessment, result,
      }
    }
    case 'assessed':
      return {verb: 'completed', object: framework(about), registration: event.assessment, result: {completion: true}}
    case 'elsewhere': {
      // Nobody has seen it, so it is no completion: the learner passes the module over, and says why.
      if (!event.done) return {verb: 'interacted', object: module(about), result: {completion: false}}
      return {verb: 'skipped', object: module(about), result: {extensions: {[term('elsewhere')]: event.date ?? 'no date'}}}
    }
    case 'judged': {
      const object = about === guide.manifest.id ? activities.guide : module(about)
      return {verb: 'rated', object, result: {score: {raw: event.isUseful ? 1 : 0, min: 0, max: 1}}}
    }
  }
}

/** The score, if it is in bounds: a store refuses any other, and a record that was brought here may have one. */
function scoreOf(right = 0, of = 0): Pick<Result, 'score'> {
  return of > 0 && right <= of ? {score: {raw: right, min: 0, max: of, scaled: right / of}} : {}
}

function isUuid(id: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(id)
}

/** An id that is the same for the same event, so that sending a statement twice does no harm. */
function idFor(eventId: string): string {
  const hex = (part: number) => parseInt(exactHash(`${part} ${eventId}`), 36).toString(16).padStart(14, '0')
  return madeId([1, 2, 3].map(hex).join(''))
}
