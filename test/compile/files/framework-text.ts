/** Five levels, as a statement needs. */
export const LEVELS = '1. Not yet.\n2. With help.\n3. Alone.\n4. Anywhere.\n5. I help others.\n'

export const DOMAIN = '## Domain: Data and content\n<!-- id: D6 · short: Data -->\n\n'

export const STATEMENT =
  `### Rate: I can send it safely\n<!-- id: rate-send · suggest: second, first -->\n\n${LEVELS}\n`

const DETAILS = {
  id: 'skills', title: 'Skills', sources: '[{title: A source}]', last_reviewed: '2026-11-01', next_review: '2027-05-01',
}

/**
 * A framework file whose front matter has nothing wrong, and this under it, from line 9 on.
 *
 * @param changes - replaces or adds details by name
 */
export function frameworkText(content = DOMAIN + STATEMENT, changes: Record<string, string> = {}): string {
  const lines = Object.entries({...DETAILS, ...changes}).map(([name, value]) => `${name}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n${content}`
}
