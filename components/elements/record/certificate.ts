import {css, html, LitElement} from 'lit'
import {property} from 'lit/decorators.js'
import {stringsFor} from '../shared/words/strings.js'
import {recordStrings} from './record.strings.js'

/** One line of a certificate, as words. */
export interface CertificateLine { module: string; outcome: string; score: string; date: string }

/**
 * The page that prints: what was passed, completed and declared, each by its name. Made for the printing and thrown away,
 * so the name on it is kept nowhere.
 *
 * @tag dsg-certificate
 */
export class DsgCertificate extends LitElement {
  static override styles = css`
    :host { display: block; padding: 2cm; color: #000; background: #fff; font: 12pt/1.5 Frutiger, Arial, sans-serif }
    h1 { margin: 0 0 .3em; font-size: 26pt; line-height: 1.15 }
    .guide { margin: 0 0 1.5em; font-size: 15pt }
    table { width: 100%; margin-block: 1.5em; border-collapse: collapse }
    th, td { padding: .4em .6em .4em 0; border-block-end: 1px solid #000; text-align: start; vertical-align: top }
    tr { break-inside: avoid }
    .note { font-size: 10pt }
  `

  /** Title of the guide. */
  @property({attribute: false}) guideTitle = ''
  /** Edition of the guide. */
  @property({attribute: false}) edition = ''
  /** As the learner typed it; may be empty. */
  @property({attribute: false}) learner = ''
  /** In the order they are printed. */
  @property({attribute: false}) lines: readonly CertificateLine[] = []

  override render() {
    const words = stringsFor(this, recordStrings)
    return html`
      <h1>${words.certificateTitle}</h1>
      <p class="guide">${this.guideTitle}</p>
      <p>${this.learner ? words.certificateFor(this.learner) : words.certificateForNobody}</p>
      <table>
        <thead><tr><th scope="col">${words.module}</th><th scope="col">${words.result}</th><th scope="col">${words.score}</th><th scope="col">${words.date}</th></tr></thead>
        <tbody>${this.lines.map(({module, outcome, score, date}) => html`<tr>
          <th scope="row">${module}</th><td>${outcome}</td><td>${score}</td><td>${date}</td></tr>`)}</tbody>
      </table>
      <p class="note">${words.edition}: ${this.edition}</p>
      <p class="note">${words.certificateNote}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-certificate': DsgCertificate }
}
