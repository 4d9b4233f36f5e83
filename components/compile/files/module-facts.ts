import type {Module, Reviewer, Source} from '../../model/guide/module.js'
import {DEFAULT_PASS_PERCENT} from '../../model/record/pass-mark.js'
import {isSafeImage} from '../../model/guide/document.js'
import type {YamlFields} from '../yaml/fields.js'

/** What front matter says of a module; the rest is derived from its content. */
export type FrontMatterFacts = Omit<Module, 'pages' | 'questions' | 'hasMustKnow' | 'tasks' | 'settings' | 'show'> & {
  show?: number
  /** Local details the author says the text asks for; undefined when the author does not say. */
  localSettings?: string[]
}

const MOST_MINUTES = 600

/**
 * @param standalone - nothing is required: what is missing gets a harmless value
 * @param fallback - what to use for a value that is missing; minutes are counted only then
 */
export function readModuleFacts(
  fields: YamlFields, standalone: boolean, fallback: {id: string; title: string; minutes: () => number},
): FrontMatterFacts {
  const need = standalone ? 'optional' : 'required'
  const reviewers = fields.groups('reviewers', 'optional', 'reviewer').map(readReviewer)
  const localSettings = fields.texts('local_settings', 'optional')
  const written: FrontMatterFacts = {
    id: fields.id('id', need) ?? fallback.id,
    title: fields.text('title', need) ?? fallback.title,
    pathway: fields.id('pathway', need) ?? '',
    domains: fields.texts('domains', need),
    stage: fields.whole('stage', need, 1, 4) ?? 1,
    audience: fields.texts('audience', need),
    minutes: fields.whole('minutes', need, 1, MOST_MINUTES) ?? fallback.minutes(),
    outcomes: fields.texts('outcomes', need),
    keywords: fields.texts('keywords', 'optional'),
    show: fields.whole('show', 'optional', 1, 1_000),
    passPercent: fields.whole('pass', 'optional', 1, 100) ?? DEFAULT_PASS_PERCENT,
    lastReviewed: fields.date('last_reviewed', need),
    nextReview: fields.date('next_review', need),
    reviewed: reviewers.some(({date}) => date !== undefined),
    sources: fields.groups('sources', need, 'source').map(readSource),
    publisher: fields.text('publisher', need),
    author: fields.text('author', 'optional'),
    reviewers,
    clinicalReview: fields.yesNo('clinical_review', 'optional'),
    ...safetyOf(fields),
    localSettings: fields.entries.has('local_settings') ? localSettings : undefined,
  }
  fields.finish()
  reportDates(written, fields)
  return written
}

/** Only what is written: a module that does not say `safety` takes its pathway's, see `isSafety`. */
export function safetyOf(fields: YamlFields): {safety?: boolean} {
  const safety = fields.yesNo('safety', 'optional')
  return fields.entries.has('safety') ? {safety} : {}
}

/** What a framework or a canvas says of itself, beside what only one of them says. */
export function readPublished(
  fields: YamlFields, need: 'required' | 'optional', fallback: {id: string; title: string; lang: string},
) {
  return {
    id: fields.id('id', need) ?? fallback.id,
    title: fields.text('title', need) ?? fallback.title,
    lang: fields.language('lang', 'optional') ?? fallback.lang,
    publisher: fields.text('publisher', 'optional'),
    sources: fields.groups('sources', need, 'source').map(readSource),
    lastReviewed: fields.date('last_reviewed', need),
    nextReview: fields.date('next_review', need),
  }
}

/** One of the `sources` of a module or a framework. */
export function readSource(fields: YamlFields): Source {
  const title = fields.text('title', 'required') ?? ''
  const url = fields.text('url', 'optional')
  const year = fields.whole('year', 'optional', 1900, 2100)
  fields.finish()
  const isWeb = url !== undefined && /^https?:/i.test(url) && isSafeImage(url)
  if (url !== undefined && !isWeb) {
    fields.report.error('unsafe-link', fields.offsetOf('url'),
      `The source "${title}" has an address that is not allowed.`,
      'Write an address that begins with https://.')
  }
  return {title, ...(isWeb && {url}), ...(year !== undefined && {year})}
}

function readReviewer(fields: YamlFields): Reviewer {
  const role = fields.text('role', 'required') ?? ''
  const date = fields.date('date', 'optional')
  fields.finish()
  return {role, ...(date !== undefined && {date})}
}

/** Reports a next review that is not after the last one. */
export function reportDates(
  {lastReviewed, nextReview}: Pick<FrontMatterFacts, 'lastReviewed' | 'nextReview'>, fields: YamlFields,
): void {
  if (lastReviewed === undefined || nextReview === undefined || nextReview > lastReviewed) return
  fields.report.error('review-dates', fields.offsetOf('next_review'),
    `The next review (${nextReview}) is not after the last (${lastReviewed}).`, 'Correct one of the two dates.')
}
