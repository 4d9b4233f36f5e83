import {nearest} from '../formats/nearest.js'
import {THEMES} from '../guide/embed-code.js'
import {sitePage} from '../guide/site-page.js'
import {folderOf, guideFolder, lastOf, LOADERS, type AddressNotes} from './addresses.js'
import {misspelt} from './attributes.js'
import {leadsAstray, meantPart} from './part-faults.js'
import {isHidden, type EmbedFault, type KnownGuide, type WrittenElement} from './written.js'

/** What is wrong around the guide: style sheets, links to its pages, and what the page's own policy forbids. */
export function pageFaults(elements: readonly WrittenElement[], at: AddressNotes): EmbedFault[] {
  const live = elements.filter(element => !isHidden(element))
  const folders = new Set(live.flatMap(element => folderFor(element, at) ?? []))
  if (at.site) folders.add(at.site.href)
  const pages = pagesOf(at.guide)
  const needs = policyNeeds(live, at)
  return [
    ...live.filter(({tag}) => tag === 'link').flatMap(link => sheetFaults(link, folders, at)),
    ...live.filter(({tag}) => tag === 'a').flatMap(link => linkFaults(link, pages, folders, at)),
    ...live.filter(({tag, attributes}) => tag === 'meta' && /^\s*content-security-policy\s*$/i.test(attributes.get('http-equiv') ?? ''))
      .flatMap(meta => policyFaults(meta, needs, at)),
  ]
}

/** The folder of the guide, as an element of the page writes it. */
function folderFor(element: WrittenElement, at: AddressNotes): string | undefined {
  const src = element.attributes.get('src')
  if (src === undefined || at.fault(src) || /\.md$/i.test(lastOf(src)) || leadsAstray(src, at)) return undefined
  return meantPart(element) || at.isFrame(element) ? guideFolder(src) || undefined : undefined
}

/** What an address says after the folder of the guide. */
function within(address: string, folders: Iterable<string>, at: AddressNotes): string | undefined {
  const written = [address.trim(), at.resolved(address)?.href].map(each => each?.replace(/[?#].*$/s, ''))
  for (const folder of folders) {
    const found = written.find(each => each?.startsWith(folder))
    if (found !== undefined) return found.slice(folder.length)
  }
  return undefined
}

function sheetFaults(element: WrittenElement, folders: Iterable<string>, at: AddressNotes): EmbedFault[] {
  const [value, path] = [...element.attributes.values()].map(each => [each, within(each, folders, at)])
    .find(([, each]) => each !== undefined && (each.endsWith('.css') || each.startsWith('themes/'))) ?? []
  if (value === undefined || path === undefined || path === 'guide.css') return []
  const faults = misspelt(element, ['rel', 'href'])
  const rel = element.attributes.get('rel')
  if (!faults.length && !/\b(?:stylesheet|preload|prefetch)\b/i.test(rel ?? '')) {
    faults.push({code: 'not-a-stylesheet', element, name: 'rel', found: rel})
  }
  const themes = THEMES.map(theme => `themes/${theme}.css`)
  if (!themes.includes(path)) {
    faults.push({code: 'unknown-theme', element, name: 'href', found: path, meant: nearest(path, themes), can: themes})
  }
  return faults
}

/** The pages of a guide's site. */
interface SitePages {
  known: string[]
  /** Folders of it whose pages are not known. */
  open: string[]
  /** What was meant by an address that is not known: a menu has the same one on every page, and more than once. */
  meant: Map<string, string | undefined>
}

function pagesOf({modules, pathways, frameworks, canvases}: KnownGuide): SitePages {
  const lists = [
    [sitePage.module, modules], [sitePage.pathway, pathways], [sitePage.framework, frameworks], [sitePage.canvas, canvases],
  ] as const
  return {
    known: [
      sitePage.home, sitePage.glossary, sitePage.embedThis, sitePage.frame,
      ...lists.flatMap(([pageOf, parts]) => parts?.map(({id}) => pageOf(id)) ?? []),
    ],
    open: lists.flatMap(([pageOf, parts]) => parts ? [] : folderOf(pageOf(''))),
    meant: new Map(),
  }
}

function linkFaults(
  element: WrittenElement, {known, open, meant}: SitePages, folders: Iterable<string>, at: AddressNotes,
): EmbedFault[] {
  const href = element.attributes.get('href')
  if (href === undefined) {
    return [...element.attributes.values()].some(each => within(each, folders, at) !== undefined) ? misspelt(element, ['href']) : []
  }
  const path = within(href, folders, at)
  // A folder answers with its first page, and files of other kinds are not ours to know.
  if (!path || !/\.html?$|^[^.]*$/i.test(path) || known.includes(path) || open.some(folder => path.startsWith(folder))) return []
  if (!meant.has(path)) meant.set(path, nearest(path, known))
  return [{code: 'no-such-page', element, name: 'href', found: href, meant: meant.get(path)}]
}

/** The directives that decide about a thing, the first that there is. */
const DIRECTIVES = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  data: ['connect-src', 'default-src'],
  sheet: ['style-src-elem', 'style-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
} as const

/** What a page needs a policy to allow: one of each kind and place. */
interface PolicyNeed { kind: keyof typeof DIRECTIVES; src: string; attributes: WrittenElement['attributes'] }

function policyNeeds(live: readonly WrittenElement[], at: AddressNotes): PolicyNeed[] {
  const needs = new Map<string, PolicyNeed>()
  for (const element of live) {
    const {tag, attributes} = element
    const src = attributes.get(tag === 'link' ? 'href' : 'src')
    const kind = src === undefined ? undefined
      : meantPart(element) !== undefined ? 'data'
        : at.isFrame(element) ? 'frame'
          : tag === 'script' && LOADERS.some(file => file === lastOf(src)) ? 'script'
            : tag === 'link' && at.isOfSite(src) ? 'sheet' : undefined
    if (kind) needs.set(`${kind} ${at.resolved(src!)?.origin ?? ''} ${attributes.get('nonce') ?? ''}`, {kind, src: src!, attributes})
  }
  return [...needs.values()]
}

function policyFaults(meta: WrittenElement, needs: readonly PolicyNeed[], at: AddressNotes): EmbedFault[] {
  const policy = new Map((meta.attributes.get('content') ?? '').toLowerCase().split(';').flatMap(each => {
    const [name, ...values] = each.trim().split(/\s+/)
    return name ? [[name, values] as const] : []
  }).reverse())
  const faults = new Map<string, EmbedFault>()
  for (const {kind, src, attributes} of needs) {
    const name = DIRECTIVES[kind].find(each => policy.has(each))
    const is = name === undefined ? 'yes' : allows(policy.get(name)!, src, attributes, at)
    if (is === 'yes') continue
    const meant = at.resolved(src)?.origin ?? '\'self\''
    faults.set(name!, {code: is === 'no' ? 'policy' : 'policy-self', element: meta, name: 'content', found: name, meant})
  }
  const types = policy.get('trusted-types')
  if (needs.some(({kind}) => kind === 'data') && types && !types.includes('lit-html') && !types.includes('*')) {
    faults.set('trusted-types', {code: 'policy', element: meta, name: 'content', found: 'trusted-types', meant: 'lit-html'})
  }
  return [...faults.values()]
}

/** @returns `self` where it depends on which site the page is on */
function allows(
  list: readonly string[], address: string, attributes: ReadonlyMap<string, string>, at: AddressNotes,
): 'yes' | 'no' | 'self' {
  const nonce = attributes.get('nonce')
  if (nonce !== undefined && list.some(each => each.startsWith('\'nonce-'))) return 'yes'
  if (list.includes('\'strict-dynamic\'')) return 'no'
  if (attributes.has('integrity') && list.some(each => each.startsWith('\'sha'))) return 'yes'
  const url = at.resolved(address)
  const hosts = list.filter(each => !each.startsWith('\''))
  if (hosts.includes('*')) return 'yes'
  if (!url) return list.includes('\'self\'') ? 'yes' : hosts.length ? 'self' : 'no'
  if (hosts.some(each => covers(each, url))) return 'yes'
  if (!list.includes('\'self\'')) return 'no'
  return at.page === undefined ? 'self' : at.page.origin === url.origin ? 'yes' : 'no'
}

/** CSP 3, "Does url match expression", without the path: nobody writes one for a folder of files. */
function covers(source: string, {protocol, hostname, host}: {protocol: string; hostname: string; host: string}): boolean {
  if (/^[a-z][a-z0-9+.-]*:$/.test(source)) return source === protocol || (source === 'http:' && protocol === 'https:')
  const [, scheme, name, port] = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?/.exec(source) ?? []
  if (name === undefined || (scheme && scheme !== protocol && !(scheme === 'http:' && protocol === 'https:'))) return false
  if (port && port !== '*' && !host.endsWith(`:${port}`) && !(port === '443' && protocol === 'https:')) return false
  return name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : name === hostname
}
