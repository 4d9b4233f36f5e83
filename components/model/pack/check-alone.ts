import type {Module, ModuleFacts} from '../guide/module.js'
import type {FillQuestion, Item, Question, RateStatement, Reflection} from '../guide/question.js'
import type {Settings} from '../guide/settings.js'
import {byType, flag, isObject, number, oneOf, optional, text, type Fields, type Kinds, type Test} from '../shape/shape.js'
import {blocks, file, inlines, slug, source} from './document-shape.js'
import {PACK_VERSION, type AloneFile, type GuideOfOne} from './files.js'

/** The shapes of the data that a page loads when it shows one module alone. */

/** What all questions have. */
const asked: Fields<Omit<Reflection, 'type'>> = {
  id: slug, hash: text, prompt: inlines, body: blocks, hint: optional(blocks), why: optional(blocks),
  learn: optional(slug),
}

/** What statements to rate have. */
export const rate: Fields<Omit<RateStatement, 'type'>> = {...asked, domain: text, suggest: [slug], levels: [inlines]}

const item: Fields<Item> = {id: text, content: inlines}

export const question: Test<Question> = byType(() => questionKinds)

/** A part of a fill-in question: text, or a gap. */
const part = (value => text(value) || {accepts: [text]}) as Test<FillQuestion['parts'][number]>

const questionKinds: Kinds<Question> = {
  choice: {
    ...asked, kind: oneOf('question', 'scenario'), multiple: flag, mustKnow: flag,
    answers: [{id: text, content: inlines, right: flag, feedback: blocks}],
  },
  order: {...asked, mustKnow: flag, items: [item]},
  match: {...asked, mustKnow: flag, pairs: [{left: item, right: item}]},
  fill: {...asked, mustKnow: flag, parts: [part]},
  do: asked,
  reflect: asked,
  rate,
}

const facts: Fields<ModuleFacts> = {
  id: slug, title: text, pathway: text, domains: [text], stage: number, audience: [text], minutes: number, outcomes: [text],
  keywords: [text], show: number, passPercent: number, hasMustKnow: flag, safety: optional(flag), tasks: [slug], settings: [text],
  lastReviewed: optional(text), nextReview: optional(text), reviewed: flag,
}

export const settings = (value => isObject(value) && Object.values(value).every(text)) as Test<Settings>

/** What a module uses of its guide. */
export const catalogue: Fields<GuideOfOne> = {
  id: slug, title: text, lang: text, publisher: optional(text), edition: text, settings,
  modules: [{...facts, file, pages: [{id: slug, title: text}]}],
  glossary: [{id: slug, term: text, also: [text], meaning: blocks}],
}

export const module: Fields<Module> = {
  ...facts,
  pages: [{id: slug, title: text, children: blocks}],
  questions: [question],
  sources: [source],
  publisher: optional(text),
  author: optional(text),
  reviewers: [{role: text, date: optional(text)}],
  clinicalReview: flag,
}

/** A module with what it uses of its guide. */
export const aloneFile: Fields<AloneFile> = {format: 'dsg-alone', version: PACK_VERSION, guide: catalogue, module}
