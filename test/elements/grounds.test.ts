import {expect} from 'chai'
import type {TemplateResult} from 'lit'
import '../../components/embed/all.js'
import {DsgElement} from '../../components/elements/shared/base/element.js'
import * as canvas from '../../stories/canvas.stories.js'
import * as glossary from '../../stories/glossary.stories.js'
import * as guide from '../../stories/guide.stories.js'
import * as module from '../../stories/module.stories.js'
import * as pathways from '../../stories/pathways.stories.js'
import * as profile from '../../stories/profile.stories.js'
import * as quiz from '../../stories/quiz.stories.js'
import * as search from '../../stories/search.stories.js'
import * as selfAssessment from '../../stories/self-assessment.stories.js'
import {expectAccessible} from './axe.js'
import {behind, below, tooFaint, tooFaintTokens} from './contrasts.js'
import {GROUNDS, type Ground} from './grounds.js'
import {find, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

interface Stories { default: {args?: object; render: (args: never) => TemplateResult} }

const story = (stories: unknown, {args}: {args?: object}): TemplateResult => {
  const {default: meta} = stories as Stories
  return meta.render({...meta.args, ...args} as never)
}

const STATES: Record<string, () => TemplateResult> = {
  'a module': () => story(module, module.OnePage),
  'the questions of a module': () => story(module, module.Questions),
  'a question': () => story(quiz, quiz.FirstQuestion),
  'an answer that is wrong': () => story(quiz, quiz.Feedback),
  'a result': () => story(quiz, quiz.NotPassed),
  'a self-assessment': () => story(selfAssessment, selfAssessment.HalfWay),
  'a canvas': () => story(canvas, canvas.HalfWay),
  'a form of the canvas': () => story(canvas, canvas.SetUp),
  'search results': () => story(search, search.Results),
  'a guide': () => story(guide, guide.Started),
  'what cannot be loaded': () => story(guide, guide.FailedToLoad),
  'the glossary': () => story(glossary, glossary.AToZ),
  'the pathways': () => story(pathways, pathways.default as object),
  'a profile': () => story(profile, profile.default as object),
}

const FEW = Object.fromEntries(['a module', 'an answer that is wrong', 'what cannot be loaded'].map(name => [name, STATES[name]!]))

const COMMON: ReadonlySet<string> = new Set([
  'nothing', 'NHS dark blue', 'NHS blue', 'NHS pale grey', 'NHS mid grey', 'NHS pink', 'NHS aqua green', 'NHS warm yellow', 'nearly black',
  'half black on white', 'a gradient', 'a photograph', 'an image that is laid under',
])

/** Puts states on a ground, and waits until all are there. */
async function showAll({put}: Ground, states: (() => TemplateResult)[]): Promise<DsgElement[]> {
  const place = await show(html`<div>${states.map(state => put(state()))}</div>`, 640)
  const elements = below(place).filter(each => each instanceof DsgElement && each.getRootNode() === document) as DsgElement[]
  await until(() => elements.every(each => find('.light, .dark', each.shadowRoot!)))
  await until(() => find('[role="alert"]', place))
  await until(() => !words(place).includes('Searching'))
  await settled(place)
  return elements
}

describe('on a ground that the host chose', () => {
  for (const [name, ground] of Object.entries(GROUNDS)) {
    // Which set is chosen depends on the ground alone, so for the rarer grounds a few states show that it was.
    const states = COMMON.has(name) ? STATES : FEW
    it(`${name}: all can be read`, async () => {
      const elements = await showAll(ground, Object.values(states))
      expect(elements).to.have.length(Object.keys(states).length)
      for (const element of elements) {
        expect(behind(element.shadowRoot!.querySelector('.dsg')!, element) === undefined, 'stands on the host\'s ground')
          .to.equal(ground.set !== undefined)
        expect(tooFaint(element, ground.seen), element.localName).to.deep.equal([])
        expect(tooFaintTokens(element, ground.seen), element.localName).to.deep.equal([])
      }
    })
  }

  for (const name of ['NHS dark blue', 'NHS mid grey', 'a photograph']) {
    it(`${name}: axe finds nothing`, async () => {
      const [element] = await showAll(GROUNDS[name]!, [STATES['a module']!, STATES['what cannot be loaded']!])
      await expectAccessible(element!.parentElement!.parentElement!)
    })
  }
})
