/** What people do in the guide who hear it, as journeys of keys. They go by the words that the elements say. */
import {guideStrings} from '../../../components/elements/guide/guide.strings.js'
import {quizStrings} from '../../../components/elements/quiz/words/quiz.strings.js'
import {savingStrings} from '../../../components/elements/saving/saving.strings.js'
import {selfAssessmentStrings} from '../../../components/elements/self-assessment/self-assessment.strings.js'
import {plainText} from '../../../components/model/guide/document.js'
import {bare, hears} from './person.mjs'

/** @typedef {import('./person.mjs').Person} Person */
/** @typedef {import('../../../components/model/guide/question.js').ChoiceQuestion} ChoiceQuestion */

/**
 * @typedef {object} Journey
 * @property {string} title
 * @property {string} hash - where in the guide it begins
 * @property {(person: Person, guide: import('../../../components/model/guide/guide.js').Guide) => Promise<void>} go - throws
 *   where it cannot go on
 */

const MODULE = 'spot-suspicious-email'
const [home, quiz, rating, saving] = [guideStrings.en, quizStrings.en, selfAssessmentStrings.en, savingStrings.en]

/** @type {Journey[]} */
export const JOURNEYS = [
  {
    title: 'A nurse asks how to report a suspicious email',
    hash: '',
    async go(person, guide) {
      person.wants('Find the guide on the page, and a way to ask.')
      await person.goTo('h', hears('heading level 2'), 'the heading of the guide')
      await person.goTo('k', hears(home.question), `the link “${home.question}”`)
      const opened = await person.press('Return')
      person.wants('Ask.')
      if (!opened.includes('entry')) {
        // The focus is in the box or near it; people who are not told look around.
        await person.press('Tab')
        await person.goTo('shift+Tab', hears('entry'), 'the box of the guide’s search')
      }
      // Words can be lost among the sounds of typing. Enter asks for them again.
      const told = await person.type('how do I report a suspicious email') + await person.press('Return')
      if (!/\d+ results/.test(told)) throw new Error(`Nothing was said of what the search found: ${told}`)
      person.wants('Hear the answer.')
      // In the box, arrows move in what was typed.
      await person.press('Tab')
      await person.press('h')
      const said = await person.readOn(14)
      if (!/report/i.test(said)) throw new Error(`Nothing was said of how to report it: ${said}`)
      const organisation = bare(guide.settings.organisation ?? '')
      if (!organisation || !bare(said).includes(organisation)) throw new Error(`The organisation’s own way to report it was not said: ${said}`)
    },
  },
  {
    title: 'A wrong answer, then a right one',
    hash: `#dsg/module/${MODULE}/check-yourself`,
    async go(person, guide) {
      const questions = guide.modules.find(({id}) => id === MODULE)?.questions.filter(({type}) => type === 'choice') ?? []
      await answer(person, /** @type {ChoiceQuestion[]} */ (questions), false)
      person.wants('Go on to the next question.')
      await person.goTo('b', said => /continue|next question/i.test(said), 'a button to go on')
      await person.press('Return')
      await answer(person, /** @type {ChoiceQuestion[]} */ (questions), true)
    },
  },
  {
    title: 'Rate two statements, stop, keep it, and find it again',
    hash: '',
    async go(person) {
      person.wants('Find where to rate skills.')
      await person.goTo('h', hears('heading level 2'), 'the heading of the guide')
      await person.goTo('k', hears(home.whereIStand), `the link “${home.whereIStand}”`)
      await person.press('Return')
      person.wants('Start the short form.')
      await person.goTo('b', hears(`${rating.start} `), `the button “${rating.start}”`)
      await person.press('Return')
      for (const step of ['Say where I am now.', 'Say what my role needs.', 'Say where I am now, for the next.']) {
        person.wants(step)
        await person.goTo('r', hears('radio button'), 'the answers')
        await person.press('space')
        await person.press('Down')
        await person.goTo('Tab', said => said.includes('push button'), 'the button')
        const next = await person.press('Return')
        const expected = step.includes('needs') ? [rating.counter(2, 6, 1, 2), rating.now] : [rating.needed]
        for (const words of expected) if (!hears(words)(next)) throw new Error(`“${words}” was not said: ${next}`)
      }
      person.wants('Stop here.')
      await person.goTo('b', hears(rating.stop), `the button “${rating.stop}”`)
      const stopped = await person.press('Return')
      if (!hears(rating.resumeAt(1, 6))(stopped)) throw new Error(`What became of stopping was not said: ${stopped}`)
      person.wants('Keep it on this device.')
      await person.goTo('b', hears(`${saving.answers.yes} `), `the button “${saving.answers.yes}”`)
      const saved = await person.press('Return')
      if (saved.split(saving.state.saved).length !== 2) throw new Error(`“${saving.state.saved}” was not said once: ${saved}`)
      person.wants('Load the page again: is it still there?')
      await person.press('F5')
      await person.goTo('h', hears('heading level 2'), 'the heading of the guide')
      const said = await person.readOn(12)
      if (!/rated \d+ of|stopped/i.test(said)) throw new Error(`Nothing was said of what was kept: ${said}`)
    },
  },
]

/**
 * Answers the question that is on screen.
 *
 * @param {Person} person
 * @param {ChoiceQuestion[]} questions - of which it is one
 * @param {boolean} isRight
 */
async function answer(person, questions, isRight) {
  person.wants('Find the question.')
  /** @type {ChoiceQuestion | undefined} */
  let asked
  await person.goTo('h', said => {
    asked = questions.find(({prompt}) => bare(said).includes(bare(plainText(prompt))))
    return asked !== undefined
  }, 'a question')
  if (!asked) return
  const wanted = asked.answers.filter(({right}) => right === isRight).map(({content}) => bare(plainText(content)))
  const chosen = isRight && asked.multiple ? wanted : wanted.slice(0, 1)
  person.wants(`Choose ${isRight ? 'what is right' : 'what is not right'}.`)
  if (asked.multiple) {
    for (let i = 0; i < asked.answers.length; i++) {
      const said = bare(await person.press('x'))
      if (chosen.some(words => said.includes(words))) await person.press('space')
    }
  } else {
    await person.goTo('r', said => chosen.some(words => bare(said).includes(words)), 'that answer', asked.answers.length)
    await person.press('space')
  }
  await person.goTo('Tab', hears(quiz.check), `the button “${quiz.check}”`)
  const verdict = await person.press('Return')
  if (hears('that is right')(verdict) !== isRight) throw new Error(`It was ${isRight ? 'right' : 'not right'}, and this was said: ${verdict}`)
  person.wants('Hear how it went.')
  await person.readOn(12)
}
