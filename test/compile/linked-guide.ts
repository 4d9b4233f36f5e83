import type {SourceFile} from '../../components/compile/guide/compile-guide.js'
import {frontMatter, smallGuide} from './content.js'

/** A link to a place in a module: its address as an author writes it, and the words of the heading that it leads to. */
export interface PlaceLink { url: string; module: string; place: string; heading: string }

const FIRST = `
# First

## Start here

LINKS

- In a list: LINK
- another

> **Example:** In an example: LINK

| Words | Links |
|---|---|
| In a table | LINK |

### Reflect: What did you see? LINK
<!-- id: first-think -->

In a prompt: LINK

---

## If you clicked

Tell IT.

FILLING

### Change it

Change your password.

#### At home

Ask the family.

> ### A quoted heading
>
> Words.

- ### A heading in a list

  Words.

FILLING

## Report it

### Change it

Change the report.

### Héadings, "quoted" & *marked*

Words.

### Question: Which link is right? LINK
<!-- id: first-q -->

In a question: LINK

> **Hint:** In a hint: LINK

- [x] This
  > In feedback: LINK
- [ ] That
  > No.

**Why:** In a reason: LINK
`

const FILLING = Array.from({length: 40}, (_, i) => `Line ${i} of many, so that the page is longer than any screen.`).join('\n\n')

const SECOND = `
# Second

### One

Back to [the first](module:first#change-it).

FILLING

### Two

Words.
`

/** Every place of the two modules. The heading of an only page is the title of its module. */
const PLACES: [module: string, place: string, heading: string][] = [
  ['first', 'start-here', 'Start here'], ['first', 'if-you-clicked', 'If you clicked'], ['first', 'change-it', 'Change it'],
  ['first', 'at-home', 'At home'], ['first', 'a-quoted-heading', 'A quoted heading'],
  ['first', 'a-heading-in-a-list', 'A heading in a list'], ['first', 'report-it', 'Report it'],
  ['first', 'change-it-2', 'Change it'], ['first', 'headings-quoted-marked', 'Héadings, "quoted" & marked'],
  ['second', 'second', 'Second'], ['second', 'one', 'One'], ['second', 'two', 'Two'],
]

/** Links of each kind that the compiler knows for a place, from the module `first`. */
export const PLACE_LINKS: readonly PlaceLink[] = [
  ...PLACES.filter(([module]) => module === 'first').map(([module, place, heading]) => ({url: `#${place}`, module, place, heading})),
  ...PLACES.map(([module, place, heading]) => ({url: `module:${module}#${place}`, module, place, heading})),
  {url: 'module:second', module: 'second', place: '', heading: 'Second'},
]

/** A guide with each of them, and with one link in every kind of text. */
export function linkedGuide(): SourceFile[] {
  const links = PLACE_LINKS.map(({url}) => `- [to ${url}](${url})`).join('\n')
  const filled = (text: string) => text.replaceAll('FILLING', FILLING).replace('LINKS', links)
    .replace(/\bLINK\b/g, '[to the change](#change-it)')
  return smallGuide({
    'pathways/basics/first.md': frontMatter({sources: '[{title: A source, year: 2024}]'}) + filled(FIRST),
    'pathways/basics/second.md': frontMatter({id: 'second', title: 'Second'}) + filled(SECOND),
    'glossary/terms.md': '## Spam\n<!-- id: spam -->\n\nMail nobody asked for: [report it](module:first#change-it-2).\n',
  })
}
