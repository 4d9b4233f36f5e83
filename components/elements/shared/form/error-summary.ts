import {html, nothing, type LitElement, type TemplateResult} from 'lit'
import {heading} from '../document/heading.js'
import {sharedStrings} from '../words/shared.strings.js'
import {stringsFor} from '../words/strings.js'

/** Something that keeps a form from being taken, and the id of the field it is about. */
export interface Problem { id: string; message: string }

/**
 * All that is wrong with a form, above it. Each problem leads to its field, or to the first input of its group: the ids of
 * these begin with the group's.
 *
 * @param host - the element with the form, for its language and its fields
 * @param level - rank of the heading
 */
export function errorSummary(host: LitElement, problems: readonly Problem[], level: number): TemplateResult | typeof nothing {
  if (!problems.length) return nothing
  const goTo = (id: string) => host.renderRoot
    .querySelector<HTMLElement>(`[id="${id}"], [id^="${id}-"]:is(input, select, textarea)`)?.focus()
  return html`<div class="error-summary" tabindex="-1" role="group" aria-labelledby="problem">
    ${heading(level, stringsFor(host, sharedStrings).errorTitle, {id: 'problem', size: 'm'})}
    <ul>${problems.map(({id, message}) => html`<li>
      <button class="link-button" type="button" @click=${() => goTo(id)}>${message}</button>
    </li>`)}</ul>
  </div>`
}
