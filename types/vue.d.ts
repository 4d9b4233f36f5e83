// The elements in Vue templates: `import type {} from 'digital-skills-guide/types/vue'`, once in a project.
import type {HTMLAttributes, VNodeProps} from 'vue'
import type {ElementTypes, EventNamed} from './elements.js'

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name

/** Events by both names that a listener's property has: as templates are checked, and as render functions write it. */
type Own<Types extends ElementTypes[keyof ElementTypes]> = Types['properties'] & Types['attributes']
  & {[Name in Types['events'] as `on${Capitalize<Camel<Name> | Name>}`]?: (event: EventNamed<Name>) => void}

type WithOwn<Native, Props> = Omit<Native, keyof Props> & Props

// What a component is to a template's check. Vue's own `DefineComponent` is too deep for the type of a whole guide.
type VueElements = {
  [Tag in keyof ElementTypes]: new () => {$props: WithOwn<HTMLAttributes & VNodeProps, Own<ElementTypes[Tag]>>}
}

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
