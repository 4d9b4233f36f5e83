import {factorHash, LEVELS, type Canvas, type CanvasFactor} from '../guide/canvas.js'
import type {Block, Inline} from '../guide/document.js'
import {byTime} from '../log/entries.js'
import {isUuid} from './check.js'
import {
  asLine, type AddedItem, type FactorWords, type NewCanvasItem, type OrderedItem, type RaterItem, type RenamedItem,
  type SnapshotFactor, type SnapshotItem,
} from './items.js'

/** A factor as this team uses it. */
export interface LocalFactor extends CanvasFactor {
  /** True for one of the team's own. */
  isAdded: boolean
  /** Its name in the shipped canvas, when the team gave it another. */
  shippedName?: string
  /**
   * True for one that people said something about and that the guide does not have (any more). It is shown with what was said, in
   * the words of that day as far as they are known, and nothing new is asked about it. Its `hash` is '' where they are not.
   */
  isGone?: true
}

/** What a team has said about which factors it uses, and under which names. */
export interface SaidOfFactors {
  renamed: readonly RenamedItem[]
  added: readonly AddedItem[]
  /** The newest is the last. */
  ordered: readonly OrderedItem[]
}

/** Marks the name of a factor that the guide does not have any more. A caller can pass the words of another language instead. */
export const noLongerIn = (name: string): string => `${name} (no longer in this guide)`

/** The canvas's factors and those that the team added, in its order. */
export function localFactors(canvas: Canvas, said: SaidOfFactors): LocalFactor[] {
  const names = namesHere(said)
  const shipped = canvas.factors.map((factor): LocalFactor => {
    const name = names.get(factor.id)
    if (name === undefined || name === factor.name) return {...factor, isAdded: false}
    return {...factor, name, hash: factorHash(name, factor.levels), isAdded: false, shippedName: factor.name}
  })
  const known = new Set(canvas.factors.map(({id}) => id))
  const added = said.added.filter(({factor}) => !known.has(factor)).map(item => addedFactor(item, names))
  return inOrder([...shipped, ...added], said)
}

/**
 * The factors that people said something about and that the canvas does not have (any more). A factor of a team's own is never
 * among them: when it is not there, the team itself removed it. What each was called is known from the last snapshot that has it,
 * or else from the last rater who saw it.
 *
 * @param known - ids of the factors that the canvas has
 * @param about - ids of factors that something was said about
 * @param snapshots - in the order of their days
 */
export function goneFactors(
  known: ReadonlySet<string>, about: readonly string[], snapshots: readonly SnapshotItem[], raters: readonly RaterItem[],
  said: SaidOfFactors,
): LocalFactor[] {
  const kept = snapshots.flatMap(({factors}) => factors)
  const gone = new Set([...kept.map(({factor}) => factor), ...about].filter(id => !known.has(id) && !isUuid(id)))
  if (!gone.size) return []
  const words = new Map([
    ...[...raters].sort(byTime).flatMap(({factors = []}) => factors.map(words => [words.factor, seenByRater(words)] as const)),
    ...kept.map(factor => [factor.factor, seenInSnapshot(factor)] as const),
  ])
  const names = namesHere(said)
  return inOrder([...gone].map(id => {
    const seen = words.get(id) ?? {name: id, group: '', hash: '', levels: LEVELS.map(() => ({name: '', text: []}))}
    return {...seen, id, name: names.get(id) ?? seen.name, intro: [], ask: [], learn: [], isAdded: false, isGone: true}
  }), said)
}

type SeenFactor = Pick<CanvasFactor, 'name' | 'group' | 'hash' | 'levels'>

function seenByRater({name, group = '', factorHash: hash, levels}: FactorWords): SeenFactor {
  return {name, group, hash, levels: levels.map(name => ({name, text: []}))}
}

function seenInSnapshot({name, group, factorHash: hash, levels}: SnapshotFactor): SeenFactor {
  return {name, group, hash, levels: levels.map(({name, text}) => ({name, text: words(text)}))}
}

/** What is about to be said: when someone begins to rate, with what the factors are called on their screen. */
export function withFactorWords(said: NewCanvasItem, factors: readonly LocalFactor[]): NewCanvasItem {
  if (said.type !== 'rater' || said.factors) return said
  return {...said, factors: factors.flatMap(({id, name, group, hash, levels}): FactorWords[] => asLine(name) ? [{
    factor: id, factorHash: hash, name: asLine(name), ...(asLine(group) && {group: asLine(group)}),
    levels: levels.map(({name}) => asLine(name)),
  }] : [])}
}

function namesHere({renamed}: SaidOfFactors): Map<string, string> {
  return new Map(renamed.map(({factor, name}) => [factor, name]))
}

function inOrder(factors: LocalFactor[], {ordered}: SaidOfFactors): LocalFactor[] {
  const rank = new Map((ordered.at(-1)?.factors ?? []).map((id, i) => [id, i]))
  return factors.sort((a, b) => (rank.get(a.id) ?? rank.size) - (rank.get(b.id) ?? rank.size))
}

function addedFactor(item: AddedItem, names: ReadonlyMap<string, string>): LocalFactor {
  const name = names.get(item.factor) ?? item.name
  const levels = item.levels.map(({name, text}) => ({name, text: words(text)}))
  return {
    id: item.factor, group: item.group, name, hash: factorHash(name, levels), intro: paragraph(item.intro), levels,
    ask: paragraph(item.ask), learn: item.learn ?? [], isAdded: true,
  }
}

/** What a person typed, as a text node: never as markup. */
function words(typed: string): Inline[] {
  return [{type: 'text', value: typed}]
}

function paragraph(typed: string | undefined): Block[] {
  return typed ? [{type: 'paragraph', children: words(typed)}] : []
}
