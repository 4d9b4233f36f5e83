import {expect} from 'chai'
import {evaluationOf, learnerCsv} from '../../../components/model/evaluation/evaluation.js'
import {compactRecord} from '../../../components/model/record/compact/record.js'
import type {LearnerEvent, NewEvent} from '../../../components/model/record/record.js'
import {marksOf} from '../../../components/state/record/marks.js'
import type {RecordLog} from '../../../components/state/record/record.js'
import {exportRecord, importRecord} from '../../../components/state/record/record-transfer.js'
import {recentSearches, rememberSearch} from '../../../components/state/search/recent-searches.js'
import {AccountMarks} from '../../../components/state/xapi/account.js'
import type {Outbox} from '../../../components/state/xapi/outbox.js'
import {reportOn} from '../../../components/state/xapi/report-to.js'
import {until} from '../../elements/settled.js'
import {deleteDatabase, keptHere, storageBuckets} from '../../kept-here.js'
import {closeAll, finished, newGuide, openRaw, pages, read, replace, tab} from '../device/storage.js'
import {HeardClock, TestStore} from './lrs.js'

const MARK = /[\da-f]{30}-[\da-f]{32}/
const ann = {homePage: 'https://intranet.example/', name: 'ann'}
const bo = {homePage: 'https://intranet.example/', name: 'bo'}

const tick = (task: string): NewEvent => ({type: 'did', about: task, hash: 'h', module: 'm1', done: true})

/** One of each kind. */
const ALL_KINDS: NewEvent[] = [
  read('p1'),
  {type: 'started', about: 'm1', hash: '', attempt: '11111111-1111-4111-8111-111111111111', questions: ['q1']},
  {
    type: 'answered', about: 'q1', hash: 'h', module: 'm1', attempt: '11111111-1111-4111-8111-111111111111', given: ['a'],
    right: true, sure: 3,
  },
  tick('t1'),
  {type: 'reflected', about: 'r1', hash: 'h', module: 'm1', text: 'mine'},
  {type: 'completed', about: 'm1', hash: '', outcome: 'passed', attempt: '11111111-1111-4111-8111-111111111111', right: 1, of: 1},
  {type: 'began', about: 'f', hash: '', assessment: 'a1', domains: ['d']},
  {type: 'rated', about: 's1', hash: 'h', assessment: 'a1', framework: 'f', domain: 'd', now: 2, needed: 3, before: 1},
  {type: 'assessed', about: 'f', hash: '', assessment: 'a1'},
  {type: 'judged', about: 'm1', hash: '', isUseful: true, comment: 'good'},
]

describe('a record in the hands of somebody whose name the page knows', () => {
  let store: TestStore
  let clock: HeardClock
  let guide: string
  const reports: Outbox[] = []

  beforeEach(async () => {
    store = await TestStore.open()
    clock = new HeardClock()
    guide = newGuide()
  })

  afterEach(() => {
    for (const each of reports.splice(0)) each.stop()
    closeAll()
  })

  const manifest = () => ({
    id: guide, title: 'Guide', lang: 'en-GB', edition: 'e1', modules: [], frameworks: [], pathways: [], canvases: [],
  }) as never

  /** @param actor - nobody's page has none */
  async function report(record: RecordLog, actor?: typeof ann, options: {carryRecord?: boolean; withRatings?: boolean} = {}) {
    const store1 = {endpoint: store.endpoint, authorization: () => 'Bearer good'}
    const loaded = {manifest: manifest(), base: 'https://guide.example/', record}
    const box = await reportOn(loaded, {...store1, ...(actor && {actor}), ...options}, clock)
    reports.push(box)
    return box
  }

  function page(): RecordLog {
    return tab(guide, {now: () => clock.now()})
  }

  /** A visit that ends with all of it saved. */
  async function visit(actor: typeof ann | undefined, ...said: NewEvent[]): Promise<void> {
    const record = page()
    await record.ready
    const box = actor && await report(record, actor)
    await record.append(said)
    expect(await record.save()).to.equal('saved')
    box?.stop()
    record.close()
  }

  async function rows(name = guide): Promise<(LearnerEvent & {actor?: string})[] | undefined> {
    const database = await openRaw(guide, `dsg-record-${name}`)
    if (!database) return undefined
    const all = await finished<LearnerEvent[]>(database.transaction('events').objectStore('events').getAll())
    database.close()
    return all
  }

  /** What a device has for a person, by their own name for it. */
  async function home(actor: typeof ann): Promise<string | undefined> {
    const marks = new AccountMarks(guide, actor)
    const name = (await keptHere()).find(each => each.startsWith(`dsg-record-${guide}/`) && marks.isOf(each.slice(-63)))
    return name?.slice('dsg-record-'.length)
  }

  const names = async () => (await store.seen()).statements.map(({actor}) => actor.account.name)
  const said = (events: readonly LearnerEvent[]) => events.map(event => event.type === 'read' ? event.page : event.about).sort()

  describe('never lets out whose an event is', () => {
    it('by a file, a spreadsheet, an evaluation, a course\'s data, a statement, a copy, or an event of the page', async () => {
      const record = page()
      await record.ready
      const box = await report(record, ann, {carryRecord: true, withRatings: true})
      await record.append(ALL_KINDS)
      await record.save()
      const onDevice = (await rows())!
      expect(onDevice.map(({actor}) => MARK.test(actor ?? '')), 'the device has it').to.deep.equal(ALL_KINDS.map(() => true))

      await until(() => record.copy?.state === 'none')
      record.copy!.keep()
      await clock.untilSent(box)
      await until(() => record.copy?.state === 'kept')
      const next = page()
      await next.ready
      for (const events of [record.events, next.events]) {
        const file = exportRecord({events}, {id: guide, edition: 'e1'})
        const exits = [
          events, structuredClone(events), file, learnerCsv(events, manifest()), evaluationOf([file], 1),
          compactRecord(events, [{id: 'm1', pages: [], questions: [], tasks: []} as never], 4096),
          await store.seen(), {...localStorage},
        ]
        for (const [at, exit] of exits.entries()) {
          expect(JSON.stringify(exit), `exit ${at}`).not.to.match(MARK)
          expect(JSON.stringify(exit), `exit ${at}`).not.to.match(/"actor":"/)
        }
      }
      expect((await store.seen()).statements.length).to.equal(ALL_KINDS.length)
    })

    it('and takes none from a file that somebody made', async () => {
      await visit(ann, tick('t1'))
      const mark = (await rows())![0]!.actor
      const events = [{...tick('forged'), id: 'forged', at: '2026-01-01T00:00:00.000Z', edition: 'e1', actor: mark}] as never[]
      const file = new Blob([JSON.stringify(exportRecord({events}, {id: guide, edition: 'e1'}))])
      const record = page()
      record.shareThisVisit()
      await record.ready
      expect(await importRecord(record, {id: guide, title: 'Guide'}, file)).to.deep.equal({added: 1, known: 0})
      expect(JSON.stringify(record.events)).not.to.match(MARK)
      expect(marksOf(record).of(record.events[0]!)).to.equal('')
    })
  })

  describe('when another person signs in on the device', () => {
    it('shows them nothing of the first, keeps nothing of theirs unasked, and leaves the first\'s as it was', async () => {
      await visit(ann, tick('ann1'))
      const before = await rows()
      const record = page()
      await record.append([read('opened by itself')])
      await report(record, bo)
      await record.append([tick('bo1')])
      expect([said(record.events), record.saving]).to.deep.equal([['bo1', 'opened by itself'], 'off'])
      expect(await rows()).to.deep.equal(before)
      expect(await home(bo)).to.equal(undefined)
    })

    it('has each find their own again, once they agreed', async () => {
      await visit(ann, tick('ann1'))
      await visit(bo, tick('bo1'))
      await visit(ann, tick('ann2'))
      await visit(bo, tick('bo2'))
      const record = page()
      await report(record, ann)
      expect(said(record.events)).to.deep.equal(['ann1', 'ann2'])
      const other = page()
      await report(other, bo)
      expect(said(other.events)).to.deep.equal(['bo1', 'bo2'])
      expect(said((await rows(await home(bo)))!)).to.deep.equal(['bo1', 'bo2'])
    })

    it('sends what the first did offline when the first is there again, and not before', async () => {
      await store.behave({always: 'drop'})
      await visit(ann, tick('ann1'), tick('ann2'))
      await store.behave({always: 'take'})
      const others = page()
      const box = await report(others, bo)
      await others.append([tick('bo1')])
      await clock.untilSent(box)
      expect(await names()).to.deep.equal(['bo'])
      const nobodys = page()
      await nobodys.ready
      const unnamed = await report(nobodys)
      await nobodys.append([tick('somebody')])
      await clock.untilSent(unnamed)
      const random = (await names())[1]!
      expect([await names(), nobodys.events.find(({id}) => id === random)?.type === 'did']).to.deep.equal([['bo', random], true])
      expect(said(nobodys.events.filter(({id}) => id === random)), 'named after no event of hers').to.deep.equal(['somebody'])
      const record = page()
      await clock.untilSent(await report(record, ann))
      expect((await names()).slice(2)).to.deep.equal(['ann', 'ann'])
    })

    it('changes persons on one page, saved or not, and forgets who left', async () => {
      for (const isSaved of [false, true]) {
        guide = newGuide()
        const record = page()
        const first = await report(record, ann)
        await record.append([tick('ann1')])
        if (isSaved) await record.save()
        first.stop()
        await report(record, bo)
        expect(said(record.events)).to.deep.equal([])
        await record.append([tick('bo1')])
        expect(record.saving).to.equal('off')
        expect(await record.save()).to.equal('saved')
        // Without waiting for anybody to stop the one before.
        await report(record, ann)
        expect(said(record.events)).to.deep.equal(isSaved ? ['ann1'] : [])
      }
    })

    it('does so in a shared visit, where nothing is on the device', async () => {
      const record = page()
      record.shareThisVisit()
      const first = await report(record, ann)
      await record.append([tick('ann1')])
      first.stop()
      await report(record, bo)
      await record.append([tick('bo1')])
      expect([said(record.events), record.visit, await record.save()]).to.deep.equal([['bo1'], 'shared', 'off'])
      expect((await keptHere()).filter(name => name.includes(guide))).to.deep.equal([])
    })

    it('hears of it late, from another tab or a slow disk', async () => {
      const nobodys = page()
      await nobodys.save()
      const [annes, bos] = [page(), page()]
      await Promise.all([annes.ready, bos.ready])
      await Promise.all([report(annes, ann), report(bos, bo)])
      await annes.append([tick('ann1')])
      await until(() => bos.saving === 'off')
      await bos.append([tick('bo1')])
      await until(() => annes.events.length === 1)
      expect([said(annes.events), said(bos.events)]).to.deep.equal([['ann1'], ['bo1']])
    })

    // Only Chromium has copies, and needs them. On plain http they are in files.
    for (const where of storageBuckets ? ['a bucket', 'a file'] : []) {
      it(`finds theirs by its copy in ${where} when the databases were lost`, async () => {
        const restores = where === 'a bucket' ? [] : [
          replace(navigator as {storageBuckets?: unknown}, 'storageBuckets', {value: undefined}),
          replace(window, 'isSecureContext', {value: false}),
        ]
        try {
          await visit(ann, tick('ann1'))
          await visit(bo, tick('bo1'))
          await deleteDatabase(`dsg-record-${await home(bo)}`)
          await deleteDatabase(`dsg-record-${guide}`)
          const record = page()
          await report(record, bo)
          expect(said(record.events)).to.deep.equal(['bo1'])
          await visit(ann)
          const anns = page()
          await report(anns, ann)
          expect(said(anns.events)).to.deep.equal(['ann1'])
        } finally {
          closeAll()
          for (const restore of restores) restore()
        }
      })
    }

    it('finds all of what was begun in two tabs', async () => {
      await visit(ann, tick('ann1'))
      const [one, other] = [page(), page()]
      await Promise.all([report(one, bo), report(other, bo)])
      for (const [record, task] of [[one, 'bo1'], [other, 'bo2']] as const) {
        await record.append([tick(task)])
        expect(await record.save()).to.equal('saved')
        record.close()
      }
      const next = page()
      await report(next, bo)
      expect(said(next.events)).to.deep.equal(['bo1', 'bo2'])
      next.close()
      const last = page()
      await report(last, bo)
      expect(said(last.events)).to.deep.equal(['bo1', 'bo2'])
      expect((await keptHere()).filter(name => name.startsWith(`dsg-record-${guide}/`)).length).to.equal(1)
    })

    it('saves nothing where the browser could not tell the two apart at the next visit', async () => {
      await visit(ann, tick('ann1'))
      const restore = replace(IDBFactory.prototype, 'databases', {value: undefined})
      try {
        const record = page()
        await report(record, bo)
        await record.append([tick('bo1')])
        expect([said(record.events), await record.save()]).to.deep.equal([['bo1'], 'blocked'])
      } finally {
        restore()
      }
      expect(said((await rows())!)).to.deep.equal(['ann1'])
      expect((await keptHere()).filter(name => name.startsWith(`dsg-record-${guide}/`))).to.deep.equal([])
    })

    it('shows nobody what another searched for, and clears no more than one person\'s', async () => {
      await visit(ann, tick('ann1'))
      const annes = page()
      await report(annes, ann)
      rememberSearch('hers', guide, annes)
      await visit(bo, tick('bo1'))
      const record = page()
      await report(record, bo)
      expect(recentSearches(guide, record)).to.deep.equal([])
      rememberSearch('his', guide, record)
      expect([recentSearches(guide, record), recentSearches(guide, annes)]).to.deep.equal([['his'], ['hers']])
      expect(await record.clear()).to.equal(true)
      expect([await home(bo), recentSearches(guide, record), recentSearches(guide, annes)]).to.deep.equal([undefined, [], ['hers']])
      expect(said((await rows())!)).to.deep.equal(['ann1'])
      expect(Object.keys(localStorage).filter(key => key.includes(guide)).length).to.equal(1)
    })
  })

  describe('asks "Was this you?"', () => {
    it('of nobody who only opened pages, and not about what was sent', async () => {
      await visit(undefined, read('p1'))
      const record = page()
      await report(record, ann)
      await record.append([read('p2')])
      expect(record.claim).to.equal(undefined)
      record.close()

      guide = newGuide()
      const nobodys = page()
      await nobodys.save()
      await nobodys.append([tick('t1')])
      const box = await report(nobodys)
      await clock.untilSent(box)
      box.stop()
      nobodys.close()
      const named = page()
      await report(named, ann)
      expect([named.events.length, named.claim]).to.deep.equal([1, undefined])
    })

    it('of what somebody did on this page before it knew anybody, and not of its opening', async () => {
      const record = page()
      await record.ready
      await record.append([read('p1'), tick('t1')])
      const box = await report(record, bo)
      await clock.untilSent(box)
      expect([record.claim?.entries, await names()]).to.deep.equal([1, ['bo']])
      await record.claim!.yes()
      await clock.untilSent(box)
      expect([record.claim, await names()]).to.deep.equal([undefined, ['bo', 'bo']])
    })

    it('and a yes is about what was asked, not about what came since', async () => {
      await visit(undefined, tick('before'))
      const record = page()
      const box = await report(record, bo)
      const {claim} = record
      expect(claim?.entries).to.equal(1)
      await visit(undefined, tick('since'))
      await until(() => record.events.length === 2)
      await claim!.yes()
      await clock.untilSent(box)
      expect([await names(), record.claim?.entries]).to.deep.equal([['bo'], 1])
    })

    it('and a yes is kept for good, and sent', async () => {
      await visit(undefined, read('p1'), tick('t1'))
      const record = page()
      const box = await report(record, ann)
      expect([record.claim?.state, record.claim?.entries, box.unsent]).to.deep.equal(['asked', 2, 0])
      await record.claim!.yes()
      expect(record.claim).to.equal(undefined)
      await clock.untilSent(box)
      expect(await names()).to.deep.equal(['ann', 'ann'])
      record.close()
      expect((await rows())!.every(({actor}) => new AccountMarks(guide, ann).isOf(actor ?? ''))).to.equal(true)
      const next = page()
      await report(next, ann)
      expect(next.claim).to.equal(undefined)
    })

    it('and a no leaves that where it is, gives them a record without it, and can be taken back', async () => {
      await visit(undefined, tick('t1'))
      const record = page()
      await report(record, bo)
      await record.append([tick('bo1')])
      await record.claim!.no()
      expect([said(record.events), record.saving, record.claim?.state]).to.deep.equal([['bo1'], 'off', 'refused'])
      expect(said((await rows())!)).to.deep.equal(['t1'])
      await record.save()
      record.close()

      const next = page()
      await report(next, bo)
      expect([said(next.events), next.claim?.state, next.claim?.entries]).to.deep.equal([['bo1'], 'refused', 1])
      await next.claim!.yes()
      expect([said(next.events), next.claim]).to.deep.equal([['bo1', 't1'], undefined])
      expect(await rows(), 'nobody else is asked about it').to.deep.equal([])
      next.close()
      const last = page()
      await report(last, bo)
      expect([said(last.events), last.claim]).to.deep.equal([['bo1', 't1'], undefined])
    })

    it('and a no takes nothing back that was shown as saved on an earlier day', async () => {
      await visit(ann, tick('ann1'))
      const nobodys = page()
      await nobodys.ready
      await nobodys.append([tick('somebody')])
      nobodys.close()
      const record = page()
      await report(record, ann)
      expect(record.claim?.state).to.equal('asked')
      await record.claim!.no()
      expect([said(record.events), record.saving]).to.deep.equal([['ann1'], 'saved'])
      record.close()
      expect(said((await rows())!)).to.deep.equal(['somebody'])
      const next = page()
      await report(next, ann)
      expect(said(next.events)).to.deep.equal(['ann1'])
    })

    it('and a no that is taken back brings nothing back that was cleared meanwhile', async () => {
      await visit(undefined, tick('t1'))
      const record = page()
      await report(record, bo)
      await record.claim!.no()
      const nobodys = page()
      await nobodys.ready
      expect(await nobodys.clear()).to.equal(true)
      await record.claim!.yes()
      expect([said(record.events), record.claim, await rows()]).to.deep.equal([[], undefined, undefined])
    })

    it('about what somebody did in a person\'s record after they left, and gives it back', async () => {
      await visit(ann, tick('ann1'))
      await visit(bo, tick('bo1'))
      const record = page()
      const box = await report(record, bo)
      box.stop()
      await record.append([tick('somebody')])
      await report(record, bo)
      expect([said(record.events), record.claim?.entries]).to.deep.equal([['bo1', 'somebody'], 1])
      await record.claim!.no()
      expect([said(record.events), record.saving]).to.deep.equal([['bo1'], 'saved'])
      expect([said((await rows())!), said((await rows(await home(bo)))!)]).to.deep.equal([['ann1', 'somebody'], ['bo1']])
    })

    it('in no page that names nobody', async () => {
      await visit(undefined, tick('t1'))
      const record = page()
      await record.ready
      await report(record)
      expect(record.claim).to.equal(undefined)
    })
  })

  it('tells their marks by the hash that browsers make', async () => {
    const mark = new AccountMarks(guide, {homePage: 'https://x.example/', name: 'Zoë "4711"'}).make()
    const [key, hash] = mark.split('-') as [string, string]
    const bytes = Uint8Array.from(key.match(/../g)!, each => parseInt(each, 16))
    const signing = await crypto.subtle.importKey('raw', bytes, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign'])
    const signed = await crypto.subtle.sign('HMAC', signing, new TextEncoder().encode(`["${guide}","https://x.example/","Zoë \\"4711\\""]`))
    const hex = [...new Uint8Array(signed)].map(each => each.toString(16).padStart(2, '0')).join('')
    expect(hash).to.equal(hex.slice(0, 32))
    for (const other of [mark.replace(/.$/, last => last === '0' ? '1' : '0'), mark.toUpperCase(), mark.slice(1), `${mark} `, '']) {
      expect(new AccountMarks(guide, {homePage: 'https://x.example/', name: 'Zoë "4711"'}).isOf(other), other).to.equal(false)
    }
    expect(new AccountMarks(guide, {homePage: 'https://x.example/Zoë', name: '"4711"'}).isOf(mark)).to.equal(false)
  })

  it('brings a file in as theirs', async () => {
    const record = page()
    const box = await report(record, ann)
    const events = [{...tick('t1'), id: '22222222-2222-4222-8222-222222222222', at: '2026-01-01T00:00:00.000Z', edition: 'e1'}] as LearnerEvent[]
    await importRecord(record, {id: guide, title: 'Guide'}, new Blob([JSON.stringify(exportRecord({events}, {id: guide, edition: 'e1'}))]))
    await clock.untilSent(box)
    expect(await names()).to.deep.equal(['ann'])
    expect(pages(record.events)).to.deep.equal(['did'])
  })
})
