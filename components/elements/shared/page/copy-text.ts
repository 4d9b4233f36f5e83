/**
 * Puts a text on the clipboard.
 *
 * @returns false where that is not allowed: a page on plain http has no clipboard, and some hosts and frames forbid it
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
