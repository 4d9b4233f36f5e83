/**
 * A file's text with one more entry at the end of a list of words in its YAML: `name: [a, b]`, or one a line with `- `.
 *
 * @returns undefined when the list is not written in one of these ways
 */
export function addToList(text: string, name: string, entry: string): string | undefined {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const lines = text.split(/\r\n|\r|\n/)
  const start = lines.findIndex(line => line.startsWith(`${name}:`))
  if (start < 0) return undefined
  const flow = /^([^#[]*\[)([^\]#]*)(\].*)$/.exec(lines[start]!)
  if (flow) {
    const [, open = '', inside = '', close = ''] = flow
    lines[start] = `${open}${inside.trim() ? `${inside.trimEnd()}, ` : ''}${entry}${close}`
    return lines.join(lineEnd)
  }
  let last = start
  let indent = '  '
  for (let n = start + 1; n < lines.length; n++) {
    const item = /^(\s*)- /.exec(lines[n]!)
    if (item) {
      indent = item[1]!
      last = n
    } else if (lines[n]!.trim() && !lines[n]!.trim().startsWith('#')) break
  }
  if (last === start) return undefined
  lines.splice(last + 1, 0, `${indent}- ${entry}`)
  return lines.join(lineEnd)
}
