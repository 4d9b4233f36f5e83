import {html, nothing, type TemplateResult} from 'lit'
import {plainText, type Address} from '../../model/guide/document.js'
import type {Module, Page} from '../../model/guide/module.js'
import {pageWith} from '../../model/guide/places.js'
import {attemptsAt, progressIndex} from '../../model/record/progress.js'
import type {LearnerEvent} from '../../model/record/record.js'
import {isScored} from '../../model/guide/question.js'
import type {Route} from '../shared/page/route.js'
import {stringsFor, type Strings} from '../shared/words/strings.js'

interface Host extends HTMLElement {
  href(route: Route): Address
  question?: string
}

const backStrings = {
  en: {
    missed: (questions: number) => questions === 1 ? 'This page explains a question that you missed.'
      : `This page explains ${questions} questions that you missed.`,
    tryAgain: (questions: number) => questions === 1 ? 'Try it again:' : 'Try them again:',
    goOn: 'Go on with the questions:',
  },
} satisfies Strings<unknown>

/**
 * Under a page that explains what the newest try missed: the way back to each of those questions, or in the middle of a try to
 * the one that is asked next.
 */
export function backToMissed(
  host: Host, module: Module, page: Page, events: readonly LearnerEvent[],
): TemplateResult | typeof nothing {
  const attempt = attemptsAt(module.id, progressIndex(events)).at(-1)
  if (!attempt) return nothing
  const {answers, completed} = attempt
  const scored = module.questions.filter(isScored)
  const missed = scored.filter(({id, learn}) => answers.get(id)?.right === false && pageWith(learn, module.pages) === page)
  if (!missed.length) return nothing
  const say = stringsFor(host, backStrings)
  const waiting = completed ? undefined : attempt.questions.filter(id => !answers.has(id))
    .flatMap(id => scored.find(question => question.id === id) ?? [])[0]
  const to = waiting ? [waiting] : missed
  return html`<div class="callout local missed">
    <p>${say.missed(missed.length)} ${waiting ? say.goOn : say.tryAgain(missed.length)}</p>
    <ul>${to.map(({id, prompt}) => html`<li>
      <a href=${host.href({view: 'module', module: module.id, question: id})}>${plainText(prompt)}</a></li>`)}</ul>
  </div>`
}
