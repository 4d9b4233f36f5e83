import type {DsgCanvas} from '../../components/elements/canvas/canvas.js'
import type {CanvasFile, CanvasItem} from '../../components/model/canvas/items.js'
import type {CanvasStore} from '../../components/state/canvas/canvas.js'
import type {Clock} from '../../components/state/visit/clock.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {press, type} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

/** Someone at a canvas, with a keyboard and nothing else. */
export class CanvasUser {
  private constructor(readonly element: DsgCanvas) {}

  static async at(guide: LoadedGuide, store: CanvasStore, clock: Clock): Promise<CanvasUser> {
    return new CanvasUser(await show<DsgCanvas>(html`
      <dsg-canvas .guide=${guide} .store=${store} .clock=${clock}></dsg-canvas>`))
  }

  /** The words on screen. */
  get shown(): string { return words(this.element) }

  async isAt(heading: string): Promise<void> {
    const focus = () => words(focused() ?? undefined)
    await until(() => focus() === heading || null, () => `focus on "${heading}", not "${focus()}"`)
  }

  async sees(text: string): Promise<void> {
    await until(() => this.shown.includes(text) || null, () => `"${text}" in: ${this.shown}`)
  }

  /** Presses the button, or follows the link, with these words. */
  async use(text: string): Promise<void> {
    const control = await until(() => this.visible('button, a, summary').find(each => words(each) === text),
      () => `a control "${text}" in: ${this.shown}`)
    control.focus()
    await press('Enter')
    await settled(this.element)
  }

  /** Goes from the list of tasks to one of them. */
  async open(task: string): Promise<void> {
    if (this.visible('button').some(each => words(each) === 'Back to all tasks')) await this.use('Back to all tasks')
    await this.use(task)
    await this.isAt(task)
  }

  /** Chooses a radio. @param name - how the name of the group ends; @param place - from 0 */
  async choose(name: string, place: number): Promise<void> {
    const first = await until(() => this.visible(`input[type="radio"][name$="${name}"]`)[0])
    first.focus()
    await press('Space')
    for (let i = 0; i < place; i++) await press('ArrowDown')
  }

  /** Types into a field in place of what it holds. @param id - how its id ends */
  async fill(id: string, text: string): Promise<void> {
    const field = await until(() => this.visible(`[id$="${id}"]`)[0] as HTMLInputElement | undefined,
      () => `a field "${id}" in: ${this.shown}`)
    field.focus()
    field.select()
    await (text ? type(text) : press('Delete'))
  }

  /** Fills in a day. */
  async day(id: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
    await this.fill(`${id}-day`, day)
    await this.fill(`${id}-month`, month)
    await this.fill(`${id}-year`, year)
  }

  /** A file chooser is the browser's own window: files are put in the field as it would. */
  async bring(...files: {name: string; text: string}[]): Promise<void> {
    const field = await until(() => this.visible('input[type="file"]')[0] as HTMLInputElement | undefined)
    const chosen = new DataTransfer()
    for (const {name, text} of files) chosen.items.add(new File([text], name, {type: 'application/json'}))
    field.files = chosen.files
    field.dispatchEvent(new Event('change'))
    await until(() => !field.value)
    await settled(this.element)
  }

  /** Presses a button that hands a file out. @returns what is in it */
  async take(button: string): Promise<string> {
    const create = URL.createObjectURL
    let taken: Blob | undefined
    URL.createObjectURL = file => {
      taken = file as Blob
      return create.call(URL, file)
    }
    try {
      await this.use(button)
      return await (await until(() => taken)).text()
    } finally {
      URL.createObjectURL = create
    }
  }

  visible(selector: string): HTMLElement[] {
    return findAll(selector, this.element.shadowRoot!).filter(each => each.checkVisibility())
  }

  part(selector: string): HTMLElement | undefined {
    return find(selector, this.element.shadowRoot!)
  }
}

export const asFile = (name: string, file: object) => ({name, text: JSON.stringify(file)})

/** The items of one type. */
export function said<T extends CanvasItem['type']>(file: CanvasFile, type: T): Extract<CanvasItem, {type: T}>[] {
  return file.items.filter((item): item is Extract<CanvasItem, {type: T}> => item.type === type)
}
