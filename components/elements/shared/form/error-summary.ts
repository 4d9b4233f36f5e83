import {html, nothing, type LitElement, type TemplateResult} from 'lit'
import {heading} from '../document/heading.js'
import {stringsFor} from '../words/strings.js'
import {formStrings} from './form.strings.js'

/** Something that keeps a form from being taken, and the id of the field or the group of fields it is about. */
export interface Problem {
  id: string
  /** Says which field it is about: it is read in a list, away from the field. */
  message: string
  /** Of a group, the fields that are wrong: what stands in their ids behind the group's. Default: all of them. */
  parts?: readonly string[]
}

/**
 * All that is wrong with a form, above it. Each problem leads to its field, or to the first input of its group: the ids of
 * these begin with the group's.
 *
 * @param host - the element with the form, for its language and its fields
 * @param level - rank of the heading
 */
export function errorSummary(host: LitElement, problems: readonly Problem[], level: number): TemplateResult | typeof nothing {
  if (!problems.length) return nothing
  const goTo = ({id, parts: [part] = []}: Problem) => {
    const field = host.renderRoot
      .querySelector<HTMLElement>(part ? `[id="${id}-${part}"]` : `[id="${id}"], [id^="${id}-"]:is(input, select, textarea)`)
    // Nothing in a closed one can have the focus.
    field?.closest('details')?.setAttribute('open', '')
    field?.focus()
  }
  return html`<div class="error-summary" tabindex="-1" role="group" aria-labelledby="problem">
    ${heading(level, stringsFor(host, formStrings).errorTitle, {id: 'problem', size: 'm'})}
    <ul>${problems.map(problem => html`<li>
      <button class="link-button" type="button" @click=${() => goTo(problem)}>${problem.message}</button>
    </li>`)}</ul>
  </div>`
}
