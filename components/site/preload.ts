import type {StaticPage} from './page.js'

/** For each module with a file of its own, by path in `components`: the files that have to be there before it runs. */
export type Chunks = Readonly<Record<string, readonly string[]>>

type PageWithCode = Pick<StaticPage, 'element' | 'needs'> & {place: Pick<StaticPage['place'], 'root'>}

/**
 * Links by which a page asks at once for the scripts that its element would ask for one after the other. There is no link for
 * `guide.json`: elements ask for it past the browser's cache, which a link cannot do, so Firefox would fetch it twice and
 * Chromium would show an old one. Nor is there one for other data, which WebKit would fetch twice. `dsg.js` asks for these.
 */
export function preloadLinks({place: {root}, element: {tag}, needs}: PageWithCode, chunks: Chunks): string {
  const modules = [`elements/${tag.replace('dsg-', '')}/define`, ...needs?.code ? [needs.code] : []]
  return links(modules.flatMap(module => chunks[module] ?? missing(module)), root)
}

/** Links for a page that can show any element: to the files that all elements need. */
export function preloadLinksForAny(chunks: Chunks): string {
  const elements = Object.keys(chunks).filter(module => module.endsWith('/define'))
  const [first = [], ...others] = elements.map(module => chunks[module]!)
  return links(first.filter(file => others.every(files => files.includes(file))), '')
}

/** The links have no `crossorigin`, because `dsg.js` asks for modules of its own site without it. */
function links(files: readonly string[], root: string): string {
  return [...new Set(files)].map(file => `<link rel="modulepreload" href="${root}${file}">\n`).join('')
}

function missing(module: string): never {
  throw new Error(`The elements' scripts have no file for ${module}.`)
}
