/** Files by which editors complete and explain the elements, made from the manifest. */
import {propertiesOf, publicElementsIn} from './manifest.mjs'

/** @typedef {import('./manifest.mjs').Manifest} Manifest */
/** @typedef {import('./manifest.mjs').Described} Described */

/**
 * The file for VS Code, which is named in its setting `html.customData`. https://github.com/microsoft/vscode-custom-data
 *
 * @param {Manifest} manifest
 */
export function vscodeData(manifest) {
  return {
    version: 1.1,
    tags: publicElementsIn(manifest).map(element => ({
      name: element.tagName,
      description: markdown(fullDescription(element)),
      attributes: (element.attributes ?? []).map(({name, description, type}) => ({
        name,
        description: markdown(description),
        // "v" says that the attribute takes no value, as `hidden` does.
        ...(type?.text === 'boolean' && {valueSet: 'v'}),
      })),
    })),
  }
}

/**
 * The file for JetBrains editors, which find it through package.json. https://github.com/JetBrains/web-types
 *
 * @param {Manifest} manifest
 * @param {{name: string, version: string}} about
 */
export function webTypes(manifest, {name, version}) {
  const elements = publicElementsIn(manifest)
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(element => ({
          name: element.tagName,
          description: element.description,
          attributes: (element.attributes ?? []).map(({name, description, type}) =>
            ({name, description, value: {type: type?.text ?? 'string'}})),
          slots: (element.slots ?? []).map(named),
          js: {
            properties: propertiesOf(element).map(({name, description, type}) =>
              ({name, description, value: {type: type?.text ?? 'unknown'}})),
            events: (element.events ?? []).map(named),
          },
          css: {parts: (element.cssParts ?? []).map(named)},
        })),
      },
      css: {properties: (elements[0]?.cssProperties ?? []).map(named)},
    },
  }
}

/** @param {import('./manifest.mjs').Element} element */
function fullDescription({description = '', slots = [], events = [], cssParts = []}) {
  /** @type {(title: string, items: Described[]) => string} */
  const list = (title, items) => items.length
    ? `\n\n**${title}**\n${items.map(({name, description}) => `\n- \`${name || 'default'}\`: ${description}`).join('')}`
    : ''
  return description + list('Slots', slots) + list('Events', events) + list('Parts', cssParts)
}

function markdown(value = '') {
  return {kind: 'markdown', value}
}

/** @param {Described} described */
function named({name, description}) {
  return {name, description}
}
