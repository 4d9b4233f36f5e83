import {expect} from 'chai'
import {guide} from '../../stories/content.js'
import {words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {openPage} from './frame.js'

interface ShiftSource { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }
interface Shift extends PerformanceEntry { value: number; sources: ShiftSource[] }

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const quiz = module.pages.at(-1)!
const SITE = '/guide/index.html'

/** Where a browser opens the built site, and what it shows there in the end. */
const PLACES: [address: string, shown: string][] = [
  [SITE, 'Filter the pathways'],
  [`${SITE}#dsg/search/password`, 'Search the guide'],
  [`${SITE}#dsg/pathway/${guide.pathways[1]!.id}`, guide.pathways[1]!.title],
  [`${SITE}#dsg/module/${module.id}`, module.pages[0]!.title],
  [`${SITE}#dsg/module/${module.id}/${quiz.id}`, quiz.title],
  [`${SITE}#dsg/assessment`, 'Rate your digital skills'],
  [`${SITE}#dsg/record`, 'My record'],
  [`/guide/modules/${module.id}.html`, module.pages[0]!.title],
  [`/guide/pathways/${guide.pathways[1]!.id}.html`, guide.pathways[1]!.title],
  [`/guide/frameworks/${guide.frameworks[0]!.id}.html`, 'Rate your digital skills'],
]

/** A page that opens puts nothing on the screen that moves when the rest comes. Chromium counts that; others say nothing. */
describe('the built site, as it opens', function () {
  this.timeout(120_000)
  const isCounted = PerformanceObserver.supportedEntryTypes.includes('layout-shift')

  for (const width of [375, 1280]) {
    for (const [address, shown] of PLACES) {
      it(`moves nothing at ${width} px: ${address}`, async () => {
        const frame = await openPage(address, width)
        const page = frame.contentDocument!
        const element = page.querySelector('main > [src]')!
        await until(() => element.shadowRoot && words(element.shadowRoot).includes(shown), () => words(element))
        if (!isCounted) return
        const {PerformanceObserver: Observer} = frame.contentWindow as Window & typeof globalThis
        // What is buffered comes in one go, and a page that moved nothing has nothing to give: its first paint is asked for too.
        const seen: PerformanceEntry[] = []
        const observer = new Observer(list => { seen.push(...list.getEntries()) })
        for (const type of ['layout-shift', 'paint']) observer.observe({type, buffered: true})
        await until(() => seen.some(({entryType}) => entryType === 'paint'))
        const shifts = seen.filter(({entryType}) => entryType === 'layout-shift') as Shift[]
        // What is in a shadow root has no name here, but a place.
        const place = ({x, y, width, height}: DOMRect) => [x, y, width, height].map(Math.round).join()
        const moved = shifts.map(({value, sources}) => `${value.toFixed(4)} ${sources.map(({node, previousRect, currentRect}) =>
          `${node?.nodeName} from ${place(previousRect)} to ${place(currentRect)}`).join(', ')}`)
        expect(shifts.reduce((sum, {value}) => sum + value, 0), moved.join('; ')).to.be.below(0.02)
      })
    }
  }
})
