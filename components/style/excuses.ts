import type {Diagnostic} from '../model/guide/diagnostic.js'
import {didYouMean} from '../compile/source/did-you-mean.js'
import type {StylePage} from './page/style-page.js'

/** A comment that excuses one line from some rules: `<!-- allow: C06, C25 product name -->`. */
interface Excuse { ids: string[]; reason: string; at: number; covers: number }

const COMMENT = /<!--\s*allow:\s*(.*?)\s*-->/gi
const YAML_COMMENT = /(?:^|\s)#\s*allow:\s*(.*)$/gi
const RULES_FIRST = /^((?:C\d+|spelling)(?:\s*,\s*(?:C\d+|spelling))*)(?:[\s:,-]+(.*))?$/is

/**
 * Takes away what is excused. An excuse without a reason excuses nothing; one that nothing needed is a fault, so that
 * none outlives its line.
 *
 * @param found - each with its line, from 1, and the id of its rule
 * @param known - ids of all rules
 */
export function excused<T extends {line: number; code: string}>(
  found: readonly T[], page: StylePage, known: readonly string[],
): {kept: T[]; faults: Diagnostic[]} {
  const excuses = excusesOf(page)
  const used = new Map<Excuse, Set<string>>()
  const kept = found.filter(({line, code}) => {
    const by = excuses.filter(excuse => excuse.reason && excuse.covers === line - 1 && excuse.ids.includes(code))
    for (const excuse of by) used.set(excuse, (used.get(excuse) ?? new Set()).add(code))
    return !by.length
  })
  const faults = excuses.flatMap(excuse => faultsOf(excuse, used.get(excuse) ?? new Set(), known)
    .map(fault => ({file: page.path, ...page.source.position(excuse.at), ...fault})))
  return {kept, faults}
}

function faultsOf(
  {ids, reason}: Excuse, used: ReadonlySet<string>, known: readonly string[],
): Pick<Diagnostic, 'code' | 'severity' | 'message' | 'advice'>[] {
  if (!ids.length || !reason) {
    return [{
      code: 'excuse-without-reason', severity: 'error',
      message: ids.length ? 'This excuse gives no reason.' : 'This excuse does not begin with a rule.',
      advice: 'Write the rule and the reason, such as <!-- allow: C06 product name -->.',
    }]
  }
  return ids.filter(id => !used.has(id)).map(id => ({
    code: 'unused-excuse', severity: 'warning',
    message: known.includes(id)
      ? `Nothing on this line needs the excuse for ${id}.` : `There is no rule ${id} to excuse.`,
    advice: 'Take it away, or move it to the line it is for or the line above.'
      + (known.includes(id) ? '' : didYouMean(id, known)),
  }))
}

function excusesOf(page: StylePage): Excuse[] {
  return page.source.lines.flatMap((text, line) => {
    if (page.codeLines.has(line) || !text.includes('allow:')) return []
    const pattern = line < page.bodyLine ? YAML_COMMENT : COMMENT
    return [...text.matchAll(pattern)].map(found => excuseOf(found, text, line, page))
  })
}

function excuseOf(found: RegExpExecArray, text: string, line: number, {source}: StylePage): Excuse {
  const [, ids = '', reason = ''] = RULES_FIRST.exec(found[1]!) ?? []
  // Alone in its line, in a list or a quote too, it stands for the line below.
  const isAlone = text.replace(found[0], '').replace(/[\s>]/g, '') === ''
  return {
    ids: ids.split(',').map(id => id.trim()).filter(Boolean)
      .map(id => id.toLowerCase() === 'spelling' ? 'spelling' : id.toUpperCase()),
    reason: reason.trim(), at: source.offset(line, found.index), covers: isAlone ? line + 1 : line,
  }
}
