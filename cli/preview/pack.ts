import {aloneFile, alonePath, type packFiles} from '../../components/compile/pack/pack.js'
import type {CompiledContent} from '../content/compile-content.js'
import {siteFiles} from '../publish/site-files.js'

export interface ServedFile { type: string; readonly body: string | Uint8Array }

export const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const IMAGE_TYPES: Record<string, string> = {
  png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml',
}

/** All that `dsg build` would write except the scripts, by path, in memory. */
export function servedPack({guide, images}: CompiledContent, pack: typeof packFiles): Map<string, ServedFile> {
  const served = new Map<string, ServedFile>()
  for (const file of siteFiles(guide)) {
    const type = file.path.endsWith('.css') ? 'text/css; charset=utf-8' : HTML
    served.set(file.path, {type, get body() { return file.text }})
  }
  for (const {path, text} of pack(guide)) served.set(path, {type: JSON_TYPE, body: text})
  for (const module of guide.modules) {
    served.set(alonePath(module), {type: JSON_TYPE, get body() { return aloneFile(guide, module).text }})
  }
  for (const [path, body] of images.files) {
    const extension = path.slice(path.lastIndexOf('.') + 1)
    served.set(path, {type: IMAGE_TYPES[extension] ?? 'application/octet-stream', body})
  }
  return served
}
