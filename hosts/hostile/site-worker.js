// Service workers of a site's own, which stand between its pages and the server; the address says which kind.
const kind = new URL(location.href).searchParams.get('kind')
const KEPT = 'the site keeps everything'

addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))

/** What a site shows instead of whatever did not come, with a status that says it did. */
const fallback = () => new Response('<!doctype html><title>Sorry</title><p>You are offline.', {headers: {'Content-Type': 'text/html'}})

const KINDS = {
  // What was fetched once is never asked for again.
  async 'kept-first'(request) {
    const kept = await caches.open(KEPT)
    const found = await kept.match(request, {ignoreVary: true})
    if (found) return found
    const response = await fetch(request)
    if (response.ok) await kept.put(request, response.clone())
    return response
  },
  // A page of its own for all that is missing.
  async 'page-for-missing'(request) {
    const response = await fetch(request).catch(fallback)
    return response.ok ? response : fallback()
  },
  // The same, and the guide's data is missing.
  async 'no-data'(request) {
    return request.url.endsWith('.json') ? fallback() : fetch(request)
  },
  // A catalogue from before the last build: the files that it names are gone.
  async 'old-catalogue'(request) {
    const response = await fetch(request)
    if (!request.url.endsWith('/guide.json')) return response
    const catalogue = await response.json()
    for (const module of catalogue.modules) module.file = module.file.replace(/\.(?=[^.]*\.json$)|(?=\.json$)/, '-gone.')
    return Response.json(catalogue)
  },
  // An old catalogue at first, and the new one from the second time on.
  async 'old-once'(request) {
    if (!request.url.endsWith('/guide.json') || globalThis.isNew) return fetch(request)
    globalThis.isNew = true
    return KINDS['old-catalogue'](request)
  },
}

addEventListener('fetch', event => {
  if (event.request.method === 'GET') event.respondWith(KINDS[kind](event.request))
})
