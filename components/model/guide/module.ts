import type {Block} from './document.js'
import type {Question} from './question.js'

/** One short page set on one subject: what `content/pathways/<pathway>/<id>.md` says. */
export interface Module extends ModuleFacts {
  pages: Page[]
  questions: Question[]
  sources: Source[]
  publisher?: string
  author?: string
  reviewers: Reviewer[]
  /** Must a clinician review this module before it is relied on? */
  clinicalReview: boolean
}

/** What the catalogue needs to know of a module, small enough to stand in `guide.json`. */
export interface ModuleFacts {
  id: string
  title: string
  /** Id of the pathway it belongs to; '' for a file that stands alone. */
  pathway: string
  /** Framework domain ids, such as `D6`. */
  domains: string[]
  /** 1 getting started, 2 building, 3 confident, 4 supporting others. */
  stage: number
  audience: string[]
  /** Whole minutes to read and answer, at least 1. */
  minutes: number
  outcomes: string[]
  keywords: string[]
  /** How many scored questions one attempt shows; the module may have more. 0 when it has none. */
  show: number
  /** Share of the shown questions that must be right to pass, 1 to 100. */
  passPercent: number
  /** True when the module has must-know questions: each attempt shows all of them, and they must be right. */
  hasMustKnow: boolean
  /** Can harm come of it when it is out of date? As the content says; missing where it does not say: see `isSafety`. */
  safety?: boolean
  /** Ids of its Do tasks, in order. A module without scored questions is complete when all of them are ticked. */
  tasks: string[]
  /** Names of the settings in its text, so that an organisation can see what to fill in. */
  settings: string[]
  /** ISO dates, `2026-11-01`. */
  lastReviewed?: string
  nextReview?: string
  /** True when at least one reviewer has a date. */
  reviewed: boolean
}

/** False where all that stands above a page is the title of its module: the only page of a module need have none of its own. */
export function hasOwnTitle({title}: Page, module: Pick<Module, 'title' | 'pages'>): boolean {
  return module.pages.length > 1 || title !== module.title
}

/** What stands between two `##` headings. `id` is used in addresses, so it is unique in its module. */
export interface Page {
  id: string
  title: string
  children: Block[]
}

export interface Source { title: string; url?: string; year?: number }

/** `date` is missing while the review is awaited. */
export interface Reviewer { role: string; date?: string }
