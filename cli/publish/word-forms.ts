/** One way to make a form of a stem, such as: if the stem ends in `e`, take `e` off and put `ing` on. */
interface Affix { code: string; off: string; on: string; stem: RegExp; combines: boolean }

/**
 * The words of a Hunspell dictionary. A word is looked up by taking its ending and beginning off. (nspell makes a list of all
 * forms of all words first, which takes a good part of the time of a check.) It reads all that the English dictionaries use of
 * the format except compounds, which in English are only numbers such as 21st.
 */
export class WordForms {
  /** By stem: the codes of the affixes it takes, one text for each line that the stem has in the dictionary. */
  readonly #stems = new Map<string, string[]>()
  readonly #prefixes: Affix[] = []
  readonly #suffixes: Affix[] = []

  /**
   * @param aff - the affixes; lines such as `SFX G Y 2` and `SFX G e ing e`
   * @param dic - the first line says how many stems there are; then one stem a line, such as `write/RSG`
   */
  constructor(aff: string, dic: string) {
    this.#readAffixes(aff)
    const partOnly = /^ONLYINCOMPOUND (\S)/m.exec(aff)?.[1]
    for (const line of dic.split('\n').slice(1)) {
      const [stem = '', codes = ''] = line.trim().split('/')
      if (!stem || (partOnly && codes.includes(partOnly))) continue
      const known = this.#stems.get(stem)
      if (known) known.push(codes)
      else this.#stems.set(stem, [codes])
    }
  }

  has(word: string): boolean {
    return this.#isForm(word) || (/\p{Lu}/u.test(word) && this.#isForm(word.toLowerCase()))
  }

  #isForm(word: string): boolean {
    if (this.#takes(word, '')) return true
    for (const suffix of this.#suffixes) {
      const stem = withoutSuffix(word, suffix)
      if (stem !== undefined && this.#takes(stem, suffix.code)) return true
    }
    return this.#prefixes.some(prefix => (
      word.startsWith(prefix.on) && this.#isPrefixed(word.slice(prefix.on.length), prefix)))
  }

  #isPrefixed(rest: string, {code, combines}: Affix): boolean {
    if (this.#takes(rest, code)) return true
    return combines && this.#suffixes.some(suffix => {
      const stem = suffix.combines ? withoutSuffix(rest, suffix) : undefined
      return stem !== undefined && this.#takes(stem, code, suffix.code)
    })
  }

  /** True when there is such a stem, and one of its lines has all of these codes. */
  #takes(stem: string, ...wanted: string[]): boolean {
    return this.#stems.get(stem)?.some(codes => wanted.every(code => codes.includes(code))) ?? false
  }

  #readAffixes(aff: string): void {
    let combines = false
    for (const line of aff.split('\n')) {
      const [kind, code = '', off = '', on = '', stem] = line.trim().split(/\s+/)
      if (kind !== 'SFX' && kind !== 'PFX') continue
      // The first line of a group has four parts and says how many lines follow. All others have five.
      if (stem === undefined) combines = off === 'Y'
      else {
        const affix = {code, off: off === '0' ? '' : off, on, stem: new RegExp(`${stem}$`), combines}
        if (kind === 'SFX') this.#suffixes.push(affix)
        else this.#prefixes.push(affix)
      }
    }
  }
}

function withoutSuffix(word: string, {on, off, stem}: Affix): string | undefined {
  if (!word.endsWith(on)) return undefined
  const rest = word.slice(0, word.length - on.length) + off
  return stem.test(rest) ? rest : undefined
}
