import {ACCENTS, asTyped, UNSEEN} from './signs.js'

/** Letters and signs that look like others, most of them of other alphabets. Below it, what each looks like. */
const LOOK_LIKE = 'АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧον×✕º˚∗∶⋅∙•⁃∼。'
const LOOKED_AT = 'ABEKMHOPCTYXIJSaeopcyxijshdABEZHIKMNOPTYXovxx°°*:···-~.'
const LOOKS = new RegExp(`[${LOOK_LIKE}]`, 'gu')

/** A word, perhaps with hyphens. What has other signs may be an address, a file's name or a formula, where a hyphen counts. */
const WORD = /^[\p{L}\p{N}'-]+[.,:;!?]*$/u
/** Hyphens that are no minus and stand in no range of figures. */
const HYPHENS = /(\p{L})-(?=\p{L})|(\p{L}{2})-(?=\p{N})|(\p{N})-(?=\p{L}{2})/gu

/**
 * Would a person take these two for the same? Capitals, accents, and with what and how many spaces they are written do not
 * count, nor how an apostrophe, quotation mark or dash is drawn, hyphens in words, full stops at the end, and what nobody sees.
 * Letters, figures and all other signs do.
 */
export function looksSame(one: string, other: string): boolean {
  // A letter may be meant as what it is or as what it looks like, and a hyphen in a word stands for a space or for nothing.
  return [[one, other], [byLooks(one), byLooks(other)]].some(([a, b]) =>
    ['', ' '].some(hyphen => read(a!, hyphen) === read(b!, hyphen)))
}

function byLooks(text: string): string {
  return text.normalize('NFD').replace(LOOKS, each => LOOKED_AT[LOOK_LIKE.indexOf(each)]!)
}

function read(text: string, hyphen: string): string {
  const plain = text.replace(/\p{White_Space}/gu, ' ').replace(UNSEEN, '')
    // Unicode takes an accent that stands alone apart, into a space and an accent.
    .replace(/´/g, '\'')
    // Small figures behind another make another number: 10² is not 102, and 1½ is not 11/2.
    .replace(/(\p{Nd})(?=⁻?[²³¹⁰-⁹])/gu, '$1^').replace(/(\p{Nd})(?=₋?[₀-₉])/gu, '$1_').replace(/(\p{Nd})(?=[¼-¾⅐-⅟↉])/gu, '$1 ')
    .normalize('NFKD')
    // A double quotation mark is two single ones, as some type it.
    .replace(/[`‘-‛‹›′‵ʹʻ-ʽˈˊˋ「」]/g, '\'').replace(/(?!')\p{Quotation_Mark}/gu, '\'\'').replace(/\p{Dash}/gu, '-')
    // A stroke through a sign makes it say the opposite, so it is no accent.
    .replace(/[⁄∕\u0338]/g, '/').replace(ACCENTS, '').replace(/(?![0-9])\p{Nd}/gu, figure)
  return asTyped(plain.toLowerCase()).toUpperCase()
    .replace(/ +/g, ' ').replace(/-+/g, '-').replace(/ ?- /g, '-').trim()
    .split(' ').map(word => WORD.test(word) ? word.replace(HYPHENS, `$1$2$3${hyphen}`) : word).join(' ')
    .replace(/(?!^)[. ]{1,9}$/, '')
}

/** The figures of each script stand in a row, from 0 to 9. */
function figure(digit: string): string {
  const code = digit.codePointAt(0)!
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++
  return String(before % 10)
}
