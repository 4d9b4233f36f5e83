import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import '../../components/elements/glossary/define.js'
import '../../components/elements/module/define.js'
import '../../components/elements/pathway/define.js'
import '../../components/elements/quiz/define.js'
import '../../components/elements/self-assessment/define.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import type {Guide} from '../../components/model/guide/guide.js'
import {isScored, type ScoredQuestion} from '../../components/model/guide/question.js'
import type {NewEvent} from '../../components/model/record/record.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {guideInMemory} from '../../components/state/guide/memory-guide.js'
import {RecordLog} from '../../components/state/record/record.js'
import {everyShape, lostWords, wordsIn} from '../compile/every-shape.js'
import {find, findAll, html, show} from './screen.js'
import {settled, until} from './settled.js'

/** Folders that can be built: a domain without statements, which no element has a place for, stops a build. */
const SEEDS = Array.from({length: 24}, (_, i) => i + 1).filter(seed =>
  compileGuide(everyShape(seed).files).guide.frameworks[0]!.domains.every(({statements}) => statements.length))

/** All that an element says, to whoever looks at it or listens to it, with what a click would open. */
function said(node: Node): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element || node instanceof ShadowRoot)) return ''
  const own = node instanceof HTMLImageElement ? node.alt : ''
  const inside = node instanceof Element && node.shadowRoot ? said(node.shadowRoot) : ''
  return [own, inside, ...[...node.childNodes].map(said)].join(' ')
}

function load(guide: Guide, ...facts: NewEvent[]): LoadedGuide {
  const record = new RecordLog(guide.edition)
  void record.append(facts)
  return guideInMemory(guide, new URL('/guide/', location.href).href, record)
}

/** What a quiz says before a question is answered, and after. */
async function asked(guide: Guide, question: ScoredQuestion): Promise<string> {
  const module = {...guide.modules[0]!, questions: [question], show: 1}
  const quiz = await show(html`<dsg-quiz .guide=${load({...guide, modules: [module]})} module=${module.id}></dsg-quiz>`)
  const form = await until(() => find<HTMLFormElement>('form', quiz.shadowRoot!), () => said(quiz))
  await settled(quiz)
  const before = said(quiz)
  findAll<HTMLInputElement>('input', form).forEach(input => {
    if (input.type === 'text') input.value = 'x'
    else input.checked = true
  })
  findAll<HTMLSelectElement>('select', form).forEach((select, i) => { select.selectedIndex = i + 1 })
  form.requestSubmit()
  await until(() => find('#verdict', quiz.shadowRoot!) ?? find('.error-summary', quiz.shadowRoot!), () => said(quiz))
  await settled(quiz)
  return before + said(quiz)
}

describe('no word is dropped in silence', () => {
  for (const seed of SEEDS) {
    it(`by the elements that show folder ${seed} of every shape`, async () => {
      const written = everyShape(seed)
      const {guide, diagnostics} = compileGuide(written.files)
      const parts: string[] = []
      const add = async (template: ReturnType<typeof html>): Promise<void> => { parts.push(said(await show(template))) }
      const [module] = guide.modules
      const [framework] = guide.frameworks
      await add(html`<dsg-module .guide=${load(guide)} module=${module!.id} one-page></dsg-module>`)
      await add(html`<dsg-pathway .guide=${load(guide)} pathway="basics"></dsg-pathway>`)
      await add(html`<dsg-glossary .guide=${load(guide)}></dsg-glossary>`)
      await add(html`<dsg-self-assessment .guide=${load(guide)}></dsg-self-assessment>`)
      for (const question of module!.questions.filter(isScored)) parts.push(await asked(guide, question))
      const statements = framework!.domains.flatMap(({statements}) => statements)
      for (let at = 0; at < statements.length; at++) {
        const about = {hash: '', assessment: 'a'}
        const element = await show(html`<dsg-self-assessment .guide=${load(guide,
          {type: 'began', about: framework!.id, ...about, domains: framework!.domains.map(({id}) => id)},
          ...statements.slice(0, at).map(({id, domain}): NewEvent => ({
            type: 'rated', about: id, ...about, framework: framework!.id, domain, now: 1, needed: 1}))
        )}></dsg-self-assessment>`)
        find('.callout button', element.shadowRoot!)!.click()
        await settled(element)
        parts.push(said(element))
      }
      const shown = new Set(['pathways/basics/one.md', 'pathways/basics/pathway.md', 'frameworks/skills.md', 'glossary/terms.md'])
      const words = new Map([...written.words].filter(([, {file}]) => shown.has(file)))
      expect(lostWords({...written, words}, diagnostics, wordsIn(parts.join(' ')))).to.deep.equal([])
    })
  }
})
