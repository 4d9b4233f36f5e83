import type {SearchSection} from '../model/guide/guide.js'

/** The modules of the sections, as numbers: comparing thousands of names would take longer than the search. */
export class ModuleCounts {
  /** Number of the module, by section. */
  readonly of: Uint32Array
  readonly #names: string[]
  readonly #counts: Uint32Array

  constructor(sections: readonly SearchSection[]) {
    this.#names = [...new Set(sections.map(({module}) => module))]
    const numbers = new Map(this.#names.map((name, i) => [name, i]))
    this.of = Uint32Array.from(sections, ({module}) => numbers.get(module)!)
    this.#counts = new Uint32Array(this.#names.length)
  }

  /** By module, whether it is in the list. Undefined when there is no list, and all are. */
  allow(list: readonly string[] | undefined): boolean[] | undefined {
    if (!list) return undefined
    const allowed = new Set(list)
    return this.#names.map(name => allowed.has(name))
  }

  /** How many of the sections each module has, by its id; those that have none are left out. */
  count(sections: Uint32Array): Map<string, number> {
    const found: number[] = []
    for (const section of sections) {
      const module = this.of[section]!
      if (!this.#counts[module]!++) found.push(module)
    }
    return new Map(found.map(module => {
      const count = this.#counts[module]!
      this.#counts[module] = 0
      return [this.#names[module]!, count]
    }))
  }
}
