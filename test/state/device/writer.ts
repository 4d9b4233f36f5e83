import {read} from './storage.js'
import {keptRecord} from './kept.js'

/** What a page that writes tells the page that holds it, at once and past any queue. */
export interface Witness {
  /** The first answer is on its way. */
  writing(): void
  /** The page says "Saved" now, and these are in its record, apart from those it told of before. */
  showedSaved(ids: string[]): void
  finished(): void
}

/**
 * Answers as fast as it can. `?guide=` names the record, `?tab=` the answers. With `&waits` each answer waits for the
 * one before it to be saved, as a person does; without, they come all at once. `&count=` is how many; without, no end.
 */
const address = new URL(location.href).searchParams
const witness = (parent as unknown as {witnesses: Record<string, Witness>}).witnesses[address.get('tab')!]!
const store = keptRecord(address.get('guide')!, 'edition-1')
const count = Number(address.get('count') ?? Infinity)

const told = new Set<string>()
store.subscribe(() => {
  const untold = store.events.map(({id}) => id).filter(id => !told.has(id))
  if (store.saving !== 'saved' || untold.length === 0) return
  for (const id of untold) told.add(id)
  witness.showedSaved(untold)
})

// In a function: once its page is gone, WebKit goes on with an await at the top level of a module for ever.
async function write(): Promise<void> {
  await store.ready
  void store.save()
  for (let i = 0; i < count; i += 1) {
    const appended = store.append([read(`${address.get('tab')} ${i}`)])
    if (i === 0) witness.writing()
    if (address.has('waits')) await appended
    // A page that never lets go would keep the browser from anything else. One that waits would not let go either, once
    // Firefox has stopped loading its parts because it is being left: it can save nothing, and waits for nothing.
    if (i % 5 === 4) await new Promise(resolve => setTimeout(resolve))
  }
  await store.append([])
  witness.finished()
}

void write()
