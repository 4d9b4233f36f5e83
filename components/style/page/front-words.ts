import type {YamlMap, YamlValue} from '../../compile/yaml/yaml-map.js'
import {Prose, type ProseKind} from './prose.js'

const READ: Record<string, ProseKind> = {
  title: 'title', outcomes: 'outcome', summary: 'summary', note: 'summary', basis: 'summary',
}

/** How many characters may stand between two of a value: a quote, a line end, an indent. */
const FURTHEST = 40

/** The words of front matter that learners read. */
export function frontWords(entries: YamlMap, source: string): Prose[] {
  return [...entries].flatMap(([name, {value}]) => {
    const kind = Object.hasOwn(READ, name) ? READ[name] : undefined
    return kind ? textsOf(value).map(text => proseOf(text, kind, source)) : []
  })
}

function textsOf(value: YamlValue): (YamlValue & {kind: 'text'})[] {
  if (value.kind === 'text') return [value]
  return value.kind === 'list' ? value.items.flatMap(textsOf) : []
}

/** A value may be quoted or folded over lines: each of its characters is looked for in turn. */
function proseOf({text, at}: YamlValue & {kind: 'text'}, kind: ProseKind, source: string): Prose {
  const offsets: number[] = []
  let cursor = at
  for (const char of text) {
    const near = source.slice(cursor, cursor + FURTHEST)
    const ahead = /\s/.test(char) ? near.slice(0, 1).search(/\s/) : near.indexOf(char)
    cursor += Math.max(ahead, 0)
    for (let unit = 0; unit < char.length; unit++) offsets.push(cursor)
    if (ahead >= 0) cursor += char.length
  }
  return new Prose({text, offsets, marks: []}, {kind, inFrontMatter: true})
}
