import {PARTS, type Offered} from './parts.js'
import {sitePage} from './site-page.js'

/** The looks that come with the guide, each a style sheet in `themes/`. */
export const THEMES = ['nhs', 'trust', 'contrast'] as const

/** What an embedder wants on a page. */
export interface Embed {
  show: Offered
  /** Id of the pathway, module, framework or canvas; missing for the whole guide and for the search. */
  id?: string
  theme?: typeof THEMES[number]
  /** True when nothing is to be kept on a device, wherever the page is opened. */
  isShared?: boolean
  /** What people read until the guide is there, as the words of a link. */
  title: string
}

/**
 * HTML for a page that takes scripts.
 *
 * @param site - address of the built site's folder, with a slash at its end
 */
export function scriptCode(embed: Embed, site: string): string {
  const {names} = PARTS[embed.show]
  const attributes = [
    ` src="${escaped(site)}guide.json"`,
    names && embed.id ? ` ${names}="${escaped(embed.id)}"` : '',
    embed.isShared ? ' shared-computer' : '',
  ].join('')
  return [
    ...embed.theme ? [`<link rel="stylesheet" href="${escaped(site)}themes/${embed.theme}.css">`] : [],
    `<script type="module" src="${escaped(site)}dsg.js"></script>`,
    `<dsg-${embed.show}${attributes}>`,
    `  <p><a href="${escaped(pageAddress(embed, site))}">${escaped(embed.title)}</a></p>`,
    `</dsg-${embed.show}>`,
  ].join('\n')
}

/** HTML for a page that takes frames. The frame scrolls inside, unless `frameScript` is on the page as well. */
export function frameCode(embed: Embed, site: string): string {
  return `<iframe data-dsg-frame src="${escaped(frameAddress(embed, site))}" title="${escaped(embed.title)}" `
    + 'width="100%" height="700"></iframe>'
}

/** HTML that makes such a frame as tall as what is in it. */
export function frameScript(site: string): string {
  return `<script src="${escaped(site)}dsg-frame.js" defer></script>`
}

/** The address of the frame page that shows this part. */
export function frameAddress({show, id, theme, isShared}: Embed, site: string): string {
  const {names, show: shown} = PARTS[show]
  const asked = [
    `show=${shown}`, names && id && `${names}=${id}`, theme && `theme=${theme}`, isShared && 'shared-computer=true',
  ]
  return `${site}${sitePage.frame}?${asked.filter(Boolean).join('&')}`
}

/** The address of the site's page that shows the same part, and reads without script. */
export function pageAddress({show, id = ''}: Embed, site: string): string {
  const page = sitePage[PARTS[show].page!]
  return site + (typeof page === 'string' ? page : page(id))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
