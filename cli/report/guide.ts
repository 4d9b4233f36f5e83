import {layFiles} from '../../components/compile/guide/layers.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import {compileContent, hasErrors, type CompiledContent} from '../content/compile-content.js'
import {summary} from '../content/format-diagnostics.js'

export interface GuideToReport extends CompiledContent {
  target: string
  /** What the guide is made of: nothing that was replaced or switched off. */
  files: readonly SourceFile[]
}

/**
 * The guide that a report is about. One with errors is reported as far as it can be read, and that is said on the
 * error stream, so that a table sent to another program is a table and nothing else.
 */
export function guideToReport(target: string, locals: readonly string[]): GuideToReport {
  const compiled = compileContent(target, locals)
  if (hasErrors(compiled.diagnostics)) {
    const errors = compiled.diagnostics.filter(({severity}) => severity === 'error')
    console.error(
      `The content has ${summary(errors)}, so some of it may be missing here. Run "dsg check" to read them.`)
  }
  return {...compiled, target, files: layFiles(compiled.content.files).files}
}
