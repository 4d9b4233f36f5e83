import {emulateMedia} from '@web/test-runner-commands'
import {expect} from 'chai'
import {render} from 'lit'
import '../../components/embed/all.js'
import type {DsgElement} from '../../components/elements/shared/base/element.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {ratio, stacked, tooFaint, tooFaintTokens} from './contrasts.js'
import {GROUNDS} from './grounds.js'
import {find, html, show} from './screen.js'
import {until} from './settled.js'

const module = guide.modules[0]!.id
const quiz = html`<dsg-quiz .guide=${shippedGuide()} module=${module}></dsg-quiz>`
const DARK = '#003087'

const box = (element: Element) => element.shadowRoot!.querySelector('.dsg')!
/** What is wrong with what is on screen. */
const faint = (element: Element, ground?: string) => [...tooFaint(element, ground), ...tooFaintTokens(element, ground)]
/** Whether the element paints a ground of its own. */
const isOwn = (element: Element) => getComputedStyle(box(element)).backgroundColor !== 'rgba(0, 0, 0, 0)'

/** A quiz in a box, once it was measured. */
async function quizIn(style = ''): Promise<{place: HTMLElement; element: DsgElement}> {
  const place = await show<HTMLElement>(html`<div class="place" style=${style}><section>${quiz}</section></div>`, 640)
  const element = find<DsgElement>('dsg-quiz', place)!
  // On a page that names a scheme, there may be nothing to say.
  await until(() => find(style.includes('color-scheme') ? '.room:not(.unfit)' : '.light, .dark', element.shadowRoot!))
  return {place, element}
}

/** What was painted, from now on until `stop`: after each frame, whether all could be read there. */
function watchFrames(look: () => string[]): {stop: () => string[]; frames: () => number} {
  const found: string[] = []
  const {port1, port2} = new MessageChannel()
  let count = 0
  let isOn = true
  const next = () => requestAnimationFrame(() => port2.postMessage(''))
  port1.onmessage = () => {
    count += 1
    found.push(...look())
    if (isOn) next()
  }
  next()
  return {frames: () => count, stop: () => { isOn = false; return found }}
}

async function frames(many: number): Promise<void> {
  for (let i = 0; i < many; i += 1) await new Promise(resolve => requestAnimationFrame(resolve))
}

/** Adds a style sheet to the page, and takes it away after the test. */
function addSheet(css: string): HTMLLinkElement {
  const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: URL.createObjectURL(new Blob([css], {type: 'text/css'}))})
  document.head.append(link)
  added.push(link)
  return link
}

const added: Element[] = []

afterEach(() => {
  for (const each of added.splice(0)) each.remove()
  document.adoptedStyleSheets = []
  document.documentElement.removeAttribute('data-bs-theme')
})

describe('a ground that changes', () => {
  /** Each makes the ground dark, and then light again. */
  const ways: Record<string, {dark: (place: HTMLElement) => unknown; light: (place: HTMLElement) => unknown}> = {
    'a style of a box around': {
      dark: place => { place.style.background = DARK },
      light: place => { place.style.background = '' },
    },
    'a class that a style sheet knows': {
      dark: place => {
        addSheet(`.night { background: ${DARK} }`)
        place.classList.add('night')
      },
      light: place => place.classList.remove('night'),
    },
    'a theme that is chosen for the page': {
      dark: () => {
        addSheet(`[data-bs-theme='dark'] .place { background: ${DARK} }`)
        document.documentElement.dataset.bsTheme = 'dark'
      },
      light: () => { document.documentElement.dataset.bsTheme = 'light' },
    },
    'a style sheet that comes and goes': {
      dark: () => addSheet(`.place { background: ${DARK} }`),
      light: () => added.at(-1)!.remove(),
    },
    'the text of a style sheet': {
      dark: () => {
        const style = document.createElement('style')
        style.textContent = `.place { background: ${DARK} }`
        document.head.append(style)
        added.push(style)
      },
      light: () => { (added.at(-1)!.firstChild as Text).data = '' },
    },
    'a style sheet that is adopted by a click': {
      dark: place => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(`.place { background: ${DARK} }`)
        const button = document.createElement('button')
        button.addEventListener('click', () => { document.adoptedStyleSheets = [sheet] })
        place.after(button)
        button.click()
      },
      light: place => {
        (place.nextElementSibling as HTMLElement).addEventListener('click', event => {
          event.stopImmediatePropagation()
          document.adoptedStyleSheets = []
        }, true)
        ;(place.nextElementSibling as HTMLElement).click()
      },
    },
    'another place on the page': {
      dark: place => {
        const night = document.createElement('div')
        night.style.background = DARK
        place.after(night)
        night.append(place.firstElementChild!)
      },
      light: place => place.append(place.nextElementSibling!.firstElementChild!),
    },
    'a colour that changes little by little': {
      dark: place => {
        place.style.transition = 'background-color 300ms'
        place.style.backgroundColor = DARK
      },
      light: place => { place.style.backgroundColor = '' },
    },
  }
  for (const [name, {dark, light}] of Object.entries(ways)) {
    it(`${name}: is followed both ways`, async () => {
      const {place, element} = await quizIn()
      expect(faint(element, '#fff')).to.deep.equal([])
      dark(place)
      await until(() => faint(element, DARK).length === 0, () => faint(element, DARK).join('\n'))
      expect(isOwn(element)).to.equal(false)
      light(place)
      await until(() => faint(element, '#fff').length === 0, () => faint(element, '#fff').join('\n'))
      expect(isOwn(element)).to.equal(false)
    })
  }

  it('in a shadow root of the host: is followed there', async () => {
    const {place, element} = await quizIn()
    const host = document.createElement('div')
    place.append(host)
    const root = host.attachShadow({mode: 'open'})
    const panel = document.createElement('div')
    root.append(panel)
    panel.append(element)
    await until(() => faint(element, '#fff').length === 0)
    panel.style.background = DARK
    await until(() => faint(element, DARK).length === 0, () => faint(element, DARK).join('\n'))
  })

  it('around what is shown through a slot of the host: is followed there', async () => {
    const {place, element} = await quizIn()
    const card = document.createElement('host-card')
    place.append(card)
    card.append(element)
    await frames(2)
    const panel = document.createElement('div')
    // Its code comes late, and it draws itself later still, as elements made with Lit do.
    customElements.define('host-card', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({mode: 'open'})
        void Promise.resolve().then(() => {
          panel.append(document.createElement('slot'))
          this.shadowRoot!.append(panel)
        })
      }
    })
    await frames(2)
    panel.style.background = DARK
    await until(() => faint(element, DARK).length === 0, () => faint(element, DARK).join('\n'))
    expect(place.contains(element)).to.equal(true)
  })

  it('is painted in no frame in colours of the one before', async () => {
    const {place, element} = await quizIn()
    let ground = '#fff'
    const watch = watchFrames(() => tooFaint(element, ground))
    for (const next of [DARK, '#fff', '#111', '#fff']) {
      place.style.background = next
      ground = next
      await frames(3)
      // As an animation of the host would, in the frame itself.
      await new Promise<void>(resolve => {
        requestAnimationFrame(() => {
          ground = ground === '#fff' ? DARK : '#fff'
          place.style.background = ground
          resolve()
        })
      })
      await frames(2)
    }
    await until(() => watch.frames() > 10)
    expect(watch.stop()).to.deep.equal([])
  })

  it('is measured once in a frame, however much changes', async () => {
    const {place, element} = await quizIn()
    // On a colour of the host's, that of the browser's own ground is not asked for.
    place.style.background = '#fff'
    let times = 0
    const measured = new MutationObserver(records => { times += records.length / 2 })
    await frames(2)
    measured.observe(element.shadowRoot!, {subtree: true, attributeFilter: ['style']})
    for (let i = 0; i < 50; i += 1) {
      place.setAttribute('data-number', String(i))
      await Promise.resolve()
    }
    await frames(2)
    measured.disconnect()
    // At once, and when the frame is drawn.
    expect(times).to.be.within(1, 2)
  })
})

describe('before anything else', () => {
  for (const [name, {put, seen}] of Object.entries(GROUNDS)) {
    it(`an element on ${name} is never painted in colours that cannot be read`, async () => {
      const place = document.createElement('div')
      document.body.append(place)
      added.push(place)
      // The host's own page first, with its pictures, as when a style sheet is in its head.
      render(put(html`<section></section>`), place)
      const element = document.createElement('dsg-quiz') as DsgElement
      element.append('Ask the library.')
      Object.assign(element, {guide: shippedGuide(), module})
      const watch = watchFrames(() => element.shadowRoot ? tooFaint(element, seen) : [])
      place.querySelector('section')!.append(element)
      await until(() => find('legend', element.shadowRoot!) && find('.light, .dark', element.shadowRoot!))
      await until(() => watch.frames() > 5)
      expect(watch.stop()).to.deep.equal([])
    })
  }
})

describe('what the host says', () => {
  const says = {
    'names the dark scheme on a white page': {style: 'color-scheme: dark', ground: '#fff', isOwn: true, text: 'rgb(240, 244, 245)'},
    'names the dark scheme on a dark panel': {style: `color-scheme: dark; background: ${DARK}`, ground: DARK, isOwn: false, text: 'rgb(240, 244, 245)'},
    'names the light scheme on a dark panel': {style: `color-scheme: light; background: ${DARK}`, ground: DARK, isOwn: true, text: 'rgb(33, 43, 50)'},
    'knows both schemes, on a dark panel': {style: `color-scheme: light dark; background: ${DARK}`, ground: DARK, isOwn: false, text: 'rgb(240, 244, 245)'},
    'has a colour for text': {style: `--dsg-color-text: #ffeb3b; background: ${DARK}`, ground: DARK, isOwn: false, text: 'rgb(255, 235, 59)'},
    'has a link that can be read on white only': {style: `--dsg-color-link: #0b5563; background: ${DARK}`, ground: DARK, isOwn: true, text: 'rgb(33, 43, 50)'},
    'has text that can be read on black only': {style: '--dsg-color-text: #fff', ground: '#fff', isOwn: true, text: 'rgb(255, 255, 255)'},
    'has a ground for the element': {style: `--dsg-color-background: #fffbe6; background: ${DARK}`, ground: '#fffbe6', isOwn: true, text: 'rgb(33, 43, 50)'},
    'has a dark ground for the element': {style: '--dsg-color-background: rgb(10 10 10)', ground: 'rgb(10, 10, 10)', isOwn: true, text: 'rgb(240, 244, 245)'},
  }
  for (const [name, {style, ground, isOwn: own, text}] of Object.entries(says)) {
    it(`${name}: is what is done`, async () => {
      const {element} = await quizIn(style)
      expect(getComputedStyle(box(element)).color).to.equal(text)
      expect(isOwn(element)).to.equal(own)
      expect(faint(element, ground)).to.deep.equal([])
    })
  }

  it('the page changes its scheme and its colours: the element has changed in the same moment', async () => {
    const {place, element} = await quizIn('color-scheme: light dark; background: light-dark(#fff, #111)')
    await frames(5)
    for (const [scheme, ground] of [['dark', '#111'], ['light', '#fff'], ['dark', '#111'], ['light dark', '#fff']] as const) {
      place.style.colorScheme = scheme
      expect(faint(element, ground)).to.deep.equal([])
    }
  })

  it('the device is dark: a page that knows both schemes is followed', async function () {
    if (!navigator.userAgent.includes('Chrome')) this.skip()
    const {element} = await quizIn('color-scheme: light dark; background: light-dark(#fff, #111)')
    expect(faint(element, '#fff')).to.deep.equal([])
    await emulateMedia({colorScheme: 'dark'})
    try {
      await until(() => faint(element, '#111').length === 0)
    } finally {
      await emulateMedia({colorScheme: 'light'})
    }
    await until(() => faint(element, '#fff').length === 0)
  })

  it('it prints: in the light set, with no ground of ours', async function () {
    if (!navigator.userAgent.includes('Chrome')) this.skip()
    const {element} = await quizIn('background: linear-gradient(#000, #fff)')
    const {element: dark} = await quizIn(`background: ${DARK}`)
    await emulateMedia({media: 'print'})
    try {
      for (const each of [element, dark]) {
        const {backgroundColor, padding} = getComputedStyle(box(each))
        expect([backgroundColor, padding]).to.deep.equal(['rgba(0, 0, 0, 0)', '0px'])
        expect(faint(each, '#fff')).to.deep.equal([])
      }
    } finally {
      await emulateMedia({media: 'screen'})
    }
  })

  it('the page names its schemes in its head: the browser\'s own ground is measured', async () => {
    const meta = Object.assign(document.createElement('meta'), {name: 'color-scheme', content: 'dark'})
    document.head.append(meta)
    added.push(meta)
    const {element} = await quizIn()
    const canvas = document.createElement('i')
    canvas.style.color = 'Canvas'
    document.body.append(canvas)
    added.push(canvas)
    expect(faint(element, getComputedStyle(canvas).color)).to.deep.equal([])
    expect(isOwn(element)).to.equal(false)
  })

  for (const where of ['on the page', 'on a box around']) {
    it(`it has a theme ${where}: elements in elements have it`, async () => {
      const place = await show<HTMLElement>(html`<div><dsg-guide .guide=${shippedGuide()}></dsg-guide></div>`, 640)
      const themed = where === 'on the page' ? document.documentElement : place
      themed.style.setProperty('--dsg-color-brand', 'rgb(11, 85, 99)')
      try {
        const inner = await until(() => find('dsg-pathways', place)?.shadowRoot?.querySelector('.dsg'))
        expect(getComputedStyle(inner).getPropertyValue('--_dsg-brand')).to.equal('rgb(11, 85, 99)')
      } finally {
        themed.style.removeProperty('--dsg-color-brand')
      }
    })
  }

  it('an element in an element stands on what that one shows', async () => {
    const place = await show(html`<div style="background: #768692">
      <dsg-guide .guide=${shippedGuide()}></dsg-guide><dsg-module .guide=${shippedGuide()} module=${module} one-page></dsg-module></div>`, 640)
    await until(() => find('legend', place) && !find('.unfit', place))
    const rooms = ['dsg-guide', 'dsg-module', 'dsg-pathways', 'dsg-quiz']
      .map(name => find(name, place)!.shadowRoot!.querySelector('.room')!.className)
    expect(rooms).to.deep.equal(['room light own', 'room light own', 'room', 'room'])
  })
})

describe('on any ground', () => {
  /** Mulberry32: numbers that look random, the same each time. */
  const randomFrom = (seed: number) => () => {
    seed = seed + 0x6d2b79f5 | 0
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) / 4294967296
  }

  const LIGHT = ['#212b32', '#4c6272', '#005eb8', '#7c2855', '#330072', '#d5281b']
  const NIGHT = ['#f0f4f5', '#c0cbd4', '#7fc1ff', '#ffb3d1', '#d0b3ff', '#ff9a8f']

  it('of layers that hide little or much: all can be read, and the host\'s ground stays where one of our sets can be read on it', async () => {
    const random = randomFrom(17)
    const {place, element} = await quizIn()
    const inner = element.parentElement!
    const counts = {light: 0, dark: 0, own: 0}
    for (let i = 0; i < 150; i += 1) {
      const colour = (alpha: number) => {
        // Half of them nearly grey, and as often dark or light as between.
        const base = random() < .6 ? Math.round(random()) * 255 : random() * 255
        const [r, g, b] = [0, 1, 2].map(() => Math.round(Math.min(255, Math.max(0, base + (random() - .5) * 120))))
        return `rgb(${r} ${g} ${b} / ${alpha.toFixed(2)})`
      }
      const layers = [colour(1), colour(random()), colour(random())]
      place.style.background = layers[0]!
      inner.style.background = layers[1]!
      element.style.background = layers[2]!
      await frames(1)
      await Promise.resolve()
      const ground = stacked(...layers)
      // The uppermost is the element's own.
      expect(faint(element, stacked(...layers.slice(0, 2))), layers.join(' under ')).to.deep.equal([])
      const least = (set: string[]) => Math.min(...set.map(each => ratio(each, ground)))
      const best = Math.max(least(LIGHT), least(NIGHT))
      // Close to the limit, rounding decides.
      if (best > 4.6) expect(isOwn(element), `${layers.join(' under ')}: ${best}`).to.equal(false)
      counts[isOwn(element) ? 'own' : least(LIGHT) > 4.5 ? 'light' : 'dark'] += 1
    }
    expect(Math.min(...Object.values(counts)), JSON.stringify(counts)).to.be.above(10)
  })
})
