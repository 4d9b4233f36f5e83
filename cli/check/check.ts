import {checkTarget} from './check-target.js'
import {hasErrors} from '../content/compile-content.js'
import {fixFiles} from './fix-files.js'
import {formatJson, formatText, plural, summary} from '../content/format-diagnostics.js'
import {wantsColor} from '../terminal/terminal.js'
import {complain, printFile, say, sayPainted} from '../terminal/output.js'

interface Wanted { fix: boolean; format: 'text' | 'json'; with: string[] }

/** `dsg check`: everything that is wrong, with its place and what to do. */
export async function checkContent(target: string, {fix, format, with: locals}: Wanted): Promise<number> {
  if (fix) {
    const {fixed, files, failures} = await fixFiles(() => checkTarget(target, locals))
    // On the error stream, so that --format json still prints nothing but JSON.
    for (const failure of failures) complain(failure)
    complain(fixed
      ? `${plural(fixed, 'change')} made in ${plural(files, 'file')}.`
      : 'There was nothing to change by machine.')
  }
  const {diagnostics, root, fileCount} = await checkTarget(target, locals)
  if (format === 'json') printFile(formatJson(diagnostics, root))
  else if (!diagnostics.length) say(`${plural(fileCount, 'file')} checked. Nothing to put right.`)
  else {
    sayPainted(formatText(diagnostics, root, wantsColor(process.stdout)))
    say(`${summary(diagnostics)}.${offer(diagnostics.filter(({fix}) => fix).length)}`)
  }
  return hasErrors(diagnostics) ? 1 : 0
}

function offer(fixable: number): string {
  if (!fixable) return ''
  return ` Add --fix to have ${fixable === 1 ? '1 of them' : `${fixable} of them`} put right for you.`
}
