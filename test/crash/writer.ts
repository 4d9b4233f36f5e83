import {keptRecord} from '../state/device/kept.js'

/**
 * Opens the record, then answers as a person in a great hurry would, and tells the server the ids of what the page showed
 * as saved.
 */
export interface Word {
  /** Ids of the events that the record has once it is open. */
  found?: string[]
  showedSaved?: string[]
  saving?: string
}

const text = 'x'.repeat(Number(new URL(location.href).searchParams.get('text') ?? 0))

function tell(word: Word): Promise<unknown> {
  return fetch('/tell', {method: 'POST', body: JSON.stringify(word)})
}

const store = keptRecord('killed', 'edition-1')
await store.ready
await tell({found: store.events.map(({id}) => id)})
const told = new Set<string>()
store.subscribe(() => {
  if (store.saving !== 'saved') return
  const showedSaved = store.events.map(({id}) => id).filter(id => !told.has(id))
  for (const id of showedSaved) told.add(id)
  if (showedSaved.length) void tell({showedSaved})
})
await store.save()
for (let i = 0; ; i += 1) {
  const appended = store.append([{type: 'reflected', about: `answer-${i}`, hash: '', module: 'm1', text}])
  // Some wait for the one before, some come while it is being written.
  const saving = i % 3 === 0 ? await appended : store.saving
  if (i % 3 !== 0) await new Promise(resolve => setTimeout(resolve, 1))
  if (saving !== 'saved' && saving !== 'saving') {
    await tell({saving})
    break
  }
}
