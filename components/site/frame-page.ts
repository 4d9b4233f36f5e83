import {frameStrings} from '../embed/frame/frame.strings.js'
import type {Guide} from '../model/guide/guide.js'
import {framePageStyles} from './frame-page.styles.js'
import {escapeHtml} from './page.js'
import {preloadLinksForAny, type Chunks} from './preload.js'

/**
 * The page to show in a frame on another site, `embed.html`, with its style sheet. Its script `embed.js` comes with the elements'
 * scripts, and so does `dsg-frame.js`, the script for the page around.
 *
 * @param chunks - of the scripts beside it. With them, the page asks for scripts ahead
 * @param allowImages - origins of other sites that images may come from
 */
export function framePage(
  {lang, title}: Pick<Guide, 'lang' | 'title'>, chunks?: Chunks, allowImages: readonly string[] = [],
): {path: string; text: string}[] {
  const say = frameStrings.en
  const allowed = allowImages.length ? ` data-allow-images="${escapeHtml(allowImages.join(' '))}"` : ''
  const text = `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="embed.css">
<script type="module" src="embed.js"></script>
<script type="module" src="dsg.js"></script>
${chunks ? preloadLinksForAny(chunks) : ''}\
</head>
<body>
<main aria-label="${escapeHtml(title)}"${allowed}>
<p><a href="index.html">${escapeHtml(say.plainPages(title))}</a></p>
</main>
</body>
</html>
`
  return [{path: 'embed.html', text}, {path: 'embed.css', text: framePageStyles.cssText}]
}
