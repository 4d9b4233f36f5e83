import {readFileSync} from 'node:fs'
import {render} from '@lit-labs/ssr'
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js'
import type {TemplateResult} from 'lit'
import type {Guide} from '../components/model/guide.js'

/**
 * Stands for the pack's own address while a page is rendered, because the renderer makes image addresses absolute and
 * nobody knows yet where the pack will be. `.invalid` can never be a real host (RFC 2606).
 */
export const PACK_BASE = 'https://pack.invalid/'

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

interface PageParts {
  guide: Guide
  title: string
  root: string
  /** HTML. */
  main: string
}

/** The page around it. No inline script or style: it works under the strictest policy. */
export function htmlPage({guide, title, root, main}: PageParts): string {
  const toGuide = root ? `<header><a href="${root}index.html">${escapeHtml(guide.title)}</a></header>\n` : ''
  return `<!doctype html>
<html lang="${escapeHtml(guide.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${root}guide.css">
<script type="module" src="${root}dsg.js"></script>
</head>
<body>
${toGuide}<main>
${main}
</main>
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The style sheet of those pages, `guide.css`. */
export function staticStyles(): string {
  return readFileSync(new URL('guide.css', import.meta.url), 'utf8')
}
