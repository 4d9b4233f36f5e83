import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url))

/**
 * A temporary content folder with the shipped one and copies of its pathways under other ids, so that its words are real.
 *
 * @param files - how many the compiler reads, at most; never fewer than the shipped guide has
 */
export function copiedGuide(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'dsg-bench-'))
  cpSync(CONTENT, folder, {recursive: true})
  // Without the order of the pathways, which names none of the copies.
  writeFileSync(join(folder, 'guide.yaml'), 'id: bench\ntitle: Bench\nlang: en-GB\npublisher: Bench\n')
  const pathways = readdirSync(join(CONTENT, 'pathways'))
  let count = readdirSync(folder, {recursive: true}).filter(name => /\.(?:md|yaml)$/.test(String(name))).length
  for (let copy = 1; count < files; copy++) {
    for (const pathway of pathways) {
      const from = join(CONTENT, 'pathways', pathway)
      const to = join(folder, 'pathways', `${pathway}-${copy}`)
      mkdirSync(to)
      const modules = readdirSync(from).filter(file => file.endsWith('.md') && file !== 'pathway.md')
      const copied = modules.slice(0, Math.max(files - count - 1, 0))
      if (!copied.length) {
        rmSync(to, {recursive: true})
        return folder
      }
      for (const file of readdirSync(from)) if (!file.endsWith('.md')) cpSync(join(from, file), join(to, file))
      for (const file of ['pathway.md', ...copied]) {
        const left = modules.filter(name => !copied.includes(name)).map(name => name.replace(/\.md$/, ''))
        const text = withoutIds(readFileSync(join(from, file), 'utf8'), left)
        writeFileSync(join(to, file.replace(/(?<!pathway)\.md$/, `-${copy}.md`)), renamed(text, copy))
        count += 1
      }
    }
  }
  return folder
}

/** A pathway that lists none of the modules that were not copied. */
function withoutIds(text: string, ids: readonly string[]): string {
  return text.split('\n').filter(line => !ids.includes(/^\s+- ([a-z0-9-]+)$/.exec(line)?.[1] ?? '')).join('\n')
}

/** The same page under ids of its own. Links go on leading to the first of its kind. */
function renamed(text: string, copy: number): string {
  return text
    .replace(/^(id|pathway): (\S+)$/gm, `$1: $2-${copy}`)
    .replace(/^(\s+- )([a-z0-9-]+)$/gm, (line, dash: string, id: string) => id.includes('-') ? `${dash}${id}-${copy}` : line)
    .replace(/<!-- id: ([a-z0-9-]+)/g, `<!-- id: $1-${copy}`)
}
