/**
 * The text of a file that a person chose.
 *
 * @returns or why it cannot be had, in plain words with what to do
 */
export async function fileText(file: Blob): Promise<{text: string} | {problems: string[]}> {
  const text = await file.text().catch(() => undefined)
  if (text === undefined) {
    return {problems: ['The browser could not open the file. It may have been moved or deleted. Choose it again.']}
  }
  // The character that takes the place of bytes that are no text can stand in a text as well.
  if (text.includes('\ufffd') && !isText(await file.arrayBuffer())) {
    return {problems: ['The file cannot be read as text. It may be damaged, or saved by another program. Use the file as it was made.']}
  }
  return {text}
}

function isText(bytes: ArrayBuffer): boolean {
  try {
    return Boolean(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch {
    return false
  }
}
