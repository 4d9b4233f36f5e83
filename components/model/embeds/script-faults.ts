import {nearest} from '../formats/nearest.js'
import {folderOf, guideFolder, lastOf, LOADERS, nearFile, type AddressNotes} from './addresses.js'
import {misspelt} from './attributes.js'
import {leadsAstray, meantPart} from './part-faults.js'
import {isHidden, type EmbedFault, type WrittenElement} from './written.js'

/** Types that browsers take for a classic script (MIME Sniffing, JavaScript MIME types). */
const CLASSIC = /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.\d|jscript|livescript))?$/
const IMPORTS = /\bimport\b[^;]{0,200}?["'][^"']{0,200}\bdsg(?:-all)?\.js/

/** A script of the guide. @param file - what it is called, or was meant to be */
interface OurScript { element: WrittenElement; src?: string; file: string }

/** What is wrong with the scripts of the guide on a page, and whether there is one. */
export function scriptFaults(elements: readonly WrittenElement[], at: AddressNotes): EmbedFault[] {
  const live = elements.filter(element => !isHidden(element))
  const scripts = live.filter(({tag}) => tag === 'script')
  const ours = scripts.flatMap(element => ourScript(element) ?? [])
  const loaders = ours.filter(({file, src}) => src !== undefined && isLoader(file))
  const imports = scripts.filter(({text}) => text && IMPORTS.test(text))
  const parts = live.filter(element => meantPart(element) !== undefined)
  const src = parts.map(({attributes}) => attributes.get('src')).find(each => each !== undefined && !/\.md$/i.test(lastOf(each)))
  return [
    ...ours.flatMap(script => [...formFaults(script), ...addressFaults(script, at)]),
    ...imports.flatMap(element => inlineFaults(element)),
    ...twiceFaults(loaders, at),
    ...loaders.flatMap(script => placeFaults(script, src, at)),
    ...parts.length && !imports.length ? missing(parts, ours, loaders, at) : [],
  ]
}

function isLoader(file: string): boolean {
  return LOADERS.some(each => each === file)
}

function ourScript(element: WrittenElement): OurScript | undefined {
  const src = element.attributes.get('src')
  // By any attribute: "src" itself may be misspelt.
  const file = [...element.attributes.values()].map(value => nearFile(lastOf(value))).find(each => each?.endsWith('.js'))
  return file === undefined ? undefined : {element, src, file}
}

function formFaults({element, file}: OurScript): EmbedFault[] {
  const {attributes} = element
  const faults = misspelt(element, file === 'dsg.js' ? ['src', 'type'] : ['src'])
  const type = attributes.get('type')?.trim().toLowerCase() ?? ''
  const isModule = type === 'module'
  if (file === 'dsg.js' && CLASSIC.test(type)) faults.push({code: 'not-module', element, name: 'type', found: type})
  else if (!isModule && !CLASSIC.test(type)) {
    faults.push({code: 'script-type', element, name: 'type', found: type, meant: file === 'dsg.js' ? 'module' : undefined})
  }
  if (attributes.has('nomodule')) faults.push({code: 'nomodule', element, name: 'nomodule'})
  if (attributes.has('integrity')) faults.push({code: 'integrity', element, name: 'integrity'})
  return faults
}

function addressFaults({element, src, file}: OurScript, at: AddressNotes): EmbedFault[] {
  if (src === undefined) return []
  const found = {element, name: 'src', found: src}
  const code = at.fault(src)
  const right = at.site && `${at.site.href}${file}`
  if (code) return [{...found, code, meant: code === 'insecure' ? src.replace(/^\s*http:/i, 'https:') : right}]
  return lastOf(src) === file ? [] : [{...found, code: 'script-name', meant: `${folderOf(src)}${file}`}]
}

function inlineFaults(element: WrittenElement): EmbedFault[] {
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? ''
  const isCall = /\bimport\s*\([^)]{0,200}dsg(?:-all)?\.js/.test(element.text!)
  return type === 'module' || isCall ? [] : [{code: 'inline-import', element, name: 'type', found: type}]
}

function twiceFaults([first, ...others]: readonly OurScript[], at: AddressNotes): EmbedFault[] {
  const addressOf = (src: string) => at.resolved(src)?.href ?? src.trim()
  return others.map(({element, src, file}) => {
    // A browser runs a module once, however often it is on the page.
    const isSame = file === 'dsg.js' && addressOf(src!) === addressOf(first!.src!)
    return {code: isSame ? 'script-again' : 'two-scripts', element, found: src, meant: first!.src}
  })
}

/** A script and a guide of two places are of two editions, or of two organisations. */
function placeFaults({element, src, file}: OurScript, guide: string | undefined, at: AddressNotes): EmbedFault[] {
  if (at.fault(src!)) return []
  const [script, data] = [at.resolved(src!), guide === undefined ? undefined : at.resolved(guide)]
  const fault = (meant: string): EmbedFault[] => [{code: 'script-elsewhere', element, name: 'src', found: src, meant}]
  const isAbsolute = /^\s*(?:https?:)?\/\//i.test(src!)
  if (at.site && script && (script.origin !== at.site.origin || (isAbsolute && leadsAstray(src!, at)))) return fault(`${at.site.href}${file}`)
  if (script && data && script.origin !== data.origin && !at.site) return fault(`${guideFolder(data.href)}${file}`)
  // Of two addresses on the page's own site, one letter off is a slip, and another folder may be meant.
  if (guide === undefined || isAbsolute || /^\s*(?:https?:)?\/\//i.test(guide)) return []
  const [own, other] = [folderOf(src!), guideFolder(guide)]
  return own !== other && own.length > 5 && nearest(own, [other]) ? fault(`${other}${file}`) : []
}

function missing(
  parts: readonly WrittenElement[], ours: readonly OurScript[], loaders: readonly OurScript[], at: AddressNotes,
): EmbedFault[] {
  if (loaders.length) {
    const isAll = loaders.every(({file}) => file === 'dsg-all.js')
    return isAll ? parts.filter(({tag}) => tag === 'dsg-embed-builder').map(element => ({code: 'not-in-all', element})) : []
  }
  // The one whose address has another name is the one to mend.
  if (ours.some(({element, file, src}) => isLoader(file) && src === undefined && misspelt(element, ['src']).length)) return []
  return [{
    code: 'no-script', element: parts[0]!, found: ours.find(({src}) => src !== undefined)?.src,
    meant: `${at.site?.href ?? '/guide/'}dsg.js`,
  }]
}
