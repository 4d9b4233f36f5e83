import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {asText} from '../../../model/canvas/items.js'
import {removing} from '../../../model/canvas/merge.js'
import {goneSpreads, spreadByFactor, type FactorSpread} from '../../../model/canvas/spread.js'
import {isDisputed} from '../../../model/canvas/view.js'
import type {GuideManifest} from '../../../model/pack/files.js'
import {heading} from '../../shared/document/heading.js'
import {renderContext} from '../../term/render-context.js'
import {chartStyles, legend, spreadChart} from '../parts/charts.js'
import type {Desk} from '../desk/desk.js'
import {radios, textArea, typed} from '../parts/fields.js'
import {levelChoices} from '../parts/rate-factor.js'
import {ratingFrom} from '../parts/rating-text.js'
import {CanvasScreen} from './screen.js'
import {viewsTable} from '../parts/views.js'

/**
 * One factor as each rater sees it, with their evidence, and the level that the team agrees.
 *
 * @tag dsg-canvas-agree-factor
 * @csspart views - what each rater said
 */
export class DsgCanvasAgreeFactor extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, chartStyles, css`
    .one-spread { max-width: 26em; margin-block-end: 1em }
  `]

  protected override renderScreen({guide, state, assessment}: Desk): unknown {
    const words = this.words.agree
    const spreads = [spreadByFactor, goneSpreads].flatMap(of => of(state, assessment?.assessment ?? ''))
    const spread = spreads.find(({factor}) => factor.id === this.about)
    if (!spread) return this.top(words.title, {back: {screen: 'agree'}, backTo: words.back})
    const {factor, counts, agreed, unanswered} = spread
    return html`
      ${this.top(factor.isGone ? this.words.gone(factor.name) : factor.name, {back: {screen: 'agree'}, backTo: words.back, caption: factor.group})}
      ${heading(this.headingLevel + 1, words.views, {size: 'm'})}
      ${legend([{mark: 'rater', words: words.oneRater}, {mark: 'agreed', words: words.agreedLevel}])}
      <div class="one-spread">${spreadChart(counts, agreed?.rating)}</div>
      <div part="views">${viewsTable(spread, this.words, address => this.link(address), iso => this.date(iso))}</div>
      ${unanswered.length ? html`<p>${words.unanswered(unanswered.map(({label}) => label))}</p>` : nothing}
      ${factor.isGone ? this.#agreed(spread) : this.#form(spread)}
      ${heading(this.headingLevel + 1, words.actions, {size: 'm'})}
      ${this.#actions(spread)}
      ${this.#modules(guide.manifest, spread)}`
  }

  #modules(manifest: GuideManifest, {factor: {learn}}: FactorSpread): unknown {
    const modules = learn.flatMap(id => manifest.modules.find(module => module.id === id) ?? [])
    if (!modules.length) return nothing
    return html`${heading(this.headingLevel + 1, this.words.agree.modules, {size: 'm'})}
      <ul>${modules.map(({id, title}) => html`<li><a href=${this.href({view: 'module', module: id})}>${title}</a></li>`)}</ul>`
  }

  /** What was agreed while the factor was in the guide. */
  #agreed({factor, agreed}: FactorSpread): TemplateResult {
    const words = this.words.agree
    return html`<p class="prose">${this.words.goneHint}</p>
      <p><strong class="tag ${agreed ? 'done' : ''}">${agreed
        ? words.agreedOn(this.ratingWords(agreed.rating, factor.levels)) : words.notAgreed}</strong></p>
      ${agreed?.note ? html`<p class="prose typed">${agreed.note}</p>` : nothing}`
  }

  #form(spread: FactorSpread): TemplateResult {
    const words = this.words.agree
    const {factor, agreed} = spread
    const context = renderContext(this, this.desk.guide, this.headingLevel)
    return html`<form novalidate @submit=${(event: SubmitEvent) => this.#agree(event, spread)}>
      ${radios({
        ...this.field('rating'), label: html`<span class="strong">${words.question}</span>`, value: agreed && String(agreed.rating),
      }, [
        ...levelChoices(factor, context),
        {value: 'not-assessed', label: this.words.ratings['not-assessed'], isApart: true},
        {value: 'does-not-apply', label: this.words.ratings['does-not-apply']},
      ])}
      ${textArea({
        ...this.field('note'), label: words.note, value: agreed?.note,
        hint: isDisputed(spread) ? words.noteHintDisputed : words.noteHint,
      })}
      <div class="button-row">
        <button>${words.save}</button>
        ${agreed ? this.linkButton(words.takeBack, () => {
          this.desk.say([removing(agreed)], {words: words.takenBack(factor.name), canUndo: true})
          this.desk.go({screen: 'agree'})
        }) : nothing}
      </div>
    </form>`
  }

  #actions({factor}: FactorSpread): TemplateResult {
    const words = this.words.agree
    const {state: {actions}, go} = this.desk
    const own = actions.filter(action => action.factor === factor.id)
    return html`
      ${own.length ? html`<ul>${own.map(({what, owner}) => html`<li>${what} (${owner})</li>`)}</ul>`
        : html`<p>${words.noActions}</p>`}
      ${factor.isGone ? nothing : html`<p><button class="secondary" type="button" @click=${() => go({screen: 'action', about: factor.id})}>
        ${words.addAction}</button></p>`}`
  }

  #agree(event: SubmitEvent, spread: FactorSpread): void {
    event.preventDefault()
    const words = this.words.agree
    const form = new FormData(event.target as HTMLFormElement)
    const rating = ratingFrom(form.get('rating'))
    const note = asText(typed(form, 'note'))
    const isInOrder = this.isInOrder([
      ...(rating === undefined ? [{id: 'rating', message: words.ratingError}] : []),
      ...(!note && isDisputed(spread) ? [{id: 'note', message: words.noteError}] : []),
    ])
    if (!isInOrder || rating === undefined) return
    const {assessment, today, say, go} = this.desk
    const {factor} = spread
    say([{
      type: 'agreed', assessment: assessment!.assessment, factor: factor.id, factorHash: factor.hash, rating, note, date: today,
    }], {words: words.agreedOne(factor.name, this.ratingWords(rating, factor.levels))})
    go({screen: 'agree'})
  }
}
