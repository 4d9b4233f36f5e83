import {html} from 'lit'
import {define} from '../../shared/base/define.js'
import {printAlone} from '../../shared/page/print-alone.js'
import type {Desk} from '../desk/desk.js'
import {DsgCanvasReportPage} from './report-page.js'
import {CanvasScreen} from './screen.js'

/**
 * The report as it will print, and the buttons that print it: with what each rater said, or without.
 *
 * @tag dsg-canvas-report
 */
export class DsgCanvasReport extends CanvasScreen {
  protected override renderScreen(desk: Desk): unknown {
    const words = this.words.report
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.hint}</p>
      <div class="button-row">
        <button type="button" @click=${() => this.#print()}>${words.print}</button>
        ${this.linkButton(words.printShort, () => this.#print({withoutEvidence: true}))}
      </div>
      <dsg-canvas-report-page .desk=${desk} .headingLevel=${this.headingLevel + 1}></dsg-canvas-report-page>`
  }

  #print({withoutEvidence = false} = {}): void {
    define('dsg-canvas-report-page', DsgCanvasReportPage)
    const page = this.ownerDocument.createElement('dsg-canvas-report-page')
    page.lang = this.desk.canvas.lang
    page.desk = this.desk
    page.headingLevel = 1
    page.withoutEvidence = withoutEvidence
    void printAlone(page)
  }
}
