import {expect} from 'chai'
import '../../components/elements/quiz/define.js'
import type {DsgQuiz} from '../../components/elements/quiz/quiz.js'
import {recordOf} from '../../components/state/record/record.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {find, findAll, html, show} from '../elements/screen.js'
import {settled} from '../elements/settled.js'
import {press} from '../keys.js'
import {becomes, newGuide, replace} from '../state/device/storage.js'

const bank = guide.modules.find(({id}) => id === 'spot-suspicious-email')!

/** The files of ours on a call stack, and on the stacks that wait for it. */
function filesOn(stack: string): string[] {
  return [...stack.matchAll(/\/components\/([\w./-]+)\.[jt]s/g)].map(([, file]) => file!)
}

describe('an answer on its way from the click to "Saved"', () => {
  it('passes six files, on the call stack and on what it waits for', async function () {
    // The others leave out of a stack what waits for it.
    if (!navigator.userAgent.includes('Chrome/')) return this.skip()
    const id = newGuide()
    const record = recordOf({id, edition: 'e1'})
    await record.ready
    await record.save()
    const quiz = await show<DsgQuiz>(html`<dsg-quiz .guide=${{...shippedGuide(), record}} module=${bank.id}></dsg-quiz>`)

    const answer = async () => {
      find<HTMLInputElement>('.choice > input', quiz.shadowRoot!)!.focus()
      await press('Space')
      await use('form > button')
    }
    const use = async (selector: string) => {
      findAll<HTMLButtonElement>(selector, quiz.shadowRoot!).at(-1)!.focus()
      await press('Enter')
      await settled(quiz)
      await becomes(record, 'saved')
    }
    // The first waits for the code that shows what came of it, if that is not there yet.
    await answer()
    await use('button')
    const before = record.events.length

    const stacks: string[] = []
    const note = () => stacks.push(new Error('here').stack!)
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 100
    const {put} = IDBObjectStore.prototype
    const restore = replace(IDBObjectStore.prototype, 'put', {
      value(this: IDBObjectStore, ...entry: Parameters<typeof put>) {
        note()
        return put.apply(this, entry)
      },
    })
    const stop = record.subscribe(note)
    await answer()
    stop()
    restore()
    Error.stackTraceLimit = limit

    expect(record.events.slice(before).map(({type}) => type)).to.deep.equal(['answered'])
    expect([...new Set(stacks.flatMap(filesOn))].sort()).to.deep.equal([
      'elements/quiz/quiz', 'elements/shared/base/record-controller', 'state/device/device-database', 'state/device/entry-database',
      'state/device/keeper', 'state/log/log',
    ])
    await record.clear()
  })
})
