import fc from 'fast-check'
import type {SearchSection} from '../../components/model/guide/guide.js'

/** A section of a made guide; what is not named is empty. */
export function section(part: Partial<SearchSection>): SearchSection {
  return {module: 'm', page: 'p', anchor: '', title: '', heading: '', keywords: [], text: '', ...part}
}

/** Few letters, so that words meet each other and each other's beginnings. */
const word = fc.string({unit: fc.constantFrom('a', 'b', 'c', 'ŵ', 'é', '9'), minLength: 1, maxLength: 5})
const text = fc.array(word, {maxLength: 12}).map(list => list.join(' '))

/** Made guides. */
export const corpora: fc.Arbitrary<SearchSection[]> = fc.array(
  fc.record({
    module: fc.constantFrom('m1', 'm2', 'm3'), page: fc.constantFrom('p1', 'p2'), anchor: fc.constant(''),
    title: text, heading: text, keywords: fc.array(word, {maxLength: 3}), text,
  }), {maxLength: 30})
