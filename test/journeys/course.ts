import type {DsgGuide} from '../../components/elements/guide/guide.js'
import type {LearnerEvent} from '../../components/model/record/record.js'
import {guide} from '../../stories/content.js'
import {find} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {freshDevice, type Learner} from './learner.js'

/** What the packages under test are of. */
export const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const pathway = guide.pathways.find(({id}) => id === 'staying-safe-with-data')!
export const modules = pathway.modules.map(id => guide.modules.find(module => module.id === id)!)
export const CHECK = module.pages.find(({title}) => title === 'Check yourself')!

/** How the page says how it stands with the learning system. */
export const KEPT = 'Your learning system keeps your answers and your result.'
export const FAILING = 'Your learning system did not take your last answers.'
export const REFUSED = 'Your learning system did not begin this visit'

/** The record on the page, as the learner's own file would change it. */
export function bring(learner: Learner, events: readonly LearnerEvent[]): void {
  void learner.page.querySelector<DsgGuide>('dsg-guide')!.guide!.record.bring(events)
}

/** From the module's first page to its questions. */
export async function toQuestions(learner: Learner): Promise<void> {
  // The page's own words, with links of their own, name the module before the guide is there.
  await until(() => find('dsg-module', learner.page)?.shadowRoot?.textContent?.includes(module.outcomes[0]!))
  await learner.turnTo(CHECK.title)
  // The link that was followed has the same words as the heading: wait for what is under it.
  await learner.sees(`Question 1 of ${module.show}`)
}

/** Each is made by the first request for it, which takes longer than a page may. */
before(async function () {
  this.timeout(240_000)
  for (const name of ['module', 'pathway', 'tasks', 'failing', 'reporting', 'html']) {
    const {ok} = await fetch(`/packages/${name}/index.html`)
    if (!ok) throw new Error(`The package "${name}" was not made. The terminal says why.`)
  }
})

beforeEach(freshDevice)
