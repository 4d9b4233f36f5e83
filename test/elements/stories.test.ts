import type {TemplateResult} from 'lit'
import {expect} from 'chai'
import '../../components/embed/all.js'
import * as canvas from '../../stories/canvas.stories.js'
import * as embedBuilder from '../../stories/embed-builder.stories.js'
import * as feedback from '../../stories/feedback.stories.js'
import * as glossary from '../../stories/glossary.stories.js'
import * as guide from '../../stories/guide.stories.js'
import * as module from '../../stories/module.stories.js'
import * as pathway from '../../stories/pathway.stories.js'
import * as pathways from '../../stories/pathways.stories.js'
import * as profile from '../../stories/profile.stories.js'
import * as quiz from '../../stories/quiz.stories.js'
import * as record from '../../stories/record.stories.js'
import * as saving from '../../stories/saving.stories.js'
import * as search from '../../stories/search.stories.js'
import * as selfAssessment from '../../stories/self-assessment.stories.js'
import * as theming from '../../stories/theming.stories.js'
import * as welcome from '../../stories/welcome.stories.js'
import {expectAccessible, expectIdsToResolve} from './axe.js'
import {find, findAll, show, words} from './screen.js'
import {settled, until} from './settled.js'

interface Stories {
  default: {title: string; args?: object; render: (args: never) => TemplateResult}
  [story: string]: unknown
}

const all = [
  canvas, embedBuilder, feedback, glossary, guide, module, pathway, pathways, profile, quiz, record, saving, search,
  selfAssessment, theming, welcome,
] as unknown as Stories[]

/** Every state that is drawn is checked the day it is drawn. */
for (const stories of all) {
  const {default: meta, ...states} = stories
  describe(`story ${meta.title}`, () => {
    for (const [name, story] of Object.entries(states) as [string, {args: {src?: string}}][]) {
      it(`${name}: axe finds nothing, ids resolve, nothing is cut off at 320 px`, async () => {
        const element = await show(meta.render({...meta.args, ...story.args} as never), 320)
        if (story.args?.src) await until(() => find('[role="alert"]', element))
        if (meta.title === 'Search' && name !== 'Empty') await until(() => !words(element).includes('Searching'))
        await settled(element)
        expect(words(element)).to.not.contain('Loading')
        await expectAccessible(element)
        expectIdsToResolve(element)
        // Where the status is in the text, Orca says "statusbar" in place of its words, and for one without words.
        expect(findAll('[role="status"]', element).map(words)).to.deep.equal([])
        const column = element.parentElement!
        expect(tooWide(column)).to.deep.equal([])
        // Many a host's font is wider than Arial, and a field for a file is in the browser's own words and font.
        column.style.setProperty('--dsg-font-family', 'monospace')
        for (const field of findAll('input[type="file"]', column)) field.style.fontSize = '1.5em'
        expect(tooWide(column), 'in wide letters').to.deep.equal([])
      })
    }
  })
}

/** What reaches past the right edge of a 320 px column, and is not inside something that scrolls by itself. */
function tooWide(root: Element): string[] {
  const limit = root.getBoundingClientRect().left + 320
  const wide: string[] = []
  const look = (element: Element) => {
    const {overflowX, clipPath} = getComputedStyle(element)
    // Clipped to nothing: for screen readers only, such as the head of a table that is shown as cards.
    if (overflowX === 'auto' || clipPath === 'inset(50%)') return
    const {right, width} = element.getBoundingClientRect()
    if (width && right > limit + 1) wide.push(`${element.localName}.${element.className} reaches ${Math.round(right - limit)} px too far`)
    // A drawing shows nothing outside its frame, and browsers do not agree where what is in it ends.
    if (element instanceof SVGSVGElement) return
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) look(child)
  }
  look(root)
  return wide
}
