import {expect} from 'chai'
import type {LitElement} from 'lit'
import '../../components/embed/all.js'
import type {NewEvent} from '../../components/model/record/record.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import type {RecordStore, SavingState} from '../../components/state/record/record.js'
import {answeredAll, guide as shipped, rated, shippedGuide} from '../../stories/content.js'
import {keptHere} from '../kept-here.js'
import {press} from '../keys.js'
import {keptRecord} from '../state/device/kept.js'
import {newGuide, onDisk} from '../state/device/storage.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const MODULE = 'spot-suspicious-email'
const QUESTION = 'Keep this on this device?'
const answers = answeredAll(MODULE, true)
const reads: NewEvent[] = [{type: 'read', about: MODULE, hash: '', page: shipped.modules.find(({id}) => id === MODULE)!.pages[0]!.id}]

describe('the question whether to keep what was done', () => {
  const open: RecordStore[] = []
  afterEach(async () => {
    for (const record of open.splice(0)) {
      await record.clear()
      record.close()
    }
  })

  /** The browser would ask whether to leave. */
  const warns = () => !dispatchEvent(new Event('beforeunload', {cancelable: true}))
  const asked = () => findAll('.ask').filter(each => each.getClientRects().length)
  const line = () => findAll('.bar').map(each => words(each.querySelector('p')!))
  async function use(name: string): Promise<void> {
    (await until(() => findAll('button').find(each => words(each) === name && each.getClientRects().length),
      () => `"${name}" in ${words(document.body)}`)).focus()
    await press('Enter')
    await settled(document.body)
  }

  async function onDevice(...facts: NewEvent[]): Promise<{guide: LoadedGuide; id: string}> {
    const id = newGuide()
    const guide = shippedGuide()
    const record = keptRecord(id, guide.manifest.edition)
    open.push(record)
    await record.ready
    await record.append(facts)
    return {id, guide: {...guide, manifest: {...guide.manifest, id}, record}}
  }

  /** A module and what says beside it whether it is saved, as on a page with both. */
  async function finished(facts: readonly NewEvent[] = []): Promise<{guide: LoadedGuide; id: string}> {
    const made = await onDevice(...facts)
    await show(html`<section>
      <dsg-self-assessment .guide=${made.guide}></dsg-self-assessment><dsg-saving .guide=${made.guide}></dsg-saving></section>`)
    await settled(document.body)
    return made
  }

  for (const {answer, state, isKept} of [
    {answer: 'Yes', state: 'Saved on this device', isKept: true},
    {answer: 'This is a shared computer', state: 'Shared device: not saved', isKept: false},
    {answer: 'Not now', state: 'Not saved: this visit only', isKept: false},
  ]) {
    it(`"${answer}": no warning from then on, no second question, "${state}" in sight`, async () => {
      const before = await keptHere()
      const {guide, id} = await finished(rated('half', 5, () => ({now: 2, needed: 4})))
      await until(() => asked().length === 1 && find('#ask'))
      expect(words(asked()[0])).to.contain(QUESTION)
      expect(line()).to.deep.equal(['Not saved'])
      expect(warns()).to.equal(true)
      expect(await keptHere()).to.deep.equal(before)
      await use(answer)
      await until(() => line()[0] === state, () => line())
      expect(focused()?.id, 'the focus is on what became of it').to.equal('said')
      expect(warns()).to.equal(false)
      await guide.record.append(answers)
      await until(() => line()[0] === state, () => line())
      await show(html`<dsg-self-assessment .guide=${guide}></dsg-self-assessment>`)
      expect(asked()).to.have.length(0)
      expect(warns()).to.equal(false)
      expect((await onDisk(id) ?? []).length > 0).to.equal(isKept)
    })
  }

  /** All that a screen reader says by itself from now on: what gets the focus, and what changes in a live region. */
  function heard(): string[] {
    const said: string[] = []
    const note = () => {
      const text = words(focused()!)
      if (focused() !== document.body && text && text !== said.at(-1)) said.push(text)
    }
    document.addEventListener('focusin', note)
    for (const root of [...findAll('*').flatMap(({shadowRoot}) => shadowRoot ?? [])]) {
      root.addEventListener('focusin', note)
      new MutationObserver(changes => {
        for (const {target, type, addedNodes} of changes) {
          const region = (target instanceof Element ? target : target.parentElement!).closest('[aria-live], [role="status"], [role="alert"]')
          if (!region || region.closest('[aria-hidden]')) continue
          const added = type === 'characterData' ? [target] : [...addedNodes]
          for (const text of added.map(({textContent}) => textContent?.trim())) if (text) said.push(text)
        }
      }).observe(root, {childList: true, characterData: true, subtree: true})
    }
    return said
  }

  it('tells that it is saved once, and nothing of saving the answers after it', async () => {
    const {guide} = await finished(rated('half', 5, () => ({now: 2, needed: 4})))
    await until(() => find('#ask'))
    await until(() => findAll('button').some(each => words(each) === 'Yes'))
    const said = heard()
    await use('Yes')
    await until(() => focused()?.id === 'said')
    await settled(document.body)
    expect(said.filter(each => /sav|look/i.test(each)))
      .to.deep.equal(['Saved on this device. You can close this page, and go on here another time.'])
    for (const answer of answers) {
      await guide.record.append([answer])
      await until(() => guide.record.saving === 'saved')
      await settled(document.body)
    }
    expect(said.filter(each => /sav/i.test(each))).to.have.length(1)
  })

  it('leaves the focus where the learner took it while saving was under way', async () => {
    const {guide} = await finished(rated('half', 5, () => ({now: 2, needed: 4})))
    let save = () => {}
    guide.record.save = () => new Promise(resolve => { save = () => { resolve('off') } })
    await until(() => find('#ask'))
    await use('Yes')
    expect(words(focused()!), 'the question stays until it is answered').to.equal('Yes')
    const other = find<HTMLInputElement>('input[type="radio"]')!
    other.focus()
    save()
    await settled(document.body)
    expect(focused()).to.equal(other)
  })

  it('is put in one place, stays out of the way of keys, and is announced', async () => {
    const {guide} = await onDevice(...rated('half', 5, () => ({now: 2, needed: 4})))
    await show(html`<section>
      <div hidden><dsg-self-assessment .guide=${guide}></dsg-self-assessment></div>
      <dsg-self-assessment class="seen" .guide=${guide}></dsg-self-assessment>
      <dsg-self-assessment .guide=${guide}></dsg-self-assessment></section>`)
    await until(() => find('#ask'))
    expect(asked()).to.have.length(1)
    expect(find('.seen')!.shadowRoot!.contains((asked()[0]!.getRootNode() as ShadowRoot).host)).to.equal(true)
    expect(find('#ask')!.closest('[aria-live]')).to.not.equal(null)
    expect(focused()?.closest('.ask') ?? null).to.equal(null)
  })

  it('is asked after the first answer of a quiz, the next stop after the feedback, and not after the second', async () => {
    const {guide} = await onDevice()
    const quiz = await show<LitElement>(html`<dsg-quiz .guide=${guide} module=${MODULE}></dsg-quiz>`)
    const answer = async () => {
      find<HTMLInputElement>('input[name="answer"]', quiz.renderRoot)!.click()
      await use('Check answer')
      await until(() => focused()?.id === 'verdict')
    }
    await answer()
    await until(() => find('#ask'))
    await press('Tab')
    expect(words(focused()!)).to.equal('Yes')
    await use('Continue')
    await answer()
    await settled(document.body)
    expect(asked()).to.have.length(0)
  })

  it('is asked beside the task that was ticked', async () => {
    const {guide} = await onDevice()
    const content = shipped.modules.find(({questions}) => questions.some(({type}) => type === 'do'))!
    const tasks = await show<LitElement>(html`<dsg-tasks .guide=${guide} .content=${content}></dsg-tasks>`)
    const box = findAll('input[type="checkbox"]', tasks.renderRoot)[0]!
    box.focus()
    await press('Space')
    await until(() => find('#ask'))
    expect(box.closest('.task')!.querySelector('dsg-keep')).to.not.equal(null)
    expect(focused()).to.equal(box)
  })

  it('is nothing, and nobody is warned, where only a page was read or all is deleted', async () => {
    const {guide} = await finished(reads)
    expect([asked().length, ...line(), warns()]).to.deep.equal([0, 'Not saved', false])
    await guide.record.append(answers)
    await until(() => warns())
    expect(warns()).to.equal(true)
    await use('Delete my record and answers')
    await use('Yes, delete my record and answers')
    await until(() => guide.record.events.length === 0)
    expect(warns()).to.equal(false)
    await guide.record.append(answers)
    await settled(document.body)
    expect([asked().length, warns()], 'who clears has answered').to.deep.equal([0, false])
  })

  it('says "Not saved" from the first page on, and asks once three were read, without a warning', async () => {
    const {guide} = await onDevice()
    const element = await show<LitElement>(html`<section>
      <dsg-module .guide=${guide} module=${MODULE}></dsg-module><dsg-saving .guide=${guide}></dsg-saving></section>`)
    await until(() => line()[0] === 'Not saved', line)
    for (const pages of [1, 2, 3, 4]) {
      await until(() => guide.record.events.length === pages)
      await settled(document.body)
      expect([asked().length, warns()], `${pages} pages`).to.deep.equal([Number(pages > 2), false])
      if (pages === 4) break
      find('a.next', find('dsg-module', element)!.shadowRoot!)!.focus()
      await press('Enter')
    }
    await use('Not now')
    await until(() => line()[0] === 'Not saved: this visit only', line)
    expect(asked()).to.have.length(0)
  })

  /** Buttons and questions on screen that offer to save. */
  const offers = () => findAll('button').filter(each => each.getClientRects().length
    && /^(Yes|Save or not|Save my progress on this device)$/.test(words(each))).map(each => words(each))

  it('is the only offer to save that is on screen, wherever that stands', async () => {
    const {guide} = await onDevice()
    const saving = await show(html`<dsg-saving .guide=${guide}></dsg-saving>`)
    expect(offers(), 'nothing was done').to.deep.equal(['Save my progress on this device'])
    await guide.record.append(reads)
    await settled(document.body)
    expect(offers(), 'a page was read').to.deep.equal(['Save or not'])
    await guide.record.append(rated('half', 5, () => ({now: 2, needed: 4})))
    saving.remove()
    const place = await show(html`<section>
      <dsg-self-assessment .guide=${guide}></dsg-self-assessment><dsg-saving .guide=${guide}></dsg-saving></section>`)
    await until(() => offers()[0] === 'Yes', offers)
    expect(offers(), 'asked beside what was done').to.deep.equal(['Yes'])
    find('dsg-self-assessment', place)!.hidden = true
    await until(() => offers()[0] === 'Save or not', offers)
    expect(offers(), 'the question is not in sight').to.deep.equal(['Save or not'])
    await use('Save or not')
    await until(() => offers()[0] === 'Yes', offers)
    expect(offers(), 'asked in the panel').to.deep.equal(['Yes'])
  })

  it('warns no more once the element is gone: the record stays in the page', async () => {
    const {guide} = await onDevice(...answers)
    const saving = await show(html`<dsg-saving .guide=${guide}></dsg-saving>`)
    expect(warns()).to.equal(true)
    saving.remove()
    expect(warns()).to.equal(false)
  })

  const states: [SavingState, string | undefined, boolean][] = [
    ['saved', 'Saved on this device', false], ['elsewhere', undefined, false], ['blocked', 'Not saved', true],
    ['full', 'Not saved', true], ['newer', 'Not saved', true],
  ]
  for (const [saving, said, isLost] of states) {
    it(`${saving}: not asked, "${said ?? ''}" in sight, and ${isLost ? 'a' : 'no'} warning`, async () => {
      const guide = shippedGuide(...rated('half', 5, () => ({now: 2, needed: 4})), ...answers)
      const record = Object.create(guide.record, {
        saving: {value: saving}, events: {value: guide.record.events}, visit: {value: 'own'}, subscribe: {value: () => () => {}},
        unreadable: {value: 0}, copy: {value: undefined}, claim: {value: undefined}, reported: {value: undefined},
      }) as RecordStore
      const of = {...guide, record}
      await show(html`<section><dsg-self-assessment .guide=${of}></dsg-self-assessment><dsg-saving .guide=${of}></dsg-saving></section>`)
      expect([asked().length, line()[0], warns()]).to.deep.equal([0, said, isLost])
      expect(words(document.body)).to.not.match(/come back|another time/)
    })
  }
})
