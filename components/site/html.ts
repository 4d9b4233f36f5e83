import {readFileSync} from 'node:fs'
import {render} from '@lit-labs/ssr'
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js'
import {html, nothing, type CSSResult, type TemplateResult} from 'lit'
import type {PackFile} from '../compile/pack/pack.js'
import type {Guide} from '../model/guide/guide.js'
import {guideStrings} from '../elements/guide/guide.strings.js'
import {documentStyles} from '../elements/shared/document/document.styles.js'
import {text} from '../elements/shared/styles/text.styles.js'
import {tokens} from '../elements/shared/styles/tokens.styles.js'
import type {Chunks} from '../../cli/bundle/bundle-elements.js'
import {preloadLinks} from './preload.js'
import {
  canonicalAddress, canvasPlace, EMBED_THIS, frameworkPlace, GLOSSARY, HOME, type Place,
} from './addresses.js'
import {staticStrings} from './site.strings.js'

/**
 * Stands for the pack's own address while a page is rendered, because the renderer makes image addresses absolute and
 * nobody knows yet where the pack will be. `.invalid` can never be a real host (RFC 2606).
 */
export const PACK_BASE = 'https://pack.invalid/'

/** One page of the site. */
export interface StaticPage {
  place: Place
  title: string
  /** What search engines show under the title. */
  description: string
  /** Stands around the element, with script or without. */
  before?: TemplateResult
  after?: TemplateResult
  /** The element that takes over where script runs, with its attributes beside `src` and `heading-level`. */
  element: {tag: string; attributes?: Record<string, string>}
  /** What it asks for as soon as it is there, beside its own code and `guide.json`: a part of the guide, and more code. */
  needs?: {part: () => PackFile; code?: string}
  /** What it would ask for instead of any of these, as the page holds it: `dsg.js` finds it there. */
  data?: () => PackFile
  /** What reads without script, inside the element. */
  content: TemplateResult
}

/**
 * The page around it. No inline script or style: it works under the strictest policy.
 *
 * @param chunks - of the scripts beside it, which it then asks for ahead
 */
export function htmlPage(page: StaticPage, guide: Guide, site?: URL, chunks?: Chunks): string {
  const {place: {root}, element, before, after, needs, data} = page
  const title = page.title === guide.title ? page.title : `${page.title} - ${guide.title}`
  // A link could ask for it even earlier, but WebKit would fetch it twice.
  const part: Record<string, string> = chunks && needs ? {'data-part': root + needs.part().path} : {}
  const attributes = Object.entries({src: `${root}guide.json`, 'heading-level': '1', ...element.attributes, ...part})
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

/** Data, which is no script: nothing runs it, no policy forbids it, and no text in it can end it. */
export function dataBlock(json: string): string {
  return `<script type="application/json">${json.trim().replaceAll('<', '\\u003c')}</script>\n`
}

/** Places of the guide that have a page without script. On the home page they stand where the element puts its own. */
export function siteNavigation(guide: Guide, {path, root}: Place): TemplateResult {
  const {home, assessment, glossary, navigation} = guideStrings.en
  const link = (place: Place, words: string) => html`
    <a href=${root + place.path} aria-current=${place.path === path ? 'page' : nothing}>${words}</a>`
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
      <p class="site-name"><a href=${place.root + HOME.path}>${guide.title}</a></p>
      ${siteNavigation(guide, place)}`}
  </div></header>`
}

function footer({place: {path, root}}: StaticPage, {canvases, publisher}: Guide): TemplateResult {
  const link = (place: Place, words: string) => html`<li>
    <a href=${root + place.path} aria-current=${place.path === path ? 'page' : nothing}>${words}</a></li>`
  return html`<footer class="site-footer"><div class="dsg">
    <ul>
      ${canvases.map(({id, title}) => link(canvasPlace(id), title))}
      ${link(EMBED_THIS, staticStrings.en.embedThis)}
    </ul>
    ${publisher ? html`<p>${staticStrings.en.publishedBy(publisher)}</p>` : nothing}
  </div></footer>`
}

/**
 * A template as plain HTML, without the comments by which Lit would find its parts again: no script updates this text.
 *
 * @param root - the way from the page to the pack's folder: '' or `../`
 */
export function htmlText(template: TemplateResult, root = ''): string {
  return collectResultSync(render(template))
    // Content cannot look like any of this: its `<`, `>` and `"` are written as entities.
    .replace(/<!--\/?lit-[^>]*-->|<!--\??-->|<\?>/g, '')
    .replaceAll(`src="${PACK_BASE}`, `src="${root}`)
    .replace(/>\s*\n\s*</g, '>\n<')
    .trim()
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** `guide.css`: the elements' own look, so that nothing moves when they take over, and what stands around them. */
export function staticStyles(): string {
  const own = readFileSync(new URL('guide.css', import.meta.url), 'utf8')
  return [tokens, text, ...documentStyles].map(tidy).join('\n') + own
}

/** Rules for an element's own shadow root say nothing here. */
function tidy({cssText}: CSSResult): string {
  return cssText.replace(/^ {2}:host.*(?:\{[^{}]*\}|\{$[^}]*\})\n/gm, '').replace(/^ {2}/gm, '').trimStart()
}
