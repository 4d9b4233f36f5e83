/**
 * Characters that nobody sees and that come along with pasted text: spaces without a width, soft hyphens, marks of direction,
 * control characters but for tabs and line ends, and what stands for an object that was not copied. Unicode lists most of them
 * as ignorable. To compare words all of them go: see `signs.ts`.
 */
const UNSEEN = '[\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\ufff9-\\ufffc]|[^\\P{Cc}\\t\\r\\n]'
const ANY = new RegExp(UNSEEN, 'u')

/** A letter of a script in which unseen characters are part of the spelling, as in Persian, Hindi or Mongolian. */
const JOINING = '(?![\\p{scx=Latin}\\p{scx=Greek}\\p{scx=Cyrillic}\\p{scx=Common}\\p{scx=Inherited}\\p{Default_Ignorable_Code_Point}])'
  + '[\\p{L}\\p{M}]'
/** What joins such letters, keeps them apart or chooses their form. */
const JOINERS = '[\\u034f\\u17b4\\u17b5\\u180b-\\u180f\\u200c\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]'
/** A letter of a script that has no spaces, where an unseen one says where a line may end. */
const UNSPACED = '(?!\\p{Default_Ignorable_Code_Point})[\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tai_Tham}\\p{sc=Javanese}\\p{sc=Balinese}]'
const FILLERS = '[\\u115f\\u1160\\u3164\\uffa0]'
const HANGUL = '(?!\\p{Default_Ignorable_Code_Point})\\p{sc=Hangul}'
const PICTURE = '\\p{Extended_Pictographic}(?:[\\ufe0e\\ufe0f]|\\p{Emoji_Modifier})?'

/** Where an unseen character does something that people see. */
const NEEDED = [
  // Emoji: several in one, with a look of their own, as a flag of England, as a key.
  `${PICTURE}(?:[\\u{e0020}-\\u{e007e}]{1,9}\\u{e007f})?(?:\\u200d${PICTURE})*`, '[0-9#*]\\ufe0f\\u20e3', '\\p{Sm}\\ufe00',
  // No letter has more than 3, and so no run of them is read again and again.
  `${JOINING}${JOINERS}{1,3}`, `${JOINERS}{1,3}(?=${JOINING})`,
  `${UNSPACED}\\u200b`, `\\u200b(?=${UNSPACED})`,
  `${HANGUL}${FILLERS}{1,3}`, `${FILLERS}{1,3}(?=${HANGUL})`,
].join('|')
const NEEDED_OR_UNSEEN = new RegExp(`${NEEDED}|(${UNSEEN})`, 'gu')

const MARK_OF_DIRECTION = /[\u061c\u200e\u200f]/
const RIGHT_TO_LEFT = /(?=\p{L})[\p{scx=Arabic}\p{scx=Hebrew}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}\p{scx=Adlam}]/u

/** Where a text has characters that nobody sees and that do nothing there. */
export function unseenIn(text: string): {from: number; to: number}[] {
  if (!ANY.test(text)) return []
  const isRightToLeft = RIGHT_TO_LEFT.test(text)
  return [...text.matchAll(NEEDED_OR_UNSEEN)].flatMap(({1: unseen, index}) => {
    if (unseen === undefined || (isRightToLeft && MARK_OF_DIRECTION.test(unseen))) return []
    return [{from: index, to: index + unseen.length}]
  })
}

/**
 * A text without the characters that nobody sees and that do nothing where they stand. Those that emoji and other scripts need
 * stay, and marks of direction stay in a text with letters that are read from right to left.
 */
export function withoutUnseen(text: string): string {
  let at = 0
  let seen = ''
  for (const {from, to} of unseenIn(text)) {
    seen += text.slice(at, from)
    at = to
  }
  return seen + text.slice(at)
}
