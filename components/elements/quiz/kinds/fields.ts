import {html, nothing, type TemplateResult} from 'lit'
import {plainText} from '../../../model/guide/document.js'
import type {Item} from '../../../model/guide/question.js'
import {renderInlines} from '../../shared/document/render-document.js'
import type {Choice} from '../../shared/form/choices.js'
import type {Problem} from '../../shared/form/error-summary.js'
import {describedBy, hintAndError, type Field} from '../../shared/form/field.js'
import type {KindView} from './kind.js'

/** One of several fields of a question. @param at - its place on screen, from 0 */
export function fieldAt(at: number, {problems}: KindView): Pick<Field, 'id' | 'error'> {
  const id = `answer-${at}`
  return {id, error: problems.find(problem => problem.id === id)?.message}
}

/** What is wrong with each of several fields, as they stand on screen. @param of - says it; undefined when nothing is */
export function problemsIn<T>(fields: readonly T[], of: (field: T, at: number) => string | undefined): Problem[] {
  return fields.flatMap((field, at) => {
    const message = of(field, at)
    return message ? [{id: `answer-${at}`, message}] : []
  })
}

/** A list to choose from beside each item; nothing to drag. @param none - what a list says until something is chosen */
export function lists(items: readonly Item[], options: readonly Choice[], none: string, view: KindView): TemplateResult {
  return html`${items.map(({id: name, content}, at) => {
    const field = fieldAt(at, view)
    return html`<div class="pair ${field.error ? 'has-error' : ''}">
      <label for=${field.id}>${renderInlines(content, view.context)}</label>
      ${hintAndError(field)}
      <select id=${field.id} name=${name} aria-describedby=${describedBy(field)} aria-invalid=${field.error ? 'true' : nothing}>
        <option value="">${none}</option>
        ${options.map(({value, label}) => html`<option value=${value}>${label}</option>`)}
      </select>
    </div>`
  })}`
}

/** An item as a message names it. */
export function nameOf({content}: Item): string {
  return plainText(content).replace(/\s+/g, ' ').trim()
}
