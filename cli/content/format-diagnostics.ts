import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {jsonLines, printable} from '../terminal/output.js'
import {fileAt} from '../terminal/paths.js'
import {paint, type Paint} from '../terminal/terminal.js'

/** Diagnostics for a person: by file, `file:line:column` first so that editors can open the place. */
export function formatText(diagnostics: readonly Diagnostic[], root: string, color: boolean): string {
  const painted = paint(color)
  const blocks = [...groupByFile(diagnostics).values()]
    .map(group => group.map(diagnostic => formatOne(diagnostic, root, painted)).join('\n'))
  return `${blocks.join('\n\n')}\n`
}

/** Diagnostics for a program: `{file, line, column, code, severity, message, advice, fixable}` each. */
export function formatJson(diagnostics: readonly Diagnostic[], root: string): string {
  const list = diagnostics.map(({file, line, column, code, severity, message, advice, fix}) => (
    {file: fileAt(root, file), line, column, code, severity, message, advice, fixable: fix !== undefined}))
  return jsonLines({...count(diagnostics), diagnostics: list})
}

/** Such as "3 errors and 1 warning in 2 files". */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const {errors, warnings, notes} = count(diagnostics)
  const parts = [
    errors && plural(errors, 'error'),
    warnings && plural(warnings, 'warning'),
    notes && plural(notes, 'note'),
  ].filter(part => typeof part === 'string')
  const all = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts[0] ?? 'nothing'
  return `${all} in ${plural(groupByFile(diagnostics).size, 'file')}`
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

function count(diagnostics: readonly Diagnostic[]) {
  const of = (severity: Diagnostic['severity']): number => diagnostics.filter(d => d.severity === severity).length
  return {errors: of('error'), warnings: of('warning'), notes: of('info')}
}

function formatOne(diagnostic: Diagnostic, root: string, p: Paint): string {
  const {file, line, column, severity, message, advice, code, fix} = diagnostic
  const place = printable(`${fileAt(root, file)}:${line}:${column}`)
  const word = severity === 'error' ? p.red('error') : severity === 'warning' ? p.yellow('warning') : 'note'
  const offer = fix ? ' (--fix does this)' : ''
  return `${p.bold(place)} ${word}: ${printable(message)} ${p.dim(`[${code}]`)}\n    ${printable(advice)}${offer}`
}

function groupByFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.file)
    if (group) group.push(diagnostic)
    else groups.set(diagnostic.file, [diagnostic])
  }
  return groups
}
