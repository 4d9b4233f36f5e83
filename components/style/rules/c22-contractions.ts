import type {Finding, StyleRule} from '../page/rule.js'

const NEGATIVE = /(?<![\p{L}\p{N}])(\p{L}+)n['\u2019]t(?![\p{L}\p{N}])/giu
const CONDITIONAL = /(?<![\p{L}\p{N}])(should|could|would|they|might|must)['\u2019]ve(?![\p{L}\p{N}])/giu
const STEMS: Record<string, string> = {ca: 'cannot', wo: 'will not', sha: 'shall not', ai: 'is not'}
const VERBS = new Set(['do', 'does', 'did', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'could', 'would',
  'should', 'must', 'need', 'might', 'ca', 'wo', 'sha', 'ai', 'dare', 'ought'])

export const contractions: StyleRule = {
  id: 'C22', title: 'No negative contractions', severity: 'error',
  check: ({page}) => page.prose.flatMap((prose): Finding[] => [
    ...prose.own(NEGATIVE).filter(found => VERBS.has(found[1]!.toLowerCase()) && !isDoAndDont(found)).map(found => {
      const text = likeCase(STEMS[found[1]!.toLowerCase()] ?? `${found[1]!} not`, found[0])
      // "Don't you" turns round when it is written out.
      const turns = /^ (?:i|you|we|they|he|she|it|this|that)\b/i.test(prose.text.slice(found.index + found[0].length))
      return {
        at: prose.offset(found.index), message: `"${found[0]}" is a contraction.`,
        advice: `Write "${text}". Negative contractions are easy to misread as the opposite.`,
        fix: turns ? undefined : prose.replacing(found.index, found.index + found[0].length, text),
      }
    }),
    ...prose.own(CONDITIONAL).map(found => ({
      at: prose.offset(found.index), message: `"${found[0]}" is a contraction.`, advice: `Write "${found[1]!} have".`,
      fix: prose.replacing(found.index, found.index + found[0].length, `${found[1]!} have`),
    })),
  ]),
}

/** A list of what to do and what not has this name. */
function isDoAndDont({input, index}: RegExpExecArray): boolean {
  return /\bdos? (?:and|or) $/i.test(input.slice(Math.max(index - 10, 0), index))
}

function likeCase(text: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? text[0]!.toUpperCase() + text.slice(1) : text
}
