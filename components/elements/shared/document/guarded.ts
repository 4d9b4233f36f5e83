import {html, noChange, type TemplateResult} from 'lit'
import {directive, Directive, type ChildPart} from 'lit/directive.js'
import {setChildPartValue} from 'lit/directive-helpers.js'
import {plainText, type Node} from '../../../model/guide/document.js'
import {leftOutStrings} from '../words/left-out.strings.js'
import {stringsFor} from '../words/strings.js'
import type {RenderContext} from './render-inline.js'

/** Makes templates, and what to show in their place when that fails. */
type Guarded = [draw: () => unknown, failed: (fault: unknown) => unknown]

/**
 * Draws within bounds: what fails is replaced, and all around it stays. Most of what can fail fails only when Lit makes nodes of
 * a template that was made without a fault. So the nodes are made here as well, where a fault can be caught.
 */
class Bounds extends Directive {
  /** For static pages, whose text is made of templates later: see `site/page.ts`. */
  render(draw: Guarded[0], failed: Guarded[1]): unknown {
    try {
      return draw()
    } catch (fault) {
      return failed(fault)
    }
  }

  override update(part: ChildPart, [draw, failed]: Guarded): unknown {
    try {
      setChildPartValue(part, draw(), this)
    } catch (fault) {
      setChildPartValue(part, failed(fault), this)
    }
    return noChange
  }
}

const inBounds = directive(Bounds)

/**
 * A block, or the words of a prompt. What cannot be drawn is left out with a sentence, and whoever looks after the page is told.
 *
 * @param node - what is drawn
 */
export function guarded(node: Node | readonly Node[], draw: () => unknown, context: RenderContext): unknown {
  const failed = (fault: unknown): TemplateResult => {
    tellLeftOut(node, fault, context)
    const say = leftOutWords(context)
    return Array.isArray(node) ? html`<span>${say.leftOut}</span>` : html`<p>${say.leftOut}</p>`
  }
  return (context.guard ?? inBounds)(draw, failed)
}

export function leftOutWords({host}: RenderContext): (typeof leftOutStrings)['en'] {
  return host ? stringsFor(host, leftOutStrings) : leftOutStrings.en
}

/** Elements draw often, and one line in the console is enough. */
const told = new Set<string>()

/** Tells whoever looks after the page what is not on it, and why: once, however often it is drawn. */
export function tellLeftOut(node: Node | readonly Node[], fault: unknown, context: RenderContext): void {
  const {host, where = host && whereIn(host), tell} = context
  const line = `${host ? `<${host.localName}> ` : ''}${nameOf(node)} is left out${where ? ` of ${where}` : ''}, because it cannot be shown: ${String(fault)}`
  if (tell) return tell(line)
  if (told.has(line)) return
  told.add(line)
  console.error(line)
}

function whereIn({module}: HTMLElement & {module?: string}): string {
  return module ? `module "${module}"` : ''
}

/** As in `paragraph "Call the service desk"`. Of what cannot be drawn, no word may be readable either. */
function nameOf(node: Node | readonly Node[]): string {
  const type = Array.isArray(node) ? 'text' : String((node as Partial<Node> | undefined)?.type)
  try {
    return `${type} "${plainText([node].flat()).trim().slice(0, 60)}"`
  } catch {
    return type
  }
}
