import {html, nothing, type TemplateResult} from 'lit'
import type {ModuleFacts} from '../../model/guide/module.js'
import {isDoneHere} from '../../model/record/course-result.js'
import {moduleProgress, progressIndex} from '../../model/record/progress.js'
import type {LearnerEvent, NewEvent} from '../../model/record/record.js'
import {longDate} from '../shared/words/dates.js'
import {stringsFor} from '../shared/words/strings.js'
import {elsewhereStrings} from './elsewhere.strings.js'

/** What says and takes back that a module was done elsewhere. */
export interface ElsewhereView {
  element: HTMLElement
  module: ModuleFacts
  events: readonly LearnerEvent[]
  /** Milliseconds since 1970. */
  now: number
  lang: string
  /** Adds to the record. */
  add(event: NewEvent): void
  /** Moves the focus to what a selector finds, as soon as it is on screen. */
  focus(selector: string): void
}

/** "I did this elsewhere", or what was said of it. Nothing where the module was done here, which says more. */
export function elsewhere({element, module, events, now, lang, add, focus}: ElsewhereView): TemplateResult | typeof nothing {
  const words = stringsFor(element, elsewhereStrings)
  const index = progressIndex(events)
  if (isDoneHere(moduleProgress(module, index).status)) return nothing
  const told = index.modules.get(module.id)?.elsewhere
  const say = (done: boolean, date?: string) => {
    add({type: 'elsewhere', about: module.id, hash: '', done, ...(date && {date})})
    focus('#elsewhere')
  }
  if (told?.done) {
    return html`<div id="elsewhere" tabindex="-1">
      <p>${words.said(told.date && longDate(told.date, lang))} ${module.show ? words.check : nothing}</p>
      <button class="secondary" type="button" @click=${() => say(false)}>${words.takeBack}</button>
    </div>`
  }
  return html`<form id="elsewhere" tabindex="-1" @submit=${(event: SubmitEvent) => {
    event.preventDefault()
    say(true, String(new FormData(event.target as HTMLFormElement).get('date') ?? ''))
  }}>
    <p>${words.ask}</p>
    <p><label for="elsewhere-date">${words.date}</label><br>
      <input id="elsewhere-date" name="date" type="date" max=${new Date(now).toISOString().slice(0, 10)}></p>
    <button class="secondary">${words.say}</button>
  </form>`
}
