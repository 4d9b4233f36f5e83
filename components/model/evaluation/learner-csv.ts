import type {Cell} from '../formats/csv.js'
import {csvFile} from '../formats/csv.js'
import {byTime} from '../log/entries.js'
import {clockTime, type LearnerEvent, type Rating} from '../record/record.js'

/** The words of the learner's own file. A caller can pass those of another language instead. */
export const LEARNER_CSV_WORDS = {
  columns: [
    'Time (UTC)', 'What', 'Module', 'Skill area', 'About', 'Result', 'Now', 'Needed', 'Looking back', 'How sure',
    'Own words', 'In another edition of the guide',
  ],
  otherEdition: 'Yes',
  read: 'Opened a page',
  started: 'Began questions',
  answered: 'Answered a question',
  ticked: 'Ticked a task',
  unticked: 'Took a task back',
  reflected: 'Reflected',
  completed: 'Ended a module',
  elsewhere: 'Said that they did a module elsewhere',
  notElsewhere: 'Took back that they did a module elsewhere',
  began: 'Began a self-assessment',
  rated: 'Rated a skill',
  assessed: 'Finished a self-assessment',
  judged: 'Gave feedback',
  right: 'Right',
  notRight: 'Not right',
  score: (right: number, of: number) => `${right} of ${of}`,
  outcomes: {passed: 'Passed', 'not-passed': 'Not passed yet', declared: 'Declared done', completed: 'Completed'},
  sure: {1: 'Guessing', 2: 'Fairly sure', 3: 'Certain'},
  unsure: 'I am not sure',
  notMyRole: 'Not part of my role',
  useful: 'Useful',
  notUseful: 'Not useful',
}

/** Where the file takes names and titles from, such as a `GuideManifest`. */
export interface NamedThings {
  id: string
  title: string
  /** An edition's name says nothing to anybody: the file says only which events were made in another one. */
  edition: string
  modules: readonly {id: string; title: string; pages: readonly {id: string; title: string}[]}[]
  frameworks: readonly {id: string; title: string; domains: readonly {id: string; short: string}[]}[]
}

/**
 * All that is in the record, for the learner: one row an event, oldest first, ready to be saved as a file. What the
 * guide has no title for (any more) is shown by its id.
 */
export function learnerCsv(events: readonly LearnerEvent[], guide: NamedThings, words = LEARNER_CSV_WORDS): string {
  const names = namesIn(guide)
  const rows = [...events].sort(byTime).map((event): Cell[] => {
    const line = lineOf(event, words)
    // Two wholes can have parts with the same id, so a part is looked up together with the whole that it is in.
    const name = (id: string | undefined, whole = '') =>
      id === undefined ? undefined : names.get(`${whole}/${id}`) ?? names.get(id) ?? id
    return [
      clockTime(event), line.what,
      name(line.module), name(line.area?.domain, line.area?.framework), name(line.about, line.module),
      line.result, line.now, line.needed, line.before, line.sure, line.text, event.edition === guide.edition ? '' : words.otherEdition,
    ]
  })
  return csvFile([words.columns, ...rows])
}

function namesIn({id, title, modules, frameworks}: NamedThings): Map<string, string> {
  return new Map([
    [id, title],
    ...frameworks.flatMap(framework => [
      [framework.id, framework.title] as const,
      ...framework.domains.map(domain => [`${framework.id}/${domain.id}`, domain.short] as const),
    ]),
    ...modules.flatMap(module => [
      [module.id, module.title] as const,
      ...module.pages.map(page => [`${module.id}/${page.id}`, page.title] as const),
    ]),
  ])
}

interface CsvRow {
  what: string
  /** An id, as are all fields below. */
  module?: string
  area?: {framework: string; domain: string}
  about?: string
  result?: Cell
  now?: Cell
  needed?: Cell
  before?: Cell
  sure?: string
  text?: string
}

function lineOf(event: LearnerEvent, words: typeof LEARNER_CSV_WORDS): CsvRow {
  const {about} = event
  const rating = (value: Rating): Cell =>
    value === 'unsure' ? words.unsure : value === 'not-my-role' ? words.notMyRole : value
  switch (event.type) {
    case 'read': return {what: words.read, module: about, about: event.page}
    case 'started': return {what: words.started, module: about}
    case 'answered': return {
      what: words.answered, module: event.module, about, result: event.right ? words.right : words.notRight,
      sure: event.sure && words.sure[event.sure],
    }
    case 'did': return {what: event.done ? words.ticked : words.unticked, module: event.module, about}
    case 'reflected': return {what: words.reflected, module: event.module, about, text: event.text}
    case 'completed': {
      const {right, of} = event
      const score = right === undefined || of === undefined ? '' : `, ${words.score(right, of)}`
      return {what: words.completed, module: about, result: words.outcomes[event.outcome] + score}
    }
    case 'elsewhere': return {what: event.done ? words.elsewhere : words.notElsewhere, module: about, result: event.date}
    case 'began': return {what: words.began, about}
    case 'rated': return {
      what: words.rated, area: event, about, now: rating(event.now), needed: rating(event.needed),
      before: event.before && rating(event.before),
    }
    case 'assessed': return {what: words.assessed, about}
    case 'judged': return {
      what: words.judged, about, result: event.isUseful ? words.useful : words.notUseful, text: event.comment,
    }
  }
}
