import {expect} from 'chai'
import '../../components/elements/quiz/define.js'
import type {DsgQuiz} from '../../components/elements/quiz/quiz.js'
import type {ChoiceQuestion} from '../../components/model/guide/question.js'
import {plainText} from '../../components/model/guide/document.js'
import {answeredAll, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const bank = guide.modules.find(({id}) => id === 'spot-suspicious-email')!

describe('dsg-quiz', () => {
  const answersOf = (quiz: DsgQuiz) => findAll<HTMLInputElement>('.choice > input', quiz.shadowRoot!)

  /** The question on screen, by its words. */
  function asked(quiz: DsgQuiz): ChoiceQuestion {
    const title = words(find('#title', quiz.shadowRoot!))
    return bank.questions.find(question => plainText(question.prompt).replace(/\s+/g, ' ').trim() === title) as ChoiceQuestion
  }

  /** Answers with the keyboard alone, from wherever focus is. */
  async function answer(quiz: DsgQuiz, isRight: boolean): Promise<void> {
    const question = asked(quiz)
    const wanted = question.answers.filter(({right}) => right === isRight).map(({id}) => id)
    const chosen = isRight ? wanted : wanted.slice(0, 1)
    const inputs = answersOf(quiz)
    inputs[0]!.focus()
    if (question.multiple) {
      for (const input of inputs) {
        if (chosen.includes(input.value)) await press('Space')
        await press('Tab')
      }
    } else {
      await press('Space')
      for (const {value} of inputs) {
        if (value === chosen[0]) break
        await press('ArrowDown')
      }
      expect(focused()).to.equal(inputs.find(({value}) => value === chosen[0]))
    }
    find<HTMLButtonElement>('form > button', quiz.shadowRoot!)!.focus()
    await press('Enter')
    await settled(quiz)
  }

  it('asks one question a page, as one named group of inputs', async () => {
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${shippedGuide()} module=${bank.id}></dsg-quiz>`)
    const group = find('fieldset', quiz.shadowRoot!)!
    expect(findAll('fieldset', quiz.shadowRoot!)).to.have.length(1)
    expect(words(group.querySelector('legend')!)).to.contain(`Question 1 of ${bank.show}`)
    expect(answersOf(quiz)).to.have.length(asked(quiz).answers.length)
  })

  it('leaves a question as it is on screen when the code for the rest of the quiz comes', async () => {
    // Choices, and nothing but words in paragraphs: any of them can be asked without that code.
    const asks = ({type, body, hint}: (typeof bank.questions)[number]) => type === 'choice'
      && [...body, ...hint ?? []].every(block => block.type === 'paragraph') && !JSON.stringify(body).includes('"image"')
    const questions = bank.questions.filter(asks)
    expect(questions).to.not.have.length(0)
    const quiz = await show<DsgQuiz>(html`<dsg-quiz module=${bank.id}
      .guide=${changedGuide({modules: [{...bank, questions, show: 1}]})}></dsg-quiz>`)
    const code = quiz as unknown as {afterwards: unknown}
    const rest = await until(() => code.afterwards)
    const drawn = async (afterwards: unknown): Promise<Node[]> => {
      code.afterwards = afterwards
      await quiz.updateComplete
      const walker = document.createTreeWalker(find('fieldset', quiz.shadowRoot!)!)
      const nodes: Node[] = []
      while (walker.nextNode()) nodes.push(walker.currentNode)
      return nodes
    }
    const without = await drawn(undefined)
    expect(without).to.not.have.length(0)
    expect(await drawn(rest)).to.deep.equal(without)
  })

  it('asks no question of the module before in the name of another that is on its way', async () => {
    const rare = guide.modules.find(({id}) => id === 'share-and-edit-documents')!
    const loaded = shippedGuide()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    const inside = quiz as unknown as {afterwards: unknown; content?: {id: string}}
    await until(() => inside.afterwards)
    const isOf = ({questions}: typeof bank) => {
      const title = words(find('#title', quiz.shadowRoot!))
      return questions.some(({prompt}) => plainText(prompt).replace(/\s+/g, ' ').trim() === title)
    }
    expect(isOf(bank)).to.equal(true)
    // Somebody has begun it, or one of its questions is of a kind that few have: it waits for code.
    quiz.module = rare.id
    let looked = 0
    for (let turn = 0; !isOf(rare) && turn < 2000; turn++) {
      // Whatever has it drawn again while it waits, such as a record that is saved.
      quiz.requestUpdate()
      await quiz.updateComplete
      if (inside.content?.id === rare.id) {
        looked++
        expect(isOf(bank), `after ${turn} turns`).to.equal(false)
      }
      if (turn % 50 === 49) await new Promise(resolve => setTimeout(resolve))
    }
    expect(looked).to.be.greaterThan(0)
    expect(isOf(rare)).to.equal(true)
  })

  it('alone on a shared computer, has "Delete my record and answers" as soon as there is one', async function () {
    this.timeout(120_000)
    // The first request for the guide builds it, which takes longer than a page waits.
    expect((await fetch('/guide/guide.json')).ok).to.equal(true)
    const quiz = await show<DsgQuiz>(html`<dsg-quiz src="/guide/guide.json" module=${bank.id} shared-computer></dsg-quiz>`)
    await until(() => find('#title', quiz.shadowRoot!))
    const clear = () => findAll('button', quiz.shadowRoot!).find(each => words(each) === 'Delete my record and answers')
    expect(clear()).to.equal(undefined)
    await answer(quiz, true)
    await until(clear)
    expect(words(quiz)).to.contain('That is right')
  })

  it('says what is missing, and moves focus there, when no answer is chosen', async () => {
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${shippedGuide()} module=${bank.id}></dsg-quiz>`)
    find<HTMLButtonElement>('form > button', quiz.shadowRoot!)!.focus()
    await press('Enter')
    await settled(quiz)
    expect(words(focused()!)).to.equal('There is a problem Choose an answer, then select Check answer')
    await press('Tab')
    await press('Enter')
    expect(focused()).to.equal(answersOf(quiz)[0])
  })

  it('gives feedback under every answer, in words, and moves focus to the verdict', async () => {
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${shippedGuide()} module=${bank.id}></dsg-quiz>`)
    const question = asked(quiz)
    await answer(quiz, false)
    expect(words(focused()!)).to.equal('Not right this time')
    const shown = words(quiz)
    expect(shown).to.contain('Your answer: not right')
    expect(shown).to.match(/Right answer/)
    for (const {feedback} of question.answers) {
      expect(shown).to.contain(plainText(feedback).replace(/\s+/g, ' ').trim())
    }
  })

  it('passes when every answer is right, and records each fact once', async () => {
    const loaded = shippedGuide()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    const heard: string[] = []
    for (const type of ['dsg-started', 'dsg-answered', 'dsg-completed'] as const) {
      quiz.addEventListener(type, ({fact}) => heard.push(fact.type))
    }
    for (let i = 0; i < bank.show; i++) {
      await answer(quiz, true)
      find<HTMLButtonElement>('.question > button', quiz.shadowRoot!)!.focus()
      await press('Enter')
      await settled(quiz)
    }
    expect(words(focused()!)).to.equal(`You got ${bank.show} of ${bank.show} right`)
    expect(words(quiz)).to.contain('You passed')
    expect(heard).to.deep.equal(['started', ...Array(bank.show).fill('answered'), 'completed'])
    expect(loaded.record.events.map(({type}) => type)).to.deep.equal(heard)
  })

  it('tries again the very questions that were missed, and lists all that it counts', async () => {
    const loaded = shippedGuide()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    const seen: string[] = []
    for (let i = 0; i < bank.show; i++) {
      seen.push(asked(quiz).id)
      await answer(quiz, i > 1)
      find<HTMLButtonElement>('.question > button', quiz.shadowRoot!)!.click()
      await settled(quiz)
    }
    expect(words(quiz)).to.contain(`You got ${bank.show - 2} of ${bank.show} right`)
    find<HTMLButtonElement>('[part="result"] .button-row > button', quiz.shadowRoot!)!.focus()
    await press('Enter')
    await settled(quiz)
    expect(words(quiz)).to.contain('Question 1 of 2')
    for (let i = 0; i < 2; i++) {
      const {id} = asked(quiz)
      expect(id).to.equal(seen[i])
      await answer(quiz, true)
      find<HTMLButtonElement>('.question > button', quiz.shadowRoot!)!.click()
      await settled(quiz)
    }
    expect(words(quiz)).to.contain(`You got ${bank.show} of ${bank.show} right`)
    expect(words(quiz)).to.contain(`${bank.show - 2} answers that you got right last time are counted too.`)
    expect(findAll('.results > li', quiz.shadowRoot!)).to.have.length(bank.show)
    expect(loaded.record.events.filter(({type}) => type === 'answered')).to.have.length(bank.show + 2)
  })

  it('asks how sure the learner is, takes no for an answer, and shows what was sure and wrong first', async () => {
    const loaded = shippedGuide()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id} with-confidence></dsg-quiz>`)
    let sureOf = ''
    for (let i = 0; i < bank.show; i++) {
      if (i === 2) {
        sureOf = words(find('#title', quiz.shadowRoot!))
        find<HTMLInputElement>('#sure-3', quiz.shadowRoot!)!.click()
      }
      await answer(quiz, false)
      find<HTMLButtonElement>('.question > button', quiz.shadowRoot!)!.click()
      await settled(quiz)
    }
    expect(words(findAll('.results > li', quiz.shadowRoot!)[0])).to.match(new RegExp(`^${sureOf.replace(/[?.]/g, '\\$&')} Not right You were certain Read about this: `))
  })

  it('asks again when the learner clears their answers at the result', async () => {
    const loaded = shippedGuide(...answeredAll(bank.id, true))
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    expect(words(quiz)).to.contain('You passed')
    await loaded.record.clear()
    await settled(quiz)
    expect(words(quiz)).to.contain('Question 1 of')
  })

  it('forgets what is chosen and not yet checked when the answers are cleared', async () => {
    const loaded = shippedGuide()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    answersOf(quiz)[0]!.click()
    await loaded.record.clear()
    await settled(quiz)
    expect(answersOf(quiz).filter(({checked}) => checked)).to.deep.equal([])
  })

  it('says when a question has changed since it was answered, and when one has left the guide', async () => {
    const [started, answered, ...rest] = answeredAll(bank.id, false)
    if (started?.type !== 'started' || answered?.type !== 'answered') throw new Error('expected a start and an answer')
    const loaded = shippedGuide({...started, questions: [...started.questions, 'gone-since']}, {...answered, hash: 'old'}, ...rest)
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    expect(words(quiz)).to.contain('1 question has left the guide since, and is not counted here.')
    findAll<HTMLButtonElement>('.results button', quiz.shadowRoot!)[0]!.click()
    await settled(quiz)
    expect(words(quiz)).to.contain('This question has changed since you answered it.')
  })

  const choices = bank.questions.filter(({type}) => type === 'choice')
  const counts: {name: string; asked: number[]; carried?: number[]; right: (at: number) => boolean; gone: number[]}[] = [
    {name: 'all are there', asked: [0, 1, 2, 3, 4], right: at => at > 1, gone: []},
    {name: 'one that was right has gone', asked: [0, 1, 2, 3, 4], right: () => true, gone: [2]},
    {name: 'those that were wrong have gone', asked: [0, 1, 2, 3, 4], right: at => at > 1, gone: [0, 1]},
    {name: 'all but one have gone', asked: [0, 1, 2, 3, 4], right: () => true, gone: [0, 1, 2, 4]},
    {name: 'one is carried, and has gone', asked: [0, 1], carried: [2, 3, 4], right: () => true, gone: [3]},
    {name: 'all that are carried have gone', asked: [0, 1], carried: [2, 3, 4], right: at => at > 0, gone: [2, 3, 4]},
    {name: 'one is carried twice, and asked too', asked: [0, 1, 1], carried: [1, 2, 2], right: () => true, gone: []},
  ]
  for (const {name, asked, carried = [], right, gone} of counts) {
    it(`counts in the score what is listed under it: ${name}`, async () => {
      const about = {about: bank.id, hash: '', attempt: 'counted'}
      const idOf = (at: number) => choices[at]!.id
      const answered = [...new Set(asked)]
      const loaded = changedGuide({modules: [{...bank, questions: choices.filter((_, at) => !gone.includes(at))}]},
        {type: 'started', ...about, questions: asked.map(idOf), carried: carried.map(idOf)},
        ...answered.map(at => ({
          type: 'answered' as const, about: idOf(at), hash: choices[at]!.hash, module: bank.id, attempt: 'counted', given: [], right: right(at),
        })),
        {type: 'completed', ...about, outcome: 'passed', right: 4, of: 5})
      const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
      const listed = findAll('.results > li', quiz.shadowRoot!).map(words)
      const left = [...new Set([...asked, ...carried])].filter(at => !gone.includes(at))
      expect(listed).to.have.length(left.length)
      const isRight = (at: number) => answered.includes(at) ? right(at) : true
      expect(words(find('#title', quiz.shadowRoot!))).to.equal(`You got ${left.filter(isRight).length} of ${listed.length} right`)
      expect(listed.filter(text => text.includes('Not right'))).to.have.length(left.filter(at => !isRight(at)).length)
      const kept = [...new Set(carried)].filter(at => !answered.includes(at) && !gone.includes(at)).length
      expect(/(\d+) answers? that you got right last time/.exec(words(quiz))?.[1]).to.equal(kept ? String(kept) : undefined)
      expect(words(quiz), 'passed on the day, passed for ever').to.contain('You passed')
    })
  }

  it('shows one question by itself without counting it, and in an open try at its place', async () => {
    const choices = bank.questions.filter(({type}) => type === 'choice')
    const wanted = choices.at(-1)!
    const loaded = shippedGuide()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id} question=${wanted.id}></dsg-quiz>`)
    await until(() => find('#title', quiz.shadowRoot!))
    expect(asked(quiz).id).to.equal(wanted.id)
    await answer(quiz, true)
    expect(words(focused()!)).to.equal('That is right')
    expect(loaded.record.events).to.deep.equal([])
    const missed = choices[2]!
    const retried = await show<DsgQuiz>(html`<dsg-quiz .guide=${shippedGuide(...answeredAll(bank.id, false))}
      module=${bank.id} question=${missed.id}></dsg-quiz>`)
    await until(() => find('#title', retried.shadowRoot!))
    expect(asked(retried).id).to.equal(missed.id)
    expect(words(retried)).to.contain(`Question 1 of ${bank.show}`)
    await answer(retried, true)
    expect(retried.guide!.record.events.filter(({type}) => type === 'started')).to.have.length(2)
    const lost = await show<DsgQuiz>(html`<dsg-quiz .guide=${shippedGuide()} module=${bank.id} question="gone-since"></dsg-quiz>`)
    await until(() => words(lost).includes('This module does not have the question'))
    expect(words(lost)).to.contain(`Question 1 of ${bank.show}`)
  })

  it('goes on where the record says the learner stopped', async () => {
    const loaded = shippedGuide()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    const before = asked(quiz).id
    await answer(quiz, true)
    const again = await show<DsgQuiz>(html`<dsg-quiz .guide=${loaded} module=${bank.id}></dsg-quiz>`)
    expect(words(again)).to.contain(`Question 2 of ${bank.show}`)
    expect(asked(again).id).to.not.equal(before)
  })
})
