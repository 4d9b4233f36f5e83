import {expect} from 'chai'
import {readPicture} from '../../components/compile/pictures/picture.js'
import {madeUpDrawings, program, type MadeUp} from '../compile/pictures/made-up-drawings.js'
import {ORDINARY_DRAWINGS} from '../compile/pictures/ordinary-drawings.js'

const COUNT = 200
/** Frames that are opened at one time. */
const TOGETHER = 20
const SEED = 'drawings 1'

describe('drawings that somebody made up, opened by their own address', function() {
  // Each is a page to open, in three browsers at a time.
  this.timeout(180_000)
  /** Other browsers do the same at the same time. */
  const mine = crypto.randomUUID()
  let origin: string
  let canary: string
  const ran: string[] = []
  const hear = ({data, source}: MessageEvent): void => {
    const frame = [...document.querySelectorAll('iframe')].find(each => each.contentWindow === source)
    if (data === 'ran') ran.push(frame?.title ?? 'unknown')
  }
  before(async () => {
    ({origin} = await (await fetch('/opened-files.json')).json() as {origin: string})
    canary = `${origin}/${mine}/canary`
    addEventListener('message', hear)
  })
  after(() => {
    removeEventListener('message', hear)
    document.querySelectorAll('iframe').forEach(frame => frame.remove())
  })

  /** Puts files on their site and opens each in a frame, where it is a document of its own and may do all that one may. */
  async function open(files: MadeUp[]): Promise<{ran: string[]; asked: string[]}> {
    ran.length = 0
    await asked()
    for (let at = 0; at < files.length; at += TOGETHER) await Promise.all(files.slice(at, at + TOGETHER).map(opened))
    await opened(LAST(canary))
    // Each frame is still there. What the others had to tell has been told when the last one, and what it asked for, has come.
    await until(async () => {
      seen.push(...await asked())
      return ran.includes(LAST_NAME) && seen.some(path => path.includes('/last'))
    })
    return {ran: ran.filter(name => name !== LAST_NAME), asked: seen.splice(0).filter(path => !path.includes('/last'))}
  }
  const seen: string[] = []

  async function asked(): Promise<string[]> {
    return await (await fetch(`${origin}/asked/${mine}`)).json() as string[]
  }

  let next = 0
  async function opened({name, bytes}: MadeUp): Promise<void> {
    const url = `${origin}/${mine}/${next++}.svg`
    await fetch(url, {method: 'PUT', body: bytes.slice(), headers: {'content-type': 'image/svg+xml'}})
    const frame = document.createElement('iframe')
    frame.title = name
    const loaded = new Promise(resolve => { frame.onload = resolve })
    frame.src = url
    document.body.append(frame)
    await loaded
  }

  it('run and fetch much as they are, which shows that it would be seen', async () => {
    // Some of them are enough to show that. Those that run keep a slow machine busy, three browsers at a time.
    const some = madeUpDrawings(COUNT, SEED, canary).filter(({name}, at) => at % 3 === 0 || name.includes('ISO-2022-JP'))
    const found = await open(some)
    expect(found.ran.length).to.be.above(10)
    expect(found.asked.filter(path => path.startsWith(`/${mine}/canary/far`)).length).to.be.above(2)
    if (!navigator.userAgent.includes('Firefox')) return
    expect(found.ran.filter(name => name.includes('ISO-2022-JP'))).not.to.deep.equal([])
  })

  it('run nothing and fetch nothing as they are written', async () => {
    const files = madeUpDrawings(COUNT, SEED, canary)
    const written = files.flatMap(({name, bytes}): MadeUp[] => {
      const picture = readPicture(bytes, name)
      return 'diagnostics' in picture ? [] : [{name, bytes: picture.bytes}]
    })
    expect(files).to.have.length(COUNT)
    expect(written.length).to.be.within(30, COUNT - 100)
    expect(await open(written)).to.deep.equal({ran: [], asked: []})
    for (const {name, bytes} of written) expect(partsOf(new TextDecoder().decode(bytes)), name).to.deep.equal([])
  })
})

const LAST_NAME = 'last'
const LAST = (canary: string): MadeUp => ({
  name: LAST_NAME,
  bytes: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"><script>${program(`${canary}/last`)}</script></svg>`),
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!await isSo()) await new Promise(requestAnimationFrame)
}

/** The parts by which a drawing could run or fetch, as the browser's own reader of XML finds them. */
function partsOf(text: string): string[] {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml')
  return [root.documentElement, ...root.querySelectorAll('*')].flatMap(element => {
    const {localName, namespaceURI, attributes} = element
    const strange = namespaceURI !== 'http://www.w3.org/2000/svg'
      || /script|handler|foreign|style|^a$|^set$|animat|discard|iframe|parsererror|image$/i.test(localName) && localName !== 'image'
    const active = [...attributes].filter(({name, value}) => /^on/i.test(name) || /\\|:\s*\/\/|script|url\((?!#)/i.test(value.replace('http://www.w3.org/2000/svg', ''))
      && !['id', 'aria-label'].includes(name) || name.endsWith('href') && !/^#|^data:image\/(?:png|jpeg|gif|webp);base64,/.test(value))
    return [...strange ? [localName] : [], ...active.map(({name, value}) => `${name}=${value}`)]
  })
}

describe('ordinary drawings', () => {
  it('are 20', () => expect(Object.keys(ORDINARY_DRAWINGS)).to.have.length(20))

  for (const [name, text] of Object.entries(ORDINARY_DRAWINGS)) {
    it(`of ${name} look as they did`, async () => {
      const bytes = new TextEncoder().encode(text)
      const picture = readPicture(bytes, name)
      if ('diagnostics' in picture) throw new Error(JSON.stringify(picture.diagnostics, null, 1))
      const [before, after] = [await pixels(bytes, picture), await pixels(picture.bytes, picture)]
      expect(new Set(before).size, 'colours of a picture that is not empty').to.be.above(1)
      expect(before.findIndex((value, at) => value !== after[at])).to.equal(-1)
    })
  }
})

/** A drawing shown as an image. */
async function pixels(svg: Uint8Array, {width, height}: {width: number; height: number}): Promise<Uint8ClampedArray> {
  const image = new Image()
  // From an address of its own, a canvas would not tell the pixels of a drawing that has, or had, a page of HTML in it.
  image.src = `data:image/svg+xml,${encodeURIComponent(new TextDecoder().decode(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, {width: 2 * width, height: 2 * height})
  const context = canvas.getContext('2d')!
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height).data
}
