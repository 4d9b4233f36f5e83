import {expect} from 'chai'
import {keptRecord} from '../state/device/kept.js'
import type {LitElement} from 'lit'
import '../../components/embed/all.js'
import type {RecordFile} from '../../components/model/record/file.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {IDLE_LIMIT_MS, WARNING_MS} from '../../components/state/visit/idle-time.js'
import type {RecordStore} from '../../components/state/record/record.js'
import {answeredAll, shippedGuide} from '../../stories/content.js'
import {keptHere, withoutCopies} from '../kept-here.js'
import {press} from '../keys.js'
import {FakeClock} from '../state/visit/fake-clock.js'
import {newGuide, onDisk, replace} from '../state/device/storage.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const someFacts = answeredAll('spot-suspicious-email', true)

describe('dsg-saving', () => {
  const open: RecordStore[] = []
  afterEach(() => { for (const record of open.splice(0)) record.close() })

  /** The shipped guide with a record that can be kept on this device, under a name of its own. */
  async function onDevice(): Promise<{guide: LoadedGuide; id: string}> {
    const id = newGuide()
    const guide = shippedGuide()
    const record = keptRecord(id, guide.manifest.edition)
    open.push(record)
    await record.ready
    await record.append(someFacts)
    return {id, guide: {...guide, manifest: {...guide.manifest, id}, record}}
  }

  async function shared(): Promise<LoadedGuide> {
    const guide = shippedGuide(...someFacts)
    guide.record.shareThisVisit()
    return guide
  }

  const button = (name: string, root: ParentNode = document) => findAll('button', root).find(each => words(each) === name)
  async function choose(...labels: string[]): Promise<void> {
    for (const label of labels) {
      const target = await until(() => button(label) ?? findAll('label').find(each => words(each) === label))
      target.click()
      await settled(document.body)
    }
  }

  /** Everything that a page can leave on a device. */
  async function leftBehind() {
    return {
      kept: await keptHere(),
      local: Object.keys(localStorage).sort(),
      session: Object.keys(sessionStorage).sort(),
      caches: await caches.keys(),
      cookies: document.cookie,
    }
  }

  describe('asks first', () => {
    it('and saves when the learner says that nobody else uses the device', async () => {
      const {guide, id} = await onDevice()
      const element = await show<LitElement>(html`<dsg-saving .guide=${guide}></dsg-saving>`)
      await choose('Save or not')
      expect(words(focused()!)).to.equal('Keep this on this device?')
      expect(await onDisk(id)).to.equal(undefined)
      await choose('Yes')
      await until(() => words(element).includes('Saved on this device'))
      expect(words(element)).to.not.contain('can lose')
      expect(await onDisk(id)).to.have.length(someFacts.length)
      expect(await guide.record.clear()).to.equal(true)
    })

    it('and keeps nothing when others do', async () => {
      const before = await leftBehind()
      const {guide} = await onDevice()
      const element = await show<LitElement>(html`<dsg-saving .guide=${guide}></dsg-saving>`)
      await choose('Save or not', 'This is a shared computer')
      expect(words(element)).to.contain('Nothing is saved on the device')
      expect(button('Save my progress on this device')).to.equal(undefined)
      await guide.record.append(someFacts)
      expect(await leftBehind()).to.deep.equal(before)
      await choose('Delete my record and answers', 'Yes, delete my record and answers')
      await until(() => words(element).includes('Everything is deleted from this device.'))
      expect(guide.record.events).to.deep.equal([])
      expect(await leftBehind()).to.deep.equal(before)
      expect(button('Delete my record and answers'), 'nothing is left to delete').to.equal(undefined)
      await guide.record.append(someFacts)
      await until(() => button('Delete my record and answers'))
    })
  })

  it('leaves nothing on the device after "Delete my record and answers"', async () => {
    const before = await leftBehind()
    const {guide, id} = await onDevice()
    const element = await show<LitElement>(html`<dsg-saving .guide=${guide}></dsg-saving>`)
    await guide.record.save()
    expect((await leftBehind()).kept).to.include(`dsg-record-${id}`)
    await choose('Delete my record and answers')
    expect(words(focused()!)).to.contain('This deletes your record from this device')
    await choose('Yes, delete my record and answers')
    await until(() => words(element).includes('Everything is deleted from this device.'))
    expect(await leftBehind()).to.deep.equal(before)
  })

  for (const [where, isShared] of [['a device of their own', false], ['a shared one', true]] as const) {
    it(`ends in one place on ${where}: in sight, with the focus, and nothing else to do`, async () => {
      const {guide} = await onDevice()
      if (isShared) guide.record.shareThisVisit()
      const element = await show<LitElement>(html`<dsg-guide .guide=${guide}></dsg-guide>`)
      await guide.record.append(someFacts)
      await settled(document.body)
      await choose('Delete my record and answers')
      const sure = button('Yes, delete my record and answers')!
      expect(getComputedStyle(sure).backgroundColor, 'not as what is meant to be pressed').to.not.equal('rgb(0, 127, 59)')
      await choose('Yes, delete my record and answers')
      await until(() => focused()?.id === 'end')
      const end = focused()!
      expect(words(end)).to.contain('Everything is deleted from this device. You can close this window.')
        .and.contain('does not delete the history of your browser, or files that you downloaded')
      const {top, bottom} = end.getBoundingClientRect()
      expect(top >= 0 && bottom <= innerHeight + 1, `${top} to ${bottom} of ${innerHeight}`).to.equal(true)
      const saving = words(find('dsg-saving', element.renderRoot)!.shadowRoot!)
      expect(saving).to.not.match(/Delete my|kept|Save my progress|Save or not|we delete/)
    })
  }

  it('ends so where a quiz stands alone, which has no panel of its own any more', async () => {
    const guide = shippedGuide()
    guide.record.shareThisVisit()
    const quiz = document.createElement('dsg-quiz')
    Object.assign(quiz, {guide, src: '', module: 'spot-suspicious-email'})
    await show(html`${quiz}`)
    await guide.record.append(someFacts)
    await until(() => button('Delete my record and answers', quiz.renderRoot))
    await choose('Delete my record and answers', 'Yes, delete my record and answers')
    await until(() => focused()?.id === 'end', () => words(quiz))
    expect(words(find('legend #title', quiz.renderRoot)), 'the next one begins anew').to.not.equal('')
  })

  it('says that answers are cleared until somebody goes on, also beside a module that notes what is read', async () => {
    const guide = shippedGuide(...someFacts)
    const module = guide.manifest.modules.find(({pages}) => pages.length > 2)!
    const element = await show(html`<dsg-module .guide=${guide} module=${module.id}></dsg-module>`)
    const saving = await show(html`<dsg-saving .guide=${guide}></dsg-saving>`)
    const reads = () => guide.record.events.flatMap(event => event.type === 'read' ? [event.page] : [])
    await until(() => reads().length === 1)
    await choose('Delete my record and answers', 'Yes, delete my record and answers')
    await until(() => words(saving).includes('Everything is deleted from this device.'))
    await settled(document.body)
    expect(words(saving)).to.contain('Everything is deleted from this device.')
    expect(guide.record.events).to.deep.equal([])

    find('a.next', element.shadowRoot!)!.click()
    await until(() => reads().length === 2)
    expect(reads()).to.deep.equal([module.pages[0]!.id, module.pages[1]!.id])
    await until(() => !words(saving).includes('Everything is deleted from this device.'))
  })

  it('says where the browser can lose what it saved, and only there', async () => {
    const restore = withoutCopies()
    try {
      const {guide} = await onDevice()
      const element = await show<LitElement>(html`<dsg-saving .guide=${guide}></dsg-saving>`)
      expect(words(element)).to.not.contain('can lose')
      await guide.record.save()
      await until(() => words(element).includes('Saved on this device'))
      // Firefox and WebKit need no copy.
      if (navigator.userAgent.includes('Chrome/')) await until(() => words(element).includes('This browser can lose what it saved'))
      else expect(words(element)).to.not.contain('can lose')
      expect(await guide.record.clear()).to.equal(true)
      await settled(element)
      expect(words(element)).to.not.contain('can lose')
    } finally {
      restore()
    }
  })

  it('says for one record or several what it could not read', async () => {
    const guide = shippedGuide()
    const record = (unreadable: number) => Object.create(guide.record, {
      unreadable: {value: unreadable}, events: {value: []}, saving: {value: 'saved'}, visit: {value: 'own'},
      subscribe: {value: () => () => {}},
    }) as RecordStore
    for (const [count, said] of [[1, 'could not read 1 saved entry'], [3, 'could not read 3 saved entries']] as const) {
      expect(words(await show<LitElement>(html`<dsg-saving .guide=${{...guide, record: record(count)}}></dsg-saving>`))).to.contain(said)
    }
  })

  describe('where the host says that the computer is shared', () => {
    for (const tag of ['dsg-guide', 'dsg-quiz', 'dsg-module'] as const) {
      it(`${tag} shares the visit and never asks`, async () => {
        const before = await leftBehind()
        const {guide} = await onDevice()
        const element = document.createElement(tag)
        Object.assign(element, {guide, src: '', module: 'spot-suspicious-email'})
        element.setAttribute('shared-computer', '')
        await show(html`${element}`)
        expect(guide.record.visit).to.equal('shared')
        await until(() => button('Delete my record and answers', element.renderRoot))
        expect(button('Save my progress on this device', element.renderRoot)).to.equal(undefined)
        await guide.record.append(someFacts)
        expect(await leftBehind()).to.deep.equal(before)
      })
    }

    it('keeps "Delete my record and answers" in sight all the way, and never over what has the focus', async () => {
      const guide = await shared()
      const element = await show<LitElement>(html`<dsg-guide .guide=${guide}></dsg-guide>`)
      const bar = await until(() => find<LitElement>('dsg-saving', element.renderRoot)?.renderRoot.querySelector('.bar'))
      expect(element.getBoundingClientRect().height, 'more than a screen').to.be.greaterThan(2 * innerHeight)
      const outOfSight = () => {
        const {top, bottom} = bar.getBoundingClientRect()
        return Math.max(0, Math.round(bottom - innerHeight)) + Math.max(0, Math.round(-top))
      }
      scrollTo(0, 0)
      expect(outOfSight(), 'pixels out of sight at the top of the page').to.equal(0)
      const under: string[] = []
      findAll('a', element.renderRoot)[0]!.focus()
      for (let i = 0; i < 40; i++) {
        await press('Tab')
        // One frame for the browser to scroll, one for the bar to be uncovered.
        for (const _frame of [1, 2]) await new Promise(resolve => requestAnimationFrame(resolve))
        const at = focused()!
        if (bar.contains(at) || at === document.body) break
        const [over, rect] = [bar.getBoundingClientRect(), at.getBoundingClientRect()]
        if (rect.bottom > over.top && rect.top < over.bottom) under.push(words(at))
        expect(outOfSight(), `pixels out of sight with "${words(at)}" in focus`).to.equal(0)
      }
      expect(under).to.deep.equal([])
    })
  })

  describe('when nobody touches a shared computer', () => {
    let clock: FakeClock
    let guide: LoadedGuide
    const dialogs = () => findAll<HTMLDialogElement>('dialog').filter(({open}) => open)
    beforeEach(async () => {
      clock = new FakeClock()
      guide = await shared()
    })

    async function warned(): Promise<HTMLDialogElement> {
      clock.goOn(IDLE_LIMIT_MS - WARNING_MS)
      return until(() => dialogs()[0])
    }

    it('asks whether they are there, with the focus on staying', async () => {
      await show<LitElement>(html`<dsg-saving .guide=${guide} .clock=${clock}></dsg-saving>`)
      const dialog = await warned()
      await settled(document.body)
      expect(dialog.getAttribute('role')).to.equal('alertdialog')
      expect(words(dialog)).to.contain('Are you still there?').and.contain('in 1 minute')
      expect(words(focused()!)).to.equal('Stay and keep my answers')
      clock.goOn(30_000)
      await settled(document.body)
      expect(words(dialog)).to.contain('in 30 seconds')
    })

    for (const key of ['Enter', 'Space', 'Escape']) {
      it(`stays with ${key}, and gives the focus back`, async () => {
        const element = await show<LitElement>(html`<dsg-saving .guide=${guide} .clock=${clock}></dsg-saving>`)
        const before = button('Delete my record and answers', element.shadowRoot!)!
        before.focus()
        await warned()
        await press(key)
        // A dialogue closes before it says so: the time begins again with what it says.
        await until(() => dialogs().length === 0 && element.shadowRoot!.querySelector('dsg-idle-warning')!.visit!.secondsLeft === undefined)
        expect(focused()).to.equal(before)
        clock.goOn(IDLE_LIMIT_MS - WARNING_MS - 1)
        expect(guide.record.events).to.have.length(someFacts.length)
      })
    }

    it('clears, closes the question, and says why', async () => {
      const element = await show<LitElement>(html`<dsg-saving .guide=${guide} .clock=${clock}></dsg-saving>`)
      await warned()
      clock.goOn(WARNING_MS)
      await until(() => dialogs().length === 0)
      expect(guide.record.events).to.deep.equal([])
      await settled(document.body)
      expect(words(find('[aria-live]', element.renderRoot))).to.contain('Nobody used this page for 10 minutes')
    })

    it('clears at once when they ask for it', async () => {
      const element = await show<LitElement>(html`<dsg-saving .guide=${guide} .clock=${clock}></dsg-saving>`)
      await warned()
      await choose('Delete them now')
      await until(() => dialogs().length === 0)
      expect(guide.record.events).to.deep.equal([])
      expect(words(element)).to.contain('Everything is deleted from this device.').and.not.contain('Nobody used')
    })

    it('asks once, however many elements show the record, and where it can be seen', async () => {
      await show(html`<section>
        <div hidden><dsg-saving .guide=${guide} .clock=${clock}></dsg-saving></div>
        <dsg-saving .guide=${guide}></dsg-saving>
        <dsg-saving class="last" .guide=${guide}></dsg-saving>
      </section>`)
      await settled(document.body)
      const dialog = await warned()
      expect(dialogs()).to.have.length(1)
      expect(dialog.getClientRects().length).to.equal(1)
      // The one that asks goes away: another takes its place.
      const asking = findAll<LitElement>('dsg-saving').find(each => find('dialog[open]', each.renderRoot))!
      asking.remove()
      await until(() => dialogs().length === 1)
      expect(find('dialog[open]', find<LitElement>('.last')!.renderRoot)).to.equal(dialogs()[0])
    })
  })

  describe('taking the record away', () => {
    const restores: (() => void)[] = []
    afterEach(() => { for (const restore of restores.splice(0)) restore() })

    /** What the browser is asked to save; a double, so that tests leave no files in anyone's downloads. */
    function downloads(): {href: string; name: string}[] {
      const asked: {href: string; name: string}[] = []
      restores.push(replace(HTMLAnchorElement.prototype, 'click', {
        value(this: HTMLAnchorElement) { asked.push({href: this.href, name: this.download}) },
      }))
      return asked
    }

    function bring(element: LitElement, ...files: File[]): void {
      const input = find<HTMLInputElement>('input[type="file"]', element.renderRoot)!
      const chosen = new DataTransfer()
      for (const file of files) chosen.items.add(file)
      input.files = chosen.files
      input.dispatchEvent(new Event('change'))
    }

    it('makes a file that another device takes back', async () => {
      const asked = downloads()
      const from = shippedGuide(...someFacts)
      const element = await show<LitElement>(html`<dsg-saving .guide=${from}></dsg-saving>`)
      find('summary', element.renderRoot)!.click()
      await choose('Take my record away')
      expect(asked).to.have.length(1)
      expect(asked[0]!.name).to.match(/^digital-skills-record-\d{4}-\d\d-\d\d\.json$/)
      expect(words(element)).to.contain(`in the file ${asked[0]!.name}`)
      const file = await (await fetch(asked[0]!.href)).blob()
      expect((JSON.parse(await file.text()) as RecordFile).events).to.deep.equal(from.record.events)

      const to = shippedGuide()
      const other = await show<LitElement>(html`<dsg-saving .guide=${to}></dsg-saving>`)
      expect(words(other)).to.contain('There is nothing to take away yet')
      bring(other, new File([file], asked[0]!.name))
      await until(() => words(find('dsg-take-away', other.renderRoot)!.shadowRoot!).includes(`We added ${someFacts.length} entries`))
      expect(to.record.events).to.deep.equal(from.record.events)
      bring(other, new File([file], asked[0]!.name))
      await until(() => words(find('dsg-take-away', other.renderRoot)!.shadowRoot!).includes('There is nothing new in your file.'))
    })

    it('leaves no copy in the browser once the answers are cleared', async () => {
      const asked = downloads()
      const guide = await shared()
      const element = await show<LitElement>(html`<dsg-saving .guide=${guide}></dsg-saving>`)
      find('summary', element.renderRoot)!.click()
      await choose('Take my record away')
      expect(words(element)).to.contain('then delete it from the downloads here')
      await choose('Delete my record and answers', 'Yes, delete my record and answers')
      const fetched = await fetch(asked[0]!.href).then(() => 'still there', () => 'gone')
      expect(fetched).to.equal('gone')
    })

    it('says why a file is refused, beside the field, and changes nothing', async () => {
      const guide = shippedGuide(...someFacts)
      const before = guide.record.events
      const element = await show<LitElement>(html`<dsg-saving .guide=${guide}></dsg-saving>`)
      find('summary', element.renderRoot)!.click()
      bring(element, new File(['{"version": 3}'], 'other.json'))
      const input = find<HTMLInputElement>('input[type="file"]', element.renderRoot)!
      await until(() => input.getAttribute('aria-invalid') === 'true')
      expect(words(find('[role="alert"]', element.renderRoot)))
        .to.contain('Nothing has changed').and.contain('not a record from a digital skills guide')
      expect(guide.record.events).to.equal(before)
      expect(input.value, 'ready for the same file again').to.equal('')
    })
  })
})
