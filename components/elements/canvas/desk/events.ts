import type {CanvasItem} from '../../../model/canvas/items.js'

/** What a person did on a canvas, by the items it wrote down. */
const EVENT_OF = {
  titled: 'set-up', assessment: 'set-up', partner: 'set-up', renamed: 'set-up', added: 'set-up', switched: 'set-up',
  ordered: 'set-up', rater: 'rated', rated: 'rated', agreed: 'agreed', action: 'planned', snapshot: 'snapshot-taken',
  removed: 'removed',
} as const satisfies Record<CanvasItem['type'], string>

type ItemEventName = `dsg-canvas-${(typeof EVENT_OF)[CanvasItem['type']] | 'undone' | 'brought'}`

/**
 * The team wrote something down on the canvas: `dsg-canvas-set-up`, `dsg-canvas-rated`, `dsg-canvas-agreed`,
 * `dsg-canvas-planned`, `dsg-canvas-snapshot-taken`, `dsg-canvas-removed`; or took a step back (`dsg-canvas-undone`), or
 * brought a file in (`dsg-canvas-brought`). Not fired for what another tab or an earlier visit wrote.
 */
export class CanvasChangedEvent extends Event {
  /** Plain data, as they stand in the file: safe to send with `postMessage`. They hold what people typed. */
  readonly items: readonly CanvasItem[]

  constructor(name: ItemEventName, items: readonly CanvasItem[]) {
    super(name, {bubbles: true, composed: true})
    this.items = items
  }

  /** One event for each kind of thing that was done. */
  static of(items: readonly CanvasItem[]): CanvasChangedEvent[] {
    const byName = new Map<ItemEventName, CanvasItem[]>()
    for (const item of items) {
      const name: ItemEventName = `dsg-canvas-${EVENT_OF[item.type]}`
      byName.set(name, [...byName.get(name) ?? [], item])
    }
    return [...byName].map(([name, said]) => new CanvasChangedEvent(name, said))
  }
}

/** A file of the canvas was taken away. */
export class CanvasTakenEvent extends Event {
  /** Name of the file, such as `canvas-2026-11-23.json`. */
  readonly file: string

  constructor(file: string) {
    super('dsg-canvas-taken', {bubbles: true, composed: true})
    this.file = file
  }
}

type CanvasEvents = {[Name in ItemEventName]: CanvasChangedEvent} & {'dsg-canvas-taken': CanvasTakenEvent}

declare global {
  interface HTMLElementEventMap extends CanvasEvents {}
}
