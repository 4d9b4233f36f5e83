/**
 * How long `dsg check` takes on the shipped guide, and on copies of it: 5,000 files over 250.
 *
 *     npm run bench:check
 *
 * Copies are the shipped pathways under other ids, so their words are real. The time is the processor's, of compiling,
 * the style rules and spelling together; goals are under 2 seconds for the guide, and under 20 times for 20 times the files.
 */
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {compileForPublishing} from '../cli/compile-for-publishing.js'

const SIZES = [250, 5_000]
const RUNS = 3

const content = 'content'
const pathways = readdirSync(join(content, 'pathways'))

/** A content folder of the shipped one and enough copies of its pathways to have this many files. */
function copies(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'dsg-bench-'))
  cpSync(content, folder, {recursive: true})
  rmSync(join(folder, 'guide.yaml'))
  writeFileSync(join(folder, 'guide.yaml'), 'id: bench\ntitle: Bench\nlang: en-GB\npublisher: Bench\n')
  let count = readdirSync(folder, {recursive: true}).filter(name => String(name).endsWith('.md')).length
  for (let copy = 1; count < files; copy++) {
    for (const pathway of pathways) {
      const from = join(content, 'pathways', pathway)
      const to = join(folder, 'pathways', `${pathway}-${copy}`)
      mkdirSync(to)
      for (const file of readdirSync(from)) {
        if (!file.endsWith('.md')) cpSync(join(from, file), join(to, file))
        else if (count < files) {
          writeFileSync(join(to, file.replace(/(?<!pathway)\.md$/, `-${copy}.md`)), renamed(readFileSync(join(from, file), 'utf8'), copy))
          count += 1
        }
      }
    }
  }
  return folder
}

/** The same page under ids of its own. Links go on leading to the first of its kind. */
function renamed(text: string, copy: number): string {
  return text
    .replace(/^(id|pathway): (\S+)$/gm, `$1: $2-${copy}`)
    .replace(/^(\s+- )([a-z0-9-]+)$/gm, (line, dash: string, id: string) => /-/.test(id) ? `${dash}${id}-${copy}` : line)
    .replace(/<!-- id: ([a-z0-9-]+)/g, `<!-- id: $1-${copy}`)
}

/** Median processor time in milliseconds, and the spread. */
function measure(folder: string): {median: number; least: number; most: number; files: number} {
  const times: number[] = []
  let files = 0
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage()
    files = compileForPublishing(folder).content.files.length
    const {user, system} = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  const sorted = times.sort((a, b) => a - b)
  return {median: sorted[Math.floor(RUNS / 2)]!, least: sorted[0]!, most: sorted.at(-1)!, files}
}

const [processor] = cpus()
console.log(`Node ${process.version}, ${processor?.model ?? 'unknown processor'}, ${cpus().length} cores; ${RUNS} runs each\n`)
console.log('| folder | files | median ms | least | most |')
console.log('| --- | --- | --- | --- | --- |')

const shipped = measure(content)
const rows = [['shipped guide', shipped] as const, ...SIZES.map(size => {
  const folder = copies(size)
  const figures = measure(folder)
  rmSync(folder, {recursive: true, force: true})
  return [`${size} files`, figures] as const
})]
for (const [name, {files, median, least, most}] of rows) {
  console.log(`| ${name} | ${files} | ${Math.round(median)} | ${Math.round(least)} | ${Math.round(most)} |`)
}
const [small, large] = rows.slice(1).map(([, figures]) => figures)
console.log(`\nShipped guide: ${(shipped.median / 1000).toFixed(1)} s; goal under 2 s.`)
console.log(`5,000 files over 250: ${(large!.median / small!.median).toFixed(1)} times; goal under 20.`)
