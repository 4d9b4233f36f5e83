import type {StyleRule} from '../page/rule.js'
import type {Prose} from '../page/prose.js'
import {countWords, sentences} from '../page/sentences.js'
import {THING} from '../page/block-text.js'

const LONG = 20
/** The manual names no upper limit: this one is ours. */
const TOO_LONG = 30

export const sentenceLength: StyleRule = {
  id: 'C01', title: 'Sentences of up to 20 words', severity: 'warning',
  check: ({page}) => page.prose.filter(({kind}) => kind !== 'heading' && kind !== 'title').flatMap(prose => (
    (hasSetting(prose) ? sentences(withoutSettings(prose)) : prose.sentences).flatMap(({text, from}) => {
      const count = countWords(text)
      return count <= LONG ? [] : [{
        at: prose.offset(from), severity: count > TOO_LONG ? 'error' as const : 'warning' as const,
        message: `This sentence has ${count} words.`,
        advice: `Split it, or leave words out: up to ${LONG} are easy to follow.`,
      }]
    }))),
}

function hasSetting({marks}: Prose): boolean {
  return marks.some(({type}) => type === 'setting')
}

/** A local detail has as many words as each organisation gives it: it counts as 1. Same length as the text. */
function withoutSettings({text, marks}: Prose): string {
  return marks.filter(({type}) => type === 'setting')
    .reduce((rest, {from, to}) => rest.slice(0, from) + THING.repeat(to - from) + rest.slice(to), text)
}
