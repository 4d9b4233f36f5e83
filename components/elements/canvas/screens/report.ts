import {html, nothing} from 'lit'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import {define} from '../../shared/base/define.js'
import {printAlone} from '../../shared/page/print-alone.js'
import type {Desk} from '../desk.js'
import {DsgCanvasReportPage} from '../parts/report-page.js'
import {CanvasScreen} from '../screen.js'

/**
 * The report as it will print, and the buttons that print it: with what each rater said, or without.
 *
 * @tag dsg-canvas-report
 */
export class DsgCanvasReport extends CanvasScreen {
  protected override renderScreen(desk: Desk, guide: LoadedGuide): unknown {
    const words = this.words.report
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.hint}</p>
      <div class="button-row">
        <button type="button" @click=${() => this.#print()}>${words.print}</button>
        ${this.linkButton(words.printShort, () => this.#print({withoutEvidence: true}))}
      </div>
      <dsg-canvas-report-page .guide=${guide} .desk=${desk} heading-level=${this.headingLevel + 1}
        guide-href=${this.guideHref ?? nothing}></dsg-canvas-report-page>`
  }

  #print({withoutEvidence = false} = {}): void {
    define('dsg-canvas-report-page', DsgCanvasReportPage)
    const page = this.ownerDocument.createElement('dsg-canvas-report-page')
    page.lang = this.desk.canvas.lang
    page.guide = this.guide
    page.desk = this.desk
    page.headingLevel = 1
    page.withoutEvidence = withoutEvidence
    void printAlone(page)
  }
}
