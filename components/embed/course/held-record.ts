import {MemoryStore} from '../../state/record/memory-store.js'

/** A record that another system keeps: this page holds it, leaves nothing on the device, and hands it on. */
export class HeldRecord extends MemoryStore {
  constructor(edition: string) {
    // Computers on wards differ by minutes. What is done now must not come before what was done elsewhere before.
    super(edition, {now: () => Math.max(Date.now(), Date.parse(this.events.at(-1)?.at ?? '') + 1 || 0)})
    this.become('elsewhere')
  }

  protected override forget(): void {
    super.forget()
    this.become('elsewhere')
  }
}
