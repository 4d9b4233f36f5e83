import type {Settings} from '../../model/guide/settings.js'
import type {ReadCanvas} from '../files/canvas.js'
import type {ReadModule} from '../files/module.js'
import {didYouMean} from '../source/did-you-mean.js'
import type {ReadFramework} from '../files/framework.js'
import type {ReadGlossary} from '../files/glossary.js'
import {reportSettingNames, type GuideFacts} from '../files/guide.js'
import {reportLinks, reportLinksInside} from '../markdown/links.js'
import type {ReadPathway} from '../files/pathway.js'
import type {Reading} from '../markdown/reading.js'
import type {Report} from '../source/report.js'
import type {ReadAsked} from '../files/asked.js'
import type {ReadSynonyms} from '../files/synonyms.js'

/** A guide's files, each read by itself. */
export interface ReadGuide {
  about: GuideFacts
  settings: Settings
  /** Where the settings were read from. */
  settingsFiles: readonly Report[]
  pathways: readonly ReadPathway[]
  modules: readonly ReadModule[]
  frameworks: readonly ReadFramework[]
  canvases: readonly ReadCanvas[]
  glossary: readonly ReadGlossary[]
  synonyms: readonly ReadSynonyms[]
  asked: readonly ReadAsked[]
}

/** Reports what only shows when the files of a guide are seen together. */
export function reportGuide({about, settings, pathways, modules, frameworks, canvases, glossary}: ReadGuide): void {
  reportDuplicates([...modules, ...frameworks, ...canvases].map(({reading}) => reading))
  reportDuplicates(glossary.map(({reading}) => reading))
  reportOrder(about, pathways)
  reportMembership(pathways, modules)
  reportDomains(frameworks, modules)
  for (const {framework, reading} of frameworks) reportFileName(framework.id, reading)
  const targets = {
    modules: new Map(modules.map(({module, reading}) => [module.id, reading])),
    glossary: new Set(glossary.flatMap(({terms}) => terms.map(({id}) => id))),
  }
  for (const {reading} of [...frameworks, ...canvases, ...glossary]) reportLinksInside(reading)
  for (const {reading} of [...modules, ...frameworks, ...canvases, ...glossary]) {
    reportLinks(reading, targets)
    reportSettingNames(reading.settings, settings, reading.report)
  }
}

/** Ids that two files share; within one file they are reported as it is read. */
function reportDuplicates(readings: readonly Reading[]): void {
  const first = new Map<string, Reading>()
  for (const reading of readings) {
    for (const [id, at] of reading.ids) {
      const other = first.get(id)
      if (!other) {
        first.set(id, reading)
        continue
      }
      const {line} = other.source.position(other.ids.get(id)!)
      reading.report.error('duplicate-id', at, `The id "${id}" is used already, in ${other.report.shown}, line ${line}.`,
        'Give one of the two another id. Do not change an id that has been published.')
    }
  }
}

function reportOrder({pathways: order, fields}: GuideFacts, pathways: readonly ReadPathway[]): void {
  const known = new Set(pathways.map(({pathway}) => pathway.id))
  for (const id of order.filter(id => !known.has(id))) {
    fields?.report.error('pathway-not-found', fields.offsetOf('pathways'), `There is no pathway "${id}".`,
      `Remove it from the list.${didYouMean(id, known)}`)
  }
  if (!order.length) return
  const listed = new Set(order)
  for (const id of [...known].filter(id => !listed.has(id))) {
    fields?.report.warning('pathway-not-listed', fields.offsetOf('pathways'), `The pathway "${id}" is not in this list.`,
      'Add it where it belongs. Until then it comes last.')
  }
}

/** A module stands in the folder of its pathway, and its pathway lists it. */
function reportMembership(pathways: readonly ReadPathway[], modules: readonly ReadModule[]): void {
  const byFolder = new Map(pathways.map(({pathway}) => [pathway.id, pathway]))
  const idsIn = new Map(pathways.map(({pathway}) => [pathway.id, [] as string[]]))
  const withoutPathway = new Set<string>()
  for (const {module, written, reading} of modules) {
    const {report, source} = reading
    const folder = module.pathway
    const pathway = byFolder.get(folder)
    idsIn.get(folder)?.push(module.id)
    if (written.pathway !== '' && written.pathway !== folder) {
      report.error('wrong-pathway', written.pathwayAt,
        `This module says pathway "${written.pathway}" and stands in "${folder}".`,
        'Move the file, or correct the line.')
    }
    if (!pathway && !withoutPathway.has(folder)) {
      withoutPathway.add(folder)
      report.error('no-pathway-file', source.offset(0), `The folder pathways/${folder} has no pathway.md.`,
        'Add one, with its id, title, summary, audience and modules.')
    } else if (pathway && !pathway.modules.includes(module.id)) {
      report.error('module-not-listed', source.offset(0),
        `The pathway "${folder}" does not list the module "${module.id}".`,
        `Add it to modules: in pathways/${folder}/pathway.md, or move the file out of the folder.`)
    }
    reportFileName(module.id, reading)
  }
  for (const {pathway, fields} of pathways) {
    const here = idsIn.get(pathway.id)!
    for (const id of pathway.modules.filter(id => !here.includes(id))) {
      fields.report.error('module-not-found', fields.offsetOf('modules'), `There is no module "${id}" in this folder.`,
        `Remove it from the list, or write the file ${id}.md.${didYouMean(id, here)}`)
    }
  }
}

function reportFileName(id: string, {report, source}: Reading): void {
  if (report.file.split('/').at(-1) === `${id}.md`) return
  report.warning('file-name', source.offset(0), `This file is not named after its id, "${id}".`,
    `Name it ${id}.md, so that others find it.`)
}

/** A guide without frameworks may name domains for whoever lists its modules. */
function reportDomains(frameworks: readonly ReadFramework[], modules: readonly ReadModule[]): void {
  if (!frameworks.length) return
  const known = frameworks.flatMap(({framework}) => framework.domains.map(({id}) => id))
  for (const {reading: {domains, report}} of modules) {
    for (const {id, at} of domains.filter(({id}) => !known.includes(id))) {
      report.warning('unknown-domain', at, `No framework has a domain "${id}".`,
        `Use one of: ${known.join(', ')}.${didYouMean(id, known)}`)
    }
  }
}
