import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readContent} from '../../cli/content/read-content.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The markdown files of `node_modules`, by path: real text of real lengths. Which there are depends on the lock file. */
export function documentationFiles(): SourceFile[] {
  const root = join(ROOT, 'node_modules')
  return pathsIn(root, '').map(path => ({path, text: readFileSync(join(root, path), 'utf8')}))
}

/** The modules of the shipped guide. */
export function shippedModules(): SourceFile[] {
  return readContent(join(ROOT, 'content')).files
    .filter(({path}) => /^pathways\/[^/]+\/(?!pathway\.md)[^/]+\.md$/.test(path))
}

function pathsIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), {withFileTypes: true}).sort((a, b) => a.name < b.name ? -1 : 1).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : pathsIn(root, path)
    return entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name) ? [path] : []
  })
}
