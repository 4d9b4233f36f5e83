import {join} from 'node:path'
import type {Plugin} from 'vite'
import {REPOSITORY} from './paths.js'

const EMBED = join(REPOSITORY, 'components/embed')
/** Each loads the rest of its code when it is needed, from `chunks/` beside it. */
const IN_CHUNKS = {'dsg': 'dsg.ts'}
/** Each has all of its code in itself, and works as a module and as a plain script. */
const ALONE = {'dsg-all': 'all.ts'}

/**
 * Writes the elements as scripts for pages without a bundler: `dsg.js` with its `chunks/`, and `dsg-all.js`.
 *
 * @param outDir - emptied first
 */
export async function bundleElements(outDir: string): Promise<void> {
  const {build} = await import('vite')
  const base = {configFile: false, root: REPOSITORY, publicDir: false, logLevel: 'warn'} as const
  const files = {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].[hash].js'}
  await build({
    ...base,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      lib: {entry: inEmbed(IN_CHUNKS), formats: ['es']},
      // Vite leaves white space in libraries, for bundlers to come; here none comes.
      rolldownOptions: {output: {...files, minify: true}},
    },
  })
  for (const [name, file] of Object.entries(ALONE)) {
    await build({
      ...base,
      plugins: [asciiOnly],
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
