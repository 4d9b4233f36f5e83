import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import '../../components/elements/glossary/define.js'
import '../../components/elements/guide/define.js'
import '../../components/elements/module/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import '../../components/elements/pathways/define.js'
import '../../components/elements/quiz/define.js'
import '../../components/elements/self-assessment/define.js'
import type {Block, Inline} from '../../components/model/guide/document.js'
import type {ChoiceQuestion, DoTask} from '../../components/model/guide/question.js'
import type {Module} from '../../components/model/guide/module.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {AUTUMN, canvas, clockAt, Team} from '../../stories/canvas-team.js'
import {changedGuide, guide, rated, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {CanvasUser} from './canvas-user.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

/**
 * A guide that a page sets as a property is checked by nobody. Whatever stands in it, the rest of the page is shown, and one line
 * in the console says what is not.
 */

const SENTENCE = 'We could not show this part of the text. Tell the team that looks after this page.'

const text = (value: unknown) => ({type: 'text', value}) as Inline
const paragraph = (...children: Inline[]) => ({type: 'paragraph', children}) as Block
const cell = (...children: Inline[]) => ({type: 'tableCell', children})
const row = (...children: unknown[]) => ({type: 'tableRow', children})

/** Fails when the template is made. */
const early = {get value(): string { throw new Error('no value') }, type: 'text'} as Inline
/** Fails when Lit makes nodes of a template that was made without a fault. */
const late = text(Object.create(null))

/** What cannot be drawn, by what is wrong with it. */
const BROKEN: Record<string, Block> = {
  'a block of a kind that there is not': {type: 'html', value: '<b>'} as unknown as Block,
  'a block without a kind': {} as Block,
  'null in the place of a block': null as unknown as Block,
  'text in the place of a block': 'words' as unknown as Block,
  'a paragraph without its words': {type: 'paragraph'} as Block,
  'words that fail as they are read': paragraph(early),
  'words that are no text': paragraph(late),
  'words that are a symbol': paragraph(text(Symbol('words'))),
  'words that pretend to be a template': paragraph(text({_$litType$: 1, strings: ['<b>', '</b>'], values: []})),
  'words that pretend to be a directive': paragraph(text({_$litDirective$: class {}, values: []})),
  'a list whose last item fails': {type: 'list', ordered: false, children: [
    {type: 'listItem', children: [paragraph(text('first'))]}, {type: 'listItem', children: [{type: 'paragraph'}]}]} as Block,
  'a heading that fails late': {type: 'heading', depth: 3, id: 'x', children: [late]},
  'a heading that has a symbol for its id': {type: 'heading', depth: 3, id: Symbol('x') as unknown as string, children: []},
  'code that fails late': {type: 'code', value: Object.create(null)},
  'a quote of what is no list of blocks': {type: 'blockquote', children: 7} as unknown as Block,
  'a table with a broken cell': {type: 'table', align: [], children: [row(cell(text('Sign'))), row(cell(late))]} as unknown as Block,
  'a callout with a source that is no text': {
    type: 'callout', kind: 'voice', source: Object.create(null), children: [paragraph(text('said'))]},
  'a link whose words fail': paragraph({type: 'link', url: 'https://example.nhs.uk', children: [late]}),
}

let lines: string[]
const real = console.error

beforeEach(() => {
  lines = []
  console.error = (...said: unknown[]) => { lines.push(said.join(' ')) }
})
afterEach(() => { console.error = real })

const [shipped] = guide.modules.filter(({id}) => id === 'spot-suspicious-email')
let made = 0

/** A module of one page, as a guide in memory. */
function withModule(change: Partial<Module>): {loaded: LoadedGuide; module: Module} {
  const module: Module = {...shipped!, id: `broken-${made += 1}`, questions: [], tasks: [], show: 0, ...change}
  return {loaded: changedGuide({modules: [module]}), module}
}

describe('what cannot be drawn', () => {
  for (const [what, block] of Object.entries(BROKEN)) {
    it(`in a module, ${what}, is left out with a sentence, and all around it stays`, async () => {
      const {loaded, module} = withModule({pages: [
        {id: 'one', title: 'Page one', children: [paragraph(text('Words before.')), block, paragraph(text('Words after.'))]},
        {id: 'two', title: 'Page two', children: [paragraph(text('Words of another page.'))]},
      ]})
      const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id} one-page></dsg-module>`)
      const seen = words(element)
      expect(seen).to.match(/Words before\..*We could not show this part of the text\..*Words after\..*Words of another page\./)
      expect(seen).to.contain('About this module')
      // It draws again with each thing that the learner does.
      await loaded.record.append([{type: 'read', about: module.id, hash: '', page: 'two'}])
      element.requestUpdate()
      await settled(element)
      expect(words(element)).to.equal(seen)
      expect(lines).to.have.length(1)
      expect(lines[0]).to.match(new RegExp(`^<dsg-module> .+ is left out of page "one" of module "${module.id}", because .+: .`))
    })
  }

  const hostile = BROKEN['words that are no text']!
  it('in the glossary costs the meaning of one term', async () => {
    const [term, other] = guide.glossary
    const loaded = changedGuide({glossary: [{...term!, meaning: [hostile]}, other!]})
    const element = await show(html`<dsg-glossary .guide=${loaded}></dsg-glossary>`)
    expect(words(element)).to.contain(term!.term)
    expect(words(element)).to.contain(SENTENCE)
    expect(words(element)).to.contain(other!.term)
    expect(lines).to.have.length(1)
  })

  const asked = {id: 'q', hash: '', prompt: [text('What is it?')], body: [] as Block[]}
  const task = {...asked, type: 'do', prompt: [text('Lock your screen')]} as DoTask
  const places: [string, Partial<DoTask>][] = [
    ['prompt', {prompt: [late]}], ['text', {body: [hostile]}], ['hint', {hint: [hostile]}], ['explanation', {why: [hostile]}],
  ]
  for (const [place, change] of places) {
    it(`in the ${place} of a task, or of a prompt to think about, costs that and no more`, async () => {
      const {loaded, module} = withModule({
        pages: [{id: 'one', title: 'Page', children: [{type: 'activity', questions: ['q', 'r', 's']}]}], tasks: ['q', 'r'],
        questions: [{...task, ...change}, {...task, id: 'r'}, {...task, id: 's', type: 'reflect', ...change}],
      })
      const element = await show(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
      await until(() => find('#r', element.shadowRoot!))
      for (const details of findAll<HTMLDetailsElement>('details', element.shadowRoot!)) details.open = true
      expect(words(element)).to.contain(SENTENCE)
      expect(words(element)).to.contain('Lock your screen')
      expect(words(element)).to.contain('0 of 2 tasks done')
      expect(findAll('input[type="checkbox"], textarea', element.shadowRoot!)).to.have.length(3)
      expect(new Set(lines).size, lines.join('\n')).to.equal(lines.length)
    })
  }

  const choice = {
    ...asked, type: 'choice', kind: 'question', multiple: false, mustKnow: false,
    answers: [{id: 'a', content: [text('Right one')], right: true, feedback: [paragraph(text('Indeed.'))]},
      {id: 'b', content: [text('Wrong one')], right: false, feedback: []}],
  } as ChoiceQuestion
  const inQuestions: [string, Partial<ChoiceQuestion>, number][] = [
    ['prompt', {prompt: [late]}, 2], ['text', {body: [hostile]}, 2], ['hint', {hint: [hostile]}, 1],
    ['explanation', {why: [hostile]}, 1], ['answers', {answers: [{...choice.answers[0]!, content: [{type: 'underline', children: []} as unknown as Inline]}, choice.answers[1]!]}, 2],
    ['feedback', {answers: [{...choice.answers[0]!, feedback: [hostile]}, choice.answers[1]!]}, 1],
  ]
  for (const [place, change] of inQuestions) {
    it(`in the ${place} of a question costs that, and the question can be answered`, async () => {
      const {loaded, module} = withModule({questions: [{...choice, ...change}], show: 1})
      const quiz = await show(html`<dsg-quiz .guide=${loaded} module=${module.id}></dsg-quiz>`)
      const input = await until(() => find<HTMLInputElement>('input[value="a"]', quiz.shadowRoot!))
      for (const details of findAll<HTMLDetailsElement>('details', quiz.shadowRoot!)) details.open = true
      let seen = words(quiz)
      input.focus()
      await press('Space')
      find<HTMLButtonElement>('form > button', quiz.shadowRoot!)!.focus()
      await press('Enter')
      await until(() => words(quiz).includes('That is right'), () => words(quiz))
      await settled(quiz)
      seen += words(quiz)
      expect(seen).to.contain(SENTENCE)
      expect(seen).to.contain('Wrong one')
      expect(lines, lines.join('\n')).to.have.length(1)
    })
  }

  it('in a statement to rate costs that part of it', async () => {
    const framework = structuredClone(guide.frameworks[0]!)
    const [first] = framework.domains[0]!.statements
    Object.assign(first!, {body: [hostile], levels: [[early], ...first!.levels.slice(1)]})
    const loaded = changedGuide({frameworks: [framework]}, ...rated('one', 0, () => ({now: 1, needed: 1})))
    const element = await show(html`<dsg-self-assessment .guide=${loaded}></dsg-self-assessment>`)
    find('.callout button', element.shadowRoot!)!.click()
    await settled(element)
    expect(words(element).split(SENTENCE)).to.have.length(3)
    expect(findAll('input[type="radio"]', element.shadowRoot!)).to.have.length(6)
    expect(lines).to.have.length(2)
  })

  it('in a factor of a canvas costs that part of it', async () => {
    const broken = {...canvas, factors: canvas.factors.map((factor, i) => i ? factor : {
      ...factor, intro: [BROKEN['a block of a kind that there is not']!], ask: [paragraph(text('Who was asked?')), hostile],
    })}
    const user = await CanvasUser.at(changedGuide({canvases: [broken]}), new Team().begin(AUTUMN).store, clockAt(AUTUMN))
    const [first] = canvas.factors
    await user.open('Rate the factors')
    await user.fill('label', 'Housing partner')
    await user.use('Start rating')
    await user.isAt(first!.name)
    await user.sees(SENTENCE)
    await user.sees('Who was asked?')
  })

  it('is drawn when it is mended, in the same place', async () => {
    const page = (block: Block) => [{id: 'one', title: 'Page one', children: [block, paragraph(text('Words after.'))]}]
    const {loaded, module} = withModule({pages: page(paragraph(text('As it was.')))})
    const element = await show(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
    for (const [block, seen] of [[BROKEN['a list whose last item fails']!, SENTENCE], [paragraph(text('Mended.')), 'Mended.']] as const) {
      Object.assign(element, {guide: changedGuide({modules: [{...module, pages: page(block)}]})})
      await settled(element)
      expect(words(element)).to.contain(`${seen} Words after.`)
      expect(words(element)).to.not.contain('As it was.')
    }
  })

  for (const [when, broken] of [
    ['before anything is drawn', {...guide.glossary[0]!, also: null as never}],
    ['as nodes are made', {...guide.glossary[0]!, term: Object.assign(Object.create(null) as object, {localeCompare: () => 0})} as never],
  ] as const) {
    it(`all of it, ${when}, leaves the host's words, says so, and takes no other element along`, async () => {
      const loaded = changedGuide({glossary: [broken]})
      const both = await show<HTMLElement>(html`<section>
        <dsg-glossary .guide=${loaded}><p>Ask the library.</p></dsg-glossary>
        <dsg-pathways .guide=${shippedGuide()}></dsg-pathways></section>`)
      await until(() => find('[role="alert"]', both))
      expect(words(both)).to.contain('There is a fault in the guide or in this page.')
      expect(words(both)).to.contain('Ask the library.')
      expect(words(both)).to.contain(guide.pathways[0]!.title)
      expect(lines).to.have.length(1)
      expect(lines[0]).to.match(/^<dsg-glossary> ./)
      const element = both.querySelector('dsg-glossary')!
      element.guide = shippedGuide()
      find('[role="alert"] button', element.shadowRoot!)!.click()
      await settled(element)
      expect(words(element)).to.contain(guide.glossary[0]!.term)
      expect(find('[role="alert"]', element.shadowRoot!)).to.equal(undefined)
    })
  }
})

describe('a value that a check lets through', () => {
  for (const lang of ['en_GB', 'en-12', 'x', '', 'not a language']) {
    it(`such as the language ${JSON.stringify(lang)} of a guide, is no reason to show nothing`, async () => {
      const loaded = changedGuide({lang, modules: [{...shipped!, nextReview: '2020-01-01', lastReviewed: 'last year'}]})
      const module = await show(html`<dsg-module .guide=${loaded} module=${shipped!.id} one-page></dsg-module>`)
      expect(words(module)).to.contain('This module was due for review on 1 January 2020.')
      const glossary = await show(html`<dsg-glossary .guide=${loaded}></dsg-glossary>`)
      expect(words(glossary)).to.contain(guide.glossary[0]!.term)
      expect(lines).to.deep.equal([])
    })
  }

  for (const url of ['https://[bad', 'https://%', 'https:[x', 'http://1.2.3.999/', 'https://a:99999/a.png', 'https://:80']) {
    it(`such as an image at ${url}, costs the image: its words stay, and those around it`, async () => {
      const image: Inline = {type: 'image', url, alt: 'A picture'}
      const {loaded, module} = withModule({pages: [{id: 'one', title: 'Page', children: [paragraph(text('Before '), image, text(' after.'))]}]})
      const element = await show(html`<dsg-module .guide=${loaded} module=${module.id}></dsg-module>`)
      expect(words(element)).to.match(/Before\s+A picture\s+\(\s*We could not show this image\.\s*\)\s+after\./)
      expect(find('img', element.shadowRoot!)).to.equal(undefined)
      expect(lines).to.have.length(1)
      expect(lines[0]).to.contain(`<dsg-module> image "A picture" is left out of page "one" of module "${module.id}"`)
    })
  }
})
