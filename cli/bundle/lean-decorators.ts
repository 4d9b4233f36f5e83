import type {PropertyDeclaration, ReactiveElement} from 'lit'

/**
 * Stands in for `lit/decorators.js` in our bundles. Lit's own also support the standard decorators, which our sources do not
 * use, and are six times as large.
 */
export function property(options?: PropertyDeclaration) {
  return (prototype: object, name: PropertyKey): void => {
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options)
  }
}

export function state() {
  return property({state: true, attribute: false})
}

/** Takes the place of the compiler's helper, which runs the decorators of a property. */
export function decorate(decorators: readonly ReturnType<typeof property>[], prototype: object, name: PropertyKey): void {
  for (const each of decorators) each(prototype, name)
}
