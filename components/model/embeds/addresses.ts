import type {EmbedFaultCode, HostPage, KnownGuide, WrittenElement} from './written.js'

/** As much of a browser's `URL` as is read here. It belongs to no language and is everywhere. */
export interface WebAddress {
  readonly href: string
  readonly origin: string
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly pathname: string
  readonly searchParams: {
    keys(): Iterable<string>
    get(name: string): string | null
    getAll(name: string): string[]
  }
}
declare const URL: {new(url: string, base?: string): WebAddress; canParse(url: string, base?: string): boolean}

/** Scripts that load the elements. */
export const LOADERS = ['dsg.js', 'dsg-all.js'] as const
/** What people put on pages of the files that `dsg build` writes. */
const FILES = [...LOADERS, 'dsg-frame.js', 'dsg-course.js', 'guide.json', 'embed.html'] as const

/** What stands in our own instructions where people are to write something of theirs. */
const PLACEHOLDER = /\bYOUR[-_ ](?:SITE|ORGANISATION)\b|^ADDRESS\/|^https?:\/\/(?:[\w-]+\.)*example(?:\.(?:com|org|net|nhs\.uk))?(?:[:/]|$)/
const LOCAL = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]|.+\.localhost)$/
/** The query of a frame. Other people's pages are called embed.html too. */
const ASKS = /[?&;](?:show|module|pathway|framework|canvas|shared-computer)=/
/** A place where a server fills in something. What comes of it cannot be told. */
const TEMPLATE = /\{\{|\{%|<\?|<%|\$\{/

/** How addresses on a page are to be read. */
export class AddressNotes {
  readonly guide: KnownGuide
  readonly site?: WebAddress
  readonly page?: WebAddress
  readonly #base?: string

  constructor(base: string | undefined, {site, address, guide = {}}: HostPage) {
    this.#base = base
    this.site = site === undefined ? undefined : parsed(site)
    this.page = address === undefined ? undefined : parsed(address)
    this.guide = guide
  }

  /** Absolute; undefined when it is relative to something unknown, or no address. */
  resolved(address: string): WebAddress | undefined {
    const written = address.trim()
    return parsed(written, /^[/\\]{2}/.test(written) ? this.#base ?? 'https://x' : this.#base)
  }

  /** True for an address in the folder of the guide. */
  isOfSite(address: string): boolean {
    return this.site !== undefined && !!this.resolved(address)?.href.startsWith(this.site.href)
  }

  /** What is wrong with an address whatever it leads to. */
  fault(address: string): EmbedFaultCode | undefined {
    const written = address.trim()
    if (!written) return 'no-address'
    if (TEMPLATE.test(written) || this.isOfSite(written)) return undefined
    if (PLACEHOLDER.test(written)) return 'placeholder'
    if (/^(?!https?:)(?:[a-z][a-z0-9+.-]*:|\\\\)/i.test(written)) return 'not-web'
    const url = this.resolved(written)
    if (!url) return /^https?:/i.test(written) ? 'not-web' : undefined
    const here = this.#base === undefined ? this.site : parsed(this.#base)
    if (!/^https?:$/.test(url.protocol)) return here && url.protocol === here.protocol ? undefined : 'not-web'
    if (LOCAL.test(url.hostname)) return here && LOCAL.test(here.hostname) ? undefined : 'only-here'
    return url.protocol === 'http:' && here?.protocol === 'https:' ? 'insecure' : undefined
  }

  /** True for a frame that shows the guide, or was meant to. */
  isFrame({tag, attributes}: WrittenElement): boolean {
    return tag === 'iframe' && (attributes.has('data-dsg-frame') || [...attributes.values()].some(value =>
      this.isOfSite(value) || ASKS.test(value) && fileOf(value) || fileOf(value) === 'guide.json'))
  }
}

/** @param elements - of the page, for its `base` */
export function addressNotes(elements: readonly WrittenElement[], page: HostPage): AddressNotes {
  const written = elements.find(({tag, attributes}) => tag === 'base' && attributes.has('href'))?.attributes.get('href')
  return new AddressNotes(written === undefined ? page.address : parsed(written, page.address)?.href, page)
}

/** The file that an address names, when it is one of ours or nearly so. @returns its name as it is written */
export function fileOf(address: string): string | undefined {
  const name = lastOf(address)
  return name && nearFile(name) && name
}

/** What a file of ours is called that is named like this, but for one slip: d3.js is two from dsg.js. */
export function nearFile(name: string): string | undefined {
  return FILES.find(file => file === name) ?? FILES.find(file => slips(name, file) === 1)
}

/** The last part of an address' path. */
export function lastOf(address: string): string {
  return address.trim().replace(/[?#].*$/s, '').replace(/^.*[/\\]/s, '')
}

/** An address without the last part of its path. */
export function folderOf(address: string): string {
  return address.trim().replace(/[?#].*$/s, '').replace(/[^/\\]*$/, '')
}

/** The folder of a guide, from an address as an element takes it: of its file, of its first page, or of the folder itself. */
export function guideFolder(src: string): string {
  // What has no extension is a folder. One begins with a letter: v1.2 is a folder too.
  return /\.[a-z]\w*$/i.test(lastOf(src)) || !lastOf(src) ? folderOf(src) : `${src.trim().replace(/[?#].*$/s, '')}/`
}

/** One letter too many, missing or wrong, or two neighbours that were swapped, count as one slip; all else as more. */
function slips(a: string, b: string): number {
  if (a === b) return 0
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return x.length <= 1 && y.length <= 1 || x.length === 2 && y === x[1]! + x[0]! ? 1 : 2
}

function parsed(address: string, base?: string): WebAddress | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined
}
