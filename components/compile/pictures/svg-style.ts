import type {Problems} from './problems.js'
import {PRESENTATION, STYLE_ONLY, WITHOUT_LOOK} from './svg-names.js'
import {COMMENTS, safeValue} from './svg-values.js'
import type {SvgNode} from './svg-xml.js'

/** One property, as a rule or a `style` attribute sets it. */
interface Declaration { property: string; value: string; important: boolean }

interface Rule {
  selector: Selector
  declarations: Declaration[]
  /** Its place among all rules. */
  order: number
}

/** Such as `rect.a#b`. An empty element stands for any. */
interface Selector { element: string; ids: string[]; classes: string[] }

/** An element is compared with each rule of its classes. Drawings have thousands of classes, and few rules for each. */
const MAX_RULES_OF_ONE = 50

const ADVICE = 'Export it with "Presentation attributes" for its styles, as plain SVG, or save it as PNG.'

/** The style sheets of a drawing. Its elements get what the rules say, so that the drawing needs none. */
export class Styles {
  /** By a class or an id that an element must have, or by its name, or by `*`. */
  readonly #rules = new Map<string, Rule[]>()
  readonly #known = new Map<string, Declaration[]>()
  #order = 0

  constructor(root: SvgNode, private readonly problems: Problems) {
    this.#collect(root)
  }

  /** What CSS sets on an element: by property, the last that wins. */
  of(element: SvgNode): Map<string, string> {
    const has = (wanted: string): string => element.attributes.find(({space, name}) => space === 'none' && name === wanted)?.value ?? ''
    const all = [...this.#ruled(element.name, has('class'), has('id')), ...this.#declarations(has('style'), element.at)]
    const winning = [...all.filter(({important}) => !important), ...all.filter(({important}) => important)]
    return new Map(winning.map(({property, value}) => [property, value]))
  }

  /** What the rules say of such an element, the strongest last. Many elements of a drawing are alike. */
  #ruled(name: string, written: string, id: string): Declaration[] {
    const known = this.#known.get(`${name} #${id} .${written}`)
    if (known) return known
    const classes = written.split(/\s+/)
    const keys = new Set(['*', name, ...classes.map(each => `.${each}`), `#${id}`])
    const matching = [...keys].flatMap(key => this.#rules.get(key) ?? []).filter(({selector}) =>
      (!selector.element || selector.element === name)
      && selector.ids.every(wanted => wanted === id) && selector.classes.every(wanted => classes.includes(wanted)))
    matching.sort((a, b) => a.selector.ids.length - b.selector.ids.length || a.selector.classes.length - b.selector.classes.length
      || Number(!!a.selector.element) - Number(!!b.selector.element) || a.order - b.order)
    const found = matching.flatMap(({declarations}) => declarations)
    this.#known.set(`${name} #${id} .${written}`, found)
    return found
  }

  /** Browsers take a style sheet wherever it stands, also in what they do not draw. */
  #collect(node: SvgNode): void {
    if (node.space === 'svg' && node.name === 'style') this.#read(node)
    for (const child of node.children) if (typeof child !== 'string') this.#collect(child)
  }

  #read({attributes, children, at}: SvgNode): void {
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
      if (!selector) {
        this.#refuse(at, `the selector "${each.slice(0, 60)}" in its style sheet`)
        continue
      }
      const [id] = selector.ids
      const [name] = selector.classes
      const key = id ? `#${id}` : name ? `.${name}` : selector.element || '*'
      const rules = this.#rules.get(key) ?? []
      this.#rules.set(key, rules)
      if (rules.length < MAX_RULES_OF_ONE) rules.push({selector, declarations, order: this.#order++})
      else this.#refuse(at, `more than ${MAX_RULES_OF_ONE} rules for "${key}"`)
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
        return {property, value: safe, important: !!important}
      })
    })
  }

  #refuse(at: number, what: string): void {
    this.problems.add(at, `This drawing has ${what}, which can change how it looks, or fetch something.`, ADVICE)
  }
}

function selectorOf(text: string): Selector | undefined {
  const [, element, rest = ''] = /^(\*|[\w-]+)?((?:[.#][\p{L}\p{N}_-]+)*)$/u.exec(text) ?? []
  if (!text || (!element && !rest)) return undefined
  const parts = rest.match(/[.#][^.#]+/g) ?? []
  const of = (sign: string): string[] => parts.filter(part => part.startsWith(sign)).map(part => part.slice(1))
  return {element: element === '*' ? '' : element ?? '', ids: of('#'), classes: of('.')}
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
