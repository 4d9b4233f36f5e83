import {csvFile, type Cell} from '../formats/csv.js'
import type {ActionStatus, FactorRating, LevelText} from './items.js'
import {chosenLevel} from './compare.js'
import {noLongerIn} from './factors.js'
import {asInSnapshot, factorNames, planOf} from './plan.js'
import {isLevel} from './spread.js'
import type {CanvasState, LocalFactor} from './state.js'
import {plainText} from '../guide/document.js'

/** The words in the exported files. A caller can pass those of another language instead. */
export const CANVAS_WORDS = {
  group: 'Group',
  factor: 'Factor',
  level: 'Level',
  levelName: 'Level name',
  levelText: 'What the level says',
  assessment: 'Assessment',
  date: 'Date',
  rater: 'Rater',
  partner: 'Partner',
  evidence: 'Evidence',
  link: 'Link',
  evidenceDate: 'Evidence date',
  asked: 'Who was asked',
  voice: 'Whose voice',
  confidence: 'Confidence',
  upnext: 'What would move it up',
  textChanged: 'Text changed since',
  agreed: 'Agreed level',
  note: 'Why',
  snapshot: 'Snapshot',
  corrects: 'Corrects',
  views: (level: number) => `Raters at level ${level}`,
  what: 'Action',
  owner: 'Owner',
  due: 'Due',
  status: 'Status',
  learn: 'Module',
  yes: 'Yes',
  gone: noLongerIn,
  notAssessed: 'Not assessed',
  doesNotApply: 'Does not apply',
  confidences: {1: 'A guess', 2: 'Fairly sure', 3: 'Certain'},
  statuses: {
    'not-started': 'Not started', 'in-progress': 'In progress', done: 'Done', stopped: 'Stopped',
  } satisfies Record<ActionStatus, string>,
}
export type CanvasWords = typeof CANVAS_WORDS

/** Every rating of every assessment as CSV, one a row, ready to be saved as a file. */
export function ratingsCsv(state: CanvasState, words: CanvasWords = CANVAS_WORDS): string {
  const factors = new Map([...state.factors, ...state.unused, ...state.gone].map(factor => [factor.id, factor]))
  const names = factorNames(state, words.gone)
  const assessments = new Map(state.assessments.map(({assessment, name}) => [assessment, name]))
  const rows = state.ratingSets.flatMap(set => [...set.ratings.values()].map((rated): Cell[] => {
    const factor = factors.get(rated.factor)
    const agreed = state.agreements.get(set.assessment)?.get(rated.factor)
    const {evidence = {}} = rated
    return [
      assessments.get(set.assessment), factor?.group, names.get(rated.factor) ?? rated.factor,
      set.label, set.partner?.name, set.date, ...ratingCells(rated.rating, factor && levelTexts(factor), words),
      evidence.sentence, evidence.link, evidence.date, evidence.asked, rated.voice,
      rated.confidence && words.confidences[rated.confidence], rated.upnext,
      factor?.hash && factor.hash !== rated.factorHash ? words.yes : undefined,
      agreed && ratingCell(agreed.rating, words), agreed?.note,
    ]
  }))
  return csvFile([[
    words.assessment, words.group, words.factor, words.rater, words.partner, words.date, words.level, words.levelName,
    words.levelText, words.evidence, words.link, words.evidenceDate, words.asked, words.voice, words.confidence,
    words.upnext, words.textChanged, words.agreed, words.note,
  ], ...rows])
}

/** Every snapshot as CSV, those that were corrected too: one factor a row, with the words of its day. */
export function snapshotsCsv(state: CanvasState, words: CanvasWords = CANVAS_WORDS): string {
  const {allSnapshots} = state
  const named = asInSnapshot(state, words.gone)
  const names = new Map(allSnapshots.map(({id, name}) => [id, name]))
  const rows = allSnapshots.flatMap(snapshot => snapshot.factors.map((factor): Cell[] => [
    snapshot.name, snapshot.date, names.get(snapshot.corrects?.snapshot ?? ''), factor.group, named(factor),
    ratingCell(factor.rating, words), chosenLevel(factor)?.name, chosenLevel(factor)?.text, factor.note,
    ...factor.views,
  ]))
  return csvFile([[
    words.snapshot, words.date, words.corrects, words.group, words.factor, words.level, words.levelName,
    words.levelText, words.note, ...[1, 2, 3, 4].map(words.views),
  ], ...rows])
}

/** The plan as CSV, by due day. */
export function planCsv(state: CanvasState, words: CanvasWords = CANVAS_WORDS): string {
  const rows = planOf(state, '', words.gone).map(({action, factor}): Cell[] =>
    [action.due, action.what, action.owner, words.statuses[action.status], factor, action.learn])
  return csvFile([[words.due, words.what, words.owner, words.status, words.factor, words.learn], ...rows])
}

/** A rating in words or as its level. */
export function ratingCell(rating: FactorRating, words: CanvasWords): string | number {
  return isLevel(rating) ? rating : rating === 'not-assessed' ? words.notAssessed : words.doesNotApply
}

/** The four levels of a factor as plain text. */
export function levelTexts({levels}: LocalFactor): LevelText[] {
  return levels.map(({name, text}) => ({name, text: plainText(text)}))
}

function ratingCells(rating: FactorRating, levels: LevelText[] | undefined, words: CanvasWords): Cell[] {
  const level = isLevel(rating) ? levels?.[rating - 1] : undefined
  return [ratingCell(rating, words), level?.name, level?.text]
}
