import {
  asked, blocks, file, flag, inlines, item, list, number, object, optional, rate, slug, source, text, type FileRule, type Rule,
} from './check-rules.js'

/** The rules of what every page of a guide loads. */

const question: Rule = {
  what: 'kind of question',
  kinds: () => questions,
}

const questions: Record<string, Rule> = {
  choice: object({
    ...asked, kind: text, multiple: flag, mustKnow: flag,
    answers: list(object({id: text, content: inlines, right: flag, feedback: blocks})),
  }),
  order: object({...asked, mustKnow: flag, items: list(item)}),
  match: object({...asked, mustKnow: flag, pairs: list(object({left: item, right: item}))}),
  fill: object({...asked, mustKnow: flag, parts: list({either: text, or: object({accepts: list(text)})})}),
  do: object(asked),
  reflect: object(asked),
  rate: object(rate),
}

const moduleFacts: Record<string, Rule> = {
  id: slug, title: text, pathway: text, domains: list(text), stage: number, audience: list(text), minutes: number,
  outcomes: list(text), keywords: list(text), show: number, passPercent: number, hasMustKnow: flag, tasks: list(slug),
  settings: list(text), lastReviewed: optional(text), nextReview: optional(text), reviewed: flag,
}

/** `guide.json`. */
export const manifestFile: FileRule = {
  format: 'dsg-guide',
  rule: object({
    id: slug, title: text, lang: text, edition: text, settings: {values: text}, search: file,
    pathways: list(object({id: slug, title: text, summary: text, audience: list(text), modules: list(slug)})),
    modules: list(object({...moduleFacts, file, pages: list(object({id: slug, title: text}))})),
    glossary: list(object({id: slug, term: text, also: list(text), meaning: blocks})),
    frameworks: list(object({
      id: slug, title: text, file, domains: list(object({id: slug, name: text, short: text, statements: number})),
    })),
    canvases: list(object({id: slug, title: text, file, factors: number})),
  }),
}

/** A module file. */
export const moduleFile: FileRule = {
  format: 'dsg-module',
  part: 'module',
  rule: object({
    ...moduleFacts,
    pages: list(object({id: slug, title: text, children: blocks})),
    questions: list(question),
    sources: list(source),
    reviewers: list(object({role: text, date: optional(text)})),
  }),
}
