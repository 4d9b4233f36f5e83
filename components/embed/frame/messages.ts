/** What a frame page and the page around it say to each other: sizes in CSS pixels, never what a learner did. */

/** From the host: its page has the script that sizes the frame. */
export interface Hello { type: 'dsg-hello' }

/** From the frame, to a host that said hello. */
export interface FrameSize {
  type: 'dsg-frame'
  /** The height of all that the frame page shows. */
  height: number
  /**
   * True when something must stay in sight, such as "Delete my record and answers": the frame then gets no taller than the
   * window.
   */
  fitsWindow: boolean
  /** Top and bottom of what has the focus, from the top of the frame. */
  focus?: readonly [number, number]
}

/** Limits of a height: a frame must not vanish, nor push the rest of the page out of reach. */
export const [LOWEST_PX, HIGHEST_PX] = [60, 30_000]

/** At most one message is acted on in this time, 10 a second. Of those that come meanwhile, only the last counts. */
export const PACE_MS = 100

/**
 * The message by which Microsoft 365 Learning Pathways asks a page in a frame for its height. It takes an answer such as
 * `help_getClientHeight=812` at any time, and then each time scrolls its own page to the top.
 * @see https://github.com/pnp/custom-learning-office-365
 */
export const HEIGHT_QUESTION = 'help_getClientHeight'

export function isHello(data: unknown): data is Hello {
  return isRecord(data) && data.type === 'dsg-hello'
}

/** True for a size that a frame page sent. Anybody may send a message, with anything in it. */
export function isFrameSize(data: unknown): data is FrameSize {
  if (!isRecord(data) || data.type !== 'dsg-frame' || typeof data.fitsWindow !== 'boolean') return false
  return isBetween(data.height, LOWEST_PX, HIGHEST_PX) && (data.focus === undefined || isSpan(data.focus))
}

function isSpan(span: unknown): boolean {
  return Array.isArray(span) && span.length === 2
    && isBetween(span[0], -HIGHEST_PX, HIGHEST_PX) && isBetween(span[1], span[0], HIGHEST_PX)
}

/** True for a number between the two; false for NaN. */
function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}
