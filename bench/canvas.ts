/**
 * How long a big canvas takes to open and compare: 50 raters, 30 factors, 20 snapshots.
 *
 *     npm run bench:canvas
 *
 * Opening is all that stands between a file's text and a screen: reading it, checking it, what holds, the spread of
 * views. Comparing is the newest two snapshots, the history of every factor, and the profile.
 */
import {factorHash, type Canvas, type CanvasFactor} from '../components/model/guide/canvas.js'
import {compareSnapshots, historyOf, profileOf} from '../components/model/canvas/compare.js'
import {readCanvasFile} from '../components/model/canvas/file.js'
import type {CanvasFile, CanvasItem, FactorRating, NewCanvasItem} from '../components/model/canvas/items.js'
import {emptyCanvasFile, mergeCanvas} from '../components/model/canvas/merge.js'
import {snapshotOf, spreadByFactor} from '../components/model/canvas/spread.js'
import {canvasState, type CanvasState} from '../components/model/canvas/state.js'
import {undoingBrought} from '../components/model/canvas/view.js'
import {quantile, short, spread, table} from './lib/figures.js'
import {report} from './lib/report.js'

const RATERS = 50
const FACTORS = 30
const SNAPSHOTS = 20
const RUNS = 21
const LIMIT_MS = 100
const SENTENCE = 'We asked forty people in two clinics and a library, and wrote down what they said they would change.'

const canvas: Canvas = {
  id: 'bench', title: 'Bench', lang: 'en-GB', sources: [], factors: Array.from({length: FACTORS}, (_, i) => factor(i)),
}

function factor(i: number): CanvasFactor {
  const text = [{type: 'text' as const, value: `${SENTENCE} ${i}`}]
  const levels = [1, 2, 3, 4].map(level => ({name: `Level ${level}`, text}))
  const name = `Factor number ${i}`
  const hash = factorHash(name, levels)
  return {id: `factor-${i}`, group: `Group ${i % 5}`, name, hash, intro: [], levels, ask: [], learn: []}
}

function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

/** @param rated - how many of the assessments have the ratings of every rater in the file, the newest ones */
function bigFile(rated: number): CanvasFile {
  const items: CanvasItem[] = []
  const say = (said: NewCanvasItem): void => {
    const n = items.length + 1
    items.push({...said, id: uuid(n), at: new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString()})
  }
  for (let round = 0; round < SNAPSHOTS; round++) {
    const assessment = uuid(1_000_000 + round)
    const date = `20${26 + Math.floor(round / 2)}-${round % 2 ? '11' : '05'}-23`
    say({type: 'assessment', assessment, name: `Assessment ${round}`, date})
    if (round >= SNAPSHOTS - rated) rateAll(round, assessment, date, say)
    for (const {id, hash} of canvas.factors) {
      const rating = ratingOf(round, id.length)
      say({type: 'agreed', assessment, factor: id, factorHash: hash, rating, note: SENTENCE, date})
    }
    say(snapshotOf(canvasState(canvas, {items}), assessment, {name: `Snapshot ${round}`, date}))
  }
  return {...emptyCanvasFile(uuid(9_999_999), canvas.id), items}
}

function rateAll(round: number, assessment: string, date: string, say: (said: NewCanvasItem) => void): void {
  for (let rater = 0; rater < RATERS; rater++) {
    const set = uuid(2_000_000 + round * RATERS + rater)
    say({type: 'rater', set, assessment, label: `Rater ${rater}`, date})
    canvas.factors.forEach(({id, hash}, i) => say({
      type: 'rated', set, factor: id, factorHash: hash, rating: ratingOf(rater, i), confidence: 2,
      voice: 'People in the clinic', evidence: {sentence: SENTENCE, date},
    }))
  }
}

function ratingOf(a: number, b: number): FactorRating {
  return ([1, 2, 3, 4] as const)[(a * 7 + b * 3) % 4]!
}

/** A file's text to what the screens ask for first. */
function opened(text: string): CanvasState {
  const read = readCanvasFile(text)
  if ('problems' in read) throw new Error(read.problems.join(' '))
  const state = canvasState(canvas, read.file)
  spreadByFactor(state, state.assessments.at(-1)!.assessment)
  return state
}

function compared(state: CanvasState): number {
  const [earlier, later] = state.snapshots.slice(-2)
  const history = state.factors.map(({id}) => historyOf(id, state))
  return compareSnapshots(earlier!, later!).length + history.length + profileOf(later!.factors).length
}

function timesOf(run: () => unknown): number[] {
  return Array.from({length: RUNS}, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
}

const {say, end} = report('canvas', `${RATERS} raters, ${FACTORS} factors, ${SNAPSHOTS} snapshots; ms, median of ${RUNS} (least to most)`)
const columns = [1, SNAPSHOTS].map(rated => {
  const file = bigFile(rated)
  const text = JSON.stringify(file)
  const half = {...file, items: file.items.filter((_, i) => i % 2)}
  const state = opened(text)
  const both = timesOf(() => compared(opened(text)))
  if (quantile(both, 0.5) >= LIMIT_MS) {
    console.error(`Opening and comparing took longer than ${LIMIT_MS} ms, with the ratings of ${rated} assessments.`)
    process.exitCode = 1
  }
  const parts = [both, timesOf(() => JSON.parse(text)), timesOf(() => compared(state)), timesOf(() => mergeCanvas(file, half)),
    timesOf(() => undoingBrought(file.items, file))]
  return [`${file.items.length.toLocaleString('en-GB')} items, ${(text.length / 1e6).toFixed(1)} MB`,
    ...parts.map(times => `${short(quantile(times, 0.5))} (${spread(times)})`)]
})
const names = ['file', 'opens and compares', 'of which `JSON.parse` alone', 'of which comparing', 'brings half of it in again',
  'takes back that it was opened']
say(table(['', 'ratings of the newest assessment', `of all ${SNAPSHOTS} assessments`],
  names.map((name, i) => [name, ...columns.map(column => column[i]!)])))
end()
