// The elements in JSX, for React 19: `import type {} from 'digital-skills-guide/types/react'`, once in a project.
import type {DetailedHTMLProps, HTMLAttributes} from 'react'
import type {ElementTypes, EventNamed} from './elements.js'

type Own<Types extends ElementTypes[keyof ElementTypes]> = Types['properties'] & Types['attributes']
  & {[Name in Types['events'] as `on${Name}`]?: (event: EventNamed<Name>) => void}

type WithOwn<Native, Props> = Omit<Native, keyof Props> & Props

type ReactElements = {
  [Tag in keyof ElementTypes]: WithOwn<
    DetailedHTMLProps<HTMLAttributes<ElementTypes[Tag]['element']>, ElementTypes[Tag]['element']>, Own<ElementTypes[Tag]>
  >
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
