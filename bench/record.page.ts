import {pathwayProgress, progressIndex} from '../components/model/record/progress.js'
import {keepRecord} from '../components/state/record/keep-record.later.js'
import {RecordLog} from '../components/state/record/record.js'
import type {ModuleFacts} from '../components/model/guide/module.js'
import {union} from '../components/model/log/entries.js'
import type {LearnerEvent, NewEvent} from '../components/model/record/record.js'

/** What one run of the page measured; every list is in milliseconds, one number a round. */
export interface Measured {
  openEmpty: number[]
  openFull: number[]
  derive: number[]
  /** From `append` to "Saved", one answer at a time, in a record of as many events. */
  save: number[]
  saveInFull: number[]
}

const EVENTS = 5000
const ROUNDS = 21
const ANSWERS = 200
const MODULES = 50

/** A tab's record, as pages have it. */
function recordOn(guide: string, edition: string): RecordLog {
  const record = new RecordLog(edition)
  return record.attach(async () => keepRecord(record, guide))
}

/** As a learner makes them: pages read, then questions answered, module after module, again and again. */
function events(count: number): NewEvent[] {
  return Array.from({length: count}, (_, i): NewEvent => {
    const module = `module-${Math.floor(i / 10) % MODULES}`
    const attempt = `attempt-${Math.floor(i / 10)}`
    const step = i % 10
    if (step < 3) return {type: 'read', about: module, hash: '', page: `page-${step}`}
    if (step === 3) return {type: 'started', about: module, hash: '', attempt, questions: ['q1', 'q2', 'q3', 'q4', 'q5']}
    if (step === 9) return {type: 'completed', about: module, hash: '', attempt, outcome: 'passed', right: 4, of: 5}
    return {
      type: 'answered', about: `q${step - 3}`, hash: '0a1b2c3d4e5', module, attempt, given: ['0a1b2c3d4e5'], right: step !== 4,
    }
  })
}

const facts = Array.from({length: MODULES}, (_, i): ModuleFacts => ({
  id: `module-${i}`, title: `Module ${i}`, pathway: 'p', domains: ['D1'], stage: 1, audience: ['everyone'], minutes: 5,
  outcomes: [], keywords: [], show: 5, passPercent: 80, hasMustKnow: false, tasks: [], settings: [], reviewed: true,
}))
const modules = new Map(facts.map(each => [each.id, each]))

async function opened(guide: string): Promise<number> {
  const start = performance.now()
  const store = recordOn(guide, 'edition-1')
  await store.ready
  const took = performance.now() - start
  if (store.saving !== 'saved') throw new Error(`${guide} is "${store.saving}", not saved`)
  store.close()
  return took
}

async function saves(guide: string): Promise<number[]> {
  const store = recordOn(guide, 'edition-1')
  await store.ready
  const took: number[] = []
  for (const event of events(ANSWERS)) {
    const start = performance.now()
    if (await store.append([event]) !== 'saved') throw new Error(`${guide} is "${store.saving}", not saved`)
    took.push(performance.now() - start)
  }
  store.close()
  return took
}

function derived(record: readonly LearnerEvent[]): number {
  const start = performance.now()
  const {done} = pathwayProgress(
    {id: 'p', title: 'P', summary: '', audience: [], modules: [...modules.keys()]}, modules, progressIndex(record))
  const took = performance.now() - start
  if (done !== MODULES) throw new Error(`${done} of ${MODULES} modules are done`)
  return took
}

async function measure(): Promise<Measured> {
  const [empty, full] = ['bench-empty', 'bench-full']
  const stores = [recordOn(empty, 'edition-1'), recordOn(full, 'edition-1')]
  for (const store of stores) await store.save()
  await stores[1]!.append(events(EVENTS))
  const record = union(stores[1]!.events, [])
  for (const store of stores) store.close()

  const measured: Measured = {openEmpty: [], openFull: [], derive: [], save: [], saveInFull: []}
  // By turns, so that a slow moment of the computer falls on both.
  for (let i = 0; i < ROUNDS; i++) {
    measured.openEmpty.push(await opened(empty))
    measured.openFull.push(await opened(full))
    measured.derive.push(derived([...record]))
  }
  measured.save = await saves(empty)
  measured.saveInFull = await saves(full)
  return measured
}

Object.assign(window, {measured: measure()})
