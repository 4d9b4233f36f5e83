import {calendarText} from '../../components/model/formats/calendar.js'
import {csvOf} from '../../components/model/formats/csv.js'
import type {Guide} from '../../components/model/guide/guide.js'
import {daysBetween, isSafety, reviewState, type ReviewState} from '../../components/model/guide/review.js'
import {guideToReport} from './guide.js'
import {textTable} from '../terminal/text-table.js'
import {dayOf} from '../terminal/today.js'
import {printFile} from '../terminal/output.js'

/** Each state in words. The list is in this order, with what is most urgent first. */
const WORDS: Record<ReviewState, string> = {
  'overdue': 'Overdue', 'due-soon': 'Due soon', 'never-reviewed': 'Never reviewed', 'current': 'Current',
}
const ORDER = Object.keys(WORDS) as ReviewState[]

interface PageToReview {
  id: string
  title: string
  kind: string
  state: ReviewState
  lastReviewed: string
  nextReview: string
  reviewers: string[]
  safety: boolean
}

interface Wanted { format: 'table' | 'csv' | 'ical'; on?: string; with: string[] }

/**
 * `dsg report review`: what needs a review, as a table or CSV; or a calendar file with the day of every page's next
 * review. The calendar's entries keep their ids, so a newer file brings older entries up to date.
 */
export async function reportReview(target: string, wanted: Wanted): Promise<number> {
  const today = dayOf(wanted.on)
  const {guide} = guideToReport(target, wanted.with)
  const pages = pagesOf(guide, today)
  if (wanted.format === 'ical') printFile(calendarOf(guide, pages, today))
  else if (wanted.format === 'csv') printFile(csvOf([HEAD, ...rowsOf(pages, today)]))
  else printFile(tableOf(pages, today))
  return 0
}

function pagesOf({modules, frameworks, canvases, pathways}: Guide, today: string): PageToReview[] {
  const pages = [
    ...modules.map(module => ({
      item: module, kind: 'module', state: reviewState(module, today),
      reviewers: module.reviewers.map(({role}) => role),
      safety: isSafety(module, pathways.find(({id}) => id === module.pathway)),
    })),
    ...[...frameworks.map(item => ({item, kind: 'framework'})), ...canvases.map(item => ({item, kind: 'canvas'}))]
      // Frameworks and canvases name no reviewers, so only their dates say whether they need a review.
      .map(({item, kind}) => (
        {item, kind, state: reviewState({...item, reviewed: true}, today), reviewers: [], safety: false})),
  ]
  return pages
    .map(({item: {id, title, lastReviewed = '', nextReview = ''}, ...rest}) => (
      {id, title, lastReviewed, nextReview, ...rest}))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)
      || compare(a.nextReview, b.nextReview) || compare(a.id, b.id))
}

const HEAD = ['State', 'Next review', 'Days left', 'Last reviewed', 'Harm if old', 'Kind', 'Id', 'Title', 'Reviewers']

function rowsOf(pages: readonly PageToReview[], today: string): (string | number)[][] {
  return pages.filter(({state}) => state !== 'current').map(page => [
    WORDS[page.state], page.nextReview, page.nextReview ? daysBetween(today, page.nextReview) : '', page.lastReviewed,
    page.safety ? 'yes' : 'no', page.kind, page.id, page.title, page.reviewers.join('; '),
  ])
}

function tableOf(pages: readonly PageToReview[], today: string): string {
  const rows = rowsOf(pages, today).map(row => row.slice(0, -1))
  const count = (state: ReviewState): number => pages.filter(page => page.state === state).length
  const counts = ORDER.map(state => `${count(state)} ${WORDS[state].toLowerCase()}`)
  const table = rows.length ? `${textTable([HEAD.slice(0, -1), ...rows])}\n` : ''
  return `${table}On ${today}, of ${pages.length}: ${counts.join(', ')}.\n`
}

function calendarOf(guide: Guide, pages: readonly PageToReview[], today: string): string {
  return calendarText('Digital skills guide reviews', today, pages.filter(({nextReview}) => nextReview).map(page => ({
    id: `review-${page.kind}-${page.id}@${guide.id}`,
    day: page.nextReview,
    summary: `Review: ${page.title}`,
    description: [
      `${guide.title}, ${page.kind} ${page.id}`, `Last reviewed: ${page.lastReviewed}`,
      ...page.reviewers.length ? [`Reviewers: ${page.reviewers.join(', ')}`] : [],
    ].join('\n'),
  })))
}

/** By code unit: the same order in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
