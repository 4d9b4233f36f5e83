import type {StyleRule} from '../page/rule.js'

export const linkFullStop: StyleRule = {
  id: 'C12', title: 'The full stop stands after the link, not in it', severity: 'warning',
  check: ({page}) => page.prose.flatMap(prose => prose.marks.flatMap(mark => {
    const text = prose.text.slice(mark.from, mark.to)
    if (mark.type !== 'link' || !/[\p{L}\p{N})]\.$/u.test(text) || /\b(?:etc|Ltd|\p{L})\.$/u.test(text)) return []
    const at = prose.offset(mark.to - 1)
    const address = page.source.text.slice(at + 1, mark.end)
    const isPlain = address.startsWith('](') && address.endsWith(')')
    const stop = /^\s*[.,;]/.test(prose.text.slice(mark.to)) ? '' : '.'
    return [{
      at, message: 'The full stop is part of this link.', advice: 'Write it after the closing bracket.',
      fix: isPlain ? {start: at, end: mark.end, text: address + stop} : undefined,
    }]
  })),
}
