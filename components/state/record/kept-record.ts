import {DeviceStore} from './device-store.js'
import {forgetSearches} from '../search/recent-searches.js'
import {forgetSent} from './notes.js'

/** A guide's record on this device. Who clears their answers clears what they searched for and which were sent. */
export class KeptRecord extends DeviceStore {
  readonly #guide: string

  constructor(guide: string, edition: string) {
    super(guide, edition)
    this.#guide = guide
  }

  override clear(): Promise<boolean> {
    forgetSearches(this.#guide)
    forgetSent(this.#guide)
    return super.clear()
  }
}
