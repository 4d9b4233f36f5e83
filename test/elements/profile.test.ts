import {emulateMedia} from '@web/test-runner-commands'
import {expect} from 'chai'
import '../../components/elements/profile/define.js'
import type {DsgProfile} from '../../components/elements/profile/profile.js'
import {nothing} from 'lit'
import type {Rating} from '../../components/model/record/record.js'
import {assessed, changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {expectAccessible} from './axe.js'
import {find, findAll, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

describe('dsg-profile', () => {
  const framework = guide.frameworks[0]!
  const [first, ...others] = framework.domains
  /** The figures of a skill area in the table. */
  const row = (element: DsgProfile, area: string) =>
    words(findAll('tr', element.shadowRoot!).find(each => words(each).startsWith(area)))

  it('keeps in sight what was rated and has left the guide, and counts none of it', async () => {
    const facts = assessed('first', at => ({now: at % 2 ? 'unsure' : 2, needed: 4}))
    const [gone, ...kept] = first!.statements
    const without = [{...framework, domains: [{...first!, statements: kept}, ...others.slice(1)]}]
    const loaded = changedGuide({frameworks: without}, ...facts)
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const shown = words(find('[part=gone]', element.shadowRoot!))
    expect(shown).to.contain(`${1 + others[0]!.statements.length} statements that you rated are no longer in this guide`)
    expect(shown).to.contain(`${gone!.id}: now with help, role needs on my own`)
    for (const {id} of others[0]!.statements) expect(shown).to.contain(id)
    expect(shown).to.contain('now not sure, role needs on my own')
    expect(row(element, first!.short)).to.contain(`${kept.length} of ${kept.length} statements rated`)
    await expectAccessible(element)
  })

  it('says nothing of it while the guide has every statement', async () => {
    const loaded = shippedGuide(...assessed('first', () => ({now: 2, needed: 4})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    expect(find('[part=gone]', element.shadowRoot!)).to.equal(undefined)
  })

  it('keeps in sight what was rated by a framework that has left the guide', async () => {
    const loaded = changedGuide({frameworks: []}, ...assessed('first', () => ({now: 2, needed: 4})))
    for (const named of [framework.id, undefined]) {
      const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded} framework=${named ?? nothing}></dsg-profile>`)
      const statements = framework.domains.flatMap(({statements}) => statements)
      expect(words(element)).to.contain(`${statements.length} statements that you rated are no longer in this guide`)
      element.remove()
    }
  })

  const cases = [
    {rating: (at: number) => ({now: at < 4 ? 1 : 4, needed: 4}), says: 'Your biggest gap is Data and information. You are here now: not yet. Your role needs: on my own. Start with'},
    {rating: (at: number) => ({now: at ? 5 : 3, needed: 4}), says: 'Your role needs more for 1 statement. No skill area as a whole has a gap.'},
    {rating: () => ({now: 'unsure', needed: 4}), says: 'You were not sure about 24 statements, so we cannot say yet where your role needs more.'},
    {rating: (at: number) => ({now: at ? 4 : 'unsure', needed: 4}), says: 'You can do what your role needs wherever you were sure. You were not sure about 1 statement.'},
    {rating: () => ({now: 2, needed: 'unsure'}), says: 'You were not sure what your role needs for 24 statements, so we cannot say yet where your role needs more. You can ask your manager, and change your answers later. Start with'},
    {rating: (at: number) => at ? {now: 4, needed: 3} : {now: 1, needed: 'unsure'}, says: 'You can do what your role needs wherever you were sure. You were not sure what your role needs for 1 statement. Start with'},
    {rating: (at: number) => at < 4 ? {now: 'unsure', needed: 'unsure'} : {now: 4, needed: 'unsure'}, says: 'You were not sure about 4 statements, or what your role needs for 20 others, so'},
    {rating: () => ({now: 3, needed: 'not-my-role'}), says: 'You said that none of this is part of your role.'},
    {rating: () => ({now: 4, needed: 4}), says: 'You can do what your role needs in everything that you rated.'},
    {rating: (at: number) => ({now: 2, needed: at < 8 ? 5 : 3}), says: 'Your biggest gaps are Data and information and Learning and helping others learn.'},
    {rating: (at: number) => ({now: 2, needed: at < 12 ? 5 : 3}), says: 'Your biggest gaps are Data and information, Learning and helping others learn and Working together. Start with'},
    {rating: (at: number) => ({now: 2, needed: at < 16 ? 5 : 3}), says: 'Your biggest gaps are in 4 of 6 skill areas. Start with'},
    {rating: (at: number) => ({now: 2, needed: at < 20 ? 4 : 2}), says: 'Your biggest gaps are in 5 of 6 skill areas. Start with'},
    {rating: (at: number) => ({now: at < 20 ? 2 : 'unsure', needed: 4}), says: 'Your biggest gaps are in 5 of 6 skill areas. Start with'},
    {rating: (at: number) => ({now: 1 + at % 2, needed: 3}), says: 'Your role needs more, by the same amount, in all 6 skill areas. Start with'},
  ] as {rating: Parameters<typeof assessed>[1]; says: string}[]
  for (const {rating, says} of cases) {
    it(`opens with what is true: ${says}`, async () => {
      const element = await show<DsgProfile>(html`<dsg-profile .guide=${shippedGuide(...assessed('a', rating))}></dsg-profile>`)
      const opening = find('[part=opening]', element.shadowRoot!)!
      expect(words(opening)).to.contain(says)
      expect(findAll('a.button', opening).length).to.be.at.most(1)
      for (const link of findAll<HTMLAnchorElement>('a.button', opening)) {
        expect(guide.modules.some(({id}) => link.href.endsWith(`/module/${id}`))).to.equal(true)
      }
      expect(words(element)).not.to.match(/level \d/)
      await expectAccessible(element)
    })
  }

  it('draws no picture where there is nothing to draw, and says so', async () => {
    for (const [now, charts] of [['unsure', 0], [2, 1]] as const) {
      const facts = assessed('a', at => ({now: at ? 'unsure' : now, needed: 4}))
      const element = await show<DsgProfile>(html`<dsg-profile .guide=${shippedGuide(...facts)}></dsg-profile>`)
      expect(findAll('[part=chart]', element.shadowRoot!)).to.have.length(charts)
      expect(row(element, first!.short)).to.contain(`${now === 2 ? 3 : 4} not sure`)
      expect(words(element).includes('There is no picture yet')).to.equal(!charts)
      element.remove()
    }
    const outside = shippedGuide(...assessed('a', () => ({now: 2, needed: 'not-my-role'})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${outside}></dsg-profile>`)
    expect(findAll('[part=chart]', element.shadowRoot!)).to.have.length(0)
    expect(words(element)).to.contain('it shows only what is part of your role')
    expect(row(element, first!.short)).to.contain('not part of your role').and.not.contain('No rating')
  })

  /** What was rated by place, and what is said of it. Levels are called as the framework does. */
  const sides: {
    given: (at: number) => {now: Rating; needed: Rating}
    cells: string[]
    says: string
    marks: [discs: number, diamonds: number]
  }[] = [
    {
      given: at => ({now: at < 4 ? 2 : 4, needed: 'unsure'}), marks: [6, 0],
      cells: ['4 of 4 statements rated (4 not sure what your role needs)', 'with help', 'not sure', 'not known yet'],
      says: 'Now: with help; you are not sure what your role needs',
    },
    {
      given: at => at < 4 ? {now: 'unsure', needed: 4} : {now: 2, needed: 4}, marks: [5, 6],
      cells: ['(4 not sure where you are now)', 'not sure', 'on my own', 'not known yet'],
      says: 'Role needs: on my own; you are not sure where you are now',
    },
    {
      given: at => at % 4 ? {now: 5, needed: 'unsure'} : {now: 1, needed: 4}, marks: [6, 6],
      cells: [
        '(3 not sure what your role needs). From 1 answer', 'not yet', 'helping others, where you are not sure what your role needs',
        'on my own', 'yes',
      ],
      says: 'Now: not yet. Role needs: on my own. Now, where you are not sure what your role needs: helping others',
    },
    {
      given: at => at % 2 ? {now: 5, needed: 'unsure'} : {now: 'unsure', needed: 2}, marks: [6, 6],
      cells: ['(2 not sure where you are now, 2 not sure what your role needs)', 'helping others', 'with help', 'not known yet'],
      says: 'Now, where you are not sure what your role needs: helping others. Role needs, where you are not sure of yourself: with help',
    },
    {
      given: at => at < 4 ? {now: 'unsure', needed: 'unsure'} : {now: 3, needed: 'unsure'}, marks: [5, 0],
      cells: ['(4 not sure where you are now)', 'not sure', 'not sure', 'not known yet'], says: 'Not sure',
    },
  ]
  for (const {given, cells, says, marks} of sides) {
    it(`keeps each of the two answers, in the picture, the table and the text to share: ${says}`, async () => {
      const loaded = shippedGuide(...assessed('a', given))
      const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
      const root = element.shadowRoot!
      for (const summary of findAll('summary', root)) summary.click()
      await settled(element)
      let shown = row(element, first!.short)
      for (const cell of cells) {
        expect(shown).to.contain(cell)
        shown = shown.slice(shown.indexOf(cell) + cell.length)
      }
      expect(words(findAll('.chart .row', root)[0])).to.equal(`${first!.short} ${says}`)
      const count = (selector: string) => findAll(`.chart ${selector}`, root).length
      expect([count('.disc'), count('.diamond')]).to.deep.equal(marks)
      expect(count('.track')).to.equal(findAll('.chart .row', root).filter(each => each.querySelector('.disc, .diamond')).length)
      expect(words(element)).to.not.contain('No rating')
      let shared = ''
      Object.defineProperty(navigator, 'share', {configurable: true, value: async ({text}: ShareData) => { shared = text! }})
      try {
        element.requestUpdate()
        await settled(element)
        findAll('button', root).find(each => words(each) === 'Share as text')!.click()
        await until(() => shared)
      } finally {
        delete (navigator as {share?: unknown}).share
      }
      expect(shared).to.contain(`${first!.short}: ${says}`)
      await expectAccessible(element)
    })
  }

  it('looks back also where nobody knows what the role needs', async () => {
    const loaded = shippedGuide(...assessed('a', () => ({now: 4, needed: 'unsure', before: 2})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    expect(row(element, first!.short)).to.contain('with help on my own not sure')
    expect(words(element)).to.contain('You rate yourself higher in')
    expect(findAll('[part=chart] .ring', element.shadowRoot!).length).to.equal(1 + framework.domains.length)
  })

  it('names the levels above the first bar and below the last', async () => {
    const element = await show<DsgProfile>(html`<dsg-profile
      .guide=${shippedGuide(...assessed('a', () => ({now: 2, needed: 4})))}></dsg-profile>`, 343)
    const rows = findAll('[part=chart] .row', element.shadowRoot!)
    const named = framework.levels!.join(' ')
    expect(rows.map(each => words(each) === named)).to.deep.equal([true, ...framework.domains.map(() => false), true])
    const [axis, bar] = [rows[0]!.getBoundingClientRect(), rows[1]!.querySelector('svg')!.getBoundingClientRect()]
    expect(bar.top - axis.bottom).to.be.within(0, 60)
  })

  it('says to start once, where the first thing to do is a short check', async () => {
    const loaded = shippedGuide(...assessed('a', () => ({now: 'unsure', needed: 'unsure'})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const opening = words(find('[part=opening]', element.shadowRoot!))
    const [, title] = /The short check in "([^"]+)" \(\d+ minutes?\) shows where you are\./.exec(opening)!
    expect(opening.replaceAll(title!, '').match(/start/gi)).to.have.length(1)
  })

  it('says so of all that were rated, where some were not', async () => {
    const four = framework.domains.slice(0, 4).map(({id}) => id)
    const facts = assessed('a', () => ({now: 1, needed: 4})).flatMap(fact =>
      fact.type === 'began' ? {...fact, domains: four} : fact.type === 'rated' && !four.includes(fact.domain) ? [] : fact)
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${shippedGuide(...facts)}></dsg-profile>`)
    expect(words(find('[part=opening]', element.shadowRoot!)))
      .to.contain('Your role needs more, by the same amount, in all 4 skill areas that you rated. Start with')
  })

  it('has what comes first in sight: the sentence, the button, the picture, one module, and the rest folded but for print', async function () {
    const loaded = shippedGuide(
      ...assessed('a', () => ({now: 1, needed: 4})), ...assessed('b', () => ({now: 2, needed: 4, before: 1})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`, 343)
    const inSight = (selector: string) => findAll(selector, element.shadowRoot!).filter(each => each.checkVisibility()).length
    expect(inSight('[part=opening] .sum, [part=opening] a, [part=chart]')).to.equal(3)
    expect(inSight('table, .suggestions a')).to.equal(1)
    expect(element.getBoundingClientRect().height).to.be.at.most(3600)
    const all = findAll('.suggestions a', element.shadowRoot!).length
    const summary = findAll('summary', element.shadowRoot!).find(each => words(each) === `See ${all - 1} more modules`)!
    summary.focus()
    await press('Enter')
    expect(inSight('.suggestions a')).to.equal(all)
    await press('Enter')
    // The other browsers can emulate no print.
    if (!navigator.userAgent.includes('Chrome/')) return
    await emulateMedia({media: 'print'})
    try {
      expect([inSight('.suggestions a'), inSight('table'), inSight('.fold > summary')]).to.deep.equal([all, 3, 0])
    } finally {
      await emulateMedia({media: 'screen'})
    }
  })

  it('says what has changed in words, as a picture and as a table, of the statements rated both times', async () => {
    const loaded = shippedGuide(
      ...assessed('first', () => ({now: 2, needed: 4})), ...assessed('second', at => ({now: at < 4 ? 4 : at < 8 ? 1 : 2, needed: 4})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const [up, down] = framework.domains
    expect(words(element)).to.contain(`You rate yourself higher in ${up!.short}. You rate yourself lower in ${down!.short}. No change in`)
    expect(findAll('[part=change] .disc', element.shadowRoot!)).to.have.length(1 + framework.domains.length)
    expect(findAll('[part=change] .diamond', element.shadowRoot!)).to.have.length(0)
  })

  it('keeps figures, and the words of statements, where a framework has no names of levels', async () => {
    const {levels: _levels, needed: _needed, ...plain} = framework
    const loaded = changedGuide({frameworks: [plain]}, ...assessed('a', () => ({now: 2, needed: 4})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    expect(row(element, first!.short)).to.contain('2.0 of 5')
    await expectAccessible(element)
  })

  it('suggests modules for the audience that the learner chooses, and for everyone', async () => {
    // The largest difference is in remote consultations, whose modules are for staff who face patients.
    const statements = guide.frameworks[0]!.domains.flatMap(domain => domain.statements)
    const loaded = shippedGuide(...assessed('first', at => ({now: statements[at]!.id === 'rate-d3-remote' ? 1 : 4, needed: 5})))
    const element = await show<DsgProfile>(html`<dsg-profile .guide=${loaded}></dsg-profile>`)
    const suggested = () => findAll<HTMLAnchorElement>('.suggestions a', element.shadowRoot!).map(each => words(each))
    const audienceOf = (title: string) => guide.modules.find(module => module.title === title)!.audience
    const forAll = suggested()
    const isForManagers = (title: string) => ['manager', 'everyone'].some(audience => audienceOf(title).includes(audience))
    expect(forAll.every(isForManagers)).to.equal(false)

    const select = find<HTMLSelectElement>('select', element.shadowRoot!)!
    expect(words(select.labels[0])).to.equal('Show modules for')
    select.focus()
    // By its first letters, as a keyboard chooses: every browser opens a list in its own way.
    await press('m')
    await settled(element)
    expect(element.audience).to.equal('manager')
    expect(suggested()).to.not.deep.equal(forAll)
    expect(suggested().filter(title => !isForManagers(title))).to.deep.equal([])
  })
})
