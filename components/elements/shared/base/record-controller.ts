import type {ReactiveController, ReactiveControllerHost} from 'lit'
import type {LearnerEvent, NewEvent} from '../../../model/record/record.js'
import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import {RecordedEvent} from './record-events.js'

interface Host extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean
  guide?: LoadedGuide
}

/** The learner's record, as an element sees it: it renders again when that grows, and adds what the learner does. */
export class RecordController implements ReactiveController {
  readonly #host: Host
  readonly #cleared: () => void
  #followed?: LoadedGuide['record']
  #stop?: () => void

  /** @param cleared - called when the learner cleared their answers, before the element renders without them */
  constructor(host: Host, cleared: () => void) {
    this.#host = host
    this.#cleared = cleared
    host.addController(this)
  }

  /** What the learner did, oldest first. */
  get events(): readonly LearnerEvent[] { return this.#host.guide?.record.events ?? [] }

  hostConnected(): void { this.hostUpdate() }

  hostDisconnected(): void { this.hostUpdate() }

  /** Follows the record of the guide that is shown, for as long as the element is on the page. */
  hostUpdate(): void {
    const record = this.#host.isConnected ? this.#host.guide?.record : undefined
    if (record === this.#followed) return
    this.#stop?.()
    this.#followed = record
    let known = record?.events
    this.#stop = record?.subscribe(() => {
      const isCleared = record.events !== known && !record.events.length
      known = record.events
      if (isCleared) this.#cleared()
      this.#host.requestUpdate()
    })
  }

  /** Puts facts in the record and tells the page. */
  add(...facts: NewEvent[]): void {
    const known = new Set(this.events)
    void this.#host.guide?.record.append(facts)
    for (const event of this.events) if (!known.has(event)) this.#host.dispatchEvent(new RecordedEvent(event))
  }
}
