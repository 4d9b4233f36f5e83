import {virtual} from '@guidepup/virtual-screen-reader'
import {expect} from 'chai'
import '../../components/elements/profile/define.js'
import '../../components/elements/quiz/define.js'
import '../../components/elements/self-assessment/define.js'
import type {DsgProfile} from '../../components/elements/profile/profile.js'
import type {DsgQuiz} from '../../components/elements/quiz/quiz.js'
import type {DsgSelfAssessment} from '../../components/elements/self-assessment/self-assessment.js'
import {plainText} from '../../components/model/guide/document.js'
import type {ChoiceQuestion, FillQuestion} from '../../components/model/guide/question.js'
import {assessed, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {find, findAll, html, show} from './screen.js'
import {settled} from './settled.js'

const bank = guide.modules.find(({id}) => id === 'spot-suspicious-email')!

/**
 * Everything a screen reader says of what an element shows, from start to end. It reads a copy in the page's own tree: the
 * virtual reader does not look into shadow roots.
 */
async function reading(element: HTMLElement): Promise<string[]> {
  const copy = document.createElement('section')
  copy.append(...[...element.shadowRoot!.querySelector('.dsg')!.children].map(child => child.cloneNode(true)))
  for (const slot of copy.querySelectorAll('slot')) slot.remove()
  document.body.append(copy)
  try {
    await virtual.start({container: copy})
    // It starts again from the top when it is through.
    const said = [await virtual.lastSpokenPhrase()]
    for (;;) {
      await virtual.next()
      const phrase = await virtual.lastSpokenPhrase()
      if (phrase === said[0] || said.length > 500) return said
      said.push(phrase)
    }
  } finally {
    await virtual.stop()
    copy.remove()
  }
}

/** Fails unless the phrases are said, in this order, with whatever else in between. */
function expectInOrder(said: readonly string[], phrases: readonly string[]): void {
  let at = -1
  for (const phrase of phrases) {
    const found = said.findIndex((each, i) => i > at && each.includes(phrase))
    expect(found, `"${phrase}" after "${said[at] ?? 'the start'}" in:\n${said.join('\n')}`).to.be.greaterThan(at)
    at = found
  }
}

const text = (nodes: Parameters<typeof plainText>[0]) => plainText(nodes).replace(/\s+/g, ' ').trim()

describe('what a screen reader says', () => {
  /** The question on screen. */
  function asked(quiz: DsgQuiz): ChoiceQuestion {
    const title = find('#title', quiz.shadowRoot!)!.textContent.replace(/\s+/g, ' ').trim()
    return bank.questions.find(({prompt}) => text(prompt) === title) as ChoiceQuestion
  }

  it('of a question: its number, words and instruction, then each answer with its place in the group, then the button', async () => {
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${shippedGuide()} module=${bank.id}></dsg-quiz>`)
    const question = asked(quiz)
    const answers = findAll<HTMLLabelElement>('.choice > label', quiz.shadowRoot!).map(label => label.textContent.trim())
    expectInOrder(await reading(quiz), [
      `group, Question 1 of ${bank.show}`, `heading, ${text(question.prompt)}, level 2`,
      ...answers.map(answer => `${question.multiple ? 'checkbox' : 'radio'}, ${answer}, not checked`), 'button, Check answer',
    ])
  })

  it('of its feedback: the verdict, then each answer with what it was and why, then how to go on', async () => {
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${shippedGuide()} module=${bank.id}></dsg-quiz>`)
    const question = asked(quiz)
    const wrong = question.answers.find(({right}) => !right)!
    find<HTMLInputElement>(`input[value="${wrong.id}"]`, quiz.shadowRoot!)!.click()
    find('form > button', quiz.shadowRoot!)!.click()
    await settled(quiz)
    const said = await reading(quiz)
    expectInOrder(said, [`heading, ${text(question.prompt)}`, 'Not right this time', 'Why', 'button, Continue'])
    expectInOrder(said, ['Your answer: not right', text(wrong.content), text(wrong.feedback)])
    for (const {content, feedback} of question.answers) expectInOrder(said, [text(content), text(feedback)])
  })

  it('of what is missing: each field by its name, first in a list and then with the field itself, and of no other field', async () => {
    const parts = ['Lock it with ', {accepts: ['L']}, ' or ', {accepts: ['Control']}, ', and ', {accepts: ['Delete']}, '.']
    const asked: FillQuestion = {
      id: 'keys', hash: 'h', type: 'fill', prompt: [{type: 'text', value: 'Which keys?'}], body: [], mustKnow: false, parts,
    }
    const quiz = await show<DsgQuiz>(html`<dsg-quiz module=${bank.id}
      .guide=${changedGuide({modules: [{...bank, questions: [asked], show: 1}]})}></dsg-quiz>`)
    findAll<HTMLInputElement>('.gap > input', quiz.shadowRoot!)[1]!.value = 'Control'
    find('form > button', quiz.shadowRoot!)!.click()
    await settled(quiz)
    const said = await reading(quiz)
    expectInOrder(said, [
      'group, There is a problem', 'heading, There is a problem', 'button, Gap 1 is empty', 'button, Gap 3 is empty',
      'heading, Which keys?', 'Lock it with', 'textbox, Gap 1 of 3', 'or', 'textbox, Gap 2 of 3', ', and', 'textbox, Gap 3 of 3',
      'button, Check answer',
    ])
    const fields = said.filter(phrase => phrase.startsWith('textbox, '))
    expect(fields.map(phrase => [phrase.includes('invalid'), /Gap \d is empty/.exec(phrase)?.[0]]))
      .to.deep.equal([[true, 'Gap 1 is empty'], [false, undefined], [true, 'Gap 3 is empty']])
  })

  it('of a statement: how far it is and what is asked, before its words; and of the next ask, what that is', async () => {
    const element = await show<DsgSelfAssessment>(html`<dsg-self-assessment .guide=${shippedGuide()}></dsg-self-assessment>`)
    const send = async () => {
      find('form button:not(.link-button)', element.shadowRoot!)!.click()
      await settled(element)
    }
    const choose = (id: string) => find<HTMLInputElement>(`input[id="${id}"]`, element.shadowRoot!)!.click()
    choose('domain-all')
    await send()
    const {statements, short} = guide.frameworks[0]!.domains[0]!
    const of = guide.frameworks[0]!.domains.flatMap(({statements}) => statements).length
    for (const [i, {prompt}] of statements.entries()) {
      const said = await reading(element)
      expectInOrder(said, [
        `group, Statement ${i + 1} of ${of}, question 1 of 2: ${short} Where are you now?`, `heading, ${text(prompt)}`,
        'group, Where are you now?', 'radio',
      ])
      choose('now-2')
      await send()
      expectInOrder(await reading(element), [
        `group, Statement ${i + 1} of ${of}, question 2 of 2: ${short} What does your role need?`, `heading, ${text(prompt)}`,
        'group, What does your role need?', 'radio',
      ])
      choose('needed-3')
      await send()
    }
  })

  it('of a profile: the chart as a list of its figures, the same in a table under its columns, then the reasons', async () => {
    const loaded = shippedGuide(...assessed('first', () => ({now: 2, needed: 4})))
    const profile = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const said = await reading(profile)
    const {domains} = guide.frameworks[0]!
    const areas = domains.flatMap(({short}) => [short, 'with help', 'on my own', 'for 4 of 4 statements'])
    expectInOrder(said, [
      'heading, Your digital skills', 'list, Where you are now and what your role needs',
      ...domains.flatMap(({short}) => [short, 'Now: with help. Role needs: on my own']), 'See this as a table',
      'Skill area', 'Now', 'Role needs', 'Role needs more', ...areas, 'heading, Modules that may help', 'and your role needs "on my own".',
    ])
    expect(said.filter(phrase => phrase.includes('columnheader')).length).to.be.greaterThan(3)
  })
})
