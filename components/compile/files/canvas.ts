import {nearest} from '../../model/formats/nearest.js'
import {factorHash, LEVELS, type Canvas, type CanvasFactor, type CanvasLevel} from '../../model/guide/canvas.js'
import {plainText, type Block} from '../../model/guide/document.js'
import {itemOf, readItem, reportEmptyAnswer, reportSame} from '../questions/answers.js'
import {inlineOf, isList, type Branch} from '../markdown/branch.js'
import {splitLabel} from '../markdown/callouts.js'
import {optionId, readOptions, type CommentOptions} from '../markdown/comment-options.js'
import {blocks, depthOf, reportEmptyHeading} from '../markdown/document.js'
import {YamlFields} from '../yaml/fields.js'
import {readFrontMatter} from '../yaml/front-matter.js'
import {isId, slug} from '../source/ids.js'
import {inlines, trimmed} from '../markdown/inline.js'
import {parsed} from '../markdown/parsed.js'
import {readPublished, reportDates} from './module-facts.js'
import {askWord, isAskWord, sectionKind, sectionWord, splitPrefix} from '../markdown/prefixes.js'
import {promptOf} from '../questions/question-parts.js'
import {Reading, type ReadOptions} from '../markdown/reading.js'
import type {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'

export interface ReadCanvas { canvas: Canvas; reading: Reading }

/** A factor, and where it stands, so that it can be seen beside the others. */
interface ReadFactor { factor: CanvasFactor; heading: Branch }

/**
 * Reads `canvas/<name>.md`: a factor for each `##`. Words above the first factor are for editors and not read.
 *
 * @returns undefined when the file holds nothing to read. Never throws
 */
export function readCanvas(report: Report, options: ReadOptions): ReadCanvas | undefined {
  return guarded(report, () => {
    if (!isReadable(report)) return undefined
    const {entries, at, bodyLine} = readFrontMatter(report, 'required')
    const fields = new YamlFields(entries, report, at, 'This canvas')
    const name = report.file.split('/').at(-1)!.replace(/\.md$/i, '')
    // Without front matter there is one fault to report, not several.
    const need = entries.size ? 'required' : 'optional'
    const facts = readFacts(fields, need, {id: slug(name), title: name, lang: options.lang})
    const reading = new Reading(report.source, report, bodyLine, {...options, lang: facts.lang})
    const writtenId = entries.get('id')?.value
    if (writtenId?.kind === 'text' && isId(writtenId.text)) reading.claimId(writtenId.text, writtenId.at)

    const tree = parsed(reading)
    const starts = tree.flatMap((branch, i) => isStart(branch) ? [i] : [])
    const factors = starts.flatMap((start, n) =>
      readFactor(tree[start]!, tree.slice(start + 1, starts[n + 1]), reading))
    if (!factors.length) {
      report.error('no-factors', report.source.offset(bodyLine), 'This canvas has no factors.',
        `Begin each with a line "## ${sectionWord('factor', facts.lang)}: " and its name.`)
    }
    reportGroups(factors, reading)
    reading.reportTidying()
    return {canvas: {...facts, factors: factors.map(({factor}) => factor)}, reading}
  })
}

function readFacts(
  fields: YamlFields, need: 'required' | 'optional', fallback: {id: string; title: string; lang: string},
): Omit<Canvas, 'factors'> {
  const facts = {...readPublished(fields, need, fallback), basis: fields.text('basis', 'optional')}
  fields.finish()
  reportDates(facts, fields)
  return facts
}

/** Smaller headings are part of the factor they stand in. */
function isStart(branch: Branch): boolean {
  const depth = depthOf(branch)
  return depth > 0 && (depth <= 2 || isFactor(branch))
}

function isFactor(heading: Branch): boolean {
  const word = wordOf(heading)
  return word !== undefined && sectionKind(word) === 'factor'
}

function readFactor(heading: Branch, content: readonly Branch[], reading: Reading): ReadFactor[] {
  if (!isFactor(heading)) reportPrefix(heading, content, reading)
  else if (depthOf(heading) !== 2) reportDepth(heading, reading)
  const name = plainText(isFactor(heading) ? promptOf(heading, reading) : inlines(heading, reading)).trim()
  if (!name) {
    reportEmptyHeading(heading, reading)
    return []
  }
  const options = readOptions(heading, content, ['id', 'group', 'learn'], reading)
  const {lists, ask, rest} = partsOf(content)
  const levels = readLevels(lists, heading, reading)
  const read = blocks(rest, reading)
  if (!ask.length) {
    reading.report.warning('no-ask', reading.startOf(heading), `The factor "${name}" asks nothing.`,
      `Write at its end "**${askWord(reading.options.lang)}:**" and a question: whose voice is a rating based on?`)
  }
  const factor: CanvasFactor = {
    id: idOf(options, name, heading, reading), group: options.get('group')?.value ?? '', name,
    hash: factorHash(name, levels), intro: read, levels, ask: withoutLabel(blocks(ask, reading)),
    learn: readLearn(options, reading),
  }
  return [{factor, heading}]
}

/** The numbered lists are the levels; without one, any list is. From "Ask:" on, all is what to ask. */
function partsOf(content: readonly Branch[]): {lists: Branch[]; ask: Branch[]; rest: Branch[]} {
  const from = content.findIndex(isAsk)
  const before = from < 0 ? content : content.slice(0, from)
  const numbered = before.filter(({type}) => type === 'ordered_list')
  const lists = numbered.length ? numbered : before.filter(isList)
  return {lists, ask: from < 0 ? [] : content.slice(from), rest: before.filter(branch => !lists.includes(branch))}
}

function isAsk(branch: Branch): boolean {
  if (branch.type !== 'paragraph') return false
  const word = /^\*\*([^*:]{1,30})(?::\*\*|\*\*\s*:)/.exec(inlineOf(branch)?.token.content ?? '')?.[1]
  return word !== undefined && isAskWord(word)
}

function withoutLabel([first, ...others]: Block[]): Block[] {
  const label = first?.type === 'paragraph' ? splitLabel(first.children) : undefined
  if (!first || !label) return first ? [first, ...others] : []
  return label.rest.length ? [{type: 'paragraph', children: label.rest}, ...others] : others
}

function readLevels(lists: readonly Branch[], heading: Branch, reading: Reading): CanvasLevel[] {
  const items = lists.flatMap(({children}) => children)
  const levels = items.map(item => readLevel(item, reading))
  if (levels.length !== LEVELS.length) {
    reading.report.error('factor-levels', reading.startOf(heading), `This factor has ${levels.length} levels${levels.length > LEVELS.length
      ? `, so "${levels.slice(LEVELS.length).map(({name, text}) => `${name} ${plainText(text)}`.slice(0, 500)).join('" and "')}" is not shown` : ''}.`,
    `Write ${LEVELS.length} in a numbered list, the lowest first, each as **its name.** and what it is like.`)
  }
  reportSame(levels.map(({text}, i) => ({at: reading.startOf(items[i]!), ...itemOf(text)})), reading)
  // Ratings are kept as 1 to 4, so more cannot be shown.
  return levels.slice(0, LEVELS.length)
}

function readLevel(item: Branch, reading: Reading): CanvasLevel {
  const {content, rest} = readItem(item, reading)
  const at = reading.startOf(item)
  const [first, ...others] = content
  const isNamed = first?.type === 'strong'
  const name = isNamed ? plainText(first.children).trim().replace(/\s*[.:]$/, '') : ''
  const text = trimmed(isNamed ? others : content)
  if (!content.length) reportEmptyAnswer(at, reading)
  else if (!name) {
    reading.report.error('level-without-name', at, 'This level does not begin with its name.',
      'Write its name between two stars on each side, then what it is like: **Emerging.** Some people are asked.')
  } else if (!plainText(text).trim()) {
    reading.report.error('level-without-words', at, `The level "${name}" is not described.`,
      'Write after its name what it is like, so that people can tell whether it is theirs.')
  }
  for (const branch of rest) {
    reading.report.error('level-of-parts', reading.startOf(branch), 'This stands under a level, and is not shown.',
      'Describe a level in one paragraph. Put other text above the levels.')
  }
  return {name, text}
}

function readLearn(options: CommentOptions, reading: Reading): string[] {
  const option = options.get('learn')
  const ids = (option?.value ?? '').split(/[\s,]+/).filter(Boolean)
  for (const id of ids) if (option) reading.links.push({url: `module:${id}`, at: option.at})
  return ids.filter(isId)
}

function idOf(options: CommentOptions, name: string, heading: Branch, reading: Reading): string {
  const written = optionId(options, reading)
  if (written !== undefined) return reading.claimId(written, options.get('id')!.at)
  const id = reading.options.taken.claim(name)
  if (!options.has('id')) reading.reportMissingId(heading, id, `The factor "${name}"`)
  return id
}

/** Some factors with a group and some without would leave a part of the profile without a name. */
function reportGroups(factors: readonly ReadFactor[], reading: Reading): void {
  if (!factors.some(({factor}) => factor.group)) return
  for (const {factor, heading} of factors.filter(({factor}) => !factor.group)) {
    reading.report.warning('no-group', reading.startOf(heading),
      `The factor "${factor.name}" is in no group, and others are.`,
      'Add the name of its group to the comment under it: <!-- group: Access and support -->.')
  }
}

function reportPrefix(heading: Branch, content: readonly Branch[], reading: Reading): void {
  const word = sectionWord('factor', reading.options.lang)
  const found = wordOf(heading)
  const slip = found !== undefined && nearest(found, [word]) !== undefined ? found : undefined
  // A note may have a heading too. Only one with levels under it can have been meant as a factor.
  const isSure = slip !== undefined && content.some(({type}) => type === 'ordered_list')
  reading.report.error('not-a-factor', reading.startOf(heading),
    `This heading does not begin with "${word}:". Every heading with ## is a factor here.`, `Begin it with "${word}:".`,
    isSure ? reading.changeLine(heading.line, line => line.replace(slip, () => word)) : undefined)
}

function reportDepth(heading: Branch, reading: Reading): void {
  reading.report.warning('factor-level', reading.startOf(heading),
    `A factor begins with ##, and this has ${depthOf(heading)} # signs.`, 'Write ## before it.',
    reading.changeLine(heading.line, line => line.replace(/^( {0,3})#+/, '$1##')))
}

/** The word before the colon of a heading. */
function wordOf(heading: Branch): string | undefined {
  return splitPrefix(inlineOf(heading)?.token.content ?? '')?.word
}
