/**
 * Leaves out of markdown-it and of yaml what our compiler never asks of them. `lean-parsers.test.ts` holds what is left against
 * the whole.
 */

/** What stands in for a file of markdown-it's source: it is published as one file, which tells of each where it begins. */
const MARKDOWN_IT: Readonly<Record<string, string>> = {
  // To HTML: we make a tree of tokens.
  'src/renderer.ts': 'class Renderer {}',
  // Switched off (`linkify: false`, `typographer: false`). They are still put into lists, by name.
  'src/rules_core/linkify.ts': 'const linkify$1 = () => {}',
  'src/rules_core/replacements.ts': 'const replace = () => {}',
  'src/rules_core/smartquotes.ts': 'const smartquotes = () => {}',
  'src/rules_inline/linkify.ts': 'const linkify = () => false',
  // Disabled by name (`compile/markdown/markdown.ts`).
  'src/rules_inline/strikethrough.ts': 'const strikethrough_default = {}',
  'src/common/html_blocks.ts': '',
  'src/common/html_re.ts': '',
  'src/rules_block/html_block.ts': 'const html_block = () => false',
  'src/rules_inline/html_inline.ts': 'const html_inline = () => false',
}
const REGION = /^\/\/#region (\S+)\n[^]*?^\/\/#endregion$/gm

/**
 * Files of yaml that only programs need which write YAML or read all of it. What our compiler reads is the core schema, and it
 * takes the values out of the tree by itself (`compile/yaml/yaml-map.ts`).
 */
const NEVER_CALLED = new RegExp(`/yaml/browser/dist/(?:${[
  'stringify', 'schema/(?:json|yaml-1\\.1)', 'nodes/(?:addPairToJSMap|toJS)', 'doc/(?:createNode|applyReviver|anchors)',
  'visit', 'parse/(?:cst-visit|cst-stringify|line-counter)',
].join('|')})\\b`)
/** Which tags a schema has, by name; we ask for one schema, and for no tag by its name. */
const CORE_TAGS = `import {schema} from './core/schema.js'
export const coreKnownTags = {}
export const getTags = () => schema.slice()`
/** How a tag of that schema is written, and made of a value. */
const WRITER = /^ {4}(?:(?:identify|createNode): [^\n]*,\n|stringify\([^\n]*\) \{\n[^]*?^ {4}\}\n|stringify: [^]*?\n(?=\}))/gm
const EXPORTED = /^export \{ (.+) \};$/m

/** What a tree of YAML can be asked and told; directives are read with some of it. */
const METHOD = new RegExp('^ {4}(?:static )?(?:clone|(?:add|delete|get|has|set)(?:In)?|hasAllNullValues|createAlias|createNode'
  + '|createPair|from|resolve|toJS|toJSON|toString)\\([^\\n]*\\) \\{\\n[^]*?^ {4}\\}\\n', 'gm')
const OF_DIRECTIVES = /^ {4}(?:tagString|toString)\([^\n]*\) \{\n[^]*?^ {4}\}\n/gm

/**
 * @param path - of a source file, with slashes
 * @returns what is needed of it; undefined where that is all
 */
export function leanParser(path: string, code: string): string | undefined {
  if (path.endsWith('/markdown-it.mjs')) return code.replace(REGION, (region, name: string) => MARKDOWN_IT[name] ?? region)
  if (!path.includes('/yaml/browser/dist/')) return undefined
  if (path.endsWith('/schema/tags.js')) return CORE_TAGS
  if (/\/schema\/(?:core|common)\//.test(path)) return code.replace(WRITER, '')
  const names = NEVER_CALLED.test(path) && EXPORTED.exec(code)?.[1]
  if (names) return `export let ${names}`
  if (path.endsWith('/doc/directives.js')) return code.replace(OF_DIRECTIVES, '')
  if (path.endsWith('/errors.js')) return code.replace(/^const prettifyError[^]*?^\};$/m, 'let prettifyError')
  return /\/(?:doc|nodes)\//.test(path) ? code.replace(METHOD, '') : undefined
}
