/** The learner changed what to search for. Not fired when script sets `query`. */
export class SearchChangedEvent extends Event {
  readonly query: string

  constructor(query: string) {
    super('dsg-search-changed', {bubbles: true, composed: true})
    this.query = query
  }
}

declare global {
  interface HTMLElementEventMap { 'dsg-search-changed': SearchChangedEvent }
}
