import {html, type TemplateResult} from 'lit'
import type {NewCanvasItem, PartnerItem} from '../../../model/canvas/items.js'
import {asLine} from '../../../model/canvas/items.js'
import {removing} from '../../../model/canvas/merge.js'
import {newId} from '../../../state/log/ids.js'
import {heading} from '../../shared/document/heading.js'
import type {Desk} from '../desk/desk.js'
import {dateField, dayProblems, textField, typed, typedDay} from '../parts/fields.js'
import {CanvasScreen} from './screen.js'

/**
 * Name and date of an assessment, and the partners that take part. About `next`, it begins the next one of the series.
 *
 * @tag dsg-canvas-set-up
 */
export class DsgCanvasSetUp extends CanvasScreen {
  protected override renderScreen(desk: Desk): unknown {
    const words = this.words.setUp
    const {state, today} = desk
    const known = this.#known(desk)
    return html`
      ${this.top(this.about === 'next' ? words.nextTitle : words.title)}
      <form novalidate @submit=${this.#save}>
        ${textField({
          ...this.field('series'), label: words.series, hint: words.seriesHint,
          value: state.assessments.length ? state.title : '',
        })}
        ${textField({...this.field('name'), label: words.name, hint: words.nameHint, value: known?.name})}
        ${dateField({
          ...this.field('date'), label: words.date, hint: words.dateHint, value: known?.date ?? today,
        }, this.words.date)}
        <button>${words.save}</button>
      </form>
      ${this.#partners(desk)}`
  }

  #known({assessment}: Desk) {
    return this.about === 'next' ? undefined : assessment
  }

  #partners({state: {partners}}: Desk): TemplateResult {
    const words = this.words.setUp
    return html`<section aria-labelledby="partners">
      ${heading(this.headingLevel + 1, words.partners, {id: 'partners', size: 'm', focusable: true})}
      ${partners.length ? html`<ul class="narrow">${partners.map(partner => html`<li>
        ${partner.kind ? words.partnerKind(partner.name, partner.kind) : partner.name}
        ${this.linkButton(this.words.remove, () => this.#remove(partner), {of: partner.name})}
      </li>`)}</ul>` : html`<p>${words.noPartners}</p>`}
      <form novalidate @submit=${this.#add}>
        ${textField({...this.field('partner'), label: words.partner, hint: words.partnerHint})}
        ${textField({id: 'kind', label: words.kind, hint: words.kindHint})}
        <button class="secondary">${words.addPartner}</button>
      </form>
    </section>`
  }

  #save = (event: SubmitEvent) => {
    event.preventDefault()
    const words = this.words.setUp
    const {state, say, go} = this.desk
    const known = this.#known(this.desk)
    const form = new FormData(event.target as HTMLFormElement)
    const [title, name] = [asLine(typed(form, 'series')), asLine(typed(form, 'name'))]
    const day = typedDay(form, 'date')
    const last = this.about === 'next' ? state.assessments.at(-1) : undefined
    const isInOrder = this.isInOrder([
      ...(title ? [] : [{id: 'series', message: words.seriesError}]),
      ...(name ? [] : [{id: 'name', message: words.nameError}]),
      ...dayProblems(form, 'date', words.dateError, this.words.date, {isNeeded: true}),
      ...(last && day && day < last.date ? [{id: 'date', message: words.dateOrderError(this.date(last.date))}] : []),
    ])
    if (!isInOrder || !day) return
    const isSame = known?.name === name && known.date === day
    const items: NewCanvasItem[] = [
      ...(title === state.title && state.assessments.length ? [] : [{type: 'titled' as const, title}]),
      ...(isSame ? [] : [{type: 'assessment' as const, assessment: known?.assessment ?? newId(), name, date: day}]),
    ]
    if (items.length) say(items, {words: words.saved})
    go({screen: 'home'})
  }

  #add = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const data = new FormData(form)
    const [name, kind] = [asLine(typed(data, 'partner')), asLine(typed(data, 'kind'))]
    if (!this.isInOrder(name ? [] : [{id: 'partner', message: this.words.setUp.partnerError}])) return
    this.desk.say([{type: 'partner', partner: newId(), name, ...(kind && {kind})}], {words: this.words.setUp.partnerAdded(name)})
    form.reset()
    this.focusNext('#partner')
  }

  #remove(partner: PartnerItem): void {
    this.desk.say([removing(partner)], {words: this.words.removed(partner.name), canUndo: true})
  }
}
