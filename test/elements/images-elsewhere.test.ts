import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import '../../components/elements/glossary/define.js'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import '../../components/elements/quiz/define.js'
import '../../components/elements/self-assessment/define.js'
import '../../components/elements/term/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import type {Block, Inline} from '../../components/model/guide/document.js'
import type {ChoiceQuestion, DoTask} from '../../components/model/guide/question.js'
import type {Guide} from '../../components/model/guide/guide.js'
import {guideInMemory} from '../../components/state/guide/memory-guide.js'
import {RecordLog} from '../../components/state/record/record.js'
import {guide, rated} from '../../stories/content.js'
import {press} from '../keys.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

/** Whoever serves an image sees who reads the page. So none is asked for at another site that the page does not allow. */

interface Second { origin: string; asked: string[] }

const second = async (): Promise<Second> =>
  (await fetch(`/second-site.json?${newName()}`, {cache: 'no-store'})).json() as Promise<Second>
const asked = async (name: string) => (await second()).asked.filter(path => path.includes(name))
let count = 0
const newName = () => `${Date.now().toString(36)}-${count += 1}`

const paragraph = (...children: Inline[]): Block => ({type: 'paragraph', children})
const text = (value: string): Inline => ({type: 'text', value})

/** A guide with an image wherever one can stand. @param base - where it is */
function picturesIn(url: (place: string) => string, base = new URL('/guide/', location.href).href) {
  const image = (place: string): Inline => ({type: 'image', url: url(place), alt: `Picture of ${place}`})
  const block = (place: string) => paragraph(image(place))
  const asking = {hash: '', prompt: [text('Look '), image('prompt')], body: [block('body')], hint: [block('hint')], why: [block('why')]}
  const choice: ChoiceQuestion = {
    ...asking, id: 'q', type: 'choice', kind: 'question', multiple: false, mustKnow: false,
    answers: [{id: 'a', content: [text('Yes '), image('answer')], right: true, feedback: [block('feedback')]},
      {id: 'b', content: [text('No')], right: false, feedback: []}],
  }
  const task: DoTask = {...asking, id: 't', type: 'do'}
  const module = {
    ...guide.modules[0]!, id: 'pictures', questions: [choice, task], show: 1, tasks: ['t'],
    pages: [{id: 'one', title: 'Page', children: [
      block('paragraph'),
      {type: 'heading', depth: 3, id: 'h', children: [image('heading')]},
      {type: 'list', ordered: false, children: [{type: 'listItem', children: [block('item')]}]},
      {type: 'blockquote', children: [block('quote')]},
      {type: 'callout', kind: 'example', children: [block('callout')]},
      {type: 'table', align: [null], children: [
        {type: 'tableRow', children: [{type: 'tableCell', children: [image('column')]}]},
        {type: 'tableRow', children: [{type: 'tableCell', children: [image('cell')]}]},
      ]},
      paragraph({type: 'link', url: 'https://example.nhs.uk', children: [image('link')]}),
      paragraph({type: 'setting', name: 'no_such', fallback: [image('setting')]}),
      {type: 'activity', questions: ['q']}, {type: 'activity', questions: ['t']},
    ] as Block[]}],
  }
  const framework = structuredClone(guide.frameworks[0]!)
  Object.assign(framework.domains[0]!.statements[0]!, {...asking, levels: framework.domains[0]!.statements[0]!.levels.map(() => [image('level')])})
  const glossary = [{...guide.glossary[0]!, meaning: [block('meaning')]}]
  const changed: Guide = {...guide, modules: [module], frameworks: [framework], glossary}
  const record = new RecordLog(guide.edition)
  void record.append(rated('one', 0, () => ({now: 1, needed: 1})))
  return guideInMemory(changed, base, record)
}

const PLACES = ['paragraph', 'heading', 'item', 'quote', 'callout', 'column', 'cell', 'link', 'setting']

/** All of the places above, on screen. @param allowed - value of the attribute */
async function everywhere(loaded: ReturnType<typeof picturesIn>, allowed?: string): Promise<HTMLElement> {
  const place = await show<HTMLElement>(html`<section>
    <dsg-module .guide=${loaded} module="pictures" allow-images=${allowed ?? ''}></dsg-module>
    <dsg-glossary .guide=${loaded} allow-images=${allowed ?? ''}></dsg-glossary>
    <dsg-self-assessment .guide=${loaded} allow-images=${allowed ?? ''}></dsg-self-assessment>
  </section>`)
  const quiz = await until(() => find('dsg-quiz', place))
  const input = await until(() => find<HTMLInputElement>('input[value="a"]', quiz.shadowRoot!))
  for (const details of findAll<HTMLDetailsElement>('details', place)) details.open = true
  await until(() => find('dsg-self-assessment .callout button, .callout button', find('dsg-self-assessment', place)!.shadowRoot!)).then(button => button.click())
  await settled(place)
  const before = words(place)
  place.append(Object.assign(document.createElement('p'), {hidden: true, textContent: before}))
  input.focus()
  await press('Space')
  find<HTMLButtonElement>('form > button', quiz.shadowRoot!)!.focus()
  await press('Enter')
  await until(() => words(quiz).includes('That is right'), () => words(quiz))
  await settled(place)
  return place
}

describe('an image on another site', () => {
  it('is not asked for, wherever it stands: its words, its site and a link stand in its place', async () => {
    const {origin} = await second()
    const name = newName()
    const place = await everywhere(picturesIn(where => `${origin}/canary/${name}-${where}.svg`))
    expect(findAll('img', place)).to.deep.equal([])
    const seen = words(place) + place.lastElementChild!.textContent
    for (const where of [...PLACES, 'prompt', 'body', 'hint', 'why', 'answer', 'feedback', 'level', 'meaning']) {
      expect(seen).to.contain(`Picture of ${where}`)
    }
    expect(seen).to.contain(`This image is on another website, ${new URL(origin).host}, so we do not show it.`)
    const links = findAll<HTMLAnchorElement>('a', place).filter(({href}) => href.includes('/canary/'))
    expect(links.map(({href}) => href)).to.include(`${origin}/canary/${name}-paragraph.svg`)
    for (const link of links) expect(link.parentElement!.closest('a'), link.href).to.equal(null)
    expect(await asked(name)).to.deep.equal([])
  })

  it('is shown when the element allows its site, and so in the elements inside it', async () => {
    const {origin} = await second()
    const name = newName()
    const place = await everywhere(picturesIn(where => `${origin}/canary/${name}-${where}.svg`), `https://other.example ${origin}/`)
    const images = findAll<HTMLImageElement>('img', place)
    for (const image of images) image.loading = 'eager'
    expect(images.map(({alt}) => alt)).to.include.members(['paragraph', 'prompt', 'feedback', 'meaning', 'level'].map(where => `Picture of ${where}`))
    await until(() => images.some(({complete, naturalWidth}) => complete && naturalWidth))
    expect(await asked(name)).to.not.deep.equal([])
  })

  for (const allowed of ['', 'https://other.example', 'other.example', '*', 'http://127.0.0.1', 'null', 'https://[bad']) {
    it(`is not asked for with allow-images="${allowed}"`, async () => {
      const {origin} = await second()
      const name = newName()
      const loaded = picturesIn(where => `${origin}/canary/${name}-${where}.svg`)
      const element = await show(html`<dsg-module .guide=${loaded} module="pictures" allow-images=${allowed}></dsg-module>`)
      expect(findAll('img', element.shadowRoot!)).to.deep.equal([])
      expect(await asked(name)).to.deep.equal([])
    })
  }

  it('is shown, and hidden again, when the attribute has changed and the element draws', async () => {
    const {origin} = await second()
    const loaded = picturesIn(where => `${origin}/canary/${newName()}-${where}.svg`)
    const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module="pictures"></dsg-module>`)
    for (const [allowed, isShown] of [[origin, true], ['', false]] as const) {
      element.setAttribute('allow-images', allowed)
      element.requestUpdate()
      await settled(element)
      expect(findAll('.page > p img', element.shadowRoot!).length > 0).to.equal(isShown)
    }
  })

  it('in a markdown file is not asked for either', async () => {
    const {origin} = await second()
    const name = newName()
    const real = window.fetch
    window.fetch = async (input, init) => String(input).endsWith(`${name}.md`)
      ? new Response(`# Page\n\n![A picture](${origin}/canary/${name}.svg)\n`) : real(input, init)
    const warn = console.warn
    console.warn = () => undefined
    try {
      const element = await show<DsgModule>(html`<dsg-module src="/${name}.md"></dsg-module>`)
      await until(() => words(element).includes('A picture'))
      expect(words(element)).to.contain('This image is on another website')
      expect(await asked(name)).to.deep.equal([])
      element.setAttribute('allow-images', origin)
      element.requestUpdate()
      await settled(element)
      expect(find<HTMLImageElement>('img', element.shadowRoot!)!.src).to.equal(`${origin}/canary/${name}.svg`)
    } finally {
      window.fetch = real
      console.warn = warn
    }
  })
})

describe('an image of the guide', () => {
  it('is shown from where the guide is, also when that is another site, and from the page\'s own', async () => {
    const {origin} = await second()
    const name = newName()
    for (const url of [(where: string) => `canary/${name}-${where}.svg`, (where: string) => `${location.origin}/canary/${name}-${where}.svg`]) {
      const element = await show(html`<dsg-module .guide=${picturesIn(url, `${origin}/`)} module="pictures"></dsg-module>`)
      const {src} = find<HTMLImageElement>('img', element.shadowRoot!)!
      expect(src).to.equal(new URL(url('paragraph'), `${origin}/`).href)
      expect(words(element)).to.not.contain('another website')
    }
  })
})
