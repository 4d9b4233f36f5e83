import {parseXml, XmlDeclaration, XmlDocumentType, XmlElement, XmlError, XmlProcessingInstruction, XmlText} from '@rgrove/parse-xml'
import type {Problems} from './problems.js'

/** An element of an XML file, its prefixes resolved. */
export interface SvgNode {
  space: Space
  /** Without prefix. */
  name: string
  attributes: SvgAttribute[]
  children: (SvgNode | string)[]
  /** Offset of its `<`. */
  at: number
}

export interface SvgAttribute { space: Space; name: string; value: string }

/** What a name belongs to. `none` is an attribute without prefix; `other`, what browsers do not know. */
export type Space = 'none' | 'svg' | 'html' | 'xml' | 'xlink' | 'other'

const SPACES = new Map<string, Space>([
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1999/xhtml', 'html'],
  ['http://www.w3.org/1998/Math/MathML', 'html'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
])

/** Drawings of people have some 20 levels. Browsers stop at 256 or more. */
const MAX_DEPTH = 100

const EXPORT = 'Export it again from the program that made it, as plain SVG, or save it as PNG.'

/** Characters that no drawing needs, and by which some encodings switch to others. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/

/**
 * Reads XML as browsers do, and stricter: nothing may be in it that some reader takes for something else.
 *
 * @param text - with line feeds at the ends of its lines, and nothing else
 * @returns undefined when the whole cannot be read. What is reported in its parts does not stop it
 */
export function readXml(text: string, problems: Problems): SvgNode | undefined {
  const control = text.search(CONTROL)
  if (control >= 0) {
    reportControl(problems, control)
    return undefined
  }
  const document = parsed(text, problems)
  if (!document) return undefined
  for (const child of document.children) {
    if (child instanceof XmlDeclaration) checkDeclaration(child, problems)
    else if (child instanceof XmlDocumentType) checkDocumentType(child, problems)
    else if (child instanceof XmlProcessingInstruction) reportInstruction(problems, child)
  }
  const known = new Map<string, string>([['xml', 'http://www.w3.org/XML/1998/namespace']])
  return document.root ? resolved(document.root, known, 1, problems, false) : undefined
}

function parsed(text: string, problems: Problems) {
  try {
    return parseXml(text, {includeOffsets: true, preserveXmlDeclaration: true, preserveDocumentType: true})
  } catch (error) {
    const at = error instanceof XmlError ? problems.source.offset(error.line - 1, error.column - 1) : 0
    if (error instanceof XmlError && text.includes('<!ENTITY')) reportShortForms(problems, at)
    else if (error instanceof XmlError) {
      problems.add(at,
        `This drawing cannot be read from here on${reasonOf(error.message)}.`, EXPORT)
    // It calls itself for each level, and the engine has no more room for that.
    } else reportDepth(problems, 0)
    return undefined
  }
}

/** What the parser says, where it says it in words that help. */
function reasonOf(message: string): string {
  const [, element] = /^Missing end tag for element (\S+)/.exec(message) ?? []
  if (element) return `: <${element}> is not closed, or something in it is not`
  const [, entity] = /^Named entity isn't defined: (\S+)/.exec(message) ?? []
  if (entity) return `: ${entity} is a short form that SVG does not have`
  const [, attribute] = /^Duplicate attribute: (\S+)/.exec(message) ?? []
  return attribute ? `: ${attribute} is there twice` : ''
}

function checkDeclaration({version, encoding}: XmlDeclaration, problems: Problems): void {
  if (version !== '1.0') problems.add(0, `This drawing is written in XML ${version}, which browsers do not read.`, EXPORT)
  if (encoding && !/^utf-?8$/i.test(encoding)) {
    problems.add(0, `This drawing says that it is saved as ${encoding}, not as UTF-8.`, AS_UTF_8)
  }
}

export const AS_UTF_8 = 'Save it again with the encoding UTF-8, or save it as PNG.'

/** The usual line that names SVG says nothing, and goes. One that defines short forms can mean anything. */
function checkDocumentType({name, publicId, internalSubset, start}: XmlDocumentType, problems: Problems): void {
  if (internalSubset?.trim()) {
    reportShortForms(problems, start)
  } else if (name !== 'svg' || (publicId && !publicId.startsWith('-//W3C//DTD SVG'))) {
    problems.add(start, 'The DOCTYPE of this file is not that of a drawing.', EXPORT)
  }
}

function reportShortForms(problems: Problems, at: number): void {
  problems.add(at, 'This drawing defines short forms of its own (ENTITY), which not every reader understands.',
    'Export it without the data of its program: in Illustrator, untick "Preserve Illustrator Editing Capabilities".')
}

/** @param isData - whether it is inside an editor's data, which go as a whole */
function resolved(
  element: XmlElement, outer: ReadonlyMap<string, string>, depth: number, problems: Problems, isData: boolean,
): SvgNode {
  const at = element.start
  const known = new Map(outer)
  const entries = Object.entries(element.attributes)
  for (const [name, uri] of entries) {
    if (name === 'xmlns') known.set('', uri)
    else if (name.startsWith('xmlns:')) {
      const prefix = name.slice('xmlns:'.length)
      if (!uri || prefix === 'xmlns' || (prefix === 'xml') !== (SPACES.get(uri) === 'xml')) reportPrefix(problems, at, name)
      known.set(prefix, uri)
    }
  }
  const spaceOf = (prefix: string): Space => {
    const uri = known.get(prefix)
    if (uri === undefined && prefix) reportPrefix(problems, at, prefix)
    return SPACES.get(uri ?? '') ?? 'other'
  }
  const [prefix, name] = partsOf(element.name, at, problems)
  const attributes = entries.filter(([each]) => each !== 'xmlns' && !each.startsWith('xmlns:')).map(([each, value]): SvgAttribute => {
    const [its, local] = partsOf(each, at, problems)
    if (CONTROL.test(value)) reportControl(problems, at)
    return {space: its ? spaceOf(its) : 'none', name: local, value}
  })
  const seen = new Set<string>()
  for (const {space, name: local} of attributes) {
    const size = seen.size
    if (space !== 'other' && seen.add(`${space} ${local}`).size === size) problems.add(at, `Here ${local} is there twice.`, EXPORT)
  }
  const children: SvgNode['children'] = []
  if (depth > MAX_DEPTH) reportDepth(problems, at)
  else {
    for (const child of element.children) {
      if (child instanceof XmlElement) children.push(resolved(child, known, depth + 1, problems, isData || name === 'metadata'))
      else if (child instanceof XmlText) {
        if (CONTROL.test(child.text)) reportControl(problems, at)
        children.push(child.text)
      // Illustrator has some in its data.
      } else if (child instanceof XmlProcessingInstruction && !isData && name !== 'metadata') reportInstruction(problems, child)
    }
  }
  return {space: spaceOf(prefix), name, attributes, children, at}
}

function partsOf(name: string, at: number, problems: Problems): [prefix: string, local: string] {
  const parts = name.split(':')
  if (parts.length > 2 || parts.includes('')) problems.add(at, `"${name}" is no name that a drawing can have.`, EXPORT)
  return parts.length === 1 ? ['', name] : [parts[0]!, parts.slice(1).join(':')]
}

function reportControl(problems: Problems, at: number): void {
  problems.add(at, 'This drawing has characters in it that are not for reading.', AS_UTF_8)
}

function reportPrefix(problems: Problems, at: number, prefix: string): void {
  problems.add(at, `What "${prefix}" stands for is not said in this drawing, or not rightly.`, EXPORT)
}

function reportInstruction(problems: Problems, {name, start}: XmlProcessingInstruction): void {
  problems.add(start, `This drawing has an instruction for other programs in it: <?${name}.`, EXPORT)
}

function reportDepth(problems: Problems, at: number): void {
  problems.add(at, `Here more than ${MAX_DEPTH} elements stand in each other.`,
    'Ungroup its parts in the program that made it, and export it again, or save it as PNG.')
}
