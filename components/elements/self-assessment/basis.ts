import {html, nothing, type TemplateResult} from 'lit'
import type {Framework} from '../../model/guide/framework.js'
import {sourceLink} from '../shared/document/source-link.js'
import type {SelfAssessmentWords} from './self-assessment.strings.js'

/** What a framework is made from, folded. */
export function basis(
  {note, publisher, sources, domains}: Framework, words: SelfAssessmentWords,
): TemplateResult | typeof nothing {
  const renamed = domains.filter(({name, short}) => name !== short)
  if (!note && !publisher && !sources.length && !renamed.length) return nothing
  return html`<details>
    <summary>${words.basis}</summary>
    <div class="details-text">
      ${note ? html`<p>${note}</p>` : nothing}
      ${renamed.length ? html`<ul>${renamed.map(({name, short}) => html`<li>${words.named(short, name)}</li>`)}</ul>` : nothing}
      <ul>${sources.map(source => html`<li>${sourceLink(source)}</li>`)}</ul>
      ${publisher ? html`<p>${words.publishedBy(publisher)}</p>` : nothing}
    </div>
  </details>`
}
