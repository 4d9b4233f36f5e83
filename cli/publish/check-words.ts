import {createHash} from 'node:crypto'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {layFiles} from '../../components/compile/guide/layers.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import {STYLE_FILE} from '../../components/style/page/style-data.js'
import {styleDiagnostics} from '../../components/style/style-diagnostics.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {britishEnglish} from './dictionary.js'

/** The files that say what the rules ask of a guide as a whole: its language, publisher and terms. */
const ABOUT_THE_GUIDE = /^(?:guide|local)\.yaml$|^glossary\//

/**
 * What the words of a content folder need. Layer by layer, since two layers may have a file of the same path. What is
 * replaced or switched off is not read.
 *
 * @param files - those of an organisation's own folders among them
 */
export function checkWords(files: readonly SourceFile[]): Diagnostic[] {
  const {guide} = compileGuide(files.filter(({path}) => ABOUT_THE_GUIDE.test(path)))
  const shownFiles = layFiles(files).files
  const layers = [...new Set(shownFiles.map(({layer = 0}) => layer))]
  const base = shownFiles.find(({path}) => path === STYLE_FILE)
  return layers.flatMap(layer => {
    const own = shownFiles.filter(file => (file.layer ?? 0) === layer)
    const shown = new Map(own.map(({path, shown = path}) => [path, shown]))
    const inherited = base && !shown.has(STYLE_FILE) ? [base] : []
    return styleDiagnostics([...own, ...inherited], guide, {dictionary: britishEnglish()})
      // A fault of a style file is its own layer's to report.
      .flatMap(found => shown.has(found.file) ? [{...found, file: shown.get(found.file)!}] : [])
  })
}

/** The same for the same files, and for no others. */
export function fingerprint(files: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(JSON.stringify(file))
  return hash.digest('base64')
}
