import {nearest} from '../../model/formats/nearest.js'
import {ORGANISATION, type Settings} from '../../model/guide/settings.js'
import type {ReadCanvas} from '../files/canvas.js'
import {didYouMean} from '../source/did-you-mean.js'
import {reportNoMeaning, type ReadGlossary} from '../files/glossary.js'
import type {ReadGuide} from './guide-checks.js'
import {settingNames, type GuideFacts} from '../files/guide.js'
import {reportNothingOff, type Laid} from './layers.js'
import type {LocalFile} from '../files/local.js'
import type {ReadPathway} from '../files/pathway.js'
import type {Reading} from '../markdown/reading.js'
import type {Report} from '../source/report.js'
import {withoutLinks} from '../pack/without-links.js'

/**
 * Joins what an organisation's folders add to a guide, once every file is read by itself. Lists and links no longer name
 * what is switched off, so that checks of the whole guide report nothing that the organisation cannot put right.
 */
export function layGuide(read: ReadGuide, {locals, switchedOff}: Laid): ReadGuide {
  if (!locals.length) return read
  const modules = withoutLinks(read.modules, switchedOff)
  const frameworks = withoutLinks(read.frameworks, switchedOff)
  const canvases = withoutFactors(withoutLinks(read.canvases, switchedOff), locals)
  const glossary = withoutLinks(read.glossary, switchedOff)
  for (const {reading} of [...modules, ...frameworks, ...canvases, ...glossary]) forgetLinks(reading, switchedOff)
  const pathways = read.pathways.map(pathway => layPathway(pathway, read, switchedOff))
  for (const {pathway, fields} of pathways) {
    if (pathway.modules.length || !fields.entries.has('modules')) continue
    locals.at(-1)!.report.warning('local-empty-pathway', 0,
      `Every module of the pathway "${pathway.id}" is switched off.`,
      `Switch the pathway off as well: without: {pathways: [${pathway.id}]}.`)
  }
  return {
    ...read,
    about: locals.reduce((about, local) => layAbout(about, local, read.pathways), read.about),
    settings: laySettings(read),
    pathways, modules, frameworks, canvases,
    glossary: layGlossary(glossary),
  }
}

function layAbout(about: GuideFacts, local: LocalFile, pathways: ReadGuide['pathways']): GuideFacts {
  // Added pathways come last. Those that are switched off are taken off the list without a report.
  const added = pathways.filter(({fields}) => fields.report.layer === local.report.layer).map(({pathway}) => pathway.id)
  const off = new Set(local.without.pathways.map(({id}) => id))
  const order = about.pathways.length ? [...about.pathways.filter(id => !off.has(id)), ...added] : []
  return {
    ...about,
    title: local.title ?? about.title,
    publisher: local.publisher ?? about.publisher,
    ...(local.pathways && local.fields
      ? {pathways: local.pathways, fields: local.fields}
      : {pathways: [...new Set(order)]}),
  }
}

/** A module that is put into the folder of a pathway from below comes last in it, in the order of the file names. */
function layPathway(read: ReadPathway, {modules}: ReadGuide, switchedOff: ReadonlySet<string>): ReadPathway {
  const {pathway, fields} = read
  const off = pathway.modules.filter(id => switchedOff.has(id))
  if (off.length) {
    fields.report.add('info', 'local-left-out', fields.offsetOf('modules'),
      `${off.map(id => `"${id}"`).join(', ')} ${off.length === 1 ? 'is' : 'are'} switched off, so this pathway leaves `
        + `${off.length === 1 ? 'it' : 'them'} out.`,
      'There is nothing to do if that is what your organisation wants.')
  }
  const added = modules
    .filter(({module, reading}) => module.pathway === pathway.id && reading.report.layer > fields.report.layer)
    .map(({module}) => module.id)
  const left = pathway.modules.filter(id => !switchedOff.has(id))
  return {fields, pathway: {...pathway, modules: [...new Set([...left, ...added])]}}
}

/** A factor that is switched off must be in one of the canvases, or a slip would leave it in. */
function withoutFactors(canvases: ReadGuide['canvases'], locals: readonly LocalFile[]): ReadCanvas[] {
  const known = new Set(canvases.flatMap(({canvas}) => canvas.factors.map(({id}) => id)))
  const off = new Set<string>()
  for (const {without, report} of locals) {
    for (const {id, at} of without.factors) {
      if (known.has(id)) off.add(id)
      else reportNothingOff(`factor "${id}"`, at, id, known, report)
    }
  }
  return canvases.map(({canvas, ...rest}) => (
    {...rest, canvas: {...canvas, factors: canvas.factors.filter(({id}) => !off.has(id))}}))
}

/** A link to a switched-off module is shown as words, and is no link to nowhere. */
function forgetLinks({links, report}: Reading, switchedOff: ReadonlySet<string>): void {
  const said = new Set<string>()
  const kept = links.filter(({url, at}) => {
    const [id = ''] = url.startsWith('module:') ? url.slice('module:'.length).split('#') : []
    if (!switchedOff.has(id)) return true
    if (!said.has(id)) {
      report.add('info', 'local-link-off', at, `The module "${id}" is switched off, so this link is shown as words.`,
        'There is nothing to do if the sentence still reads well.')
    }
    said.add(id)
    return false
  })
  links.splice(0, links.length, ...kept)
}

/** A name that no page asks for does nothing. One that is nearly right is a slip, and hides a detail from readers. */
function laySettings({settings, settingsFiles, modules, frameworks, canvases, glossary}: ReadGuide): Settings {
  const readings = [...modules, ...frameworks, ...canvases, ...glossary].map(({reading}) => reading)
  const used = new Set([ORGANISATION, ...readings.flatMap(reading => [...reading.settings.keys()])])
  for (const file of settingsFiles) if (!file.layer) for (const name of settingNames(file).keys()) used.add(name)
  for (const file of settingsFiles.filter(({layer}) => layer)) {
    for (const [name, at] of settingNames(file)) if (!used.has(name)) reportUnknown(name, at, used, file)
  }
  return Object.fromEntries(Object.entries(settings).filter(([name]) => used.has(name)))
}

function reportUnknown(name: string, at: number, used: ReadonlySet<string>, report: Report): void {
  const isSlip = nearest(name, used) !== undefined
  report.add(isSlip ? 'error' : 'warning', 'unknown-setting', at, `No page asks for a local detail "${name}".`,
    isSlip ? didYouMean(name, used).trim() : 'Remove it, or use the name that the page gives between {{ and |.')
}

/** A term that is below already gets more names, and a new meaning where one is given. */
function layGlossary(read: readonly ReadGlossary[]): ReadGlossary[] {
  const joined = [...read].sort((a, b) => a.reading.report.layer - b.reading.report.layer)
    .map(({terms, reading}) => ({terms: [...terms], reading}))
  joined.forEach((file, n) => {
    const {reading, reading: {report}} = file
    if (!report.layer) return
    file.terms = file.terms.filter(term => {
      const at = reading.ids.get(term.id) ?? 0
      const below = joined.slice(0, n).filter(other => other.reading.report.layer < report.layer)
        .find(({terms}) => terms.some(({id}) => id === term.id))
      if (!below) {
        if (!term.meaning.length) reportNoMeaning(term.term, at, reading)
        return true
      }
      below.terms = below.terms.map(other => other.id !== term.id ? other : {
        ...other,
        also: [...new Set([...other.also, ...term.also])],
        meaning: term.meaning.length ? term.meaning : other.meaning,
      })
      if (term.meaning.length) {
        report.add('info', 'local-term', at, `This meaning of "${term.term}" takes the place of the guide's.`,
          'There is nothing to do if that is what you want. Without a meaning, only the names are added.')
      }
      reading.ids.delete(term.id)
      return false
    })
  })
  return joined
}
