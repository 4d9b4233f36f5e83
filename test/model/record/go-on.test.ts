import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {compileContent} from '../../../cli/content/compile-content.js'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import type {Module} from '../../../components/model/guide/module.js'
import {isScored} from '../../../components/model/guide/question.js'
import {placeToGoOn} from '../../../components/model/record/go-on.js'
import {isDone, minutesLeft, moduleProgress, pathwayProgress, progressIndex} from '../../../components/model/record/progress.js'
import type {NewEvent} from '../../../components/model/record/record.js'
import {RecordLog} from '../../../components/state/record/record.js'

const {guide} = compileContent(join(REPOSITORY, 'content'))
const phishing = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const byTasks = {...phishing, id: 'by-tasks', show: 0}
const toRead = {...byTasks, id: 'to-read', tasks: []}

const about = ({id}: Module) => ({about: id, hash: ''})
const read = (module: Module, ...pages: number[]): NewEvent[] =>
  pages.map(at => ({type: 'read', ...about(module), page: module.pages[at]!.id}))
const all = (module: Module) => read(module, ...module.pages.keys())
const answered = (module: Module, attempt: string, count: number): NewEvent[] => {
  const questions = module.questions.filter(isScored).slice(0, 5)
  return [
    {type: 'started', ...about(module), attempt, questions: questions.map(({id}) => id)},
    ...questions.slice(0, count).map(({id}): NewEvent =>
      ({type: 'answered', about: id, hash: '', module: module.id, attempt, given: [], right: false})),
  ]
}
const ended = (module: Module, outcome: 'passed' | 'not-passed', attempt: string): NewEvent =>
  ({type: 'completed', ...about(module), attempt, outcome, right: 2, of: 5})
const indexOf = (facts: readonly NewEvent[]) => {
  const record = new RecordLog(guide.edition)
  void record.append(facts)
  return progressIndex(record.events)
}

describe('placeToGoOn', () => {
  const page = (at: number) => ({page: phishing.pages[at]!.id})
  const cases: [why: string, module: Module, facts: NewEvent[], place: object][] = [
    ['nothing was done', phishing, [], {}],
    ['three pages were opened: the fourth', phishing, read(phishing, 0, 1, 2), page(3)],
    ['a page further on was opened first: the first that was not', phishing, read(phishing, 4, 0), page(1)],
    ['only a page in the middle: the first', phishing, read(phishing, 3), {}],
    ['all but the last', phishing, all(phishing).slice(0, -1), page(phishing.pages.length - 1)],
    ['a page that has gone since is no page', phishing, [...read(phishing, 0), {type: 'read', ...about(phishing), page: 'gone'}], page(1)],
    ['a question was answered: the questions', phishing, [...read(phishing, 0, 1, 2), ...answered(phishing, 'a', 1)], {question: ''}],
    ['not passed: the questions', phishing, [...read(phishing, 0), ...answered(phishing, 'a', 5), ended(phishing, 'not-passed', 'a')],
      {question: ''}],
    ['all pages, and no question: the questions', phishing, all(phishing), {question: ''}],
    ['all pages, and not all tasks: the tasks', byTasks, all(byTasks), {question: ''}],
    ['all pages, and nothing to do: where it is marked as read', toRead, all(toRead), page(phishing.pages.length - 1)],
    ['passed: from its beginning', phishing, [...read(phishing, 0), ...answered(phishing, 'a', 5), ended(phishing, 'passed', 'a')], {}],
  ]
  for (const [why, module, facts, place] of cases) {
    it(why, () => assert.deepEqual(placeToGoOn(module, indexOf(facts)), place))
  }

  it('leads, in any module and whatever was read, to a page that was not, until there is none', () => {
    fc.assert(fc.property(fc.constantFrom(...guide.modules), fc.infiniteStream(fc.nat(20)), (module, random) => {
      const facts: NewEvent[] = []
      for (let turn = 0; turn <= module.pages.length; turn++) {
        const index = indexOf(facts)
        const place = placeToGoOn(module, index)
        const {status, pagesRead} = moduleProgress(module, index)
        assert.ok(!isDone(status))
        const left = module.pages.filter(({id}) => !pagesRead.includes(id))
        if (left.length) assert.equal(place.page ?? module.pages[0]!.id, left[0]!.id)
        else assert.ok(place.question === '' || place.page === module.pages.at(-1)!.id || module.pages.length === 1)
        facts.push(...read(module, random.next().value! % module.pages.length), ...turn % 2 ? read(module, 0) : [])
      }
    }), {seed: 18, numRuns: 60})
  })
})

describe('minutesLeft', () => {
  it('falls with each page, from all to 1, and never rises', () => {
    for (const module of guide.modules) {
      let before = minutesLeft(module, indexOf([]))
      assert.equal(before, module.minutes)
      for (const at of module.pages.keys()) {
        const left = minutesLeft(module, indexOf(all(module).slice(0, at + 1)))
        assert.ok(left <= before && left >= 1)
        before = left
      }
      assert.equal(before, 1)
    }
  })

  it('is by the share of pages: half of them, half of the time', () => {
    const half = {...phishing, minutes: 12, pages: phishing.pages.slice(0, 4)}
    assert.equal(minutesLeft(half, indexOf(read(half, 0, 2))), 6)
    assert.equal(minutesLeft({...half, pages: []}, indexOf([])), 12)
  })

  it('counts in a pathway too', () => {
    const pathway = {id: 'p', title: '', summary: '', audience: [], modules: [phishing.id]}
    const modules = new Map([[phishing.id, phishing]])
    const index = indexOf(read(phishing, 0, 1, 2))
    assert.equal(pathwayProgress(pathway, modules, index).minutesLeft, minutesLeft(phishing, index))
    assert.ok(minutesLeft(phishing, index) < phishing.minutes)
  })
})
