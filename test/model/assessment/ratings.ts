import type {Sitting} from '../../../components/model/assessment/assessment.js'
import {sittings} from '../../../components/model/assessment/assessment.js'
import type {Framework} from '../../../components/model/guide/framework.js'
import type {RateStatement} from '../../../components/model/guide/question.js'
import type {LearnerEvent, Rating} from '../../../components/model/record/record.js'
import {event} from '../record/facts.js'

export function statement(id: string, domain: string, suggest: string[] = []): RateStatement {
  const prompt = [{type: 'text' as const, value: id}]
  return {type: 'rate', id, hash: `hash of ${id}`, prompt, body: [], domain, suggest, levels: []}
}

/** A framework `f` of these domains; what a statement suggests stands behind its id. */
export function framework(domains: Record<string, Record<string, string[]>>): Framework {
  return {
    id: 'f', title: 'F', lang: 'en-GB', sources: [],
    domains: Object.entries(domains).map(([id, statements]) => ({
      id, name: id, short: id, summary: [],
      statements: Object.entries(statements).map(([about, suggest]) => statement(about, id, suggest)),
    })),
  }
}

export function began(seconds: number, domains: string[], assessment = 's1', of = 'f'): LearnerEvent {
  return event(seconds, {type: 'began', about: of, assessment, domains})
}

export interface Rated { now: Rating; needed: Rating; before?: Rating }

export function rated(
  seconds: number, about: string, domain: string, ratings: Rated, assessment = 's1', of = 'f',
): LearnerEvent {
  return event(seconds, {type: 'rated', about, hash: `hash of ${about}`, assessment, framework: of, domain, ...ratings})
}

export function assessed(seconds: number, assessment = 's1', of = 'f'): LearnerEvent {
  return event(seconds, {type: 'assessed', about: of, assessment})
}

/** The events of a whole sitting, one second apart: its beginning, these ratings, its end. */
export function sittingEvents(
  of: Framework, ratings: Readonly<Record<string, Rated | undefined>>, {assessment = 's1', from = 0} = {},
): LearnerEvent[] {
  const given = of.domains.flatMap(({id, statements}) => statements.flatMap(({id: about}) =>
    ratings[about] ? {about, domain: id, rating: ratings[about]} : []))
  return [
    began(from, of.domains.map(({id}) => id), assessment, of.id),
    ...given.map(({about, domain, rating}, i) => rated(from + i + 1, about, domain, rating, assessment, of.id)),
    assessed(from + given.length + 1, assessment, of.id),
  ]
}

export function sitting(of: Framework, ratings: Readonly<Record<string, Rated | undefined>>): Sitting {
  return sittings(of.id, sittingEvents(of, ratings))[0]!
}
