import MiniSearch from 'minisearch'
import {searchFileProblems} from '../components/model/pack/check-pack.js'
import type {IndexText, SearchFile} from '../components/model/pack/files.js'
import type {SearchSection} from '../components/model/guide/guide.js'
import type {Synonym} from '../components/model/guide/glossary.js'
import {openSections} from '../components/search/build-index.js'
import {openIndex} from '../components/search/open-index.js'

/** Milliseconds of each keystroke, by library. */
export interface MeasuredPage { ours: number[]; miniSearch: number[] }

/** Milliseconds that a page is busy before the first search of a guide. */
export interface MeasuredOpening { parsing: number; checking: number; opening: number; building: number }

declare global {
  interface Window {
    measureSearch(
      index: IndexText, sections: SearchSection[], synonyms: Synonym[], typed: string[], limitMs: number,
    ): MeasuredPage
    /** @param file - text of the search file */
    measureOpening(file: string): MeasuredOpening
  }
}

window.measureSearch = (index, sections, synonyms, typed, limitMs) => {
  const ours = openIndex(index, sections, synonyms)
  const miniSearch = new MiniSearch<SearchSection & {id: number}>({
    fields: ['title', 'heading', 'keywords', 'text'],
    searchOptions: {prefix: true, fuzzy: 0.2, boost: {title: 3, heading: 4, keywords: 3}},
  })
  miniSearch.addAll(sections.map((section, id) => ({...section, id})))
  return {
    ours: timed(query => ours.search(query), typed, limitMs),
    miniSearch: timed(query => miniSearch.search(query), typed, limitMs),
  }
}

window.measureOpening = text => {
  const times: number[] = [performance.now()]
  const file = JSON.parse(text) as SearchFile
  times.push(performance.now())
  if (searchFileProblems(file).length) throw new Error('The search file is damaged.')
  times.push(performance.now())
  openIndex(file.index!, file.sections, file.synonyms!)
  times.push(performance.now())
  openSections(file.sections, file.synonyms!)
  times.push(performance.now())
  const [parsing, checking, opening, building] = times.slice(1).map((time, i) => time - times[i]!)
  return {parsing: parsing!, checking: checking!, opening: opening!, building: building!}
}

function timed(search: (query: string) => unknown, typed: readonly string[], limitMs: number): number[] {
  const times: number[] = []
  const began = performance.now()
  for (const query of typed) {
    const start = performance.now()
    search(query)
    times.push(performance.now() - start)
    if (performance.now() - began > limitMs) break
  }
  return times
}
