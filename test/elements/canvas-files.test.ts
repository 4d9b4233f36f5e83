import {expect} from 'chai'
import {keptCanvas} from '../state/device/kept.js'
import '../../components/elements/canvas/define.js'
import type {DsgIdleWarning} from '../../components/elements/saving/idle-warning.js'
import {canvasFileText} from '../../components/model/canvas/file.js'
import type {CanvasFile} from '../../components/model/canvas/items.js'
import {fileForRaters} from '../../components/model/canvas/view.js'
import {CanvasLog} from '../../components/state/canvas/canvas.js'
import {AUTUMN, canvas, clockAt, SPRING, Team, teamOfTwoSnapshots} from '../../stories/canvas-team.js'
import {shippedGuide} from '../../stories/content.js'
import {IDLE_LIMIT_MS, WARNING_MS} from '../../components/state/visit/idle-time.js'
import {keptHere} from '../kept-here.js'
import {press} from '../keys.js'
import {FakeClock} from '../state/visit/fake-clock.js'
import {newGuide} from '../state/device/storage.js'
import {expectAccessible} from './axe.js'
import {asFile, CanvasUser, said} from './canvas-user.js'
import {focused, words} from './screen.js'
import {settled, until} from './settled.js'

const clock = clockAt(AUTUMN)
const beginning = () => new Team().begin(AUTUMN)
const at = (team: Team) => CanvasUser.at(shippedGuide(), team.store, clock)

describe('the files of dsg-canvas', function () {
  this.timeout(60_000)

  describe('raters', () => {
    it('hand in files that change nothing when they come twice; a removed one can be put back', async () => {
      const team = beginning().rate()
      const store = new CanvasLog(canvas.id)
      await store.bring(fileForRaters(team.file))
      const user = await CanvasUser.at(shippedGuide(), store, clock)
      await user.open('Bring in other raters')
      await user.bring(asFile('all.json', team.file))
      await user.sees('We added 48 ratings from 4 new raters.')
      const {items} = store.file
      await user.bring(asFile('again.json', team.file))
      await user.sees('There is nothing new in the files.')
      expect(store.file.items).to.deep.equal(items)
      await user.use('Remove Housing partner')
      await user.sees('These raters were removed.')
      await user.use('Put back Housing partner')
      await user.sees('"Housing partner" is back.')
    })

    it('who began alone give their ratings to this assessment', async () => {
      const alone = new Team('On my own', 7).begin(SPRING).rate(1)
      const home = beginning()
      const user = await at(home)
      await user.open('Bring in other raters')
      await user.bring(asFile('alone.json', alone.file))
      await user.sees('We added 12 ratings from 1 new rater.')
      expect(said(home.file, 'titled').map(({title}) => title)).to.deep.equal(['Marsh Vale partnership'])
    })

    it('get a file with the set-up and nobody\'s views, and hand in nobody else\'s', async () => {
      const user = await at(beginning().rate())
      await user.open('Bring in other raters')
      const set = JSON.parse(await user.take('Make a file for raters')) as CanvasFile
      expect(set.items.map(({type}) => type)).to.not.include.members(['rater', 'rated'])
      await user.open('Rate the factors')
      await user.use('Look at the ratings Carers group')
      const own = JSON.parse(await user.take('Take my ratings away')) as CanvasFile
      expect(said(own, 'rater').map(({label}) => label)).to.deep.equal(['Carers group'])
      expect(said(own, 'rated')).to.have.length(12)
    })

    const broken: [string, string, string][] = [
      ['empty', '', 'The file is empty.'],
      ['cut short', JSON.stringify(beginning().rate().file).slice(0, 900), 'It may be cut short or changed.'],
      ['damaged in a single letter', canvasFileText(beginning().rate().file).replace(/"title": "./, '"title": "X'), 'The file is damaged'],
      ['foreign', '{"format":"dsg-record","version":1}', 'This is not a file of a canvas.'],
      ['newer', JSON.stringify({...beginning().file, version: 99}), 'The file is from a newer version of the canvas'],
      ['about another canvas', JSON.stringify({...beginning().file, canvas: 'other'}), 'The file is about another canvas ("other").'],
    ]
    for (const [what, text, why] of broken) {
      it(`a file that is ${what} is refused by name, and changes nothing`, async () => {
        const team = beginning().rate(1)
        const before = team.file
        const user = await at(team)
        await user.open('Bring in other raters')
        await user.bring({name: 'theirs.json', text})
        await user.sees('theirs.json: ')
        expect(user.shown).to.contain(why).and.not.contain('We added')
        expect(team.file).to.equal(before)
      })
    }
  })

  it('puts several places side by side in the order they were chosen, and keeps none of them', async () => {
    const ours = teamOfTwoSnapshots()
    const before = ours.file
    const north = new Team('North Fen', 2).begin(SPRING).rate().agree().snapshot()
    const south = new Team('South Fen', 3).begin(AUTUMN)
    const user = await at(ours)
    await user.open('Several places side by side')
    await user.bring(asFile('south.json', south.file), asFile('north.json', north.file))
    await user.sees('Shown: 3 places.')
    expect(user.visible('thead')[0]!.textContent.replace(/\s+/g, ' ')).to.match(/Marsh Vale.*South Fen.*No snapshot yet.*North Fen/)
    expect(user.shown).to.contain('Places rated different wordings of this factor')
    await expectAccessible(user.element)
    await user.use('Leave out place 1')
    await user.sees('Shown: 2 places.')
    expect(ours.file).to.equal(before)
  })

  it('clears after asking, and takes that back', async () => {
    const team = beginning().rate()
    const {items, id} = team.file
    const user = await at(team)
    await user.open('Save, take away and export')
    await user.use('Clear the canvas')
    expect(focused()?.id).to.equal('confirm')
    await user.use('Yes, clear the canvas')
    await user.sees('The canvas is cleared.')
    expect(team.file.items).to.deep.equal([])
    await user.use('Undo')
    await user.sees('Undone.')
    expect(team.file.items).to.deep.equal(items)
    expect(team.file.id).to.equal(id)
  })

  it('saves on the device only after asking who else uses it', async () => {
    const id = newGuide()
    const store = keptCanvas(id, canvas.id)
    try {
      await store.ready
      await store.bring(beginning().file)
      const user = await CanvasUser.at(shippedGuide(), store, clock)
      const onDevice = async () => (await keptHere()).some(name => name.includes(id))
      await user.open('Save, take away and export')
      await user.use('Save on this device')
      await user.use('Continue')
      await user.sees('Select whether other people use this computer or tablet')
      expect(await onDevice()).to.equal(false)
      await user.choose('shared', 0)
      await user.use('Continue')
      await user.sees('Saved on this device.')
      expect(await onDevice()).to.equal(true)
      await user.use('Clear the canvas')
      await user.use('Yes, clear the canvas')
      await user.sees('Nothing of it is left on this device.')
      expect(await onDevice()).to.equal(false)
    } finally {
      await store.clear()
      store.close()
    }
  })

  it('opens the file that a facilitator sent', async () => {
    const user = await CanvasUser.at(shippedGuide(), new CanvasLog(canvas.id), clock)
    await user.bring({name: 'canvas.json', text: 'nonsense'})
    await user.sees('The file cannot be read as a canvas.')
    await user.bring(asFile('canvas.json', fileForRaters(beginning().rate().file)))
    await user.isAt('Marsh Vale partnership')
    expect(user.shown).to.contain('0 raters')
  })

  it('asks before the page closes only while something is kept nowhere', async () => {
    const asks = () => !dispatchEvent(new Event('beforeunload', {cancelable: true}))
    const user = await CanvasUser.at(shippedGuide(), new CanvasLog(canvas.id), clock)
    expect(asks()).to.equal(false)
    const team = await at(beginning())
    expect(asks()).to.equal(true)
    await team.open('Save, take away and export')
    await team.take('Take the canvas away')
    expect(asks()).to.equal(false)
    user.element.remove()
  })

  it('never keeps anything on a shared computer, and says so', async () => {
    const user = await at(beginning())
    user.element.sharedComputer = true
    await settled(user.element)
    await user.open('Save, take away and export')
    expect(user.shown).to.contain('Other people use this device, so nothing is saved on it.')
    expect(user.visible('button').map(each => words(each))).to.not.include('Save on this device')
  })

  describe('left alone on a shared computer', () => {
    const ends = async (leave: (user: CanvasUser, clock: FakeClock) => Promise<void>) => {
      const clock = new FakeClock()
      const user = await CanvasUser.at(shippedGuide(), beginning().rate().store, clock)
      user.element.sharedComputer = true
      await settled(user.element)
      await leave(user, clock)
      await settled(user.element)
      return user
    }
    const dialog = (user: CanvasUser) => user.part('dsg-idle-warning')!.shadowRoot!.querySelector('dialog')!

    it('warns a minute before, clears all that was said and typed, and says so', async () => {
      const user = await ends(async (user, clock) => {
        await user.open('Plan actions')
        await user.use('Add an action')
        await user.fill('what', 'A thing that the next person must not see')
        clock.goOn(IDLE_LIMIT_MS - WARNING_MS)
        await settled(user.element)
        expect(dialog(user).open).to.equal(true)
        expect(words(dialog(user))).to.contain('We will clear the canvas in 1 minute')
        clock.goOn(WARNING_MS)
      })
      expect(dialog(user).open).to.equal(false)
      expect(user.element.store!.file.items).to.deep.equal([])
      expect(user.shown).to.contain('Nobody used this page for 10 minutes, so we cleared the canvas.')
      expect(user.visible('button').map(each => words(each))).to.include('Set up an assessment').and.not.include('Undo')
      user.element.place = {screen: 'action'}
      await settled(user.element)
      expect(user.visible('button').map(each => words(each))).to.include('Set up an assessment')
    })

    it('keeps everything when somebody is there', async () => {
      const user = await ends(async (user, clock) => {
        clock.goOn(IDLE_LIMIT_MS - WARNING_MS)
        await settled(user.element)
        await press('Escape')
        // A dialogue closes before it says so: the time begins again with what it says.
        await until(() => !dialog(user).open && (user.part('dsg-idle-warning') as DsgIdleWarning).visit!.secondsLeft === undefined)
        clock.goOn(IDLE_LIMIT_MS - WARNING_MS - 1)
      })
      expect(dialog(user).open).to.equal(false)
      expect(said(user.element.store!.file, 'rated')).to.not.deep.equal([])
    })

    it('can be cleared at once, and nobody can take that back', async () => {
      const user = await ends(async (user, clock) => {
        clock.goOn(IDLE_LIMIT_MS - WARNING_MS)
        await settled(user.element)
        dialog(user).querySelector<HTMLElement>('.link-button')!.focus()
        await press('Enter')
        await until(() => !user.element.store!.file.items.length || null)
      })
      expect(user.shown).to.contain('The canvas is cleared.')
      expect(user.visible('button').map(each => words(each))).to.not.include('Undo')
    })

    it('does so too when the computer is found to be shared only then, and leaves what was saved before', async () => {
      const guide = newGuide()
      const earlier = keptCanvas(guide, canvas.id)
      await earlier.bring(beginning().file)
      await earlier.save()
      earlier.close()
      const store = keptCanvas(guide, canvas.id)
      const clock = new FakeClock()
      const user = await CanvasUser.at(shippedGuide(), store, clock)
      user.element.sharedComputer = true
      await until(() => store.visit === 'shared' || null)
      await settled(user.element)
      expect(store.file.items).to.deep.equal([])
      await store.append([{type: 'titled', title: 'Mine'}])
      await settled(user.element)
      clock.goOn(IDLE_LIMIT_MS)
      expect(store.file.items).to.deep.equal([])
      store.close()
      const next = keptCanvas(guide, canvas.id)
      await next.ready
      expect(next.file.items).to.deep.equal(earlier.file.items)
      await next.clear()
      next.close()
    })
  })

  it('are taken off again without a trace, when they were opened where nothing was', async () => {
    const store = new CanvasLog(canvas.id)
    const user = await CanvasUser.at(shippedGuide(), store, clock)
    await user.bring(asFile('canvas.json', teamOfTwoSnapshots().file))
    await user.sees('We added')
    await user.use('Undo')
    await user.sees('Undone.')
    expect(store.file.items).to.deep.equal([])
  })
})
