import {html, nothing, type TemplateResult} from 'lit'

/** One of a few things to choose. */
export interface Choice {
  value: string | number
  label: unknown
  /** Default: the name of the field and the value. */
  id?: string
  hint?: string
  /** Further from the one above it, as it is of another kind. */
  isApart?: boolean
}

/** Radios, or checkboxes where more than one may be chosen. @param chosen - value of the one that was chosen before */
export function choices(
  name: string, all: readonly Choice[], chosen?: string | number, type: 'radio' | 'checkbox' = 'radio',
): TemplateResult[] {
  return all.map(({value, label, id = `${name}-${value}`, hint, isApart}) => html`
    <div class="choice ${isApart ? 'apart' : ''}">
      <input id=${id} type=${type} name=${name} value=${value} ?checked=${chosen === value}
        aria-describedby=${hint ? `${id}-hint` : nothing}>
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint below" id="${id}-hint">${hint}</p>` : nothing}
    </div>`)
}
