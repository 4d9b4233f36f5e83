import {expect} from 'chai'
import '../../components/elements/quiz/define.js'
import type {DsgQuiz} from '../../components/elements/quiz/quiz.js'
import type {Module} from '../../components/model/guide/module.js'
import type {FillQuestion, Item, MatchQuestion, OrderQuestion, ScoredQuestion} from '../../components/model/guide/question.js'
import {changedGuide, guide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {expectAccessible, expectIdsToResolve} from './axe.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled} from './settled.js'

const bank = guide.modules.find(({id}) => id === 'spot-suspicious-email')!
const base = {id: 'asked', hash: 'h', prompt: [{type: 'text' as const, value: 'Whose notes are these?'}], body: [], mustKnow: false}
const item = (words: string): Item => ({id: words.toLowerCase().replace(/\W+/g, '-'), content: [{type: 'text', value: words}]})

const fill = (gaps: number): FillQuestion => ({
  ...base, type: 'fill', parts: Array.from({length: gaps}, (_, i) => [`Part ${i + 1} is `, {accepts: [`word ${i + 1}`]}]).flat(),
})
const match: MatchQuestion = {
  ...base, type: 'match',
  pairs: ['Phishing', 'Smishing', 'Vishing', 'Quishing'].map((left, i) => ({left: item(left), right: item(`What it means, ${i}`)})),
}
const order: OrderQuestion = {...base, type: 'order', items: ['Tell the IT desk', 'Change your password', 'Tell your manager'].map(item)}

const moduleOf = (question: ScoredQuestion): Module => ({...bank, questions: [question], show: 1})
const ask = (question: ScoredQuestion, width?: number) => show<DsgQuiz>(html`
  <dsg-quiz module=${bank.id} .guide=${changedGuide({modules: [moduleOf(question)]})}></dsg-quiz>`, width)

type Field = HTMLInputElement | HTMLSelectElement
const fieldsOf = (quiz: DsgQuiz) => findAll<Field>('fieldset :is(input[type="text"], select)', quiz.shadowRoot!)
const linksOf = (quiz: DsgQuiz) => findAll('.error-summary li button', quiz.shadowRoot!)
const invalid = (quiz: DsgQuiz) => fieldsOf(quiz).filter(field => field.getAttribute('aria-invalid') === 'true')
/** What a screen reader says of a field behind its name and role. */
const description = (field: Field) => (field.getAttribute('aria-describedby') ?? '').split(' ')
  .map(id => words((field.getRootNode() as ShadowRoot).getElementById(id) ?? undefined)).join(' ')
/** What a field is called, as a person sees or hears it. */
const nameOf = (field: Field) => field.getAttribute('aria-label') ?? words(field.labels![0])

/** Puts in something that has its own place for each field, or nothing. */
function put(field: Field, value: number | undefined): void {
  if (field instanceof HTMLInputElement) field.value = value === undefined ? '' : `something ${value}`
  else field.selectedIndex = value === undefined ? 0 : value + 1
}

async function check(quiz: DsgQuiz): Promise<void> {
  find('form > button', quiz.shadowRoot!)!.focus()
  await press('Enter')
  await settled(quiz)
}

/** All that has to hold while `empty` are empty and nothing else is wrong. */
async function expectNamed(quiz: DsgQuiz, empty: readonly Field[], message: (field: Field) => string): Promise<void> {
  expect(words(focused()!)).to.equal(`There is a problem ${empty.map(message).join(' ')}`)
  expect(invalid(quiz)).to.deep.equal(empty)
  for (const field of fieldsOf(quiz)) expect(description(field)).to.equal(empty.includes(field) ? message(field) : '')
  for (const [i, link] of linksOf(quiz).entries()) {
    link.focus()
    await press('Enter')
    expect(focused()).to.equal(empty[i])
  }
}

const kinds = [
  {name: 'fill in', question: fill(7), message: (field: Field) => `${/^Gap \d+/.exec(nameOf(field))![0]} is empty`},
  {name: 'match', question: match, message: (field: Field) => `Choose what goes with "${nameOf(field)}"`},
  {name: 'put in order', question: order, message: (field: Field) => `Choose a place for "${nameOf(field)}"`},
]

describe('a question with several fields', function () {
  this.timeout(60_000)

  for (const {name, question, message} of kinds) {
    describe(`of the kind ${name}`, () => {
      it('names each field that is empty, ties its message to it, and leads there, whichever they are', async () => {
        const quiz = await ask(question)
        const fields = fieldsOf(quiz)
        const all = 2 ** fields.length - 1
        // Every choice of empty fields of a short question, and of a long one some of each size.
        const choices = Array.from({length: all}, (_, i) => i + 1).filter(bits => all < 16 || bits % 9 === 1 || bits === all)
        for (const bits of choices) {
          for (const [i, field] of fields.entries()) put(field, bits & 1 << i ? undefined : i)
          await check(quiz)
          await expectNamed(quiz, fields.filter((_, i) => bits & 1 << i), message)
        }
      })

      it('says no more of a field once it is filled, and marks the answer when all are', async () => {
        const quiz = await ask(question)
        const fields = fieldsOf(quiz)
        for (const [i, field] of fields.entries()) {
          await check(quiz)
          await expectNamed(quiz, fields.slice(i), message)
          put(field, i)
        }
        await check(quiz)
        expect(find('.error-summary', quiz.shadowRoot!)).to.equal(undefined)
        expect(focused()?.id).to.equal('verdict')
      })

      it('is accessible while it says so, and not cut off at 320 px', async () => {
        const quiz = await ask(question, 320)
        await check(quiz)
        await expectAccessible(quiz)
        expectIdsToResolve(quiz.parentElement!)
        for (const each of findAll('form *', quiz.shadowRoot!)) {
          expect(each.getBoundingClientRect().right, each.outerHTML).to.be.at.most(quiz.getBoundingClientRect().right + 1)
        }
      })
    })
  }

  it('shows the number of each gap that its name has, and a press on it leads into the gap', async () => {
    const quiz = await ask(fill(3))
    for (const [i, field] of fieldsOf(quiz).entries()) {
      expect(nameOf(field)).to.equal(`Gap ${i + 1} of 3`)
      expect(words((field as HTMLInputElement).labels![0])).to.equal(String(i + 1))
      ;(field as HTMLInputElement).labels![0]!.click()
      expect(focused()).to.equal(field)
    }
    expect(words(find('.gaps', quiz.shadowRoot!))).to.equal('Part 1 is 1 Part 2 is 2 Part 3 is 3')
  })

  it('with one gap has no number, and asks for the missing words', async () => {
    const quiz = await ask(fill(1))
    expect(words(find('.gaps', quiz.shadowRoot!))).to.equal('Part 1 is')
    await check(quiz)
    await expectNamed(quiz, fieldsOf(quiz), () => 'Type the missing words, then select Check answer')
  })

  it('takes what nobody sees for nothing', async () => {
    const quiz = await ask(fill(3))
    const fields = fieldsOf(quiz)
    for (const [i, text] of [' \u00a0', '\u200b\u2060\ufeff', 'word'].entries()) fields[i]!.value = text
    await check(quiz)
    await expectNamed(quiz, fields.slice(0, 2), kinds[0]!.message)
  })

  it('keeps what was typed as it was typed, and takes a look-alike for the answer', async () => {
    const loaded = changedGuide({modules: [moduleOf({...fill(1), parts: ['The ', {accepts: ['patient\'s']}, ' notes']})]})
    const quiz = await show<DsgQuiz>(html`<dsg-quiz module=${bank.id} .guide=${loaded}></dsg-quiz>`)
    fieldsOf(quiz)[0]!.focus()
    await type('Patient’s')
    await press('Enter')
    await settled(quiz)
    expect(words(focused()!)).to.equal('That is right')
    expect(words(find('.answers .words', quiz.shadowRoot!))).to.equal('Patient’s')
    const answered = loaded.record.events.find(event => event.type === 'answered')
    expect(answered).to.deep.include({given: ['Patient’s'], right: true})
  })

  it('in order asks for another place for each that shares one', async () => {
    const quiz = await ask(order)
    const fields = fieldsOf(quiz)
    for (const [i, place] of [1, 0, 1].entries()) put(fields[i]!, place)
    await check(quiz)
    const shared = (field: Field) => `Choose a place for "${nameOf(field)}" that nothing else has`
    await expectNamed(quiz, [fields[0]!, fields[2]!], shared)
    put(fields[0]!, undefined)
    await check(quiz)
    await expectNamed(quiz, [fields[0]!], kinds[2]!.message)
  })

  it('beside "How sure are you?" marks its own fields and nothing of that', async () => {
    const quiz = await show<DsgQuiz>(html`<dsg-quiz module=${bank.id} with-confidence
      .guide=${changedGuide({modules: [moduleOf(match)]})}></dsg-quiz>`)
    const fields = fieldsOf(quiz)
    put(fields[0]!, 0)
    find('#sure-2', quiz.shadowRoot!)!.click()
    await check(quiz)
    await expectNamed(quiz, fields.slice(1), kinds[1]!.message)
    expect(find<HTMLInputElement>('#sure-2', quiz.shadowRoot!)!.checked).to.equal(true)
    expect(findAll('fieldset.has-error', quiz.shadowRoot!)).to.deep.equal([])
  })

  for (const multiple of [false, true]) {
    it(`that is one group of ${multiple ? 'boxes' : 'radios'} ties the message to the group`, async () => {
      const question = bank.questions.find(each => each.type === 'choice' && each.multiple === multiple) as ScoredQuestion
      const quiz = await ask(question)
      await check(quiz)
      const group = find('fieldset', quiz.shadowRoot!)!
      expect(group.getAttribute('aria-describedby')!.split(' ').map(id => words(quiz.shadowRoot!.getElementById(id)!)))
        .to.include('Choose an answer, then select Check answer')
      linksOf(quiz)[0]!.focus()
      await press('Enter')
      expect(focused()).to.equal(find('.choice > input', quiz.shadowRoot!))
    })
  }
})

describe('an answer that is judged otherwise than when it was given', () => {
  it('stays as it was recorded, and the learner is told that the question has changed', async () => {
    const question = {...fill(1), parts: ['The ', {accepts: ['patient\'s']}, ' notes']}
    const about = {about: bank.id, hash: '', attempt: 'a'}
    const loaded = changedGuide({modules: [moduleOf(question)]},
      {...about, type: 'started', questions: ['asked']},
      {...about, type: 'answered', about: 'asked', hash: 'h', module: bank.id,
        given: ['patient’s'], right: false},
      {...about, type: 'completed', outcome: 'not-passed', right: 0, of: 1})
    const quiz = await show<DsgQuiz>(html`<dsg-quiz module=${bank.id} .guide=${loaded}></dsg-quiz>`)
    expect(words(quiz)).to.contain('You got 0 of 1 right')
    find('.results button', quiz.shadowRoot!)!.click()
    await settled(quiz)
    expect(words(quiz)).to.contain('Not right this time')
    expect(words(quiz)).to.contain('This question has changed since you answered it.')
  })
})
