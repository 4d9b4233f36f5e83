import type {Plugin} from 'vite'

/** One text of a template: what stands between two expressions. */
interface TemplateText { start: number; end: number; raw: string; tag: Tag; isWhole: boolean }
type Tag = 'css' | 'html' | 'svg'

/**
 * Removes from `css`, `html` and `svg` templates what only readers of the source need, such as indents. Minifiers leave
 * strings alone, and half of the bytes of an element are in these templates.
 */
export const minifyTemplates: Plugin = {
  name: 'minify-templates',
  // When TypeScript is gone, and before names are shortened.
  enforce: 'post',
  transform: {
    filter: {id: /[\\/]components[\\/].+\.ts$/, code: /\b(?:css|html|svg)`/},
    async handler(code) {
      const texts = textsIn(this.parse(code)).sort((a, b) => b.start - a.start)
      let result = code
      // From the last to the first, so that the positions of the texts before stay right.
      for (const text of texts) result = result.slice(0, text.start) + await shortened(text) + result.slice(text.end)
      return {code: result, map: null}
    },
  },
}

async function shortened({tag, raw, isWhole}: TemplateText): Promise<string> {
  if (tag !== 'css') return withoutIndents(raw)
  // Only a whole style sheet can be minified, not a part between two expressions.
  if (!isWhole) return raw
  // Imported here, because the published command makes no bundles and has no esbuild.
  const {transform} = await import('esbuild')
  const {code} = await transform(raw.replaceAll('\\\\', '\\'), {loader: 'css', minify: true, charset: 'utf8'})
  return code.trim().replace(/[\\`]|\$\{/g, '\\$&')
}

/** Elements that begin a new line. Not buttons and selects: these stand in a line of text, where a space before them shows. */
const BLOCK = '/?(?:article|blockquote|caption|d[dlt]|details|dialog|div|fieldset|form|h[1-6]|legend|li|nav|ol|option|p|section'
  + '|summary|table|tbody|td|th|thead|tr|ul)\\b[^<>]*'
const BEFORE_BLOCK = new RegExp(`\\s*\\n\\s*(?=<${BLOCK}>?)`, 'g')
const AFTER_BLOCK = new RegExp(`(<${BLOCK}>)\\s*\\n\\s*`, 'g')

/** White space at the edge of a block shows nowhere; elsewhere one space is as good as many. */
function withoutIndents(html: string): string {
  return html.replace(BEFORE_BLOCK, '').replace(AFTER_BLOCK, '$1').replace(/\s+/g, ' ')
}

function textsIn(node: unknown): TemplateText[] {
  if (Array.isArray(node)) return node.flatMap(textsIn)
  if (typeof node !== 'object' || node === null) return []
  const {type, tag, quasi} = node as {type?: string; tag?: {name?: string}; quasi?: {quasis: Quasi[]}}
  const inside = Object.values(node).flatMap(textsIn)
  if (type !== 'TaggedTemplateExpression' || !quasi || !isTag(tag?.name)) return inside
  const {name} = tag as {name: Tag}
  return [...inside, ...quasi.quasis.map(({start, end, value: {raw}}, _, all) =>
    ({start, end, raw, tag: name, isWhole: all.length === 1}))]
}

interface Quasi { start: number; end: number; value: {raw: string} }

function isTag(name: string | undefined): name is Tag {
  return name === 'css' || name === 'html' || name === 'svg'
}
