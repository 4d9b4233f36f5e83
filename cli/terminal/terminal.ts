type Style = (text: string) => string

export interface Paint { bold: Style; dim: Style; red: Style; yellow: Style; green: Style }

/** Colour is only for a terminal, where a person reads, and not when that person has set NO_COLOR (no-color.org). */
export function wantsColor(stream: {isTTY?: boolean}, environment: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(stream.isTTY) && !environment.NO_COLOR && environment.TERM !== 'dumb'
}

export function paint(color: boolean): Paint {
  const style = (on: number, off: number): Style => text => color ? `\u001b[${on}m${text}\u001b[${off}m` : text
  return {bold: style(1, 22), dim: style(2, 22), red: style(31, 39), yellow: style(33, 39), green: style(32, 39)}
}
