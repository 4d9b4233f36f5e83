import {nearest} from '../../model/formats/nearest.js'
import {plainText} from '../../model/guide/document.js'
import type {Domain, Framework} from '../../model/guide/framework.js'
import {inlineOf, type Branch} from '../markdown/branch.js'
import {readOptions, type CommentOption, type CommentOptions} from '../markdown/comment-options.js'
import {blocks, depthOf, reportEmptyHeading} from '../markdown/document.js'
import {YamlFields} from '../yaml/fields.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import {didYouMean} from '../source/did-you-mean.js'
import {isDomainId, isId, slug} from '../source/ids.js'
import {parsed} from '../markdown/parsed.js'
import {readPublished, reportDates} from './module-facts.js'
import {inlines} from '../markdown/inline.js'
import {promptOf} from '../questions/question-parts.js'
import {questionKind, questionWord, sectionKind, sectionWord, splitPrefix} from '../markdown/prefixes.js'
import {readQuestion} from '../questions/questions.js'
import {Reading, type ReadOptions} from '../markdown/reading.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'

export interface ReadFramework { framework: Framework; reading: Reading }

/** The levels that each statement has. */
const LEVELS = 5

/** A heading of a framework and what stands under it, up to the next. */
interface Section { heading: Branch; content: Branch[] }

/**
 * Reads `frameworks/<id>.md`: a domain for each `##`, a statement for each `###` in it. Words above the first domain
 * are for editors and not read.
 *
 * @returns undefined when the file holds nothing to read. Never throws
 */
export function readFramework(report: Report, options: ReadOptions): ReadFramework | undefined {
  return guarded(report, () => {
    if (!isReadable(report)) return undefined
    const {entries, at, bodyLine} = readFrontMatter(report, 'required')
    const fields = new YamlFields(entries, report, at, 'This framework')
    const name = report.file.split('/').at(-1)!.replace(/\.md$/i, '')
    // Without front matter there is one fault to report, not several.
    const need = entries.size ? 'required' : 'optional'
    const facts = readFacts(fields, need, {id: slug(name), title: name, lang: options.lang})
    const reading = new Reading(report.source, report, bodyLine, {...options, lang: facts.lang})
    const writtenId = entries.get('id')?.value
    if (writtenId?.kind === 'text' && isId(writtenId.text)) reading.claimId(writtenId.text, writtenId.at)

    const sections = sectionsOf(parsed(reading))
    const domains = readDomains(sections, reading)
    if (!domains.length) {
      report.error('no-domains', report.source.offset(bodyLine), 'This framework has no domains.',
        `Begin each with a line "## ${sectionWord('domain', facts.lang)}: " and its name.`)
    }
    reading.reportTidying()
    return {framework: {...facts, domains}, reading}
  })
}

function readFacts(
  fields: YamlFields, need: 'required' | 'optional', fallback: {id: string; title: string; lang: string},
): Omit<Framework, 'domains'> {
  const levels = readLevels(fields, 'levels')
  const needed = readLevels(fields, 'needed')
  if (needed && !fields.entries.has('levels')) {
    fields.report.error('needed-without-levels', fields.entries.get('needed')!.keyAt,
      'This framework says what a role can need, and not what its levels are called.', 'Add levels: with 5 names, the lowest first.')
  }
  const facts = {
    ...readPublished(fields, need, fallback), note: fields.text('note', 'optional'),
    ...(levels && {levels}), ...(levels && needed && {needed}),
  }
  fields.finish()
  reportDates(facts, fields)
  return facts
}

/** Words for each of the 5 levels. */
function readLevels(fields: YamlFields, name: 'levels' | 'needed'): string[] | undefined {
  const words = fields.texts(name, 'optional').map(each => each.trim())
  if (!words.length) return undefined
  if (words.length === LEVELS && new Set(words).size === LEVELS && words.every(Boolean)) return words
  fields.report.error('framework-levels', fields.entries.get(name)!.keyAt,
    `A framework has 5 different ${name}, and here are ${new Set(words.filter(Boolean)).size}.`,
    `Write 5 under ${name}:, one a line with "- " before it, the lowest first.`)
  return undefined
}

/** Smaller headings, and what stands under them, are part of the section they stand in. */
function sectionsOf(tree: readonly Branch[]): Section[] {
  const isStart = (branch: Branch): boolean => {
    const prefix = prefixOf(branch)
    return (depthOf(branch) > 0 && depthOf(branch) <= 3)
      || (prefix !== undefined && (sectionKind(prefix) ?? questionKind(prefix)) !== undefined)
  }
  const starts = tree.flatMap((branch, i) => isStart(branch) ? [i] : [])
  return starts.map((start, n) => ({heading: tree[start]!, content: tree.slice(start + 1, starts[n + 1])}))
}

function readDomains(sections: readonly Section[], reading: Reading): Domain[] {
  const domains: ReadDomain[] = []
  for (const section of sections) {
    const {heading} = section
    const prefix = prefixOf(heading)
    const isDomain = prefix !== undefined && sectionKind(prefix) === 'domain'
    const isQuestion = prefix !== undefined && questionKind(prefix) !== undefined
    const last = domains.at(-1)?.domain
    if (isDomain || (!isQuestion && depthOf(heading) === 2) || (!isQuestion && depthOf(heading) === 1 && last)) {
      const read = readDomain(section, isDomain, reading)
      if (read) domains.push({...read, heading})
    } else if (last) readStatement(section, last, reading)
    else if (isQuestion) {
      reading.report.error('no-domain-above', reading.startOf(heading), 'This statement stands above the first domain.',
        'Move it under the domain it is about.')
    }
  }
  for (const {domain, heading, first} of domains) {
    if (domain.statements.length) {
      takeFirst(domain, first, reading)
      continue
    }
    reading.report.error('domain-without-statements', reading.startOf(heading),
      `The domain "${domain.name}" has no statements.`,
      `Write at least 1 under it, each beginning with "### ${questionWord('rate', reading.options.lang)}:".`)
  }
  return domains.map(({domain}) => domain)
}

/** Its first statement is known by id only, until all of them are read. */
interface ReadDomain { domain: Domain; heading: Branch; first?: CommentOption }

function takeFirst(domain: Domain, first: CommentOption | undefined, reading: Reading): void {
  if (!first) return
  const ids = domain.statements.map(({id}) => id)
  if (ids.includes(first.value)) domain.first = first.value
  else {
    reading.report.error('unknown-first', first.at, `The domain "${domain.name}" has no statement "${first.value}".`,
      `It has ${ids.join(', ')}.${didYouMean(first.value, ids)}`)
  }
}

function readDomain({heading, content}: Section, hasPrefix: boolean, reading: Reading): Omit<ReadDomain, 'heading'> | undefined {
  const word = sectionWord('domain', reading.options.lang)
  if (!hasPrefix) {
    const why = 'Every heading with ## begins a domain here.'
    reportPrefix(heading, {word, code: 'not-a-domain', why, isSure: true}, reading)
  }
  reportLevel(heading, 2, 'domain-level', 'A domain', reading)

  const prompt = hasPrefix ? promptOf(heading, reading) : inlines(heading, reading)
  const name = plainText(prompt).trim()
  if (!name) {
    reportEmptyHeading(heading, reading)
    return undefined
  }
  const options = readOptions(heading, content, ['id', 'short', 'first'], reading)
  const short = options.get('short')?.value
  if (!short) {
    reading.report.warning('no-short-name', reading.startOf(heading), `The domain "${name}" has no short name.`,
      'Add one of 2 or 3 everyday words to the comment under it: <!-- short: Data and information -->.')
  }
  const id = domainId(options, heading, name, reading)
  return {domain: {id, name, short: short || name, summary: blocks(content, reading), statements: []}, first: options.get('first')}
}

function domainId(options: CommentOptions, heading: Branch, name: string, reading: Reading): string {
  const option = options.get('id')
  if (option && isDomainId(option.value)) return reading.claimId(option.value, option.at)
  const id = reading.options.taken.claim(name)
  if (!option) reading.reportMissingId(heading, id, `The domain "${name}"`)
  else {
    reading.report.error('bad-id', option.at, `"${option.value}" cannot be the id of a domain.`,
      'Use letters, digits and single hyphens, such as D1.')
  }
  return id
}

function readStatement({heading, content}: Section, domain: Domain, reading: Reading): void {
  const prefix = prefixOf(heading)
  const kind = prefix === undefined ? undefined : questionKind(prefix)
  const word = questionWord('rate', reading.options.lang)
  if (kind !== undefined && kind !== 'rate') {
    reading.report.error('not-a-statement', reading.startOf(heading), `"${prefix}" does not stand in a framework.`,
      `Begin a statement with "### ${word}:". Other questions belong in a module.`)
    return
  }
  if (!kind) {
    const why = 'Every heading with ### is a statement to rate here.'
    const isSure = content.some(({type}) => type === 'ordered_list')
    reportPrefix(heading, {word, code: 'not-a-statement', why, isSure}, reading)
  }
  reportLevel(heading, 3, 'question-level', 'A statement', reading)

  // As in a module, a line ends a question, and what follows it is text again.
  const line = content.findIndex(({type}) => type === 'hr')
  const own = line < 0 ? content : content.slice(0, line)
  const question = readQuestion({kind: 'rate', heading, content: own, isUnmarked: !kind, domain: domain.id}, reading)
  if (question.type === 'rate') domain.statements.push(question)
  if (line >= 0) for (const block of blocks(content.slice(line + 1), reading)) domain.summary.push(block)
}

interface Missing {
  /** What the heading must begin with. */
  word: string
  code: string
  why: string
  /** Nothing else can have been meant, so a word that is nearly the right one is safe to mend. */
  isSure: boolean
}

function reportPrefix(heading: Branch, {word, code, why, isSure}: Missing, reading: Reading): void {
  const found = prefixOf(heading)
  const slip = found !== undefined && nearest(found, [word]) !== undefined ? found : undefined
  const mended = (line: string): string => slip === undefined ? line : line.replace(slip, () => word)
  const fix = isSure ? reading.changeLine(heading.line, mended) : undefined
  reading.report.error(code, reading.startOf(heading), `This heading does not begin with "${word}:". ${why}`,
    `Begin it with "${word}:".`, fix)
}

function reportLevel(heading: Branch, depth: number, code: string, what: string, reading: Reading): void {
  const marks = '#'.repeat(depth)
  if (depthOf(heading) === depth) return
  reading.report.warning(code, reading.startOf(heading),
    `${what} begins with ${marks}, and this has ${depthOf(heading)} # signs.`,
    `Write ${marks} before it.`, reading.changeLine(heading.line, line => line.replace(/^( {0,3})#+/, `$1${marks}`)))
}

/** The word before the colon of a heading. */
function prefixOf(branch: Branch): string | undefined {
  return branch.type === 'heading' ? splitPrefix(inlineOf(branch)?.token.content ?? '')?.word : undefined
}
