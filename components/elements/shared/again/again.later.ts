import {html, nothing, type TemplateResult} from 'lit'
import type {RecordFile} from '../../../model/record/file.js'
import {handOver, takeDrafts} from '../../../state/device/hand-over.js'
import type {LoadedGuide, LoadFault} from '../../../state/guide/loaded-guide.js'
import {saveFile} from '../page/save-file.js'
import {sharedStrings} from '../words/shared.strings.js'
import {stringsFor} from '../words/strings.js'
import {againStrings} from './again.strings.js'
import {draftsIn, putBack} from './drafts.js'

/** An element that shows a guide, as its base makes it. */
interface Host extends HTMLElement {
  readonly guide?: LoadedGuide
  readonly source: {failure?: {kind: LoadFault; retry: () => void}}
  requestUpdate(): void
}

/** How long a server may take to say that the page is there. */
const ANSWER_MS = 10_000

/** Elements whose learner was told that this browser keeps nothing while a page loads. */
const refused = new WeakSet<Host>()

/** A button that loads the page again, with all that is in memory. Where the browser refuses that, people hear of it before. */
export function loadAgain(host: Host): TemplateResult {
  const words = stringsFor(host, againStrings)
  const isLost = refused.has(host)
  const hasFile = isLost && host.guide!.record.events.length > 0
  // The button that was pressed has the focus, and stays: pressed twice, it loses nothing.
  return html`
    <p>${isLost ? words.refused : words.kept}</p>
    <div class="button-row">
      <button class="secondary" type="button" @click=${() => hasFile ? takeAway(host) : load(host)}>${
        hasFile ? words.takeAway : stringsFor(host, sharedStrings).reload}</button>
      ${isLost ? html`<button class="link-button" type="button" @click=${() => location.reload()}>${words.anyway}</button>` : nothing}
    </div>`
}

async function load(host: Host): Promise<void> {
  const {source} = host
  const fault = await pageFault()
  if (!fault && handOver(draftsIn(document))) return location.reload()
  if (!fault) refused.add(host)
  else if (source.failure) source.failure = {...source.failure, kind: fault}
  host.requestUpdate()
}

/** Why loading the page again would lose it; undefined when the page can be had, or it cannot be known. */
async function pageFault(): Promise<'offline' | 'failed' | undefined> {
  let isForbidden = false
  const note = (): void => { isForbidden = true }
  document.addEventListener('securitypolicyviolation', note)
  try {
    // A redirect, such as to where people sign in, is an answer. It is not followed: other sites need not let us.
    const options = {cache: 'no-cache', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS)} as const
    return (await fetch(location.href, options)).status >= 500 ? 'failed' : undefined
  } catch {
    return isForbidden ? undefined : 'offline'
  } finally {
    document.removeEventListener('securitypolicyviolation', note)
  }
}

/** A record file without a checksum: the code that makes one is not here, and may be gone. Such files are read as well. */
function takeAway(host: Host): void {
  const {record: {events}, manifest: {id, edition}} = host.guide!
  const exported = new Date().toISOString()
  const file: RecordFile = {format: 'dsg-record', version: 1, guide: id, edition, exported, events: [...events]}
  saveFile(`digital-skills-record-${exported.slice(0, 10)}.json`, 'application/json', JSON.stringify(file, undefined, 1))
}

const drafts = takeDrafts()
if (drafts !== undefined) putBack(drafts, document)
