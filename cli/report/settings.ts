import {guideToReport} from './guide.js'
import {fileAt} from '../terminal/paths.js'
import {textTable} from '../terminal/text-table.js'
import {say} from '../terminal/output.js'

/** `dsg report settings`: the settings that nobody has filled in, and where readers see general advice instead. */
export async function reportSettings(target: string, {with: locals}: {with: string[]}): Promise<number> {
  const {guide, files} = guideToReport(target, locals)
  const places = new Map<string, string[]>()
  for (const {path, shown = path, text} of files) {
    if (!/\.md$/i.test(path) || /(?:^|\/)readme\.md$/i.test(path)) continue
    text.split(/\r\n|\r|\n/).forEach((line, n) => {
      for (const [, name = ''] of line.matchAll(/\{\{\s*([a-z][a-z0-9_]*)\s*\|/g)) {
        places.set(name, [...places.get(name) ?? [], `${fileAt(target, shown)}:${n + 1}`])
      }
    })
  }
  const asked = [...places].sort(([a], [b]) => a < b ? -1 : 1)
  const missing = asked.filter(([name]) => guide.settings[name] === undefined)
  if (missing.length) {
    const rows = missing.flatMap(([name, found]) => found.map((place, n) => [n ? '' : name, place]))
    say(textTable([['Not filled in', 'Where it shows'], ...rows]))
  }
  say(missing.length
    ? `${missing.length} of ${asked.length} local details are not filled in. Write them in settings.yaml.`
    : `All ${asked.length} local details are filled in.`)
  return 0
}
