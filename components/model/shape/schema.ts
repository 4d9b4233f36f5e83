import {flag, type AnyFields, type AnyShape} from './shape.js'

/** A JSON schema, or a part of one, in draft 2020-12. */
export type Schema = Readonly<Record<string, unknown>>

/** What a schema says beyond what its shape does. */
export interface SchemaNote {
  /** For each test, the schema of what it is true for. */
  tests: ReadonlyMap<AnyShape, Schema>
  /** Names of the shapes that are defined once, under `$defs`. */
  names: ReadonlyMap<AnyShape, string>
  /** By name and field, such as `rated.voice`: what it is for. */
  descriptions: Readonly<Record<string, string>>
}

/** The JSON schema of what a shape fits. @param at - name and fields that led here, for its description */
export function schemaOf(shape: AnyShape, said: SchemaNote, at: string): Schema {
  const name = said.names.get(shape)
  return described(name ? {$ref: `#/$defs/${name}`} : definitionOf(shape, said, at), said, at)
}

/** The schema of a shape that has a name, written out for the place where it is defined. */
export function definitionOf(shape: AnyShape, said: SchemaNote, at: string): Schema {
  if (shape === flag) return {type: 'boolean'}
  if (shape instanceof Set) return {enum: [...shape]}
  if (Array.isArray(shape)) {
    const [each, most, least] = shape
    return {
      type: 'array', ...(least !== undefined && {minItems: least}), ...(most !== undefined && {maxItems: most}),
      items: schemaOf(each, said, `${at}[]`),
    }
  }
  if (typeof shape === 'function') {
    const schema = said.tests.get(shape)
    if (!schema) throw new Error(`${at} has a test that has no schema yet. Add it to the tests of the schema.`)
    return schema
  }
  if (typeof shape === 'object') return {type: 'object', ...fieldsOf(shape, said, at)}
  return {const: shape}
}

/** What is required of an object, and what its fields are. */
export function fieldsOf(
  fields: AnyFields, said: SchemaNote, at: string,
): {required?: string[]; properties: Record<string, Schema>} {
  const names = Object.keys(fields)
  const required = names.filter(name => !isOptional(fields[name]!))
  return {
    ...(required.length && {required}),
    properties: Object.fromEntries(names.map(name => [name, schemaOf(inner(fields[name]!), said, `${at}.${name}`)])),
  }
}

/** A schema with its description. */
export function described(schema: Schema, {descriptions}: SchemaNote, at: string): Schema {
  const description = Object.hasOwn(descriptions, at) ? descriptions[at] : undefined
  return description ? {description, ...schema} : schema
}

/** True for a shape made by `optional`: that one is true for undefined, and gives another shape for anything else. */
function isOptional(shape: AnyShape): boolean {
  return typeof shape === 'function' && shape(undefined) === true
}

function inner(shape: AnyShape): AnyShape {
  return typeof shape === 'function' && isOptional(shape) ? shape(null) : shape
}
