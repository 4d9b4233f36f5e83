import type {Slip, WrittenElement} from './written.js'

const CURLY = '“”„‟‘’‚‛«»″′'
const HAS_CURLY = new RegExp(`[${CURLY}]`)
const CURLY_END = new RegExp(`[${CURLY}](?=\\s*/?>|\\s+[\\w-]+=)`)
const BEFORE_CURLY = new RegExp(`^[^"<>${CURLY}]*`)
const CURLY_ESCAPED = /^&(?:[lr][sd]quo|[sb]dquo|[lr]aquo);/i
const STRAIGHT_ESCAPED = /^&(?:quot|apos|#34|#39);/i
const LAST_ESCAPED = /&(?:quot|apos|#34|#39|[lr][sd]quo|[lr]aquo);$/i
const LAST_SIGNS = new RegExp(`["'${CURLY}]+$`)
/** Spaces that HTML takes for letters, as they are and as editors escape them. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|&nbsp;|&#160;|&#xa0;/iy
/** What the name of a tag, the name of an attribute, and a value without quote marks go on with, but for an ampersand. */
const TAG_NAME = /[^\t\n\f\r />&\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/y
const NAME = /[^\t\n\f\r />=&\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/y
const VALUE = /[^\t\n\f\r >&\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/y
const SPACE = /[\t\n\f\r ]*/y
/** Characters that nobody sees, and that HTML takes for letters too. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const LONGEST_SOURCE = 160
/** How far a value without a closing sign is looked through. No address of a guide is as long. */
const LONGEST_VALUE = 2000

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' '}

export interface ReadTag {
  element: WrittenElement & {slips: Slip[]}
  /** Offset behind it. */
  end: number
  isSelfClosed: boolean
}

/** Reads one tag as HTML's tokenizer does, and where that goes astray, what was meant. @param from - offset of its `<` or `</` */
export function readTag(html: string, from: number): ReadTag {
  return new TagReader(html, from).read()
}

class TagReader {
  readonly #html: string
  readonly #from: number
  readonly #slips: Slip[] = []
  #at: number

  constructor(html: string, from: number) {
    this.#html = html
    this.#from = from
    this.#at = from + (html[from + 1] === '/' ? 2 : 1)
  }

  read(): ReadTag {
    const html = this.#html
    const attributes = new Map<string, string>()
    const tag = this.#word(TAG_NAME).toLowerCase()
    let isSelfClosed = false
    for (this.#space(); this.#at < html.length && html[this.#at] !== '>'; this.#space()) {
      isSelfClosed = html[this.#at] === '/'
      if (isSelfClosed) this.#at += 1
      else this.#attribute(attributes)
    }
    const end = Math.min(this.#at + 1, html.length)
    const source = html.slice(this.#from, Math.min(end, this.#from + LONGEST_SOURCE)) + (end > this.#from + LONGEST_SOURCE ? '…' : '')
    return {element: {tag, attributes, slips: this.#slips, source}, end, isSelfClosed}
  }

  #attribute(attributes: Map<string, string>): void {
    // A name may begin with an equals sign, and nowhere else have one.
    const first = this.#html[this.#at] === '=' ? this.#html[this.#at++]! : ''
    const name = first + this.#word(NAME).toLowerCase()
    this.#space()
    let value = ''
    if (this.#html[this.#at] === '=') {
      this.#at += 1
      this.#space()
      value = decoded(this.#value())
    }
    if (/["'<]/.test(name)) this.#say('lost-quote')
    else if (hasCurly(name)) this.#say('curly-quotes')
    else if (attributes.has(name)) this.#say('twice', name)
    else attributes.set(name, value)
  }

  #value(): string {
    const sign = this.#html[this.#at] ?? ''
    if (sign === '"' || sign === '\'') return this.#quoted(sign)
    if (sign && CURLY.includes(sign)) return this.#curly()
    const word = this.#word(VALUE)
    if (hasCurly(word) || CURLY_ESCAPED.test(word)) this.#say('curly-quotes')
    else if (STRAIGHT_ESCAPED.test(word) || /["']$/.test(word)) this.#say('lost-quote')
    return word.replace(CURLY_ESCAPED, '').replace(STRAIGHT_ESCAPED, '').replace(LAST_ESCAPED, '').replace(LAST_SIGNS, '')
  }

  #quoted(sign: string): string {
    const start = this.#at + 1
    const close = this.#html.indexOf(sign, start)
    const value = this.#html.slice(start, close < 0 ? undefined : close)
    const curly = CURLY_END.exec(value.slice(0, LONGEST_VALUE))
    if (curly) {
      this.#say('curly-quotes')
      this.#at = start + curly.index + 1
      return value.slice(0, curly.index)
    }
    // Without its closing sign a value goes on to the opening sign of another.
    if (close < 0 || /\s[\w-]+=$/.test(value.slice(-LONGEST_VALUE))) {
      this.#say('lost-quote')
      const [word] = /^[^\s<>]*/.exec(value.slice(0, LONGEST_VALUE))!
      this.#at = start + word.length
      return word
    }
    this.#at = close + 1
    return value
  }

  #curly(): string {
    this.#say('curly-quotes')
    const rest = this.#html.slice(this.#at + 1, this.#at + LONGEST_VALUE)
    const [value] = BEFORE_CURLY.exec(rest)!
    this.#at += 1 + value.length
    if (`"${CURLY}`.includes(rest[value.length] ?? '>')) this.#at += 1
    return value
  }

  /** @param run - as much as certainly belongs to it, sticky */
  #word(run: RegExp): string {
    const start = this.#at
    do {
      run.lastIndex = this.#at
      this.#at += run.exec(this.#html)![0].length
      // An ampersand belongs to it, unless a space is escaped so.
    } while (this.#html[this.#at] === '&' && !this.#oddSpace() && ++this.#at)
    const word = this.#html.slice(start, this.#at)
    const seen = word.replace(UNSEEN, '')
    if (seen !== word) this.#say('odd-space')
    return seen
  }

  #space(): void {
    for (let odd: number; ; this.#at += odd) {
      SPACE.lastIndex = this.#at
      this.#at += SPACE.exec(this.#html)![0].length
      odd = this.#oddSpace()
      if (!odd) return
      this.#say('odd-space')
    }
  }

  /** Length of the odd space that stands here; 0 when there is none. */
  #oddSpace(): number {
    const sign = this.#html[this.#at]
    if (sign === undefined || (sign !== '&' && sign < '\u00a0')) return 0
    ODD_SPACE.lastIndex = this.#at
    return ODD_SPACE.exec(this.#html)?.[0].length ?? 0
  }

  #say(code: Slip['code'], name?: string): void {
    if (!this.#slips.some(slip => slip.code === code)) this.#slips.push({code, ...name === undefined ? {} : {name}})
  }
}

function hasCurly(text: string): boolean {
  return HAS_CURLY.test(text)
}

/** Text as it is meant: signs that HTML escapes. Names of signs that no address has stay as they are. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    const point = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined
    if (point !== undefined) return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all
    return ENTITIES[name!.toLowerCase()] ?? all
  })
}
