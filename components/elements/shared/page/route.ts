import type {Address} from '../../../model/guide/document.js'

/** A place in the guide. Its address is a hash, so that plain links, Back, Forward and bookmarks work on any host. */
export type Route =
  | {view: 'home'}
  | {view: 'pathway'; pathway: string}
  /**
   * `page` is the id of a page, or of a heading in one: see `model/guide/places.ts`. `question` is shown by itself; '' is the
   * questions as they stand.
   */
  | {view: 'module'; module: string; page?: string; question?: string}
  | {view: 'glossary'; term?: string}
  /** `page` is what the results are narrowed by, as `search/filters.ts` writes it. */
  | {view: 'search'; query: string; page?: string}
  | {view: 'assessment'}
  | {view: 'profile'}
  | {view: 'record'}
  /** An address of ours that names no place in any guide, as it was written. */
  | {view: 'unknown'; asked: string}

/** How our hashes begin, so that none is taken for one of the host page's own. */
export const PREFIX = '#dsg/'

/** How a link to a place on this page begins, up to its hash. A bare hash would lead away from a page with a `<base>`. */
export function here(): Address {
  return (document.querySelector('base[href]') ? location.href.split('#')[0] : '') as Address
}

/** All that routes can say. */
type AnyRoute = {view: string} & {[name in 'pathway' | 'module' | 'term' | 'query' | 'page' | 'question' | 'asked']?: string}

/**
 * `#dsg/module/spot-suspicious-email/how-to-do-it`, `#dsg/module/spot-suspicious-email/question/phishing-first`, and
 * `#dsg/search/email/stage.2~audience.clinical`.
 */
export function hashOf(route: Route): Address {
  const {view, pathway, module, term, query, page, question, asked}: AnyRoute = route
  const parts = [view, pathway ?? module ?? term ?? query, question === undefined ? question : 'question', question ?? page].filter(part => part !== undefined)
  return PREFIX + (asked ?? parts.map(encodeURIComponent).join('/')) as Address
}
