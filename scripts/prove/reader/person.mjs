/**
 * Somebody who hears the page and does not see it: presses keys, and goes by what was said. What they did and heard is kept as
 * lines of text.
 */
export class Person {
  #desk
  /** @type {string[]} */
  log = []

  /** @param {import('./desk.mjs').Desk} desk @param {string[]} heard - of the page that was opened */
  constructor(desk, heard) {
    this.#desk = desk
    this.#note('(page)', heard)
  }

  /** Writes down what the person has in mind. @param {string} aim */
  wants(aim) {
    this.#write('', `— ${aim}`)
  }

  /** @param {string} key @returns {Promise<string>} what was said */
  async press(key) {
    this.#listen()
    return this.#note(NAMES[key] ?? key, await this.#desk.press(key))
  }

  /** @param {string} text */
  async type(text) {
    this.#listen()
    return this.#note(`“${text}”`, await this.#desk.type(text))
  }

  /**
   * Presses a key until what is said matches, as people do who look for something.
   *
   * @param {string} key
   * @param {(said: string) => boolean} isIt
   * @param {string} what - what is looked for, in words
   * @param {number} [limit] - so many presses
   */
  async goTo(key, isIt, what, limit = 30) {
    for (let i = 0; i < limit; i++) {
      const said = await this.press(key)
      if (isIt(said)) return said
    }
    throw new Error(`Pressed ${key} ${limit} times and did not hear ${what}:\n${this.log.slice(-limit * 2).join('\n')}`)
  }

  /** Reads on, line by line. @param {number} lines @param {(said: string) => boolean} [isEnd] */
  async readOn(lines, isEnd = () => false) {
    const all = []
    for (let i = 0; i < lines; i++) {
      const said = await this.press('Down')
      all.push(said)
      if (isEnd(said)) break
    }
    return all.join(' ')
  }

  /** Words that came late, on a machine that is busy, are kept too. */
  #listen() {
    const late = this.#desk.late()
    if (late.length) this.#note('(later)', late)
  }

  /** @param {string} key @param {string[]} said */
  #note(key, said) {
    const [first = '(nothing)', ...rest] = said
    this.#write(`${key.padEnd(12)} ${first}`, ...rest.map(line => `${' '.repeat(12)} ${line}`))
    return said.join(' ')
  }

  /** @param {string[]} lines */
  #write(...lines) {
    this.log.push(...lines)
    console.log(lines.join('\n'))
  }
}

/** @type {Record<string, string>} Keys as they are called on a keyboard. */
const NAMES = {
  'h': 'H', 'e': 'E', 'r': 'R', 'b': 'B', 'k': 'K', 'x': 'X', 'f': 'F', 'space': 'Space', 'Return': 'Enter', 'shift+Tab': 'Shift+Tab',
  'Down': 'Down arrow', 'Up': 'Up arrow', 'Escape': 'Esc',
}

/** Whether something said has these words, whatever it says of commas and quotes. @param {string} words */
export function hears(words) {
  return (/** @type {string} */ said) => bare(said).includes(bare(words))
}

/** @param {string} text */
export function bare(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
