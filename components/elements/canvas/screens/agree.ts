import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import type {AgreedItem} from '../../../model/canvas/items.js'
import {goneSpreads, spreadByFactor, type FactorSpread} from '../../../model/canvas/spread.js'
import {levelOfAll, setsOf} from '../../../model/canvas/view.js'
import {table} from '../../shared/document/table.js'
import {chartStyles, legend, spreadChart} from '../parts/charts.js'
import type {Desk} from '../desk/desk.js'
import {CanvasScreen} from './screen.js'

/**
 * How far raters differ on each factor, most disagreement first, as dots and as a table that says the same; the way to
 * agreeing a level.
 *
 * @tag dsg-canvas-agree
 * @csspart chart - the spread of one factor
 * @csspart table - the table with the same figures
 */
export class DsgCanvasAgree extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, chartStyles, css`
    .spreads { margin: 0 0 1.5em; padding: 0; list-style: none; border-block-end: 1px solid var(--_dsg-border) }
    .spreads > li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 20em); gap: .3em 1.5em; align-items: center }
    .spreads > li { margin: 0; padding: .9em 0; border-block-start: 1px solid var(--_dsg-border) }
    .spreads p { margin: .2em 0 }
    .spreads .link-button { margin: 0 }
    @container (max-width: 40em) { .spreads > li { grid-template-columns: minmax(0, 1fr) } }
  `]

  protected override renderScreen({state, assessment}: Desk): unknown {
    const words = this.words.agree
    if (!assessment || !setsOf(state, assessment.assessment).length) {
      return html`${this.top(words.title)}<p class="prose">${words.none}</p>`
    }
    const spreads = spreadByFactor(state, assessment.assessment)
    const gone = goneSpreads(state, assessment.assessment)
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.intro}</p>
      ${this.#sameForAll(spreads)}
      ${legend([{mark: 'rater', words: words.oneRater}, {mark: 'agreed', words: words.agreedLevel}])}
      <ol class="spreads" role="list">${spreads.map(spread => this.#row(spread))}</ol>
      ${this.goneSection(gone, html`<ol class="spreads" role="list">${gone.map(spread => this.#row(spread))}</ol>`)}
      <details>
        <summary>${words.table}</summary>
        <div class="details-text">${this.#table([...spreads, ...gone])}</div>
      </details>`
  }

  /** Saves a team that sees eye to eye from agreeing the same thing many times over. */
  #sameForAll(spreads: readonly FactorSpread[]): unknown {
    const words = this.words.agree
    const same = spreads.filter(spread => !spread.agreed && levelOfAll(spread) !== undefined && !spread.unanswered.length)
    if (!same.length) return nothing
    return html`<div class="callout local">
      <p>${words.same(same.length)}</p>
      <button class="secondary" type="button" @click=${() => this.#agreeSame(same)}>${words.agreeSame(same.length)}</button>
    </div>`
  }

  #row(spread: FactorSpread): TemplateResult {
    const {factor, counts, agreed, unanswered} = spread
    const words = this.words.agree
    return html`<li>
      <div>
        <button class="link-button" type="button" @click=${() => this.desk.go({screen: 'agree-factor', about: factor.id})}>
          <strong>${factor.name}</strong></button>
        <p>${this.#difference(spread)}</p>
        ${unanswered.length ? html`<p class="facts">${words.unanswered(unanswered.map(({label}) => label))}</p>` : nothing}
        <p><strong class="tag ${agreed ? 'done' : ''}">${agreed
          ? words.agreedOn(this.ratingWords(agreed.rating, factor.levels)) : words.notAgreed}</strong></p>
      </div>
      <div part="chart">${spreadChart(counts, agreed?.rating)}</div>
    </li>`
  }

  #difference({views, range, lowest, highest, isInDoubt, doesNotApply}: FactorSpread): string {
    const words = this.words.agree
    if (!views.length) return words.noViews
    const apart = range ? words.apart(views.length, lowest!, highest!) : words.together(views.length, lowest!)
    return isInDoubt ? `${apart} ${words.inDoubt(doesNotApply.length)}` : apart
  }

  #table(spreads: readonly FactorSpread[]): TemplateResult {
    const words = this.words.agree
    const heads = [
      this.words.factor, ...[1, 2, 3, 4].map(words.atLevel), this.words.ratings['not-assessed'],
      this.words.ratings['does-not-apply'], words.notAnswered, words.agreedLevel,
    ]
    return table(heads.map((words, i) => ({heading: words, words, side: i && i < 8 ? 'right' : null})),
      spreads.map(({factor, counts, notAssessed, doesNotApply, unanswered, agreed}) => [
        factor.isGone ? this.words.gone(factor.name) : factor.name,
        ...counts, notAssessed.length, doesNotApply.length, unanswered.length,
        agreed ? this.ratingWords(agreed.rating, factor.levels) : words.notAgreed,
      ]), {caption: words.table, hasRowHeadings: true, part: 'table'})
  }

  #agreeSame(same: readonly FactorSpread[]): void {
    const words = this.words.agree
    const {assessment, today, say} = this.desk
    say(same.map(({factor, views}): Omit<AgreedItem, 'id' | 'at'> => ({
      type: 'agreed', assessment: assessment!.assessment, factor: factor.id, factorHash: factor.hash,
      rating: views[0]!.level, note: words.sameNote(views.length), date: today,
    })), {words: words.agreedSame(same.length), canUndo: true})
  }
}
