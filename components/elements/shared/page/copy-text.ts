/** Puts a text on the clipboard. False where the browser does not allow it, as in a frame that was not given that right. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
