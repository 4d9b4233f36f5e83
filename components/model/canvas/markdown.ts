import {chosenLevel, compareSnapshots, profileOf} from './compare.js'
import {CANVAS_WORDS, levelTexts, ratingCell} from './csv.js'
import type {RatedItem, SnapshotItem} from './items.js'
import {asInSnapshot, planOf} from './plan.js'
import {goneSpreads, isLevel, spreadByFactor, type FactorSpread} from './spread.js'
import type {CanvasState, RatingSet} from './state.js'

/** The words of the report, where the other exports have none for the same. */
export const REPORT_WORDS = {
  ...CANVAS_WORDS,
  noTotal: 'There is no total score. Each factor is about something else, so levels cannot be added up.',
  profile: 'Profile',
  viewsAndEvidence: 'Views and evidence',
  actions: 'Actions',
  history: 'History',
  none: 'None yet.',
  otherGroup: 'Other factors',
  goneGroup: 'No longer in this guide',
  notAgreed: 'Not agreed yet',
  unanswered: 'Not answered',
  changed: 'What changed',
  did: 'What we did',
  learned: 'What we learned',
  nextReview: 'Next review',
  because: (why: string) => `This corrects an earlier snapshot, because: ${why}`,
  from: 'From',
  to: 'To',
  change: 'Change',
  changes: {up: 'Up', down: 'Down', same: 'Same', new: 'New', gone: 'No longer used', other: 'Cannot be compared'},
}
export type ReportWords = typeof REPORT_WORDS

/**
 * The newest assessment and all snapshots as Markdown that anyone can paste anywhere. What people typed stays plain text, even
 * where it looks like Markdown.
 */
export function canvasMarkdown(state: CanvasState, words: ReportWords = REPORT_WORDS): string {
  const assessment = state.assessments.at(-1)
  const spread = assessment ? spreadByFactor(state, assessment.assessment) : []
  const gone = assessment ? goneSpreads(state, assessment.assessment) : []
  return [
    `# ${plain(state.title)}`,
    ...(assessment ? [`${plain(assessment.name)}, ${assessment.date}`] : []),
    words.noTotal,
    `## ${words.profile}`, ...profile(state, [...spread, ...gone], words),
    `## ${words.viewsAndEvidence}`,
    ...(spread.length + gone.length ? [...spread, ...gone].flatMap(factor => views(factor, words)) : [words.none]),
    `## ${words.actions}`, plan(state, words),
    `## ${words.history}`, ...history(state, words),
  ].join('\n\n') + '\n'
}

/**
 * Text as Markdown that shows it as it is: what could be a mark, markup or an address is escaped (CommonMark 2.4), and
 * white space is folded, so that no line begins a list or a block of code.
 */
export function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
    .replace(/[\\`*_{}[\]#+!|~<>&:@=$^]|^-|(?<=^\d+)[.)]|(?<=www)\./gi, mark => ENTITIES[mark] ?? `\\${mark}`)
}

/** Written as entities, because some programs pass HTML on even when its characters are escaped as Markdown wants it. */
const ENTITIES: Record<string, string> = {'<': '&lt;', '>': '&gt;', '&': '&amp;'}

function profile(state: CanvasState, spread: readonly FactorSpread[], words: ReportWords): string[] {
  const found = new Map(spread.map(factor => [factor.factor.id, factor]))
  const gone = state.gone.filter(({id}) => found.get(id)?.agreed).map(factor => ({...factor, group: words.goneGroup}))
  const groups = profileOf([...state.factors, ...gone])
  if (!groups.length) return [words.none]
  return groups.flatMap(({group, factors}) => [
    ...(groups.length > 1 || group ? [`### ${plain(group) || words.otherGroup}`] : []),
    table([words.factor, words.level, words.levelText, words.note], factors.map(factor => {
      const agreed = found.get(factor.id)?.agreed
      if (!agreed) return [factor.name, words.notAgreed, '', '']
      const level = isLevel(agreed.rating) ? levelTexts(factor)[agreed.rating - 1] : undefined
      return [factor.name, levelWords(agreed.rating, level, words), level?.text ?? '', agreed.note]
    })),
  ])
}

function views({factor, views, doesNotApply, notAssessed, unanswered}: FactorSpread, words: ReportWords): string[] {
  const others = [...doesNotApply, ...notAssessed].map(set => ({set, rated: set.ratings.get(factor.id)!}))
  const rows = [...views, ...others].map(({set, rated}) => [
    rater(set), String(ratingCell(rated.rating, words)), rated.voice ?? '', evidence(rated),
    rated.confidence ? words.confidences[rated.confidence] : '', rated.upnext ?? '',
  ])
  const silent = unanswered.map(rater).join(', ')
  return [
    `### ${plain(factor.isGone ? words.gone(factor.name) : factor.name)}`,
    ...(rows.length
      ? [table([words.rater, words.level, words.voice, words.evidence, words.confidence, words.upnext], rows)]
      : [words.none]),
    ...(silent ? [`${words.unanswered}: ${plain(silent)}`] : []),
  ]
}

function plan(state: CanvasState, words: ReportWords): string {
  const rows = planOf(state, '', words.gone).map(({action, factor}) =>
    [action.due ?? '', action.what, action.owner, words.statuses[action.status], factor])
  return rows.length ? table([words.due, words.what, words.owner, words.status, words.factor], rows) : words.none
}

function history(state: CanvasState, words: ReportWords): string[] {
  const snapshots = state.allSnapshots
  if (!snapshots.length) return [words.none]
  const named = asInSnapshot(state, words.gone)
  return snapshots.flatMap((snapshot, i) => {
    const {notes = {}} = snapshot
    const said = (['changed', 'did', 'learned'] as const)
      .flatMap(part => notes[part] ? [`${words[part]}: ${plain(notes[part])}`] : [])
    return [
      `### ${plain(snapshot.name)}, ${snapshot.date}`,
      ...(snapshot.corrects ? [plain(words.because(snapshot.corrects.why))] : []),
      snapshotTable(snapshots[i - 1], snapshot, named, words),
      ...said,
      ...(snapshot.nextReview ? [`${words.nextReview}: ${snapshot.nextReview}`] : []),
    ]
  })
}

function snapshotTable(
  before: SnapshotItem | undefined, snapshot: SnapshotItem, named: ReturnType<typeof asInSnapshot>, words: ReportWords,
): string {
  if (!before) {
    return table([words.factor, words.level, words.levelText], snapshot.factors.map(factor =>
      [named(factor), levelWords(factor.rating, chosenLevel(factor), words), chosenLevel(factor)?.text ?? '']))
  }
  const rows = compareSnapshots(before, snapshot).map(({factor, name, from, to, change, textChanged}) => [
    named({factor, name}), from ? String(ratingCell(from.rating, words)) : '', to ? levelWords(to.rating, chosenLevel(to), words) : '',
    words.changes[change], textChanged ? words.yes : '',
  ])
  return table([words.factor, words.from, words.to, words.change, words.textChanged], rows)
}

function levelWords(rating: RatedItem['rating'], level: {name: string} | undefined, words: ReportWords): string {
  return level ? `${ratingCell(rating, words)} ${level.name}` : String(ratingCell(rating, words))
}

function rater({label, partner}: RatingSet): string {
  return partner ? `${label} (${partner.name})` : label
}

function evidence({evidence = {}}: RatedItem): string {
  return [evidence.sentence, evidence.link, evidence.date, evidence.asked].filter(Boolean).join('; ')
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads.map(plain), heads.map(() => '---'), ...rows.map(row => row.map(plain))]
    .map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
