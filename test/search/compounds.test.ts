import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import type {Synonym} from '../../components/model/guide/glossary.js'
import {buildIndex, openSections} from '../../components/search/build-index.js'
import {compounds} from '../../components/search/compounds.js'
import {openIndex} from '../../components/search/open-index.js'
import {SMALL_WORDS} from '../../components/search/small-words.js'
import {words} from '../../components/search/words.js'
import {section} from './corpus.js'

const compoundsOf = (text: string) => compounds(text, words(text)).map(({word}) => word)

describe('words that signs keep together', () => {
  const texts: [string, string[], string][] = [
    ['Wi-Fi, face-to-face - or e‑learning', ['wifi', 'facetoface', 'elearning'], 'hyphens'],
    ['Ctrl+Alt+Del, Win+L', ['ctrlaltdel', 'winl'], 'keys'],
    ['A&E, R&D, P&P and AT&T', ['ae', 'rd', 'pp', 'a.t', 'att'], 'initials with &'],
    ['M.F.A., U.K. and Ph.D.', ['mfa', 'uk', 'phd'], 'initials with full stops, at the end as well'],
    ['I.T. and T&O', ['i.t', 't.o'], 'initials that would be small words'],
    ['IT asks the WHO, and it asks who', ['i.t', 'w.h.o'], 'the same in capitals, and not the small words'],
    ['A & E, A and E, A+E', ['ae', 'ae', 'ae'], 'initials with spaces, and told as they are said'],
    ['N/A, w/c', ['na', 'wc'], 'initials with a slash'],
    ['e.g. at 9 a.m.', ['eg', 'am'], 'short forms are no initials'],
    ['DSPT v6.1, 2.0 and 4.5/5', ['6.1', '2.0', '4.5'], 'figures keep their points, and a version is one without its v'],
    ['1,000 or 12,345,678.50', ['1000', '12345678.50'], 'and lose their commas'],
    ['24/7, 23/11/2026', ['247', '23112026'], 'figures with a slash'],
    ['01632 960 123, (01632) 960123', ['01632960123', '01632960123'], 'groups of a phone number'],
    ['+44 1632 960 123, +44 (0)1632 960 123, +441632960123, 0044 1632 960123', Array<string>(4).fill('01632960123'),
      'the same from abroad'],
    ['NHS number 943 476 5919', ['9434765919'], 'groups of an NHS number'],
    ['NHS.uk and a@trust.example', [], 'the parts of a name of a site are words'],
    ['Read/write, and/or', [], 'one word or the other: these are two'],
    ['One. Two 3 and 4, 5 to 6. In 2026 I saw 20 of B or C', [], 'no more than the words of a text'],
  ]
  for (const [text, expected, why] of texts) it(`${text}: ${why}`, () => assert.deepEqual(compoundsOf(text), expected))

  it('stand where they say', () => fc.assert(fc.property(
    fc.string({unit: fc.constantFrom(...'aBIT19v.,&+-/ ()\u2011'), maxLength: 24}), text => {
      const parts = words(text)
      for (const {from, to, start, end} of compounds(text, parts)) {
        assert.ok(to > from && to <= parts.length)
        assert.equal(start, parts[from]!.start)
        assert.equal(end, parts[to - 1]!.end)
      }
    }), {seed: 10, numRuns: 5_000}))

  it('take no longer than their text is long', () => {
    for (const piece of ['a.', 'A&', '1,', '1 ', '1-', 'a ', 'IT ', '(1) ', 'a and ']) {
      assert.ok(compoundsOf(piece.repeat(50_000)).length <= 100_000)
    }
  })
})

/** Ways to write the same, for random letters and digits. */
const letters = fc.string({unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 2, maxLength: 4})
/** Some of them read as small words. */
const KNOWN: [string][] = [['AE'], ['IT'], ['MFA'], ['TO'], ['WHO'], ['AI']]
const digits = fc.string({unit: fc.constantFrom(...'123456789'), minLength: 10, maxLength: 10}).map(text => `0${text}`)
const INITIALS: Record<string, (text: string) => string> = {
  'capitals': text => text,
  'full stops': text => [...text].join('.') + '.',
  'full stops but for the last': text => [...text].join('.'),
  'ands': text => [...text].join('&'),
  'ands with spaces': text => [...text].join(' & '),
  'unseen characters': text => [...text].join('\u200b&\u2060'),
}
/** Only in queries: in a text, letters one by one are any list. */
const TYPED: Record<string, (text: string) => string> = {
  ...INITIALS, 'small letters': text => text.toLowerCase(), 'small letters with stops': text => [...text.toLowerCase()].join('.'),
  'small letters with ands': text => [...text.toLowerCase()].join('&'), 'letters one by one': text => [...text.toLowerCase()].join(' '),
}
const NUMBERS: Record<string, (text: string) => string> = {
  'in one': text => text,
  'in groups': text => `${text.slice(0, 5)} ${text.slice(5, 8)} ${text.slice(8)}`,
  'with brackets': text => `(${text.slice(0, 5)}) ${text.slice(5)}`,
  'with hyphens': text => `${text.slice(0, 5)}-${text.slice(5, 8)}-${text.slice(8)}`,
  'from abroad': text => `+44 ${text.slice(1, 5)} ${text.slice(5)}`,
  'from abroad, in one': text => `+44${text.slice(1)}`,
  'from abroad, with a zero': text => `+44 (0)${text.slice(1, 5)} ${text.slice(5)}`,
}
/** Pages that have each letter and each word of a query by itself, and are not what is looked for. */
const OTHERS = [
  ['wifi', 'Use the ward Wi-Fi. I am to do it, or we do it, if you ask who. Plan A, B, C, D, E, F, G, H and I.'],
  ['letters', 'J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y and Z are letters. It is what it is to us all.'],
  ['figures', 'In 2026, 12 of 44 said 0 or 1, 960 said 123, and 1632 said 4.'],
] as const

function firstFor(written: string, query: string, synonyms: Synonym[] = []): string | undefined {
  const sections = [
    ...OTHERS.map(([page, text]) => section({page, text})),
    section({page: 'wanted', text: `On this page we tell what people want to know of ${written} and of some things more.`}),
  ]
  return openSections(sections, synonyms).search(query).hits[0]?.section.page
}

describe('a page with a word that is written in one way', () => {
  type Ways = Record<string, (text: string) => string>
  const ways = (pages: Ways, queries: Ways, any: typeof letters) => {
    for (const [as, write] of Object.entries(pages)) {
      for (const [asked, ask] of Object.entries(queries)) {
        it(`is the first that is found in another: ${as}, ${asked}`, () => fc.assert(fc.property(any, text => {
          assert.equal(firstFor(write(text), ask(text)), 'wanted', `${ask(text)} in ${write(text)}`)
        }), {seed: 10, numRuns: 60, examples: any === letters ? KNOWN : []}))
      }
    }
  }
  ways(INITIALS, TYPED, letters)
  ways(NUMBERS, NUMBERS, digits)
  ways({'with spaces': text => `${text.slice(0, 1)} and ${text.slice(1, 2)}`}, {'ands': text => `${text[0]}&${text[1]}`}, letters)

  const pairs: [string, string, string][] = [
    ['DSPT v6.1', '6.1', 'a version'], ['version 6.1', 'v6.1', 'a version'], ['1,000 people', '1000', 'a thousand'],
    ['1000 people', '1,000', 'a thousand'], ['Ctrl+Alt+Del', 'ctrl alt del', 'keys'], ['ctrlaltdel', 'Ctrl-Alt-Del', 'keys'],
    ['Ctrl+Alt+Del', 'ctrlaltdel', 'keys'], ['X-Ray View', 'xray', 'a hyphen'], ['Wi‑Fi calling', 'wifi call', 'a hyphen'],
    ['COVID-19', 'covid19', 'a hyphen'], ['the MDTs', 'mdt', 'a plural'], ['open 24/7', '24-7', 'a slash'],
    ['SW1A 1AA', 'sw1a1aa', 'a postcode'],
    ['SW1A1AA', 'sw1a 1aa', 'a postcode'], ['943 476 5919', '9434765919', 'an NHS number'], ['Mae’n dda', 'maen', 'an apostrophe'], ['F11', 'f11', 'a key'],
    ['pass\u200bword', 'password', 'an unseen character'], ['password', 'pass\u2060word', 'an unseen character'],
    ['tele\u2060health', 'telehealth', 'an unseen character'], ['AT&T', 'att', 'initials'], ['the U.K.', 'uk', 'initials'],
  ]
  for (const [written, query, why] of pairs) {
    it(`${written}, asked for as ${query}: ${why}`, () => assert.equal(firstFor(written, query), 'wanted'))
  }
})

describe('a search for initials', () => {
  const sections = [
    section({page: 'wanted', heading: 'The A&E team',
      text: 'Ask the A&E team, or M.F.A. Call 01632 960 123 for I.T. help. It is open.'}),
    ...OTHERS.map(([page, text]) => section({page, text})),
    section({page: 'often', heading: 'It and it', text: 'It is it, and it does it to it as it was.'}),
  ]
  const index = openSections(sections, [])
  const marked = (query: string): string[] =>
    index.search(query).hits[0]!.excerpt.filter(({isHit}) => isHit).map(({text}) => text)

  it('marks the whole of them, and nothing else', () => {
    for (const query of ['A&E', 'a&e', 'ae', 'a and e']) assert.deepEqual(marked(query), ['A&E'], query)
    for (const query of ['IT', 'i.t.', 'it', 'It']) assert.deepEqual(marked(query), ['I.T'], query)
    for (const query of ['m.f.a', 'mfa']) assert.deepEqual(marked(query), ['M.F.A'], query)
    assert.deepEqual(marked('01632960123'), ['01632 960 123'])
  })

  it('marks a word with a hyphen as one', () => {
    const ward = openSections([section({text: 'The ward Wi-Fi and X-Ray view.'})], [])
    const pieces = ward.search('x-ray wi-fi').hits[0]!.excerpt.filter(({isHit}) => isHit).map(({text}) => text)
    assert.deepEqual(pieces, ['Wi-Fi', 'X-Ray'])
  })

  it('finds nothing else', () => {
    for (const query of ['A&E', 'M.F.A.', 'IT', '01632 960 123']) assert.equal(index.search(query).total, 1, query)
  })

  it('finds them while they are typed', () => {
    for (const query of ['M.F', 'm.f', 'm.f.', 'm.f.a', '01632 960 12', '0163296012', 'a&e te']) {
      assert.equal(index.search(query).hits[0]?.section.page, 'wanted', query)
    }
  })

  it('does not take "it" and "who" for initials in a sentence', () => {
    const pages = (query: string) => index.search(query).hits.map(({section: {page}}) => page)
    assert.deepEqual(pages('how does it open'), pages('open'))
  })

  it('knows them by other names, however those write them', () => {
    for (const says of ['A&E', 'A.E.', 'AE']) {
      for (const query of ['A&E', 'ae', 'a & e', 'A.E.']) {
        const synonyms = [{says: [says], means: ['emergency department']}]
        assert.equal(firstFor('the emergency department', query, synonyms), 'wanted', `${says} ${query}`)
      }
      assert.equal(firstFor('A&E', 'casualty', [{says: ['casualty'], means: [says]}]), 'wanted')
    }
    for (const query of ['it support', 'IT support', 'I.T. support']) {
      assert.equal(firstFor('the service desk', query, [{says: ['IT support'], means: ['service desk']}]), 'wanted', query)
    }
  })

  it('does as it did with an index that was made before there were compounds of these kinds', () => {
    const old = buildIndex(sections.map(each => ({...each, heading: '', text: each.text.replace(/[&.]/g, ' '), title: ''})))
    const index = openIndex(old, sections, [])
    for (const query of ['A&E', 'a & e', 'I.T.', 'IT help', '01632 960 123', 'A and E', 'M.F.A.']) {
      assert.ok(index.search(query).hits.some(({section: {page}}) => page === 'wanted'), query)
    }
  })

  it('has no small words in it', () => {
    for (const word of SMALL_WORDS) assert.ok(!word.includes('.'))
  })
})
