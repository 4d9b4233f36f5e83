import {plainText, type Block, type Inline} from '../../model/guide/document.js'
import type {Answer, Item} from '../../model/guide/question.js'
import {textHash} from '../../model/ids/text-hash.js'
import type {Branch} from '../markdown/branch.js'
import {blocks, hasBox, isTicked, withoutBox} from '../markdown/document.js'
import {inlines} from '../markdown/inline.js'
import {isAllOfTheAbove} from '../markdown/prefixes.js'
import type {Reading} from '../markdown/reading.js'

/** More than these are hard to hold in mind. */
const MANY_ANSWERS = 7
/** How much longer than the longest wrong answer is "much longer": by both measures at once. */
const MUCH_LONGER = 1.5
const MUCH_LONGER_CHARACTERS = 25

/** The answers of a choice question. What is wrong with them is reported. */
export function readAnswers(lists: readonly Branch[], heading: Branch, reading: Reading): Answer[] {
  const items = lists.flatMap(({children}) => children)
  const read = items.map(item => ({item, answer: readAnswer(item, reading)}))
  const answers = read.flatMap(({answer}) => answer ? [answer] : [])
  reportSame(read.flatMap(({item, answer}) => answer ? [{at: reading.startOf(item), ...answer}] : []), reading)

  const at = reading.startOf(heading)
  if (items.length < 2) {
    reading.report.error('too-few-answers', at,
      items.length ? 'This question has only 1 answer.' : 'This question has no answers.',
      'Write at least 2, each on a line that begins with "- [ ]", or "- [x]" if it is right.')
  }
  if (items.length && !answers.some(({right}) => right)) {
    reading.report.error('no-right-answer', at, 'No answer of this question is ticked as right.',
      'Put an x between the square brackets of the right one: [x].')
  }
  if (answers.length > MANY_ANSWERS) {
    reading.report.warning('many-answers', at, `This question has ${answers.length} answers.`,
      `Use at most ${MANY_ANSWERS}: leave out those that nobody would choose.`)
  }
  for (const {item, answer} of read) if (answer) reportAnswer(answer, item, reading)
  reportLongest(read, reading)
  return answers
}

/** Reports items that say the same, of any kind of question; empty ones are another fault. */
export function reportSame(items: readonly (Item & {at: number})[], reading: Reading): void {
  const seen = new Set<string>()
  for (const {at, id, content} of items) {
    const text = seen.has(id) ? plainText(content) : ''
    if (text) {
      reading.report.error('same-answer', at,
        `"${text.trim().slice(0, 60)}" is there twice.`, 'Change one of the two, or remove it.')
    }
    seen.add(id)
  }
}

export function itemOf(content: Inline[]): Item {
  return {id: textHash(plainText(content)), content}
}

/** The words of a list item and the blocks under them. */
export function readItem(item: Branch, reading: Reading): {content: Inline[]; rest: Branch[]} {
  const [first, ...rest] = item.children.filter(({type}) => type !== 'comment')
  if (first?.type !== 'paragraph') return {content: [], rest: first ? [first, ...rest] : []}
  return {content: inlines(first, reading), rest}
}

/** Reports what stands under a step or a level, which is one paragraph. */
export function reportRest(rest: readonly Branch[], reading: Reading): void {
  for (const branch of rest) {
    reading.report.error('not-shown', reading.startOf(branch), 'This stands under an item of a list, and is not shown.',
      'Write each item as one paragraph. Put other text above the list.')
  }
}

export function reportEmptyAnswer(at: number, reading: Reading): void {
  reading.report.error('empty-answer', at, 'This answer has no words.', 'Write them, or remove the line.')
}

function readAnswer(item: Branch, reading: Reading): Answer | undefined {
  const {content: words, rest} = readItem(item, reading)
  const at = reading.startOf(item)
  const content = withoutBox(words)
  if (!plainText(content).trim()) {
    reportEmptyAnswer(at, reading)
    reportRest(rest, reading)
    return undefined
  }
  const feedback = rest.flatMap(branch => readFeedback(branch, reading))
  if (!hasBox(words)) {
    reading.report.error('answer-without-box', at, 'This answer does not say whether it is right.',
      'Begin it with "- [ ]", or "- [x]" if it is right.')
  }
  return {...itemOf(content), right: isTicked(words), feedback}
}

function readFeedback(branch: Branch, reading: Reading): Block[] {
  if (branch.type === 'blockquote') return blocks(branch.children, reading)
  reading.report.warning('feedback-without-mark', reading.startOf(branch),
    'This stands under an answer, so it is read as its feedback.',
    'Begin feedback with ">". Put other text above the answers.')
  return blocks([branch], reading)
}

function reportAnswer(answer: Answer, item: Branch, reading: Reading): void {
  const at = reading.startOf(item)
  const text = plainText(answer.content).trim()
  if (!answer.feedback.length) {
    reading.report.warning('no-feedback', at, `The answer "${text.slice(0, 60)}" has no feedback.`,
      'Write under it, indented and after ">", why it is right or what would happen.')
  }
  if (isAllOfTheAbove(text)) {
    reading.report.warning('all-of-the-above', at,
      `"${text.slice(0, 60)}" gives the answer away, and answers change their order.`,
      'Ask for all that apply instead, and tick each right answer.')
  }
}

/** Reports a right answer that is the longest by far: whoever guesses takes the longest. */
function reportLongest(read: readonly {item: Branch; answer: Answer | undefined}[], reading: Reading): void {
  const lengths = read.flatMap(({item, answer}) =>
    answer ? [{item, right: answer.right, length: plainText(answer.content).trim().length}] : [])
  const wrong = lengths.filter(({right}) => !right)
  const longest = wrong.reduce((most, {length}) => Math.max(most, length), 0)
  for (const {item, right, length} of lengths) {
    const isMuchLonger = length > longest * MUCH_LONGER && length > longest + MUCH_LONGER_CHARACTERS
    if (!right || !wrong.length || !isMuchLonger) continue
    reading.report.warning('longest-answer', reading.startOf(item),
      'The right answer is much longer than the others, which gives it away.',
      'Shorten it, or move the explanation to its feedback.')
  }
}
