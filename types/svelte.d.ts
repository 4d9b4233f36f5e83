// The elements in Svelte markup: `import type {} from 'digital-skills-guide/types/svelte'`, once in a project.
import type {HTMLAttributes} from 'svelte/elements'
import type {ElementTypes, EventNamed} from './elements.js'

/** Events as Svelte 5 writes them, and as Svelte 4 did. */
type Own<Types extends ElementTypes[keyof ElementTypes]> = Types['properties'] & Types['attributes']
  & {[Name in Types['events'] as `on${Name}` | `on:${Name}`]?: (event: EventNamed<Name>) => void}

type WithOwn<Native, Props> = Omit<Native, keyof Props> & Props

type SvelteElements = {
  [Tag in keyof ElementTypes]: WithOwn<HTMLAttributes<ElementTypes[Tag]['element']>, Own<ElementTypes[Tag]>>
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
