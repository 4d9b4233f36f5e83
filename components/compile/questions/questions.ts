import {plainText, type Inline} from '../../model/guide/document.js'
import type {Item, Question} from '../../model/guide/question.js'
import {textHash} from '../../model/ids/text-hash.js'
import {itemOf, readAnswers, readItem, reportEmptyAnswer, reportRest, reportSame} from './answers.js'
import type {Branch} from '../markdown/branch.js'
import {withoutChooseAll} from './choose-all.js'
import {optionId, type CommentOptions} from '../markdown/comment-options.js'
import {isId} from '../source/ids.js'
import {inlines} from '../markdown/inline.js'
import {reportCells} from '../markdown/document.js'
import {readFill, withGapsShown} from './fill-in.js'
import {asksForAll} from '../markdown/prefixes.js'
import {questionParts, type QuestionParts, type QuestionSource} from './question-parts.js'
import type {Reading} from '../markdown/reading.js'

const LEVELS = 5

/** One question. It is always made: what is wrong with it is reported, and as much as there is of it is shown. */
export function readQuestion(source: QuestionSource, reading: Reading): Question {
  const parts = questionParts(source, reading)
  const prompt = source.kind === 'fill' ? withGapsShown(parts.prompt) : parts.prompt
  if (!plainText(prompt).trim()) {
    reading.report.error('empty-question', reading.startOf(source.heading),
      'This question has no words after the colon.',
      'Write the question in the same line.')
  }
  const question = ofKind(source, {...parts, prompt}, reading)
  const shown = question.type === 'choice' && question.multiple ? withoutChooseAll(question) : question
  const id = idOf(parts.options, shown.prompt, source, reading)
  // Hashed with "Choose all that apply" still in it, so that hashes in learners' records stay right.
  const learn = parts.options.get('learn')
  if (learn) reading.explained.push({place: learn.value, at: learn.at})
  return {...shown, id, hash: textHash(JSON.stringify(asked(question))), ...(learn && {learn: learn.value})}
}

/** A question before its id and hash are known. */
type QuestionWithoutId = Question & {id: ''; hash: ''}

function ofKind({kind, heading, domain}: QuestionSource, parts: QuestionParts, reading: Reading): QuestionWithoutId {
  const {prompt, body, hint, why, options, answers} = parts
  const base = {id: '', hash: '', prompt, body, ...(hint && {hint}), ...(why && {why})} as const
  const mustKnow = kind === 'must-know' || yesNo(options, reading)
  switch (kind) {
    case 'question': case 'must-know': case 'scenario': {
      const read = readAnswers(answers, heading, reading)
      const right = read.filter(answer => answer.right).length
      const asked = asksForAll(plainText(prompt)) || asksForAll(plainText(body))
      if (right > 1 && !asked) {
        reading.report.warning('several-right-answers', reading.startOf(heading),
          `${right} answers of this question are right.`,
          'Add "Choose all that apply." to the question, or leave one x.')
      }
      const told = kind === 'scenario' ? kind : 'question'
      return {...base, type: 'choice', kind: told, multiple: asked || right > 1, mustKnow, answers: read}
    }
    case 'order': return {...base, type: 'order', mustKnow, items: readItems(answers, heading, reading)}
    case 'match': return {...base, type: 'match', mustKnow, pairs: readPairs(answers, heading, reading)}
    case 'fill': return {...base, type: 'fill', mustKnow, parts: readFill(heading, answers, reading)}
    case 'rate': {
      const levels = readLevels(answers, heading, reading)
      return {...base, type: 'rate', ...readRate(options, domain, heading, reading), levels}
    }
    case 'do': return {...base, type: 'do'}
    case 'reflect': return {...base, type: 'reflect'}
  }
}

/** The words that a question's hash is made of: when they change, it counts as another question. */
function asked(question: Question): unknown {
  const base = [plainText(question.prompt), plainText(question.body)]
  switch (question.type) {
    case 'choice': return [...base, question.answers.map(({content, right}) => [plainText(content), right])]
    case 'order': return [...base, question.items.map(({content}) => plainText(content))]
    case 'match':
      return [...base, question.pairs.map(({left, right}) => [left, right].map(({content}) => plainText(content)))]
    case 'fill': return [...base, question.parts]
    case 'rate': return [...base, question.levels.map(plainText)]
    case 'do': case 'reflect': return base
  }
}

function idOf(options: CommentOptions, prompt: Inline[], {heading, kind}: QuestionSource, reading: Reading): string {
  const written = optionId(options, reading)
  const at = options.get('id')?.at ?? reading.startOf(heading)
  if (written !== undefined) return reading.claimId(written, at)
  const id = reading.options.taken.claim(plainText(prompt).trim() || kind)
  if (!options.has('id')) reading.reportMissingId(heading, id, 'This question')
  return id
}

function yesNo(options: CommentOptions, reading: Reading): boolean {
  const option = options.get('must-know')
  if (!option) return false
  if (!['yes', 'no'].includes(option.value.toLowerCase())) {
    reading.report.error('bad-option', option.at,
      `The option must-know is "${option.value}", which is not yes or no.`, 'Write must-know: yes, or leave it out.')
  }
  return option.value.toLowerCase() === 'yes'
}

function readItems(lists: readonly Branch[], heading: Branch, reading: Reading): Item[] {
  const branches = lists.flatMap(({children}) => children)
  const read = branches.map(item => ({at: reading.startOf(item), ...itemOf(wholeItem(item, reading))}))
  for (const {at, content} of read) if (!content.length) reportEmptyAnswer(at, reading)
  reportSame(read, reading)
  if (read.length < 2) {
    reading.report.error('too-few-answers', reading.startOf(heading), 'There are no steps here to put in order.',
      'Write at least 2 in a numbered list, in the right order.')
  }
  return read.flatMap(({id, content}) => content.length ? [{id, content}] : [])
}

/** The words of an item that is one paragraph. */
function wholeItem(item: Branch, reading: Reading): Inline[] {
  const {content, rest} = readItem(item, reading)
  reportRest(rest, reading)
  return content
}

/** For a message: which of more texts than there may be are not shown. */
function notShown(texts: readonly Inline[][]): string {
  return texts.length ? `, so ${texts.map(text => `"${plainText(text).slice(0, 500)}"`).join(' and ')} is not shown` : ''
}

function readPairs(tables: readonly Branch[], heading: Branch, reading: Reading): {left: Item; right: Item}[] {
  const bodies = tables.flatMap(({children}) => children).filter(({type}) => type === 'tbody')
  const rows = bodies.flatMap(({children}) => children)
  const wide = tables.flatMap(({children}) => children[0]?.children ?? []).some(({children}) => children.length !== 2)
  if (rows.length < 2 || wide) {
    reading.report.error('match-table', reading.startOf(tables[0] ?? heading),
      wide ? 'This table does not have 2 columns.' : 'There are no pairs here to match.',
      'Write a table of 2 columns: a heading row, then at least 2 rows in which left goes with right.')
  }
  const pairs = rows.flatMap(row => {
    const [left = [], right = []] = row.children.map(cell => inlines(cell, reading))
    reportCells(row, row.children.length, reading)
    if (left.length && right.length) return [{row, left: itemOf(left), right: itemOf(right)}]
    reportEmptyAnswer(reading.startOf(row), reading)
    return []
  })
  for (const side of ['left', 'right'] as const) {
    reportSame(pairs.map(pair => ({at: reading.startOf(pair.row), ...pair[side]})), reading)
  }
  return pairs.map(({left, right}) => ({left, right}))
}

function readLevels(lists: readonly Branch[], heading: Branch, reading: Reading): Inline[][] {
  const levels = lists.flatMap(({children}) => children).map(item => wholeItem(item, reading))
  if (levels.length !== LEVELS || levels.some(level => !level.length)) {
    reading.report.error('rate-levels', reading.startOf(heading), `This statement has ${levels.length} descriptions${
      notShown(levels.slice(LEVELS))}.`,
    `Write ${LEVELS} in a numbered list, from least to most confident.`)
  }
  // Ratings are kept as 1 to 5, so more cannot be shown.
  return levels.slice(0, LEVELS)
}

/** @param above - the domain in whose section the statement stands, if it stands in one */
function readRate(
  options: CommentOptions, above: string | undefined, heading: Branch, reading: Reading,
): {domain: string; suggest: string[]} {
  const written = options.get('domain')
  const domain = above ?? written?.value ?? ''
  if (written && written.value !== domain) {
    reading.report.error('rate-domain', written.at,
      `This statement says domain "${written.value}" and stands under "${domain}".`,
      'Move it, or take the domain out of its comment.')
  }
  if (written?.value && above === undefined) reading.domains.push({id: domain, at: written.at})
  if (!domain) {
    reading.report.error('rate-domain', reading.startOf(heading),
      'This statement does not say which domain it is about.',
      'Add it to the comment under the heading: <!-- domain: D4 -->.')
  }
  const suggest = options.get('suggest')
  const ids = (suggest?.value ?? '').split(/[\s,]+/).filter(Boolean)
  for (const id of ids) if (suggest) reading.links.push({url: `module:${id}`, at: suggest.at})
  return {domain, suggest: ids.filter(isId)}
}
