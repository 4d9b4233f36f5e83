import {html, nothing, type TemplateResult} from 'lit'

/** What any field has. Its id is its name in the form's data too. */
export interface Field {
  id: string
  label: unknown
  hint?: string
  /** What is wrong with it, when something is. */
  error?: string
  /** Of a group, the fields that are wrong; see `Problem`. */
  parts?: readonly string[]
}

/** What stands between a field's label and the field. */
export function hintAndError({id, hint, error}: Omit<Field, 'label'>): unknown {
  return html`
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error-message" id="${id}-error">${error}</p>` : nothing}`
}

/** Ids of what `hintAndError` shows, for `aria-describedby`. */
export function describedBy({id, hint, error}: Omit<Field, 'label'>): string | typeof nothing {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing
}

/** Fields that belong together. Their label is the legend. @param look - class of the legend */
export function group(field: Field, content: unknown, look?: string): TemplateResult {
  return html`<fieldset class=${field.error ? 'has-error' : nothing} aria-describedby=${describedBy(field)}>
    <legend class=${look ?? nothing}>${field.label}</legend>
    ${hintAndError(field)}
    ${content}
  </fieldset>`
}
