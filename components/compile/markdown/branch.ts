import type {Token} from 'markdown-it'

/** A block and what stands in it: flat tokens as a tree. Lines are 0-based, `end` is one past the last. */
export interface Branch {
  type: string
  token: Token
  line: number
  end: number
  /** Its words stand at or after this column of its first line. Known of table cells, 0 for others. */
  column: number
  children: Branch[]
}

/** Token types without their `_open`: `paragraph`, `bullet_list`, `comment`, `inline` … */
export function branches(tokens: readonly Token[]): Branch[] {
  const root: Branch[] = []
  const open: Branch[] = []
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop()
      continue
    }
    const parent = open.at(-1)
    const [line, end] = token.map ?? [parent?.line ?? 0, parent?.end ?? 1]
    const branch: Branch = {type: token.type.replace(/_open$/, ''), token, line, end, column: 0, children: []}
    const siblings = parent?.children ?? root
    siblings.push(branch)
    if (token.nesting > 0) open.push(branch)
  }
  return root
}

/** The inline token of a paragraph, heading or table cell. */
export function inlineOf(branch: Branch): Branch | undefined {
  return branch.type === 'inline' ? branch : branch.children.find(({type}) => type === 'inline')
}

export function isList(branch: Branch): boolean {
  return branch.type === 'bullet_list' || branch.type === 'ordered_list'
}
