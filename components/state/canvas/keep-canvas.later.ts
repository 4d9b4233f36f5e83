import {isCanvasItem} from '../../model/canvas/check.js'
import type {CanvasItem} from '../../model/canvas/items.js'
import {DeviceKeeper, type KeptLog} from '../device/keeper.js'

/**
 * Keeps a canvas of a guide on this device.
 *
 * @param guide - id of the guide
 * @param canvas - id of the canvas
 * @param answerWithinMs - how long the browser may take to open the database. After that, we say that it does not answer
 */
export function keepCanvas(
  log: KeptLog<CanvasItem> & {goOn?(series: string): void}, guide: string, canvas: string, answerWithinMs?: number,
): DeviceKeeper<CanvasItem> {
  return new DeviceKeeper(log, {name: canvasDatabaseName(guide, canvas), list: 'items', isEntry: isCanvasItem, answerWithinMs, goOn: series => log.goOn?.(series)})
}

/** Begins with `dsg-canvas-` and the id of the guide; canvases of one guide are kept apart. */
export function canvasDatabaseName(guide: string, canvas: string): string {
  return `dsg-canvas-${guide}/${canvas}`
}
