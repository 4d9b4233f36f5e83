import {aloneFile} from '../../model/pack/check-alone.js'
import {PACK_VERSION, type AloneFile, type GuideManifest} from '../../model/pack/files.js'
import {responseFrom} from './response.js'
import {guideAddress, isMarkdown, aloneAddress} from './guide-address.js'
import {fits} from '../../model/shape/shape.js'
import type {LoadedGuide, LoadError} from './loaded-guide.js'
import {recordOf} from '../record/record.js'
import {keptNames} from '../device/known-absent.js'

const loads = new Map<string, Promise<LoadedGuide>>()

/**
 * One module of a guide with what it uses of it: one small file, where the guide would be two and larger. Loaded once for
 * the whole page. Whatever else is asked of this guide is loaded with the whole one.
 *
 * @param src - address of a guide, as `loadGuide` takes it
 * @param id - of the module
 * @throws LoadError, or the browser's own error when a part of our scripts cannot be fetched
 */
export function loadAlone(src: string, id: string): Promise<LoadedGuide> {
  const url = guideAddress(src)
  if (!url || isMarkdown(url)) return wholeGuide(src)
  const key = `${url}#${id}`
  const loading = loads.get(key)
  if (loading) return loading
  const started = load(url, id)
  loads.set(key, started)
  started.catch(() => loads.delete(key))
  return started
}

/** Where the file is missing, as in older builds, or damaged, the whole guide is loaded: its code has the messages for faults. */
async function load(url: string, id: string): Promise<LoadedGuide> {
  const kept = keptNames()
  try {
    const {ok, text} = await responseFrom(aloneAddress(url, id), {fresh: true})
    const file = ok ? fileIn(text) : undefined
    if (file?.module.id === id) return aloneGuide(url, file, recordOf(file.guide, kept))
  } catch (fault) {
    if ((fault as LoadError).isSlow) throw fault
    // Many servers allow other sites to read their files and not their error pages: a missing file then looks like no answer.
    // What is known of the guide says more, unless not even the code for it came.
    return wholeGuide(url).catch((known: Partial<LoadError>) => { throw known.kind ? known : fault })
  }
  return wholeGuide(url)
}

function fileIn(text: string): AloneFile | undefined {
  try {
    const data: unknown = JSON.parse(text)
    return fits(data, aloneFile) ? data : undefined
  } catch {
    return undefined
  }
}

function aloneGuide(url: string, {guide, module}: AloneFile, record: LoadedGuide['record']): LoadedGuide {
  const manifest: GuideManifest = {
    ...guide, format: 'dsg-guide', version: PACK_VERSION, pathways: [], frameworks: [], canvases: [], search: '',
  }
  return {
    manifest,
    base: new URL('.', url).href,
    record,
    module: async id => id === module.id ? module : (await wholeGuide(url)).module(id),
    framework: async id => (await wholeGuide(url)).framework(id),
    canvas: async id => (await wholeGuide(url)).canvas(id),
    searchText: async () => (await wholeGuide(url)).searchText(),
  }
}

/** Its code is several times the weight of this. Elements that always need it bring it along. */
export async function wholeGuide(src: string): Promise<LoadedGuide> {
  return (await import('./whole-guide.later.js')).loadGuide(src)
}
