import {LoadError} from './loaded-guide.js'

/** What of a guide has a file of its own in a pack, and is loaded by its id. */
export type GuidePartKind = 'module' | 'framework' | 'canvas'

/**
 * Says that a guide has no such part, and which it has.
 *
 * @param url - absolute address of the guide
 * @throws LoadError always
 */
export function notThere(what: GuidePartKind, id: string, there: readonly {id: string}[], title: string, url: string): never {
  const has = there.length ? `It has: ${there.map(({id}) => id).join(', ')}.` : 'It has none.'
  throw new LoadError('not-found', url, `The guide "${title}" at ${url} has no ${what} "${id}". ${has}`)
}
