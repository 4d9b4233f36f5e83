import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import type {SearchSection} from '../../components/model/guide/guide.js'
import {IndexError, readIndex, writeIndex} from '../../components/search/index-text.js'
import {IN_HEADING, IN_KEYWORDS, IN_TITLE, invertedIndex, type InvertedIndex} from '../../components/search/inverted-index.js'
import {Lexicon} from '../../components/search/lexicon.js'
import {fold} from '../../components/search/words.js'
import {corpora, section} from './corpus.js'
import {guide} from './shipped.js'

/** The same by looking at every section for every word. These texts have spaces only between words. */
function plainly(sections: readonly SearchSection[]): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>()
  const list = (text: string) => text.split(' ').map(fold).filter(Boolean)
  for (const word of new Set(sections.flatMap(({title, heading, keywords, text}) =>
    list([title, heading, ...keywords, text].join(' '))))) {
    const places = new Map<number, number>()
    sections.forEach(({title, heading, keywords, text}, number) => {
      const times = list(text).filter(other => other === word).length
      const mark = (list(title).includes(word) ? IN_TITLE : 0) + (list(heading).includes(word) ? IN_HEADING : 0)
        + (keywords.map(fold).includes(word) ? IN_KEYWORDS : 0) + Math.min(times, 15)
      if (mark) places.set(number, mark)
    })
    found.set(word, places)
  }
  return found
}

function asMap({terms, starts, sections, marks}: InvertedIndex): Map<string, Map<number, number>> {
  return new Map(terms.map((term, i) => [term, new Map(
    Array.from(sections.subarray(starts[i], starts[i + 1]), (number, j) => [number, marks[starts[i]! + j]!]))]))
}

describe('an inverted index', () => {
  it('has every word where a plain look finds it', () => fc.assert(fc.property(corpora, sections => {
    assert.deepEqual(asMap(invertedIndex(sections)), new Map([...plainly(sections)].sort(([a], [b]) => a < b ? -1 : 1)))
  })))

  it('finds words and beginnings of words as a plain look does', () => fc.assert(fc.property(
    corpora, fc.string({unit: fc.constantFrom('a', 'b', 'c', '9'), minLength: 1, maxLength: 4}), (sections, start) => {
      const lexicon = new Lexicon(invertedIndex(sections))
      assert.equal(lexicon.find(start), lexicon.terms.indexOf(start))
      const [from, to] = lexicon.range(start)
      assert.deepEqual(lexicon.terms.slice(from, to), lexicon.terms.filter(term => term.startsWith(start)))
    })))

  it('reads as it was written', () => fc.assert(fc.property(corpora, sections => {
    const index = invertedIndex(sections)
    assert.deepEqual(readIndex(JSON.parse(JSON.stringify(writeIndex(index))), sections.length), index)
  })))

  it('reads as it was written, with steps of every size', () => {
    for (const gap of [0, 1, 30, 31, 32, 33, 860, 900, 23_000, 70_000]) {
      const sections = Array.from({length: gap + 2}, (_, i) => section({text: i === 0 || i === gap + 1 ? 'far' : ''}))
      const index = invertedIndex(sections)
      assert.deepEqual(readIndex(writeIndex(index), sections.length), index)
    }
  })

  it('counts up to 15 times', () => {
    const {marks} = invertedIndex([section({heading: 'a', text: 'a '.repeat(300)})])
    assert.equal(marks[0], IN_HEADING + 15)
  })
})

describe('an index file that was damaged', () => {
  const good = writeIndex(invertedIndex(guide.sections.slice(0, 40)))
  const parts = ['terms', 'counts', 'sections', 'marks'] as const

  /** It is refused, or reads as some index: never another error, never for ever. */
  function readAnyhow(text: typeof good, sections: number): 'read' | 'refused' {
    try {
      const {starts, sections: numbers, marks} = readIndex(text, sections)
      assert.equal(starts.at(-1), numbers.length)
      assert.ok(numbers.every(number => number < sections) && marks.every(mark => mark > 0 && mark < 128))
      return 'read'
    } catch (error) {
      assert.ok(error instanceof IndexError, String(error))
      assert.match(error.message, /^The search index cannot be used: .+[^.]$/)
      return 'refused'
    }
  }

  for (const part of parts) {
    it(`is refused when "${part}" is cut short`, () => {
      for (const keep of [0, 1, good[part].length >> 1]) {
        assert.equal(readAnyhow({...good, [part]: good[part].slice(0, keep)}, 40), 'refused')
      }
    })

    it(`is refused or harmless when characters of "${part}" are changed`, () => fc.assert(fc.property(
      fc.nat(good[part].length - 1), fc.string({unit: 'binary', minLength: 1, maxLength: 3}), (at, wrong) => {
        readAnyhow({...good, [part]: good[part].slice(0, at) + wrong + good[part].slice(at + 1)}, 40)
      }), {examples: [[467, '\n\u0000']]}))
  }

  it('is refused or harmless when it is any text at all', () => fc.assert(fc.property(
    fc.record({terms: fc.string(), counts: fc.string(), sections: fc.string(), marks: fc.string()}),
    text => { readAnyhow(text, 10) })))

  const hostile: [string, Partial<typeof good>][] = [
    ['a number without end', {counts: 'z'.repeat(60_000)}],
    ['more places than there is text', {terms: 'Aa', counts: 'zzz#', sections: '#'}],
    ['words out of order', {terms: 'AbAa', counts: '$$', sections: '##', marks: ''}],
    ['a word twice', {terms: 'AaAa', counts: '$$', sections: '##', marks: ''}],
    ['more in common than there was', {terms: 'AaZb', counts: '$$', sections: '##', marks: ''}],
    ['a mark of nothing', {terms: 'Aa', counts: '$', sections: '$', marks: '#'}],
    ['one thing too many', {terms: 'Aa', counts: '$', sections: '##', marks: ''}],
    ['a section that is not there', {terms: 'Aa', counts: '$', sections: '}', marks: ''}],
    ['a word of a million letters', {terms: `A${'a'.repeat(1_000_000)}`, counts: '$', sections: '#', marks: ''}],
  ]
  for (const [what, change] of hostile) {
    it(`is refused: ${what}`, () => assert.equal(readAnyhow({...good, ...change}, 3), 'refused'))
  }

  it('is refused for other sections than it was made for', () => assert.equal(readAnyhow(good, 12), 'refused'))
})
