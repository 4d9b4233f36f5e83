import type {ViteDevServer} from 'vite'
import type {compileGuide} from '../../components/compile/guide/compile-guide.js'
import type {KeptModules} from '../../components/compile/guide/kept-modules.js'
import type {packFiles} from '../../components/compile/pack/pack.js'
import type {SourceFile} from '../../components/compile/source/source-file.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {compileContent, hasErrors, type CompiledContent} from '../content/compile-content.js'
import {reason} from '../terminal/command-error.js'
import {formatText, plural, summary} from '../content/format-diagnostics.js'
import {CODE} from '../terminal/paths.js'
import {tellPages} from './pages.js'
import {servedPack, type ServedFile} from './pack.js'
import {wantsColor} from '../terminal/terminal.js'
import {complain, complainPainted, say} from '../terminal/output.js'

/** Editors save several files at once, and some write a file in two steps. After this long, all of that is one update. */
const SETTLE_MS = 40

/** The compiled guide behind an open page: made anew after each edit, kept as it was while the content has errors. */
export class LiveGuide {
  /** By path inside the pack. */
  pack: ReadonlyMap<string, ServedFile> = new Map()
  readonly #vite: ViteDevServer
  readonly #folder: string
  readonly #locals: readonly string[]
  #errors: readonly Diagnostic[] = []
  #files: ReadonlyMap<string, SourceFile> = new Map()
  /** Modules that are compiled already, and by which compiler: after an edit of the compiler they are compiled anew. */
  #kept: {by: typeof compileGuide; modules: KeptModules} | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(vite: ViteDevServer, folder: string, locals: readonly string[] = []) {
    this.#locals = locals
    this.#vite = vite
    this.#folder = folder
    // A page that is opened while the content has errors shows them as well.
    vite.ws.on('connection', () => this.#showErrors())
  }

  /** Compiles, then reloads every open page; errors go to the terminal and over the page. */
  async update(): Promise<void> {
    const started = performance.now()
    try {
      // Through Vite, so that an edit of the compiler counts as well.
      const {compileGuide: compile} = await this.#load<{compileGuide: typeof compileGuide}>('guide/compile-guide')
      const {packFiles: pack} = await this.#load<{packFiles: typeof packFiles}>('pack/pack')
      if (this.#kept?.by !== compile) this.#kept = {by: compile, modules: new WeakMap()}
      const {modules} = this.#kept
      const compiled = compileContent(this.#folder, this.#locals, (files, options) => (
        compile(this.#unchanged(files), options, modules)))
      const hadErrors = this.#errors.length > 0
      this.#errors = compiled.diagnostics.filter(({severity}) => severity === 'error')
      const shown = this.pack
      if (!shown.size || !this.#errors.length) this.pack = servedPack(compiled, pack)
      this.#report(compiled, Math.round(performance.now() - started), shown.size === 0)
      if (this.#errors.length) this.#showErrors()
      // When a file was saved without a change, pages are not reloaded: somebody may be reading them.
      else if (hadErrors || isOtherGuide(shown, this.pack)) this.#reload()
    } catch (error) {
      complain(`The guide stays as it was: ${reason(error)}`)
    }
  }

  /** To be called after each edit: updates once when the edits have settled. */
  updateSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.update(), SETTLE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** The files, with the same object as before for each that has not changed: the compiler knows unchanged files by that. */
  #unchanged(files: readonly SourceFile[]): SourceFile[] {
    const before = this.#files
    const now = files.map(file => {
      const known = before.get(nameOf(file))
      return known?.text === file.text ? known : file
    })
    this.#files = new Map(now.map(file => [nameOf(file), file]))
    return now
  }

  #load<T>(name: string): Promise<T> {
    return this.#vite.ssrLoadModule(`/components/compile/${name}${CODE}`) as Promise<T>
  }

  #report({diagnostics, guide}: CompiledContent, ms: number, isFirst: boolean): void {
    if (hasErrors(diagnostics)) {
      complainPainted(formatText(this.#errors, this.#folder, wantsColor(process.stderr)))
      const shown = isFirst ? 'what could be read' : 'the guide as it was'
      complain(`${summary(this.#errors)}. Until there are none, pages show ${shown}.`)
      return
    }
    const rest = diagnostics.length ? ` ${summary(diagnostics)}: run "dsg check" to read them.` : ''
    say(`Guide updated: ${plural(guide.modules.length, 'module')} in ${ms} ms.${rest}`)
  }

  #reload(): void {
    tellPages(this.#vite, {type: 'full-reload', triggeredBy: this.#folder})
  }

  #showErrors(): void {
    if (!this.#errors.length) return
    const message = `${summary(this.#errors)}\n\n${formatText(this.#errors, this.#folder, false)}`
    tellPages(this.#vite, {type: 'error', err: {message, stack: ''}})
  }
}

function nameOf({path, layer = 0}: SourceFile): string {
  return `${layer}/${path}`
}

/** `guide.json` names every other file by a hash of what it says. */
function isOtherGuide(before: ReadonlyMap<string, ServedFile>, after: ReadonlyMap<string, ServedFile>): boolean {
  return before.get('guide.json')?.body !== after.get('guide.json')?.body
}
