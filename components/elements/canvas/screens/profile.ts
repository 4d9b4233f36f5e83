import {html, type CSSResultGroup} from 'lit'
import {latestSnapshot} from '../../../model/canvas/state.js'
import {snapshotOf} from '../../../model/canvas/spread.js'
import type {Desk} from '../desk/desk.js'
import {chartStyles} from '../parts/charts.js'
import {profileStyles, profileView} from '../parts/profile-view.js'
import {CanvasScreen} from './screen.js'

/**
 * The levels by factor, in their groups, as a chart and as a table that says the same. There is no total, and it says why.
 *
 * @tag dsg-canvas-profile
 * @csspart chart - the chart of one group
 * @csspart table - the table of one group
 */
export class DsgCanvasProfile extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, chartStyles, profileStyles]

  protected override renderScreen({state, assessment, today, go}: Desk): unknown {
    const words = this.words.profile
    const latest = latestSnapshot(state)
    const isNew = assessment && latest?.assessment !== assessment.assessment
    const agreed = isNew && state.agreements.get(assessment.assessment)?.size
    if (!latest && !agreed) return html`${this.top(words.title)}<p class="prose">${words.none}</p>`
    // Before the first snapshot, what is agreed so far is shown as a snapshot would hold it.
    const shown = latest ?? {...snapshotOf(state, assessment!.assessment, {name: assessment!.name, date: today}), id: '', at: ''}
    const before = latest ? state.snapshots.at(-2) : undefined
    return html`
      ${this.top(words.title, {caption: latest ? words.of(latest.name, this.date(latest.date)) : words.notYet})}
      ${profileView({snapshot: shown, before, level: this.headingLevel + 1, words: this.words, named: this.named, date: iso => this.date(iso)})}
      <div class="button-row">
        <button class="secondary" type="button" @click=${() => go({screen: 'report'})}>${words.report}</button>
        ${latest ? this.linkButton(words.history, () => go({screen: 'history'})) : ''}
      </div>`
  }
}
