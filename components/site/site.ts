import type {Guide} from '../model/guide/guide.js'
import {canonicalAddress} from './addresses.js'
import {guideStyles} from './guide.styles.js'
import {htmlPage} from './html.js'
import {carefully, escapeHtml, type Drawing, type StaticPage} from './page.js'
import {staticPages} from './pages.js'
import type {Chunks} from './preload.js'

/** A file of the site. The text of a page is made only when it is asked for: a preview shows a few pages of a thousand. */
export interface StaticFile { path: string; readonly text: string }

/**
 * The guide as a site that reads without script: its pages and their look.
 *
 * @param site - where it will be on the web. Without it, no page can name its one address, and there is no `sitemap.xml`
 * @param chunks - of the scripts beside it; missing in a preview. With them, pages ask for scripts ahead
 */
export function staticSite(guide: Guide, site?: URL, chunks?: Chunks, drawing: Drawing = {}): StaticFile[] {
  const makers = staticPages(guide)
  const pages = makers.map(make => make(drawing))
  const textOf = (page: StaticPage) => htmlPage(page, guide, site, chunks, drawing.allowImages)
  return [
    ...pages.map((page, i) => ({
      path: page.place.path,
      get text() {
        try {
          return textOf(page)
        } catch {
          return textOf(makers[i]!({...drawing, guard: carefully}))
        }
      },
    })),
    ...site ? [{path: 'sitemap.xml', text: sitemap(pages, site)}] : [],
    {path: 'guide.css', text: guideStyles()},
  ]
}

function sitemap(pages: readonly StaticPage[], site: URL): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(({place}) => `<url><loc>${escapeHtml(canonicalAddress(place, site))}</loc></url>`).join('\n')}
</urlset>
`
}
