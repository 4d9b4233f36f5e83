/** Absolute and without its fragment, so that one guide has one address; undefined for anything but http and https. */
export function guideAddress(src: string): string | undefined {
  if (!URL.canParse(src, document.baseURI)) return undefined
  const url = new URL(src, document.baseURI)
  url.hash = ''
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

/** One file, which is compiled in the page, and not a pack. @param url - absolute */
export function isMarkdown(url: string): boolean {
  return /\.md$/i.test(new URL(url).pathname)
}
