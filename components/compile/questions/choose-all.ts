import type {Block, Inline} from '../../model/guide/document.js'
import type {ChoiceQuestion} from '../../model/guide/question.js'
import {trimmed} from '../markdown/inline.js'
import {withoutAskingForAll} from '../markdown/prefixes.js'

/**
 * A question without "Choose all that apply." at the end of its prompt or of the text under it: whoever shows it says
 * so, in the reader's own language. A prompt that says nothing else is left as it is.
 */
export function withoutChooseAll<Q extends ChoiceQuestion>(question: Q): Q {
  const prompt = withoutClosing(question.prompt)
  return {...question, prompt: prompt.length ? prompt : question.prompt, body: bodyWithout(question.body)}
}

function bodyWithout(body: Block[]): Block[] {
  const last = body.at(-1)
  if (last?.type !== 'paragraph') return body
  const children = withoutClosing(last.children)
  return [...body.slice(0, -1), ...(children.length ? [{...last, children}] : [])]
}

/** Looks at the last words only, in emphasis or not. */
function withoutClosing(nodes: Inline[]): Inline[] {
  const last = nodes.at(-1)
  const before = nodes.slice(0, -1)
  if (last?.type === 'text') {
    const value = withoutAskingForAll(last.value)
    return value === last.value ? nodes : trimmed([...before, {type: 'text', value}])
  }
  if (last?.type !== 'emphasis' && last?.type !== 'strong') return nodes
  const children = withoutClosing(last.children)
  if (children === last.children) return nodes
  return trimmed(children.length ? [...before, {...last, children}] : before)
}
