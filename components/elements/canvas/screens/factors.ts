import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {state} from 'lit/decorators.js'
import {repeat} from 'lit/directives/repeat.js'
import {asLine} from '../../../model/canvas/items.js'
import type {LocalFactor} from '../../../model/canvas/state.js'
import {moved} from '../../../model/canvas/view.js'
import {heading} from '../../shared/document/heading.js'
import type {Desk} from '../desk/desk.js'
import {textField, typed} from '../parts/fields.js'
import {CanvasScreen} from './screen.js'

/**
 * Which factors apply here, by which names and in which order. The shipped words of their levels stay as they are.
 *
 * @tag dsg-canvas-factors
 * @csspart factor - one factor
 */
export class DsgCanvasFactors extends CanvasScreen {
  static override styles: CSSResultGroup = [CanvasScreen.styles, css`
    .factors { max-width: 44em; margin: 0 0 1.5em; padding: 0; list-style: none; border-block-end: 1px solid var(--_dsg-border) }
    .factors > li { margin: 0; padding: .7em 0; border-block-start: 1px solid var(--_dsg-border) }
    .factors p { margin: 0 }
    .factors .link-button { margin: .3em 0 0 }
    .factors form { margin-block: .6em }
  `]

  /** Id of the factor that is being renamed. */
  @state() private renaming?: string

  protected override renderScreen({state: {factors, unused, gone}, go}: Desk): unknown {
    const words = this.words.factors
    return html`
      ${this.top(words.title)}
      <p class="prose">${words.intro}</p>
      <ol class="factors" role="list">${repeat(factors, ({id}) => id, (factor, i) => this.#factor(factor, i, factors))}</ol>
      <p><button class="secondary" type="button" @click=${() => go({screen: 'factor'})}>${words.add}</button></p>
      ${unused.length ? html`<section>
        ${heading(this.headingLevel + 1, words.unused, {size: 'm'})}
        <p class="prose">${words.unusedHint}</p>
        <ul class="factors" role="list">${unused.map(({id, name, isGone}) => html`<li>
          <p>${isGone ? this.words.gone(name) : name}</p>
          ${this.linkButton(words.switchOn, () => this.#switch(id, true, words.isOn(name)), {of: name})}
        </li>`)}</ul>
      </section>` : nothing}
      ${this.goneSection(gone, html`<ul class="factors" role="list">${gone.map(({id, name}) => html`<li>
        <p>${name}</p>
        ${this.linkButton(words.switchOff, () => this.#switch(id, false, words.isOff(name)), {of: name})}
      </li>`)}</ul>`)}`
  }

  #factor(factor: LocalFactor, at: number, factors: readonly LocalFactor[]): TemplateResult {
    const words = this.words.factors
    const {id, name, group, shippedName, isAdded} = factor
    return html`<li part="factor">
      <p><strong>${`${at + 1}. ${name}`}</strong></p>
      <p class="facts">${[group, shippedName && words.shippedAs(shippedName), isAdded && words.own].filter(Boolean).join('. ')}</p>
      ${this.renaming === id ? this.#rename(factor) : html`<div class="row-buttons">
        ${at > 0 ? this.linkButton(words.up, () => this.#move(at, -1, factors), {of: name, id: `up-${id}`}) : nothing}
        ${at < factors.length - 1 ? this.linkButton(words.down, () => this.#move(at, 1, factors), {of: name, id: `down-${id}`}) : nothing}
        ${isAdded ? this.linkButton(words.edit, () => this.desk.go({screen: 'factor', about: id}), {of: name})
          : this.linkButton(words.rename, () => {
            this.renaming = id
            this.focusNext('#name')
          }, {of: name, id: `rename-${id}`})}
        ${this.linkButton(words.switchOff, () => this.#switch(id, false, words.isOff(name)), {of: name})}
      </div>`}
    </li>`
  }

  #rename({id, name, shippedName}: LocalFactor): TemplateResult {
    const words = this.words.factors
    const done = () => {
      this.renaming = undefined
      this.problems = []
      this.focusNext(`[id="rename-${id}"]`)
    }
    const save = (event: SubmitEvent) => {
      event.preventDefault()
      const typedName = asLine(typed(new FormData(event.target as HTMLFormElement), 'name'))
      if (!this.isInOrder(typedName ? [] : [{id: 'name', message: words.nameError}])) return
      done()
      if (typedName !== name) this.desk.say([{type: 'renamed', factor: id, name: typedName}], {words: words.renamed(name, typedName)})
    }
    return html`<form novalidate @submit=${save}>
      ${textField({
        ...this.field('name'), label: words.newName, value: name,
        hint: shippedName ? words.shippedAs(shippedName) : words.renameHint,
      })}
      <div class="button-row">
        <button>${words.saveName}</button>
        ${this.linkButton(this.words.cancel, done)}
      </div>
    </form>`
  }

  #switch(factor: string, isOn: boolean, words: string): void {
    this.desk.say([{type: 'switched', factor, isOn}], {words, canUndo: !isOn})
  }

  #move(at: number, by: -1 | 1, factors: readonly LocalFactor[]): void {
    const {id, name} = factors[at]!
    const order = moved(factors.map(each => each.id), at, by)
    this.desk.say([{type: 'ordered', factors: order}], {words: this.words.factors.moved(name, at + 1 + by, order.length)})
    const isAtEnd = at + by === 0 || at + by === factors.length - 1
    // At either end of the list the button that was pressed is gone, so the focus goes to the one for the other way.
    this.focusNext(`[id="${(by < 0) !== isAtEnd ? 'up' : 'down'}-${id}"]`)
  }
}
