import {marksOf} from '../record/marks.js'
import {isKept, sentKey} from '../record/notes.js'
import type {RecordStore} from '../record/record.js'

/** A statement that the store does not take, by the id of its event, and what the store said. */
export interface Refused { id: string; status: number; said: string }

interface SentNote { first: string; sent: string[]; refused: Refused[] }

/**
 * What of a record need not be sent any more. On the device only while the record is: losing it means that statements
 * are sent twice, which changes nothing, so it needs none of the care of the record.
 */
export class SentMarks {
  /** Id of the first event that was sent in no other name: a random name for the learner. */
  first = ''
  readonly sent = new Set<string>()
  readonly refused = new Map<string, Refused>()
  readonly #guide: string
  readonly #record: RecordStore
  /** Something is in memory alone, as the learner had not agreed to saving. */
  #isUnwritten = false
  /** The note that was read last. */
  #read = ''

  /** @param guide - its id */
  constructor(guide: string, record: RecordStore) {
    this.#guide = guide
    this.#record = record
  }

  /** Each person's record has a note of its own. */
  get #key(): string { return sentKey(this.#guide + marksOf(this.#record).suffix) }

  isSettled(event: string): boolean {
    return this.sent.has(event) || this.refused.has(event)
  }

  /** Takes in what an earlier visit or another tab has sent. */
  read(): void {
    if (!isKept(this.#record)) return
    this.#read = this.#key
    const {first, sent, refused} = sentNote(this.#key)
    if (first) this.first = first
    for (const id of sent) this.sent.add(id)
    for (const each of refused) if (!this.sent.has(each.id)) this.refused.set(each.id, each)
  }

  write(): void {
    this.#isUnwritten = !isKept(this.#record)
    if (this.#isUnwritten) return
    const all: SentNote = {first: this.first, sent: [...this.sent], refused: [...this.refused.values()]}
    try {
      localStorage.setItem(this.#key, JSON.stringify(all))
    } catch {
      // No room, or forbidden: the next visit sends again, and the store knows the ids.
    }
  }

  /** Reads the note once the record turns out to be kept, and writes what is in memory alone. */
  catchUp(): void {
    if (!isKept(this.#record)) return
    if (this.#isUnwritten || this.#read !== this.#key) this.read()
    if (this.#isUnwritten) this.write()
  }

  /** Forgets what is in memory: the record it was about is gone, and whoever comes next is somebody else. */
  forget(): void {
    this.first = ''
    this.sent.clear()
    this.refused.clear()
    this.#isUnwritten = false
    this.#read = ''
  }
}

function sentNote(key: string): SentNote {
  try {
    const {first, sent, refused} = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<SentNote>
    return {
      first: typeof first === 'string' ? first : '',
      sent: Array.isArray(sent) ? sent.filter(id => typeof id === 'string') : [],
      refused: Array.isArray(refused) ? refused.filter(each => typeof each?.id === 'string') : [],
    }
  } catch {
    return {first: '', sent: [], refused: []} // Another script wrote there, or the browser forbids it.
  }
}
