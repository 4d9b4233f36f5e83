import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import type {Guide} from '../../components/model/guide/guide.js'
import {readLayers} from './read-layers.js'
import type {Content} from './read-content.js'
import {Images} from './read-images.js'

/** A content folder, compiled. */
export interface CompiledContent {
  guide: Guide
  content: Content
  images: Images
  /** What is wrong in the folder, its images and its words; by file, then by line. */
  diagnostics: Diagnostic[]
}

/**
 * @param locals - folders of an organisation's own, each laid over those before it
 * @param compile - the preview passes the compiler as it was last edited
 * @throws CommandError when a folder cannot be read at all
 */
export function compileContent(
  root: string, locals: readonly string[] = [], compile: typeof compileGuide = compileGuide,
): CompiledContent {
  return compileRead(readLayers(root, locals), locals, compile)
}

/** Compiles what `readLayers` has read. */
export function compileRead(
  content: Content, locals: readonly string[], compile: typeof compileGuide = compileGuide,
): CompiledContent {
  const images = new Images(content.root, locals)
  const {guide, diagnostics} = compile(content.files, {asset: images.asset})
  return {
    guide,
    content,
    images,
    diagnostics: [...content.diagnostics, ...diagnostics, ...images.diagnostics].sort(byPlace),
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({severity}) => severity === 'error')
}

export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code)
}

/** By code unit: the same order in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
