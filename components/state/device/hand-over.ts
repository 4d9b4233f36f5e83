/**
 * Hands what is in memory over to the next loading of the page, where a part of our scripts is gone and only that helps. Nobody
 * need have agreed to saving, since nothing is kept: it lies in this tab's `sessionStorage` from the press of a button to the
 * next loading, which takes it out before it shows anything of it.
 */
import {HAND_OVER, leaving} from './known-absent.js'

/** As long as a shared computer may stand untouched: whoever comes later may be somebody else. */
const LIMIT_MS = 10 * 60_000

/** What is in memory of a log, and on no device. */
export interface HandedLog {
  visit: 'own' | 'shared'
  series: string
  /** As the device would keep them. Any script of the site could have written them. */
  rows: unknown[]
}

/** Who knows a log: its keeper. */
export interface Carrier {
  /** Of the log on the device, wherever it is kept. */
  readonly name: string
  /** @returns undefined when all of it is on the device */
  carried(): HandedLog | undefined
  /** Calls back after each change of the log. */
  follow(changed: (isEmpty: boolean) => void): void
}

interface HandOver { at: number; logs: Record<string, HandedLog>; drafts: unknown }

/** All that have something to hand over. */
export const carriers = new Set<Carrier>()

const handed = take()

/** True once all is handed over: leaving the page loses nothing. */
export function isHandedOver(): boolean {
  return leaving.isHandedOver
}

/**
 * @param drafts - what is typed and chosen, and in no log yet; plain data, undefined where there is nothing
 * @returns false when the browser refuses it: loading the page again would lose what is in memory
 */
export function handOver(drafts: unknown): boolean {
  const logs = (): [string, HandedLog][] => [...carriers].flatMap(carrier => {
    const log = carrier.carried()
    return log ? [[carrier.name, log]] : []
  })
  if (!logs().length && drafts === undefined) return true
  leaving.isHandedOver = write({logs: Object.fromEntries(logs()), drafts})
  // The browser may ask if people want to leave, and they stay: what they do then goes along, and what they clear does not.
  for (const carrier of leaving.isHandedOver ? carriers : []) {
    carrier.follow(isEmpty => {
      if (leaving.isHandedOver) leaving.isHandedOver = write(isEmpty ? undefined : {logs: Object.fromEntries(logs()), drafts})
    })
  }
  return leaving.isHandedOver
}

/** @returns true when it is there */
function write(handing: Omit<HandOver, 'at'> | undefined): boolean {
  try {
    sessionStorage.removeItem(HAND_OVER)
    if (handing) sessionStorage.setItem(HAND_OVER, JSON.stringify({...handing, at: Date.now()}))
    return handing !== undefined
  } catch {
    return false
  }
}

/** What an earlier loading of this page handed over of a log. It can be had once. */
export function takeLog(name: string): HandedLog | undefined {
  const log = handed?.logs && Object.hasOwn(handed.logs, name) ? handed.logs[name] : undefined
  if (!log || !Array.isArray(log.rows)) return undefined
  delete handed!.logs[name]
  return log
}

/** True while a log that was handed over waits for its keeper. */
export function isWaiting(name: string): boolean {
  return handed?.logs !== undefined && Object.hasOwn(handed.logs, name)
}

/** What was typed and chosen when the page was loaded again. It can be had once. */
export function takeDrafts(): unknown {
  const {drafts} = handed ?? {}
  if (handed) handed.drafts = undefined
  return drafts
}

function take(): HandOver | undefined {
  try {
    const text = sessionStorage.getItem(HAND_OVER)
    sessionStorage.removeItem(HAND_OVER)
    const over = JSON.parse(text ?? 'null') as HandOver | null
    return over && Math.abs(Date.now() - over.at) < LIMIT_MS ? over : undefined
  } catch {
    // The browser refuses storage, or another script wrote there.
    return undefined
  }
}
