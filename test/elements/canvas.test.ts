import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {CanvasChangedEvent} from '../../components/elements/canvas/desk/events.js'
import type {SCREENS} from '../../components/elements/canvas/desk/place.js'
import type {CanvasItem} from '../../components/model/canvas/items.js'
import {plainText} from '../../components/model/guide/document.js'
import {CanvasLog} from '../../components/state/canvas/canvas.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {AUTUMN, canvas, clockAt, SPRING, Team, uuid} from '../../stories/canvas-team.js'
import {files} from '../../stories/content-files.js'
import {changedGuide, shippedGuide} from '../../stories/content.js'
import {press} from '../keys.js'
import {expectAccessible, expectIdsToResolve} from './axe.js'
import {CanvasUser, said} from './canvas-user.js'
import {focused, words} from './screen.js'
import {settled, until} from './settled.js'

const clock = clockAt(AUTUMN)
const beginning = () => new Team().begin(AUTUMN)
const at = (team: Team, guide: LoadedGuide = shippedGuide()) => CanvasUser.at(guide, team.store, clock)

describe('dsg-canvas', function () {
  this.timeout(60_000)

  describe('set-up', () => {
    it('asks for what it needs, all at once, and tells the page what was done', async () => {
      const store = new CanvasLog(canvas.id)
      const user = await CanvasUser.at(shippedGuide(), store, clock)
      const heard: CanvasItem[][] = []
      user.element.addEventListener('dsg-canvas-set-up', event => heard.push([...event.items]))
      await user.use('Set up an assessment')
      await user.isAt('Set up the assessment')
      await user.fill('date-month', '13')
      await user.use('Save and continue')
      expect(words(focused()!)).to.equal('There is a problem Enter a name for the canvas Enter a name for this assessment '
        + 'Enter a date of this assessment that is in the calendar, such as 23 11 2026')
      await press('Tab')
      await press('Enter')
      expect(focused()?.id).to.equal('series')
      await user.fill('series', 'Marsh Vale')
      await user.fill('name', 'Autumn')
      await user.fill('date-month', '11')
      await user.use('Save and continue')
      await user.isAt('Marsh Vale')
      expect(user.shown).to.contain('Autumn, 23 November 2026. 12 factors.')
      expect(heard.flat().map(({type}) => type)).to.deep.equal(['titled', 'assessment'])
      expect(structuredClone(heard)).to.deep.equal(heard)
    })

    it('names the parts of a day that are missing or wrong, marks those alone, and leads to the first of them', async () => {
      const user = await at(beginning())
      await user.open('Set up the assessment')
      const error = 'Enter a date of this assessment that is in the calendar, such as 23 11 2026'
      const days: [typed: [string, string, string], says: string, wrong: string[]][] = [
        [['', '11', '2026'], `${error}. The day is missing`, ['day']],
        [['23', ' ', '2026'], `${error}. The month is missing`, ['month']],
        [['23', '', ''], `${error}. The month and year are missing`, ['month', 'year']],
        [['23', '13', ''], `${error}. The year is missing`, ['month', 'year']],
        [['23', '11', '26'], error, ['year']],
        [['0', '11', '2026'], error, ['day']],
        [['31', '2', '2027'], error, ['day', 'month', 'year']],
        [['', '', ''], error, ['day', 'month', 'year']],
      ]
      for (const [typed, says, wrong] of days) {
        await user.day('date', typed)
        await user.use('Save and continue')
        expect(words(focused()!)).to.equal(`There is a problem ${says}`)
        expect(user.visible('[aria-invalid="true"]').map(({id}) => id)).to.deep.equal(wrong.map(part => `date-${part}`))
        expect(words(user.part('fieldset.has-error')!.querySelector('#date-error')!)).to.equal(says)
        await press('Tab')
        await press('Enter')
        expect(focused()?.id).to.equal(`date-${wrong[0]}`)
      }
      await expectAccessible(user.element)
      await user.day('date', ['3', '02', '2027'])
      await user.use('Save and continue')
      await user.sees('3 February 2027')
    })

    it('adds and removes a partner, and takes the removal back', async () => {
      const team = beginning()
      const user = await at(team)
      await user.open('Set up the assessment')
      await user.fill('partner', 'Otterbank Library')
      await user.use('Add partner')
      await user.sees('Added "Otterbank Library".')
      await user.use('Remove Otterbank Library')
      await user.sees('Removed "Otterbank Library".')
      expect(focused()?.id).to.equal('said')
      expect(user.shown).to.not.contain('Remove Otterbank Library')
      await press('Tab')
      expect(words(focused()!)).to.equal('Undo')
      await press('Enter')
      await user.sees('Remove Otterbank Library')
    })

    it('renames, moves, switches off and adds factors without touching those of the guide', async () => {
      const user = await at(beginning())
      await user.open('Choose the factors')
      const names = () => user.visible('.factors strong').map(each => words(each))
      await user.use('Move down Voice and co-design')
      expect(words(focused()!)).to.equal('Move down Voice and co-design')
      expect(names().slice(0, 2)).to.deep.equal(['1. Shared strategy and leadership', '2. Voice and co-design'])
      await user.use('Rename Voice and co-design')
      await user.fill('name', 'Listening')
      await user.use('Save name')
      await user.sees('Called "Voice and co-design" in the guide')
      await user.use('Switch off Listening')
      expect(names()).to.have.length(11)
      await user.use('Undo')
      expect(names()).to.have.length(12)
      await user.use('Add a factor of your own')
      await user.isAt('Add a factor')
      await user.fill('name', 'Interpreters')
      await user.use('Save factor')
      await user.sees('Enter what level 4 is like')
      for (const level of [1, 2, 3, 4]) await user.fill(`level-${level}-text`, `Words ${level}`)
      await user.use('Save factor')
      await user.isAt('Choose the factors')
      expect(names().at(-1)).to.equal('13. Interpreters')
      await user.use('Change Interpreters')
      await user.use('Remove this factor')
      expect(names()).to.have.length(12)
    })
  })

  describe('rating', () => {
    it('shows the four levels in full, keeps evidence, and can be stopped and gone on with', async () => {
      const team = beginning()
      const user = await at(team)
      await user.open('Rate the factors')
      await user.use('Start rating')
      await user.sees('Enter your role or group')
      await user.fill('label', 'Housing partner')
      await user.use('Start rating')
      const [first, second] = canvas.factors
      await user.isAt(first!.name)
      for (const {name, text} of first!.levels) expect(user.shown).to.contain(name).and.contain(plainText(text).trim())
      expect(user.shown).to.contain(plainText(first!.ask).replace(/\s+/g, ' ').trim())
      await user.use('Save and continue')
      await user.sees(`Select what best describes "${first!.name}" now`)
      await user.choose('rating', 1)
      await user.fill('link', 'javascript:alert(1)')
      await user.use('Save and continue')
      await user.sees('Enter a link that begins with https:// or http://')
      await user.fill('link', 'https://www.example.nhs.uk/survey')
      await user.fill('sentence', 'A survey')
      await user.day('date', ['1', '10', '2026'])
      await user.fill('asked', '20 carers')
      await user.fill('voice', 'Carers')
      await user.choose('confidence', 2)
      await user.fill('upnext', 'Time')
      await user.use('Save and continue')
      await user.isAt(second!.name)
      const {id, at: time, set, ...rated} = said(team.file, 'rated')[0]!
      expect(rated).to.deep.equal({
        type: 'rated', factor: first!.id, factorHash: first!.hash, rating: 2, confidence: 3, voice: 'Carers', upnext: 'Time',
        evidence: {sentence: 'A survey', link: 'https://www.example.nhs.uk/survey', date: '2026-10-01', asked: '20 carers'},
      })
      await user.choose('rating', 5)
      await user.use('Stop here')
      expect(said(team.file, 'rated').at(-1)!.rating).to.equal('does-not-apply')
      await user.open('Rate the factors')
      await user.sees('2 of 12 factors rated')
      await user.use('Continue Housing partner')
      await user.isAt(canvas.factors[2]!.name)
    })

    it('keeps each factor of the long page as soon as the focus leaves it', async () => {
      const team = beginning().rate(1, 0)
      const user = await at(team)
      await user.open('Rate the factors')
      await user.use('Continue Outpatients team')
      await user.use('Show all factors on one page')
      await user.isAt('Rate all factors')
      await expectAccessible(user.element)
      expectIdsToResolve(user.element)
      await user.choose(`${canvas.factors[0]!.id}-rating`, 2)
      await user.choose(`${canvas.factors[4]!.id}-rating`, 0)
      await user.choose(`${canvas.factors[5]!.id}-rating`, 0)
      expect(said(team.file, 'rated').map(({factor, rating}) => [factor, rating]))
        .to.deep.equal([[canvas.factors[0]!.id, 3], [canvas.factors[4]!.id, 1]])
      await user.use('Save all and continue')
      await user.isAt('Check your ratings')
      await user.sees('You have 9 factors still to rate.')
      expect(said(team.file, 'rated')).to.have.length(3)
      await expectAccessible(user.element)
    })

    it('names the factor of each mistake on the long page, and leads there, also into what was closed since', async () => {
      const user = await at(beginning().rate(1, 0))
      await user.open('Rate the factors')
      await user.use('Continue Outpatients team')
      await user.use('Show all factors on one page')
      const [third, fifth] = [canvas.factors[2]!, canvas.factors[4]!]
      for (const {id, name} of [third, fifth]) {
        await user.choose(`${id}-rating`, 1)
        await user.use(`What is your rating based on? (optional) : ${name}`)
        await user.fill(`${id}-link`, 'not a link')
      }
      await user.fill(`${fifth.id}-date-day`, '3')
      for (const {name} of [third, fifth]) await user.use(`What is your rating based on? (optional) : ${name}`)
      await user.use('Save all and continue')
      const wrong = [`${third.id}-link`, `${fifth.id}-link`, `${fifth.id}-date-month`]
      const links = user.visible('.error-summary li button')
      const link = 'Enter a link that begins with https:// or http://, such as https://www.example.nhs.uk/report, for'
      expect(links.map(each => words(each))).to.deep.equal([
        `${link} "${third.name}"`, `${link} "${fifth.name}"`, 'Enter a date of the evidence that is in the calendar, '
        + `such as 23 11 2026, for "${fifth.name}". The month and year are missing`,
      ])
      for (const [i, id] of wrong.entries()) {
        links[i]!.focus()
        await press('Enter')
        expect(focused()?.id).to.equal(id)
      }
      expect(user.visible('[aria-invalid="true"]').map(({id}) => id)).to.deep.equal([...wrong, `${fifth.id}-date-year`])
    })

    it('says when the words of a factor have changed since it was rated', async () => {
      const user = await at(beginning().rate(1).rename(0, 'Listening'))
      await user.open('Rate the factors')
      await user.use('Look at the ratings Outpatients team')
      await user.use('Change Listening')
      await user.sees('The words of this factor have changed since')
    })
  })

  it('agrees a disputed level only with a reason, and offers what everyone gave in one go', async () => {
    const team = beginning().rate()
    const user = await at(team)
    await user.open('See views and agree levels')
    expect(user.visible('.spreads strong').filter(each => !each.matches('.tag')).map(each => words(each)).slice(0, 2))
      .to.deep.equal([canvas.factors[1]!.name, canvas.factors[8]!.name])
    await user.use(canvas.factors[1]!.name)
    await user.isAt(canvas.factors[1]!.name)
    await user.choose('rating', 0)
    await user.use('Agree this level')
    await user.sees('Enter why you agreed on this level, because raters differ')
    await user.fill('note', 'We went with the carers.')
    await user.use('Agree this level')
    await user.isAt('See views and agree levels')
    expect(user.shown).to.contain('Agreed. Level 1: Not yet started')
    await user.use('Agree those 5 levels')
    expect(said(team.file, 'agreed')).to.have.length(6)
    await user.use('Undo')
    await user.sees('Agree those 5 levels')
  })

  it('plans actions by date, with the module that helps and a calendar file', async () => {
    const team = beginning().act()
    const user = await at(team)
    await user.open('Plan actions')
    await user.use('Add an action')
    await user.fill('what', 'Hold a drop-in\nwith the library')
    await user.fill('owner', 'Library lead')
    await user.day('due', ['1', '12', '2026'])
    await user.use('Save action')
    await user.isAt('Plan actions')
    const rows = user.visible('[part="plan"] tbody tr').map(each => words(each))
    expect(rows.map(row => /\d+ \w+ 20\d\d/.exec(row)?.[0])).to.deep.equal(
      ['30 September 2026', '30 October 2026', '1 December 2026', '18 December 2026', '29 January 2027'])
    expect(rows[1]).to.contain('Late: not started')
    const links = user.visible('[part="plan"] a') as HTMLAnchorElement[]
    expect(links.map(({hash}) => hash)).to.include('#dsg/module/co-design-from-the-start')
    const calendar = await user.take('Download the dates for a calendar')
    expect(calendar.match(/BEGIN:VEVENT/g)).to.have.length(4)
    await user.use('Remove Test the booking letters with the learning disability group')
    expect(user.visible('[part="plan"] tbody tr')).to.have.length(4)
    await user.use('Undo')
    expect(user.visible('[part="plan"] tbody tr')).to.have.length(5)
  })

  it('corrects a snapshot by a new one that says why, and keeps the old one', async () => {
    const team = new Team().begin(SPRING).rate().agree().snapshot()
    const old = structuredClone(team.newestSnapshot)
    const user = await at(team)
    await user.open('History')
    await user.use('Correct this snapshot Spring 2026, 20 May 2026')
    await user.isAt('Correct a snapshot')
    await user.use('Save the correction')
    await user.sees('Change at least 1 level, or go back')
    const select = user.part('select[aria-invalid="true"]')!
    expect(words(user.part(`[id="${select.getAttribute('aria-describedby')}"]`))).to.equal('Change at least 1 level, or go back')
    ;(user.part('select') as HTMLSelectElement).value = '4'
    await user.fill('why', 'The minutes say level 4.')
    await user.use('Save the correction')
    await user.isAt('History')
    await user.sees('A newer snapshot takes its place, because: The minutes say level 4.')
    expect(said(team.file, 'snapshot')[0]).to.deep.equal(old)
    expect(team.newestSnapshot.corrects).to.deep.equal({snapshot: old.id, why: 'The minutes say level 4.'})
  })

  it('goes back with the browser\'s Back', async () => {
    const user = await at(beginning())
    await user.open('Plan actions')
    history.back()
    await user.isAt('Marsh Vale partnership')
    history.forward()
    await user.isAt('Plan actions')
  })

  it('shows the words of the content in the form, the report and the exports, and no others', async () => {
    const changed = compileGuide(files.map(({path, text}) => ({
      path, text: path === 'canvas/factors.md' ? text.replace('Digital is the only route that works in practice.', 'A CHANGED LEVEL.')
        .replace('## Factor: Choice of route', '## Factor: A CHANGED NAME') : text,
    }))).guide
    const guide = changedGuide({canvases: changed.canvases})
    const team = beginning().rate(1).agree()
    const place = (screen: (typeof SCREENS)[number], about?: string) => ({screen, about})
    const user = await at(team, guide)
    const shownAt = async (where: ReturnType<typeof place>) => {
      user.element.place = where
      await settled(user.element)
      return user.shown
    }
    const factor = changed.canvases[0]!.factors[8]!
    expect(factor.name).to.equal('A CHANGED NAME')
    expect(await shownAt(place('agree-factor', factor.id))).to.contain('A CHANGED LEVEL.')
    await team.store.append([{
      type: 'agreed', assessment: uuid(2), factor: factor.id, factorHash: factor.hash, rating: 1, note: '', date: AUTUMN,
    }])
    for (const screen of ['report', 'profile'] as const) {
      expect(await shownAt(place(screen)), screen).to.contain('A CHANGED LEVEL.').and.contain('A CHANGED NAME')
    }
    await shownAt(place('rate', uuid(30)))
    await user.use('Change A CHANGED NAME')
    await user.isAt('A CHANGED NAME')
    await user.sees('A CHANGED LEVEL.')
    await shownAt(place('own'))
    expect(await user.take('Download a report as text (Markdown)')).to.contain('A CHANGED LEVEL').and.contain('A CHANGED NAME')
    expect(await user.take('Download all ratings as a spreadsheet (CSV)')).to.contain('A CHANGED NAME')
    expect(user.shown).to.not.contain('Choice of route')
  })

  it('makes no event of what a file or another tab says', async () => {
    const team = beginning()
    const user = await at(team)
    const heard: Event[] = []
    for (const name of ['set-up', 'rated', 'agreed', 'planned', 'removed']) {
      user.element.addEventListener(`dsg-canvas-${name}`, event => heard.push(event))
    }
    await team.store.bring(beginning().rate().file)
    await settled(user.element)
    expect(heard).to.deep.equal([])
    expect(new CanvasChangedEvent('dsg-canvas-undone', []).composed).to.equal(true)
  })

  it('says what is missing when the guide has no such canvas', async () => {
    const user = await at(beginning())
    user.element.canvas = 'gone'
    await until(() => user.shown.includes('The guide has no canvas called "gone".'))
  })
})
