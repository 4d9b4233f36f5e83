import {plainText, type Block} from './document.js'

/**
 * The text of blocks as lines that are never run together: one for each paragraph, item of a list and row of a table. White space
 * in a line is single spaces.
 */
export function textLines(nodes: readonly Block[]): string[] {
  return nodes.flatMap((node): string[] => {
    switch (node.type) {
      case 'list': return node.children.flatMap(({children}) => textLines(children))
      case 'blockquote': case 'callout': return textLines(node.children)
      case 'table': return node.children.map(({children}) => rowText(children.map(cell => plainText([cell]))))
      default: return [plainText([node])]
    }
  }).map(line => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

/** A row as it would be said: what it is about, and then its other cells, each with an end. */
function rowText(cells: readonly string[]): string {
  const said = cells.map(cell => cell.trim()).filter(Boolean)
  return said.map((cell, i) => i === said.length - 1 || /[.:;!?]$/.test(cell) ? cell : cell + (i ? ';' : ':')).join(' ')
}
