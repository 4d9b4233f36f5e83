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
    missed: 'This page explains a question that you missed.',
    tryAgain: 'Try it again:',
  },
} satisfies Strings<unknown>

/** Under a page that explains what the newest try missed: the way back to each of those questions. */
export function backToMissed(
  host: Host, module: Module, page: Page, events: readonly LearnerEvent[],
): TemplateResult | typeof nothing {
  const attempt = attemptsAt(module.id, progressIndex(events)).at(-1)
  const missed = module.questions.filter(question => isScored(question) && attempt?.completed
    && attempt.answers.get(question.id)?.right === false && pageWith(question.learn, module.pages) === page)
  if (!missed.length) return nothing
  const say = stringsFor(host, backStrings)
  return html`<div class="callout local missed">
    <p>${say.missed}</p>
    <ul>${missed.map(({id, prompt}) => html`<li>${say.tryAgain}
      <a href=${host.href({view: 'module', module: module.id, question: id})}>${plainText(prompt)}</a></li>`)}</ul>
  </div>`
}
