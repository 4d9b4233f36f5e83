import {html, type TemplateResult} from 'lit'
import type {RecordStore} from '../../state/record/record.js'
import {keepingOf} from '../../state/record/keeping.js'
import type {SavingWords} from './saving.strings.js'

/** What the learner can say to the question whether their progress is kept. */
export type KeepAnswer = 'yes' | 'shared' | 'notNow'

/** The question, wherever it is put. Whatever else people may be asked to keep on a device is asked here too, beside it. */
export function askToKeep(words: SavingWords, question: unknown, answer: (given: KeepAnswer) => void): TemplateResult {
  const button = (given: KeepAnswer, look: string) => html`<button class=${look} type="button" @click=${() => answer(given)}>
    ${words.answers[given]}</button>`
  return html`<div class="ask" role="group" aria-labelledby="ask" aria-describedby="ask-hint">
    ${question}
    <p class="hint" id="ask-hint">${words.askHint}</p>
    <div class="button-row">
      ${button('yes', 'secondary')}${button('shared', 'secondary')}${button('notNow', 'link-button')}
    </div>
  </div>`
}

/** Does what the learner said. Resolves when it is known what became of it. */
export async function doAsAnswered(record: RecordStore, given: KeepAnswer): Promise<void> {
  if (given === 'yes') await record.save()
  else if (given === 'shared') record.shareThisVisit()
  else keepingOf(record).leave()
}
