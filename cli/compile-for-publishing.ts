import {layFiles} from '../components/compile/layers.js'
import type {SourceFile} from '../components/compile/source-file.js'
import {STYLE_FILE} from '../components/compile/style/style-data.js'
import {styleDiagnostics} from '../components/compile/style/style-diagnostics.js'
import type {Diagnostic} from '../components/model/diagnostic.js'
import type {Guide} from '../components/model/guide.js'
import {byPlace, compileContent, type CompiledContent} from './compile-content.js'
import {britishEnglish} from './dictionary.js'

/**
 * A content folder compiled as it is published: with what its words need. The preview leaves that out, to be quick.
 *
 * @param locals - folders of an organisation's own, each laid over those before it
 * @throws CommandError when a folder cannot be read at all
 */
export function compileForPublishing(root: string, locals: readonly string[] = []): CompiledContent {
  const compiled = compileContent(root, locals)
  const style = styleOf(layFiles(compiled.content.files).files, compiled.guide)
  return {...compiled, diagnostics: [...compiled.diagnostics, ...style].sort(byPlace)}
}

/** Layer by layer, since two layers may have a file of the same path. What is replaced or switched off is not read. */
function styleOf(files: readonly SourceFile[], guide: Guide): Diagnostic[] {
  const layers = [...new Set(files.map(({layer = 0}) => layer))]
  const base = files.find(({path}) => path === STYLE_FILE)
  return layers.flatMap(layer => {
    const own = files.filter(file => (file.layer ?? 0) === layer)
    const shown = new Map(own.map(({path, shown = path}) => [path, shown]))
    const inherited = base && !shown.has(STYLE_FILE) ? [base] : []
    return styleDiagnostics([...own, ...inherited], guide, {dictionary: britishEnglish()})
      // A fault of a style file is its own layer's to report.
      .flatMap(found => shown.has(found.file) ? [{...found, file: shown.get(found.file)!}] : [])
  })
}
