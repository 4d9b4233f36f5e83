import {VERSION} from './version.js'

/** `Symbol.for` gives every copy of this script on a page the same symbol, so each can read which version another one has. */
const VERSION_OF = Symbol.for('digital-skills-guide version')

/** Registers unless the page already has one: a CMS widget and a theme may both load us, and must not throw. */
export function define(tag: string, element: CustomElementConstructor): void {
  const existing: CustomElementConstructor & {[VERSION_OF]?: string} | undefined = customElements.get(tag)
  if (!existing) {
    Object.defineProperty(element, VERSION_OF, {value: VERSION})
    customElements.define(tag, element)
  } else if (existing !== element) {
    const version = Object.hasOwn(existing, VERSION_OF) ? `version ${existing[VERSION_OF]}` : 'version not known'
    console.warn(`<${tag}> is already registered by another script (${version}); keeping that one, not version ${VERSION}.`)
  }
}
