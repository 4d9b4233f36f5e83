import {html, nothing} from 'lit'
import {plainText} from '../../../model/guide/document.js'
import {LEVELS} from '../../../model/guide/canvas.js'
import {asLine, asText} from '../../../model/canvas/items.js'
import {removing} from '../../../model/canvas/merge.js'
import {newId} from '../../../state/log/ids.js'
import type {Desk} from '../desk/desk.js'
import {textArea, textField, typed} from '../parts/fields.js'
import {CanvasScreen} from './screen.js'

/**
 * A factor of the team's own: its name, its group and its four levels.
 *
 * @tag dsg-canvas-factor
 */
export class DsgCanvasFactor extends CanvasScreen {
  protected override renderScreen({canvas}: Desk): unknown {
    const words = this.words.factors
    const known = this.#known
    const shipped = canvas.factors[0]?.levels ?? []
    return html`
      ${this.top(known ? words.editTitle : words.addTitle, {back: {screen: 'factors'}, backTo: words.backToFactors})}
      <p class="prose">${words.addIntro}</p>
      <form novalidate @submit=${this.#save}>
        ${textField({...this.field('name'), label: words.name, value: known?.name})}
        ${textField({id: 'group', label: words.group, hint: words.groupHint(this.#groups), value: known?.group})}
        ${textArea({id: 'intro', label: words.about, value: plainText(known?.intro ?? []).trim()}, 2)}
        ${LEVELS.map((level, i) => html`<fieldset>
          <legend class="strong">${words.levelLegend(level)}</legend>
          ${textField({
            ...this.field(`level-${level}-name`), label: words.levelName, value: known?.levels[i]?.name ?? shipped[i]?.name,
          })}
          ${textArea({
            ...this.field(`level-${level}-text`), label: words.levelText, hint: i ? undefined : words.levelTextHint,
            value: plainText(known?.levels[i]?.text ?? []),
          }, 2)}
        </fieldset>`)}
        ${textArea({id: 'ask', label: words.ask, hint: words.askHint, value: plainText(known?.ask ?? []).trim()}, 2)}
        <div class="button-row">
          <button>${words.saveFactor}</button>
          ${known ? this.linkButton(words.removeFactor, this.#remove) : nothing}
        </div>
      </form>`
  }

  get #known() {
    return this.desk.state.factors.find(({id, isAdded}) => isAdded && id === this.about)
  }

  get #groups(): string[] {
    return [...new Set(this.desk.state.factors.map(({group}) => group).filter(Boolean))]
  }

  #save = (event: SubmitEvent) => {
    event.preventDefault()
    const words = this.words.factors
    const form = new FormData(event.target as HTMLFormElement)
    const name = asLine(typed(form, 'name'))
    const levels = LEVELS.map(level => ({
      name: asLine(typed(form, `level-${level}-name`)), text: asText(typed(form, `level-${level}-text`)),
    }))
    const isInOrder = this.isInOrder([
      ...(name ? [] : [{id: 'name', message: words.nameError}]),
      ...LEVELS.flatMap((level, i) => [
        ...(levels[i]!.name ? [] : [{id: `level-${level}-name`, message: words.levelNameError(level)}]),
        ...(levels[i]!.text ? [] : [{id: `level-${level}-text`, message: words.levelTextError(level)}]),
      ]),
    ])
    if (!isInOrder) return
    const [intro, ask] = [asText(typed(form, 'intro')), asText(typed(form, 'ask'))]
    this.desk.say([{
      type: 'added', factor: this.#known?.id ?? newId(), group: asLine(typed(form, 'group')), name, levels,
      ...(intro && {intro}), ...(ask && {ask}),
    }], {words: words.added(name)})
    this.desk.go({screen: 'factors'})
  }

  #remove = () => {
    const known = this.#known
    const item = this.desk.file.items.filter(each => each.type === 'added' && each.factor === known?.id).at(-1)
    if (!known || item?.type !== 'added') return
    this.desk.say([removing(item)], {words: this.words.removed(known.name), canUndo: true})
    this.desk.go({screen: 'factors'})
  }
}
