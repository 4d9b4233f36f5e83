import type {GuideManifest} from '../../model/guide/guide.js'
import {DeviceCanvasStore} from './device-store.js'
import type {CanvasStore} from './canvas-store.js'

const stores = new Map<string, CanvasStore>()

/** What the team says on a canvas of a guide: two elements on a page share it. @param canvas - id of the canvas */
export function canvasStoreOf({id}: Pick<GuideManifest, 'id'>, canvas: string): CanvasStore {
  const key = `${id}/${canvas}`
  const store = stores.get(key) ?? new DeviceCanvasStore(id, canvas)
  stores.set(key, store)
  return store
}
