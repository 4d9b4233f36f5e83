/**
 * The script of a package's `index.html`: one pathway or module as a course of its own. When a learning system opened the
 * page, that system keeps the learner's record; anywhere else it is a page like any other.
 *
 *     <div id="notice" aria-live="polite" tabindex="-1"></div>
 *     <dsg-guide data-start="#dsg/pathway/staying-safe" data-reports="scorm12"></dsg-guide>
 *     <script defer src="dsg-course.js"></script>
 *     <script defer src="dsg-all.js"></script>
 *
 * `data-not-passed="failed"` and `data-interactions` are the options of `dsg export scorm12` with these names.
 *
 * This script has to come before the elements' script: they read the address when they begin, and this sets it.
 */
import type {DsgGuide} from '../../elements/guide/guide.js'
import type {Address} from '../../model/guide/document.js'
import {stringsFor} from '../../elements/shared/words/strings.js'
import {pageClock} from '../../state/visit/clock.js'
import {loadPack} from '../../state/guide/pack-guide.js'
import {RecordLog} from '../../state/record/record.js'
import {courseStrings} from './course.strings.js'
import {findApi, ScormConnection, type ScormApi} from './scorm-api.js'
import {ScormSession} from './scorm-session.js'

const guide = document.querySelector<DsgGuide>('dsg-guide')!
const notice = document.querySelector<HTMLElement>('#notice')!
const say = stringsFor(guide, courseStrings)
const {reports, notPassed, interactions} = guide.dataset
const hasReports = reports === 'scorm12'
/** What the notice says of the session now. */
let told: string | undefined

/** Events after which the guide may show another place. It follows links by itself, so a click is all that there is to hear. */
const MAY_MOVE = ['click', 'hashchange']

const api = hasReports ? findApi(window) : undefined
if (api) void reportTo(api)
else {
  startAt('')
  if (hasReports) tell(say.alone)
  guide.setAttribute('src', 'guide.json')
}

async function reportTo(api: ScormApi): Promise<void> {
  const session = new ScormSession(new ScormConnection(api), pageClock, () => location.hash, {
    notPassed: notPassed === 'failed' ? 'failed' : 'incomplete',
    interactions: interactions !== undefined,
  })
  const update = () => {
    session.send()
    tellOf(session, update)
  }
  session.open()
  startAt(session.place)
  let place = location.hash
  for (const sign of MAY_MOVE) {
    addEventListener(sign, () => {
      if (location.hash === place) return
      place = location.hash
      update()
    })
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') session.pause()
  })
  // Not "unload", an event that phones do not send. A page that comes back from the browser's memory begins a new session.
  addEventListener('pagehide', () => session.close())
  addEventListener('pageshow', ({persisted}) => {
    if (!persisted) return
    session.open()
    update()
  })
  await customElements.whenDefined('dsg-guide')
  await guide.source.load(async () => {
    // The learning system keeps the record: this page leaves nothing on the device.
    const record = ({edition}: {edition: string}) => new RecordLog(edition, {}, 'elsewhere')
    const pack = await loadPack(new URL('guide.json', document.baseURI).href, record)
    const modules = await Promise.all(pack.manifest.modules.map(({id}) => pack.module(id)))
    session.follow(modules, pack.record)
    pack.record.subscribe(update)
    guide.guide = pack
  })
  update()
}

/** Opens the guide where the learner stopped, or else at what the package is about. */
function startAt(place: string): void {
  if (location.hash) return
  history.replaceState(history.state, '', placeIn(place) ?? placeIn(guide.dataset.start))
}

/** What the package and the learning system say is a place in the guide, or is left alone. */
function placeIn(address = ''): Address | undefined {
  return address.startsWith('#dsg/') ? address as Address : undefined
}

function tellOf({state, showsAnswers}: ScormSession, tryAgain: () => void): void {
  const words = state === 'kept' && showsAnswers ? `${say.kept} ${say.shown}` : say[state]
  if (words === told) return
  told = words
  const hadFocus = notice.contains(document.activeElement)
  tell(words, state !== 'kept')
  if (state === 'failing' || state === 'refused') notice.append(retryButton(tryAgain))
  // The button that had the focus is gone, together with the words it stood under.
  if (hadFocus) notice.focus()
}

function tell(words: string, isImportant = false): void {
  notice.className = isImportant ? 'callout warning' : ''
  notice.replaceChildren(Object.assign(document.createElement('p'), {textContent: words}))
}

function retryButton(tryAgain: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), {type: 'button', textContent: say.tryAgain})
  button.addEventListener('click', () => {
    tryAgain()
    if (button.isConnected) button.before(notice.querySelector('.again') ?? again())
  })
  return button
}

function again(): HTMLParagraphElement {
  return Object.assign(document.createElement('p'), {className: 'again', textContent: say.stillNot})
}
