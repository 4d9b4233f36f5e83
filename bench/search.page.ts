import MiniSearch from 'minisearch'
import type {SearchSection} from '../components/model/guide.js'
import {openIndex, type SearchIndex} from '../components/search/open-index.js'

/** Milliseconds of each keystroke, by library, and of opening our index. */
export interface MeasuredPage { opening: number; ours: number[]; miniSearch: number[] }

declare global {
  interface Window {
    measureSearch(index: SearchIndex, sections: SearchSection[], typed: string[], limitMs: number): MeasuredPage
  }
}

window.measureSearch = (index, sections, typed, limitMs) => {
  const start = performance.now()
  const ours = openIndex(index, sections)
  const opening = performance.now() - start
  const miniSearch = new MiniSearch<SearchSection & {id: number}>({
    fields: ['title', 'heading', 'keywords', 'text'],
    searchOptions: {prefix: true, fuzzy: 0.2, boost: {title: 3, heading: 4, keywords: 3}},
  })
  miniSearch.addAll(sections.map((section, id) => ({...section, id})))
  return {
    opening, ours: timed(query => ours.search(query), typed, limitMs),
    miniSearch: timed(query => miniSearch.search(query), typed, limitMs),
  }
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
