import {askedFor} from '../guide/frame-query.js'
import type {PartName} from '../guide/parts.js'
import {folderOf, lastOf, type AddressNotes} from './addresses.js'
import {misspelt} from './attributes.js'
import {idFaults, leadsAstray} from './part-faults.js'
import {isHidden, type EmbedFault, type WrittenElement} from './written.js'

/** Without the first two nothing shows. Without the others people cannot answer, keep their record, or follow links. */
const NEEDED = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-downloads', 'allow-popups']
/** A question and its answers are taller than this on any screen. */
const LOWEST_PX = 300

/** What is wrong with the frames that show the guide. */
export function frameFaults(elements: readonly WrittenElement[], at: AddressNotes): EmbedFault[] {
  const live = elements.filter(element => !isHidden(element))
  const isSizing = live.some(({tag, attributes}) => tag === 'script' && lastOf(attributes.get('src') ?? '') === 'dsg-frame.js')
  return live.filter(element => at.isFrame(element)).flatMap(element => {
    const {attributes} = element
    const faults = misspelt(element, ['src', 'title', 'width', 'height', 'data-dsg-frame', 'sandbox'])
    const guessed = new Set(faults.map(({meant}) => meant))
    const src = attributes.get('src')
    if (src !== undefined) faults.push(...addressFaults(element, src, at))
    else if (!guessed.has('src') && !attributes.has('data-src')) faults.push({code: 'no-src', element, name: 'src', meant: right(at)})
    if (!attributes.get('title')?.trim() && !guessed.has('title')) faults.push({code: 'frame-title', element, name: 'title'})
    const allowed = attributes.get('sandbox')?.toLowerCase().split(/\s+/)
    const lacking = allowed ? NEEDED.filter(each => !allowed.includes(each)) : []
    if (lacking.length) faults.push({code: 'frame-sandbox', element, name: 'sandbox', found: attributes.get('sandbox'), meant: lacking.join(' ')})
    const isSized = isSizing && attributes.has('data-dsg-frame')
    if (isSizing && !isSized && !guessed.has('data-dsg-frame')) faults.push({code: 'frame-not-sized', element, name: 'data-dsg-frame'})
    const height = heightOf(attributes)
    if (!isSized && !guessed.has('height') && height !== undefined && height < LOWEST_PX) {
      faults.push({code: 'frame-height', element, name: 'height', found: attributes.get('height'), meant: '700'})
    }
    return faults
  })
}

function right(at: AddressNotes): string {
  return `${at.site?.href ?? '/guide/'}embed.html?show=guide`
}

function addressFaults(element: WrittenElement, src: string, at: AddressNotes): EmbedFault[] {
  const found = {element, name: 'src', found: src}
  const code = at.fault(src)
  if (code) return [{...found, code, meant: code === 'insecure' ? src.replace(/^\s*http:/i, 'https:') : right(at)}]
  if (lastOf(src) !== 'embed.html') return [{...found, code: 'frame-page', meant: `${folderOf(src)}embed.html?show=guide`}]
  const url = at.resolved(src) ?? at.resolved(`https://x/${src.replace(/^.*?(?=\?)|^[^?]*$/s, '')}`)!
  const asked = askedFor(url.searchParams)
  if ('is' in asked) return [{...found, code: 'frame-address', query: asked}]
  if (leadsAstray(src, at)) return [{...found, code: 'other-guide', meant: right(at)}]
  const part = {...element, tag: asked.tag, attributes: new Map(asked.attributes)}
  return idFaults(part, asked.tag.slice(4) as PartName, at.guide).map(fault => ({...fault, element}))
}

/** In CSS pixels; undefined when the page's style sheets say, or may say. */
function heightOf(attributes: ReadonlyMap<string, string>): number | undefined {
  const styled = /(?:^|[;\s])(?:min-)?height\s*:\s*([^;]*)/i.exec(attributes.get('style') ?? '')?.[1]
  const said = styled ?? attributes.get('height')
  // What a browser gives a frame that says nothing.
  if (said === undefined) return attributes.has('class') || attributes.has('id') ? undefined : 150
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*(px)?\s*$/i.exec(said) ?? []
  return digits === undefined || (styled !== undefined && !unit) ? undefined : Number(digits)
}
