import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {looksSame} from '../../../components/model/formats/looks-same.js'
import {fold} from '../../../components/search/words.js'

/** Every character there is of a class, by its Unicode property. */
function characters(property: RegExp): string[] {
  const found: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const isSurrogate = code >= 0xd800 && code <= 0xdfff
    const character = isSurrogate ? '' : String.fromCodePoint(code)
    if (character && property.test(character)) found.push(character)
  }
  return found
}

const named = (character: string) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** Fails with all the characters that do not hold, by their numbers. */
function expectAll(all: readonly string[], holds: (character: string) => boolean): void {
  assert.ok(all.length > 0)
  assert.deepEqual(all.filter(character => !holds(character)).map(named), [])
}

/** Of the quotation marks, those that are drawn as two strokes: Unicode has no property for that. */
const DOUBLE = /["«»“-‟⹂『』〝-〟﹃﹄＂]/u

describe('looksSame, for each character of a class', () => {
  it('that nobody sees, wherever it stands', () => {
    expectAll(characters(/\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\p{Variation_Selector}/u), unseen =>
      looksSame('patient’s notes', `${unseen}pat${unseen}ient's ${unseen} not${unseen}${unseen}es${unseen}`))
  })

  it('of control, but those that are white space', () => {
    expectAll(characters(/\p{Cc}/u).filter(each => !/\p{White_Space}/u.test(each)), control => looksSame('notes', `no${control}tes`))
  })

  it('that is white space, once or twice, between words and around them', () => {
    expectAll(characters(/\p{White_Space}/u), space =>
      looksSame('24 hours', `${space}24${space}${space}hours${space}`) && looksSame(`24${space}hours`, '24 hours')
      && !looksSame('24 hours', `2${space}4 hours`))
  })

  it('that is a dash', () => {
    expectAll(characters(/\p{Dash}/u), dash => looksSame('9-5', `9${dash}5`) && looksSame(`9 ${dash} 5`, '9–5')
      && looksSame('-5', `${dash}5`) && !looksSame('95', `9${dash}5`) && !looksSame('5', `${dash}5`))
  })

  it('that is a single quotation mark, or looks like an apostrophe', () => {
    expectAll([...characters(/\p{Quotation_Mark}/u).filter(mark => !DOUBLE.test(mark)), ...'ʼ′`´ʹˈ'], quote => looksSame('patient\'s', `patient${quote}s`)
      && looksSame(`patient${quote}s`, 'patient’s') && !looksSame('patients', `patient${quote}s`))
  })

  it('that is a double quotation mark, which is not a single one', () => {
    expectAll([...characters(DOUBLE), '″'], quote => looksSame('6"', `6${quote}`) && looksSame(`6${quote}`, '6\'\'')
      && !looksSame('6\'', `6${quote}`) && !looksSame('6', `6${quote}`))
  })

  it('that is a figure, in any script', () => {
    const formatted = (Intl as unknown as {supportedValuesOf(key: string): string[]}).supportedValuesOf('numberingSystem')
      .map(numberingSystem => new Intl.NumberFormat(`en-u-nu-${numberingSystem}`, {useGrouping: false}).format(9876543210))
      .filter(text => /^\p{Nd}+$/u.test(text))
    assert.ok(formatted.length > 50)
    // The formatter of the language is the second opinion on what each is worth.
    assert.deepEqual(formatted.filter(text => !looksSame('9876543210', text)), [])
    assert.deepEqual(formatted.filter(text => looksSame('9876543211', text)), [])
    expectAll(characters(/\p{Nd}/u), digit => '0123456789'.split('').filter(each => looksSame(each, digit)).length === 1)
  })

  it('that has a capital or a small letter, alone and in a word', () => {
    // Search leaves out the small iota under a Greek letter, and its capital is a whole letter.
    const cased = characters(/\p{Changes_When_Casemapped}/u).filter(letter => !letter.normalize('NFD').includes('\u0345'))
    expectAll(cased, letter => [letter.toUpperCase(), letter.toLowerCase()]
      .every(other => looksSame(letter, other) && looksSame(`a${letter}b`, `a${other}b`)))
  })

  it('that Unicode takes for another for the sake of older systems, but raised figures and fractions', () => {
    const compatible = characters(/\p{Changes_When_NFKC_Casefolded}/u)
      .filter(each => !/[\p{No}\p{Default_Ignorable_Code_Point}]/u.test(each) && each.normalize('NFKC') !== each
        // Accents that stand alone are taken apart into a space and an accent, which is not how they are read.
        && !/^ \p{M}/u.test(each.normalize('NFKC')))
    assert.ok(compatible.length > 3_000)
    expectAll(compatible, each => looksSame(`a${each}b`, `a${each.normalize('NFKC')}b`))
  })

  it('that search finds as another: accents, and letters that keyboards do not have', () => {
    const folded = characters(/\p{L}/u)
      // To search, an apostrophe is nothing.
      .filter(letter => fold(letter) && fold(letter) !== letter && !letter.normalize('NFKC').includes('ʼ'))
    assert.ok(folded.length > 2_000)
    expectAll(folded, letter => looksSame(`x${letter}x`, `x${fold(letter)}x`))
  })
})

describe('looksSame', () => {
  const same = [
    ['patient’s', 'patient\'s'], ['PATIENT`S', 'patientʼs'], ['Wi-Fi', 'wi‑fi'], ['Wi-Fi', 'wifi'], ['Wi-Fi', 'Wi Fi'],
    ['multi-factor authentication', 'multi factor authentication'], ['log in', 'log-in'], ['email', 'e-mail'],
    ['COVID-19', 'covid 19'], ['24-hour', '24 hour'], ['Monday–Friday', 'Monday - Friday'], ['9–5', '9 - 5'],
    ['--help', '—help'], ['café', 'CAFE'], ['tŷ', 'ty'], ['Straße', 'STRASSE'], ['ΟΔΟΣ', 'οδος'], ['İstanbul', 'istanbul'],
    ['conﬁdential', 'confidential'], ['ＮＨＳ', 'NHS'], ['½', '1/2'], ['1½ hours', '1 1/2 hours'], ['H₂O', 'H2O'], ['kg/m²', 'kg/m2'],
    ['10²', '10^2'], ['10⁻³', '10^-3'], ['3 × 4', '3 x 4'], ['37 °C', '37 ºC'], ['wait…', 'wait...'], ['60 minutes', ' 60  Minutes. '], ['e.g.', 'e.g'],
    ['pаsswоrd', 'password'], ['ΝΗЅ', 'NHS'], ['Вода', 'ВОДА'], ['٢٤ hours', '24 hours'], ['❤️', '❤'], ['e\u0301tude', 'étude'],
  ] as const
  for (const [one, other] of same) {
    it(`takes ${JSON.stringify(one)} and ${JSON.stringify(other)} for the same, either way round`, () => {
      assert.ok(looksSame(one, other))
      assert.ok(looksSame(other, one))
    })
  }

  const different = [
    ['patient\'s', 'patients'], ['24', '2 4'], ['24', '42'], ['1.5', '15'], ['1.5', '1,5'], ['£5', '$5'], ['£5', '5'], ['24 hours', '24hours'],
    ['10²', '102'], ['10⁻³', '10-3'], ['1½', '11/2'], ['½', '12'], ['≠', '='], ['5 μg', '5 mg'], ['-5', '5'], ['set to -5', 'set to 5'], ['24-7', '247'],
    ['9–5', '95'], ['my-site.nhs.uk', 'mysite.nhs.uk'], ['=A1-B1', '=A1B1'], ['report_1', 'report1'], ['a@b', 'ab'], ['C++', 'C'],
    ['6\'', '6"'], ['O', '0'], ['l', '1'], ['β', 'b'], ['в', 'b'], ['.', ''], ['yes', 'yes,'], ['yes', '"yes"'], ['yes', 'yes!'], ['or', 'and'],
  ] as const
  for (const [one, other] of different) {
    it(`tells ${JSON.stringify(one)} and ${JSON.stringify(other)} apart, either way round`, () => {
      assert.ok(!looksSame(one, other))
      assert.ok(!looksSame(other, one))
    })
  }

  it('tells any two letters or figures of English apart, alone and in a word', () => {
    const all = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('')
    for (const one of all) for (const other of all) assert.equal(looksSame(`a${one}b`, `a${other}b`), one === other, `${one} ${other}`)
  })

  it('tells all currency signs apart', () => {
    const signs = characters(/\p{Sc}/u).map(sign => sign.normalize('NFKC'))
    for (const one of signs) for (const other of signs) assert.equal(looksSame(`${one}5`, `${other}5`), one === other, `${one} ${other}`)
  })
})
