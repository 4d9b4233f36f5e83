/** @returns what `work` came to, or undefined after `limitMs`; `work` goes on */
export async function before<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<undefined>(resolve => { timer = setTimeout(resolve, limitMs, undefined) })
  return Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
