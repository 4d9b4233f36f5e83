import {PREFIX, type Route} from './route.js'

/** The place a hash names; undefined when the hash is the host page's own, or not one of ours. */
export function routeOf(hash: string): Route | undefined {
  if (!hash.startsWith(PREFIX)) return undefined
  const [view, first, second] = hash.slice(PREFIX.length).split('/').map(decode)
  switch (view) {
    case 'home': case 'assessment': case 'profile': case 'record': return {view}
    case 'pathway': return first ? {view, pathway: first} : undefined
    case 'module': return first ? {view, module: first, page: second || undefined} : undefined
    case 'glossary': return {view, term: first || undefined}
    case 'search': return {view, query: first ?? ''}
    default: return undefined
  }
}

/** People edit and truncate addresses: a stray `%` is text, not an error. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
