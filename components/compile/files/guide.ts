import type {Settings} from '../../model/guide/settings.js'
import {didYouMean} from '../source/did-you-mean.js'
import {YamlFields} from '../yaml/fields.js'
import {slug} from '../source/ids.js'
import {Report} from '../source/report.js'
import {guarded, isReadable} from '../source/source-file.js'
import {readYaml} from '../yaml/yaml-map.js'

/** What `guide.yaml` says. */
export interface GuideFacts {
  id: string
  title: string
  /** BCP 47. */
  lang: string
  publisher?: string
  /** Pathway ids in the order of the catalogue; those left out follow by name. */
  pathways: string[]
  fields?: YamlFields
}

/** A guide that says nothing of itself. */
export const UNNAMED: GuideFacts = {id: 'guide', title: 'Guide', lang: 'en-GB', pathways: []}
/** A local detail stands in the middle of sentences, as often as they name it. Characters. */
const LONGEST_SETTING = 500
const SETTING_NAME = /^[a-z][a-z0-9_]{0,60}$/

/** Reads `guide.yaml`. What is missing gets a plain name, so that the rest can be looked at. Never throws. */
export function readGuideFile(report: Report): GuideFacts {
  return guarded(report, () => {
    if (!isReadable(report)) return UNNAMED
    const fields = new YamlFields(readYaml(report.source.text, 0, report), report, 0, 'The guide')
    const about = {
      id: fields.id('id', 'required') ?? UNNAMED.id,
      title: fields.text('title', 'required') ?? UNNAMED.title,
      lang: fields.language('lang', 'required') ?? UNNAMED.lang,
      publisher: fields.text('publisher', 'optional'),
      pathways: fields.texts('pathways', 'optional'),
      fields,
    }
    // Read again by `review/gone-ids.ts`.
    fields.texts('retired', 'optional')
    fields.finish()
    return about
  }) ?? UNNAMED
}

/** Reads `settings.yaml`: local details as name: value. Never throws. */
export function readSettingsFile(report: Report): Settings {
  return guarded(report, () => {
    const settings: Record<string, string> = {}
    // A guide whose local details are not filled in yet is in order.
    if (!report.source.text.trim() || !isReadable(report)) return settings
    const entries = readYaml(report.source.text, 0, report)
    for (const [name, {value, keyAt}] of entries) {
      if (!SETTING_NAME.test(name)) {
        const tidy = slug(name).replaceAll('-', '_')
        report.error('bad-setting-name', keyAt, `"${name}" is not the name of a local detail.`,
          `Use small letters, digits and underscores, such as ${tidy}.`)
      } else if (value.kind === 'text') {
        if (value.text.length > LONGEST_SETTING) {
          report.error('value-too-long', value.at,
            `The ${name} has ${value.text.length} characters, and ${LONGEST_SETTING} are the most.`,
            'Say it in fewer words.')
        }
        settings[name] = value.text.slice(0, LONGEST_SETTING)
      } else if (value.kind !== 'empty') {
        report.error('bad-value', value.at, `The ${name} must be words on one line.`, `Write ${name}: and the words.`)
      }
    }
    return settings
  }) ?? {}
}

/** The names in a `settings.yaml`, filled in or not, and the offset of each. */
export function settingNames({file, source}: Report): Map<string, number> {
  // What is wrong with them has been reported already.
  const entries = readYaml(source.text, 0, new Report(file, source))
  return new Map([...entries].filter(([name]) => SETTING_NAME.test(name)).map(([name, {keyAt}]) => [name, keyAt]))
}

/** Reports local details that a text asks for under a name that looks like a slip. */
export function reportSettingNames(used: ReadonlyMap<string, number>, settings: Settings, report: Report): void {
  const known = Object.keys(settings)
  for (const [name, at] of used) {
    if (known.includes(name)) continue
    const hint = didYouMean(name, known).trim()
    if (hint) report.warning('setting-name', at, `There is no local detail "${name}" in settings.yaml.`, hint)
  }
}
