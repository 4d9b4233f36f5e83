import {sendKeys} from '@web/test-runner-commands'

/**
 * Presses real keys in the browser under test, the same in every engine.
 *
 * @param keys - as `KeyboardEvent.key` names them, with `Space` for a space and `+` between those held together:
 *   `'Tab'`, `'Shift+Tab'`, `'ArrowDown'`, `'Enter'`, `'Control+a'`
 */
export async function press(keys: string): Promise<void> {
  // Firefox knows the space bar by its character only.
  const held = keys.split('+').map(key => key === 'Space' ? ' ' : key)
  const last = held.pop() as string
  for (const key of held) await sendKeys({down: key})
  await sendKeys({press: last})
  for (const key of held.reverse()) await sendKeys({up: key})
}

/** Types into whatever has the focus, one key at a time. */
export function type(text: string): Promise<void> {
  return sendKeys({type: text})
}
