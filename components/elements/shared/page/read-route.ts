import {PREFIX, type Route} from './route.js'

/** The route that a hash names; undefined when the hash belongs to the host page, or names nothing in a guide. */
export function routeOf(hash: string): Route | undefined {
  if (!hash.startsWith(PREFIX)) return undefined
  const [view, first, second, third] = hash.slice(PREFIX.length).split('/').map(decode)
  switch (view) {
    case 'home': case 'assessment': case 'profile': case 'record': return {view}
    case 'pathway': return first ? {view, pathway: first} : undefined
    case 'module': return !first ? undefined
      : second === 'question' && third ? {view, module: first, question: third} : {view, module: first, page: second || undefined}
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
