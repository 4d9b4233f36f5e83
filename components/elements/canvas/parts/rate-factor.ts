import {html, nothing, type TemplateResult} from 'lit'
import {isWebLink} from '../../../model/canvas/check.js'
import type {Evidence, RatedItem} from '../../../model/canvas/items.js'
import {asLine, asText} from '../../../model/canvas/items.js'
import type {LocalFactor} from '../../../model/canvas/state.js'
import {renderBlocks, renderInlines, type RenderContext} from '../../shared/document/render-document.js'
import type {Choice} from '../../shared/form/choices.js'
import type {Problem} from '../../shared/form/error-summary.js'
import type {Field} from '../../shared/form/field.js'
import type {CanvasStrings} from '../words/canvas.strings.js'
import {dateField, dayProblems, radios, textArea, textField, typed, typedDay} from './fields.js'
import {ratingFrom} from './rating-text.js'

interface RateFactor {
  factor: LocalFactor
  rated: RatedItem | undefined
  /** Show all fields at once; else those about evidence wait to be opened. */
  isOpen: boolean
  context: RenderContext
  words: CanvasStrings
  /** A field of the form, with what is wrong with it. */
  field(id: string): Omit<Field, 'label'>
}

/** What to read and fill in to rate one factor. Ids begin with the factor's, so that several fit in one page. */
export function factorFields({factor, rated, isOpen, context, words, field: fieldOf}: RateFactor): TemplateResult {
  const {id, intro, ask, hash} = factor
  const {rate} = words
  const {evidence = {}} = rated ?? {}
  const field = (name: string) => fieldOf(`${id}-${name}`)
  return html`
    <div class="prose">${renderBlocks(intro, context)}</div>
    ${rated && rated.factorHash !== hash ? html`<div class="callout warning" role="note">
      <strong class="callout-label">${words.textChanged}</strong><p>${rate.textChangedHint}</p></div>` : nothing}
    ${ask.length ? html`<div class="callout example" role="note">
      <strong class="callout-label">${rate.ask}</strong><div class="sentence">${renderBlocks(ask, context)}</div></div>` : nothing}
    ${radios({...field('rating'), label: html`<span class="strong">${rate.question}</span>`, value: rated && String(rated.rating)}, [
      ...levelChoices(factor, context),
      {value: 'not-assessed', label: words.ratings['not-assessed'], hint: rate.notAssessedHint, isApart: true},
      {value: 'does-not-apply', label: words.ratings['does-not-apply'], hint: rate.doesNotApplyHint},
    ])}
    <details ?open=${isOpen || hasMore(rated)}>
      <summary>${rate.more}<span class="visually-hidden">: ${factor.name}</span></summary>
      <div class="details-text">
        ${textArea({...field('sentence'), label: rate.sentence, hint: rate.sentenceHint, value: evidence.sentence}, 2)}
        ${textField({...field('link'), label: rate.link, hint: rate.linkHint, value: evidence.link}, 'url')}
        ${dateField({...field('date'), label: rate.date, value: evidence.date}, words.date)}
        ${textField({...field('asked'), label: rate.asked, hint: rate.askedHint, value: evidence.asked})}
        ${textArea({...field('voice'), label: rate.voice, hint: rate.voiceHint, value: rated?.voice}, 2)}
        ${radios({...field('confidence'), label: rate.confidence, value: rated?.confidence && String(rated.confidence)},
          ([1, 2, 3] as const).map(value => ({value: String(value), label: words.confidences[value]})))}
        ${textArea({...field('upnext'), label: rate.upnext, value: rated?.upnext}, 2)}
      </div>
    </details>`
}

/** The four levels in full. */
export function levelChoices({levels}: LocalFactor, context: RenderContext): Choice[] {
  return levels.map(({name, text}, i) => ({value: String(i + 1), label: html`<strong>${name}.</strong> ${renderInlines(text, context)}`}))
}

/** What was filled in, and what is wrong with it. */
export function readFactor(
  form: FormData, {id, name, hash}: LocalFactor, set: string, {rate, date}: CanvasStrings,
): {item?: Omit<RatedItem, 'id' | 'at'>; problems: Problem[]} {
  const rating = ratingFrom(form.get(`${id}-rating`))
  const link = typed(form, `${id}-link`).trim()
  const day = typedDay(form, `${id}-date`)
  const problems: Problem[] = [
    ...(rating === undefined ? [{id: `${id}-rating`, message: rate.ratingError(name)}] : []),
    ...(link && !isWebLink(link) ? [{id: `${id}-link`, message: rate.linkError(name)}] : []),
    ...dayProblems(form, `${id}-date`, rate.dateError(name), date),
  ]
  if (problems.length || rating === undefined) return {problems}
  const [sentence, asked] = [asText(typed(form, `${id}-sentence`)), asLine(typed(form, `${id}-asked`))]
  const [voice, upnext] = [asText(typed(form, `${id}-voice`)), asText(typed(form, `${id}-upnext`))]
  const confidence = ({1: 1, 2: 2, 3: 3} as const)[typed(form, `${id}-confidence`)]
  const evidence: Evidence = {...(sentence && {sentence}), ...(link && {link}), ...(day && {date: day}), ...(asked && {asked})}
  return {problems, item: {
    type: 'rated', set, factor: id, factorHash: hash, rating, ...(Object.keys(evidence).length && {evidence}),
    ...(voice && {voice}), ...(confidence && {confidence}), ...(upnext && {upnext}),
  }}
}

/** Is the item the same as what was rated before, so that there is nothing to add? */
export function saysTheSame(item: Omit<RatedItem, 'id' | 'at'>, rated: RatedItem | undefined): boolean {
  if (!rated) return false
  const {id, at, ...said} = rated
  const order = (value: object) => JSON.stringify(Object.entries({...value}).sort(([a], [b]) => a < b ? -1 : 1))
  return order({...item, evidence: order(item.evidence ?? {})}) === order({...said, evidence: order(said.evidence ?? {})})
}

function hasMore(rated: RatedItem | undefined): boolean {
  return Boolean(rated && (rated.evidence ?? rated.voice ?? rated.confidence ?? rated.upnext))
}
