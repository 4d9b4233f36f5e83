import {PREFIX, type Route} from './route.js'

/** The route that a hash names; undefined when the hash belongs to the host page. */
export function routeOf(hash: string): Route | undefined {
  if (!hash.startsWith(PREFIX)) return undefined
  const asked = hash.slice(PREFIX.length)
  const [view, first, second, third] = asked.split('/').map(decode)
  const unknown = {view: 'unknown', asked} as const
  switch (view) {
    case '': return {view: 'home'}
    case 'home': case 'assessment': case 'profile': case 'record': return {view}
    case 'pathway': return first ? {view, pathway: first} : unknown
    case 'module': return !first ? unknown
      : second === 'question' && third !== undefined ? {view, module: first, question: third} : {view, module: first, page: second || undefined}
    case 'glossary': return {view, term: first || undefined}
    case 'search': return {view, query: first ?? '', ...second && {page: second}}
    default: return unknown
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
