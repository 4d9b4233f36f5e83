import type {LearnerEvent, NewEvent} from '../../../components/model/record/record.js'
import type {Statement} from '../../../components/model/xapi/statement.js'
import {statementOf} from '../../../components/model/xapi/statement.js'
import {Outbox} from '../../../components/state/xapi/outbox.js'
import type {OutboxOptions} from '../../../components/state/xapi/outbox.js'
import {FakeClock} from '../visit/fake-clock.js'

/** How a store of `lrs-site.mjs` behaves with one request; a number is a status. */
type Behaviour = 'take' | 'slow' | 'drop' | 'lose' | number

export interface Behaviours {
  next?: Behaviour[]
  always?: Behaviour
  token?: string
  refuse?: string[]
  comparesStates?: boolean
  takesAgain?: 'equal' | 'no'
  names?: boolean
  isWhole?: boolean
  shows?: 'all' | 403 | 'page'
  page?: number
  more?: string
}

/** A request for statements, or with some. */
interface StoreRequest { method: string; status: number; ids: string[] }

let stores = 0

/** A learning record store at another site that no other test uses. */
export class TestStore {
  readonly endpoint: string

  private constructor(origin: string) {
    this.endpoint = `${origin}/store-${Date.now()}-${++stores}/`
  }

  static async open(): Promise<TestStore> {
    const {origin} = await (await fetch('/lrs-site.json')).json() as {origin: string}
    return new TestStore(origin)
  }

  async behave(behaviours: Behaviours): Promise<void> {
    await fetch(`${this.endpoint}behave`, {method: 'POST', body: JSON.stringify(behaviours)})
  }

  /** Gives it statements, as if another device had sent them. */
  async keep(statements: readonly Statement[]): Promise<void> {
    await fetch(`${this.endpoint}keep`, {method: 'POST', body: JSON.stringify(statements)})
  }

  /** @returns its statements in the order they came; `counts`, how many were in each request it read; state documents */
  async seen(): Promise<{statements: Statement[]; counts: number[]; states: Record<string, string>; requests: StoreRequest[]}> {
    return (await fetch(`${this.endpoint}seen`)).json() as ReturnType<TestStore['seen']>
  }

  async ids(): Promise<string[]> {
    return (await this.seen()).statements.map(({id}) => id)
  }
}

/** A clock that tells when something begins to wait for it. */
export class HeardClock extends FakeClock {
  #heard = () => {}

  override after(ms: number, callback: () => void): () => void {
    const stop = super.after(ms, callback)
    this.#heard()
    return stop
  }

  /** Resolves when an outbox waits for time to pass, or has nothing to send. */
  async untilPaused(outbox: Outbox): Promise<void> {
    while (this.waiting === 0 && outbox.unsent > 0) {
      await new Promise<void>(resolve => {
        this.#heard = resolve
        const stop = outbox.subscribe(() => {
          stop()
          resolve()
        })
      })
    }
  }

  /** Lets time pass until all is sent, a pause at a time. */
  async untilSent(outbox: Outbox): Promise<void> {
    for (await this.untilPaused(outbox); outbox.unsent > 0; await this.untilPaused(outbox)) this.goOn(600_000)
  }
}

const outboxes: Outbox[] = []

/** Stopped by `stopAll`. */
export function outbox(
  store: TestStore, options: Pick<OutboxOptions, 'guide' | 'record'> & Partial<OutboxOptions>,
): Outbox {
  const made = new Outbox({
    store: {endpoint: store.endpoint, authorization: () => 'Bearer good'},
    wants: () => true, statementOf: testStatement, ...options,
  })
  outboxes.push(made)
  return made
}

export function stopAll(): void {
  for (const each of outboxes.splice(0)) each.stop()
}

export function testStatement(event: LearnerEvent, first: string): Statement {
  const manifest = {id: 'g', title: 'Guide', lang: 'en-GB', modules: [], frameworks: []}
  return statementOf(event, {manifest, activities: 'https://guide.example/'},
    {objectType: 'Agent', account: {homePage: 'https://guide.example/', name: first}})
}

export function pages(from: number, to: number): NewEvent[] {
  return Array.from({length: to - from}, (_, i) => ({type: 'read', about: 'm1', hash: '', page: `p${from + i}`}))
}
