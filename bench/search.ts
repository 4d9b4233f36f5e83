/**
 * Search, ours and others', side by side in one run: `npm run bench:search`. Names of corpora and libraries as
 * arguments choose some of them, such as `npm run bench:search -- 3000 ours MiniSearch`. README.md says how to read it.
 */
import {gzipSync} from 'node:zlib'
import type {SearchSection} from '../components/model/guide/guide.js'
import {synonymsOf} from '../components/search/synonyms.js'
import {documentation, largeCorpus, shippedGuide} from './lib/corpora.js'
import {quantile, short, spread, table, versionOf} from './lib/figures.js'
import {inChromium} from './lib/in-chromium.js'
import {knownItems, type KnownItem} from './lib/known-items.js'
import {misspeltWords} from './lib/misspelt-words.js'
import {report, words} from './lib/report.js'
import {peersWith, type Peer} from './lib/search-peers.js'

/** A library that needs longer for all keystrokes is measured on those that it got to. */
const TIME_LIMIT_MS = 15_000
const ROUNDS = 3
/** Every library is asked for all of them, however slow it is. */
const ITEMS = 100

/** `rounds`: milliseconds of each keystroke. */
interface Measured { cells: string[]; rounds: number[][] }

const guide = shippedGuide()
const real = documentation()
const chosen = <T extends {name: string}>(items: T[]): T[] => {
  const some = items.filter(({name}) => words.includes(name))
  return some.length ? some : items
}
const corpora = chosen([
  {name: 'guide', sections: () => guide.sections},
  {name: '3000', sections: () => largeCorpus(real, 3000)},
  {name: '30000', sections: () => largeCorpus(real, 30_000)},
])
const synonyms = synonymsOf(guide)
const peers = chosen(peersWith(synonyms))

const versions = peers.flatMap(({from}) => from ? [`${from} ${versionOf(from)}`] : [])
const {say, end} = report('search', `${ROUNDS} rounds; ${versions.join(', ')}; ${real.length} sections of real text`, words.length === 0)
for (const {name, sections} of corpora) await measure(name, sections())
say(misspeltWords(largeCorpus(real, 30_000)))
end()

async function measure(name: string, sections: readonly SearchSection[]): Promise<void> {
  const items = knownItems(sections, ITEMS)
  const typed = items.slice(0, 60).flatMap(({query}) => starts(query))
  say(`**${name}** in Node: ${sections.length} sections, ${items.length} known items, ${typed.length} keystrokes`)
  const baseline = measured(peers[0]!, sections, items, typed)
  const others = peers.slice(1).filter(({upTo = Infinity}) => sections.length <= upTo)
  const lines = [baseline, ...others.map(peer => measured(peer, sections, items, typed))]
  say(table([
    'library', 'build ms', 'index kB gzip', 'keystroke ms p50', 'p95', 'spread of p95', 'keystrokes', 'recall@5', '1 typo',
    `p95 over ${peers[0]!.name} on the same`,
  ], lines.map(({cells, rounds}) => [...cells, ratio(rounds, baseline.rounds)])))
  for (const text of await inChromium(sections, synonyms, typed, TIME_LIMIT_MS)) say(text)
}

function measured(
  peer: Peer, sections: readonly SearchSection[], items: readonly KnownItem[], typed: readonly string[],
): Measured {
  const began = performance.now()
  const built = peer.build(sections)
  const buildMs = performance.now() - began
  const rounds = Array.from({length: ROUNDS}, () => timed(built.search, typed))
  const p95s = rounds.map(times => quantile(times, 0.95))
  const recall = (queryOf: (item: KnownItem) => string): string => peer.onlyRanks ? '-'
    : (items.filter(item => built.search(queryOf(item)).slice(0, 5).includes(item.section)).length / items.length).toFixed(3)
  const cells = [
    peer.name, short(buildMs), short(gzipSync(built.file).length / 1000), short(quantile(rounds.flat(), 0.5)),
    short(quantile(p95s, 0.5)), spread(p95s), String(rounds[0]!.length),
    recall(({query}) => query), recall(({misspelt}) => misspelt),
  ]
  return {cells, rounds}
}

/** How many times as long as the baseline, on the keystrokes that both got to. */
function ratio(rounds: readonly number[][], baseline: readonly number[][]): string {
  const both = Math.min(rounds[0]!.length, baseline[0]!.length)
  const p95 = (of: readonly number[][]): number => quantile(of.map(times => quantile(times.slice(0, both), 0.95)), 0.5)
  return short(p95(rounds) / p95(baseline))
}

/** Milliseconds of each keystroke. */
function timed(search: (query: string) => unknown, typed: readonly string[]): number[] {
  const times: number[] = []
  const began = performance.now()
  for (const query of typed) {
    const start = performance.now()
    search(query)
    const end = performance.now()
    times.push(end - start)
    if (end - began > TIME_LIMIT_MS / ROUNDS) break
  }
  return times
}

function starts(query: string): string[] {
  return Array.from({length: query.length}, (_, i) => query.slice(0, i + 1))
}
