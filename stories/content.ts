import {compileGuide} from '../components/compile/compile-guide.js'
import type {Guide} from '../components/model/guide.js'
import type {NewEvent} from '../components/model/record.js'
import type {LoadedGuide} from '../components/state/guide.js'
import {guideInMemory} from '../components/state/memory-guide.js'
import {MemoryStore} from '../components/state/memory-store.js'
import {files} from './content-files.js'

/** The shipped guide, compiled here. */
export const guide: Guide = compileGuide(files).guide

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

function withRecord(compiled: Guide, facts: NewEvent[]): LoadedGuide {
  const record = new MemoryStore(compiled.edition)
  void record.append(facts)
  return guideInMemory(compiled, new URL('/content/', location.href).href, record)
}
