import type {SourceFile} from '../../components/compile/guide/compile-guide.js'

/** Front matter of a module in which nothing is wrong; `changes` replaces lines by their names, '' takes one away. */
export function frontMatter(changes: Record<string, string> = {}): string {
  const values: Record<string, string> = {
    id: 'first', title: 'First', pathway: 'basics', domains: '[D6]', stage: '1', audience: '[everyone]', minutes: '5',
    outcomes: '[do it]', sources: '[{title: A source, url: "https://example.org", year: 2024}]', publisher: 'Us',
    last_reviewed: '2026-11-01', next_review: '2027-05-01', ...changes,
  }
  const lines = Object.entries(values).filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n`
}

/** A whole small guide in which nothing is wrong; `changes` replaces files by their paths, '' takes one away. */
export function smallGuide(changes: Record<string, string> = {}): SourceFile[] {
  const files: Record<string, string> = {
    'guide.yaml': 'id: small\ntitle: Small guide\nlang: en-GB\npublisher: Us\n',
    'settings.yaml': 'it_service_desk: ext 4444\n',
    'pathways/basics/pathway.md': '---\nid: basics\ntitle: Basics\nsummary: The first steps.\naudience: [everyone]\n'
      + 'modules: [first, second]\n---\n\nFor editors.\n',
    'pathways/basics/first.md': `${frontMatter()}
# First

## Read

See [the second](module:second#more) about [spam](glossary:spam), or {{it_service_desk | ask your IT team}}.

### Do: Find the desk
<!-- id: first-desk -->
`,
    'pathways/basics/second.md': `${frontMatter({id: 'second', title: 'Second', keywords: '[smishing]'})}
# Second

## More

Words.

### Must know: Is it safe?
<!-- id: second-safe -->

- [x] No
  > Right.
- [ ] Yes
  > It is not.
`,
    'glossary/terms.md': '# Terms\n\n## Spam\n<!-- id: spam · also: junk mail, UCE -->\n\nMail nobody asked for.\n',
    'README.md': 'For editors.\n',
    ...changes,
  }
  return Object.entries(files).filter(([, text]) => text).map(([path, text]) => ({path, text}))
}
