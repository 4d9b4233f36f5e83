/**
 * Classes of characters that people type as others, leave out, or never see. Search and the marking of typed answers read them
 * from here, so that what one takes for the same the other does as well.
 *
 * The expressions have the flag `g`: use them with `replace`, not with `test`, which would go on from the last hit.
 */

/** What nobody sees: soft hyphens, joiners, marks of direction, variation selectors, byte order marks, control characters. */
export const UNSEEN = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]|(?!\p{White_Space})\p{Cc}/gu

/**
 * What is typed or left out as people like, once NFKD has taken it from its letter: accents, Hebrew points, Arabic vowel signs
 * and long strokes. Marks that are letters of their own, as in Hindi or Bengali, are none of these.
 */
export const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g

/** Letters that are typed as others and that Unicode does not take apart. */
const TYPED_AS: Record<string, string> = {
  'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ħ': 'h', 'ŋ': 'ng',
  'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ة': 'ه', 'ٱ': 'ا',
}

const RARE = new RegExp(`[${Object.keys(TYPED_AS).join('')}]`, 'g')

/** Small letters as a keyboard without the rarer of them has them: `ss` for ß, `o` for ø. */
export function asTyped(small: string): string {
  return small.replace(RARE, letter => TYPED_AS[letter]!)
}
