import type {Module} from '../../model/guide/module.js'
import {isScored, type ScoredQuestion} from '../../model/guide/question.js'
import {byTime} from '../../model/log/entries.js'
import {isRight} from '../../model/record/marking.js'
import type {ProgressIndex} from '../../model/record/progress.js'
import {clockTime, type AnsweredEvent} from '../../model/record/record.js'
import type {ScormConnection} from './scorm-api.js'
import {scormTime} from './scorm-time.js'

/** Fields of one `cmi.interactions.n`, in the order in which they are set. */
export type Interaction = [field: string, value: string][]

/**
 * What stands behind the record in `cmi.suspend_data` once a system has refused an interaction, so that later visits send none
 * either. No entry of a record begins with a full stop: versions that do not know it read the record to its end.
 */
export const REFUSED_MARK = '.-'

/** How many characters SCORM 1.2 has for an id, and for an answer. */
const MOST = 255

const TYPES = {choice: 'choice', order: 'sequencing', match: 'matching', fill: 'fill-in'} as const

/**
 * The answers of a visit as SCORM's `cmi.interactions`, for a system's reports: each once, in the order they were given. They
 * are only nice to have. A system may not know them; the first refusal is the last that it hears of them.
 */
export class ScormInteractions {
  /** Answers that the system has, or had in earlier visits, by the event's id. */
  readonly #kept = new Set<string>()
  readonly #waiting = new Map<string, {interaction: Interaction; place?: number}>()
  /** Time by the device's clock, in ms: since when the learner could work on the next answer. */
  #since = 0
  #next = 0
  #isRefused = false

  get isRefused(): boolean { return this.#isRefused }
  /** True when there are answers that the system has not taken yet. */
  get isWaiting(): boolean { return !this.#isRefused && this.#waiting.size > 0 }

  /** A session began. What was not committed in the one before is set anew, and numbers go on from those that are there. */
  begin(connection: ScormConnection, now: number): void {
    const count = connection.get('cmi.interactions._count') ?? ''
    // A system that does not count them has none.
    this.#isRefused ||= !/^\d+$/.test(count)
    this.#next = Number(count)
    for (const each of this.#waiting.values()) delete each.place
    this.turnTo(now)
  }

  /** The learner came to another place in the course. */
  turnTo(now: number): void {
    this.#since = now
  }

  /** From what the system kept for us: the answers that it was sent in earlier visits. */
  resume(data: string, answers: readonly {id: string}[]): void {
    this.#isRefused ||= data.endsWith(REFUSED_MARK)
    for (const {id} of answers) this.#kept.add(id)
  }

  /** Takes down the answers that are new. */
  note(modules: readonly Module[], index: ProgressIndex): void {
    for (const {event, question} of answersIn(modules, index)) {
      if (this.#kept.has(event.id) || this.#waiting.has(event.id)) continue
      const at = Date.parse(clockTime(event))
      this.#waiting.set(event.id, {interaction: interactionOf(event, question, at - this.#since)})
      this.#since = Math.max(this.#since, at)
    }
  }

  /** Sets the answers that wait. They are kept once `taken` says that they were committed. */
  set(connection: ScormConnection): void {
    for (const each of this.#waiting.values()) {
      if (this.#isRefused) return
      const place = each.place ??= this.#next++
      this.#isRefused = !each.interaction.every(([field, value]) => connection.set(`cmi.interactions.${place}.${field}`, value))
    }
  }

  taken(): void {
    for (const id of this.#waiting.keys()) this.#kept.add(id)
    this.#waiting.clear()
  }
}

/** The answers that count, oldest first, to questions that the guide has. */
function answersIn(modules: readonly Module[], index: ProgressIndex): {event: AnsweredEvent; question: ScoredQuestion}[] {
  const found = modules.flatMap(({id, questions}) => {
    const bank = new Map(questions.filter(isScored).map(question => [question.id, question]))
    const events = [...index.modules.get(id)?.attempts.values() ?? []].flatMap(({answers}) => [...answers.values()])
    return events.flatMap(event => bank.has(event.about) ? {event, question: bank.get(event.about)!} : [])
  })
  return found.sort((a, b) => byTime(a.event, b.event))
}

/**
 * One answer as an interaction.
 *
 * @param latencyMs - how long the learner took; below 0 when that is not known
 */
export function interactionOf(event: AnsweredEvent, question: ScoredQuestion, latencyMs: number): Interaction {
  const response = question.hash === event.hash ? responseTo(question, event) : ''
  const time = new Date(clockTime(event))
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(part => String(part).padStart(2, '0')).join(':')
  const fields: Interaction = [
    ['id', identifier(`${event.module}_${event.about}`)],
    ['time', clock],
    ['type', TYPES[question.type]],
    ['student_response', response.length <= MOST ? response : ''],
    ['result', event.right ? 'correct' : 'wrong'],
    ['latency', latencyMs < 0 ? '' : scormTime(latencyMs)],
  ]
  return fields.filter(([, value]) => value !== '')
}

/** Letters, digits, hyphens and underscores, which all systems take. */
function identifier(id: string): string {
  return id.replace(/[^\w-]/g, '-').slice(0, MOST)
}

/**
 * What was answered, in SCORM's letters: each answer, item or pair has the letter of its place in the guide's content, where
 * items and pairs stand as they are right. What was typed into a gap is never told, as it could name people: a right answer is
 * told in the words of the guide that it agrees with, and of a wrong one only that it was wrong.
 *
 * @returns '' when there is nothing to say, or more than there are letters
 */
function responseTo(question: ScoredQuestion, {given, right}: AnsweredEvent): string {
  const place = (parts: readonly {id: string}[]) => (id: string) => letter(parts.findIndex(part => part.id === id))
  switch (question.type) {
    case 'choice': return joined(given.map(place(question.answers)).sort())
    case 'order': return joined(given.map(place(question.items)))
    case 'match': {
      const rights = given.map(place(question.pairs.map(pair => pair.right)))
      return joined(rights.map((right, pair) => right && letter(pair) && `${letter(pair)}.${right}`))
    }
    case 'fill': {
      if (!right) return ''
      const gaps = question.parts.filter(part => typeof part !== 'string')
      const agrees = (answer: string, typed = '') => isRight({...question, parts: [{accepts: [answer]}]}, [typed])
      return gaps.map(({accepts}, gap) => accepts.find(answer => agrees(answer, given[gap])) ?? '').join(', ').replace(/\s+/g, ' ')
    }
  }
}

function joined(letters: readonly string[]): string {
  return letters.every(Boolean) ? letters.join(',') : ''
}

/** `a` to `z`, then `0` to `9`; '' for none. */
function letter(place: number): string {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'[place] ?? ''
}
