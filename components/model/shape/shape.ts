/**
 * The one language for "is this data what its type says?". Data comes from files, databases and other tabs, which anyone may
 * have written. A shape is plain data, so that what says yes or no is a few lines, which every learner loads, and others can
 * read the same shape later: `pack/problems.ts` says what is wrong and where, `schema.ts` makes a JSON schema.
 *
 * - a function is asked about the value, and answers with the shape that it should have
 * - true fits everything and false nothing, as in a JSON schema
 * - text and numbers fit themselves
 * - a set fits each of its values
 * - a list has the shape of each of its values, and how many there may be at most and at least
 * - an object has the shapes of its fields. What it does not name is let through: a later build may have added it
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

/** A function that is true for values of a type and no other, or answers with the shape such a value should have. */
export interface Test<in out T> { (value: unknown): value is T }

/** Each value of a type. */
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

/** Deeper than any text a person reads; a guard for the stack. */
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
    // Nothing is more or less than undefined.
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

/** Objects told apart by their `type`. @param kinds - a function, as kinds may have themselves inside */
export const byType = <T extends {type: string}>(kinds: () => Kinds<T>): Test<T> =>
  ((value: unknown) => isObject(value) && text(value.type) && Object.hasOwn(kinds(), value.type)
    && kinds()[value.type as T['type']]) as never
