import type {Prose} from '../page/prose.js'
import type {Finding, StyleRule} from '../page/rule.js'

export const steps: StyleRule = {
  id: 'C14', title: 'Numbered items are steps: a capital and a full stop', severity: 'warning',
  check: ({page}) => page.lists
    .filter(({ordered, role, isShown}) => ordered && role !== 'order' && role !== 'answers' && !isShown)
    .flatMap(({items}) => items.flatMap(({words}) => words[0] ? step(words[0], words.at(-1)!) : [])),
}

function step(first: Prose, last: Prose): Finding[] {
  const text = last.text.trimEnd()
  const isSmall = /^\p{Ll}/u.test(first.text) && !/^i(?:Pad|Phone)/.test(first.text)
  const isOpen = !/[.?!:][")'\]]*$/.test(text)
  if (!isSmall && !isOpen) return []
  const faults = [...isSmall ? ['begins with a small letter'] : [], ...isOpen ? ['does not end with a full stop'] : []]
  const isPlain = /[\p{L}\p{N}]$/u.test(text) && !last.marks.some(({to}) => to >= text.length)
  return [{
    at: first.offset(0), message: `This step ${faults.join(' and ')}.`,
    advice: 'Write each step as a sentence. If the order does not matter, use "-" and not numbers.',
    fix: isOpen && !isSmall && isPlain ? last.replacing(text.length, text.length, '.') : undefined,
  }]
}
