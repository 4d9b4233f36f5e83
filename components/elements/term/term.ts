import {css, html, LitElement, nothing} from 'lit'
import {property, state} from 'lit/decorators.js'
import {isSafeImage, plainText} from '../../model/guide/document.js'
import type {GlossaryTerm} from '../../model/guide/glossary.js'
import {stringsFor} from '../shared/words/strings.js'
import {termStrings} from './term.strings.js'

let count = 0

/**
 * A word with its explanation on the spot: a button that opens a note right after it, where a screen reader goes on
 * reading. Part of a page's text; it takes its look from there.
 *
 * @tag dsg-term
 * @slot - the word, as the text has it
 * @csspart note - the explanation
 */
export class DsgTerm extends LitElement {
  static override styles = css`
    :host { display: inline }
    button { appearance: none; display: inline; margin: 0; padding: 0; border: 0; border-block-end: 2px dotted; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer }
    button:hover { border-block-end-style: solid }
    button:focus-visible, a:focus-visible { outline: 4px solid transparent; background: var(--_dsg-focus, #ffeb3b); color: var(--_dsg-focus-text, #212b32); box-shadow: 0 4px var(--_dsg-focus-text, #212b32); border-color: transparent }
    .note { display: block; margin: .5em 0; padding: .6em 1em; border-inline-start: 4px solid currentcolor; background: var(--_dsg-shade, #f0f4f5); font-size: .95em }
    a { color: inherit }
    .visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
    @media print { button { border: 0 } .note { display: none } }
  `

  /** The term and its meaning. */
  @property({attribute: false}) term?: GlossaryTerm

  /** Address of the glossary, for more. */
  @property() href?: string

  @state() private isOpen = false
  readonly #noteId = `note-${count += 1}`

  override render() {
    const words = stringsFor(this, termStrings)
    // No white space in the template: a space would come between the word and the full stop after it.
    return html`<button type="button" aria-expanded=${this.isOpen} aria-controls=${this.isOpen ? this.#noteId : nothing}
      @click=${() => { this.isOpen = !this.isOpen }} @keydown=${this.#onKey}><slot></slot><span class="visually-hidden"> (${words.explain})</span></button>${
        this.isOpen && this.term ? html`<span class="note" part="note" role="note" id=${this.#noteId} @keydown=${this.#onKey}>
        ${plainText(this.term.meaning).trim()}
        ${this.href && isSafeImage(this.href) ? html`<a href=${this.href}>${words.glossary}</a>` : nothing}</span>` : nothing}`
  }

  #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.isOpen) return
    event.stopPropagation()
    this.isOpen = false
    this.renderRoot.querySelector('button')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-term': DsgTerm }
}
