import {writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import type {Plugin, Rolldown} from 'vite'
import type {Chunks} from '../../components/site/preload.js'
import {GROUPS, LOADED, type Group} from './chunks.js'
import {leanLit} from './lean-lit.js'
import {minifyTemplates} from './minify-templates.js'
import {REPOSITORY} from '../terminal/paths.js'
import {slashed} from '../terminal/slashed.mjs'

const COMPONENTS = join(REPOSITORY, 'components')
/** Scripts that need no other file, each with its source. They work as a module and as a plain script. */
const ALONE = {
  'dsg-all': 'embed/all',
  // For the frame page, and for pages around it.
  'embed': 'embed/frame/frame',
  'dsg-frame': 'embed/frame/host',
  // Beside dsg-all.js in the packages that "dsg export" writes.
  'dsg-course': 'embed/course/course',
  // In `chunks/`, beside the code that starts it. It shares no chunk with pages: those use `document`, which a worker lacks.
  'chunks/search-worker': 'state/search/search-worker',
}

/** A file beside the scripts. It tells builds which files each module needs, so that pages can ask for all of them at once. */
export const CHUNKS_FILE = 'chunks.json'

/**
 * Writes the elements as scripts for pages without a bundler: `dsg.js` with its `chunks/`, and `dsg-all.js`.
 *
 * @param outDir - emptied first
 */
export async function bundleElements(outDir: string): Promise<void> {
  const {build} = await import('vite')
  const base = {configFile: false, root: REPOSITORY, publicDir: false, logLevel: 'warn'} as const
  const into = {outDir, emptyOutDir: false, target: 'es2022'} as const
  const output = {
    entryFileNames: '[name].js',
    chunkFileNames: ({name}: {name: string}) => `chunks/${name.replace('.later', '')}.[hash:7].js`,
    // Vite leaves white space and notes in a library, for the bundler of whoever uses it. No bundler comes after this one.
    minify: true,
    comments: {annotation: false, jsdoc: false},
  }
  const groups = GROUPS.map(groupOf)
  const made = await build({
    ...base,
    plugins: [allLoaded, laterWalls, leanLit, ...groups.map(({plugin}) => plugin), minifyTemplates],
    build: {
      ...into,
      emptyOutDir: true,
      lib: {entry: ALL_LOADED, formats: ['es']},
      rolldownOptions: {input: ALL_LOADED, output: {...output, codeSplitting: {groups: groups.map(({group}) => group)}}},
    },
  })
  const chunks = (made as Rolldown.RolldownOutput[])[0]!.output.filter(file => file.type === 'chunk')
  writeFileSync(join(outDir, CHUNKS_FILE), `${JSON.stringify(filesTogether(chunks), undefined, 1)}\n`)
  // The loader is built by itself, so that no chunk imports it. A page may have it at an address such as dsg.js?ver=2; a chunk
  // that imports dsg.js would then load it a second time.
  await build({
    ...base,
    plugins: [loadsFrom(chunks)],
    build: {...into, lib: {entry: {dsg: sourceOf('embed/dsg')}, formats: ['es']}, rolldownOptions: {output}},
  })
  for (const [name, module] of Object.entries(ALONE)) {
    await build({
      ...base,
      plugins: [leanLit, minifyTemplates, asciiOnly, withoutReporting],
      // These scripts load no file beside them, and `import.meta` is an error in a plain script.
      define: {'import.meta.url': 'undefined'},
      build: {
        ...into,
        // The code is put into a function. Otherwise two copies on one page would declare the same names.
        lib: {entry: {[name]: sourceOf(module)}, formats: ['iife'], name: 'digitalSkillsGuide'},
        rolldownOptions: {output: {...output, codeSplitting: false}},
      },
    })
  }
}

const ALL_LOADED = 'all-loaded'

/** Stands in for the loader while chunks are cut: it imports the same modules, and has no code of its own to share. */
const allLoaded: Plugin = {
  name: ALL_LOADED,
  enforce: 'pre',
  resolveId: source => source === ALL_LOADED ? source : undefined,
  load: id => id === ALL_LOADED
    ? `export default [${LOADED.map(module => `() => import(${JSON.stringify(sourceOf(module))})`).join()}]` : undefined,
  generateBundle(_options, bundle) { delete bundle[`${ALL_LOADED}.js`] },
}

/** Leaves out what only pages that report to a learning record store show: these scripts cannot report. */
const withoutReporting: Plugin = {
  name: 'without-reporting',
  enforce: 'pre',
  load: id => id === sourceOf('elements/saving/known.later') ? 'export {}' : undefined,
}

/** Fails the build when code for after the first paint (`.later.ts`) is imported by code that is needed for it. */
export const laterWalls: Plugin = {
  name: 'later-walls',
  buildEnd() {
    const isLater = (id: string): boolean => id.endsWith('.later.ts')
    for (const id of [...this.getModuleIds()].filter(isLater)) {
      const early = this.getModuleInfo(id)!.importers.filter(importer => !isLater(importer)).map(nameOf)
      if (early.length) this.error(`${nameOf(id)} is for later, and ${early.join(', ')} imports it at once. Use import().`)
    }
  },
}

function groupOf({name, neededBy, except, only, by}: Group) {
  const modules = new Set<string>()
  const plugin: Plugin = {
    name,
    buildEnd() {
      const waiting = neededBy ? [sourceOf(neededBy)] : []
      for (const id of waiting) {
        if (modules.has(id)) continue
        modules.add(id)
        waiting.push(...this.getModuleInfo(id)?.importedIds ?? [])
      }
    },
  }
  const test = (id: string): boolean => (!neededBy || modules.has(id)) && !except?.some(folder => nameOf(id).startsWith(folder))
    && (!only || only.some(start => nameOf(id).startsWith(start)))
  return {plugin, group: {name, minShareCount: by, test}}
}

/** For each module that `import()` asks for: the files that have to be there before it runs, its own file first. */
function filesTogether(chunks: readonly Rolldown.OutputChunk[]): Chunks {
  const byFile = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const filesFor = (start: string): string[] => {
    const files = new Set([start])
    for (const file of files) for (const next of byFile.get(file)?.imports ?? []) files.add(next)
    return [...files]
  }
  return Object.fromEntries(chunks.filter(({isDynamicEntry}) => isDynamicEntry).flatMap(({facadeModuleId, fileName}) =>
    facadeModuleId ? [[nameOf(facadeModuleId), filesFor(fileName)]] : []))
}

/** Makes each `import()` in the loader ask for the chunk that has the module. */
function loadsFrom(chunks: readonly Rolldown.OutputChunk[]): Plugin {
  return {
    name: 'loads-from',
    enforce: 'pre',
    async resolveId(source, importer, {kind}) {
      if (kind !== 'dynamic-import') return undefined
      const module = await this.resolve(source, importer)
      const chunk = chunks.find(({moduleIds}) => module && moduleIds.includes(module.id))
      if (!chunk) return this.error(`The loader asks for ${source}, which is in no chunk. Is it in LOADED?`)
      return {id: `./${chunk.fileName}`, external: true}
    },
  }
}

function sourceOf(module: string): string {
  return join(COMPONENTS, `${module}.ts`)
}

/** @param id - path of a source file */
function nameOf(id: string): string {
  return slashed(relative(COMPONENTS, id)).replace(/\.ts$/, '')
}

/**
 * Writes all characters outside ASCII as escapes: a browser reads a plain script in the character set of its page, which on
 * older intranets is not UTF-8. Such characters are only in strings, templates and regular expressions, where an escape means
 * the same.
 */
const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/\\?[^\0-\x7f]|\\[^]/g, escaped)
    }
  },
}

/** @param found - a character outside ASCII, with or without a backslash; or another escape, which stays as it is */
function escaped(found: string): string {
  const unit = found.charCodeAt(found.length - 1)
  return unit < 0x80 ? found : `\\u${unit.toString(16).padStart(4, '0')}`
}
