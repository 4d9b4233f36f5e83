import type {Diagnostic} from '../../model/guide/diagnostic.js'
import {plainText} from '../../model/guide/document.js'
import type {Module} from '../../model/guide/module.js'
import {placesIn} from '../../model/guide/places.js'
import {isScored} from '../../model/guide/question.js'
import {countOfWords, WORDS_PER_MINUTE} from '../../model/guide/reading-time.js'
import {explained} from '../questions/explained.js'
import {didYouMean} from '../source/did-you-mean.js'
import {LONGEST_TITLE, YamlFields} from '../yaml/fields.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import {isId, slug, writtenIds} from '../source/ids.js'
import {reportLinksInside} from '../markdown/links.js'
import {parsed} from '../markdown/parsed.js'
import {readModuleFacts, type FrontMatterFacts} from './module-facts.js'
import {readPages, type ModuleContent} from './pages.js'
import {Reading, type Asset, type ReadOptions} from '../markdown/reading.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable, reportOn, type SourceFile} from '../source/source-file.js'

export interface CompileOptions {
  /**
   * Finds an image by its path in the content folder, for a file of a layer (`SourceFile.layer`). An image it does
   * not know is an error; without it images are not checked.
   */
  asset?: (path: string, layer: number) => Asset | undefined
  /** One file shown by itself: only what is wrong inside it counts, and a module is made of whatever can be read. */
  standalone?: boolean
  /** BCP 47, such as `cy`: the language in which words are suggested. English by default. */
  lang?: string
}

/** One module file by itself: links to other modules and to the glossary are not checked. */
export function compileModule(
  file: SourceFile, options: CompileOptions = {},
): {module?: Module; diagnostics: Diagnostic[]} {
  const report = reportOn(file)
  const read = readModule(report, {
    lang: options.lang ?? 'en',
    standalone: options.standalone ?? false,
    taken: writtenIds([report.source.text]),
    asset: options.asset,
  })
  return {...(read && {module: read.module}), diagnostics: report.diagnostics()}
}

/** A module, and what of its file the whole guide must check. */
export interface ReadModule {
  module: Module
  reading: Reading
  /** The pathway its front matter gives, '' for none, and the offset to report it at. */
  written: {pathway: string; pathwayAt: number}
}

/**
 * Reads a module; undefined when the file holds nothing to read. Never throws.
 *
 * @param folder - the pathway whose folder the file stands in, which then is the module's
 */
export function readModule(report: Report, options: ReadOptions, folder?: string): ReadModule | undefined {
  return guarded(report, () => {
    if (!isReadable(report)) return undefined
    const {entries, at, bodyLine} = readFrontMatter(report, options.standalone ? 'optional' : 'required')
    const reading = new Reading(report.source, report, bodyLine, options)
    const fields = new YamlFields(entries, report, at, 'This module')
    const writtenId = entries.get('id')?.value
    if (writtenId?.kind === 'text' && isId(writtenId.text)) reading.claimId(writtenId.text, writtenId.at)

    const name = report.file.split('/').at(-1)!.replace(/\.md$/i, '')
    const writtenTitle = entries.get('title')?.value
    const content = readPages(parsed(reading), writtenTitle?.kind === 'text' ? writtenTitle.text : name, reading)
    // Without front matter, or when a slip cuts it short, there is one fault to report, not eleven.
    const optional = options.standalone || !entries.size || report.has('bad-front-matter')
    const facts = readModuleFacts(fields, optional, {
      id: slug(name), title: (content.title || name).slice(0, LONGEST_TITLE), minutes: () => minutesToRead(content),
    })
    const module = assemble({...facts, pathway: folder ?? facts.pathway}, content, reading)
    reportTitle(facts, content, reading)
    if (!options.standalone) reportLinksInside(reading, module.id)
    for (const id of facts.domains) reading.domains.push({id, at: fields.offsetOf('domains')})
    reportShow(module, facts, fields)
    reportSettings(facts, fields, reading)
    reading.reportTidying()
    return {module, reading, written: {pathway: facts.pathway, pathwayAt: fields.offsetOf('pathway')}}
  })
}

function assemble(
  {localSettings: _, show, ...facts}: FrontMatterFacts, {pages, questions}: ModuleContent, reading: Reading,
): Module {
  const scored = questions.filter(isScored)
  const places = pages.flatMap(placesIn)
  for (const {place, at} of reading.explained.filter(({place}) => !places.includes(place))) {
    reading.report.error('learn-nowhere', at, `This module has no page or heading "${place}".`,
      `After "learn:", write one of these: ${places.join(', ')}.${didYouMean(place, places)}`)
  }
  const pageOf = explained(pages, questions)
  const learned = questions.map(({learn: written, ...question}) => {
    const learn = written !== undefined && places.includes(written) ? written : pageOf.get(question.id)
    return learn === undefined ? question : {...question, learn}
  })
  return {
    ...facts,
    show: Math.min(show ?? scored.length, scored.length),
    hasMustKnow: scored.some(({mustKnow}) => mustKnow),
    tasks: questions.filter(({type}) => type === 'do').map(({id}) => id),
    settings: [...reading.settings.keys()],
    pages,
    questions: learned,
  }
}

function minutesToRead({pages, questions}: ModuleContent): number {
  const texts = [...pages.map(({children}) => children), ...questions.map(({body}) => body)].map(plainText)
  const words = texts.reduce((sum, text) => sum + countOfWords(text), 0)
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE))
}

function reportTitle(facts: FrontMatterFacts, content: ModuleContent, reading: Reading): void {
  if (content.title === undefined) {
    if (!reading.options.standalone) reading.report.warning('no-title', reading.source.offset(0), 'This module has no heading with a single #.',
      `Begin the text with "# ${facts.title}".`)
  } else if (content.title !== facts.title) {
    reading.report.warning('title-differs', content.titleAt,
      `The heading "${content.title}" is not the title "${facts.title}".`,
      'Use the same words in both places.')
  }
}

function reportShow(module: Module, {show}: FrontMatterFacts, fields: YamlFields): void {
  if (show === undefined) return
  const bank = module.questions.filter(isScored).length
  if (bank >= show * 2) return
  fields.report.warning('small-bank', fields.offsetOf('show'),
    `Each try shows ${show} questions, and there are ${bank} to choose from.`,
    `Write at least ${show * 2}, so that a second try is not the same as the first.`)
}

function reportSettings({localSettings}: FrontMatterFacts, fields: YamlFields, reading: Reading): void {
  if (!localSettings) return
  const used = [...reading.settings.keys()]
  const at = fields.offsetOf('local_settings')
  for (const name of localSettings.filter(name => !reading.settings.has(name))) {
    reading.report.warning('local-settings-differ', at, `The text does not use the local detail "${name}".`,
      `Remove it from local_settings, or use it as {{${name} | …}}.${didYouMean(name, used)}`)
  }
  for (const name of used.filter(name => !localSettings.includes(name))) {
    reading.report.warning('local-settings-differ', reading.settings.get(name)!,
      `The local detail "${name}" is not in local_settings.`, `Add it there.${didYouMean(name, localSettings)}`)
  }
}
