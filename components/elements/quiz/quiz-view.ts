import {html, nothing, type TemplateResult} from 'lit'
import type {Module} from '../../model/guide/module.js'
import {pageWith} from '../../model/guide/places.js'
import type {ScoredQuestion} from '../../model/guide/question.js'
import type {Attempt} from '../../model/record/progress.js'
import type {LearnerEvent} from '../../model/record/record.js'
import type {DsgElement} from '../shared/base/element.js'
import {attemptOf} from './attempt.js'
import type {Route} from '../shared/page/route.js'
import type {Round} from './round.js'
import {wordsFor} from './words/afterwards.strings.js'

/** `dsg-quiz`, as what is drawn in it knows it. */
export type QuizHost = DsgElement & {readonly round?: Round; readonly next?: NextPlace}

/** What comes after something, and what that is to it. */
export interface NextPlace { route: Route; words: string; title: string }

/** A round on screen: what to draw it from, and where it can go. */
export interface OpenRound {
  host: QuizHost
  module: Module
  round: Round
  /** Goes to a question of the round; past its end is the result. */
  goTo(at: number): void
  begin(round: Round): void
}

/** The same once there is an answer. */
export interface QuizView extends OpenRound { attempt: Attempt }

/** @returns undefined until the first answer of the round */
export function viewOf(open: OpenRound): QuizView | undefined {
  const attempt = attemptOf(open.module, open.round, eventsOf(open))
  return attempt && {...open, attempt}
}

export function eventsOf({host}: OpenRound): readonly LearnerEvent[] {
  return host.guide!.record.events
}

/** Leads to the page that explains a question. */
export function learnLink({learn}: ScoredQuestion, {host, module}: QuizView): TemplateResult | typeof nothing {
  const page = pageWith(learn, module.pages)
  return page ? html`<p class="learn">${wordsFor(host).readAbout}
    <a href=${host.href({view: 'module', module: module.id, page: learn!})}>${page.title}</a></p>` : nothing
}
