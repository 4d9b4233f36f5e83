import {readdirSync, readFileSync} from 'node:fs'
import {framePage} from '../../components/site/frame-page.js'
import type {Drawing} from '../../components/site/page.js'
import type {Chunks} from '../../components/site/preload.js'
import {staticSite, type StaticFile} from '../../components/site/site.js'
import type {Guide} from '../../components/model/guide/guide.js'

const THEMES = new URL('../../components/themes/', import.meta.url)

/**
 * The files of a built guide that people open: the site, the page for frames, and the themes an embedder can choose.
 *
 * @param site - where it will be on the web
 * @param chunks - of the scripts beside it; missing in a preview
 */
export function siteFiles(guide: Guide, site?: URL, chunks?: Chunks, drawing?: Drawing): StaticFile[] {
  const themes = readdirSync(THEMES).sort().map(name => ({
    path: `themes/${name}`, text: readFileSync(new URL(name, THEMES), 'utf8'),
  }))
  return [...staticSite(guide, site, chunks, drawing), ...framePage(guide, chunks, drawing?.allowImages), ...themes]
}
