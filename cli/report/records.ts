import {isUtf8} from 'node:buffer'
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {csvFile, csvOf} from '../../components/model/formats/csv.js'
import {DEFAULT_MIN_GROUP, evaluationOf, type Evaluation} from '../../components/model/evaluation/evaluation.js'
import {MAX_RECORD_FILE_BYTES, readRecordFile, tooLarge, type RecordFile} from '../../components/model/record/file.js'
import {CommandError, reason} from '../terminal/command-error.js'
import {plural} from '../content/format-diagnostics.js'
import {statsAt} from '../terminal/paths.js'
import {writeAtomically} from '../terminal/write-atomically.js'
import {complain, printable, printFile} from '../terminal/output.js'

interface Wanted { out?: string; 'min-group': string }

/**
 * `dsg report` of record files that people chose to send, as a table without names. A file that cannot be read is named with its
 * reason, and the others are reported all the same.
 *
 * @returns 1 when a file was refused, so that a script can tell
 */
export async function reportRecords(words: readonly string[], {out, 'min-group': group}: Wanted): Promise<number> {
  if (!words.length) throw new CommandError('Name the record files or their folder: dsg report records')
  if (!/^[1-9]\d{0,5}$/.test(group)) {
    throw new CommandError(`"${group}" is not a size of a group. Write a whole number, such as --min-group 5.`)
  }
  const minGroup = Number(group)
  const paths = [...new Set(words.flatMap(recordsAt))]
  if (out !== undefined && paths.some(path => resolve(path) === resolve(out))) {
    throw new CommandError(`"${out}" is one of the records. Name another file after --out.`)
  }
  const files: RecordFile[] = []
  let refused = 0
  for (const path of paths) {
    const read = readRecord(path)
    if ('file' in read) {
      files.push(read.file)
      continue
    }
    refused += 1
    for (const problem of read.problems) complain(`${printable(path)}: ${printable(problem)}`)
  }
  const evaluation = evaluationOf(files, minGroup)
  if (out === undefined) printFile(csvOf(evaluation.rows))
  else writeTo(out, csvFile(evaluation.rows))
  // On the error stream, so that a program that reads the table gets nothing but the table.
  for (const line of summaryOf(evaluation, files.length, refused, minGroup)) complain(line)
  return refused ? 1 : 0
}

/** The files that a word names: one file, the `.json` files of a folder, or those that fit `*` (Windows leaves that to us). */
function recordsAt(word: string): string[] {
  const stats = statsAt(word)
  if (stats?.isDirectory()) return listed(word, /\.json$/i, word)
  if (stats || !basename(word).includes('*')) return [word]
  const pattern = basename(word).split('*').map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')
  return listed(dirname(word), new RegExp(`^${pattern}$`, 'i'), word)
}

function listed(folder: string, fits: RegExp, word: string): string[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (error) {
    throw new CommandError(`The folder "${folder}" cannot be read: ${reason(error)}.`)
  }
  const found = names.filter(name => fits.test(name) && !name.startsWith('.')).sort().map(name => join(folder, name))
  if (!found.length) throw new CommandError(`There is no record file at "${word}". Records end in .json.`)
  return found
}

function readRecord(path: string): ReturnType<typeof readRecordFile> {
  try {
    const stats = statSync(path)
    // Reading a pipe or a device would wait for ever.
    if (!stats.isFile()) return {problems: ['This is not an ordinary file. Name a record file.']}
    if (stats.size > MAX_RECORD_FILE_BYTES) return {problems: [tooLarge()]}
    const bytes = readFileSync(path)
    if (!isUtf8(bytes)) return {problems: ['The file is not text in UTF-8. It may be damaged. Ask for it again.']}
    return readRecordFile(bytes.toString())
  } catch (error) {
    return {problems: [`The file cannot be read: ${reason(error)}.`]}
  }
}

function writeTo(out: string, text: string): void {
  try {
    writeAtomically(out, text)
  } catch (error) {
    throw new CommandError(`"${out}" cannot be written: ${reason(error)}.`)
  }
}

function summaryOf(evaluation: Evaluation, files: number, refused: number, minGroup: number): string[] {
  const {people, suppressed, domainsSuppressed} = evaluation
  const few = `fewer than ${minGroup} people`
  return [
    `${plural(files, 'file')} read${refused ? `, ${refused} refused` : ''}. ${plural(people, 'row')} in the table.`,
    suppressed && `${plural(suppressed, 'row')} left out: ${few} had the same month, role group and cohort.`,
    domainsSuppressed && `${plural(domainsSuppressed, 'domain')} left out: ${few} rated it.`,
    minGroup < DEFAULT_MIN_GROUP && `A group under ${DEFAULT_MIN_GROUP} can show who a person is. Keep this private.`,
  ].filter(line => typeof line === 'string')
}
