import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import type {Dictionary} from '../components/compile/style/spelling.js'

let british: Dictionary | undefined

/** British English with -ise endings, made at the first call: it takes some 200 ms. */
export function britishEnglish(): Dictionary {
  return british ??= nspell({aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic)})
}
