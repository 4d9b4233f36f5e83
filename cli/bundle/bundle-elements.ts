import {dirname, join, relative, sep} from 'node:path'
import type {Plugin} from 'vite'
import type {Chunks} from '../../components/site/preload.js'
import {minifyTemplates} from './minify-templates.js'
import {REPOSITORY} from '../terminal/paths.js'

const EMBED = join(REPOSITORY, 'components/embed')
/** Each loads the rest of its code when it is needed, from `chunks/` beside it. */
const IN_CHUNKS = {'dsg': 'dsg.ts'}
/** Each has all of its code in itself, and works as a module and as a plain script. */
const ALONE = {
  'dsg-all': 'all.ts',
  // For the frame page, and for pages around it.
  'embed': 'frame/frame.ts',
  'dsg-frame': 'frame/host.ts',
  // Beside dsg-all.js in the packages that "dsg export" writes.
  'dsg-course': 'course/course.ts',
  // Beside the code that starts it. A chunk that it shared with pages would need a document.
  'chunks/search-worker': '../state/search/search-worker.ts',
}

/** Beside the scripts, for builds: which of them run together. */
export const CHUNKS_FILE = 'chunks.json'

/** The name of the file of what all elements share. */
const SHARED = 'shared-by-all'
/** Small things that several elements need, and a quiz does not: one file, as each would cost a request. */
const COMMON = {
  name: 'common', minShareCount: 5, test: /[\\/](?:shared|model|lit|lit-html)[\\/](?!.*module-element)|[\\/]clock\.ts$/,
}
/** What a quiz and a module need, and no other element. It stays with the quiz. */
const OF_MODULES = /[\\/](?:module-element|alone-guide)\.ts$/

/**
 * Writes the elements as scripts for pages without a bundler: `dsg.js` with its `chunks/`, and `dsg-all.js`.
 *
 * @param outDir - emptied first
 */
export async function bundleElements(outDir: string): Promise<void> {
  const {build} = await import('vite')
  const base = {
    configFile: false, root: REPOSITORY, publicDir: false, logLevel: 'warn',
    resolve: {alias: {'lit/decorators.js': join(REPOSITORY, 'cli/bundle/lean-decorators.ts')}},
  } as const
  const files = {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].[hash:6].js'}
  const shared = sharedByAll()
  await build({
    ...base,
    plugins: [minifyTemplates, shared.plugin, chunksFile],
    define: {DSG_SHARED: JSON.stringify(SHARED)},
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      lib: {entry: inEmbed(IN_CHUNKS), formats: ['es']},
      // Vite leaves white space in libraries, for bundlers to come; here none comes.
      rolldownOptions: {output: {...files, minify: true, codeSplitting: {groups: [shared.group, COMMON]}}},
    },
  })
  for (const [name, file] of Object.entries(ALONE)) {
    await build({
      ...base,
      plugins: [minifyTemplates, asciiOnly],
      // What has one file only has no other beside it.
      define: {'import.meta.url': 'undefined'},
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2022',
        // In a function of its own, or two copies on one page would declare the same names.
        lib: {entry: inEmbed({[name]: file}), formats: ['iife'], name: 'digitalSkillsGuide'},
        rolldownOptions: {output: {...files, minify: true, codeSplitting: false}},
      },
    })
  }
}

/**
 * What a quiz cannot do without, its own files aside, is very nearly what any element needs. In one file it compresses
 * better than in a dozen, and a page asks for one.
 */
function sharedByAll() {
  const modules = new Set<string>()
  const start = join(REPOSITORY, 'components/elements/quiz/define.ts')
  const plugin: Plugin = {
    name: SHARED,
    buildEnd() {
      const waiting = [start]
      for (const id of waiting) {
        if (modules.has(id)) continue
        modules.add(id)
        waiting.push(...this.getModuleInfo(id)?.importedIds ?? [])
      }
      for (const id of modules) if (dirname(id).startsWith(dirname(start)) || OF_MODULES.test(id)) modules.delete(id)
    },
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).filter(file => file.type === 'chunk')
      const file = files.find(({name}) => name === SHARED)
      if (!file) throw new Error(`There is no ${SHARED} among the files of the bundle.`)
      for (const each of files) each.code = each.code.replace(`\`${SHARED}\``, `\`./${file.fileName}\``)
    },
  }
  return {plugin, group: {name: SHARED, test: (id: string) => modules.has(id)}}
}

/** Writes down which files run together, for pages that ask for them ahead. */
const chunksFile: Plugin = {
  name: 'chunks-file',
  generateBundle(_options, bundle) {
    const filesFor = (start: string): string[] => {
      const files = new Set([start])
      for (const name of files) {
        const file = bundle[name]
        if (file?.type === 'chunk') for (const next of file.imports) files.add(next)
      }
      return [...files]
    }
    const chunks: Chunks = Object.fromEntries(Object.values(bundle).flatMap(file => {
      if (file.type !== 'chunk' || !file.isDynamicEntry || !file.facadeModuleId) return []
      const module = relative(dirname(EMBED), file.facadeModuleId).split(sep).join('/').replace(/\.\w+$/, '')
      return [[module, filesFor(file.fileName)]]
    }))
    this.emitFile({type: 'asset', fileName: CHUNKS_FILE, source: `${JSON.stringify(chunks, undefined, 1)}\n`})
  },
}

/**
 * A plain script is read in its page's own character set, which on older intranets is not UTF-8. What is not ASCII is in
 * strings, templates and regular expressions, where an escape means the same.
 */
const asciiOnly: Plugin = {
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/\\?[^\0-\x7f]|\\[^]/g, escaped)
    }
  },
}

/** @param found - one character outside ASCII, with or without a backslash, or any other escape, which stays */
function escaped(found: string): string {
  const unit = found.charCodeAt(found.length - 1)
  return unit < 0x80 ? found : `\\u${unit.toString(16).padStart(4, '0')}`
}

function inEmbed(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(EMBED, file)]))
}
