import {sitePage} from './site-page.js'

/** What can be put on a page. */
export type Show = 'guide' | 'pathway' | 'module' | 'quiz' | 'search' | 'assessment' | 'canvas'

/** The looks that come with the guide, each a style sheet in `themes/`. */
export const THEMES = ['nhs', 'trust', 'contrast'] as const

/** What an embedder wants on a page. */
export interface Embed {
  show: Show
  /** Of the pathway, module, framework or canvas; the whole guide and the search have none. */
  id?: string
  theme?: typeof THEMES[number]
  /** Nothing is kept on the device, wherever the page is opened. */
  isShared?: boolean
  /** What people read until the guide is there, as the words of a link. */
  title: string
}

interface Part {
  tag: string
  /** Attribute that names the part. */
  names?: string
  /** The page that reads without script. */
  page(id: string): string
}

const PARTS: Record<Show, Part> = {
  guide: {tag: 'dsg-guide', page: () => sitePage.home},
  pathway: {tag: 'dsg-pathway', names: 'pathway', page: sitePage.pathway},
  module: {tag: 'dsg-module', names: 'module', page: sitePage.module},
  quiz: {tag: 'dsg-quiz', names: 'module', page: sitePage.module},
  search: {tag: 'dsg-search', page: () => sitePage.home},
  assessment: {tag: 'dsg-self-assessment', names: 'framework', page: sitePage.framework},
  canvas: {tag: 'dsg-canvas', names: 'canvas', page: sitePage.canvas},
}

/**
 * HTML for a page that takes scripts.
 *
 * @param site - address of the built site's folder, with a slash at its end
 */
export function scriptCode(embed: Embed, site: string): string {
  const {tag, names} = PARTS[embed.show]
  const attributes = [
    ` src="${escaped(site)}guide.json"`,
    names && embed.id ? ` ${names}="${escaped(embed.id)}"` : '',
    embed.isShared ? ' shared-computer' : '',
  ].join('')
  return [
    ...embed.theme ? [`<link rel="stylesheet" href="${escaped(site)}themes/${embed.theme}.css">`] : [],
    `<script type="module" src="${escaped(site)}dsg.js"></script>`,
    `<${tag}${attributes}>`,
    `  <p><a href="${escaped(pageAddress(embed, site))}">${escaped(embed.title)}</a></p>`,
    `</${tag}>`,
  ].join('\n')
}

/** HTML for a page that takes frames. It scrolls inside unless `frameScript` is on the page as well. */
export function frameCode(embed: Embed, site: string): string {
  return `<iframe data-dsg-frame src="${escaped(frameAddress(embed, site))}" title="${escaped(embed.title)}" `
    + 'width="100%" height="700"></iframe>'
}

/** A line that makes such a frame as tall as what is in it. */
export function frameScript(site: string): string {
  return `<script src="${escaped(site)}dsg-frame.js" defer></script>`
}

/** The frame page, showing what is wanted. */
export function frameAddress({show, id, theme, isShared}: Embed, site: string): string {
  const {names} = PARTS[show]
  const asked = [
    `show=${show}`, names && id && `${names}=${id}`, theme && `theme=${theme}`, isShared && 'shared-computer=true',
  ]
  return `${site}${sitePage.frame}?${asked.filter(Boolean).join('&')}`
}

/** The page that shows the same by itself, and reads without script. */
export function pageAddress({show, id = ''}: Embed, site: string): string {
  return site + PARTS[show].page(id)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
