import Fuse from 'fuse.js'
import type {SearchSection} from '../../components/model/guide/guide.js'
import {invertedIndex} from '../../components/search/inverted-index.js'
import {Lexicon} from '../../components/search/lexicon.js'
import {nearWords} from '../../components/search/near-words.js'
import {quantile, short, table} from './figures.js'
import {knownItems} from './known-items.js'

/** A table of how long it takes to find out what a misspelt word was meant to be, by our walk and by Fuse. */
export function misspeltWords(sections: readonly SearchSection[]): string {
  const index = invertedIndex(sections)
  const lexicon = new Lexicon(index)
  const words = knownItems(sections, 100).flatMap(({query, misspelt}) => {
    const right = query.split(' ')
    return misspelt.split(' ').flatMap((word, i) => word === right[i] ? [] : [{word, right: right[i]!}])
  }).filter(({word}) => lexicon.find(word) < 0)
  const fuse = new Fuse(index.terms, {threshold: 0.3, distance: 20, shouldSort: true})
  const ways: [string, (word: string) => string[]][] = [
    ['our walk', word => nearWords(lexicon, word, false).map(({term}) => index.terms[term]!)],
    ['Fuse over the words', word => fuse.search(word, {limit: 12}).map(({item}) => item)],
  ]
  const rows = table(['by', 'ms p50', 'p95', 'the right word is among the first 12'], ways.map(([name, find]) => {
    const times: number[] = []
    let found = 0
    for (const {word, right} of words) {
      const start = performance.now()
      const near = find(word)
      times.push(performance.now() - start)
      if (near.slice(0, 12).includes(right)) found++
    }
    return [name, short(quantile(times, 0.5)), short(quantile(times, 0.95)), (found / words.length).toFixed(3)]
  }))
  return `**${words.length} misspelt words** among ${index.terms.length}\n\n${rows}`
}
