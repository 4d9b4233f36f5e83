import {css, html, LitElement, nothing, type TemplateResult} from 'lit'
import {property} from 'lit/decorators.js'
import {stringsFor} from '../shared/words/strings.js'
import {recordStrings} from './record.strings.js'

/** One module of a certificate, as words. */
export interface CertificateLine {
  module: string
  outcome: string
  score: string
  date: string
  minutes: string
  /** What was learned. */
  outcomes: readonly string[]
}

/** All that stands on a certificate, as words; what is empty is left out. */
export interface CertificateText {
  guide: string
  organisation: string
  /** As the learner typed it. Without one there is a line to write a name on. */
  learner: string
  /** What was done, such as the title of a pathway. */
  title: string
  /** How much, how long and when. */
  summary: string
  /** How old the pages are. */
  review: string
  /** What the same record gives again. */
  code: string
  /** In the order they are printed. */
  lines: readonly CertificateLine[]
}

/** From so many modules on, what was learned would take pages. */
const MOST_WITH_OUTCOMES = 6

/**
 * The page that prints: what was passed, completed and declared, each by its name. Made for the printing and thrown away,
 * so the name on it is kept nowhere.
 *
 * @tag dsg-certificate
 */
export class DsgCertificate extends LitElement {
  static override styles = css`
    :host { display: block; color: #000; background: #fff; font: 11pt/1.45 Frutiger, Arial, sans-serif }
    .page { padding: .8cm 1cm; border: 2pt solid #000 }
    .organisation { margin: 0 0 1.2em; font-weight: 600 }
    h1 { margin: 0; font-size: 26pt; line-height: 1.15 }
    h2 { margin: 1em 0 .2em; font-size: 17pt; line-height: 1.25 }
    .guide { margin: 0; font-size: 14pt }
    .name { margin: 1.4em 0 0; font-size: 15pt }
    .line { display: inline-block; inline-size: 9cm; max-inline-size: 100%; border-block-end: 1pt solid #000 }
    table { width: 100%; margin-block: 1em; border-collapse: collapse }
    th, td { padding: .35em .8em .35em 0; border-block-end: .5pt solid #000; text-align: start; vertical-align: top }
    tr { break-inside: avoid }
    .has-outcomes > * { padding-block-end: 0; border: 0 }
    .outcomes { font-size: 9.5pt }
    .notes { margin-block-start: 1.2em; font-size: 9.5pt }
    .notes p { margin: .3em 0 }
  `

  /** What stands on it. */
  @property({attribute: false}) text?: CertificateText

  override render() {
    const {text} = this
    if (!text) return nothing
    const words = stringsFor(this, recordStrings)
    return html`<div class="page">
      ${text.organisation ? html`<p class="organisation">${text.organisation}</p>` : nothing}
      <h1>${words.certificateTitle}</h1>
      <p class="guide">${text.guide}</p>
      <p class="name">${words.certificateName} ${text.learner ? html`<strong>${text.learner}</strong>` : html`<span class="line">&nbsp;</span>`}</p>
      <h2>${text.title}</h2>
      <p>${text.summary}</p>
      <table>
        <thead><tr>${[words.module, words.result, words.score, words.date, words.time].map(each => html`<th scope="col">${each}</th>`)}</tr></thead>
        <tbody>${text.lines.map(line => this.#line(line, text.lines.length <= MOST_WITH_OUTCOMES))}</tbody>
      </table>
      <div class="notes">
        ${text.review ? html`<p>${text.review}</p>` : nothing}
        <p>${words.certificateNote}</p>
        <p>${words.certificateCheck(text.code)}</p>
      </div>
    </div>`
  }

  #line({module, outcome, score, date, minutes, outcomes}: CertificateLine, withOutcomes: boolean): TemplateResult {
    const told = withOutcomes && outcomes.length
    return html`
      <tr class=${told ? 'has-outcomes' : nothing}>
        <th scope="row">${module}</th><td>${outcome}</td><td>${score}</td><td>${date}</td><td>${minutes}</td></tr>
      ${told ? html`<tr><td class="outcomes" colspan="5">${outcomes.join('; ')}</td></tr>` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-certificate': DsgCertificate }
}
