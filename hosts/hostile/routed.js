// Sites of one page whose router has the address. The address says which router: /routed/navigo-hash/. With /first/ after that,
// the guide is on the site's first page, which has no hash, and the guide is told so.
const [, , kind, first] = location.pathname.split('/')
const isFirst = first === 'first'
const root = `/routed/${kind}${isFirst ? '/first' : ''}`
const isHash = kind.endsWith('-hash')
const ROUTES = isFirst ? {'': 'Guide', news: 'News', about: 'About'} : {'': 'Home', guide: 'Guide', news: 'News', about: 'About'}
window.faults = []
addEventListener('error', ({message}) => faults.push(message))
addEventListener('unhandledrejection', ({reason}) => faults.push(String(reason)))

/** What each router makes of a route's name. */
const hash = {'navigo-hash': '#/', 'backbone-hash': '#', 'own-hash': '#!/'}[kind]
const addressOf = name => isHash ? (name ? hash + name : location.pathname) : `${root}/${name}`

function draw(title) {
  const view = document.querySelector('#view')
  if (title === 'Guide') {
    view.replaceChildren(document.querySelector('#guide').content.cloneNode(true))
    if (isFirst) view.querySelector('dsg-guide').setAttribute('address', 'none')
  } else view.replaceChildren(Object.assign(document.createElement('h1'), {textContent: title}))
}

const ROUTERS = {
  'navigo-hash'() {
    if (!location.hash) history.replaceState(null, '', '#/')
    const router = new Navigo('/', {hash: true})
    for (const [name, title] of Object.entries(ROUTES)) router.on(name || '/', () => draw(title))
    router.notFound(() => draw('Not found')).resolve()
    return name => router.navigate(`/${name}`)
  },
  'navigo-history'() {
    const router = new Navigo(root)
    for (const [name, title] of Object.entries(ROUTES)) router.on(name || '/', () => draw(title))
    router.notFound(() => draw('Not found')).resolve()
    return name => router.navigate(`/${name}`)
  },
  backbone(options) {
    const router = new Backbone.Router()
    router.route('*any', () => draw('Not found'))
    for (const [name, title] of Object.entries(ROUTES)) router.route(name, () => draw(title))
    Backbone.history.start(options)
    return name => router.navigate(name, {trigger: true})
  },
  'backbone-hash': () => ROUTERS.backbone({}),
  'backbone-history': () => ROUTERS.backbone({pushState: true, hashChange: false, root}),
  // Draws at each change of the hash, looks for what it names, and takes every click on a link, in shadow trees too.
  'own-hash'() {
    const follow = () => {
      const name = location.hash.replace(/^#!?\/?/, '')
      if (location.hash) document.querySelector(`[id="${name}"], ${location.hash.startsWith('#!') ? '#none' : location.hash}`)
      draw(ROUTES[name] ?? 'Not found')
    }
    addEventListener('hashchange', follow)
    document.addEventListener('click', event => {
      const link = event.composedPath().find(node => node.nodeName === 'A')
      if (!link || event.defaultPrevented || link.origin !== location.origin) return
      event.preventDefault()
      location.hash = link.hash
    })
    follow()
    return name => { location.hash = name ? hash + name : '' }
  },
  // Keeps a key and a path with each entry, as large frameworks do, draws again at each popstate, and writes the address of the
  // entry anew. It takes every click on a link, in shadow trees too.
  'own-history'() {
    let last = history.state?.index ?? 0
    const nameOf = path => path.slice(root.length + 1).replace(/[?#].*/, '')
    if (!history.state) history.replaceState({index: 0, path: location.pathname}, '')
    addEventListener('popstate', ({state}) => {
      if (typeof state?.index !== 'number') faults.push(`an entry without its index: ${JSON.stringify(state)}`)
      else {
        history.replaceState(state, '', state.path)
        draw(ROUTES[nameOf(state.path)] ?? 'Not found')
        last = state.index
      }
    })
    const go = name => {
      history.pushState({index: last += 1, path: addressOf(name)}, '', addressOf(name))
      draw(ROUTES[name] ?? 'Not found')
    }
    document.addEventListener('click', event => {
      const link = event.composedPath().find(node => node.nodeName === 'A')
      if (!link || event.defaultPrevented || link.origin !== location.origin) return
      event.preventDefault()
      go(nameOf(link.pathname))
    })
    draw(ROUTES[nameOf(location.pathname)] ?? 'Not found')
    return go
  },
  // The same, on a page whose addresses begin elsewhere, as those of Angular do.
  'based-history'() {
    document.head.append(Object.assign(document.createElement('base'), {href: '/elsewhere/', target: '_blank'}))
    return ROUTERS['own-history']()
  },
}

const navigate = ROUTERS[kind]()
for (const [name, title] of Object.entries(ROUTES)) {
  const button = Object.assign(document.createElement('button'), {textContent: title})
  button.addEventListener('click', () => navigate(name))
  document.querySelector('#site').append(button)
}
