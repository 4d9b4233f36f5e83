/** What `dsg-quiz` shows at the end of a try, and where that can lead. */
import {html, nothing, type TemplateResult} from 'lit'
import {plainText} from '../../model/guide/document.js'
import type {Module} from '../../model/guide/module.js'
import {pageWith} from '../../model/guide/places.js'
import type {ScoredQuestion} from '../../model/guide/question.js'
import {neededToPass} from '../../model/record/pass-mark.js'
import {attemptResult, attemptsAt, progressIndex, type Attempt} from '../../model/record/progress.js'
import type {AnsweredEvent, LearnerEvent} from '../../model/record/record.js'
import {newId} from '../../state/log/ids.js'
import {heading} from '../shared/document/heading.js'
import {savingPanel} from '../saving/panel.js'
import {crossIcon, tickIcon} from '../shared/styles/icons.js'
import {currentRound, newRound, stillThere} from './attempt.js'
import {eventsOf, learnLink, viewOf, type OpenRound, type QuizView} from './quiz-view.js'
import {scoredQuestions, type Round} from './round.js'
import {wordsFor} from './words/afterwards.strings.js'
import {resultWords} from './words/result.strings.js'

/** What follows a question that was tried by itself. */
export function toQuiz(open: OpenRound): TemplateResult {
  const {host, module, begin} = open
  return html`<button type="button" @click=${() => begin(currentRound(module, eventsOf(open), newId))}>
    ${resultWords(host).toQuiz}</button>`
}

/** Stands above the quiz, where an address asks for a question that the module does not have. */
export function missingQuestion(host: HTMLElement): TemplateResult {
  return html`<div class="callout local"><p>${resultWords(host).questionGone}</p></div>`
}

/** What a try came to and what to do next, then each answer that it counts, by the page that explains it. */
export function result(open: OpenRound): TemplateResult | undefined {
  const quiz = viewOf(open)
  if (!quiz) return undefined
  const {host, host: {headingLevel}, module, round, attempt, begin} = quiz
  const say = {...wordsFor(host), ...resultWords(host)}
  const bank = scoredQuestions(module)
  const counted = [...round.questions, ...bank.filter(({id}) => attempt.carried.includes(id) && !attempt.questions.includes(id))]
  // The score is that of the list under it. What has left the guide counts for passing, as it did on the day.
  const right = counted.filter(question => isRightHere(question, quiz)).length
  const of = counted.length
  const passed = (attempt.completed?.outcome ?? (attemptResult(attempt, bank, module.passPercent).passed && 'passed')) === 'passed'
  const missed = round.questions.filter(question => !isRightHere(question, quiz))
  const kept = counted.length - round.questions.length
  const drawn = new Set([...attempt.questions, ...attempt.carried])
  const gone = [...drawn].filter(id => bank.every(question => question.id !== id)).length
  const next = passed ? host.next : undefined
  const retry = (name: string) => missed.length ? html`<button class=${name} type="button"
    @click=${() => begin(retryRound(module, attempt, newId))}>${say.retry(missed.length)}</button>` : nothing
  return html`<div part="result">
    ${round.isLost ? missingQuestion(host) : nothing}
    <div class="panel ${passed ? 'passed' : ''}">
      ${heading(headingLevel, say.score(right, of), {id: 'title', size: 'l', focusable: true})}
      <p><span class="tag ${passed ? 'done' : 'attention'}">${passed ? say.passed : say.notPassed}</span></p>
      ${kept ? html`<p>${say.carried(kept)}</p>` : nothing}
      <p>${passed ? say.wellDone
        : `${say.rule(neededToPass(of, module.passPercent), of, module.hasMustKnow)} ${say.practice}`}
        ${passed && host.guide!.manifest.pathways.length
          ? html`${say.certificate} <a href=${host.href({view: 'record'})}>${say.record}</a>` : nothing}</p>
    </div>
    <div class="button-row">
      ${next ? html`<a class="button" href=${host.href(next.route)}>${next.words}: ${next.title}</a>` : nothing}
      ${retry(next ? 'secondary' : '')}
      <button class=${missed.length || next ? 'link-button' : 'secondary'} type="button"
        @click=${() => begin(newRound(module, eventsOf(quiz), newId))}>${say.again}</button>
    </div>
    ${heading(headingLevel + 1, say.answers, {size: 'm'})}
    ${missed.some(({id}) => attempt.answers.get(id)?.sure === 3) ? html`<p>${say.sureWrong}</p>` : nothing}
    ${gone > 0 ? html`<p>${say.left(gone)}</p>` : nothing}
    ${byTheme(sureAndWrongFirst(counted, attempt), module).map(([theme, questions]) => html`
      ${theme ? heading(headingLevel + 2, theme, {size: 's'}) : nothing}
      <ol class="results">${questions.map(question => outcome(question, quiz))}</ol>`)}
    ${savingPanel(host)}
  </div>`
}

/** Questions under the title of the page that explains them, in the order that they came in; '' where none does. */
function byTheme(questions: readonly ScoredQuestion[], {pages}: Module): [string, ScoredQuestion[]][] {
  const themes = new Map<string, ScoredQuestion[]>()
  for (const question of questions) {
    const theme = pageWith(question.learn, pages)?.title ?? ''
    themes.set(theme, [...themes.get(theme) ?? [], question])
  }
  return [...themes]
}

function outcome(question: ScoredQuestion, quiz: QuizView): TemplateResult {
  const {host, round, attempt, goTo} = quiz
  const say = {...wordsFor(host), ...resultWords(host)}
  const at = round.questions.indexOf(question)
  const right = isRightHere(question, quiz)
  const sure = attempt.answers.get(question.id)?.sure
  const prompt = plainText(question.prompt)
  return html`<li>
    ${at < 0 ? html`<span>${prompt}</span>`
      : html`<button class="link-button" type="button" @click=${() => goTo(at)}>${prompt}</button>`}
    <span class="outcome">${right ? tickIcon : crossIcon} ${right ? say.resultRight : say.resultWrong}</span>
    ${sure ? html`<span class="hint">${say.surely[sure]}</span>` : nothing}
    ${right ? nothing : learnLink(question, quiz)}
  </li>`
}

/** Was it right in this try, or in the one before, so that it is not asked again? */
function isRightHere(question: ScoredQuestion, {round, attempt}: QuizView): boolean {
  return attempt.answers.get(question.id)?.right ?? !round.questions.includes(question)
}

/** What someone was certain of and got wrong is what they most need to read; the rest as it was asked. */
function sureAndWrongFirst(questions: readonly ScoredQuestion[], {answers}: Attempt): ScoredQuestion[] {
  const rank = ({id}: ScoredQuestion) => {
    const answer = answers.get(id)
    return answer && !answer.right ? -(answer.sure ?? 0) : 0
  }
  return [...questions].sort((a, b) => rank(a) - rank(b))
}

/**
 * Another go at the very questions that were not right, for as long as the module has them.
 *
 * @param first - id of one to begin with
 */
export function retryRound(module: Module, attempt: Attempt, newId: () => string, first?: string): Round {
  const isRightIn = ({id}: ScoredQuestion) => attempt.answers.get(id)?.right === true
  const asked = stillThere(module, attempt)
  const questions = asked.filter(question => !isRightIn(question)).sort((a, b) => Number(b.id === first) - Number(a.id === first))
  return {id: newId(), questions, carried: [...attempt.carried, ...asked.filter(isRightIn).map(({id}) => id)]}
}

/** The try to show. @param question - id of the one that an address asks for */
export function roundFor(
  question: string | undefined, module: Module, events: readonly LearnerEvent[], newId: () => string,
): Round {
  return question ? roundWith(question, module, events, newId) : currentRound(module, events, newId)
}

/**
 * The try in which one question is shown: the open one, or another go at what the last one missed. A question that is in neither
 * is practice, which is no attempt: else the module would be passed by one question.
 */
function roundWith(id: string, module: Module, events: readonly LearnerEvent[], newId: () => string): Round {
  const question = scoredQuestions(module).find(question => question.id === id)
  if (!question) return {...currentRound(module, events, newId), isLost: true}
  const attempt = attemptsAt(module.id, progressIndex(events)).at(-1)
  if (attempt?.questions.includes(id)) {
    if (!attempt.completed) {
      const round = currentRound(module, events, newId)
      return {...round, at: round.questions.indexOf(question)}
    }
    if (attempt.answers.get(id)?.right === false) return retryRound(module, attempt, newId, id)
  }
  const practice = {
    id: newId(), module: module.id, at: '', edition: '', questions: [id], carried: [], answers: new Map<string, AnsweredEvent>(),
  }
  return {id: practice.id, questions: [question], carried: [], practice}
}
