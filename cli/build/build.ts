import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {layFiles} from '../../components/compile/guide/layers.js'
import {aloneFile, packFiles} from '../../components/compile/pack/pack.js'
import {overdueDiagnostics} from '../../components/compile/review/review.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {buildIndex} from '../../components/search/build-index.js'
import type {Drawing} from '../../components/site/page.js'
import {CHUNKS_FILE} from '../bundle/bundle-elements.js'
import {compileForPublishing, type ContentToPublish} from '../publish/compile-for-publishing.js'
import {byPlace, hasErrors} from '../content/compile-content.js'
import {elementsBundle, readChunks} from '../bundle/built-elements.js'
import {formatText, plural, summary} from '../content/format-diagnostics.js'
import {daysToKeep, withEarlierFiles} from './editions.js'
import {OutputFolder, type OutputFile} from './output-folder.js'
import {snippet} from './snippet.js'
import {siteAddress} from '../publish/site-address.js'
import {imageOrigins} from '../publish/image-origins.js'
import {siteFiles} from '../publish/site-files.js'
import {slashed} from '../terminal/slashed.mjs'
import {wantsColor} from '../terminal/terminal.js'
import {dayOf} from '../terminal/today.js'
import {complain, complainPainted, say} from '../terminal/output.js'

interface Wanted {
  out: string
  site?: string
  on?: string
  'allow-images'?: string
  'keep-days': string
  'fail-on-overdue': boolean
  with: string[]
}

/** `dsg build`: the guide as files that any web server can serve. All of them are written, or none. */
export async function buildGuide(target: string, wanted: Wanted): Promise<number> {
  const today = dayOf(wanted.on)
  const site = wanted.site === undefined ? undefined : siteAddress(wanted.site)
  const keepDays = daysToKeep(wanted['keep-days'])
  const allowImages = imageOrigins(wanted['allow-images'] ?? '')
  const out = new OutputFolder(wanted.out, target, ...wanted.with)
  const compiled = compileForPublishing(target, wanted.with)

  // The files are made here while another process still checks the words.
  const leftOut: Diagnostic[] = []
  const tell = (line: string, path: string): void => { leftOut.push(notDrawn(line, path, compiled)) }
  const files = compiled.compiles ? await filesOf(compiled, site, {allowImages, tell}) : []
  const overdue = overdueDiagnostics(layFiles(compiled.content.files).files, compiled.guide, today, wanted['fail-on-overdue'])
  const diagnostics = [...await compiled.diagnostics(), ...overdue, ...leftOut].sort(byPlace)
  if (diagnostics.length) complainPainted(formatText(diagnostics, target, wantsColor(process.stderr)))
  if (hasErrors(diagnostics)) {
    complain(`${summary(diagnostics)}. Nothing was written.`)
    return 1
  }
  const all = withEarlierFiles(out.path, files, today, keepDays)
  await out.replace(all)
  say(`${plural(compiled.guide.modules.length, 'module')} written to ${wanted.out} (${plural(all.length, 'file')}).\n`)
  say(snippet(compiled.guide, keepDays, site))
  return 0
}

async function filesOf({guide, images}: ContentToPublish, site: URL | undefined, drawing: Drawing): Promise<OutputFile[]> {
  const elements = await elementsBundle(line => say(line))
  const pages = siteFiles(guide, site, readChunks(elements), drawing)
  const alone = guide.modules.map(module => aloneFile(guide, module))
  const texts = [...pages, ...alone, ...packFiles(guide, buildIndex(guide.sections))]
  return [
    ...filesIn(elements).filter(({path}) => path !== CHUNKS_FILE),
    ...[...images.files].map(([path, body]) => ({path, body})),
    ...texts.map(({path, text}) => ({path, body: text})),
  ]
}

/** Said of the page's content file where it has one: that is where something can be done. */
function notDrawn(line: string, path: string, {content}: ContentToPublish): Diagnostic {
  const name = `/${path.split('/').at(-1)!.replace(/\.html$/, '')}.md`
  const file = content.files.find(each => each.path.endsWith(name))?.path ?? path
  return {
    file, line: 1, column: 1, code: 'not-drawn', severity: 'warning', message: `${line}.`,
    advice: 'The rest of the page is written. Write this part in another way, and report it, because it should have been found here.',
  }
}

function filesIn(folder: string): OutputFile[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({path: slashed(relative(folder, file)), body: readFileSync(file)}))
}
