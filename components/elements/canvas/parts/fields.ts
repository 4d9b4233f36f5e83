import {html, nothing, type TemplateResult} from 'lit'
import {MAX_LINE, MAX_TEXT} from '../../../model/canvas/items.js'
import {dayFrom} from '../../../model/canvas/view.js'
import {choices, type Choice} from '../../shared/form/choices.js'
import type {Problem} from '../../shared/form/error-summary.js'
import {describedBy, group, hintAndError, type Field} from '../../shared/form/field.js'

/** The fields that the canvas's forms are made of, after the NHS design system. */
export interface ValueField extends Field { value?: string }

const DATE_PARTS = ['day', 'month', 'year'] as const
type DatePart = typeof DATE_PARTS[number]

/** What a part of a day can be. Which days a month has is left to `dayFrom`. */
const FITS: Record<DatePart, RegExp> = {day: /^(?:0?[1-9]|[12]\d|3[01])$/, month: /^(?:0?[1-9]|1[0-2])$/, year: /^\d{4}$/}

export type DateWords = Record<DatePart, string> & {
  /** @param error - what to enter @param parts - those that were left empty */
  missing(error: string, parts: readonly DatePart[]): string
}

/** One line. @param kind - `url` brings up a keyboard for addresses */
export function textField(field: ValueField, kind: 'text' | 'url' = 'text'): TemplateResult {
  const {id, label, value = ''} = field
  return html`<div class="field ${field.error ? 'has-error' : ''}">
    <label for=${id}>${label}</label>
    ${hintAndError(field)}
    <input id=${id} name=${id} type="text" inputmode=${kind} maxlength=${kind === 'url' ? 2_000 : MAX_LINE} autocomplete="off"
      .value=${value} aria-describedby=${describedBy(field)} aria-invalid=${field.error ? 'true' : nothing}>
  </div>`
}

/** Several lines. */
export function textArea(field: ValueField, rows = 3): TemplateResult {
  const {id, label, value = ''} = field
  return html`<div class="field ${field.error ? 'has-error' : ''}">
    <label for=${id}>${label}</label>
    ${hintAndError(field)}
    <textarea id=${id} name=${id} rows=${rows} maxlength=${MAX_TEXT} .value=${value}
      aria-describedby=${describedBy(field)} aria-invalid=${field.error ? 'true' : nothing}></textarea>
  </div>`
}

/** Three short fields: a calendar to click through is slower for a known day, and not all can use one. */
export function dateField(field: ValueField, words: DateWords): TemplateResult {
  const [year = '', month = '', day = ''] = (field.value ?? '').split('-')
  const part = (name: DatePart, value: string) => html`<div>
    <label for="${field.id}-${name}">${words[name]}</label>
    <input class=${name === 'year' ? 'four' : 'two'} id="${field.id}-${name}" name="${field.id}-${name}" type="text"
      inputmode="numeric" maxlength=${name === 'year' ? 4 : 2} autocomplete="off" .value=${value}
      aria-invalid=${field.error && (field.parts ?? DATE_PARTS).includes(name) ? 'true' : nothing}>
  </div>`
  return group(field, html`
    <div class="date">${part('day', trimmed(day))}${part('month', trimmed(month))}${part('year', year)}</div>`, 'field-label')
}

/** Radios: one of a few. */
export function radios(field: ValueField, all: readonly Choice[]): TemplateResult {
  return group(field, choices(field.id, all, field.value), 'field-label')
}

/** A list to choose from, for more than radios can show. */
export function selectField(field: ValueField, all: readonly Choice[]): TemplateResult {
  const {id, label, value} = field
  return html`<div class="field ${field.error ? 'has-error' : ''}">
    <label for=${id}>${label}</label>
    ${hintAndError(field)}
    <select id=${id} name=${id} aria-describedby=${describedBy(field)} aria-invalid=${field.error ? 'true' : nothing}>
      ${all.map(choice => html`<option value=${choice.value}
        ?selected=${choice.value === (value ?? '')}>${choice.label}</option>`)}
    </select>
  </div>`
}

/** One or more files. The chooser is the browser's own. */
export function fileField(
  field: Field & {chosen: (files: File[]) => Promise<void>; isMany?: boolean; problems?: readonly string[]},
): TemplateResult {
  const choose = async ({target}: Event) => {
    const input = target as HTMLInputElement
    await field.chosen([...input.files ?? []])
    // So that the same file can be chosen again after it was put right.
    input.value = ''
  }
  const {id, problems = []} = field
  return html`<div class="field ${problems.length ? 'has-error' : ''}">
    <label for=${id}>${field.label}</label>
    ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing}
    <div id="${id}-error" role="alert">${problems.map(problem => html`<p class="error-message">${problem}</p>`)}</div>
    <input id=${id} type="file" accept=".json,application/json" ?multiple=${field.isMany ?? false} @change=${choose}
      aria-describedby="${field.hint ? `${id}-hint ` : ''}${id}-error" aria-invalid=${problems.length ? 'true' : nothing}>
  </div>`
}

/** What was typed under a name; '' when the form has no such field. */
export function typed(form: FormData, id: string): string {
  const value = form.get(id)
  return typeof value === 'string' ? value : ''
}

/** A day from the three fields of `dateField`; undefined when none was typed, or what was is no day. */
export function typedDay(form: FormData, id: string): string | undefined {
  const [day, month, year] = DATE_PARTS.map(part => typed(form, `${id}-${part}`))
  return dayFrom(day!, month!, year!)
}

/** What is wrong with a typed day, and in which of its fields. @param error - what to enter instead */
export function dayProblems(form: FormData, id: string, error: string, words: DateWords, {isNeeded = false} = {}): Problem[] {
  const value = (part: DatePart) => typed(form, `${id}-${part}`).trim()
  const missing = DATE_PARTS.filter(part => !value(part))
  const isEmpty = missing.length === DATE_PARTS.length
  if (isEmpty ? !isNeeded : typedDay(form, id)) return []
  const wrong = DATE_PARTS.filter(part => !FITS[part].test(value(part)))
  const message = missing.length && !isEmpty ? words.missing(error, missing) : error
  // Where each part could be right, as in 31 2 2027, it is the whole that is not.
  return [{id, message, ...(wrong.length && {parts: wrong})}]
}

/** As people write days: 3, not 03. */
function trimmed(number: string): string {
  return number.replace(/^0/, '')
}
