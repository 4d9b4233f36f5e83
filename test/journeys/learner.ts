import {plainText} from '../../components/model/guide/document.js'
import type {Module} from '../../components/model/guide/module.js'
import {findAll, focused, words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {deleteDatabase, storageBuckets} from '../kept-here.js'
import {press} from '../keys.js'
import {openPage, reload} from './frame.js'

/** What a person presses or follows. */
const CONTROLS = 'button, a, summary'

/** Someone at a page of the demonstration intranet, with a keyboard and nothing else. */
export class Learner {
  private constructor(readonly frame: HTMLIFrameElement) {}

  static async at(address: string): Promise<Learner> {
    return new Learner(await openPage(address))
  }

  get page(): Document { return this.frame.contentDocument! }
  /** The words on screen. */
  get shown(): string { return words(this.page.body) }
  /** The words of the heading, or other place to read from, that has the focus. A link may have the same words: no heading. */
  get heading(): string {
    const place = focused(this.page)
    return place?.matches(CONTROLS) ? '' : words(place ?? undefined)
  }

  reload(): Promise<void> {
    return reload(this.frame)
  }

  /** Presses a key where the focus is. */
  async press(key: string): Promise<void> {
    await press(key)
  }

  sees(text: string): Promise<true> {
    return until(() => this.shown.includes(text) || null, () => `"${text}" in: ${this.shown}`)
  }

  isAt(heading: string): Promise<true> {
    return until(() => this.heading === heading || null, () => `focus on "${heading}", not "${this.heading}"`)
  }

  /** Focuses the first that is on screen, as Tab would, and presses a key on it. */
  async on(selector: string, key = 'Enter'): Promise<void> {
    (await until(() => this.visible(selector)[0])).focus()
    await press(key)
  }

  /** Presses the button, or follows the link, with these words. */
  async use(text: string): Promise<void> {
    const control = await until(() => this.visible(CONTROLS).find(each => words(each) === text),
      () => `a control "${text}" in: ${this.shown}`)
    control.focus()
    await press('Enter')
  }

  /** Follows a page's link in the list of a module's pages, which is one line that opens where there is little room. */
  async turnTo(page: string): Promise<void> {
    await until(() => this.visible('.contents')[0], () => `a list of pages in: ${this.shown}`)
    const line = this.visible('.contents summary')[0]
    if (line && !line.closest('details')!.open) await this.on('.contents summary')
    await this.use(page)
  }

  /** Chooses an option of a group of radios. @param place - from 0 */
  async choose(name: string, place: number): Promise<void> {
    await this.on(`input[name="${name}"]`, 'Space')
    for (let i = 0; i < place; i++) await press('ArrowDown')
  }

  /** Answers the question on screen, right or wrong. @returns its id */
  async answer(module: Module, isRight: boolean): Promise<string> {
    const title = words(await until(() => this.visible('legend #title')[0]))
    const question = module.questions.find(({prompt}) => plainText(prompt).replace(/\s+/g, ' ').trim() === title)
    if (question?.type !== 'choice') throw new Error(`no choice question "${title}"`)
    const wanted = question.answers.filter(({right}) => right === isRight).map(({id}) => id).slice(0, isRight ? undefined : 1)
    const inputs = this.visible('input[name="answer"]') as HTMLInputElement[]
    if (question.multiple) {
      inputs[0]!.focus()
      for (const input of inputs) {
        if (wanted.includes(input.value)) await press('Space')
        await press('Tab')
      }
    } else {
      await this.choose('answer', inputs.findIndex(({value}) => value === wanted[0]))
    }
    await this.use('Check answer')
    await this.isAt(isRight ? 'That is right' : 'Not right this time')
    return question.id
  }

  /** Answers all questions of a try. @returns their ids */
  async answerAll(module: Module, questions: number, isRight: (at: number) => boolean): Promise<string[]> {
    const asked: string[] = []
    for (let i = 0; i < questions; i++) {
      await this.sees(`Question ${i + 1} of ${questions}`)
      asked.push(await this.answer(module, isRight(i)))
      await this.on('.question > button')
    }
    await until(() => this.heading.startsWith('You got') || null)
    return asked
  }

  private visible(selector: string): HTMLElement[] {
    return findAll(selector, this.page).filter(each => each.checkVisibility())
  }
}

/** The record of the shipped guide on this device. */
export const DATABASE = 'dsg-record-nhs-digital-skills-guide'

/** A device that nobody has saved anything on. */
export async function freshDevice(): Promise<void> {
  await deleteDatabase(DATABASE)
  await storageBuckets?.delete(DATABASE)
}
