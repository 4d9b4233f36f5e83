import type {CanvasItem, NewCanvasItem} from '../../../components/model/canvas/items.js'
import {keptCanvas, type KeptSurroundings} from '../device/kept.js'
import {canvasDatabaseName} from '../../../components/state/canvas/keep-canvas.later.js'
import type {CanvasLog} from '../../../components/state/canvas/canvas.js'
import type {CanvasSaving, CanvasStore} from '../../../components/state/canvas/canvas.js'
import {finished, openRaw, until} from '../device/storage.js'

export const CANVAS = 'factors'
const stores: CanvasStore[] = []

/** A store as a tab opens it. Several with one guide are as many tabs. Closed by `closeCanvases`. */
export function canvasTab(guide: string, surroundings?: KeptSurroundings): CanvasLog {
  const store = keptCanvas(guide, CANVAS, surroundings)
  stores.push(store)
  return store
}

export function closeCanvases(): void {
  for (const store of stores.splice(0)) store.close()
}

export function titled(title: string): NewCanvasItem {
  return {type: 'titled', title}
}

export function titles({file: {items}}: Pick<CanvasStore, 'file'>): string[] {
  return items.map(item => item.type === 'titled' ? item.title : item.type)
}

export function canvasBecomes(store: CanvasStore, saving: CanvasSaving): Promise<void> {
  return until(store, () => store.saving === saving)
}

/** Looks past our own code, so that a fault of ours cannot hide itself; leaves no database behind that was not there. */
export function openRawCanvas(guide: string): Promise<IDBDatabase | undefined> {
  return openRaw(guide, canvasDatabaseName(guide, CANVAS))
}

/** Makes a database as it would be found, in one version or another. */
export function makeRawCanvas(guide: string, version: number, fill: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(canvasDatabaseName(guide, CANVAS), version)
    request.onupgradeneeded = () => fill(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error!)
  })
}

/** What is on the disk; undefined when there is no database. */
export async function canvasOnDisk(guide: string): Promise<{items: CanvasItem[]; series: string} | undefined> {
  const database = await openRawCanvas(guide)
  if (!database) return undefined
  const transaction = database.transaction(['items', 'consent'])
  const [items, consent] = await Promise.all([
    finished<CanvasItem[]>(transaction.objectStore('items').getAll()),
    finished<{series: string}>(transaction.objectStore('consent').get('saving')),
  ])
  database.close()
  return {items: items.sort((a, b) => a.at < b.at ? -1 : 1), series: consent.series}
}
