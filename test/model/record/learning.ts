import {draw} from '../../../components/model/record/draw.js'
import type {Module} from '../../../components/model/guide/module.js'
import {attemptResult, attemptsAt, progressIndex} from '../../../components/model/record/progress.js'
import {isRight} from '../../../components/model/record/marking.js'
import {isScored, type ScoredQuestion} from '../../../components/model/guide/question.js'
import type {LearnerEvent, NewEvent} from '../../../components/model/record/record.js'
import {RecordLog} from '../../../components/state/record/record.js'

/** Someone who works through modules, half a minute an action, in the way the elements record it. */
export class Learning {
  readonly #store: RecordLog
  #now = Date.parse('2026-11-23T09:30:00.250Z')
  #tries: number

  /** @param record - where to record it, if not in a record of its own @param tries - how many they made before */
  constructor(edition = '1a2b3c4d5e6', record?: RecordLog, tries = 0) {
    this.#store = record ?? new RecordLog(edition, {now: () => this.#now += 30_125})
    this.#tries = tries * 0x10f1
  }

  get events(): readonly LearnerEvent[] { return this.#store.events }

  say(...facts: NewEvent[]): void {
    void this.#store.append(facts)
  }

  /** Opens every page and ticks every task. */
  study({id, pages, tasks, questions}: Module): void {
    for (const page of pages) this.say({type: 'read', about: id, hash: '', page: page.id})
    for (const task of tasks) {
      const {hash} = questions.find(question => question.id === task)!
      this.say({type: 'did', about: task, hash, module: id, done: true})
    }
  }

  /** One try at a module's questions. @param isMeantRight - by place in the try @returns what was asked */
  tryOnce(module: Module, isMeantRight: (at: number) => boolean): {id: string; questions: ScoredQuestion[]} {
    // A UUID, as the elements name tries.
    const id = `7b3e1f0a-5c2d-4e6f-8a9b-${(this.#tries += 0x10f1).toString(16).padStart(12, '0')}`
    const bank = module.questions.filter(isScored)
    const last = attemptsAt(module.id, progressIndex(this.events)).at(-1)
    const questions = draw(bank, module.show, id, last?.questions)
    const about = {about: module.id, hash: '', attempt: id}
    this.say({type: 'started', ...about, questions: questions.map(question => question.id)})
    const answers = new Map<string, {right: boolean}>()
    for (const [at, question] of questions.entries()) {
      const given = givenTo(question, isMeantRight(at))
      const right = isRight(question, given)
      answers.set(question.id, {right})
      this.say({
        type: 'answered', about: question.id, hash: question.hash, module: module.id, attempt: id, given, right,
        ...(right && {sure: 3}),
      })
    }
    const {right, of, passed} = attemptResult({questions: [...answers.keys()], answers}, bank, module.passPercent)
    this.say({type: 'completed', ...about, outcome: passed ? 'passed' : 'not-passed', right, of})
    return {id, questions}
  }

  /** Everything there is to do in it, with so many tries that are not passed before the one that is. */
  finish(module: Module, failures = 0): void {
    this.study(module)
    if (!module.questions.some(isScored)) return
    for (let i = 0; i < failures; i++) this.tryOnce(module, () => false)
    this.tryOnce(module, () => true)
  }
}

function givenTo(question: ScoredQuestion, isRight: boolean): string[] {
  switch (question.type) {
    case 'choice': {
      const ids = question.answers.filter(({right}) => right === isRight).map(({id}) => id)
      return isRight ? ids : ids.slice(0, 1)
    }
    case 'order': return inOrder(question.items.map(({id}) => id), isRight)
    case 'match': return inOrder(question.pairs.map(({right}) => right.id), isRight)
    case 'fill':
      return question.parts.filter(part => typeof part !== 'string')
        .map(({accepts}) => isRight ? accepts[0]! : 'Not a clue!')
  }
}

function inOrder(ids: string[], isRight: boolean): string[] {
  return isRight ? ids : ids.reverse()
}
