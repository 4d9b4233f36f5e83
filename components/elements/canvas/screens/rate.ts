import {css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import {canvasFileName, canvasFileText} from '../../../model/canvas/file.js'
import {asLine} from '../../../model/canvas/items.js'
import type {LocalFactor, RatingSet} from '../../../model/canvas/state.js'
import {fileOfRater, ratedIn, setsOf} from '../../../model/canvas/view.js'
import {newId} from '../../../state/log/ids.js'
import {heading} from '../../shared/document/heading.js'
import {saveFile} from '../../shared/page/save-file.js'
import {renderContext} from '../../term/render-context.js'
import type {Desk} from '../desk/desk.js'
import {selectField, textField, typed} from '../parts/fields.js'
import {factorFields, readFactor, saysTheSame} from '../parts/rate-factor.js'
import {CanvasScreen} from './screen.js'

/** What is on screen: one factor by its place, all of them, or the answers to look through. */
type RatingStep = number | 'all' | 'check'

/**
 * Rate the factors: who is rating, then one factor a page or all on one page. It can be stopped and gone on with.
 *
 * @tag dsg-canvas-rate
 * @csspart factor - one factor to rate
 */
export class DsgCanvasRate extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, css`
    .check { max-width: 44em; margin: 0 0 1.5em; padding: 0; list-style: none; border-block-end: 1px solid var(--_dsg-border) }
    .check > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .2em 1em }
    .check > li { margin: 0; padding: .7em 0; border-block-start: 1px solid var(--_dsg-border) }
    .check p { margin: 0 }
    .check .link-button { align-self: start }
    .factor { padding-block-start: 1.5em; border-block-start: 2px solid var(--_dsg-border) }
  `]

  @state() private step: RatingStep = 0

  /** For a page that is loaded again. @internal */
  get carried(): unknown { return this.step }
  /** @internal */
  set carried(step: unknown) {
    if (this.#set && (step === 'all' || step === 'check' || typeof step === 'number')) this.#goTo(step, this.#set)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const set = this.#set
    if (changed.has('about') && set) this.step = this.#nextOf(set)
  }

  protected override renderScreen(desk: Desk): unknown {
    const set = this.#set
    if (!set) return this.#raters(desk)
    if (this.step === 'all') return this.#all(desk, set)
    const factor = this.step === 'check' ? undefined : desk.state.factors[this.step]
    return factor ? keyed(factor.id, this.#one(desk, set, factor)) : this.#check(desk, set)
  }

  get #set(): RatingSet | undefined {
    return this.desk.state.ratingSets.find(({id}) => id === this.about)
  }

  #nextOf({ratings}: RatingSet): RatingStep {
    const next = this.desk.state.factors.findIndex(({id}) => !ratings.has(id))
    return next < 0 ? 'check' : next
  }

  #raters({state, assessment, go}: Desk): TemplateResult {
    const words = this.words.rate
    const sets = setsOf(state, assessment?.assessment)
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.intro}</p>
      ${sets.length ? html`<section>
        ${heading(this.headingLevel + 1, words.begun, {size: 'm'})}
        <ul class="check" role="list">${sets.map(set => html`<li>
          <div>${this.#called(set)}<p class="facts">${words.ratedOf(ratedIn(state, set), state.factors.length)}</p></div>
          ${this.linkButton(ratedIn(state, set) < state.factors.length ? words.goOn : words.look,
            () => go({screen: 'rate', about: set.id}), {of: set.label})}
        </li>`)}</ul>
      </section>` : nothing}
      ${heading(this.headingLevel + 1, words.who, {size: 'm'})}
      <form novalidate @submit=${this.#begin}>
        ${textField({...this.field('label'), label: words.label, hint: words.labelHint})}
        ${state.partners.length ? selectField({id: 'partner', label: words.partner}, [
          {value: '', label: words.noPartner},
          ...state.partners.map(({partner, name}) => ({value: partner, label: name})),
        ]) : nothing}
        <button>${words.begin}</button>
      </form>`
  }

  #one({state: {factors}}: Desk, set: RatingSet, factor: LocalFactor): TemplateResult {
    const words = this.words.rate
    const at = factors.indexOf(factor)
    return html`
      <p>${this.linkButton(this.say.back, () => this.#goTo(at - 1, set))}</p>
      ${this.errorSummary()}
      <p class="caption">${words.counter(at + 1, factors.length, factor.group)}</p>
      ${heading(this.headingLevel, factor.name, {id: 'title', size: 'l', focusable: true})}
      <form novalidate part="factor" @submit=${(event: SubmitEvent) => this.#keep(event, factor, set)}>
        ${this.#fields(set, factor, true)}
        <div class="button-row">
          <button>${words.save}</button>
          <button class="link-button" type="button" @click=${this.#stop}>${words.stop}</button>
          ${this.linkButton(words.allOnOne, () => this.#goTo('all', set))}
        </div>
      </form>`
  }

  #all({state: {factors}}: Desk, set: RatingSet): TemplateResult {
    const words = this.words.rate
    return html`
      ${this.top(words.allTitle, {caption: this.#called(set)})}
      <p class="prose">${words.allIntro}</p>
      <form novalidate @submit=${(event: SubmitEvent) => this.#keepAll(event, set)}>
        ${factors.map((factor, i) => html`<section class="factor" part="factor" aria-labelledby="factor-${i}"
          @focusout=${(event: FocusEvent) => this.#keepLeft(event, factor, set)}>
          ${heading(this.headingLevel + 1, html`${i + 1}. ${factor.name}`, {id: `factor-${i}`, size: 'm'})}
          ${this.#fields(set, factor, false)}
        </section>`)}
        <div class="button-row">
          <button>${words.saveAll}</button>
          ${this.linkButton(words.oneAPage, () => this.#goTo(this.#nextOf(set), set))}
        </div>
      </form>`
  }

  #fields(set: RatingSet, factor: LocalFactor, isOpen: boolean): TemplateResult {
    return factorFields({
      factor, isOpen, rated: set.ratings.get(factor.id), words: this.words, field: id => this.field(id),
      context: {...renderContext(this, this.desk.guide, this.headingLevel), idPrefix: `dsg-${factor.id}-`},
    })
  }

  #check({state: {factors, gone}, go}: Desk, set: RatingSet): TemplateResult {
    const words = this.words.rate
    const rated = gone.filter(({id}) => set.ratings.has(id))
    const missing = factors.filter(({id}) => !set.ratings.has(id)).length
    return html`
      ${this.top(words.checkTitle, {caption: this.#called(set)})}
      <p class="prose">${missing ? words.missing(missing) : words.checkHint}</p>
      <ol class="check" role="list">${factors.map((factor, i) => {
        const rated = set.ratings.get(factor.id)
        return html`<li>
          <div><strong>${factor.name}</strong>
            <p class="facts">${rated ? this.ratingWords(rated.rating, factor.levels) : words.notRated}</p></div>
          ${this.linkButton(rated ? this.words.change : words.rateIt, () => this.#goTo(i, set), {of: factor.name})}
        </li>`
      })}</ol>
      ${this.goneSection(rated, html`<ul class="check" role="list">${rated.map(({id, name, levels}) => html`<li>
        <div><strong>${name}</strong><p class="facts">${this.ratingWords(set.ratings.get(id)?.rating, levels)}</p></div>
      </li>`)}</ul>`)}
      ${heading(this.headingLevel + 1, words.handIn, {size: 'm'})}
      <p class="prose">${words.handInHint}</p>
      <div class="button-row">
        <button type="button" class="secondary" @click=${() => this.#takeAway(set)}>${words.takeAway}</button>
        <button type="button" @click=${() => go({screen: 'home'})}>${this.words.done}</button>
      </div>`
  }

  #called({label, partner}: RatingSet): string {
    return partner ? this.words.rater(label, partner.name) : label
  }

  #begin = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const label = asLine(typed(form, 'label'))
    const partner = typed(form, 'partner')
    const {assessment, today, say, go} = this.desk
    if (!this.isInOrder(label ? [] : [{id: 'label', message: this.words.rate.labelError}]) || !assessment) return
    const set = newId()
    say([{type: 'rater', set, assessment: assessment.assessment, label, date: today, ...(partner && {partner})}])
    go({screen: 'rate', about: set})
  }

  #keep(event: SubmitEvent, factor: LocalFactor, set: RatingSet): void {
    event.preventDefault()
    const {item, problems} = readFactor(new FormData(event.target as HTMLFormElement), factor, set.id, this.words)
    if (!this.isInOrder(problems) || !item) return
    if (!saysTheSame(item, set.ratings.get(factor.id))) this.desk.say([item])
    const {factors} = this.desk.state
    const isAll = factors.every(({id}) => id === factor.id || set.ratings.has(id))
    this.#goTo(isAll ? 'check' : factors.findIndex(({id}) => id === factor.id) + 1, set)
  }

  /** Keeps a factor as soon as the focus leaves it, so that a long page is never lost. What is wrong waits for the end. */
  #keepLeft(event: FocusEvent, factor: LocalFactor, set: RatingSet): void {
    const section = event.currentTarget as HTMLElement
    if (event.relatedTarget instanceof Node && section.contains(event.relatedTarget)) return
    const {item} = readFactor(new FormData(section.closest('form')!), factor, set.id, this.words)
    if (item && !saysTheSame(item, set.ratings.get(factor.id))) this.desk.say([item])
  }

  #keepAll(event: SubmitEvent, set: RatingSet): void {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const read = this.desk.state.factors.map(factor => readFactor(form, factor, set.id, this.words))
    const items = read.flatMap(({item}) => item && !saysTheSame(item, set.ratings.get(item.factor)) ? [item] : [])
    if (items.length) this.desk.say(items)
    // What is not rated yet is no mistake here: it can be left for later, and the next screen lists it.
    if (this.isInOrder(read.flatMap(({problems}) => problems.filter(({id}) => !id.endsWith('-rating'))))) this.#goTo('check', set)
  }

  /** What is filled in so far is kept, when it can be. */
  #stop = (event: Event) => {
    const form = (event.target as HTMLElement).closest('form')!
    const set = this.#set
    const factor = typeof this.step === 'number' ? this.desk.state.factors[this.step] : undefined
    if (set && factor) {
      const {item} = readFactor(new FormData(form), factor, set.id, this.words)
      if (item && !saysTheSame(item, set.ratings.get(factor.id))) this.desk.say([item])
    }
    this.desk.go({screen: 'home'})
  }

  #takeAway({id, label}: RatingSet): void {
    const {file, took, now} = this.desk
    const name = canvasFileName(now()).replace('canvas', `canvas-ratings-${asFileName(label)}`)
    saveFile(name, 'application/json', canvasFileText(fileOfRater(file, id)))
    took(name)
  }

  #goTo(step: RatingStep, set: RatingSet): void {
    this.problems = []
    if (typeof step === 'number' && step < 0) return this.desk.go({screen: 'rate'})
    this.step = typeof step === 'number' && step >= this.desk.state.factors.length ? this.#nextOf(set) : step
    this.focusNext('#title')
  }
}

/** Lower case letters and digits only: names of files travel through many systems. */
function asFileName(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 40).replace(/^-+|-+$/g, '') || 'rater'
}
