/** Absolute and without its fragment, so that one guide has one address; undefined for anything but http and https. */
export function guideAddress(src: string): string | undefined {
  if (!URL.canParse(src, document.baseURI)) return undefined
  const {href} = new URL(src, document.baseURI)
  return /^https?:/.test(href) ? href.replace(/#.*/, '') : undefined
}

/** One file, which is compiled in the page, and not a pack. @param url - absolute */
export function isMarkdown(url: string): boolean {
  return /\.md$/i.test(new URL(url).pathname)
}

/** One module with what it uses of its guide. @param guide - absolute address of the pack's `guide.json` */
export function aloneAddress(guide: string, module: string): string {
  return new URL(`alone/${encodeURIComponent(module)}.json`, guide).href
}
