import {css, html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {isWebLink} from '../../../model/canvas/check.js'
import type {FactorRating, LevelText} from '../../../model/canvas/items.js'
import {asInSnapshot} from '../../../model/canvas/plan.js'
import {isSafeLink, type Address} from '../../../model/guide/document.js'
import {focusController} from '../../shared/base/focus-controller.js'
import {documentStyles} from '../../shared/document/document.styles.js'
import {heading} from '../../shared/document/heading.js'
import {errorSummary, type Problem} from '../../shared/form/error-summary.js'
import type {Field} from '../../shared/form/field.js'
import type {Route} from '../../shared/page/route.js'
import {fields} from '../../shared/styles/fields.styles.js'
import {fileField} from '../../shared/styles/file-field.styles.js'
import {form} from '../../shared/styles/form.styles.js'
import {text} from '../../shared/styles/text.styles.js'
import {tokens} from '../../shared/styles/tokens.styles.js'
import {longDate} from '../../shared/words/dates.js'
import {sharedStrings} from '../../shared/words/shared.strings.js'
import {stringsFor} from '../../shared/words/strings.js'
import type {Desk} from '../desk/desk.js'
import type {CanvasPlace} from '../desk/place.js'
import {ratingText} from '../parts/rating-text.js'
import {canvasStrings} from '../words/canvas.strings.js'

/** What every screen of the canvas has in common: its words, its heading, the way back, and what is wrong with its form. */
export abstract class CanvasScreen extends LitElement {
  static override styles: CSSResultGroup = [tokens, text, form, fields, fileField, documentStyles, css`
    form, .narrow { max-width: 44em }
    .caption { margin-block-end: .4em; color: var(--_dsg-secondary); font-size: .9em }
    .facts { color: var(--_dsg-secondary); font-size: .9em; font-weight: 400 }
    .typed { white-space: pre-line; overflow-wrap: anywhere }
    .field-label { margin-block-end: .3em }
    legend.strong, .strong { font-size: 1.1em; font-weight: 700 }
    .choice.apart { margin-block-start: 1em }
    .date { display: flex; flex-wrap: wrap; gap: 1em }
    .date label { display: block }
    input.two { width: 3.2em }
    input.four { width: 5em }
    section { margin-block-end: 2em }
    .callout > .sentence > :last-child { margin-block-end: 0 }
    form { margin-block-end: 1.5em }
    input[type='file'] { max-width: 100%; min-height: 44px; font: inherit }
    td .link-button, td .button-row { margin: 0 }
    .row-buttons { display: flex; flex-wrap: wrap; gap: .2em 1em }
    @container (min-width: 36em) {
      [part='plan'] { table-layout: fixed }
      [part='plan'] th:first-child { width: 26% }
      [part='plan'] :is(th, td) { overflow-wrap: anywhere }
    }
    /* On cards a heading with nothing under it says nothing. */
    @container (max-width: 36em) { td:has(> .cell:empty) { display: none } }
  `]

  /** What all screens work on. */
  @property({attribute: false}) desk!: Desk

  /** Id of what this screen is about; see `CanvasPlace`. */
  @property({attribute: false}) about?: string

  /** Rank of this screen's first heading. */
  @property({attribute: false}) headingLevel = 2

  @state() protected problems: readonly Problem[] = []

  /** Moves the focus to what a selector finds, as soon as it is on screen. */
  protected readonly focusNext = focusController(this)

  #forget?: () => void

  override connectedCallback(): void {
    super.connectedCallback()
    this.#forget = this.desk.subscribe(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#forget?.()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('about')) this.problems = []
  }

  override render(): TemplateResult {
    const {desk} = this
    return html`<div class="room"><div class="dsg" lang=${desk.guide.manifest.lang}>${this.renderScreen(desk)}</div></div>`
  }

  /** Moves focus to this screen's heading, which tells everyone that the view has changed. */
  focusHeading(): void {
    this.focusNext('#title')
  }

  protected abstract renderScreen(desk: Desk): unknown

  /** Where a link into the guide leads. @internal */
  href(route: Route): Address {
    return this.desk.href(route)
  }

  protected get say() { return stringsFor(this, sharedStrings) }

  protected get words() { return stringsFor(this, canvasStrings) }

  /** The way back, what is wrong, and the heading. */
  protected top(
    title: unknown, {caption, back, backTo}: {caption?: string; back?: CanvasPlace; backTo?: string} = {},
  ): TemplateResult {
    return html`
      <p class="no-print">${this.linkButton(backTo ?? this.words.backHome, () => this.desk.go(back ?? {screen: 'home'}))}</p>
      ${this.errorSummary()}
      ${caption ? html`<p class="caption">${caption}</p>` : nothing}
      ${heading(this.headingLevel, title, {id: 'title', size: 'l', focusable: true})}`
  }

  protected errorSummary(): unknown {
    return errorSummary(this, this.problems, this.headingLevel)
  }

  /** A button that looks like a link. @param of - what it is about, for those who hear it without what is around it */
  protected linkButton(words: string, press: () => void, {of, id}: {of?: string; id?: string} = {}): TemplateResult {
    return html`<button class="link-button" type="button" id=${id ?? nothing} @click=${press}>${words}${of
      ? html`<span class="visually-hidden"> ${of}</span>` : nothing}</button>`
  }

  /** Shows what is wrong, all at once. @returns true when nothing is */
  protected isInOrder(problems: readonly Problem[]): boolean {
    this.problems = problems
    if (problems.length) this.focusNext('.error-summary')
    return problems.length === 0
  }

  /** A field with what is wrong with it. */
  protected field(id: string): Omit<Field, 'label'> {
    const {message, parts} = this.problems.find(problem => problem.id === id) ?? {}
    return {id, error: message, parts}
  }

  /** The name of a factor in a snapshot, and that it is no longer in the guide, where that is so. */
  protected named = (factor: {factor: string; name: string}): string =>
    asInSnapshot(this.desk.state, this.words.gone)(factor)

  /** What there is to say of factors that the guide does not have any more; nothing when there are none. */
  protected goneSection(gone: readonly unknown[], content: unknown): unknown {
    return gone.length ? html`<section>
      ${heading(this.headingLevel + 1, this.words.goneTitle, {size: 'm'})}
      <p class="prose">${this.words.goneHint}</p>
      ${content}
    </section>` : nothing
  }

  protected date(iso: string): string {
    return longDate(iso, this.desk.canvas.lang)
  }

  /** "Level 2: Emerging", or why there is no level. */
  protected ratingWords(rating: FactorRating | undefined, levels: readonly Pick<LevelText, 'name'>[] = []): string {
    return ratingText(rating, levels, this.words)
  }

  /** An address that someone typed: a link when it can be one. */
  protected link(address: string): unknown {
    return isWebLink(address) && isSafeLink(address) ? html`<a href=${address} rel="noreferrer">${address}</a>` : address
  }
}
