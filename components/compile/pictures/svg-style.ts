import type {Report} from '../source/report.js'
import {NEED_UNIT, PRESENTATION, STYLE_ONLY, WITHOUT_LOOK} from './svg-names.js'
import {COMMENTS, safeValue} from './svg-values.js'
import type {Node} from './svg-xml.js'

/** One property, as a rule or a `style` attribute sets it. */
interface Declaration { property: string; value: string; important: boolean }

interface Rule {
  selector: Selector
  declarations: Declaration[]
}

/** Such as `rect.a#b`. An empty element stands for any. */
interface Selector { element: string; id: string[]; classes: string[] }

/** Each element is compared with each of them. */
const MAX_RULES = 1_000

const ADVICE = 'Export it with "Presentation attributes" for its styles, as plain SVG, or save it as PNG.'

/** The style sheets of a drawing. Its elements get what the rules say, so that the drawing needs none. */
export class Styles {
  readonly #rules: Rule[] = []

  constructor(root: Node, private readonly report: Report) {
    this.#collect(root)
  }

  /** What CSS sets on an element: by property, the last that wins. */
  of(element: Node): Map<string, string> {
    const has = (wanted: string): string => element.attributes.find(({space, name}) => space === 'none' && name === wanted)?.value ?? ''
    const classes = has('class').split(/\s+/)
    const matching = this.#rules.filter(({selector}) => (!selector.element || selector.element === element.name)
      && selector.id.every(id => id === has('id')) && selector.classes.every(name => classes.includes(name)))
    // Sorting keeps the order of equals, which is that of the file.
    matching.sort((a, b) => a.selector.id.length - b.selector.id.length
      || a.selector.classes.length - b.selector.classes.length || Number(!!a.selector.element) - Number(!!b.selector.element))
    const all = [...matching.flatMap(({declarations}) => declarations), ...this.#declarations(has('style'), element.at)]
    const winning = [...all.filter(({important}) => !important), ...all.filter(({important}) => important)]
    return new Map(winning.map(({property, value}) => [property, value]))
  }

  /** Browsers take a style sheet wherever it stands, also in what they do not draw. */
  #collect(node: Node): void {
    if (node.space === 'svg' && node.name === 'style') this.#read(node)
    for (const child of node.children) if (typeof child !== 'string') this.#collect(child)
  }

  #read({attributes, children, at}: Node): void {
    const value = (wanted: string): string => attributes.find(({space, name}) => space === 'none' && name === wanted)?.value ?? ''
    if (!['', 'text/css'].includes(value('type').toLowerCase())) return
    if (!/^(?:|all|screen)$/i.test(value('media').trim()) || value('title')) {
      this.#refuse(at, 'a style sheet that only some readers see')
      return
    }
    const text = children.filter(child => typeof child === 'string').join('').replace(COMMENTS, ' ')
    const [atRule] = /@[\w-]+/.exec(text) ?? []
    if (atRule) this.#refuse(at, `${atRule} in its style sheet`)
    else if (text.includes('\\')) this.#refuse(at, 'a backslash in its style sheet')
    else {
      const rules = text.split('}')
      const rest = rules.pop()!
      if (rest.trim() || rules.some(rule => rule.split('{').length !== 2)) this.#refuse(at, 'a style sheet that is not closed')
      else for (const rule of rules) this.#rule(rule, at)
    }
  }

  #rule(text: string, at: number): void {
    const [selectors = '', body = ''] = text.split('{')
    const declarations = this.#declarations(body, at)
    for (const each of selectors.split(',').map(written => written.trim())) {
      const selector = selectorOf(each)
      if (!selector) this.#refuse(at, `the selector "${each.slice(0, 60)}" in its style sheet`)
      else if (this.#rules.push({selector, declarations}) === MAX_RULES) this.#refuse(at, `more than ${MAX_RULES} rules for styles`)
    }
  }

  #declarations(text: string, at: number): Declaration[] {
    const pieces = text.replace(COMMENTS, ' ').match(/(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;"'()])+|[^;]/g) ?? []
    return pieces.filter(piece => piece.trim()).flatMap(piece => {
      const [, name, value = '', important] = /^\s*([\w-]+)\s*:([\s\S]*?)(!\s*important\s*)?$/i.exec(piece) ?? []
      if (!name) {
        this.#refuse(at, `"${piece.trim().slice(0, 60)}" in a style`)
        return []
      }
      return longhands(name.toLowerCase(), value.trim()).flatMap(([property, part]) => {
        if (WITHOUT_LOOK.has(property) || /^-inkscape-|^mso-|^--/.test(property)) return []
        const safe = PRESENTATION.has(property) || STYLE_ONLY.has(property) ? safeValue(property, part) : undefined
        if (safe === undefined) {
          this.#refuse(at, `"${piece.trim().slice(0, 60)}" in a style`)
          return []
        }
        if (NEED_UNIT.has(property) && /^[-+\d.e]+$/i.test(safe) && Number(safe) !== 0) return []
        return {property, value: safe, important: !!important}
      })
    })
  }

  #refuse(at: number, what: string): void {
    this.report.error('drawing-part', at, `This drawing has ${what}, which can change how it looks, or fetch something.`, ADVICE)
  }
}

function selectorOf(text: string): Selector | undefined {
  const [, element, rest = ''] = /^(\*|[\w-]+)?((?:[.#][\p{L}\p{N}_-]+)*)$/u.exec(text) ?? []
  if (!text || (!element && !rest)) return undefined
  const parts = rest.match(/[.#][^.#]+/g) ?? []
  const of = (sign: string): string[] => parts.filter(part => part.startsWith(sign)).map(part => part.slice(1))
  return {element: element === '*' ? '' : element ?? '', id: of('#'), classes: of('.')}
}

/** Takes short forms apart into the properties that attributes can set. */
function longhands(name: string, value: string): [property: string, value: string][] {
  if (name === 'marker') return ['marker-start', 'marker-mid', 'marker-end'].map(property => [property, value])
  if (name !== 'font') return [[name, value]]
  const [, before = '', size, family] = /^((?:(?:normal|italic|oblique|small-caps|bold|bolder|lighter|\d00)\s+)*)([\d.]+(?:px|pt|em|rem|%|mm|cm|in|pc))(?:\s*\/\s*[\w.%]+)?\s+(\S[\s\S]*)$/i.exec(value) ?? []
  if (!size || !family) return [[name, value]]
  const first = (pattern: RegExp): string => pattern.exec(before)?.[0] ?? 'normal'
  return [
    ['font-style', first(/italic|oblique/i)], ['font-variant', first(/small-caps/i)], ['font-weight', first(/bolder|bold|lighter|\d00/i)],
    ['font-stretch', 'normal'], ['font-size', size], ['font-family', family],
  ]
}
