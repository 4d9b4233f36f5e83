import {html, nothing, type TemplateResult} from 'lit'

/** One of a few things to choose. */
export interface Choice {
  value: string | number
  label: unknown
  /** Default: the name of the field and the value. */
  id?: string
  hint?: string
  /** Set a little apart from the choice above it, because it is of another kind, such as "Not sure". */
  isApart?: boolean
}

/**
 * Radios. The quiz has shorter ones of its own, without hints: every page pays for what it asks with.
 *
 * @param chosen - value of the one that was chosen before
 */
export function choices(name: string, all: readonly Choice[], chosen?: string | number): TemplateResult[] {
  return all.map(({value, label, id = `${name}-${value}`, hint, isApart}) => html`
    <div class="choice ${isApart ? 'apart' : ''}">
      <input id=${id} type="radio" name=${name} value=${value} ?checked=${chosen === value}
        aria-describedby=${hint ? `${id}-hint` : nothing}>
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint below" id="${id}-hint">${hint}</p>` : nothing}
    </div>`)
}
