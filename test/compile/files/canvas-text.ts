/** Four levels, as a factor needs. */
export const LEVELS = '1. **Not yet started.** Nobody is asked.\n2. **Emerging.** Some are asked.\n'
  + '3. **Established.** People help to shape it.\n4. **Embedded.** It is the normal way.\n'

export const ASK = '**Ask:** whose voice is this?\n'

/** A factor in which nothing is wrong: its heading, its comment, a blank line, four levels, what to ask. */
export function factorText(name: string, id: string, more = ''): string {
  return `## Factor: ${name}\n<!-- id: ${id}${more} -->\n\n${LEVELS}\n${ASK}\n`
}

export const FACTORS = factorText('Voice', 'voice', ' · group: People · learn: second, first')
  + factorText('Strategy', 'strategy', ' · group: People')
  + factorText('Devices', 'devices', ' · group: Means')
  + factorText('Money', 'money', ' · group: Means')

const DETAILS = {
  id: 'canvas-1', title: 'Canvas 1', sources: '[{title: A source}]', last_reviewed: '2026-11-01', next_review: '2027-05-01',
}

/**
 * A canvas file whose front matter has nothing wrong, and this under it, from line 9 on.
 *
 * @param changes - replaces or adds details by name
 */
export function canvasText(content = FACTORS, changes: Record<string, string> = {}): string {
  const lines = Object.entries({...DETAILS, ...changes}).map(([name, value]) => `${name}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n${content}`
}
