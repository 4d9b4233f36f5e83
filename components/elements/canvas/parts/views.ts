import {html, nothing, type TemplateResult} from 'lit'
import type {Evidence, RatedItem} from '../../../model/canvas/items.js'
import type {FactorSpread, View} from '../../../model/canvas/spread.js'
import type {RatingSet} from '../../../model/canvas/state.js'
import {table} from '../../shared/document/table.js'
import type {CanvasStrings} from '../words/canvas.strings.js'
import {ratingText} from './rating-text.js'

/**
 * What each rater said of one factor, lowest level first. A column that nobody filled in is left out.
 *
 * @param link - shows an address that someone typed
 * @param date - shows a day
 */
export function viewsTable(
  spread: FactorSpread, words: CanvasStrings,
  link: (address: string) => unknown, date: (iso: string) => string,
): TemplateResult {
  const all = viewsOf(spread)
  const {columns} = words.views
  const typed = (text: string | undefined) => text ? html`<span class="typed">${text}</span>` : words.views.nothing
  const parts: {words: string; cell: (rated: RatedItem) => unknown; isUsed: (rated: RatedItem) => unknown}[] = [
    {words: columns.voice, cell: ({voice}) => typed(voice), isUsed: ({voice}) => voice},
    {
      words: columns.evidence, isUsed: rated => rated.evidence,
      cell: rated => rated.evidence ? evidence(rated.evidence, words, link, date) : words.views.nothing,
    },
    {
      words: columns.confidence, isUsed: ({confidence}) => confidence,
      cell: ({confidence}) => confidence ? words.confidences[confidence] : words.views.nothing,
    },
    {words: columns.upnext, cell: ({upnext}) => typed(upnext), isUsed: ({upnext}) => upnext},
  ]
  const shown = parts.filter(({isUsed}) => all.some(({rated}) => isUsed(rated)))
  if (!all.length) return html`<p>${words.agree.noViews}</p>`
  return table(
    [columns.rater, columns.level, ...shown.map(({words}) => words)].map(words => ({heading: words, words})),
    all.map(({set, rated, textChanged}) => [
      called(set, words),
      html`${ratingText(rated.rating, spread.factor.levels, words)}
        ${textChanged ? html`<div class="facts">${words.textChanged}</div>` : nothing}`,
      ...shown.map(({cell}) => cell(rated)),
    ]), {caption: words.views.caption(spread.factor.name), hasRowHeadings: true})
}

/** The same as a list, for paper. Raters who gave a level and nothing else are listed together: in a large team most do. */
export function viewsList(
  spread: FactorSpread, words: CanvasStrings, link: (address: string) => unknown, date: (iso: string) => string,
): TemplateResult {
  const all = viewsOf(spread)
  if (!all.length) return html`<p>${words.agree.noViews}</p>`
  const level = ({rated: {rating, confidence}, textChanged}: OneView) => [
    [ratingText(rating, spread.factor.levels, words), ...(confidence ? [words.confidences[confidence].toLowerCase()] : [])].join(', '),
    ...(textChanged ? [words.textChanged] : []),
  ].join('. ')
  const brief = new Map<string, string[]>()
  for (const view of all.filter(view => !saysMore(view))) {
    brief.set(level(view), [...brief.get(level(view)) ?? [], called(view.set, words)])
  }
  return html`<ul>
    ${all.filter(saysMore).map(view => html`<li>
      <strong>${called(view.set, words)}:</strong> ${level(view)}.
      ${view.rated.voice ? html`<div class="typed">${words.views.columns.voice}: ${view.rated.voice}</div>` : nothing}
      ${view.rated.evidence
        ? html`<div>${words.views.columns.evidence}: ${evidence(view.rated.evidence, words, link, date)}</div>` : nothing}
      ${view.rated.upnext ? html`<div class="typed">${words.views.columns.upnext}: ${view.rated.upnext}</div>` : nothing}
    </li>`)}
    ${[...brief].map(([said, raters]) => html`<li><strong>${raters.join('; ')}:</strong> ${said}.</li>`)}
  </ul>`
}

function saysMore({rated: {voice, evidence, upnext}}: OneView): boolean {
  return Boolean(voice || evidence || upnext)
}

type OneView = Pick<View, 'set' | 'rated' | 'textChanged'>

/** Levels first, the lowest at the top, then those who gave none. */
function viewsOf({factor, views, doesNotApply, notAssessed}: FactorSpread): OneView[] {
  const others = [...notAssessed, ...doesNotApply].map(set => ({set, rated: set.ratings.get(factor.id)!, textChanged: false}))
  return [...views, ...others]
}

function called({label, partner}: RatingSet, words: CanvasStrings): string {
  return partner ? words.rater(label, partner.name) : label
}

function evidence(
  {sentence, link: address, date: day, asked}: Evidence, words: CanvasStrings,
  link: (address: string) => unknown, date: (iso: string) => string,
): TemplateResult {
  const facts = [day && date(day), asked && words.views.asked(asked)].filter(Boolean)
  return html`
    ${sentence ? html`<span class="typed">${sentence}</span>` : nothing}
    ${address ? html`<div class="typed">${link(address)}</div>` : nothing}
    ${facts.length ? html`<div class="facts">${facts.join('. ')}</div>` : nothing}`
}
