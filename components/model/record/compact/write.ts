import type {Question} from '../../guide/question.js'
import {byTime} from '../../log/entries.js'
import {type AnsweredEvent, type CompletedEvent, type LearnerEvent, type StartedEvent} from '../record.js'
import {dayCode, ELSEWHERE, KINDS, moduleOf, Names, namesIn, OUTCOMES, partsOf, PREFIX, VERSION, type EventKind, type Known, type ModuleSoFar} from './names.js'
import {code, digit, isUuid, number, uuid, words} from './text.js'

/** Characters that are written of what a learner typed into a gap. No real answer is longer. */
const MAX_TYPED = 80

/** The part of an entry that is its own: flags in its first digit, and the text after its time. */
interface Body { flags?: number; text: string }

/** The text with an entry for each event. Answers are left out when the beginning of their attempt is not among the events. */
export function written(events: readonly LearnerEvent[], modules: readonly Known[]): string {
  const places = new Map(modules.map(module => [module.id, {module, names: namesIn(module), tries: []}]))
  const moduleNames = new Names(places.keys())
  let edition: string | undefined
  let module: string | undefined
  let second = 0
  let text = PREFIX + VERSION
  for (const event of [...events].sort(byTime)) {
    const about = moduleOf(event) ?? ''
    const place = places.get(about)
    const body = place && bodyOf(event, place)
    if (!body) continue
    if (event.edition !== edition) text += head('edition') + words(edition = event.edition)
    if (about !== module) text += head('module') + moduleNames.write(module = about)
    const now = Math.floor(Date.parse(event.at) / 1000)
    text += head(event.type === 'elsewhere' ? 'did' : event.type as EventKind, body.flags) + number(Math.max(0, now - second)) + body.text
    second = Math.max(second, now)
  }
  return text
}

function head(kind: EventKind, flags = 0): string {
  return digit(KINDS.indexOf(kind) + KINDS.length * flags)
}

function bodyOf(event: LearnerEvent, place: ModuleSoFar): Body | undefined {
  switch (event.type) {
    case 'read': return {text: place.names.write(event.page)}
    case 'started': return startedBody(event, place)
    case 'answered': return answeredBody(event, place)
    case 'did': return {flags: Number(event.done), text: place.names.write(event.about) + code(event.hash)}
    case 'reflected': return {text: place.names.write(event.about) + code(event.hash)}
    case 'elsewhere': return {flags: Number(event.done) + ELSEWHERE, text: code(event.about) + dayCode(event.date)}
    case 'completed': return completedBody(event, place)
    default: return undefined
  }
}

function startedBody({attempt, questions, carried}: StartedEvent, {names, tries}: ModuleSoFar): Body {
  tries.push(attempt)
  const list = (ids: readonly string[]) => number(ids.length) + ids.map(id => names.write(id)).join('')
  return {
    flags: Number(isUuid(attempt)) + 2 * Number(Boolean(carried)),
    text: (isUuid(attempt) ? uuid(attempt) : words(attempt)) + list(questions) + (carried ? list(carried) : ''),
  }
}

function answeredBody(event: AnsweredEvent, {module, names, tries}: ModuleSoFar): Body | undefined {
  const {about, hash, attempt, right, sure = 0} = event
  const back = backTo(attempt, tries)
  if (back === 0) return undefined
  const question = module.questions.find(({id}) => id === about)
  const given = question?.hash === hash ? givenText(event.given, question) : number(0)
  return {flags: Number(right) + 2 * sure, text: number(back) + names.write(about) + code(hash) + given}
}

/** What was given: each part by its place in the question, or as it was typed. */
function givenText(given: readonly string[], question: Question): string {
  const parts = partsOf(question)
  return number(given.length) + given.map(part => {
    const place = parts.indexOf(part)
    return place < 0 ? number(0) + words(part.slice(0, MAX_TYPED)) : number(place + 1)
  }).join('')
}

function completedBody({attempt, outcome, right, of}: CompletedEvent, {tries}: ModuleSoFar): Body {
  const isScored = right !== undefined && of !== undefined
  return {
    flags: OUTCOMES.indexOf(outcome) + OUTCOMES.length * Number(isScored),
    text: number(attempt === undefined ? 0 : backTo(attempt, tries)) + (isScored ? number(right) + number(of) : ''),
  }
}

/** 1 for the newest attempt, 2 for the one before it; 0 when there is no such attempt. */
function backTo(attempt: string, tries: readonly string[]): number {
  const at = tries.lastIndexOf(attempt)
  return at < 0 ? 0 : tries.length - at
}
