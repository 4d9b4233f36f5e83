/** The custom elements manifest: made by the analyser, checked, and cut to what people who use the package write. */
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../setup/setup.mjs'
import {undocumentedTokens} from './tokens.mjs'

/**
 * The parts of a manifest that are read here: https://github.com/webcomponents/custom-elements-manifest
 *
 * @typedef {object} Described
 * @property {string} name
 * @property {string} [description]
 * @property {{text: string}} [type]
 * @property {string} [default]
 *
 * @typedef {Described & {fieldName?: string}} Attribute
 * @typedef {Described & {kind: string, privacy?: string, static?: boolean, readonly?: boolean, parameters?: Described[],
 *   return?: {type?: {text: string}}, inheritedFrom?: {name: string}}} Member
 *
 * @typedef {object} Parts
 * @property {Attribute[]} [attributes]
 * @property {Member[]} [members]
 * @property {Described[]} [events]
 * @property {Described[]} [slots]
 * @property {Described[]} [cssParts]
 * @property {Described[]} [cssProperties]
 *
 * @typedef {Described & Parts & {tagName?: string, customElement?: boolean}} Declaration
 * @typedef {Declaration & {tagName: string, path: string}} Element
 * @typedef {{modules: {path: string, declarations: Declaration[]}[]}} Manifest
 */

/** What an element can be described by, and what one of each is called. */
const KINDS = /** @type {const} */ ([
  ['attributes', 'attribute'], ['members', 'property'], ['events', 'event'], ['slots', 'slot'], ['cssParts', 'part'],
  ['cssProperties', 'custom property'],
])

const FILE = join(ROOT, 'custom-elements.json')

/**
 * Writes `custom-elements.json` and reads it.
 *
 * @returns {Manifest}
 * @throws when the analyser fails
 */
export function analyze() {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['node_modules/@custom-elements-manifest/analyzer/cem.js',
    'analyze', '--quiet', '--config', 'custom-elements-manifest.config.mjs'], {cwd: ROOT, encoding: 'utf8'})
  if (status !== 0) throw new Error(`The elements could not be analysed.\n${stdout}${stderr}`)
  return JSON.parse(readFileSync(FILE, 'utf8'))
}

/**
 * The declarations of elements, each with the `path` of its module.
 *
 * @param {Manifest} manifest
 * @returns {Element[]}
 */
export function elementsIn(manifest) {
  return manifest.modules.flatMap(({path, declarations}) => declarations
    .flatMap(({tagName, ...declaration}) => declaration.customElement && tagName ? {...declaration, tagName, path} : []))
}

/**
 * The elements that people write in pages, such as `dsg-quiz` of `quiz/quiz.ts`. All others are shown inside one of these.
 *
 * @param {Manifest} manifest
 */
export function publicElementsIn(manifest) {
  return elementsIn(manifest).filter(({path, tagName}) => {
    const name = tagName.replace(/^dsg-/, '')
    return path.includes(`/${name}/${name}.`)
  })
}

/**
 * Everything of an element that should have a description and has none, as lines for whoever wrote it.
 *
 * @param {Manifest} manifest
 */
export function missingDescriptions(manifest) {
  const lines = elementsIn(manifest).flatMap(element => [
    ...element.description ? [] : [`${element.path}: <${element.tagName}> has no description.`],
    ...KINDS.flatMap(([key, kind]) => (element[key] ?? [])
      .filter(item => !item.description && isPublic(item))
      .map(({name}) => `${element.path}: the ${kind} "${name}" of <${element.tagName}> has no description.`)),
  ])
  return [...lines, ...undocumentedTokens().map(name =>
    `components/elements/shared/styles/tokens.styles.ts: ${name} is used and has no @cssprop line.`)]
}

/**
 * The fields of an element that a page may set.
 *
 * @param {Parts} element
 */
export function propertiesOf({members = []}) {
  return members.filter(member => member.kind === 'field' && isPublic(member) && !member.readonly)
}

/**
 * A manifest as it is in the package, where the modules are compiled.
 *
 * @param {unknown} value - a manifest, or any part of one
 * @returns {unknown}
 */
export function inPackage(value) {
  if (Array.isArray(value)) return value.map(inPackage)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => {
    const isPath = (key === 'path' || key === 'module') && typeof part === 'string'
    return [key, isPath ? part.replace(/^\/?components\/(.*)\.ts$/, 'dist/components/$1.js') : inPackage(part)]
  }))
}

/**
 * True for a member that people who use the element may use.
 *
 * @param {Pick<Member, 'privacy' | 'static' | 'name'>} member
 */
export function isPublic({privacy = 'public', static: isStatic, name}) {
  return privacy === 'public' && !isStatic && !name.startsWith('#')
}
