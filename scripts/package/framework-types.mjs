/** The elements as types that JSX, Vue and Svelte pages are checked against; `types/*.d.ts` put them to use. */
import {propertiesOf, publicElementsIn} from './manifest.mjs'

/** @typedef {import('./manifest.mjs').Element} Element */

/**
 * `elements.d.ts`: the properties, attributes and events of each tag. It refers to the element's class for the type of each
 * property, so types are said in one place.
 *
 * @param {import('./manifest.mjs').Manifest} manifest
 */
export function elementTypes(manifest) {
  const elements = publicElementsIn(manifest)
  return `// Made from the elements' docblocks.
import type {} from '../components/index.js' // It says what each event holds.
${elements.map(importOf).join('\n')}

export interface ElementTypes {
${elements.map(typesOf).join('\n')}
}

/** An event as the page hears it. */
export type EventNamed<Name> = Name extends keyof HTMLElementEventMap ? HTMLElementEventMap[Name] : Event
`
}

/** @param {Element} element */
function importOf({name, path}) {
  return `import type {${name}} from '../${path.replace(/\.ts$/, '.js')}'`
}

/** @param {Element} element */
function typesOf({name, tagName, description = '', attributes = [], events = [], ...element}) {
  const properties = propertiesOf(element)
  const lines = [
    `  /** ${description.replace(/\s+/g, ' ')} */`,
    `  '${tagName}': {`,
    `    element: ${name}`,
    '    properties: {',
    ...properties.map(property => field(property.name, property.description, `${name}['${property.name}']`)),
    '    }',
    '    attributes: {',
    ...attributes
      .filter(attribute => !properties.some(property => property.name === attribute.name))
      .map(attribute => field(attribute.name, attribute.description,
        // Some are read where they are needed, and have no property.
        attribute.fieldName ? `${name}['${attribute.fieldName}']` : 'string')),
    '    }',
    `    events: ${events.map(event => `'${event.name}'`).join(' | ') || 'never'}`,
    '  }',
  ]
  return lines.join('\n')
}

/**
 * @param {string} name
 * @param {string | undefined} description
 * @param {string} type
 */
function field(name, description = '', type) {
  return `      /** ${description.replace(/\s+/g, ' ')} */\n      '${name}'?: ${type}`
}
