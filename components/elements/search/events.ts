/** The learner changed what to search for. Not fired when script sets `query`. */
export class SearchChangedEvent extends Event {
  readonly query: string

  constructor(query: string) {
    super('dsg-search-changed', {bubbles: true, composed: true})
    this.query = query
  }
}

/**
 * The learner searched for something that the guide has nothing about: they pressed Enter, or stopped typing. It holds
 * what they typed, and goes nowhere unless the page sends it. Not fired when filters alone left nothing.
 */
export class SearchMissedEvent extends Event {
  readonly query: string

  constructor(query: string) {
    super('dsg-search-missed', {bubbles: true, composed: true})
    this.query = query
  }
}

declare global {
  interface HTMLElementEventMap {
    'dsg-search-changed': SearchChangedEvent
    'dsg-search-missed': SearchMissedEvent
  }
}
