import {readArguments} from '../terminal/arguments.js'
import {checkTarget} from './check-target.js'
import {CommandError} from '../terminal/command-error.js'
import {hasErrors} from '../content/compile-content.js'
import {fixFiles} from './fix-files.js'
import {formatJson, formatText, plural, summary} from '../content/format-diagnostics.js'
import {wantsColor} from '../terminal/terminal.js'

/** `dsg check`: everything that is wrong, with its place and what to do. */
export async function check(words: string[]): Promise<number> {
  const {values, target} = readArguments(words, {
    fix: {type: 'boolean', default: false},
    format: {type: 'string', default: 'text'},
    with: {type: 'string', multiple: true, default: []},
  })
  if (values.format !== 'text' && values.format !== 'json') {
    throw new CommandError(`"${values.format}" is not a format. Write --format text or --format json.`)
  }
  if (values.fix) {
    const {fixed, files, failures} = await fixFiles(() => checkTarget(target, values.with))
    // On the error stream, so that --format json still prints nothing but JSON.
    for (const failure of failures) console.error(failure)
    console.error(fixed
      ? `${plural(fixed, 'change')} made in ${plural(files, 'file')}.`
      : 'There was nothing to change by machine.')
  }
  const {diagnostics, root, fileCount} = await checkTarget(target, values.with)
  if (values.format === 'json') process.stdout.write(formatJson(diagnostics, root))
  else if (!diagnostics.length) console.log(`${plural(fileCount, 'file')} checked. Nothing to put right.`)
  else {
    console.log(formatText(diagnostics, root, wantsColor(process.stdout)))
    console.log(`${summary(diagnostics)}.${offer(diagnostics.filter(({fix}) => fix).length)}`)
  }
  return hasErrors(diagnostics) ? 1 : 0
}

function offer(fixable: number): string {
  if (!fixable) return ''
  return ` Add --fix to have ${fixable === 1 ? '1 of them' : `${fixable} of them`} put right for you.`
}
