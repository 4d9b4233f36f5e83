import {basename, dirname, join, relative, resolve} from 'node:path'
import {compileModule} from '../../components/compile/files/module.js'
import {goneIdDiagnostics, mayHaveId} from '../../components/compile/review/gone-ids.js'
import {oldestReview, reviewHistoryDiagnostics} from '../../components/compile/review/review-history.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {CommandError} from '../terminal/command-error.js'
import {byPlace} from '../content/compile-content.js'
import {compileForPublishing} from '../publish/compile-for-publishing.js'
import {changesSince, linesEver} from '../content/git-history.js'
import {statsAt} from '../terminal/paths.js'
import {slashed} from '../terminal/slashed.mjs'
import {readText} from '../content/read-content.js'
import {Images} from '../content/read-images.js'

export interface Checked {
  /** Diagnostics name files relative to this folder. */
  root: string
  diagnostics: Diagnostic[]
  fileCount: number
  /** What was compiled, by path relative to `root`, as diagnostics name it. */
  texts: ReadonlyMap<string, string>
}

/**
 * Checks a content folder, or one file: as part of its guide when it stands in one, else as a page on its own.
 *
 * @param locals - folders of an organisation's own, laid over the guide
 * @throws CommandError when there is nothing of that name, or it cannot be a guide
 */
export async function checkTarget(target: string, locals: readonly string[] = []): Promise<Checked> {
  if (statsAt(target)?.isFile()) return checkFile(target, locals)
  const {content, diagnostics} = compileForPublishing(target, locals)
  const history = [target, ...locals].flatMap((folder, layer) => {
    const files = content.files.filter(file => (file.layer ?? 0) === layer)
    const since = oldestReview(files)
    const changes = since === undefined ? undefined : changesSince(folder, since)
    const lines = linesEver(folder, mayHaveId)
    return [
      ...changes ? reviewHistoryDiagnostics(files, changes) : [], ...lines ? goneIdDiagnostics(content.files, layer, lines) : [],
    ]
  })
  return {
    root: target,
    diagnostics: [...await diagnostics(), ...history].sort(byPlace),
    fileCount: content.files.length,
    texts: new Map(content.files.map(({path, shown, text}) => [shown ?? path, text])),
  }
}

async function checkFile(file: string, locals: readonly string[]): Promise<Checked> {
  const root = guideFolderOf(file)
  if (root !== undefined) {
    const guide = await checkTarget(root, locals)
    const path = slashed(relative(root, file))
    const text = guide.texts.get(path)
    const diagnostics = guide.diagnostics.filter(diagnostic => diagnostic.file === path)
    if (text !== undefined) return {root, diagnostics, fileCount: 1, texts: new Map([[path, text]])}
    if (diagnostics.length) return {root, diagnostics, fileCount: 1, texts: new Map()}
  }
  return checkPage(file)
}

function checkPage(file: string): Checked {
  if (!/\.md$/i.test(file)) throw new CommandError(`"${file}" is no page. Name a folder, or a file that ends in .md.`)
  const folder = dirname(file)
  const path = basename(file)
  const read = readText(file, path)
  if ('diagnostic' in read) return {root: folder, diagnostics: [read.diagnostic], fileCount: 1, texts: new Map()}
  const images = new Images(folder)
  const {diagnostics} = compileModule({path, text: read.text}, {standalone: true, asset: images.asset})
  const texts = new Map([[path, read.text]])
  return {root: folder, diagnostics: [...diagnostics, ...images.diagnostics], fileCount: 1, texts}
}

/** The nearest folder above that has a `guide.yaml`. Its path is relative when the path of the file is. */
function guideFolderOf(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = join(folder, '..')) {
    if (statsAt(join(folder, 'guide.yaml'))) return folder
    if (resolve(folder) === resolve(folder, '..')) return undefined
  }
}
