/**
 * Absolute and without its fragment, so that one guide has one address: its folder (`/guide/`, `/guide`) and the page in it
 * (`/guide/index.html`), as people copy them, stand for the folder's `guide.json`. Undefined for anything but http and https.
 */
export function guideAddress(src: string): string | undefined {
  if (!URL.canParse(src, document.baseURI)) return undefined
  const url = new URL(src, document.baseURI)
  const folder = url.pathname.replace(/\/(index\.html)?$/, '')
  // What has no extension is a folder. One begins with a letter: `v1.2` is a folder too.
  if (folder !== url.pathname || !/\.[a-z]\w*$/i.test(folder)) url.pathname = `${folder}/guide.json`
  url.hash = ''
  return /^https?:/.test(url.href) ? url.href : undefined
}

/** One file, which is compiled in the page, and not a pack. @param url - absolute */
export function isMarkdown(url: string): boolean {
  return /\.md$/i.test(new URL(url).pathname)
}

/** One module with what it uses of its guide. @param guide - absolute address of the pack's `guide.json` */
export function aloneAddress(guide: string, module: string): string {
  return new URL(`alone/${encodeURIComponent(module)}.json`, guide).href
}
