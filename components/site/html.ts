import {html, nothing, type TemplateResult} from 'lit'
import type {Guide} from '../model/guide/guide.js'
import {guideStrings} from '../elements/guide/guide.strings.js'
import {
  canonicalAddress, canvasPlace, EMBED_THIS, frameworkPlace, GLOSSARY, HOME, linkTo, type PageAddress,
} from './addresses.js'
import {dataBlock, escapeHtml, htmlText, type StaticPage} from './page.js'
import {preloadLinks, type Chunks} from './preload.js'
import {staticStrings} from './site.strings.js'

/**
 * A page as a whole HTML file. It has no inline script or style, so it works under the strictest content security policy.
 *
 * @param chunks - of the scripts beside it. With them, the page asks for scripts ahead
 * @param allowImages - origins of other sites that its images may come from
 */
export function htmlPage(
  page: StaticPage, guide: Guide, site?: URL, chunks?: Chunks, allowImages: readonly string[] = [],
): string {
  const {place: {root}, element, before, after, needs, data} = page
  const title = page.title === guide.title ? page.title : `${page.title} - ${guide.title}`
  // `dsg.js` finds this address, and asks for the data early. A link in the head would be earlier, but WebKit fetches twice then.
  const part: Record<string, string> = chunks && needs ? {'data-part': root + needs.part().path} : {}
  const allowed: Record<string, string> = allowImages.length ? {'allow-images': allowImages.join(' ')} : {}
  const attributes = Object.entries({src: `${root}guide.json`, 'heading-level': '1', ...element.attributes, ...allowed, ...part})
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
  return `<!doctype html>
<html lang="${escapeHtml(guide.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
${site ? `<link rel="canonical" href="${escapeHtml(canonicalAddress(page.place, site))}">\n` : ''}\
<link rel="stylesheet" href="${root}guide.css">
<script type="module" src="${root}dsg.js"></script>
${chunks ? preloadLinks(page, chunks) : ''}\
</head>
<body>
<a class="skip" href="#main">${staticStrings.en.skip}</a>
${htmlText(header(page, guide), root)}
<main id="main">
${before ? `${htmlText(html`<div class="dsg">${before}</div>`, root)}\n` : ''}\
<${element.tag}${attributes}>
<div class="dsg">
${htmlText(page.content, root)}
</div>
${chunks && data ? dataBlock(data().text) : ''}\
</${element.tag}>
${after ? `${htmlText(html`<div class="dsg">${after}</div>`, root)}\n` : ''}\
</main>
${htmlText(footer(page, guide), root)}
</body>
</html>
`
}

/** Links to places of the guide, for reading without script. On the home page, they are where the element puts its own links. */
export function siteNavigation(guide: Guide, {path, root}: PageAddress): TemplateResult {
  const {home, assessment, glossary, navigation} = guideStrings.en
  const link = (place: PageAddress, words: string) => html`
    <a href=${linkTo(place, root)} aria-current=${place.path === path ? 'page' : nothing}>${words}</a>`
  return html`<nav class="navigation" aria-label=${navigation}>
    ${link(HOME, home)}
    ${guide.frameworks[0] ? link(frameworkPlace(guide.frameworks[0].id), assessment) : nothing}
    ${guide.glossary.length ? link(GLOSSARY, glossary) : nothing}
  </nav>`
}

function header({place}: StaticPage, guide: Guide): TemplateResult {
  const isHome = place.path === HOME.path
  return html`<header class="site-header"><div class="dsg">
    ${isHome ? html`<p class="site-name">${guide.publisher ?? guide.title}</p>` : html`
      <p class="site-name"><a href=${linkTo(HOME, place.root)}>${guide.title}</a></p>
      ${siteNavigation(guide, place)}`}
  </div></header>`
}

function footer({place: {path, root}}: StaticPage, {canvases, publisher}: Guide): TemplateResult {
  const link = (place: PageAddress, words: string) => html`<li>
    <a href=${linkTo(place, root)} aria-current=${place.path === path ? 'page' : nothing}>${words}</a></li>`
  return html`<footer class="site-footer"><div class="dsg">
    <ul>
      ${canvases.map(({id, title}) => link(canvasPlace(id), title))}
      ${link(EMBED_THIS, staticStrings.en.embedThis)}
    </ul>
    ${publisher ? html`<p>${staticStrings.en.publishedBy(publisher)}</p>` : nothing}
  </div></footer>`
}
