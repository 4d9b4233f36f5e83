/** The browser did not do what was asked of its storage. */
export class StorageFault extends Error {
  override name = 'StorageFault' // by hand: a minifier renames classes
  readonly kind: 'blocked' | 'full' | 'newer'

  constructor(kind: StorageFault['kind'], cause: unknown) {
    super(`What was said could not be kept on this device (${kind}): ${String(cause)}`, {cause})
    this.kind = kind
  }
}

export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StorageFault) throw error
    const isNewer = error instanceof Error && error.name === 'VersionError'
    throw new StorageFault(isNewer ? 'newer' : isFull(error) ? 'full' : 'blocked', error)
  }
}

/** Browsers report a full disk by name, by the older code, or inside an AbortError. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'QuotaExceededError' || ('code' in error && error.code === 22)
    || /quota/i.test(error.message) || isFull(error.cause)
}

export function faultOf(error: unknown): StorageFault['kind'] {
  // Anything but a StorageFault is a mistake in our own code. It is told as "blocked", because the entry was not saved.
  return error instanceof StorageFault ? error.kind : 'blocked'
}

/** @returns what `work` came to, or undefined after `limitMs`; `work` goes on */
export async function before<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<undefined>(resolve => { timer = setTimeout(resolve, limitMs, undefined) })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
