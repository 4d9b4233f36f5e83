import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {compileContent} from '../../../cli/content/compile-content.js'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {recommend} from '../../../components/model/assessment/recommend.js'
import {progressIndex} from '../../../components/model/record/progress.js'
import type {LearnerEvent, Rating} from '../../../components/model/record/record.js'
import {event} from '../record/facts.js'
import {sitting, type Rated} from './ratings.js'

const {guide: {frameworks, modules}} = compileContent(join(REPOSITORY, 'content'))
const england = frameworks.find(({id}) => id === 'england')!
const statements = england.domains.flatMap(domain => domain.statements)

/** The same answer throughout, but for some statements, named without `rate-`. */
function throughout(now: Rating, needed: Rating, but: Record<string, [now: Rating, needed: Rating]> = {}): Record<string, Rated> {
  const given = Object.fromEntries(statements.map(({id}): [string, Rated] => [id, {now, needed}]))
  for (const [id, [now, needed]] of Object.entries(but)) {
    assert.ok(given[`rate-${id}`], `no statement rate-${id}`)
    given[`rate-${id}`] = {now, needed}
  }
  return given
}

const passed = (...ids: string[]) => ids.map((about, i) => event(i + 1, {type: 'completed', about, outcome: 'passed'}))

interface Persona {
  who: string
  ratings?: Record<string, Rated>
  audience?: string
  events?: LearnerEvent[]
  first: [string, string, string]
  /** Why a mentor would say so. */
  why: string
}

const PERSONAS: Persona[] = [
  {
    who: 'a porter who has not worked on a screen before',
    ratings: throughout(1, 5),
    first: ['get-started-with-your-device', 'make-your-screen-work-for-you', 'passwords-and-safe-log-in'],
    why: 'all is new, so it begins with logging in, seeing the screen, and a password: the rest needs these',
  },
  {
    who: 'a nurse whose clinic moves to video',
    audience: 'patient-facing',
    ratings: throughout(3, 3, {'d3-remote': [1, 4], 'd4-set-up': [1, 4]}),
    first: ['is-remote-right', 'set-up-and-test', 'start-well-and-keep-it-safe'],
    why: 'two large gaps, one pathway: decide, set up, start',
  },
  {
    who: 'a digital champion who is asked to teach',
    audience: 'champion',
    ratings: throughout(4, 4, {'d2-show': [3, 5]}),
    first: ['teach-a-colleague', 'become-a-digital-champion', 'build-a-champions-network'],
    why: 'the one gap is teaching, and the other two are what champions are for',
  },
  {
    who: 'a receptionist who was caught by a false message',
    ratings: throughout(4, 4, {'d6-message': [1, 4]}),
    first: ['spot-suspicious-email', 'what-your-organisation-needs', 'passwords-and-safe-log-in'],
    why: 'the gap, what else helps with it, then what everyone must know',
  },
  {
    who: 'somebody who is not sure of anything',
    ratings: throughout('unsure', 'unsure'),
    first: ['get-started-with-your-device', 'make-your-screen-work-for-you', 'passwords-and-safe-log-in'],
    why: 'short checks, from the beginning: they show where one stands',
  },
  {
    who: 'a cleaner who knows where they are, and not what their role needs',
    ratings: throughout(3, 'unsure', {'d4-device': [2, 'unsure'], 'd6-private': [1, 'unsure']}),
    first: ['confidential-information', 'messaging-apps-and-the-record', 'passwords-and-safe-log-in'],
    why: 'two modules on what is newest to them, before what they do with help; then what everyone must know',
  },
  {
    who: 'an analyst who can do it all',
    ratings: throughout(4, 4),
    first: ['passwords-and-safe-log-in', 'become-a-digital-champion', 'confidential-information'],
    why: 'must know comes whatever one can; and who can do it all can help others',
  },
  {
    who: 'a digital champion who can do it all',
    audience: 'champion',
    ratings: throughout(4, 4),
    first: ['become-a-digital-champion', 'passwords-and-safe-log-in', 'teach-a-colleague'],
    why: 'what champions are for, and what everyone must know',
  },
  {
    who: 'a manager who has to show what a change did',
    audience: 'manager',
    ratings: throughout(3, 3, {'d5-change': [2, 4], 'd1-figures': [2, 4]}),
    first: ['read-a-chart-and-a-number', 'find-and-judge-information', 'show-what-changed'],
    why: 'both gaps, and between them what is made for managers',
  },
  {
    who: 'a newcomer who has told nothing',
    first: ['get-started-with-your-device', 'make-your-screen-work-for-you', 'passwords-and-safe-log-in'],
    why: 'nobody knows better, so it begins where the guide does, with what everyone must know',
  },
  {
    who: 'somebody who did not pass, and has rated nothing',
    events: [event(1, {type: 'completed', about: 'confidential-information', outcome: 'not-passed', attempt: 'a', right: 2, of: 5})],
    first: ['confidential-information', 'get-started-with-your-device', 'make-your-screen-work-for-you'],
    why: 'what was begun is finished first',
  },
  {
    who: 'a healthcare assistant who was certain and wrong',
    audience: 'patient-facing',
    ratings: throughout(3, 3, {'d3-preference': [1, 5]}),
    events: [event(1, {
      type: 'answered', about: 'q', module: 'spot-suspicious-email', attempt: 'a', given: [], right: false, sure: 3,
    })],
    first: ['spot-suspicious-email', 'ask-without-assuming', 'is-remote-right'],
    why: 'people act on what they are certain of, so that is put right before the largest gap',
  },
  {
    who: 'a clerk who has passed what everyone must know',
    ratings: throughout(4, 4, {'d3-together': [2, 4], 'd1-write': [2, 5]}),
    events: passed('passwords-and-safe-log-in', 'confidential-information', 'spot-suspicious-email',
      'messaging-apps-and-the-record', 'make-documents-accessible', 'ai-at-work-with-care'),
    first: ['write-so-people-can-use-it', 'meetings-that-work-for-everyone', 'share-and-edit-documents'],
    why: 'nothing is left but the gaps: the larger first, then both choices for the smaller',
  },
]

describe('recommend: what a mentor would say to thirteen people', () => {
  for (const {who, ratings, audience, events = [], first, why} of PERSONAS) {
    it(`${who}: ${why}`, () => {
      const list = recommend({
        framework: england, sitting: ratings && sitting(england, ratings), modules, index: progressIndex(events), audience,
      })
      assert.deepEqual(list.slice(0, 3).map(({module}) => module), first)
    })
  }

  it('offers what everyone must know to every one of them among the first five, until it is passed', () => {
    const safety = new Set(modules.filter(({hasMustKnow, audience}) => hasMustKnow && audience.includes('everyone')).map(({id}) => id))
    assert.ok(safety.size > 3)
    for (const {who, ratings, audience} of PERSONAS) {
      const list = recommend({
        framework: england, sitting: ratings && sitting(england, ratings), modules, index: progressIndex([]), audience,
      })
      assert.ok(list.some(({module}) => safety.has(module)), who)
    }
  })

  it('has something first for every statement: the module that it names first, where its gap is the largest', () => {
    for (const {id, suggest} of statements) {
      const list = recommend({
        framework: england, sitting: sitting(england, throughout(2, 5, {[id.replace('rate-', '')]: [1, 5]})), modules,
        index: progressIndex([]),
      })
      assert.equal(list[0]?.module, suggest[0], id)
    }
  })
})
