import {nearest} from '../../model/formats/nearest.js'

/** Closes an advice with the likely word, when there is one. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` Did you mean "${meant}"?`
}
