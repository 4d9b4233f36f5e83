import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property} from 'lit/decorators.js'
import {placeToGoOn} from '../../model/record/go-on.js'
import type {Address} from '../../model/guide/document.js'
import type {ModuleEntry} from '../../model/pack/files.js'
import {isDone, minutesLeft, moduleProgress, pathwayProgress, progressIndex, type ProgressIndex} from '../../model/record/progress.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {catalogueWords} from '../shared/words/catalogue.strings.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {progressBar, progressBarStyles} from '../shared/styles/progress-bar.js'
import {stringsFor} from '../shared/words/strings.js'
import {pathwayStrings} from './pathway.strings.js'

/**
 * One pathway: its modules in order, what is done, the minutes left, and what to do next.
 *
 * @tag dsg-pathway
 * @slot - shown until the pathway is ready, and when it cannot be loaded
 * @csspart progress - how much is done
 * @csspart module - one module's row
 */
export class DsgPathway extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, progressBarStyles, css`
    .progress { max-width: 30em; margin-block-end: 1.4em }
    .progress p { margin: 0 }
    .lede { margin-block-start: 1.4em }
    .modules { margin: 0; padding: 0; list-style: none; border-block-end: 1px solid var(--_dsg-border); max-width: 44em }
    .modules > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1em 1em; align-items: start; margin: 0; padding: .8em 0; border-block-start: 1px solid var(--_dsg-border) }
    .modules .facts { grid-column: 1; color: var(--_dsg-secondary); font-size: .9em }
    @container (max-width: 26em) {
      .modules > li { grid-template-columns: minmax(0, 1fr) }
      .modules .tag { justify-self: start }
    }
  `]

  /** Id of the pathway. */
  @property() pathway?: string

  protected override renderGuide({manifest}: LoadedGuide): unknown {
    const pathway = manifest.pathways.find(({id}) => id === this.pathway)
    if (!pathway) return html`<p>${this.pathway ? this.words.notFound(this.pathway) : this.say.failed['not-set-up']}</p>`
    const modules = new Map(manifest.modules.map(module => [module.id, module]))
    const index = progressIndex(this.record.events)
    const {done, of, minutesLeft: left, next} = pathwayProgress(pathway, modules, index)
    const nextModule = next === undefined ? undefined : modules.get(next)
    return html`
      ${heading(this.headingLevel, pathway.title, {id: 'title', size: 'xl', focusable: true})}
      ${nextModule ? html`<p><a class="button" href=${this.#place(nextModule, index)}>
        ${moduleProgress(nextModule, index).status === 'not-started' && !done
          ? this.words.start(nextModule.title) : this.words.carryOn(nextModule.title)}</a></p>` : nothing}
      <div class="progress" part="progress">
        <p>${nextModule ? `${this.words.progress(done, of)}. ${this.words.minutesLeft(left)}` : this.words.allDone}</p>
        ${progressBar(done, of)}
      </div>
      ${heading(this.headingLevel + 1, this.words.modules, {size: 'm'})}
      <ol class="modules">${pathway.modules.flatMap(id => modules.get(id) ?? []).map(module => this.#row(module, index))}</ol>
      <p class="lede">${pathway.summary}</p>`
  }

  private get words() { return stringsFor(this, pathwayStrings) }

  /** Where the learner goes on in a module. */
  #place(module: ModuleEntry, index: ProgressIndex): Address {
    return this.href({view: 'module', module: module.id, ...placeToGoOn(module, index)})
  }

  #row(module: ModuleEntry, index: ProgressIndex): TemplateResult {
    const {status} = moduleProgress(module, index)
    const look = isDone(status) ? 'done' : status === 'not-started' ? '' : 'active'
    const {minutes} = catalogueWords(this)
    return html`<li part="module">
      <a href=${this.#place(module, index)}>${module.title}</a>
      <span class="tag ${look}">${catalogueWords(this).status[status]}</span>
      <span class="facts">${look === 'active' ? this.words.minutesLeft(minutesLeft(module, index)) : minutes(module.minutes)}</span>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-pathway': DsgPathway }
}
