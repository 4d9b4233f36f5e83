/**
 * Which code comes in one file, and when a page fetches it: the bundler cuts by `GROUPS`, and `npm run size` adds up what
 * each of `STAGES` takes. Modules are named by their path in `components`, as in `chunks.json`.
 */
import {PART_NAMES, PARTS} from '../../components/model/guide/parts.js'

/** Modules that `dsg.js` loads when a page needs them. Each gets a file of its own, with the code that nothing else needs. */
export const LOADED: readonly string[] = [
  ...PART_NAMES.filter(name => PARTS[name].only !== 'inside').map(name => `elements/${name}/define`),
  'elements/shared/base/tell-keeper.later',
  'state/xapi/report-to',
]

/** Code that several files need, put into one file: one file compresses better than a dozen, and is one request. */
export interface Group {
  name: string
  /** Takes only modules that this one imports, directly or through others. */
  neededBy?: string
  /** Takes no module of these folders. */
  except?: readonly string[]
  /** Takes only modules whose paths begin so. */
  only?: readonly string[]
  /** How many files at least have to need a module for it to be taken. */
  by: number
}

/** What is asked for late: to send, to keep and to print. */
const HASHES = ['model/ids/', 'model/formats/']
/** What only pages of text and their parts are made with. */
const DOCUMENTS = ['elements/shared/document/', 'elements/shared/words/left-out', 'model/guide/places', '../node_modules/lit/',
  '../node_modules/lit-html/']

/** A module that the first group takes stays out of the second. */
export const GROUPS: readonly Group[] = [
  // What a quiz needs is very nearly what every element needs, but for the code that only quizzes and modules use.
  {name: 'shared-by-all', neededBy: 'elements/quiz/define', by: 3},
  // What loads a whole guide: a page with one quiz or one module loads none.
  {name: 'whole-guide', neededBy: 'elements/shared/base/guide-element', by: 5},
  // Small things that a guide's first page shows, and others. A quiz needs none.
  {name: 'catalogue', by: 2, only: ['state/visit/clock', 'state/visit/entries', 'elements/shared/styles/progress-bar',
    'elements/shared/words/catalogue']},
  // What forms are made of. A guide opens without one, and a quiz needs it once an answer is checked.
  {name: 'forms', by: 2, only: ['elements/shared/form/']},
  // What keeps a record, and takes it over to a page that is loaded again: every element fetches both once it is drawn.
  {name: 'keeping', by: 2, only: ['state/device/keeper', 'state/device/copy-file', 'state/device/storage-fault',
    'state/device/hand-over', 'state/record/marks', 'state/record/notes', 'model/record/event-shape', 'elements/shared/page/save-file']},
  // Small things that several elements need, and a quiz does not.
  {name: 'common', by: 5, except: [...DOCUMENTS, ...HASHES]},
  // What draws pages of text. A guide opens with its catalogue, which has none.
  {name: 'document', by: 2, only: DOCUMENTS},
]

/** What a page fetches of our scripts at one time. */
export interface Stage {
  name: string
  scripts?: readonly string[]
  modules?: readonly string[]
  /** The stage before it: what came then is not counted again. */
  after?: string
  /** What it may weigh, compressed with gzip. */
  bytes: number
}

export const STAGES: readonly Stage[] = [
  {name: 'dsg-quiz, to ask a question', scripts: ['dsg.js'], modules: ['elements/quiz/define'], bytes: 20_300},
  // With these, a learner can answer a quiz without a network, read it on any ground, and go on where scripts are gone.
  {
    name: 'dsg-quiz, fetched while it is read', after: 'dsg-quiz, to ask a question', bytes: 21_600,
    modules: [
      'elements/quiz/afterwards.later', 'state/record/keep-record.later', 'elements/shared/ground/follow.later',
      'elements/shared/base/ahead.later',
    ],
  },
  {name: 'dsg-guide, to show its first page', scripts: ['dsg.js'], modules: ['elements/guide/define'], bytes: 29_500},
  {name: 'dsg-all.js', scripts: ['dsg-all.js'], bytes: 220_000},
]
