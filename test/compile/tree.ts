import {plainText, type Block, type Inline, type Node} from '../../components/model/guide/document.js'
import type {Module} from '../../components/model/guide/module.js'

/** Every node of some trees, children after their parents. */
export function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap(node => [
    node,
    ...('children' in node ? nodesOf(node.children) : []),
    ...('fallback' in node ? nodesOf(node.fallback) : []),
  ])
}

/** Every node of a module: pages, questions, answers, feedback. */
export function moduleNodes(module: Module): Node[] {
  const trees: (Block | Inline)[] = module.pages.flatMap(({children}) => children)
  for (const question of module.questions) {
    trees.push(...question.prompt, ...question.body, ...question.hint ?? [], ...question.why ?? [])
    if (question.type === 'choice') {
      for (const {content, feedback} of question.answers) trees.push(...content, ...feedback)
    }
    if (question.type === 'order') for (const {content} of question.items) trees.push(...content)
    if (question.type === 'match') {
      for (const {left, right} of question.pairs) trees.push(...left.content, ...right.content)
    }
    if (question.type === 'rate') trees.push(...question.levels.flat())
  }
  return nodesOf(trees)
}

/** What each node type may have, written down again by hand: a new field is noticed here. */
const FIELDS: Record<Node['type'], string[]> = {
  text: ['value'], emphasis: ['children'], strong: ['children'], inlineCode: ['value'], break: [],
  link: ['url', 'children'], image: ['url', 'alt', 'width', 'height'], setting: ['name', 'fallback'],
  paragraph: ['children'], heading: ['depth', 'id', 'children'], list: ['ordered', 'start', 'children'],
  listItem: ['children'], code: ['value'], thematicBreak: [], blockquote: ['children'], table: ['align', 'children'],
  tableRow: ['children'], tableCell: ['children'], callout: ['kind', 'source', 'children'], activity: ['questions'],
}

/** Why a node may not stand in a tree; empty when all may. */
export function unknownNodes(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node => {
    const known = Object.hasOwn(FIELDS, node.type) ? FIELDS[node.type] : undefined
    if (!known) return [`unknown type ${node.type}`]
    return Object.keys(node).filter(key => key !== 'type' && !known.includes(key)).map(key => `${node.type} has ${key}`)
  })
}

/** Addresses of links and images. */
export function addresses(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node => node.type === 'link' || node.type === 'image' ? [node.url] : [])
}

/** All the words of a module's pages. */
export function words(module: Module): string {
  return plainText(module.pages.flatMap(({children}) => children))
}
