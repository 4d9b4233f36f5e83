import {expect} from 'chai'
import '../../components/elements/canvas/define.js'
import {SCREENS} from '../../components/elements/canvas/desk/place.js'
import type {CanvasFile} from '../../components/model/canvas/items.js'
import {isSafeLink} from '../../components/model/guide/document.js'
import {CanvasLog} from '../../components/state/canvas/canvas.js'
import {AUTUMN, canvas, clockAt, teamOfTwoSnapshots, uuid} from '../../stories/canvas-team.js'
import {shippedGuide} from '../../stories/content.js'
import {CanvasUser, said} from './canvas-user.js'
import {findAll} from './screen.js'
import {settled} from './settled.js'

const clock = clockAt(AUTUMN)

describe('hostile text in a file of a canvas', function () {
  this.timeout(60_000)

  const HOSTILE = [
    '<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '${alert(1)}', '=HYPERLINK("http://x")', '\u202egnp.exe',
  ]

  /** A file in which everything that a person can type is hostile. */
  function hostileFile(): CanvasFile {
    const {file} = teamOfTwoSnapshots().add().correct(1, HOSTILE[0]!)
    const own = new Set([
      'name', 'title', 'label', 'sentence', 'asked', 'voice', 'upnext', 'note', 'what', 'owner', 'kind', 'changed', 'did',
      'learned', 'why', 'group', 'intro', 'ask', 'text',
    ])
    let turn = 0
    return JSON.parse(JSON.stringify(file), (key, value: unknown) =>
      own.has(key) && typeof value === 'string' ? HOSTILE[turn++ % HOSTILE.length] : value) as CanvasFile
  }

  it('runs nowhere, leads nowhere, and is there to be read', async () => {
    const ran: unknown[] = []
    window.alert = (...words) => { ran.push(...words) }
    const store = new CanvasLog(canvas.id)
    await store.bring(hostileFile())
    const user = await CanvasUser.at(shippedGuide(), store, clock)
    const abouts: Partial<Record<(typeof SCREENS)[number], string>> = {
      factor: uuid(70), rate: uuid(30), 'agree-factor': canvas.factors[0]!.id, action: uuid(41),
      correction: said(store.file, 'snapshot').at(-1)!.id,
    }
    for (const screen of SCREENS) {
      user.element.place = {screen, about: abouts[screen]}
      await settled(user.element)
      const all = findAll('*', user.element.shadowRoot!)
      const running = all.filter(({localName}) => ['script', 'img', 'iframe', 'style', 'object'].includes(localName))
      expect(running, screen).to.deep.equal([])
      for (const element of all) {
        for (const {name, value} of element.attributes) {
          expect(name.startsWith('on') || name === 'style', `${screen} ${element.localName} ${name}`).to.equal(false)
          if (name === 'href') expect(isSafeLink(value), `${screen} ${value}`).to.equal(true)
        }
      }
    }
    user.element.place = {screen: 'report'}
    await settled(user.element)
    for (const text of HOSTILE.slice(0, 3)) expect(user.shown).to.contain(text)
    expect(ran).to.deep.equal([])
  })

  it('is no formula, and no mark, in the exports', async () => {
    const store = new CanvasLog(canvas.id)
    await store.bring(hostileFile())
    const user = await CanvasUser.at(shippedGuide(), store, clock)
    await user.open('Save, take away and export')
    for (const what of ['all ratings', 'all snapshots', 'the plan']) {
      expect(await user.take(`Download ${what} as a spreadsheet (CSV)`), what).to.not.match(/(?:^|[,\n"])[=+@]/)
    }
    expect(await user.take('Download a report as text (Markdown)')).to.not.match(/<(?:img|script)/)
  })
})
