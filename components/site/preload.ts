import type {StaticPage} from './page.js'

/** By path in `components`, for each module with a file of its own: the files that have to be there before it runs. */
export type Chunks = Readonly<Record<string, readonly string[]>>

type PageWithCode = Pick<StaticPage, 'element' | 'needs'> & {place: Pick<StaticPage['place'], 'root'>}

/**
 * Links by which a page asks at once for the scripts that its element would ask for one after the other. The guide is not
 * among them: elements ask for `guide.json` past the browser's cache, which a link cannot, so Firefox would fetch it twice
 * and Chromium show an old one; and WebKit fetches twice whatever is not a script. `dsg.js` asks for those early.
 */
export function preloadLinks({place: {root}, element: {tag}, needs}: PageWithCode, chunks: Chunks): string {
  const modules = [`elements/${tag.replace('dsg-', '')}/define`, ...needs?.code ? [needs.code] : []]
  return links(modules.flatMap(module => chunks[module] ?? missing(module)), root)
}

/** The same for a page that can show any element: what all of them need. */
export function preloadLinksForAny(chunks: Chunks): string {
  const elements = Object.keys(chunks).filter(module => module.endsWith('/define'))
  const [first = [], ...others] = elements.map(module => chunks[module]!)
  return links(first.filter(file => others.every(files => files.includes(file))), '')
}

/** No `crossorigin`: `dsg.js` asks for modules of its own site without. */
function links(files: readonly string[], root: string): string {
  return [...new Set(files)].map(file => `<link rel="modulepreload" href="${root}${file}">\n`).join('')
}

function missing(module: string): never {
  throw new Error(`The elements' scripts have no file for ${module}.`)
}
