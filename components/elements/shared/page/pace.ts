/** Calls `run` when some time has passed. */
export type After = (ms: number, run: () => void) => void

/**
 * Work that runs at once, and then at most once in `everyMs`: however often it is asked for meanwhile, it runs once
 * more when that time is over.
 */
export function paced(everyMs: number, work: () => void, after: After = (ms, run) => setTimeout(run, ms)): () => void {
  let isResting = false
  let isWanted = false
  const ask = () => {
    isWanted = isResting
    if (isResting) return
    isResting = true
    after(everyMs, () => {
      isResting = false
      if (isWanted) ask()
    })
    work()
  }
  return ask
}
