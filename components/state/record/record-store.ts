import type {LearnerEvent, NewEvent} from '../../model/record/record.js'

/**
 * Where the record is kept, for the words beside "Save my progress".
 *
 * - `off`: in memory only. The learner has not agreed (yet), and nothing of ours is on this device.
 * - `opening`: looking whether the learner agreed on an earlier visit, or setting up after they agreed just now.
 * - `saving`: agreed, and a write is on its way.
 * - `saved`: agreed, and everything in the record is on this device.
 * - `blocked`: this browser refuses, lost or does not answer for our storage. In memory only.
 * - `full`: no room left. What was saved before stays saved; what is new is in memory only.
 * - `newer`: a newer edition of these scripts keeps its record here. It is left alone; in memory only.
 * - `elsewhere`: not for this device. The page that shows the guide hands the record to another system, and says so.
 */
export type SavingState = 'off' | 'opening' | 'saving' | 'saved' | 'blocked' | 'full' | 'newer' | 'elsewhere'

/**
 * Whose computer this visit is on. `own`: the record may be kept here, if the learner agrees. `shared`: other people
 * use it, so nothing of this visit is ever on the disk, and nothing that is there is shown.
 */
export type Visit = 'own' | 'shared'

/**
 * How it stands with a copy of the record that the host's organisation keeps.
 *
 * - `looking`: not known yet.
 * - `none`: there is none, and none is made until the learner asks for it.
 * - `separate`: there is one, and it has nothing of the record here: it may be somebody else's. Kept apart until asked.
 * - `kept`: it has everything in this record, and goes on taking what is new.
 * - `unreachable`: the store does not answer. It is asked again.
 * - `unreadable`: there is something that is no record, or a newer one than these scripts know. It is left alone.
 * - `ended`: the record was cleared here. The copy stays, and takes nothing more from this page.
 */
export type CopyState = 'looking' | 'none' | 'separate' | 'kept' | 'unreachable' | 'unreadable' | 'ended'

/** A copy of the record that goes with the learner from device to device. A new object after each change. */
export interface RecordCopy {
  readonly state: CopyState
  /** The learner wants one, or wants the one there is to be joined with this record. */
  keep(): void
  /** @returns false when it may still be there */
  remove(): Promise<boolean>
}

/** The learner's record, wherever it is kept. Nothing here throws or rejects because of storage: see `saving`. */
export interface RecordStore {
  /** Oldest first. A new list after each change, never a changed one: compare by identity. */
  readonly events: readonly LearnerEvent[]
  readonly saving: SavingState
  readonly visit: Visit
  /** How many kept records could not be read. They are left where they are. */
  readonly unreadable: number
  /** Settles when an earlier visit's record is in `events`, or it is clear that there is none to be had. */
  readonly ready: Promise<void>
  /** Given to each new event. Changes when a newer edition of the guide is loaded while the page is open. */
  edition: string
  /** Only where the host's page offers one: see `reportTo`. To be set by whoever keeps it. */
  copy: RecordCopy | undefined
  /**
   * Adds events, giving each its id, time and edition. They are in `events`, and subscribers have heard, before this
   * returns; the promise resolves when they are kept as well as they can be, to the state then.
   */
  append(newEvents: readonly NewEvent[]): Promise<SavingState>
  /**
   * Takes in events that were recorded elsewhere, with the ids and times they have. Those that are here already stay as
   * they are. Resolves as `append` does.
   */
  bring(events: readonly LearnerEvent[]): Promise<SavingState>
  /**
   * The learner agreed to saving: moves the record to this device. After `blocked` or `full` it means "try again". In a
   * shared visit it does nothing.
   */
  save(): Promise<SavingState>
  /**
   * Makes this a shared visit, until the page is closed: there is no way back. What an earlier visit kept on the device
   * is somebody's own: it is not shown, and only `clear()` removes it. Other open tabs that do not save follow.
   */
  shareThisVisit(): void
  /** Forgets what is in memory, in this tab only. For a shared visit, whose memory is all there is. */
  endVisit(): void
  /**
   * Forgets everything, here, on this device and in other open tabs, and stops saving.
   *
   * @returns true when nothing is left on this device; false when the browser did not confirm that
   */
  clear(): Promise<boolean>
  /** Calls back after each change of `events`, `saving`, `visit` or `copy`. @returns stops that */
  subscribe(changed: () => void): () => void
  /** Lets go of the database, channel and page events. What is saved stays saved. */
  close(): void
}
