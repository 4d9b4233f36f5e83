import {readdirSync, readFileSync} from 'node:fs'
import type {Guide} from '../model/guide/guide.js'
import type {Chunks} from '../../cli/bundle/bundle-elements.js'
import {canonicalAddress} from './addresses.js'
import {escapeHtml, htmlPage, staticStyles, type StaticPage} from './html.js'
import {staticPages} from './pages.js'

const THEMES = new URL('../themes/', import.meta.url)

/** The text of a page is made each time it is asked for: a preview shows a few pages of a thousand. */
export interface StaticFile { path: string; readonly text: string }

/**
 * The guide as a site that reads without script: its pages, their look, and the themes an embedder can choose.
 *
 * @param site - where it will be on the web. Without it no page can name its one address, and there is no `sitemap.xml`
 * @param chunks - of the scripts beside it, which pages then ask for ahead. A preview has none
 */
export function staticSite(guide: Guide, site?: URL, chunks?: Chunks): StaticFile[] {
  const pages = staticPages(guide)
  return [
    ...pages.map(page => ({path: page.place.path, get text() { return htmlPage(page, guide, site, chunks) }})),
    ...site ? [{path: 'sitemap.xml', text: sitemap(pages, site)}] : [],
    {path: 'guide.css', text: staticStyles()},
    ...readdirSync(THEMES).sort().map(name => ({
      path: `themes/${name}`, text: readFileSync(new URL(name, THEMES), 'utf8'),
    })),
  ]
}

function sitemap(pages: readonly StaticPage[], site: URL): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(({place}) => `<url><loc>${escapeHtml(canonicalAddress(place, site))}</loc></url>`).join('\n')}
</urlset>
`
}
