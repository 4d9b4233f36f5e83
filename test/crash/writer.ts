import {DeviceStore} from '../../components/state/device-store.js'

/**
 * Looks at what is on the device, past our own code; then answers as a person in a great hurry would, and tells the
 * server the ids of what the page showed as saved.
 */
export interface Word {
  /** Ids of the events that were on the device when the page opened; none when there was no database. */
  found?: string[]
  showedSaved?: string[]
  saving?: string
}

const GUIDE = 'killed'
const text = 'x'.repeat(Number(new URL(location.href).searchParams.get('text') ?? 0))

function tell(word: Word): Promise<unknown> {
  return fetch('/tell', {method: 'POST', body: JSON.stringify(word)})
}

/**
 * A Chromium that has just been started on a busy computer sometimes never answers the first who asks, and the next at
 * once. Our own code then says that the browser does not answer; here it would be mistaken for something lost.
 */
async function databases(): Promise<IDBDatabaseInfo[]> {
  for (;;) {
    const late = new Promise<undefined>(resolve => setTimeout(resolve, 3_000))
    const answer = await Promise.race([indexedDB.databases(), late])
    if (answer) return answer
  }
}

async function idsOnDevice(): Promise<string[]> {
  const name = `dsg-record-${GUIDE}`
  if (!(await databases()).some(database => database.name === name)) return []
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error!)
    opening.onsuccess = () => {
      const database = opening.result
      const reading = database.transaction('events').objectStore('events').getAllKeys()
      reading.onsuccess = () => {
        database.close()
        resolve(reading.result as string[])
      }
    }
  })
}

await tell({found: await idsOnDevice()})
const store = new DeviceStore(GUIDE, 'edition-1')
const told = new Set<string>()
store.subscribe(() => {
  if (store.saving !== 'saved') return
  const showedSaved = store.events.map(({id}) => id).filter(id => !told.has(id))
  for (const id of showedSaved) told.add(id)
  if (showedSaved.length) void tell({showedSaved})
})
await store.ready
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
