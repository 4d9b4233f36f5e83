import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import type {Dictionary} from '../../components/style/rules/spelling.js'
import {WordForms} from './word-forms.js'

let british: Dictionary | undefined

/** British English with -ise endings. nspell takes some 200 ms to begin, so it is asked for suggestions only. */
export function britishEnglish(): Dictionary {
  return british ??= lazily()
}

function lazily(): Dictionary {
  const [aff, dic] = [Buffer.from(dictionary.aff), Buffer.from(dictionary.dic)]
  const forms = new WordForms(aff.toString(), dic.toString())
  let speller: Dictionary | undefined
  return {
    correct: word => forms.has(word),
    suggest: word => (speller ??= nspell({aff, dic})).suggest(word),
  }
}
