import type {Diagnostic, Fix} from '../../model/guide/diagnostic.js'
import type {GlossaryTerm} from '../../model/guide/glossary.js'
import type {StyleData} from './style-data.js'
import type {StylePage} from './style-page.js'

/** What a rule is given. */
export interface StyleContext {
  page: StylePage
  data: StyleData
  /** Terms of the whole guide. */
  glossary: readonly GlossaryTerm[]
  /** Of the whole guide, where it has one: a page may leave its own out. */
  publisher?: string
}

/** What a rule found. The runner adds the file, the position and the rule's id. */
export interface Finding {
  /** Offset in the file. */
  at: number
  /** In plain words. */
  message: string
  /** What to do, in plain words. A function where that is slow to find out: it is not called for an excused line. */
  advice: string | (() => string)
  /** Only where it is not the rule's own. */
  severity?: Diagnostic['severity']
  /** Only where a machine cannot spoil the meaning. */
  fix?: Fix
}

/** One NHS content rule. */
export interface StyleRule {
  /** `C01` to `C37`, or `spelling`. It is the code of its diagnostics, and what an excuse names. */
  id: string
  /** What the rule asks, in a few words. */
  title: string
  severity: Diagnostic['severity']
  check(context: StyleContext): Finding[]
}
