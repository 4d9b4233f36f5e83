/** A place in the guide. Its address is a hash, so that plain links, Back, Forward and bookmarks work on any host. */
export type Route =
  | {view: 'home'}
  | {view: 'pathway'; pathway: string}
  | {view: 'module'; module: string; page?: string}
  | {view: 'glossary'; term?: string}
  | {view: 'search'; query: string}
  | {view: 'assessment'}
  | {view: 'profile'}
  | {view: 'record'}

/** Ours among a host page's own hashes. */
const PREFIX = '#dsg/'

/** `#dsg/module/spot-suspicious-email/how-to-do-it`. */
export function hashOf(route: Route): string {
  switch (route.view) {
    case 'home': case 'assessment': case 'profile': case 'record': return path(route.view)
    case 'pathway': return path('pathway', route.pathway)
    case 'module': return path('module', route.module, route.page)
    case 'glossary': return path('glossary', route.term)
    case 'search': return path('search', route.query)
  }
}

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

function path(...parts: (string | undefined)[]): string {
  return PREFIX + parts.filter(part => part !== undefined).map(part => encodeURIComponent(part)).join('/')
}

/** People edit and truncate addresses: a stray `%` is text, not an error. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
