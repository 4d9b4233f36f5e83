import {html, nothing, type TemplateResult} from 'lit'
import type {FactorChange} from '../../../model/canvas/compare.js'
import type {SnapshotItem} from '../../../model/canvas/items.js'
import {heading} from '../../shared/document/heading.js'
import {table} from '../../shared/document/table.js'
import type {CanvasStrings} from '../words/canvas.strings.js'
import {ratingText} from './rating-text.js'

/** What moved between two snapshots, factor by factor. */
export function changeTable(
  changes: readonly FactorChange[], from: SnapshotItem, to: SnapshotItem, words: CanvasStrings, date: (iso: string) => string,
  named: (factor: {factor: string; name: string}) => string,
): TemplateResult {
  const heads = [words.factor, words.compare.at(date(from.date)), words.compare.at(date(to.date)), words.compare.change]
  return table(heads.map(words => ({heading: words, words})), changes.map(change => [
    named(change),
    change.from ? ratingText(change.from.rating, change.from.levels, words) : words.compare.notThere,
    change.to ? ratingText(change.to.rating, change.to.levels, words) : words.compare.notThere,
    html`${changeText(change, words)}${change.textChanged ? html`<div class="facts">${words.compare.textChanged}</div>` : nothing}`,
  ]), {caption: words.compare.caption(date(from.date), date(to.date)), hasRowHeadings: true, part: 'table'})
}

/** "Up 1 level", "No longer used" and so on. */
export function changeText({change, steps = 0}: FactorChange, {compare}: CanvasStrings): string {
  if (change === 'up') return compare.up(steps)
  return change === 'down' ? compare.down(-steps) : compare.changes[change]
}

/** What the team wrote beside a snapshot. @param level - rank of the heading */
export function notesOf({notes}: SnapshotItem, words: CanvasStrings, level: number): unknown {
  const said = (['changed', 'did', 'learned'] as const).filter(part => notes?.[part])
  return said.map(part => html`${heading(level, words.snapshot[part], {size: 's'})}<p class="prose typed">${notes![part]}</p>`)
}
