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

/** How our hashes begin, so that none is taken for one of the host page's own. */
export const PREFIX = '#dsg/'

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

function path(...parts: (string | undefined)[]): string {
  return PREFIX + parts.filter(part => part !== undefined).map(part => encodeURIComponent(part)).join('/')
}
