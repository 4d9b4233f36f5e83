import {readFileSync} from 'node:fs'
import {posix} from 'node:path'
import {parseSync} from 'vite'

/** Files by path from the repository's root, and the paths that each imports: static, dynamic and for types alone. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>

interface Node { type: string; source?: {value?: unknown} | null; [part: string]: unknown }

/**
 * @param files - paths from the repository's root
 * @param read - the text of one
 */
export function importsOf(files: readonly string[], read = (file: string) => readFileSync(file, 'utf8')): Imports {
  const known = new Set(files)
  return new Map(files.map(file => {
    const named = specifiersIn(file, read(file)).filter(specifier => specifier.startsWith('.'))
    const paths = named.map(specifier => posix.join(posix.dirname(file), specifier))
    return [file, new Set(paths.flatMap(path => sources(path).find(each => known.has(each)) ?? []))]
  }))
}

/** TypeScript names the file that will be there when it is compiled. */
function sources(path: string): string[] {
  return [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.mjs')]
}

function specifiersIn(file: string, text: string): string[] {
  const {program, errors} = parseSync(file, text)
  if (errors.length) throw new Error(`${file}: ${errors[0]!.message}`)
  const found: string[] = []
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look)
    if (typeof node !== 'object' || node === null) return
    const {type, source} = node as Node
    // `import`, `export … from`, `import()` and `import('…').Type`.
    if (/^(?:Import|Export|TSImport)/.test(type) && typeof source?.value === 'string') found.push(source.value)
    for (const part of Object.values(node)) look(part)
  }
  look(program)
  return found
}

/** Each circle as the paths in it, by Tarjan's algorithm: an empty list when there is none. */
export function circles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  const visit = (each: string): void => {
    order.set(each, order.size)
    lowest.set(each, order.get(each)!)
    path.push(each)
    for (const next of edges.get(each) ?? []) {
      if (!order.has(next)) visit(next)
      if (path.includes(next)) lowest.set(each, Math.min(lowest.get(each)!, lowest.get(next)!))
    }
    if (lowest.get(each) !== order.get(each)) return
    const circle = path.splice(path.indexOf(each))
    if (circle.length > 1) found.push(circle)
  }
  for (const each of edges.keys()) if (!order.has(each)) visit(each)
  return found
}

/** The same imports between folders: files of one folder are one. */
export function betweenFolders(imports: Imports): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>()
  for (const [file, imported] of imports) {
    const own = posix.dirname(file)
    const others = folders.get(own) ?? new Set()
    folders.set(own, others)
    for (const other of imported) if (posix.dirname(other) !== own) others.add(posix.dirname(other))
  }
  return folders
}

/**
 * Which way imports may point: folders, the highest first. Those of one floor import nothing of each other. Written as
 * `cli -> site, embed -> model`.
 */
export function floorsOf(line: string): string[][] {
  return line.split('->').map(floor => floor.split(',').map(name => name.trim()))
}

/**
 * Imports that point up, or to the side, as `file -> file`.
 *
 * @param home - the folder that the floors are in; '' for the repository's root
 */
export function wrongWays(imports: Imports, floors: readonly (readonly string[])[], home: string): string[] {
  const all = floors.flatMap((names, floor) => names.map(name => ({path: posix.join(home, name), floor})))
  const byLength = all.sort((a, b) => b.path.length - a.path.length)
  const placeOf = (file: string) => byLength.find(({path}) => file === path || file.startsWith(`${path}/`))
  return [...imports].flatMap(([file, imported]) => [...imported].flatMap(other => {
    const from = placeOf(file)
    const to = placeOf(other)
    return from && to && from !== to && to.floor <= from.floor ? [`${file} -> ${other}`] : []
  }))
}

/** Files in `home` that stand on no floor. */
export function homeless(files: readonly string[], floors: readonly (readonly string[])[], home: string): string[] {
  const paths = floors.flat().map(name => posix.join(home, name))
  return files.filter(file => file.startsWith(home && `${home}/`)
    && !paths.some(path => file === path || file.startsWith(`${path}/`)))
}
