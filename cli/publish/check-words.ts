import {createHash} from 'node:crypto'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {layFiles} from '../../components/compile/guide/layers.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import {STYLE_FILE} from '../../components/style/page/style-data.js'
import {styleDiagnostics} from '../../components/style/style-diagnostics.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {britishEnglish} from './dictionary.js'

/** The files with what the style rules need to know of the whole guide: its language, publisher and terms. */
const ABOUT_THE_GUIDE = /^(?:guide|local)\.yaml$|^glossary\//

/**
 * The style diagnostics of a content folder. Each layer is checked by itself, since two layers may have files with the same
 * path. Files that are replaced or switched off are not checked.
 *
 * @param files - all files of the guide, and of the organisation's own folders over it
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
      // A layer that inherits the style file does not report what is wrong in it: the layer that has the file does.
      .flatMap(found => shown.has(found.file) ? [{...found, file: shown.get(found.file)!}] : [])
  })
}

/** A hash of files: the same for the same files, and for no others. */
export function fingerprint(files: readonly SourceFile[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(JSON.stringify(file))
  return hash.digest('base64')
}
