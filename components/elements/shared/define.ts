/** Registers unless the page already has one: a CMS widget and a theme may both load us, and must not throw. */
export function define(tag: string, element: CustomElementConstructor): void {
  const existing = customElements.get(tag)
  if (!existing) customElements.define(tag, element)
  else if (existing !== element) console.warn(`<${tag}> is already registered by another script; keeping that one.`)
}
