import {css, html, nothing, type TemplateResult} from 'lit'
import {nextAction, soFar, type NextAction, type SoFar} from '../../model/assessment/next-action.js'
import {localeOf} from '../../model/formats/language.js'
import type {Reason} from '../../model/assessment/recommend.js'
import {plainText, type Address} from '../../model/guide/document.js'
import {placeToGoOn} from '../../model/record/go-on.js'
import {minutesLeft, moduleProgress, openAttempt, progressIndex} from '../../model/record/progress.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {heading} from '../shared/document/heading.js'
import type {Route} from '../shared/page/route.js'
import {progressBar, progressBarStyles} from '../shared/styles/progress-bar.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {reasonWords} from '../shared/words/reasons.strings.js'
import {stringsFor} from '../shared/words/strings.js'
import {homeStrings} from './home.strings.js'

/** What home says to somebody who was here before: see `nextAction`. */
export interface Next {
  action: NextAction
  soFar: SoFar
}

/** Everything on home that depends on a record. The statements of a framework are fetched only where they decide. */
export async function nextOf(guide: LoadedGuide, now: number): Promise<Next> {
  const today = new Date(now).toISOString().slice(0, 10)
  const learner = {manifest: guide.manifest, events: guide.record.events, today}
  const [framework] = guide.manifest.frameworks
  const known = soFar(learner)
  const first = nextAction(learner)
  const isDecided = !known.rated || first.kind === 'module' || first.kind === 'sitting'
  // Without the statements, home still names something to do.
  const asked = isDecided || !framework ? undefined : await guide.framework(framework.id).catch(() => undefined)
  return {action: asked ? nextAction({...learner, framework: asked}) : first, soFar: known}
}

export const homeStyles = [progressBarStyles, css`
  .next { display: grid; gap: .8em 2em; margin-block-end: 1.4em; padding: 1em 1.2em; border-radius: var(--_dsg-radius); background: var(--_dsg-shade) }
  .next > * > * { margin-block: 0 .4em }
  .next .what { font-size: 1.2em; font-weight: 700; line-height: 1.25 }
  .next .button { margin-block: .2em 4px; margin-inline-end: .8em }
  .so-far { font-size: .9em }
  .so-far .ways { display: flex; flex-wrap: wrap; gap: .3em 1.2em; margin: 0; padding: 0; list-style: none }
  .so-far .ways li { margin: 0 }
  @container (min-width: 40em) { .next { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); align-items: center } }
  @media (forced-colors: active) { .next { border: 2px solid } }
`]

/** What the card is drawn from and with. */
interface HomeView {
  guide: LoadedGuide
  next: Next
  /** Rank of its heading. */
  level: number
  /** Says where links lead from there, and in which language. */
  host: HTMLElement & {href(route: Route): Address}
}

/** The next thing to do, and beside it what was done. */
export function nextView(view: HomeView): TemplateResult {
  const {guide: {manifest}, next: {action, soFar: {done, of, rated, rateAgain}}, host, level} = view
  const words = stringsFor(host, homeStrings)
  const {label, title, why, button, route, time} = cardOf(action, view)
  // The doors of somebody new stay open, but for the one that the card has.
  const ways: [Route, string][] = [[{view: 'search', query: ''}, words.question]]
  if (!rated && manifest.frameworks.length && route.view !== 'assessment') ways.push([{view: 'assessment'}, words.whereIStand])
  return html`<section class="next" part="next" aria-labelledby="next">
    <div>
      ${heading(level, label, {id: 'next', size: 's'})}
      <p class="what">${title}</p>
      <p>${why}</p>
      <p><a class="button" href=${host.href(route)}>${button}<span class="visually-hidden">: ${title}</span></a>
        ${time}</p>
    </div>
    <div class="so-far">
      ${done ? html`<p><a href=${host.href({view: 'record'})}>${words.done(done, of)}</a></p>${progressBar(done, of)}` : nothing}
      ${rateAgain && action.kind !== 'rate' ? html`<p>${words.again(monthOf(rateAgain, manifest.lang))}</p>` : nothing}
      <ul class="ways" role="list">${ways.map(([route, way]) => html`<li><a href=${host.href(route)}>${way}</a></li>`)}</ul>
    </div>
  </section>`
}

/** What stands on the card. */
interface Card { label: string; title: string; why: unknown; button: string; route: Route; time?: string }

function cardOf(action: NextAction, {guide: {manifest, record}, host}: HomeView): Card {
  const words = stringsFor(host, homeStrings)
  const moduleCard = (id: string, label: string, why: unknown, button: string): Card => {
    const module = manifest.modules.find(module => module.id === id)!
    const index = progressIndex(record.events)
    const isBegun = moduleProgress(module, index).status !== 'not-started'
    const time = catalogueWords(host).minutes(minutesLeft(module, index))
    return {
      label, title: module.title, why, button, route: {view: 'module', module: id, ...placeToGoOn(module, index)},
      time: isBegun ? words.left(time) : time,
    }
  }
  switch (action.kind) {
    case 'sitting': return {
      label: words.carryOn, title: words.rate, why: words.rated(action.rated, action.of), button: words.continue,
      route: {view: 'assessment'},
    }
    case 'module': return moduleCard(action.module, words.carryOn, howFar(action.module),
      action.status === 'not-passed' ? words.tryAgain : words.continue)
    case 'suggestion': return moduleCard(action.module, words.next, whyOf(action.reasons[0]!), words.start)
    case 'pathway': {
      const pathway = manifest.pathways.find(({id}) => id === action.pathway)
      return moduleCard(action.module, words.next, pathway ? words.inPathway(pathway.title) : words.inGuide, words.start)
    }
    case 'rate': return {
      label: words.next, title: action.last ? words.rateAgain : words.rate, button: words.start, route: {view: 'assessment'},
      why: action.last ? words.ratedIn(monthOf(action.last, manifest.lang)) : words.rateFirst,
    }
    case 'all-done': case 'newcomer': return {
      label: words.wellDone, title: words.allDone(manifest.modules.length), why: words.allDoneHint, button: words.record,
      route: {view: 'record'},
    }
  }

  /** Shorter than elsewhere: there is a page for how it was rated. */
  function whyOf(reason: Reason): string {
    return reason.kind === 'gap' ? words.gap(plainText(reason.statement.prompt)) : reasonWords(host, reason)
  }

  function howFar(id: string): string {
    const module = manifest.modules.find(module => module.id === id)!
    const index = progressIndex(record.events)
    const {status, best, pagesRead} = moduleProgress(module, index)
    const attempt = openAttempt(id, index)
    const read = module.pages.filter(page => pagesRead.includes(page.id)).length
    return attempt ? words.answered(attempt.answers.size, attempt.questions.length)
      : status === 'not-passed' && best ? words.notPassed(best.right, best.of)
      : read ? words.read(read, module.pages.length) : words.begun
  }
}

/** `2026-11-30` as November 2026: nearer than that, nobody needs it. */
function monthOf(day: string, lang: string): string {
  return new Date(day).toLocaleDateString(localeOf(lang), {month: 'long', year: 'numeric', timeZone: 'UTC'})
}
