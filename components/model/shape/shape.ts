/**
 * The one language that says what data has to look like to be of a type. Data comes from files, databases and other tabs, which
 * anyone may have written. A shape is plain data. So the code that says yes or no is a few lines (every learner loads these),
 * and other code can use the same shapes: `pack/problems.ts` tells what is wrong and where, `schema.ts` makes a JSON schema.
 *
 * - a function gets the value, and returns the shape that the value should have
 * - true fits everything and false nothing, as in a JSON schema
 * - text and numbers fit themselves
 * - a set fits each of its values
 * - a list is for lists: the shape of each value, and how many values there may be at most and at least
 * - an object has the shapes of fields. Fields that it does not name are let through: a later build may have added them
 */
export type AnyShape = ((value: unknown) => AnyShape) | boolean | string | number | AnyChoice | AnyList | AnyFields

export type AnyChoice = Set<unknown>

export type AnyList = [each: AnyShape, most?: number, least?: number]

export interface AnyFields { readonly [field: string]: AnyShape }

/**
 * The shapes of a type. The compiler refuses one that leaves out a field, takes another kind of value, or takes an optional
 * field for one that is always there.
 */
export type Shape<T> = Test<T> | OneOf<T> | ShapeIn<T>

/** A function that returns true for values of a type and for no others, or the shape that such a value should have. */
export interface Test<in out T> { (value: unknown): value is T }

/** A set of all values of a type. */
export interface OneOf<in out T> extends Set<T> {}

type ShapeIn<T> =
  [T] extends [readonly (infer Each)[]] ? [each: Shape<Each>, most?: number, least?: number]
    : IsOne<T> extends false ? never
    : [T] extends [object] ? Fields<T>
    : string extends T ? never : number extends T ? never : NoInfer<T>

/** The shapes of an object's fields. */
export type Fields<T> = {
  readonly [K in keyof T]-?: {} extends Pick<T, K> ? Test<T[K] | undefined> : Shape<T[K]>
}

/** The fields of each kind of object, by what its `type` says. */
export type Kinds<T extends {type: string}> = {readonly [K in T['type']]: Fields<Omit<Extract<T, {type: K}>, 'type'>>}

/** False for a union, whose members no plain shape can tell apart. */
type IsOne<T, Each = T> = [T] extends [never] ? false : Each extends unknown ? [T] extends [Each] ? true : false : never

/** How deep lists may nest: deeper than in any text that people read, and not so deep that the stack overflows. */
export const MAX_DEPTH = 60

/** @param depth - how many lists it is inside of */
export function fits<T>(value: unknown, shape: Test<T> | Fields<T>, depth?: number): value is T
export function fits(value: unknown, shape: AnyShape, depth?: number): boolean
export function fits(value: unknown, shape: AnyShape, depth = 0): boolean {
  while (typeof shape === 'function') shape = shape(value)
  if (typeof shape === 'boolean') return shape
  if (shape instanceof Set) return shape.has(value)
  if (Array.isArray(shape)) {
    const [each, most, least] = shape
    // Where a limit is undefined, both comparisons are false.
    return Array.isArray(value) && depth <= MAX_DEPTH && !(value.length > most!) && !(value.length < least!)
      && value.every(one => fits(one, each, depth + 1))
  }
  if (typeof shape !== 'object') return value === shape
  if (!isObject(value)) return false
  for (const field in shape) if (!fits(value[field], shape[field]!, depth)) return false
  return true
}

export type Data = Record<string, unknown>

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const text: Test<string> = value => typeof value === 'string'
export const number: Test<number> = Number.isFinite as never
export const flag: Test<boolean> = value => typeof value === 'boolean'

/** Text with a rule of its own. */
export const textThat = (isSuch: (text: string) => boolean): Test<string> =>
  (value => text(value) && isSuch(value)) as Test<string>

/** These values and no others. */
export const oneOf = <const T extends readonly unknown[]>(...values: T): OneOf<T[number]> => new Set<T[number]>(values)

/** A field that may be missing. */
export const optional = <T>(shape: Shape<T>): Test<T | undefined> => ((value: unknown) => value === undefined || shape) as never

/** Objects told apart by their `type`. @param kinds - a function, because a kind may contain itself */
export const byType = <T extends {type: string}>(kinds: () => Kinds<T>): Test<T> =>
  ((value: unknown) => isObject(value) && text(value.type) && Object.hasOwn(kinds(), value.type)
    && kinds()[value.type as T['type']]) as never
