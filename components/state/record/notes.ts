/** Removes from the device which of a learner's facts were sent, for who clears their answers. */
export function forgetSent(guide: string): void {
  try {
    localStorage.removeItem(sentKey(guide))
  } catch {
    // A browser that forbids this has kept nothing.
  }
}

export function sentKey(guide: string): string {
  return `dsg-sent-${guide}`
}
