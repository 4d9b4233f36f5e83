import type {LearnerEvent} from '../../../model/record/record.js'

/**
 * The learner did something, and it is in the record. `type` is `dsg-` and the fact's own type: `dsg-answered`,
 * `dsg-completed` and so on. Not fired for what another tab or an earlier visit recorded.
 */
export class RecordedEvent<Fact extends LearnerEvent = LearnerEvent> extends Event {
  /** Plain data, as it stands in the record: safe to send with `postMessage`. */
  readonly fact: Fact

  constructor(fact: Fact) {
    super(`dsg-${fact.type}`, {bubbles: true, composed: true})
    this.fact = fact
  }
}

type RecordedEvents = {[Fact in LearnerEvent as `dsg-${Fact['type']}`]: RecordedEvent<Fact>}

declare global {
  interface HTMLElementEventMap extends RecordedEvents {}
}
