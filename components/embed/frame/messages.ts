/** What a frame page and the page around it say to each other: sizes in CSS pixels, never what a learner did. */

/** From the host: a script is here that sizes the frame. */
export interface Hello { type: 'dsg-hello' }

/** From the frame, to a host that said hello. */
export interface FrameSize {
  type: 'dsg-frame'
  /** What there is to show. */
  height: number
  /** Something must stay in sight, such as "Clear my answers": if taller than the window, the frame scrolls inside. */
  fitsWindow: boolean
  /** Top and bottom of what has the focus, from the top of the frame. */
  focus?: readonly [number, number]
}

/** Not so low that a frame could vanish, nor so high that it could push the rest of the page out of reach. */
export const [LOWEST_PX, HIGHEST_PX] = [60, 30_000]

/** Messages beyond 10 a second, from whomever, wait for their turn, and only the last is acted on. */
export const PACE_MS = 100

/**
 * What Microsoft 365 Learning Pathways asks a framed page. It takes `help_getClientHeight=812` for an answer, at any
 * time, and scrolls its own page to the top each time.
 * @see https://github.com/pnp/custom-learning-office-365
 */
export const HEIGHT_QUESTION = 'help_getClientHeight'

export function isHello(data: unknown): data is Hello {
  return isRecord(data) && data.type === 'dsg-hello'
}

/** A stranger may send anything at all. */
export function isFrameSize(data: unknown): data is FrameSize {
  if (!isRecord(data) || data.type !== 'dsg-frame' || typeof data.fitsWindow !== 'boolean') return false
  return isBetween(data.height, LOWEST_PX, HIGHEST_PX) && (data.focus === undefined || isSpan(data.focus))
}

function isSpan(span: unknown): boolean {
  return Array.isArray(span) && span.length === 2
    && isBetween(span[0], -HIGHEST_PX, HIGHEST_PX) && isBetween(span[1], span[0], HIGHEST_PX)
}

/** False for NaN, which is between nothing. */
function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null
}
