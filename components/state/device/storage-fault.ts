/** The browser's storage did not do what we asked for. */
export class StorageFault extends Error {
  override name = 'StorageFault' // by hand: a minifier renames classes
  readonly kind: 'blocked' | 'full' | 'newer' | 'outdated'

  constructor(kind: StorageFault['kind'], cause: unknown) {
    super(`What was said could not be kept on this device (${kind}): ${String(cause)}`, {cause})
    this.kind = kind
  }
}

export function faultOf(error: unknown): StorageFault['kind'] {
  // Any other error comes from a browser that forbids even to ask what is kept, or is our bug. It is reported as "blocked",
  // because the entry was not saved.
  return error instanceof StorageFault ? error.kind : 'blocked'
}

/** Waits for work, but not longer than `limitMs`. @returns its result, or undefined when that is too late; the work goes on */
export async function before<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<undefined>(resolve => { timer = setTimeout(resolve, limitMs, undefined) })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
