import type {Prose} from '../page/prose.js'
import type {Finding, StyleRule} from '../page/rule.js'

const SUFFIXED = /(?<![\p{L}\p{N}.,-])(\d{1,4})(\s?)(st|nd|rd|th|ST|ND|RD|TH)(?![\p{L}\p{N}-])/gu
const RAISED = /(?<![\p{L}\p{N}])(\d{1,4})(?:\u02e2\u1d57|\u207f\u1d48|\u02b3\u1d48|\u1d57\u02b0|\u00ba|\u1d52)/gu

export const ordinals: StyleRule = {
  id: 'C19', title: 'Ordinals as 1st, 2nd, 3rd', severity: 'warning',
  check: ({page}) => page.prose.flatMap(prose => (
    [...prose.own(SUFFIXED), ...prose.own(RAISED)].flatMap(found => ordinal(found, prose)))),
}

function ordinal(found: RegExpExecArray, prose: Prose): Finding[] {
  const [whole, number, space, written] = found
  const right = suffix(Number(number))
  const better = number! + right
  // "5 St" may be an address: only what can be nothing else counts with a space.
  if (whole === better || (space && written !== right)) return []
  return [{
    at: prose.offset(found.index), message: `"${whole}" is not how this number is written.`, advice: `Write ${better}.`,
    fix: prose.replacing(found.index, found.index + whole.length, better),
  }]
}

function suffix(number: number): string {
  const ten = number % 100
  if (ten >= 11 && ten <= 13) return 'th'
  return ({1: 'st', 2: 'nd', 3: 'rd'} as Record<number, string>)[number % 10] ?? 'th'
}
