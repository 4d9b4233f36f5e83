import {css, html, LitElement, nothing} from 'lit'
import {property, state} from 'lit/decorators.js'
import type {Address} from '../../model/guide/document.js'
import {phoneNumbers} from '../../model/formats/phone.js'
import {copyText} from '../shared/page/copy-text.js'
import {stringsFor} from '../shared/words/strings.js'
import {localFactStrings} from './local-fact.strings.js'

/**
 * What an organisation filled in, as a block of its own: whose it is, the words, and a way to call and to copy. Part of a page's
 * text; it takes its look from there.
 *
 * @tag dsg-local-fact
 * @slot - the words
 * @csspart fact - the block
 */
export class DsgLocalFact extends LitElement {
  static override styles = css`
    .fact { display: block; margin: .4em 0; padding: .6em 1em; border-inline-start: 4px solid var(--_dsg-brand, currentcolor); background: var(--_dsg-shade, #f0f4f5) }
    .label { display: block; font-weight: 700 }
    .actions { display: flex; flex-wrap: wrap; gap: .2em 1.2em; align-items: baseline }
    a, button { min-height: 24px; padding: .2em 0; border: 0; background: none; color: var(--_dsg-link, inherit); font: inherit; text-decoration: underline; cursor: pointer }
    a:focus-visible, button:focus-visible { outline: 4px solid transparent; background: var(--_dsg-focus, #ffeb3b); color: var(--_dsg-focus-text, #212b32); box-shadow: 0 4px var(--_dsg-focus-text, #212b32); text-decoration: none }
    .visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
    @media print { .actions { display: none } }
  `

  /** The words as plain text. */
  @property() value = ''
  /** Name of the organisation. */
  @property() organisation = ''
  @state() private said = ''

  override connectedCallback(): void {
    super.connectedCallback()
    // The sentence around it ends with a full stop, which would stand alone under the block. Lit leaves a text as it is that has
    // not changed for it, so it stays away.
    let next = this.nextSibling
    while (next instanceof Comment || next instanceof Text && !next.data.trim()) next = next.nextSibling
    if (next instanceof Text && next.data.trim() === '.') next.data = ''
  }

  override render() {
    const words = stringsFor(this, localFactStrings)
    return html`<span class="fact" part="fact"><span class="label">${
      this.organisation ? words.at(this.organisation) : words.here}: </span><span class="words"><slot></slot></span>
      <span class="actions">${phoneNumbers(this.value).map(({said, address}) =>
        html`<a href=${address as Address}>${words.call(said)}</a>`)}
        <button type="button" @click=${this.#copy}>${words.copy}<span class="visually-hidden">${words.copyOf(this.value)}</span></button>
        <span aria-live="polite">${this.said || nothing}</span></span></span>`
  }

  #copy = async () => {
    const words = stringsFor(this, localFactStrings)
    const isCopied = await copyText(this.value)
    if (!isCopied) getSelection()?.selectAllChildren(this)
    this.said = isCopied ? words.copied : words.notCopied
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-local-fact': DsgLocalFact }
}
