import {css, html, nothing, type CSSResultGroup, type PropertyValues} from 'lit'
import {property} from 'lit/decorators.js'
import {localeOf} from '../../model/formats/language.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {renderBlocks} from '../shared/document/render-document.js'
import {stringsFor} from '../shared/words/strings.js'
import {renderContext} from '../term/render-context.js'
import {glossaryStrings} from './glossary.strings.js'

const TERM = '#term-'

/**
 * The guide's glossary, A to Z.
 *
 * @tag dsg-glossary
 * @slot - shown until the glossary is ready, and when it cannot be loaded
 * @csspart term - one term
 */
export class DsgGlossary extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, documentStyles, css`
    dl { max-width: 44em }
    dt { padding-block-start: .8em; border-block-start: 1px solid var(--_dsg-border); font-weight: 700 }
    dd { margin: 0 0 .8em }
    dd > :last-child { margin-block-end: 0 }
    dt:focus-visible { outline: none; background: var(--_dsg-focus); box-shadow: 0 4px var(--_dsg-focus-text) }
    .also { color: var(--_dsg-secondary); font-size: .9em; margin: 0 }
  `]

  /** Id of a term to go to. */
  @property() term?: string

  override connectedCallback(): void {
    super.connectedCallback()
    // Links to the glossary of a static page name a term so (`#term-…`).
    if (this.term !== undefined || !location.hash.startsWith(TERM)) return
    this.term = location.hash.slice(TERM.length)
    this.focusHeading()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    if (changed.has('term') && changed.get('term') !== undefined) this.focusHeading()
  }

  /** The term's own line, where one is asked for. */
  override focusHeading(): void {
    this.focusNext(this.term ? `[id="term-${CSS.escape(this.term)}"]` : '#title')
    this.requestUpdate()
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {glossary, lang} = guide.manifest
    const context = renderContext(this, guide, this.headingLevel + 1)
    const terms = [...glossary].sort((a, b) => a.term.localeCompare(b.term, localeOf(lang)))
    return html`
      ${heading(this.headingLevel, this.words.title, {id: 'title', size: 'l', focusable: true})}
      ${terms.length ? html`<dl>${terms.map(({id, term, also, meaning}) => html`
        <dt id="term-${id}" tabindex="-1" part="term">${term}</dt>
        <dd>
          ${also.length ? html`<p class="also">${this.words.also}: ${also.join(', ')}</p>` : nothing}
          ${renderBlocks(meaning, context)}
        </dd>`)}</dl>` : html`<p>${this.words.empty}</p>`}`
  }

  private get words() { return stringsFor(this, glossaryStrings) }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-glossary': DsgGlossary }
}
