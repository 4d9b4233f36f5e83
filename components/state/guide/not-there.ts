import {LoadError} from './loaded-guide.js'

export type Part = 'module' | 'framework' | 'canvas'

/**
 * Says that a guide has no such part, and which it has.
 *
 * @param url - absolute address of the guide
 * @throws LoadError always
 */
export function notThere(what: Part, id: string, there: readonly {id: string}[], title: string, url: string): never {
  const has = there.length ? `It has: ${there.map(({id}) => id).join(', ')}.` : 'It has none.'
  throw new LoadError('not-found', url, `The guide "${title}" at ${url} has no ${what} "${id}". ${has}`)
}
