import {css, html, nothing, type CSSResultGroup, type TemplateResult} from 'lit'
import {property, state} from 'lit/decorators.js'
import {keyed} from 'lit/directives/keyed.js'
import {live} from 'lit/directives/live.js'
import type {Module} from '../../model/guide/module.js'
import {moduleProgress, progressIndex} from '../../model/record/progress.js'
import type {DoTask, RateStatement, Reflection} from '../../model/guide/question.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import {documentStyles} from '../shared/document/document.styles.js'
import {fields} from '../shared/styles/fields.styles.js'
import {GuideElement} from '../shared/base/guide-element.js'
import {heading} from '../shared/document/heading.js'
import {renderBlocks, renderInlines, type RenderContext} from '../shared/document/render-document.js'
import {stringsFor} from '../shared/words/strings.js'
import {renderContext} from '../term/render-context.js'
import {tasksStrings} from './tasks.strings.js'

/**
 * What the learner does away from the screen: tasks that they declare done, and prompts to think about. Part of
 * `dsg-module`; neither is ever marked right or wrong.
 *
 * @tag dsg-tasks
 * @fires dsg-did - {RecordedEvent} a task was ticked or unticked
 * @fires dsg-reflected - {RecordedEvent} the learner chose to keep what they wrote
 * @fires dsg-completed - {RecordedEvent} the last task was ticked, in a module without scored questions
 * @csspart task - one task
 * @csspart reflection - one prompt
 */
export class DsgTasks extends GuideElement {
  static override styles: CSSResultGroup = [GuideElement.styles, fields, documentStyles, css`
    .task { max-width: 44em; padding-block: .4em; border-block-start: 1px solid var(--_dsg-border) }
    .below > :last-child { margin-block-end: .6em }
    .reflection { max-width: 44em; margin-block-end: 2em }
    textarea { min-height: 7em; resize: vertical }
  `]

  /** The module they belong to. */
  @property({attribute: false}) content?: Module

  /** Ids of the tasks and prompts to show. Default: all of the module's. */
  @property({attribute: false}) questions?: readonly string[]

  /** Prompts whose words were kept just now. */
  @state() private kept: ReadonlySet<string> = new Set()

  /** The first task that was ticked here. */
  @state() private ticked?: string

  /** Goes up to render all anew, which empties the fields that Lit does not know the values of. */
  @state() private timesCleared = 0

  protected override startAfresh(): void {
    this.timesCleared += 1
    this.kept = new Set()
    this.ticked = undefined
  }

  protected override renderGuide(guide: LoadedGuide): unknown {
    const {content} = this
    if (!content) return nothing
    const context = {...renderContext(this, guide, this.headingLevel, content.id), where: `module "${content.id}"`}
    const shown = content.questions.filter(({id}) => !this.questions || this.questions.includes(id))
    const tasks = shown.filter(question => question.type === 'do')
    const prompts = shown.filter(question => question.type === 'reflect')
    return keyed(this.timesCleared, html`
      ${tasks.length ? this.#tasks(content, tasks, context) : nothing}
      ${prompts.map(prompt => this.#prompt(content, prompt, context))}
      ${shown.filter(question => question.type === 'rate').map(statement => this.#statement(statement, context))}`)
  }

  private get words() { return stringsFor(this, tasksStrings) }

  #tasks(content: Module, tasks: readonly DoTask[], context: RenderContext): TemplateResult {
    const {tasksDone} = moduleProgress(content, progressIndex(this.record.events))
    const done = tasks.filter(({id}) => tasksDone.includes(id)).length
    return html`<fieldset>
      <legend>${heading(this.headingLevel, this.words.title, {size: 's'})}</legend>
      ${tasks.map(task => html`<div class="task choice" part="task">
        <input type="checkbox" id=${task.id} .checked=${live(tasksDone.includes(task.id))}
          @change=${(event: Event) => this.#tick(content, task, (event.target as HTMLInputElement).checked)}>
        <label for=${task.id}>${renderInlines(task.prompt, context)}</label>
        <div class="below">${this.#more(task, context)}</div>
        ${this.ticked === task.id ? html`<dsg-keep class="below" .guide=${this.guide}></dsg-keep>` : nothing}
      </div>`)}
      <p aria-live="polite">${this.words.progress(done, tasks.length)}</p>
    </fieldset>`
  }

  #prompt(content: Module, prompt: Reflection, context: RenderContext): TemplateResult {
    return html`<div class="reflection" part="reflection">
      <div class="field">
        <label for=${prompt.id}>${renderInlines(prompt.prompt, context)}</label>
        ${this.#more(prompt, context)}
        <p class="hint" id="hint-${prompt.id}">${this.words.reflectHint}</p>
        <textarea id=${prompt.id} aria-describedby="hint-${prompt.id}" rows="4"></textarea>
      </div>
      <button class="secondary" type="button" @click=${() => this.#keep(content, prompt)}>${this.words.keep}</button>
      <p aria-live="polite">${this.kept.has(prompt.id) ? this.words.kept : nothing}</p>
      ${this.kept.has(prompt.id) ? html`<dsg-keep .guide=${this.guide}></dsg-keep>` : nothing}
    </div>`
  }

  /** A statement to rate has its place in a framework. In a module it is read. */
  #statement(statement: RateStatement, context: RenderContext): TemplateResult {
    return html`<div class="reflection">
      <p><strong>${renderInlines(statement.prompt, context)}</strong></p>
      ${this.#more(statement, context)}
      <ol>${statement.levels.map(level => html`<li>${renderInlines(level, context)}</li>`)}</ol>
    </div>`
  }

  #more(question: DoTask | Reflection | RateStatement, context: RenderContext): TemplateResult {
    return html`
      ${renderBlocks(question.body, context)}
      ${question.hint ? html`<details><summary>${this.words.hint}</summary>
        <div class="details-text sentence">${renderBlocks(question.hint, context)}</div></details>` : nothing}
      ${question.why ? html`<div class="sentence">${renderBlocks(question.why, context)}</div>` : nothing}`
  }

  #tick(content: Module, task: DoTask, done: boolean): void {
    this.record.add({type: 'did', about: task.id, hash: task.hash, module: content.id, done})
    // The box shows what the record says, also where that took nothing.
    this.requestUpdate()
    if (done) this.ticked ??= task.id
    const {tasksDone} = moduleProgress(content, progressIndex(this.record.events))
    if (done && content.show === 0 && tasksDone.length === content.tasks.length) {
      this.record.add({type: 'completed', about: content.id, hash: '', outcome: 'declared'})
    }
  }

  #keep(content: Module, prompt: Reflection): void {
    const text = this.renderRoot.querySelector<HTMLTextAreaElement>(`textarea[id="${prompt.id}"]`)?.value.trim()
    if (!text) return
    this.record.add({type: 'reflected', about: prompt.id, hash: prompt.hash, module: content.id, text})
    this.kept = new Set([...this.kept, prompt.id])
  }
}

declare global {
  interface HTMLElementTagNameMap { 'dsg-tasks': DsgTasks }
}
