import {
  asked, blocks, file, flag, inlines, item, list, number, object, optional, rate, slug, source, text, type FileRule, type Rule,
} from './rules.js'

/** The rules of what a page loads that shows one module alone. */

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

/** What a module uses of its guide. */
export const catalogue: Record<string, Rule> = {
  id: slug, title: text, lang: text, edition: text, settings: {values: text},
  modules: list(object({...moduleFacts, file, pages: list(object({id: slug, title: text}))})),
  glossary: list(object({id: slug, term: text, also: list(text), meaning: blocks})),
}

export const module = object({
  ...moduleFacts,
  pages: list(object({id: slug, title: text, children: blocks})),
  questions: list(question),
  sources: list(source),
  reviewers: list(object({role: text, date: optional(text)})),
})

/** A module with what it uses of its guide. */
export const aloneFile: FileRule = {format: 'dsg-alone', rule: object({guide: object(catalogue), module})}
