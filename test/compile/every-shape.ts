import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'

/**
 * Whole content folders of every shape that an author can write: each kind of text in each kind of block, in each place where
 * text can stand. Every word is another one, so that one can tell which of them got lost.
 */
export interface Written {
  files: SourceFile[]
  /** Each word with the file and the line where it stands. */
  words: Map<string, {file: string; line: number}>
}

const WORD = /\bzq\d+x\b/g

export function wordsIn(text: string): Set<string> {
  return new Set(text.match(WORD))
}

/** A guide with a module, a framework, a canvas and a glossary. @param seed - the same gives the same */
export function everyShape(seed: number): Written {
  const write = new Writer(seed)
  const files = [
    {path: 'guide.yaml', text: `id: shapes\ntitle: ${write.words()}\nlang: en-GB\npublisher: ${write.words()}\n`},
    {path: 'pathways/basics/pathway.md', text: front({
      id: 'basics', title: write.words(), summary: write.words(), audience: '[everyone]', modules: '[one]',
    })},
    {path: 'pathways/basics/one.md', text: write.module()},
    {path: 'frameworks/skills.md', text: write.framework()},
    {path: 'canvas/factors.md', text: write.canvas()},
    {path: 'glossary/terms.md', text: write.glossary()},
  ]
  const words: Written['words'] = new Map()
  for (const {path, text} of files) {
    text.split('\n').forEach((line, i) => {
      for (const word of wordsIn(line)) words.set(word, {file: path, line: i + 1})
    })
  }
  return {files, words}
}

function front(values: Record<string, string>): string {
  return `---\n${Object.entries(values).map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n\n`
}

/** Diagnostics that say at their line that something there is not shown. */
const LOSES = new Set(['not-shown', 'level-of-parts', 'nested-too-deep'])

/** The words that are in none of what people see, and that no diagnostic tells of; each with its place and its line. */
export function lostWords({files, words}: Written, diagnostics: readonly Diagnostic[], found: ReadonlySet<string>): string[] {
  const told = new Set(diagnostics.flatMap(({message}) => [...wordsIn(message)]))
  return [...words].flatMap(([word, {file, line}]) => {
    const lines = files.find(({path}) => path === file)!.text.split('\n')
    const isKnown = found.has(word) || told.has(word)
      || diagnostics.some(each => each.file === file && LOSES.has(each.code) && isAbout(each, line, lines))
    return isKnown ? [] : [`${file}:${line} "${word}": ${lines[line - 1]}`]
  })
}

/** Is a line the one that a diagnostic is about, or does it belong to what begins there and stands in an item of a list? */
function isAbout({line, column, message}: Diagnostic, at: number, lines: readonly string[]): boolean {
  if (at <= line || !message.startsWith('This stands under ')) return at === line
  const indent = Math.max(column - 1, 2)
  return lines.slice(line, at).every(each => !/[^ >]/.test(each) || each.search(/[^ >]/) >= indent)
}

class Writer {
  #state: number
  #count = 0

  constructor(seed: number) {
    this.#state = seed * 2654435761 >>> 0 || 1
  }

  /** A whole number under `below`. */
  under(below: number): number {
    this.#state = Math.imul(this.#state ^ this.#state >>> 15, 0x2c1b3c6d) + 0x9e3779b9 >>> 0
    return ((this.#state ^ this.#state >>> 13) >>> 0) % below
  }

  one<T>(...things: readonly T[]): T {
    return things[this.under(things.length)]!
  }

  /** A new word. */
  word(): string {
    return `zq${this.#count += 1}x`
  }

  words(): string {
    return Array.from({length: 1 + this.under(3)}, () => this.word()).join(' ')
  }

  /** One kind of text. */
  inline(depth = 0): string {
    const inner = (): string => depth < 2 ? this.inline(depth + 1) : this.word()
    return this.one(
      () => this.words(), () => this.words(), () => `*${inner()}*`, () => `**${inner()}**`, () => `\`${this.words()}\``,
      () => `[${inner()}](https://example.org/a)`, () => `[${inner()}](https://example.org/a "${this.words()}")`,
      () => `![${this.words()}](https://example.org/a.png)`, () => `![${this.words()}](https://example.org/a.png '${this.words()}')`,
      () => `[![${this.words()}](https://example.org/a.png)](https://example.org/a)`,
      () => `![${inner()}](https://[bad)`, () => `![${this.words()}](javascript:1)`,
      () => `{{it_desk | ${inner()}}}`, () => `{{other_desk | ${this.words()}}}`, () => `[[${this.word()} | ${this.word()}]]`,
      () => `[${this.words()}][used]`, () => `[${this.words()}][nowhere]`, () => `![${this.words()}][used]`, () => `[^${this.word()}]`,
      () => `<https://example.org/a>`, () => `<b>${inner()}</b>`, () => `<${this.word()}>`, () => `\\*${this.word()}\\*`,
      () => `[${this.words()}](module:nowhere)`, () => `[${this.words()}](glossary:term-1)`, () => `[${this.words()}](javascript:1)`,
      () => `[${this.words()}](two words)`, () => `[](https://example.org/a)`, () => `[${this.words()}]()`,
      () => `${this.word()} <!-- note --> ${this.word()}`, () => `&amp;${this.word()}&#38;`, () => `~~${this.word()}~~`,
      () => `![see [[${this.word()}]] and {{it_desk | ${this.word()}}}](https://example.org/a.png)`,
    )()
  }

  line(): string {
    return Array.from({length: 1 + this.under(3)}, () => this.inline()).join(this.one(' ', ', ', ' - '))
  }

  paragraph(): string {
    return Array.from({length: 1 + this.under(3)}, () => this.line()).join(this.one('\n', '  \n', '\\\n'))
  }

  /** One block, or several. */
  block(depth = 0): string {
    const inner = (): string => depth < 2 ? this.blocks(depth + 1) : this.paragraph()
    const items = (mark: string): string => Array.from({length: 1 + this.under(3)}, () =>
      mark + indented(inner(), mark.length)).join('\n')
    const row = (): string => `| ${Array.from({length: this.one(2, 2, 2, 1, 3, 4)}, () => this.cell()).join(' | ')} |`
    return this.one(
      () => this.paragraph(), () => this.paragraph(), () => items('- '), () => items('1. '), () => items(`${this.under(90) + 2}) `),
      () => quoted(inner()), () => quoted(`**${this.one('Warning', 'Example', 'Local', 'Warnin', 'Hint', this.word())}:** ${inner()}`),
      () => `${quoted(`**Voice:** ${this.words()}`)}\n<!-- source: A nurse · consent: yes -->`,
      () => `\`\`\`\n${this.words()}\n\`\`\``, () => `\`\`\`${this.word()}\n${this.words()}\n\`\`\``,
      () => `~~~ js ${this.words()}\n${this.words()}\n~~~`, () => `    ${this.words()}\n    ${this.words()}`,
      () => `| ${this.cell()} | ${this.cell()} |\n|---|:-:|\n${Array.from({length: 1 + this.under(3)}, row).join('\n')}`,
      () => `${this.words()} | ${this.words()}\n--- | ---\n${this.words()}`,
      () => '---', () => `[${this.word()}]: https://example.org/a`,
      () => `[${this.words()}]: ${this.word()} "${this.words()}"`, () => `[used]: https://example.org/used`,
      () => `[^${this.word()}]: ${this.word()}`, () => `[^${this.word()}]: ${this.paragraph()}`,
      () => `- [ ] ${this.line()}\n- [x] ${this.line()}\n  > ${this.line()}`, () => `<div>\n${this.words()}\n</div>`,
      () => `${this.words()}\n${this.one('---', '===')}`, () => `<!-- a note -->\n${this.paragraph()}`,
      () => `- ${this.line()}\n${this.line()}`, () => `> ${this.line()}\n${this.line()}`,
    )()
  }

  cell(): string {
    return this.one(() => this.words(), () => this.words(), () => `**${this.word()}**`, () => `\`${this.word()}\``,
      () => `{{it_desk \\| ${this.word()}}}`, () => `[${this.word()}](https://example.org "${this.word()}")`, () => '')()
  }

  blocks(depth = 0): string {
    return Array.from({length: 1 + this.under(2)}, () => this.block(depth)).join('\n\n')
  }

  smallHeading(): string {
    return `${this.one('###', '####', '#####')} ${this.one(() => this.words(), () => this.line(), () => `${this.word()}: ${this.words()}`)()}`
  }

  /** Blocks under headings. */
  prose(): string {
    return Array.from({length: 1 + this.under(4)}, () => this.under(4) ? this.block() : this.smallHeading()).join('\n\n')
  }

  id(): string {
    return `id-${this.#count += 1}`
  }

  question(): string {
    const heading = (prefix: string): string => `### ${prefix}: ${this.one(() => this.words(), () => this.line())()}\n<!-- id: ${this.id()} -->\n\n`
    const hint = this.under(2) ? `${quoted(`**Hint:** ${this.under(2) ? this.words() : this.blocks(1)}`)}\n\n` : ''
    const why = this.under(2) ? `\n\n**Why:** ${this.words()}\n\n${this.under(2) ? this.block(1) : ''}` : ''
    const body = this.under(2) ? `${this.block(1)}\n\n` : ''
    const steps = (count: number): string => Array.from({length: count}, (_, i) =>
      `${i + 1}. ${this.under(6) ? this.line() : indented(this.blocks(1), 3)}${this.under(5) ? '' : `\n\n   ${this.words()}`}`).join('\n')
    return this.one(
      () => heading(this.one('Question', 'Must know', 'Scenario', 'Quesion')) + body + hint
        + Array.from({length: 2 + this.under(2)}, (_, i) => `- [${i ? ' ' : 'x'}] ${this.under(8) ? this.line() : indented(this.block(1), 2)}${
          this.under(3) ? `\n  > ${indented(this.under(2) ? this.line() : quotedLater(this.blocks(1)), 2)}` : ''}`).join('\n') + why,
      () => heading('Put in order') + body + hint + steps(2 + this.under(2)) + why,
      () => `${heading('Match')}${this.under(2) ? `${this.paragraph()}\n\n` : ''}${hint}| Left | Right |\n|---|---|\n${Array.from({length: 2 + this.under(2)}, () =>
        `| ${this.words()} | ${this.words()} |${this.under(4) ? '' : ` ${this.words()} |`}`).join('\n')}${why}`,
      () => `${heading('Fill in')}${body}${hint}${this.line()} [[${this.word()}]] ${this.line()}${why}`,
      () => `### Fill in: ${this.words()} [[${this.word()} | ${this.word()}]] ${this.words()}\n<!-- id: ${this.id()} -->\n\n${
        this.under(2) ? `${this.words()} [[${this.word()}]]` : ''}${why}`,
      () => `${heading('Do')}${body}${hint}${why}`,
      () => `${heading('Reflect')}${body}${hint}${why}`,
      () => `${heading('Rate').replace(' -->', ' · domain: D1 -->')}${body}${hint}${steps(this.one(5, 5, 6))}${why}`,
    )()
  }

  module(): string {
    const title = this.words()
    const about = front({
      id: 'one', title, pathway: 'basics', domains: '[D1]', stage: '1', audience: '[everyone]', minutes: '5', show: '1',
      outcomes: `[${this.words()}, ${this.words()}]`, publisher: this.words(), author: this.words(),
      sources: `\n  - title: ${this.words()}\n    year: 2026`, reviewers: `\n  - role: ${this.words()}\n    date: 2026-01-01`,
      last_reviewed: '2026-01-01', next_review: '2029-01-01',
    })
    const top = this.one(`# ${title}`, `# ${this.words()}`, `# ${title}\n\n${this.prose()}`, this.prose(), `# ${title}\n\n# ${this.words()}`)
    const page = (): string => `## ${this.one(() => this.words(), () => this.line(), () => `Scenario: ${this.words()}`)()}\n\n${
      this.one(() => this.prose(), () => this.question(), () => `${this.prose()}\n\n${this.question()}\n\n---\n\n${this.prose()}`)()}`
    return `${about}${top}\n\n${Array.from({length: this.under(4)}, page).join('\n\n')}\n`
  }

  framework(): string {
    const about = front({
      id: 'skills', title: this.words(), publisher: this.words(), note: this.words(), last_reviewed: '2026-01-01', next_review: '2029-01-01',
      sources: `\n  - title: ${this.words()}`,
    })
    const statement = (): string => `### Rate: ${this.line()}\n<!-- id: ${this.id()} -->\n\n${this.under(2) ? `${this.block(1)}\n\n` : ''}${
      this.under(2) ? '' : `${quoted(`**Hint:** ${this.words()}`)}\n\n`}${Array.from({length: this.one(5, 5, 6)}, (_, i) =>
      `${i + 1}. ${this.line()}`).join('\n')}${this.under(3) ? '' : `\n\n**Why:** ${this.words()}`}`
    return `${about}## Domain: ${this.words()}\n<!-- id: D1 · short: Short -->\n\n${this.prose()}\n\n${statement()}\n\n${statement()}\n`
  }

  canvas(): string {
    const about = front({
      id: 'factors', title: this.words(), publisher: this.words(), basis: this.words(), last_reviewed: '2026-01-01', next_review: '2029-01-01',
      sources: `\n  - title: ${this.words()}`,
    })
    const factor = (): string => `## Factor: ${this.words()}\n<!-- id: ${this.id()} -->\n\n${this.under(2) ? `${this.prose()}\n\n` : ''}${
      Array.from({length: this.one(4, 4, 4, 5)}, (_, i) => `${i + 1}. **${this.word()}.** ${this.line()}${
        this.under(6) ? '' : `\n\n   ${this.words()}`}`).join('\n')}\n\n**Ask:** ${this.line()}${this.under(2) ? '' : `\n\n${this.block(1)}`}`
    return `${about}${factor()}\n\n${factor()}\n`
  }

  glossary(): string {
    const term = (i: number): string => `## ${this.words()}\n<!-- id: term-${i} -->\n\n${this.blocks()}`
    return `${[1, 2, 3].map(term).join('\n\n')}\n`
  }
}

function indented(text: string, width: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(width)}`)
}

function quoted(text: string): string {
  return text.split('\n').map(line => `> ${line}`).join('\n')
}

/** As more lines of a quote that has begun. */
function quotedLater(text: string): string {
  return text.replaceAll('\n', '\n> ')
}
