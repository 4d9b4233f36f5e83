import {layFiles} from '../../components/compile/guide/layers.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import {compileContent, hasErrors, type CompiledContent} from '../content/compile-content.js'
import {summary} from '../content/format-diagnostics.js'
import {complain} from '../terminal/output.js'

export interface GuideToReport extends CompiledContent {
  target: string
  /** The files that the guide is made of, without those that were replaced or switched off. */
  files: readonly SourceFile[]
}

/**
 * The guide that a report is about. A guide with errors is reported as far as it can be read. The error stream says so, and
 * not the output, so that a program that reads the table gets nothing but the table.
 */
export function guideToReport(target: string, locals: readonly string[]): GuideToReport {
  const compiled = compileContent(target, locals)
  if (hasErrors(compiled.diagnostics)) {
    const errors = compiled.diagnostics.filter(({severity}) => severity === 'error')
    complain(
      `The content has ${summary(errors)}, so some of it may be missing here. Run "dsg check" to read them.`)
  }
  return {...compiled, target, files: layFiles(compiled.content.files).files}
}
