import type {Settings} from '../../../components/model/guide/settings.js'
import type {LoadedGuide} from '../../../components/state/guide/loaded-guide.js'

/** As editors write names in settings.yaml. */
const NAME = /^[a-z][a-z0-9_]{0,60}$/

/**
 * An organisation's own details, such as `{"it_service_desk": "ext 4444"}`, from a file beside the page.
 *
 * @throws with what is wrong, in plain words
 */
export async function loadDetails(address: string): Promise<Settings> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The local details at ${answer.url} could not be loaded: ${answer.status}.`)
  const details: unknown = await answer.json().catch(() => undefined)
  if (typeof details !== 'object' || details === null || Array.isArray(details)) {
    throw new Error(`The local details at ${answer.url} are not written as {"name": "words"}.`)
  }
  for (const [name, words] of Object.entries(details)) {
    if (!NAME.test(name) || typeof words !== 'string') {
      throw new Error(`The local details at ${answer.url} have "${name}", which is not a name with words beside it.`)
    }
  }
  return details as Settings
}

/** The same guide, which says these details where it asks for them. One that is empty leaves the guide's own words. */
export function withDetails(guide: LoadedGuide, details: Settings): LoadedGuide {
  const filled = Object.fromEntries(Object.entries(details).filter(([, words]) => words.trim()))
  return {
    // Read each time: a newer edition of the guide may have come out since.
    get manifest() { return {...guide.manifest, settings: {...guide.manifest.settings, ...filled}} },
    base: guide.base,
    record: guide.record,
    module: id => guide.module(id),
    framework: id => guide.framework(id),
    canvas: id => guide.canvas(id),
    searchText: () => guide.searchText(),
  }
}
