import {
  blocks, inlines, list, object, optional, rate, slug, source, text, type FileRule, type Rule,
} from './rules.js'

/** The rules of the parts of a pack that few pages load. */

/** What is rated can be kept as 1 to 5 only. */
const statement: Rule = {what: 'statement', kinds: () => ({rate: object({...rate, levels: {list: inlines, most: 5}})})}

/** A framework file. */
export const frameworkFile: FileRule = {
  format: 'dsg-framework',
  part: 'framework',
  rule: object({
    id: slug, title: text, lang: text, publisher: optional(text), note: optional(text), sources: list(source),
    lastReviewed: optional(text), nextReview: optional(text),
    domains: list(object({id: slug, name: text, short: text, summary: blocks, statements: list(statement)})),
  }),
}

/** What is rated can be kept as 1 to 4 only. */
const fourLevels: Rule = {list: object({name: text, text: inlines}), exactly: 4}

/** A canvas file of a pack. */
export const canvasFile: FileRule = {
  format: 'dsg-canvas-factors',
  part: 'canvas',
  rule: object({
    id: slug, title: text, lang: text, publisher: optional(text), basis: optional(text), sources: list(source),
    lastReviewed: optional(text), nextReview: optional(text),
    factors: list(object({
      id: slug, group: text, name: text, hash: text, intro: blocks, levels: fourLevels, ask: blocks, learn: list(slug),
    })),
  }),
}

/** The search file. The figures of its index are checked as it is opened, by `search/index-text.ts`. */
export const searchFile: FileRule = {
  format: 'dsg-search',
  rule: object({
    sections: list(object({
      module: slug, page: slug, anchor: text, title: text, heading: text, keywords: list(text), text,
    })),
    synonyms: optional(list(object({says: list(text), means: list(text)}))),
    index: optional(object({terms: text, counts: text, sections: text, marks: text})),
  }),
}
