import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import type {SearchSection} from '../../components/model/guide/guide.js'
import type {Synonym} from '../../components/model/guide/glossary.js'
import {buildIndex, openSections} from '../../components/search/build-index.js'
import {MAX_QUERY, openIndex, type OpenIndex} from '../../components/search/open-index.js'
import type {Piece} from '../../components/search/show.js'
import {synonymsOf} from '../../components/search/synonyms.js'
import {fold} from '../../components/search/words.js'
import {corpora, section} from './corpus.js'
import {golden, guide, shippedIndex} from './shipped.js'

function open(sections: readonly SearchSection[], synonyms: readonly Synonym[] = []): OpenIndex {
  return openIndex(buildIndex(sections), sections, synonyms)
}

const text = (pieces: readonly Piece[]) => pieces.map(piece => piece.text).join('')
const hits = (pieces: readonly Piece[]) => pieces.filter(({isHit}) => isHit).map(piece => piece.text)

describe('the order of what is found', () => {
  const filler = 'Words about other things, of a usual length, so that texts are alike in how long they are.'
  const index = open([
    section({page: 'text', text: `A printer. ${filler}`}),
    section({page: 'text-twice', text: `A printer, and a printer. ${filler}`}),
    section({page: 'long-heading', heading: 'What to know of a printer and of other things at your desk', text: filler}),
    section({page: 'heading', heading: 'The printer', text: filler}),
    section({page: 'title', title: 'Printer and paper', text: filler}),
    section({page: 'plural', text: `Many printers. ${filler}`}),
    section({page: 'long-text', text: `A printer. ${filler.repeat(4)}`}),
    section({page: 'nothing', text: filler}),
  ])
  const order = [
    ['heading', 'most of a short heading is the word'],
    ['title', 'the whole module is about it, and so every section of it says so'],
    ['long-heading', 'the heading is about more than the word'],
    ['text-twice', 'the text says it more than once'],
    ['text', 'the text says it once'],
    ['plural', 'the text has another form of it'],
    ['long-text', 'once in a long text is less'],
  ]
  const found = index.search('printer ').hits.map(hit => hit.section.page)

  order.forEach(([page, why], i) => it(`${i + 1}: ${page}: ${why}`, () => assert.equal(found[i], page)))
  it('has nothing else', () => assert.equal(found.length, order.length))

  it('puts a section with all words before one that has a word often', () => {
    const both = open([
      section({page: 'often', heading: 'Lock', text: 'Lock, lock, lock the door.'}),
      section({page: 'both', text: 'How to lock the screen.'}),
      section({page: 'screen', text: 'A screen.'}),
    ])
    assert.equal(both.search('lock screen').hits[0]!.section.page, 'both')
  })

  it('keeps the guide\'s order among equals', () => {
    const same = open(['a', 'b', 'c'].map(page => section({page, text: 'same words'})))
    assert.deepEqual(same.search('same').hits.map(hit => hit.section.page), ['a', 'b', 'c'])
  })
})

describe('a search', () => {
  const index = shippedIndex()
  const first = (query: string) => index.search(query).hits[0]!

  it('finds every section that has a word, as a plain look does', () => fc.assert(fc.property(
    corpora, fc.string({unit: fc.constantFrom('a', 'b', 'c', '9'), minLength: 1, maxLength: 3}), (sections, word) => {
      const list = (part: string) => part.split(' ').map(fold)
      const plainly = sections.filter(({title, heading, keywords, text: body}) =>
        list([title, heading, ...keywords, body].join(' ')).some(other => other.startsWith(word)))
      const {hits: found, total} = open(sections).search(word, {limit: 1000})
      assert.equal(found.length, total)
      assert.equal(found.length > 0, plainly.length > 0 || total > 0)
      const best = found[0]?.section
      if (plainly.length) assert.ok(plainly.includes(best!), 'the best hit has the word')
    })))

  it('finds something at every key stroke of every keyword', () => {
    for (const {keywords} of guide.modules) {
      for (const keyword of keywords) {
        for (let end = 1; end <= keyword.length; end++) {
          if (fold(keyword.slice(0, end))) assert.ok(index.search(keyword.slice(0, end)).total, keyword.slice(0, end))
        }
      }
    }
  })

  it('finds each module by its title, first', () => {
    for (const {id, title} of guide.modules) assert.equal(first(title).section.module, id, title)
  })

  it('does not mind capitals, accents or punctuation', () => {
    for (const query of ['PASSWORD RESET', 'pässword, reset?', '"password" +reset*', 'password\u00a0reset']) {
      assert.equal(first(query).section.module, first('password reset').section.module, query)
    }
  })

  it('finds Welsh with and without its accents', () => {
    const welsh = open([
      section({page: 'ty', text: 'Croeso i\'r tŷ a\'r dŵr.'}), section({page: 'other', text: 'Rhywbeth arall.'}),
    ])
    for (const query of ['tŷ', 'ty', 'TY', 'dŵr', 'dwr', 'tŷ'.normalize('NFD')]) {
      assert.deepEqual(welsh.search(query).hits.map(hit => hit.section.page), ['ty'], query)
    }
    assert.deepEqual(hits(welsh.search('ty').hits[0]!.excerpt), ['tŷ'])
  })

  it('finds British by American spelling, and the other way round', () => {
    const both = open([
      section({page: 'gb', text: 'organise the colours'}), section({page: 'us', text: 'organize the colors'}),
    ])
    for (const query of ['organise', 'organizing', 'colour', 'colors']) assert.equal(both.search(query).total, 2, query)
  })

  it('says what it took a misspelt word for, and only then', () => {
    assert.equal(index.search('pasword reset').didYouMean, 'password reset')
    assert.equal(index.search('Calidcott guardian').didYouMean, 'caldicott guardian')
    assert.equal(index.search('password reset').didYouMean, undefined)
    assert.equal(index.search('2fa').didYouMean, undefined)
    for (const word of ['held', 'cart', 'bags']) assert.equal(index.search(`my parcel is ${word}`).didYouMean, undefined, word)
  })

  it('finds nothing where there is nothing', () => {
    for (const query of ['', '   ', 'qqqqqqqqqq', '***', '\ud800']) {
      const {common: _, ...found} = index.search(query)
      assert.deepEqual(found, {hits: [], total: 0, byModule: new Map()}, query)
    }
    assert.equal(open([]).search('anything').total, 0)
  })

  it('looks at the first 64 characters', () => {
    const long = `password ${'x '.repeat(60)}`
    assert.deepEqual(index.search(long), index.search(long.slice(0, MAX_QUERY)))
  })

  it('takes any text as a query', () => fc.assert(fc.property(
    fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom(
      '*'.repeat(60_000), 'a'.repeat(60_000), 'a b '.repeat(20_000), '(((((', '[a-z]+$', '__proto__', 'constructor',
      '\\u0000', '<img src=x>',
    )), query => {
      const {hits: found, total} = index.search(query)
      assert.ok(found.length <= 20 && found.length <= total)
    })))

  it('gives plain data, so that a worker can send it', () => {
    const result = index.search('pasword')
    assert.deepEqual(structuredClone(result), result)
  })

  it('gives the same from an index in memory as from a file', () => {
    const inMemory = openSections(guide.sections, synonymsOf(guide))
    for (const {query} of golden.slice(0, 40)) assert.deepEqual(inMemory.search(query), index.search(query))
  })

  it('leaves nothing behind for the next', () => {
    const before = index.search('phishing')
    for (const {query} of golden.slice(0, 40)) index.search(query, {limit: 3, modules: ['spot-suspicious-email']})
    assert.deepEqual(index.search('phishing'), before)
  })
})

describe('what is shown of a hit', () => {
  const index = shippedIndex()

  it('is the section\'s own words', () => {
    for (const {query} of golden) {
      for (const {section: own, title, heading, excerpt} of index.search(query).hits) {
        assert.equal(text(title), own.title)
        assert.equal(text(heading), own.heading)
        assert.ok(own.text.includes(text(excerpt).replace(/^… | …$/g, '')))
        assert.ok(text(excerpt).length <= 180)
      }
    }
  })

  it('marks whole words: the ones looked for, their forms and what they stand for', () => {
    const body = 'Use multi-factor authentication (MFA), not a passport.'
    const sections = [section({title: 'Passwords', heading: 'Reset a password', text: body})]
    const [hit] = open(sections, [{says: ['2fa'], means: ['MFA']}]).search('2fa password ').hits
    assert.deepEqual(hits(hit!.title), ['Passwords'])
    assert.deepEqual(hits(hit!.heading), ['password'])
    assert.deepEqual(hits(hit!.excerpt), ['MFA'])
  })

  it('is cut around the place where the words stand together', () => {
    const body = `A printer. ${'Some other words here. '.repeat(40)}Put paper in the printer. ${'And more words. '.repeat(40)}`
    const [hit] = open([section({text: body})]).search('printer paper').hits
    assert.ok(text(hit!.excerpt).includes('Put paper in the printer.'))
    assert.ok(text(hit!.excerpt).startsWith('… ') && text(hit!.excerpt).endsWith(' …'))
  })

  it('has whole characters and ends, even in text without a space', () => {
    const [hit] = open([section({text: `${'😀'.repeat(5000)} printer ${'😀'.repeat(5000)}`})]).search('printer').hits
    assert.ok(text(hit!.excerpt).includes('printer'))
    assert.doesNotMatch(text(hit!.excerpt), /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
  })
})

describe('other names', () => {
  it('of the glossary find each other', () => {
    const sections = [
      section({page: 'mfa', text: 'Turn on multi-factor authentication.'}), section({page: 'no', text: 'Authentication.'}),
    ]
    const index = open(sections, synonymsOf({glossary: [{term: 'Multi-factor authentication', also: ['MFA', 'two-step login']}]}))
    for (const query of ['MFA', 'two-step login', 'two step log']) {
      assert.equal(index.search(query).hits[0]?.section.page, 'mfa', query)
    }
  })

  it('of an organisation are added to those', () => {
    const index = open([section({page: 'esr', text: 'Your staff record.'})], [{says: ['Oracle'], means: ['staff record']}])
    assert.equal(index.search('oracle').hits[0]?.section.page, 'esr')
  })

  it('may be hostile', () => {
    const index = open([section({text: 'a b'})], [
      {says: [''], means: ['a']}, {says: ['x'], means: ['']}, {says: ['a'], means: ['a']}, {says: [], means: []},
      {says: ['__proto__', 'constructor'], means: ['b']}, {says: ['b'], means: ['zzz']},
    ])
    for (const query of ['a', 'x', '__proto__', 'constructor', 'b']) assert.ok(index.search(query).total <= 1)
  })
})
