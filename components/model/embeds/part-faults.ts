import {isSafeImage} from '../guide/document.js'
import {EVERY_PART, PART_NAMES, PARTS, type PartName} from '../guide/parts.js'
import {nearest} from '../formats/nearest.js'
import {fileOf, folderOf, guideFolder, lastOf, nearFile, type AddressNotes} from './addresses.js'
import {misspelt} from './attributes.js'
import {isHidden, type EmbedFault, type KnownGuide, type WrittenElement} from './written.js'

declare const URL: {canParse(url: string): boolean}

type PartTag = `dsg-${PartName}`

/** What people call a part: its tag, or what a frame's address says after `show=`. */
const CALLED = new Map<string, PartTag>([
  ...PART_NAMES.flatMap(name => PARTS[name].show ? [[`dsg-${PARTS[name].show}`, `dsg-${name}`] as const] : []),
  ...PART_NAMES.map(name => [`dsg-${name}`, `dsg-${name}`] as const),
])

/** Elements of HTML that lead somewhere by right. */
const LEADS = ['script', 'link', 'iframe', 'a', 'area', 'img', 'base', 'form', 'embed', 'object', 'source', 'input', 'meta', 'frame']

/** Which list of a guide has the ids that an attribute takes, and the part that shows one of them. */
const LISTS = {
  module: ['modules', 'dsg-module'], pathway: ['pathways', 'dsg-pathway'], framework: ['frameworks', 'dsg-self-assessment'],
  canvas: ['canvases', 'dsg-canvas'], term: ['glossary', 'dsg-glossary'],
} as const satisfies Record<string, readonly [keyof KnownGuide, PartTag]>
type Kind = keyof typeof LISTS

/** What an id has to look like; for a list of them, each. There are capitals in the ids of a framework's domains, such as D1. */
const ID = /^[A-Za-z0-9-]+$/

/** The part that an element is or was meant to be; `''` when it was meant for one, and nobody can tell for which. */
export function meantPart(element: WrittenElement): PartTag | '' | undefined {
  const {tag, attributes} = element
  const part = CALLED.get(tag)
  if (part || LEADS.includes(tag)) return part
  const src = attributes.get('src')
  const isNamedSo = tag.startsWith('dsg')
  if (!isNamedSo && src === undefined) return undefined
  const meant = nearest(tag, CALLED.keys())
  const near = meant && CALLED.get(meant)
  if (/^dsg(?![a-z])/.test(tag) || fileOf(src ?? '') === 'guide.json') return near ?? ''
  // Other people's elements have names like ours, and load other things.
  return isNamedSo || /^[^.]*$|\.(?:json|md)$/i.test(lastOf(src!)) ? near : undefined
}

/** What is wrong with the elements of the guide, and with those that were meant to be. */
export function partFaults(elements: readonly WrittenElement[], at: AddressNotes): EmbedFault[] {
  const isBySomeScript = elements.some(({tag, attributes}) => tag === 'script' && lastOf(attributes.get('src') ?? '') === 'dsg-course.js')
  const isShown = elements.some(element => !isHidden(element) && meantPart(element))
  return elements.flatMap(element => {
    const meant = meantPart(element)
    if (meant === undefined) return writing(element, at)
    // What was put away beside what shows was put away on purpose.
    if (isHidden(element)) return isShown && isPutAway(element) ? [] : slipsOf(element)
    const tag = meant === element.tag ? [] : [{
      code: 'unknown-tag', element, found: element.tag, meant: meant || undefined,
      can: PART_NAMES.filter(name => !PARTS[name].only).map(name => `dsg-${name}`),
    } as const]
    if (!meant) return [...slipsOf(element), ...tag]
    const name = meant.slice(4) as PartName
    if (PARTS[name].only === 'inside') return [{code: 'inside-only', element}]
    // An end tag that is right is no mistake of its own.
    const slips = slipsOf(element).filter(({code, found}) => !tag.length || code !== 'unclosed' || found === undefined)
    return [
      ...slips, ...tag, ...attributeFaults(element, name),
      ...isBySomeScript ? [] : sourceFaults(element, at),
      ...isOfThisGuide(element, at) ? idFaults(element, name, at.guide) : [],
    ]
  })
}

/** An element that is no part: is it a tag around a file of ours that is one letter off? */
function writing(element: WrittenElement, at: AddressNotes): EmbedFault[] {
  const {tag, attributes, slips} = element
  if (LEADS.includes(tag) && !slips?.length) return []
  const leads = [attributes.get('src'), attributes.get('href')].find(value => value !== undefined && (fileOf(value) || at.isOfSite(value)))
  if (leads === undefined) return []
  if (LEADS.includes(tag)) return slipsOf(element)
  return [...slipsOf(element), {code: 'unknown-tag', element, found: tag, meant: nearest(tag, ['script', 'iframe', 'link'])}]
}

export function slipsOf(element: WrittenElement): EmbedFault[] {
  return (element.slips ?? []).map(slip => ({...slip, element}))
}

function isPutAway({slips}: WrittenElement): boolean {
  return slips!.some(({found}) => found === 'comment' || found === 'code' || found === 'pre')
}

function attributeFaults(element: WrittenElement, name: PartName): EmbedFault[] {
  const own = PARTS[name].attributes
  const known = {...EVERY_PART, ...own}
  const faults = misspelt(element, Object.keys(known)).flatMap(fault => elsewhere(element, fault.name!) ? [] : fault)
  for (const [attribute, value] of element.attributes) {
    const faultOf = (code: EmbedFault['code']) => faults.push({code, element, name: attribute, found: value})
    const other = Object.hasOwn(known, attribute) ? undefined : elsewhere(element, attribute)
    if (other) faults.push({code: 'attribute-elsewhere', element, name: attribute, found: value, meant: other})
    if (!Object.hasOwn(known, attribute)) continue
    if (known[attribute] === 'flag' && /^(?:false|no|0|off)$/i.test(value.trim())) faultOf('flag-value')
    if (attribute === 'heading-level' && !/^\s*[1-6]\s*$/.test(value)) faultOf(attribute)
    if (attribute === 'guide-href' && !isSafeImage(value)) faultOf(attribute)
    if (attribute === 'allow-images' && !value.trim().split(/\s+/).every(each => /^https?:\/\//i.test(each) && URL.canParse(each))) {
      faultOf(attribute)
    }
  }
  return faults
}

/** The element that an attribute belongs to, when it is another's: `iframe` for what the address of a frame says. */
function elsewhere({tag}: WrittenElement, attribute: string): string | undefined {
  if (attribute === 'theme' || attribute === 'show') return 'iframe'
  const owner = PART_NAMES.find(name => !PARTS[name].only && Object.hasOwn(PARTS[name].attributes, attribute))
  return owner === undefined || `dsg-${owner}` === tag ? undefined : `dsg-${owner}`
}

function sourceFaults(element: WrittenElement, at: AddressNotes): EmbedFault[] {
  const src = element.attributes.get('src')
  if (src === undefined) {
    const isMisspelt = misspelt(element, ['src']).length > 0
    return isMisspelt ? [] : [{code: 'no-src', element, name: 'src', meant: `${at.site?.href ?? '/guide/'}guide.json`}]
  }
  const fault = at.fault(src)
  if (fault) return [{code: fault, element, name: 'src', found: src, meant: fixed(src, at)}]
  const file = lastOf(src)
  // What has no extension is a folder. One begins with a letter: v1.2 is a folder too.
  const isGuide = ['', 'guide.json', 'index.html'].includes(file) || /\.md$/i.test(file)
  if (!isGuide && (/\.[a-z]\w*$/i.test(file) || nearFile(file))) {
    return [{code: 'not-guide-file', element, name: 'src', found: src, meant: `${folderOf(src)}guide.json`}]
  }
  return leadsAstray(src, at) ? [{code: 'other-guide', element, name: 'src', found: src, meant: `${at.site!.href}guide.json`}] : []
}

/** True for a guide at another address than the one that is known, as far as that can be told. */
export function leadsAstray(address: string, at: AddressNotes): boolean {
  const url = at.resolved(address)
  if (!at.site || !url || /\.md$/i.test(lastOf(address))) return false
  return guideFolder(url.href) !== at.site.href
}

/** The address of the guide that is known, for one that leads nowhere. */
function fixed(src: string, at: AddressNotes): string | undefined {
  if (at.fault(src) === 'insecure') return src.replace(/^\s*http:/i, 'https:')
  return at.site && `${at.site.href}guide.json`
}

/** Also when the address is wrong in itself: then the guide that is known is the one to put there. */
function isOfThisGuide({attributes}: WrittenElement, at: AddressNotes): boolean {
  const src = attributes.get('src') ?? ''
  return !/\.md$/i.test(lastOf(src)) && (at.fault(src) !== undefined || !leadsAstray(src, at))
}

/** Ids that the guide does not have. Also for what a frame's address asks for. */
export function idFaults(element: WrittenElement, name: PartName, guide: KnownGuide): EmbedFault[] {
  const {attributes: own, names, isNamed} = PARTS[name]
  const faults: EmbedFault[] = []
  if (isNamed && names && !element.attributes.get(names)?.trim() && !misspelt(element, [names]).length) {
    const known = idsOf(names as Kind, guide)
    const id = element.attributes.get('id')
    const meant = id !== undefined && known?.includes(id) ? id : undefined
    // With one module in the guide, nobody has to say which.
    if (names !== 'module' || known?.length !== 1) faults.push({code: 'no-id', element, name: names, meant, can: known})
  }
  for (const [attribute, holds] of Object.entries(own)) {
    const value = element.attributes.get(attribute)
    if (!value?.trim() || holds === 'flag' || holds === 'words') continue
    const ids = value.trim().split(/\s+/)
    if (attribute === 'audience') continue
    if (!ids.every(id => ID.test(id)) && !(attribute in LISTS && idsOf(attribute as Kind, guide))) {
      faults.push({code: 'not-ids', element, name: attribute, found: value})
      continue
    }
    // Of others, such as a module's questions, the guide's list of contents does not say which there are.
    const known = attribute === 'page' ? pagesOf(element, guide)
      : attribute === 'domains' ? guide.frameworks?.flatMap(({domains}) => domains.map(({id}) => id))
        : attribute in LISTS ? idsOf(attribute as Kind, guide) : undefined
    for (const id of holds === 'ids' ? ids : [value.trim()]) {
      if (known && !known.includes(id)) faults.push(unknownId(element, attribute, id, known, guide))
    }
  }
  const module = guide.modules?.find(({id}) => id === element.attributes.get('module'))
  if (name === 'quiz' && module?.show === 0) faults.push({code: 'no-questions', element, name: 'module', found: module.id})
  return faults
}

function unknownId(
  element: WrittenElement, name: string, found: string, known: readonly string[], guide: KnownGuide,
): EmbedFault {
  for (const kind of Object.keys(LISTS) as Kind[]) {
    if (kind !== name && idsOf(kind, guide)?.includes(found)) {
      return {code: 'id-elsewhere', element, name, found, meant: `<${LISTS[kind][1]} ${kind}="${found}">`}
    }
  }
  const home = guide.modules?.find(({pages}) => pages.some(({id}) => id === found))
  if (home && name !== 'page') {
    const meant = `<dsg-module module="${home.id}" page="${found}">`
    return {code: 'id-elsewhere', element, name, found, meant}
  }
  return {code: name === 'page' ? 'unknown-page' : 'unknown-id', element, name, found, meant: nearestId(found, known), can: known}
}

/** People also write the title of a module where its id is asked for. */
function nearestId(found: string, known: readonly string[]): string | undefined {
  return nearest(found, known) ?? nearest(found.trim().toLowerCase().replace(/[^a-z0-9]+/g, '-'), known)
}

function idsOf(kind: Kind, guide: KnownGuide): string[] | undefined {
  return guide[LISTS[kind][0]]?.map(({id}) => id)
}

function pagesOf({attributes}: WrittenElement, {modules}: KnownGuide): string[] | undefined {
  return modules?.find(({id}) => id === attributes.get('module'))?.pages.map(({id}) => id)
}
