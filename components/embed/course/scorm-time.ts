/** `HHHH:MM:SS.SS`. @param ms - below 0 when somebody put the clock back */
export function scormTime(ms: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(ms / 10)), 10_000 * 360_000 - 1)
  const padded = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0')
  const seconds = Math.floor(hundredths / 100)
  const clock = [padded(seconds / 3600, 4), padded(seconds / 60 % 60), padded(seconds % 60)].join(':')
  return `${clock}.${padded(hundredths % 100)}`
}
