// In a page of the second site: tells the tests, which are another site to it, what a person sees there.
const broken = []
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
  broken.push(`${violatedDirective} ${blockedURI}`))

addEventListener('message', ({data, source, origin}) => {
  if (data?.type !== 'probe') return
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  source.postMessage({
    type: 'probed',
    address: location.pathname + location.search + location.hash,
    words: fold(wordsIn(document.body)),
    focused: focused && focused !== document.body ? fold(wordsIn(focused)) || focused.type || focused.localName : '',
    focusTop: focused?.getBoundingClientRect().top ?? 0,
    hasFocus: document.hasFocus(),
    height: document.body.getBoundingClientRect().height,
    room: innerHeight,
    lang: document.documentElement.lang,
    sheets: [...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.getAttribute('href')),
    broken,
  }, origin)
})

// Speaks for a guide that somebody has changed: says to the host whatever it is told to, 100 times a turn while it floods.
let isFlooding = false
const turn = new MessageChannel()
turn.port1.onmessage = () => {
  for (let i = 0; i < 100; i++) say(turn.messages[sent++ % turn.messages.length])
  if (isFlooding || sent < 10_000) turn.port2.postMessage('')
  else turn.tell({type: 'flooded', sent})
}
let sent = 0

addEventListener('message', ({data, source, origin}) => {
  if (data?.type === 'say') for (const message of data.messages) say(message)
  if (data?.type === 'flood') {
    isFlooding = true
    turn.messages = data.messages
    turn.tell = answer => source.postMessage(answer, origin)
    turn.port2.postMessage('')
  }
  if (data?.type === 'stop') isFlooding = false
})

function say(message) {
  parent.postMessage(message, '*')
}

function wordsIn(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data
  if (node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display === 'none') return ''
  const assigned = node.localName === 'slot' ? node.assignedNodes() : []
  return [...(assigned.length ? assigned : (node.shadowRoot ?? node).childNodes)].map(wordsIn).join(' ')
}

function fold(words) {
  return words.replace(/\s+/g, ' ').trim()
}
