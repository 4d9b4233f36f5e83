import type {
  ActionStatus, AgreedItem, CanvasFile, FactorRating, NewCanvasItem, RatedItem, SnapshotItem,
} from '../components/model/canvas/items.js'
import {canvasState, type LocalFactor} from '../components/model/canvas/state.js'
import {snapshotOf} from '../components/model/canvas/spread.js'
import {correctionOf} from '../components/model/canvas/view.js'
import {monthsLater} from '../components/model/formats/days.js'
import {CanvasLog} from '../components/state/canvas/canvas.js'
import type {Clock} from '../components/state/visit/clock.js'
import {guide} from './content.js'

/** The shipped canvas. */
export const canvas = guide.canvases[0]!

/** The days of the stories' two assessments. */
export const SPRING = '2026-05-20'
export const AUTUMN = '2026-11-23'

/** A clock that stands at noon of a day. */
export function clockAt(day: string): Clock {
  return {now: () => Date.parse(`${day}T12:00:00Z`), after: () => () => {}}
}

/** The n-th UUID. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

const ASSESSMENTS: Record<string, string> = {[SPRING]: uuid(1), [AUTUMN]: uuid(2)}

const RATERS = [
  {label: 'Outpatients team', partner: uuid(11)},
  {label: 'Housing partner', partner: uuid(12)},
  {label: 'Carers group', partner: uuid(13)},
  {label: 'Digital team', partner: uuid(11)},
]

/** A partnership that is made up, with what it says on its canvas written down step by step. */
export class Team {
  readonly store: CanvasLog
  #day = SPRING

  constructor(title = 'Marsh Vale partnership', seed = 1) {
    let ids = seed * 100_000
    this.store = new CanvasLog(canvas.id, {now: () => clockAt(this.#day).now(), newId: () => uuid(ids++)})
    this.#say({type: 'titled', title})
  }

  get file(): CanvasFile { return this.store.file }
  get newestSnapshot(): SnapshotItem { return this.#state.snapshots.at(-1)! }

  /** Begins an assessment on a day. */
  begin(day: typeof SPRING | typeof AUTUMN): this {
    this.#day = day
    return this.#say(
      {type: 'assessment', assessment: this.#assessment, name: day === SPRING ? 'Spring 2026' : 'Autumn 2026', date: day},
      {type: 'partner', partner: uuid(11), name: 'Marsh Vale NHS Foundation Trust', kind: 'hospital and community trust'},
      {type: 'partner', partner: uuid(12), name: 'Otterbank Council', kind: 'council'},
      {type: 'partner', partner: uuid(13), name: 'Reedmere Carers', kind: 'charity'})
  }

  /** So many raters rate so many factors. */
  rate(raters = RATERS.length, factors = canvas.factors.length): this {
    const later = this.#day === AUTUMN ? 1 : 0
    const sets = RATERS.slice(0, raters).map((rater, r) => ({...rater, set: uuid(20 + r + 10 * later)}))
    return this.#say(
      ...sets.map(({set, label, partner}): NewCanvasItem =>
        ({type: 'rater', set, assessment: this.#assessment, label, partner, date: this.#day})),
      ...sets.flatMap(({set}, r) => this.#factors.slice(0, factors).map((factor, f): NewCanvasItem => ({
        type: 'rated', set, factor: factor.id, factorHash: factor.hash, ...viewOf(r, f, later),
      }))))
  }

  /** Agrees what most raters would; one factor stays open when asked. */
  agree(factors = canvas.factors.length): this {
    const later = this.#day === AUTUMN ? 1 : 0
    return this.#say(...this.#factors.slice(0, factors).map((factor, f): Omit<AgreedItem, 'id' | 'at'> => ({
      type: 'agreed', assessment: this.#assessment, factor: factor.id, factorHash: factor.hash, date: this.#day,
      rating: f === 10 ? 'not-assessed' : levelOf(f, later),
      note: f % 4 === 1 ? 'The carers group told us what it is like on the phone line. We agreed to go with what they see.' : '',
    })))
  }

  act(): this {
    const action = (
      n: number, factor: number, what: string, owner: string, due: string, status: ActionStatus,
    ): NewCanvasItem => ({
      type: 'action', action: uuid(40 + n), factor: canvas.factors[factor]!.id, what, owner, due, status,
      learn: canvas.factors[factor]!.learn[0],
    })
    return this.#say(
      action(1, 3, 'Set up a lending route for tablets with the library service', 'Head of digital', '2027-01-29', 'in-progress'),
      action(2, 0, 'Ask 10 people who missed a video appointment what happened', 'Outpatients manager', '2026-12-18', 'not-started'),
      action(3, 6, 'Test the booking letters with the learning disability group', 'Communications lead', '2026-10-30', 'not-started'),
      action(4, 5, 'Give each ward 1 protected hour a month for learning', 'Chief nurse', '2026-09-30', 'done'))
  }

  snapshot(notes?: SnapshotItem['notes']): this {
    return this.#say(snapshotOf(this.#state, this.#assessment, {
      name: this.#day === SPRING ? 'Spring 2026' : 'Autumn 2026', date: this.#day, nextReview: monthsLater(this.#day, 6), notes,
    }))
  }

  /** Corrects the newest snapshot's first factor. */
  correct(rating: FactorRating, why: string): this {
    const newest = this.newestSnapshot
    return this.#say(correctionOf(newest, new Map([[newest.factors[0]!.factor, rating]]), why))
  }

  /** Another name for a factor, as teams give them; its words are no longer those that were rated. */
  rename(factor: number, name: string): this {
    return this.#say({type: 'renamed', factor: canvas.factors[factor]!.id, name})
  }

  switchOff(factor: number): this {
    return this.#say({type: 'switched', factor: canvas.factors[factor]!.id, isOn: false})
  }

  /** A factor of the team's own. */
  add(): this {
    return this.#say({
      type: 'added', factor: uuid(70), group: 'Access and support', name: 'Interpreters online',
      intro: 'Video and phone interpreters.',
      levels: canvas.factors[0]!.levels.map(({name}, i) => ({name, text: `${25 * (i + 1)} in 100 people who need one get one.`})),
    })
  }

  get #assessment(): string { return ASSESSMENTS[this.#day]! }
  get #state() { return canvasState(canvas, this.file) }
  get #factors(): LocalFactor[] { return this.#state.factors }

  #say(...items: NewCanvasItem[]): this {
    void this.store.append(items)
    return this
  }
}

/** A team half a year on: spring is agreed and in a snapshot, autumn is too. */
export function teamOfTwoSnapshots(): Team {
  return new Team().begin(SPRING).rate().agree().snapshot({
    changed: 'Nothing yet: this is where we begin.', learned: 'The 2 sites see the phone line very differently.',
  }).begin(AUTUMN).rename(11, 'Evaluation, learning and sharing').rate().agree().act().snapshot({
    changed: 'Lending began at 2 libraries. The website passed its accessibility check.',
    did: 'Trained 14 digital champions and met the carers group 3 times.',
    learned: 'People trust help from someone they know. A leaflet alone does nothing.',
  })
}

function levelOf(factor: number, later: number): 1 | 2 | 3 | 4 {
  const level = [2, 1, 2, 2, 3, 2, 2, 3, 3, 1, 1, 1][factor]! + (later && [1, 0, 1, 1, 0, 1, 1, 0, -1, 0, 1, 1][factor]!)
  return Math.min(4, Math.max(1, level)) as 1 | 2 | 3 | 4
}

/** What a rater says of a factor: near what will be agreed, further apart on some. */
function viewOf(rater: number, factor: number, later: number): Omit<RatedItem, 'type' | 'id' | 'at' | 'set' | 'factor' | 'factorHash'> {
  if (factor === 10 && rater > 1) return {rating: 'not-assessed'}
  if (factor === 7 && rater === 3) return {rating: 'does-not-apply'}
  const apart = factor === 8 ? [1, 0, -2, 1][rater]!
    : factor === 1 ? [1, 0, 0, 2][rater]!
    : factor % 3 === 0 && rater === 2 ? -1 : 0
  const rating = Math.min(4, Math.max(1, levelOf(factor, later) + apart)) as 1 | 2 | 3 | 4
  if (rater === 0 && factor % 2 === 0) {
    return {
      rating, confidence: 2, voice: 'Reception and booking staff on both sites.',
      evidence: {
        sentence: 'In our survey 4 in 10 people said that they could not get through by phone.',
        link: 'https://www.example.nhs.uk/board-papers/access-survey', date: '2026-04-30', asked: '212 patients and 18 staff',
      },
      upnext: 'A second phone line on Mondays.',
    }
  }
  if (rater === 2) return {rating, confidence: 3, voice: '11 carers at our October meeting.'}
  return {rating, confidence: 1}
}
