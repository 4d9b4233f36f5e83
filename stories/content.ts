import type {Guide} from '../components/model/guide/guide.js'
import type {NewEvent, Rating} from '../components/model/record/record.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {guideInMemory} from '../components/state/guide/memory-guide.js'
import {RecordLog} from '../components/state/record/record.js'
import {guide} from './shipped-guide.js'

export {guide}

/** The shipped guide for an element, with a record of its own, so that one story does not tick another's boxes. */
export function shippedGuide(...facts: NewEvent[]): LoadedGuide {
  return withRecord(guide, facts)
}

/** The shipped guide with something about it changed. */
export function changedGuide(change: Partial<Guide>, ...facts: NewEvent[]): LoadedGuide {
  return withRecord({...guide, ...change}, facts)
}

/** What the record says when a module's questions were all answered; right, or wrong. */
export function answeredAll(moduleId: string, isRight: boolean): NewEvent[] {
  const module = guide.modules.find(({id}) => id === moduleId)!
  const asked = module.questions.filter(question => question.type === 'choice').slice(0, module.show)
  const about = {about: module.id, hash: '', attempt: `story-${isRight}`}
  return [
    {type: 'started', ...about, questions: asked.map(({id}) => id)},
    ...asked.map((question): NewEvent => ({
      type: 'answered', about: question.id, hash: question.hash, module: module.id, attempt: about.attempt, right: isRight,
      given: question.answers.filter(({right}) => right === isRight).slice(0, isRight ? undefined : 1).map(({id}) => id),
    })),
    {
      type: 'completed', ...about, outcome: isRight ? 'passed' : 'not-passed',
      right: isRight ? asked.length : 0, of: asked.length,
    },
  ]
}

/** How one statement is rated. */
interface Rated { now: Rating; needed: Rating; before?: Rating }

/** A self-assessment of the first framework that was stopped after some statements. @param rating - by place */
export function rated(assessment: string, statements: number, rating: (at: number) => Rated): NewEvent[] {
  const framework = guide.frameworks[0]!
  const all = framework.domains.flatMap(domain => domain.statements.map(statement => ({domain, statement})))
  return [
    {type: 'began', about: framework.id, hash: '', assessment, domains: framework.domains.map(({id}) => id)},
    ...all.slice(0, statements).map(({domain, statement}, at): NewEvent => ({
      type: 'rated', about: statement.id, hash: statement.hash, assessment, framework: framework.id, domain: domain.id,
      ...rating(at),
    })),
  ]
}

/** The same, rated to the end. */
export function assessed(assessment: string, rating: (at: number) => Rated): NewEvent[] {
  return [
    ...rated(assessment, Infinity, rating),
    {type: 'assessed', about: guide.frameworks[0]!.id, hash: '', assessment},
  ]
}

function withRecord(compiled: Guide, facts: NewEvent[]): LoadedGuide {
  const record = new RecordLog(compiled.edition)
  void record.append(facts)
  return guideInMemory(compiled, new URL('/content/', location.href).href, record)
}
