import {css, html, nothing, type TemplateResult} from 'lit'
import type {SnapshotFactor, SnapshotItem} from '../../../model/canvas/items.js'
import {chosenLevel, profileOf} from '../../../model/canvas/compare.js'
import {heading} from '../../shared/document/heading.js'
import {table} from '../../shared/document/table.js'
import type {CanvasStrings} from '../words/canvas.strings.js'
import {legend, levelChart} from './charts.js'
import {ratingText} from './rating-text.js'

interface Profile {
  snapshot: SnapshotItem
  /** The one before it, to mark where each factor was. */
  before?: SnapshotItem
  /** Rank of the groups' headings. */
  level: number
  /** All charts first, on one page of paper, and the tables after them. */
  isApart?: boolean
  words: CanvasStrings
  /** The name of a factor, as it is to be shown. */
  named(factor: SnapshotFactor): string
  date(iso: string): string
}

/** The levels of a snapshot by group: a chart and a table each, and why there is no total. */
export function profileView({snapshot, before, level, isApart, words, named, date}: Profile): TemplateResult {
  const {profile} = words
  const earlier = new Map(before?.factors.map(factor => [factor.factor, factor]))
  const groups = profileOf(snapshot.factors).map(({group, factors}) => ({
    title: heading(level, group || profile.otherGroup, {size: isApart ? 's' : 'm'}),
    chart: html`<div part="chart">${levelChart(factors.map(factor => ({
      label: named(factor), rating: factor.rating, before: earlier.get(factor.factor)?.rating,
      words: ratingText(factor.rating, factor.levels, words),
    })))}</div>`,
    table: groupTable(group, factors, earlier, words, named),
  }))
  return html`
    <p class="prose"><strong>${profile.noTotal}</strong> ${profile.noTotalWhy}</p>
    ${before ? legend([{mark: 'was', words: profile.was(date(before.date))}]) : nothing}
    ${isApart
      ? html`${groups.map(({title, chart}) => html`<div class="keep">${title}${chart}</div>`)}
        ${heading(level, profile.says, {size: 'm'})}${groups.map(({table}) => table)}`
      : groups.map(({title, chart, table}) => html`<section>${title}${chart}${table}</section>`)}`
}

export const profileStyles = css`
  @container (min-width: 36em) {
    [part='table'] { table-layout: fixed }
    [part='table'] th:nth-child(1) { width: 19% }
    [part='table'] th:is(:nth-child(2):nth-last-child(4), :nth-child(5)) { width: 14% }
  }
`

function groupTable(
  group: string, factors: readonly SnapshotFactor[], earlier: ReadonlyMap<string, SnapshotFactor>, words: CanvasStrings,
  named: Profile['named'],
): TemplateResult {
  const {profile} = words
  const heads = [words.factor, words.levelHead, profile.says, words.why, ...(earlier.size ? [profile.before] : [])]
  return table(heads.map(words => ({heading: words, words})), factors.map(factor => {
    const was = earlier.get(factor.factor)
    return [
      named(factor), ratingText(factor.rating, factor.levels, words), chosenLevel(factor)?.text ?? words.views.nothing,
      factor.note ? html`<span class="typed">${factor.note}</span>` : words.views.nothing,
      ...(earlier.size ? [was ? ratingText(was.rating, was.levels, words) : profile.notThere] : []),
    ]
  }), {caption: profile.caption(group || profile.otherGroup), hasRowHeadings: true, part: 'table'})
}
